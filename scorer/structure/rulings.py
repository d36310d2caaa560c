"""Sentences that lay down what is to be: a norm, a threat, a task that is handed out.

- 预案制定机关应当及时修订预案: a norm says what ought to be.
- 哄抬物价的，将从严打击; 对落实不力的，一律问责: a threat befalls nobody yet.
- 完善清单并公布。（区司法局牵头）: who is in charge is named of what is still to be done.

Each gives way to what the sentence counts or tells as done (对落实不力的，一律问责，约谈3人).
"""

from __future__ import annotations

from collections.abc import Sequence

from scorer.i18n import mark
from scorer.patterns import lazily
from scorer.structure.actors import names_us
from scorer.structure.deadlines import names_charge, told_as_done
from scorer.structure.demands import asks_units
from scorer.structure.model import Realis
from scorer.structure.words import LEAD, blank_names, either

__all__ = ["spread_rulings"]

Judgement = tuple[Realis, str]

_NORM: Judgement = (Realis.QUOTED, mark("规定或上级的要求"))
_ASKED: Judgement = (Realis.QUOTED, mark("会议或领导的要求"))
_TASK: Judgement = (Realis.PLANNED, mark("任务分工，还不是做了的事"))

# 预案制定机关应当……: the subject of a norm; after a verb or a preposition 应当 only says which (对应当听证的事项).
_OUGHT = lazily(
    rf"{LEAD}(?:(?!明确|规定|确定|认为|确认|履行|做到|要求|梳理|公开|告知|提醒|督促|[对凡按将把])[^，；的]){{0,24}}?"
    "(?<![对凡按未])应当(?![地时事天前今晚年量])(?![^，；]{0,24}的(?![^，；]{0,2}[要规]))"
)
_CONDITION = lazily("的，$")
_THREAT = lazily(
    rf"{LEAD}(?:都|也)?(?:将|一律|坚决|必须|必将|应当?|要)[^，；的]{{0,10}}?"
    + either("打击 问责 追责 追究 查处 处罚 通报 约谈 曝光 惩处 惩治 严惩")
)
# 要进一步规范……: a demand without a word of whose; 要求 and 要素 are no demands.
_MUST = lazily(
    rf"{LEAD}(?:(?:各|全[县市区镇局])[^，；要的]{{1,12}})?(?:(?:必须|务必)要?|要)(?:于|抓紧|严格|切实|进一步|坚持|加强|持续|高度重视|认真|充分|不断|深入|全面|强化|提高|聚焦|突出|牢固|"
    "统筹|着力|积极|坚决|加大|带头|增强|牢记|主动|加快|尽快)"
)
# 要求各单位每季度学法一次，年底述法: what is asked for by a time goes on with what was asked.
_BY_THEN = lazily(rf"{LEAD}(?:年底|年末|每[年季月]|次月|月底)(?![^，；]*(?:已|了|\d|均))")


def spread_rulings(
    clauses: Sequence[str], new_segment: Sequence[bool], judged: list[Judgement | None]
) -> None:
    """Judge, in place, the clauses that lay something down and those of their segments that go on with it."""
    for start, end in _segments(new_segment):
        _lay_down(clauses, judged, start, end)
    sentence = "".join(clauses)
    if names_charge(sentence) and not told_as_done(sentence):
        for index, judgement in enumerate(judged):
            judged[index] = judgement or _TASK


def _segments(new_segment: Sequence[bool]) -> list[tuple[int, int]]:
    starts = [index for index, new in enumerate(new_segment) if new or index == 0]
    return list(zip(starts, [*starts[1:], len(new_segment)], strict=True))


def _lay_down(clauses: Sequence[str], judged: list[Judgement | None], start: int, end: int) -> None:
    """Spread a norm, a threat or a demand from its clause to the end of its segment or to where we are named."""
    told: int | None = None  # the last clause that counts or tells something as done, sought when needed
    for index in range(start, end):
        if index > start and asks_units(clauses[index - 1]) and _BY_THEN.match(clauses[index]):
            judged[index] = judged[index] or _ASKED
        own = judged[index]
        if own is not None and own[0] is not Realis.PLANNED:  # 将从严打击 is a threat and a future
            continue
        laid = _laid_down(clauses, index, start)
        if laid is None:
            continue
        if told is None:
            told = max((at for at in range(index, end) if told_as_done(clauses[at])), default=-1)
        if told >= index:
            continue
        if laid is _NORM and index > start and _CONDITION.search(clauses[index - 1]):
            judged[index - 1] = judged[index - 1] or laid
        for following in range(index, end):
            if following > index and names_us(clauses[following]):
                return
            judged[following] = judged[following] or laid
        return


def _laid_down(clauses: Sequence[str], index: int, start: int) -> Judgement | None:
    clause = blank_names(clauses[index])
    before = clauses[index - 1] if index > start else ""
    if (_CONDITION.search(before) and _THREAT.match(clause)) or ("应当" in clause and _OUGHT.match(clause)):
        return _NORM
    return _ASKED if ("要" in clause or "必" in clause) and _MUST.match(clause) else None
