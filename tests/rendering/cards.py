"""Scorecards built by hand: every status, kind, match and refusal, cut from one invented report."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from scorer.quantities.model import Hedge
from scorer.rules.model import Confidence, Evidence, Match, Rejected, Satisfies, Status, Value, Why
from scorer.scoring.model import (
    AuditRow,
    Counts,
    Decision,
    DecisionsStamp,
    DimensionRow,
    ItemRow,
    Note,
    ReportCard,
    RoleRow,
    Scorecard,
    SectionRow,
    Stamp,
    Total,
)
from scorer.structure.model import Level, Role
from scorer.text import Span, Text

REPORT = Text(
    """青川县人民政府关于2023年度法治政府建设情况的报告
2023年，我县深入推进依法行政。现将有关情况报告如下：
一、主要举措和成效
（一）依法履行政府职能。全年压减审批时限62%，
网上可办事项达1,063项。县政府常务会议学法4次，印发《青川县重大行政决策程序规定》（青政发〔2023〕5号）。
（二）化解行政争议。全年办理行政复议案件65件，其中维持40件、撤销20件、终止6件，按期办结率100%。负责人出庭应诉率为82%左右。
市委要求各县推行柔性执法。县法院全年审结行政案件31件。
二、存在的问题
一些单位行政执法公示还不及时。
三、下一步打算
下一步，将推动行政机关负责人出庭应诉全覆盖，建立合法性审查机构。
青川县人民政府
2024年2月20日
""",
    name="qingchuan-2023.txt",
)


def span_of(words: str, text: Text = REPORT) -> Span:
    start = text.content.index(words)
    return Span(start, start + len(words))


def evidence(
    words: str,
    match: Match,
    phrase: str,
    section: str = "",
    role: Role = Role.ACHIEVEMENT,
    similarity: float = 100.0,
    text: Text = REPORT,
) -> Evidence:
    span = span_of(words, text)
    at = text.locate(span.start)
    hit = words.find(phrase)
    inner = (span.start + hit, span.start + hit + len(phrase)) if hit >= 0 else (span.start, span.end)
    return Evidence(
        text.cut(span),
        span.start,
        span.end,
        at.line,
        at.column,
        section,
        role,
        match,
        phrase,
        similarity,
        inner,
    )


def rejected(words: str, why: Why, phrase: str, note: str = "", text: Text = REPORT) -> Rejected:
    span = span_of(words, text)
    at = text.locate(span.start)
    return Rejected(text.cut(span), span.start, span.end, why, phrase, note, at.line, at.column)


def value(
    metric: str,
    words: str,
    amount: str | None,
    unit: str,
    satisfies: Satisfies,
    hedge: Hedge = Hedge.EXACT,
    low: str | None = None,
    high: str | None = None,
) -> Value:
    span = span_of(words)
    number, least, most = (None if part is None else Decimal(part) for part in (amount, low, high))
    at = REPORT.locate(span.start)
    return Value(
        metric, number, least, most, unit, hedge, words, span.start, span.end, satisfies, at.line, at.column
    )


def audit_row(
    relation: str,
    words: str,
    stated: Decimal | None,
    computed: Decimal | None,
    holds: bool | None,
    severity: str,
    message: str,
) -> AuditRow:
    span = span_of(words)
    at = REPORT.locate(span.start)
    return AuditRow(
        relation, words, span.start, span.end, stated, computed, holds, severity, message, at.line, at.column
    )


def item(
    item_id: str,
    title: str,
    status: Status,
    points: str,
    most: str,
    *,
    kind: str = "base",
    group: str = "",
    reason: str = "",
    advice: str | None = None,
    review: bool = False,
    confidence: Confidence = Confidence.HIGH,
    found: tuple[Evidence, ...] = (),
    missed: tuple[Rejected, ...] = (),
    values: tuple[Value, ...] = (),
    decision: Decision | None = None,
    criterion: tuple[str, str] = ("", ""),
) -> ItemRow:
    return ItemRow(
        id=item_id,
        title=title,
        dimension=item_id.partition(".")[0],
        group=group,
        kind=kind,
        status=status,
        points=Decimal(points),
        max_points=Decimal(most),
        review=review,
        confidence=confidence,
        reason=reason,
        advice=advice,
        evidence=found,
        rejected=missed,
        values=values,
        decision=decision,
        criterion_met=criterion[0],
        criterion_partial=criterion[1],
        evidence_hash=sha256(item_id.encode()).hexdigest()[:16],
    )


FUNCTIONS = "（一）依法履行政府职能。"
DISPUTES = "（二）化解行政争议。"

ITEMS = (
    item(
        "1.1.1",
        "审批便利与提速",
        Status.MET,
        "1",
        "1",
        group="简政放权",
        reason="写出了压缩比例和事项数。",
        criterion=("写出便民审批做法，并给出压缩比例或事项数。", "只说深化审批改革。"),
        found=(
            evidence(
                "全年压减审批时限62%，\n网上可办事项达1,063项。", Match.METRIC, "审批时限62%", FUNCTIONS
            ),
            evidence("网上可办事项达1,063项", Match.DETAIL, "1,063项", FUNCTIONS),
        ),
        values=(
            value("法定时限压缩率", "62%", "62", "%", Satisfies.FULL),
            value("网上可办事项数", "1,063项", "1063", "项", Satisfies.FULL),
        ),
    ),
    item(
        "1.1.2",
        "重大行政决策程序",
        Status.PARTIAL,
        "0.75",
        "1.5",
        group="依法决策",
        reason="印发了程序规定，没有写明听证、专家论证或合法性审查的次数。",
        advice="写明本年度履行听证、论证、审查程序的决策件数。",
        confidence=Confidence.MEDIUM,
        criterion=("列明履行程序的决策件数。", "提到程序规定。"),
        found=(
            evidence("印发《青川县重大行政决策程序规定》", Match.EXACT, "重大行政决策程序规定", FUNCTIONS),
            evidence("县政府常务会议学法4次", Match.NEAR, "常务会议 … 学法", FUNCTIONS),
        ),
        missed=(
            rejected("建立合法性审查机构", Why.PLAN, "合法性审查", "“下一步”之后的打算"),
            rejected("法性审查", Why.WORD_BOUNDARY, "性审"),
        ),
    ),
    item(
        "1.1.3",
        "地方立法",
        Status.NOT_APPLICABLE,
        "0",
        "1",
        group="制度建设",
        reason="县级没有地方立法权，本项不计。",
    ),
    item(
        "2.1.1",
        "行政复议案件办理质量与按期办结情况的公开说明",
        Status.MET,
        "2",
        "2",
        group="争议化解",
        reason="写明办理件数和按期办结率。",
        found=(
            evidence("按期办结率100%", Match.METRIC, "按期办结率100%", DISPUTES),
            evidence("办理行政复议案件65件", Match.FUZZY, "办理行政复议案件", DISPUTES, similarity=88.888888),
        ),
        values=(value("按期办结率", "100%", "100", "%", Satisfies.FULL),),
    ),
    item(
        "2.1.2",
        "负责人出庭应诉",
        Status.PARTIAL,
        "0.75",
        "1.5",
        group="争议化解",
        reason="出庭应诉率约82%，够半分线80%，不够满分线95%。",
        advice="出庭应诉率达到95%，或写明开庭、出庭件数。",
        review=True,
        confidence=Confidence.LOW,
        found=(evidence("负责人出庭应诉率为82%左右", Match.METRIC, "出庭应诉率为82%", DISPUTES),),
        missed=(
            rejected("推动行政机关负责人出庭应诉全覆盖", Why.PLAN, "出庭应诉"),
            rejected("县法院全年审结行政案件31件", Why.OTHER_SUBJECT, "审结行政案件", "法院的办案数"),
        ),
        values=(
            value("负责人出庭应诉率", "82%左右", None, "%", Satisfies.PARTIAL, Hedge.APPROX, "80", "84"),
        ),
    ),
    item(
        "2.1.3",
        "行政执法公示",
        Status.UNMET,
        "0",
        "2",
        group="行政执法",
        reason="只在问题部分提到执法公示，没有写明已做的公示。",
        advice="写明执法公示的平台和公示条数。",
        missed=(
            rejected("一些单位行政执法公示还不及时", Why.PROBLEM, "行政执法公示"),
            rejected("市委要求各县推行柔性执法", Why.QUOTED, "执法"),
        ),
    ),
    item(
        "2.1.4",
        "执法全过程记录",
        Status.UNMET,
        "0",
        "1",
        group="行政执法",
        reason="没有找到执法全过程记录的内容。",
        advice="写明执法记录设备、音像记录的数量。",
        confidence=Confidence.LOW,
        decision=Decision(Status.UNMET, "李复核", "2024-05-06", "附件中也没有。", Status.PARTIAL),
    ),
    item(
        "R.1",
        "标题、署名、日期齐全",
        Status.MET,
        "1",
        "1",
        kind="format",
        group="形式",
        reason="三者都有。",
        found=(
            evidence("2024年2月20日", Match.EXACT, "2024年2月20日", role=Role.CLOSING),
            evidence("我县深入推进依法行政", Match.EXACT, "依法行政", role=Role.PREAMBLE),
        ),
    ),
    item(
        "R.2",
        "按期公开",
        Status.MET,
        "1",
        "1",
        kind="format",
        group="形式",
        reason="2月20日，早于3月1日。",
        missed=(
            rejected("青川县人民政府关于2023年度法治政府建设情况的报告", Why.HEADING, "报告"),
            rejected("现将有关情况报告如下", Why.PREAMBLE, "报告"),
            rejected("青川县人民政府\n2024年2月20日", Why.CLOSING, "2024"),
            rejected("全年办理", Why.ACHIEVEMENT, "办理"),
            rejected("存在的问题", Why.CHROME, "问题"),
            rejected("终止6件", Why.MASK, "终止"),
        ),
    ),
    item(
        "B.1",
        "全国示范称号",
        Status.UNMET,
        "0",
        "3",
        kind="bonus",
        reason="没有找到获得称号的内容。",
    ),
    item(
        "B.2",
        "学法制度有数量",
        Status.MET,
        "1",
        "1",
        kind="bonus",
        reason="常务会议学法4次。",
        found=(evidence("县政府常务会议学法4次", Match.EXACT, "常务会议学法", FUNCTIONS),),
    ),
    item(
        "C.1",
        "数字自相矛盾",
        Status.MET,
        "0.5",
        "0.5",
        kind="deduction",
        reason="维持、撤销、终止合计66件，与65件不符。",
        found=(evidence("其中维持40件、撤销20件、终止6件", Match.DETAIL, "40件", DISPUTES),),
    ),
    item("C.2", "拖欠账款", Status.UNMET, "0", "2", kind="deduction", reason="没有找到这类内容。"),
)

_HEADINGS = ("一、主要举措和成效", FUNCTIONS, DISPUTES, "二、存在的问题", "三、下一步打算")
_TURNS = (
    (Role.PREAMBLE, "青川县"),
    (Role.ACHIEVEMENT, "一、主要"),
    (Role.PROBLEM, "二、存在"),
    (Role.PLAN, "三、下一步"),
    (Role.CLOSING, "青川县人民政府\n2024"),
)


def _sections() -> tuple[SectionRow, ...]:
    starts = {words: span_of(words).start for words in _HEADINGS}
    problem, plan, end = starts["二、存在的问题"], starts["三、下一步打算"], len(REPORT)
    return (
        SectionRow(_HEADINGS[0], 1, starts[_HEADINGS[0]], problem),
        SectionRow(FUNCTIONS, 2, starts[FUNCTIONS], starts[DISPUTES]),
        SectionRow(DISPUTES, 2, starts[DISPUTES], problem),
        SectionRow("二、存在的问题", 1, problem, plan),
        SectionRow("三、下一步打算", 1, plan, end),
    )


def _roles() -> tuple[RoleRow, ...]:
    starts = [span_of(words).start for _, words in _TURNS]
    ends = [*starts[1:], len(REPORT)]
    return tuple(
        RoleRow(role, start, end) for (role, _), start, end in zip(_TURNS, starts, ends, strict=True)
    )


def dimension(row_id: str, title: str, points: str, most: str, counts: Counts) -> DimensionRow:
    rate = Decimal(points) / Decimal(most) if Decimal(most) else None
    return DimensionRow(row_id, title, Decimal(points), Decimal(most), rate, counts)


# base: 6.5 of the 10 points that apply = 65; total = 65 + 1 - 0.5
CARD = Scorecard(
    stamp=Stamp(
        tool_name="scorer",
        tool_version="0.1.0",
        framework_id="tiny",
        framework_title="小型样例指标",
        framework_version="1.0.0",
        framework_sha256="ab" * 32,
        report_name=REPORT.name,
        report_sha256="0123456789abcdef" * 4,
        report_reader="text",
        decisions=DecisionsStamp("decisions.yaml", "cd" * 32),
    ),
    report=ReportCard(
        title="青川县人民政府关于2023年度法治政府建设情况的报告",
        place="青川县",
        level=Level.COUNTY,
        level_source="行政区划代码：青川县是县",
        year=2023,
        issuer="青川县人民政府",
        document_number=None,
        date="2024-02-20",
        characters=len(REPORT),
        sections=_sections(),
        roles=_roles(),
    ),
    total=Total(
        points=Decimal("65.5"),
        base=Decimal("65.00"),
        bonus=Decimal("1"),
        deduction=Decimal("0.5"),
        max_points=Decimal("1E+2"),
        low=Decimal("58"),
        high=Decimal("83"),
        grade="中等",
    ),
    counts=Counts(6, 2, 4, 1),
    dimensions=(
        dimension("1", "政府职能", "1.75", "2.5", Counts(1, 1, 0, 1)),
        dimension("2", "行政执法与争议化解", "2.75", "6.5", Counts(1, 1, 2, 0)),
        dimension("R", "报告规范性", "2", "2", Counts(2, 0, 0, 0)),
        dimension("B", "加分项", "1", "4", Counts(1, 0, 1, 0)),
        dimension("C", "约束扣分项", "0.5", "2.5", Counts(1, 0, 1, 0)),
    ),
    items=ITEMS,
    audit=(
        audit_row(
            "sum",
            "行政复议案件65件，其中维持40件、撤销20件、终止6件",
            Decimal("65"),
            Decimal("66"),
            False,
            "warning",
            "其中各项合计66件，总数写65件，差1件。",
        ),
        audit_row(
            "ratio",
            "出庭应诉率为82%左右",
            Decimal("82"),
            None,
            None,
            "info",
            "没有写开庭、出庭件数，比率不能核对。",
        ),
        audit_row(
            "bound", "按期办结率100%", Decimal("100"), Decimal("100"), True, "info", "比率在0到100之间。"
        ),
    ),
    warnings=(
        Note("no_document_number", "没有找到发文字号。"),
        Note("short_report", "正文不足1000字，证据偏少，结论请慎用。"),
    ),
)

HOSTILE = (
    "\x1b[31m[red]红[/] | **粗** `码` <script>alert(1)</script> ![图](http://x.y/a.png) "
    "\u202e反\u200b\n```\n# 题"
)


def hostile_card(words: str = HOSTILE) -> Scorecard:
    """The card with other words in each place that a report or a framework fills; its shape stays."""
    text = Text(words * 3, name="evil|`name`.txt")
    quote = text.content
    found = Evidence(quote, 0, len(quote), 1, 1, words, Role.ACHIEVEMENT, Match.EXACT, words, 100.0, (5, 10))
    miss = Rejected(quote, 0, len(quote), Why.PLAN, words, words)
    number = Value(words, Decimal("1"), None, None, words, Hedge.EXACT, quote, 0, len(quote), Satisfies.NONE)
    rows = tuple(
        replace(
            row,
            title=words,
            group=words,
            reason=words,
            advice=row.advice and words,
            evidence=(found,) * len(row.evidence),
            rejected=(miss,) * len(row.rejected),
            values=(number,) * len(row.values),
            decision=row.decision and Decision(Status.MET, words, words, words, Status.UNMET),
            criterion_met=row.criterion_met and words,
            criterion_partial=row.criterion_partial and words,
        )
        for row in ITEMS
    )
    report = replace(
        CARD.report,
        title=words,
        place=words,
        issuer=words,
        document_number=words,
        level_source=words,
        sections=(SectionRow(words, 1, 0, len(quote)),),
        characters=len(quote),
    )
    audit = tuple(replace(row, quote=quote, message=words) for row in CARD.audit)
    return replace(
        CARD,
        report=report,
        items=rows,
        audit=audit,
        dimensions=tuple(replace(row, title=words) for row in CARD.dimensions),
        warnings=tuple(Note("hostile", words) for _ in CARD.warnings),
        stamp=replace(CARD.stamp, framework_title=words, report_name=text.name),
    )
