"""A letter to forward: what a report got, where it lost points and how to win them back, and room to sign.

``summary`` lists the dearest losses only; the default ``items`` all of them; ``full`` adds the evidence of
every item as an annex. Needs python-docx, which comes with the extra ``docx``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.i18n import mark, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.clean import excerpt
from scorer.rendering.digest import Digest, advice, facts, grounds, loss, nearest, title
from scorer.rendering.interface import Failure, Options
from scorer.rendering.letter.page import Letter
from scorer.rendering.letter.words import (
    called,
    counted,
    decision_cells,
    dimension_cells,
    scored,
    signed,
    stamped,
)
from scorer.rendering.numbers import points
from scorer.rendering.office import head_of
from scorer.rules.model import Evidence, Status
from scorer.scoring.model import AuditRow, ItemRow, Scorecard

__all__ = ["render"]

_DEAREST = 8
_QUOTE, _LONG = 70, 300
_NUMBERED = (
    mark("一、{name}"),
    mark("二、{name}"),
    mark("三、{name}"),
    mark("四、{name}"),
    mark("五、{name}"),
    mark("六、{name}"),
    mark("七、{name}"),
    mark("八、{name}"),
)
_FOUND = (Status.MET, Status.PARTIAL)


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> bytes:
    """The bytes of a .docx file with one letter for each card, then a page on what could not be read."""
    single = len(cards) == 1
    letter = Letter(_name(cards[0]) if single else trn("{count} 份报告的评分意见", len(cards)))
    for number, card in enumerate(cards):
        _Opinion(letter, Digest(card), options.detail or "items").write(new_page=number > 0)
    if failures or not cards:
        letter.title(tr("未能评分的报告"), new_page=bool(cards))
        letter.table(
            (tr("报告"), tr("原因")), [(failure.name, failure.message) for failure in failures], (2, 3)
        )
    return letter.content()


def _name(card: Scorecard) -> str:
    return tr("《{title}》评分意见", title=title(card.report, card.stamp.report_name))


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
        self.letter.heading(tr(_NUMBERED[self.parts], name=name))
        self.parts += 1

    def _opening(self, new_page: bool) -> None:
        report, stamp = self.card.report, self.card.stamp
        self.letter.title(_name(self.card), new_page=new_page)
        place, level, year, issuer, *_ = (words for _, words in facts(report))
        about = " ".join(words for words in (place, level, year) if words)
        if about:
            self.letter.subtitle(tr("（{about}）", about=about))
        if issuer:
            self.letter.body(tr("{issuer}：", issuer=issuer), indent=False)
        self.letter.body(
            tr(
                "依据《{title}》（{id} {version}），由 {tool} {release} 对该报告逐项评分，结果如下。"
                "本意见只看报告写了什么、怎样写，不是对实际工作的考评结论，供复核和修改报告时参考。",
                title=stamp.framework_title,
                id=stamp.framework_id,
                version=stamp.framework_version,
                tool=stamp.tool_name,
                release=stamp.tool_version,
            )
        )

    def _total(self) -> None:
        total = self.card.total
        self._part(tr("总分"))
        self.letter.body(scored(total))
        if self.digest.rescaled:
            self.letter.body(tr("{words}。", words=self.digest.rescaled))
        self.letter.body(counted(self.digest.counts))
        if self.digest.review:
            told = trn(
                "有{count}项单凭报告文字定不下来，人工复核以后，总分在{low}分至{high}分之间。",
                len(self.digest.review),
                low=points(total.low),
                high=points(total.high),
            )
            self.letter.body(told)
        known = [(name, words or tr("没有写明")) for name, words in facts(self.card.report)]
        if self.card.report.level_source:
            known.append((tr("级别依据"), self.card.report.level_source))
        self.letter.table((tr("报告情况"), tr("内容")), known, (1, 4), centered=(0,))

    def _dimensions(self) -> None:
        self._part(tr("各维度得分"))
        states = (head_of(labels.state("base", status).message) for status in Status)
        head = (tr("维度"), tr("得分"), tr("满分"), tr("得分率"), *states)
        rows = [dimension_cells(row) for row in self.digest.dimensions]
        self.letter.table(head, rows, (36, 14, 14, 15, 12, 12, 12, 14), centered=range(1, 8))

    def _losses(self) -> None:
        lost = self.digest.lost
        if not lost:
            return
        shown = lost[:_DEAREST] if self.detail == "summary" else lost
        self._part(tr("失分项"))
        total = points(sum((loss(item) for item in lost), Decimal(0)))
        self.letter.body(
            trn(
                "共{count}项，失{points}分，按失分多少排列。〔不计〕指报告里有相近的话，但不能作为依据。",
                len(lost),
                points=total,
            )
            if len(shown) == len(lost)
            else tr(
                "共{count}项，失{points}分，这里列失分最多的{shown}项。"
                "〔不计〕指报告里有相近的话，但不能作为依据。",
                count=len(lost),
                points=total,
                shown=len(shown),
            )
        )
        head = (tr("指标"), tr("状态"), tr("失分"), tr("原因和报告原文"), tr("怎样补分"))
        rows = [self._loss(item) for item in shown]
        self.letter.table(head, rows, (26, 13, 13, 64, 40), centered=(1, 2))

    def _loss(self, item: ItemRow) -> tuple[str, ...]:
        word = labels.state(item.kind, item.status).word
        return (
            called(item),
            word,
            points(loss(item)),
            tr("{reason}{quoted}", reason=grounds(item), quoted=self._nearest(item)),
            advice(item),
        )

    def _nearest(self, item: ItemRow) -> str:
        near = nearest(self.digest, item, _QUOTE)
        if near is None:
            return tr("没有相近的语句。")
        if near.accepted:
            return tr("“{words}”（{place}）", words=near.words, place=near.place)
        return tr("〔不计：{why}〕“{words}”（{place}）", why=near.why, words=near.words, place=near.place)

    def _extras(self) -> None:
        if not self.digest.bonus and not self.digest.deductions:
            return
        self._part(tr("加分与扣分"))
        items = (*self.digest.bonus, *self.digest.deductions)
        told = [item for item in items if item.points or item.status in _FOUND]
        if not told:
            self.letter.body(tr("没有成立的加分项或扣分项。"))
            return
        rows = [(called(item), signed(item), grounds(item), self._nearest(item)) for item in told]
        head = (tr("指标"), trp("earned", "分值"), tr("原因"), tr("报告原文"))
        self.letter.table(head, rows, (30, 14, 46, 66), centered=(1,))

    def _review(self) -> None:
        if not self.digest.review:
            return
        self._part(tr("需要人工复核的指标"))
        self.letter.body(tr("下列各项单凭报告文字定不下来，请对照佐证材料复核，填写复核分。"))
        head = (
            tr("指标"),
            tr("程序判断"),
            tr("把握"),
            tr("得分／分值"),
            tr("复核分"),
            head_of(mark("复核意见")),
        )
        rows = [self._asked(item) for item in self.digest.review]
        self.letter.table(head, rows, (36, 20, 13, 25, 16, 46), centered=(1, 2, 3))

    def _asked(self, item: ItemRow) -> tuple[str, ...]:
        word = labels.state(item.kind, item.status).word
        return (called(item), word, labels.CONFIDENCE[item.confidence], _amount(item), "", "")

    def _decided(self) -> None:
        if not self.digest.decided:
            return
        self._part(tr("已有的人工结论"))
        head = (tr("指标"), tr("人工结论"), tr("程序结论"), tr("决定人"), tr("日期"), tr("理由"))
        rows = [decision_cells(item) for item in self.digest.decided]
        self.letter.table(head, rows, (32, 20, 20, 20, 24, 40), centered=(1, 2, 3, 4))

    def _audit(self) -> None:
        rows = self.card.audit
        if not rows:
            return
        self._part(tr("数字勾稽"))
        agreed = sum(row.holds is True for row in rows)
        wrong = [row for row in rows if row.holds is not True]
        self.letter.body(
            trn("核对报告自己的数字{count}处，相符{agreed}处，其余如下。", len(rows), agreed=agreed)
            if wrong
            else trn("核对报告自己的数字{count}处，相符{agreed}处。", len(rows), agreed=agreed)
        )
        cells = []
        for row in wrong:
            kind = labels.RELATION.get(row.relation, row.relation)
            quoted = self._quoted(row, excerpt(row.quote, _QUOTE)[0])
            cells.append((labels.holds(row.holds, row.severity).word, kind, row.message, quoted))
        if cells:
            head = (tr("结论"), tr("关系"), tr("说明"), tr("报告原文"))
            self.letter.table(head, cells, (14, 18, 56, 68), centered=(0, 1))

    def _warnings(self) -> None:
        if self.card.warnings:
            self._part(tr("提示"))
            for note in self.card.warnings:
                self.letter.body(note.message)

    def _signature(self) -> None:
        for line in (
            tr("复核人（签名）：＿＿＿＿＿＿＿＿"),
            tr("单位（盖章）：＿＿＿＿＿＿＿＿"),
            tr("＿＿＿＿年＿＿月＿＿日"),
        ):
            self.letter.right(line)

    def _stamp(self) -> None:
        self.letter.small(stamped(self.card.stamp))

    def _annex(self) -> None:
        self.letter.title(tr("附：逐项依据"), new_page=True)
        head = (tr("指标"), tr("状态"), tr("得分／分值"), tr("依据和出处"))
        for dimension in self.card.dimensions:
            self.letter.heading(f"{dimension.id} {dimension.title}", 2)
            rows = [
                (
                    called(item),
                    labels.state(item.kind, item.status).word,
                    _amount(item),
                    tr("；").join(self._grounds(item)) or grounds(item),
                )
                for item in self.digest.of(dimension)
            ]
            self.letter.table(head, rows, (28, 14, 22, 92), centered=(1, 2))

    def _grounds(self, item: ItemRow) -> Iterator[str]:
        for found in item.evidence:
            hit = (found.hit[0] - found.start, found.hit[1] - found.start)
            yield self._quoted(found, excerpt(found.quote, _LONG, hit)[0])
        if item.evidence_left_out:
            yield labels.more_evidence(item.evidence_left_out)
        for miss in item.rejected:
            yield tr(
                "〔不计：{why}〕“{words}”（{place}）",
                why=labels.WHY[miss.why],
                words=excerpt(miss.quote, _QUOTE)[0],
                place=self.digest.place(miss),
            )

    def _quoted(self, found: Evidence | AuditRow, words: str) -> str:
        return tr("“{words}”（{place}）", words=words, place=self.digest.place(found))


def _amount(item: ItemRow) -> str:
    return tr("{points}／{most}", points=signed(item), most=points(item.max_points))
