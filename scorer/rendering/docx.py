"""A letter to forward: what a report got, where it lost points and how to win them back, and room to sign.

``summary`` lists the dearest losses only; the default ``items`` all of them; ``full`` adds the evidence of
every item as an annex. Needs python-docx, which comes with the extra ``docx``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.rendering import labels
from scorer.rendering.clean import excerpt
from scorer.rendering.digest import Digest, advice, facts, loss, nearest, title
from scorer.rendering.interface import Failure, Options
from scorer.rendering.letter.page import Letter
from scorer.rendering.letter.words import called, counted, decision_cells, dimension_cells, signed
from scorer.rendering.numbers import points
from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["render"]

_DEAREST = 8
_QUOTE, _LONG = 70, 300
_NUMERALS = "一二三四五六七八九十"
_FOUND = (Status.MET, Status.PARTIAL)


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> bytes:
    """The bytes of a .docx file with one letter for each card, then a page on what could not be read."""
    single = len(cards) == 1
    letter = Letter(_name(cards[0]) if single else f"{len(cards)} 份报告的评分意见")
    for number, card in enumerate(cards):
        _Opinion(letter, Digest(card), options.detail or "items").write(new_page=number > 0)
    if failures or not cards:
        letter.title("未能评分的报告", new_page=bool(cards))
        letter.table(("报告", "原因"), [(failure.name, failure.message) for failure in failures], (2, 3))
    return letter.content()


def _name(card: Scorecard) -> str:
    return f"《{title(card.report, card.stamp.report_name)}》评分意见"


class _Opinion:
    """The letter on one report."""

    def __init__(self, letter: Letter, digest: Digest, detail: str) -> None:
        self.letter = letter
        self.digest = digest
        self.card = digest.card
        self.detail = detail
        self.parts = 0

    def write(self, *, new_page: bool) -> None:
        """All parts in their order; a part that has nothing to tell is left out and takes no number."""
        self._opening(new_page)
        self._total()
        self._dimensions()
        self._losses()
        self._extras()
        self._review()
        self._decided()
        self._audit()
        self._warnings()
        self._stamp()
        self._signature()
        if self.detail == "full":
            self._annex()

    def _part(self, name: str) -> None:
        self.letter.heading(f"{_NUMERALS[self.parts]}、{name}")
        self.parts += 1

    def _opening(self, new_page: bool) -> None:
        report, stamp = self.card.report, self.card.stamp
        self.letter.title(_name(self.card), new_page=new_page)
        known = dict(facts(report))
        about = " ".join(known[key] for key in ("地区", "级别", "年度") if known[key])
        if about:
            self.letter.subtitle(f"（{about}）")
        if known["署名"]:
            self.letter.body(f"{known['署名']}：", indent=False)
        self.letter.body(
            f"依据《{stamp.framework_title}》（{stamp.framework_id} {stamp.framework_version}），"
            f"由 {stamp.tool_name} {stamp.tool_version} 对该报告逐项评分，结果如下。"
            "本意见只看报告写了什么、怎样写，不是对实际工作的考评结论，供复核和修改报告时参考。"
        )

    def _total(self) -> None:
        total = self.card.total
        self._part("总分")
        grade = f"，等次为{total.grade}" if total.grade else ""
        made = f"基础分{points(total.base)}分，加分{points(total.bonus)}分，扣分{points(total.deduction)}分"
        self.letter.body(
            f"总分{points(total.points)}分，满分{points(total.max_points)}分{grade}。其中{made}。"
        )
        counts = counted(self.digest.counts)
        self.letter.body(f"参与评分的指标{len(self.digest.scored)}项：{counts}。")
        if self.digest.review:
            interval = f"{points(total.low)}分至{points(total.high)}分"
            self.letter.body(
                f"有{len(self.digest.review)}项单凭报告文字定不下来，人工复核以后，总分在{interval}之间。"
            )
        known = [(name, words or "没有写明") for name, words in facts(self.card.report)]
        if self.card.report.level_source:
            known.append(("级别依据", self.card.report.level_source))
        self.letter.table(("报告情况", "内容"), known, (1, 4), centered=(0,))

    def _dimensions(self) -> None:
        self._part("各维度得分")
        head = ("维度", "得分", "满分", "得分率", "达到", "部分", "未见", "不适用")
        rows = [dimension_cells(row) for row in self.digest.dimensions]
        self.letter.table(head, rows, (36, 14, 14, 15, 12, 12, 12, 14), centered=range(1, 8))

    def _losses(self) -> None:
        lost = self.digest.lost
        if not lost:
            return
        shown = lost[:_DEAREST] if self.detail == "summary" else lost
        self._part("失分项")
        total = points(sum((loss(item) for item in lost), Decimal(0)))
        more = f"，这里列失分最多的{len(shown)}项" if len(shown) < len(lost) else "，按失分多少排列"
        self.letter.body(f"共{len(lost)}项，失{total}分{more}。〔不计〕指报告里有相近的话，但不能作为依据。")
        head = ("指标", "状态", "失分", "原因和报告原文", "怎样补分")
        rows = [self._loss(item) for item in shown]
        self.letter.table(head, rows, (26, 13, 13, 64, 40), centered=(1, 2))

    def _loss(self, item: ItemRow) -> tuple[str, ...]:
        word = labels.state(item.kind, item.status).word
        return (
            called(item),
            word,
            points(loss(item)),
            f"{item.reason}{self._nearest(item)}",
            advice(item),
        )

    def _nearest(self, item: ItemRow) -> str:
        near = nearest(self.digest, item, _QUOTE)
        if near is None:
            return f"{labels.NOTHING_NEAR}。"
        refused = "" if near.accepted else f"〔不计：{near.why}〕"
        return f"{refused}“{near.words}”（{near.place}）"

    def _extras(self) -> None:
        if not self.digest.bonus and not self.digest.deductions:
            return
        self._part("加分与扣分")
        items = (*self.digest.bonus, *self.digest.deductions)
        told = [item for item in items if item.points or item.status in _FOUND]
        if not told:
            self.letter.body("没有成立的加分项或扣分项。")
            return
        rows = [(called(item), signed(item), item.reason, self._nearest(item)) for item in told]
        self.letter.table(("指标", "分值", "原因", "报告原文"), rows, (30, 14, 46, 66), centered=(1,))

    def _review(self) -> None:
        if not self.digest.review:
            return
        self._part("需要人工复核的指标")
        self.letter.body("下列各项单凭报告文字定不下来，请对照佐证材料复核，填写复核分。")
        head = ("指标", "程序判断", "把握", "得分／分值", "复核分", "复核意见")
        rows = [self._asked(item) for item in self.digest.review]
        self.letter.table(head, rows, (36, 20, 13, 25, 16, 46), centered=(1, 2, 3))

    def _asked(self, item: ItemRow) -> tuple[str, ...]:
        word = labels.state(item.kind, item.status).word
        amount = f"{signed(item)}／{points(item.max_points)}"
        return (called(item), word, labels.CONFIDENCE[item.confidence], amount, "", "")

    def _decided(self) -> None:
        if not self.digest.decided:
            return
        self._part("已有的人工结论")
        head = ("指标", "人工结论", "程序结论", "决定人", "日期", "理由")
        rows = [decision_cells(item) for item in self.digest.decided]
        self.letter.table(head, rows, (32, 20, 20, 20, 24, 40), centered=(1, 2, 3, 4))

    def _audit(self) -> None:
        rows = self.card.audit
        if not rows:
            return
        self._part("数字勾稽")
        agreed = sum(row.holds is True for row in rows)
        wrong = [row for row in rows if row.holds is not True]
        note = "，其余如下" if wrong else ""
        self.letter.body(f"核对报告自己的数字{len(rows)}处，相符{agreed}处{note}。")
        cells = []
        for row in wrong:
            kind = labels.RELATION.get(row.relation, row.relation)
            quoted = f"“{excerpt(row.quote, _QUOTE)[0]}”（{self.digest.place(row)}）"
            cells.append((labels.holds(row.holds, row.severity).word, kind, row.message, quoted))
        if cells:
            self.letter.table(("结论", "关系", "说明", "报告原文"), cells, (14, 18, 56, 68), centered=(0, 1))

    def _warnings(self) -> None:
        if self.card.warnings:
            self._part("提示")
            for note in self.card.warnings:
                self.letter.body(note.message)

    def _signature(self) -> None:
        for line in (
            "复核人（签名）：＿＿＿＿＿＿＿＿",
            "单位（盖章）：＿＿＿＿＿＿＿＿",
            "＿＿＿＿年＿＿月＿＿日",
        ):
            self.letter.right(line)

    def _stamp(self) -> None:
        stamp = self.card.stamp
        self.letter.small(
            f"评分所据：指标 {stamp.framework_id} {stamp.framework_version}，sha256 {stamp.framework_sha256[:16]}；"
            f"报告 {stamp.report_name}（{stamp.report_reader}），sha256 {stamp.report_sha256[:16]}"
            + (
                f"；复核意见 {stamp.decisions.name}，sha256 {stamp.decisions.sha256[:16]}"
                if stamp.decisions
                else ""
            )
            + "。"
        )

    def _annex(self) -> None:
        self.letter.title("附：逐项依据", new_page=True)
        head = ("指标", "状态", "得分／分值", "依据和出处")
        for dimension in self.card.dimensions:
            self.letter.heading(f"{dimension.id} {dimension.title}", 2)
            rows = [
                (
                    called(item),
                    labels.state(item.kind, item.status).word,
                    f"{signed(item)}／{points(item.max_points)}",
                    "；".join(self._grounds(item)) or item.reason,
                )
                for item in self.digest.of(dimension)
            ]
            self.letter.table(head, rows, (28, 14, 22, 92), centered=(1, 2))

    def _grounds(self, item: ItemRow) -> Iterator[str]:
        for found in item.evidence:
            hit = (found.hit[0] - found.start, found.hit[1] - found.start)
            yield f"“{excerpt(found.quote, _LONG, hit)[0]}”（{self.digest.place(found)}）"
        if item.evidence_left_out:
            yield labels.more_evidence(item.evidence_left_out)
        for miss in item.rejected:
            quoted = f"“{excerpt(miss.quote, _QUOTE)[0]}”（{self.digest.place(miss)}）"
            yield f"〔不计：{labels.WHY[miss.why]}〕{quoted}"
