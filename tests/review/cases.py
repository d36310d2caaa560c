"""A small invented evaluation: two reports, seven items, every kind of difference once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from scorer.framework.model import Band, Determinable, Dimension, Framework, Item, ItemKind, Topic, TopicIs
from scorer.quantities.model import Hedge
from scorer.review.agreement import Case, Evaluation, evaluate
from scorer.review.labels import LabelFile, parse_labels
from scorer.rules.model import Confidence, Evidence, Finding, Match, Rejected, Satisfies, Status, Value, Why
from scorer.scoring import Scorecard, assemble
from scorer.scoring.model import ReportCard, Stamp
from scorer.structure.model import Role
from scorer.text import Text

MET, PARTIAL, UNMET, NA = Status.MET, Status.PARTIAL, Status.UNMET, Status.NOT_APPLICABLE
HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW


def item(item_id: str, title: str, phrases: tuple[str, ...], points: str = "20", kind: str = "base") -> Item:
    return Item(
        id=item_id,
        title=title,
        dimension="1",
        group="组",
        points=Decimal(points),
        kind=ItemKind(kind),
        determinable=Determinable.HIGH,
        criterion_met="有数字",
        criterion_partial="只提到",
        topic=Topic(phrases),
        metrics=(),
        met=TopicIs(),
        partial=None,
    )


ITEMS = (
    item("1.1", "行政复议", ("行政复议", "复议案件")),
    item("1.2", "出庭应诉", ("出庭应诉",)),
    item("1.3", "执法公示", ("执法公示", "公示执法")),
    item("1.4", "法律顾问", ("法律顾问",)),
    item("1.5", "学法", ("会前学法", "专题学法")),
    item("1.6", "立法", ("地方性法规",)),
    item("1.7", "败诉过多", ("败诉率",), "4", "deduction"),
)

FRAMEWORK = Framework(
    id="small",
    title="小框架",
    version="1.0.0",
    edition="1",
    language="zh-CN",
    notes=(),
    base_points=Decimal(100),
    bonus_cap=Decimal(5),
    deduction_cap=Decimal(10),
    partial_share=Decimal("0.5"),
    grades=(Band("合格", Decimal(60)), Band("不合格", Decimal(0))),
    dimensions=(Dimension("1", "方面", Decimal(120), ITEMS),),
    sha256="0" * 64,
)

QINGCHUAN = Text(
    "全年办理复议案件65件，其中撤销约20件。负责人出庭应诉率为82.5%。\n"
    "下一步，将推行执法公示。各单位都有法律顾问，县政府会前学法4次。\n",
    "qingchuan-2023.txt",
)
QINGCHUAN_LABELS = """\
report: qingchuan-2023
raters: 2
labels:
  "1.1":
    verdict: met
    confidence: high
    evidence:
    - 办理复议案件65件
    values: {复议件数: 65, 维持件数: 45}
  "1.2":
    verdict: met
    confidence: medium
    evidence:
    - 负责人出庭应诉率为82.5%
    values: {出庭率: 82.5}
  "1.3":
    verdict: absent
    confidence: high
  "1.4":
    verdict: partial
    evidence:
    - 各单位都有法律顾问
  "1.5":
    verdict: met
    confidence: low
    evidence:
    - 会前学法4次
    values: {学法次数: 4}
  "1.6":
    verdict: na
  "1.7":
    verdict: absent
"""

BAISHA = Text("区政府新聘法律顾问3名。法院通报本区败诉率偏高。\n", "baisha-2022.txt")
BAISHA_LABELS = """\
report: baisha-2022
labels:
  "1.4":
    verdict: met
    evidence: [新聘法律顾问3名]
  "1.6":
    verdict: na
  "1.7":
    verdict: met
    evidence: [败诉率偏高]
"""


def proof(text: Text, words: str, phrase: str) -> Evidence:
    start = text.content.index(words)
    at = text.locate(start)
    hit = text.content.index(phrase, start)
    return Evidence(
        words,
        start,
        start + len(words),
        at.line,
        at.column,
        "一、成效",
        Role.ACHIEVEMENT,
        Match.EXACT,
        phrase,
        100.0,
        (hit, hit + len(phrase)),
    )


def refusal(text: Text, words: str, phrase: str) -> Rejected:
    start = text.content.index(words)
    at = text.locate(start)
    return Rejected(words, start, start + len(words), Why.PLAN, phrase, "", at.line, at.column)


def number(
    metric: str, value: str | None, unit: str, low: str | None = None, high: str | None = None
) -> Value:
    ends = [Decimal(end) if end else (Decimal(value) if value else None) for end in (low, high)]
    stated = Decimal(value) if value else None
    return Value(metric, stated, *ends, unit, Hedge.EXACT, "原文", 0, 2, Satisfies.FULL)


def finding(item_id: str, status: Status, confidence: Confidence = HIGH, **more: object) -> Finding:
    known = next(one for one in ITEMS if one.id == item_id)
    blank = Finding(known, status, confidence, False, f"{known.title}的理由。", None)
    return replace(blank, **more)  # type: ignore[arg-type]


def card(text: Text, findings: list[Finding]) -> Scorecard:
    stamp = Stamp("scorer", "0", "small", "小框架", "1.0.0", "0" * 64, text.name, "1" * 64, "text")
    about = ReportCard(None, None, None, "", None, None, None, None, len(text), (), ())
    done = {one.item.id: one for one in findings}
    every = [done.get(one.id) or finding(one.id, UNMET) for one in ITEMS]
    return assemble(FRAMEWORK, every, stamp, about)


def labels_of(content: str, name: str = "gold/labels.yaml") -> LabelFile:
    loaded, problems = parse_labels(content.encode("utf-8"), name)
    assert loaded is not None
    assert problems == []
    return loaded


def qingchuan() -> Case:
    """Agrees on 1.1, 1.4, 1.6 and 1.7; too low on 1.2, sees a plan as done in 1.3, misses 1.5."""
    text = QINGCHUAN
    findings = [
        finding(
            "1.1",
            MET,
            evidence=(proof(text, "全年办理复议案件65件", "复议案件"), proof(text, "其中撤销约20件", "撤销")),
            values=(number("复议件数", "65", "件"),),
        ),
        finding(
            "1.2",
            PARTIAL,
            MEDIUM,
            evidence=(proof(text, "负责人出庭应诉率为82.5%", "出庭应诉"),),
            values=(number("出庭率", "82.5", "%"),),
        ),
        finding("1.3", MET, LOW, evidence=(proof(text, "将推行执法公示", "执法公示"),)),
        finding("1.4", PARTIAL, MEDIUM, evidence=(proof(text, "负责人出庭应诉率为82.5%", "出庭应诉"),)),
        finding(
            "1.5",
            UNMET,
            rejected=(
                refusal(text, "将推行执法公示", "公示"),
                refusal(text, "县政府会前学法4次", "会前学法"),
            ),
            values=(number("学法次数", None, "次", "2", "3"),),
        ),
        finding("1.6", NA),
    ]
    return Case(labels_of(QINGCHUAN_LABELS, "gold/qingchuan-2023.yaml"), text, card(text, findings))


def baisha() -> Case:
    """Only three items are labelled; agrees on 1.4, judges 1.6 although it does not apply, misses 1.7."""
    text = BAISHA
    findings = [
        finding("1.1", MET),
        finding("1.4", MET, evidence=(proof(text, "区政府新聘法律顾问3名", "法律顾问"),)),
        finding("1.6", PARTIAL, LOW),
    ]
    return Case(labels_of(BAISHA_LABELS, "gold/baisha-2022.yaml"), text, card(text, findings))


def small_evaluation(*, baseline: bool = True) -> Evaluation:
    return evaluate(FRAMEWORK, [qingchuan(), baisha()], baseline=baseline)
