"""Whether what a clause says has happened, and by whom.

In achievements a clause is taken as done unless its own words, or a clause that governs it, say otherwise: a future
holds to the end of its segment, one that names its time (2022年，我县将……) to the end of the sentence, both until a
clause goes back to the past; a lack is shared by the clauses that it is said of and by what it led to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorer.i18n import mark, said
from scorer.structure.actors import acts_again, answered, names_time_only, names_us, other_actor
from scorer.structure.bases import basis_cue
from scorer.structure.deadlines import deadline_cue
from scorer.structure.demands import (
    asked_of_all,
    deed_after,
    demand_begins,
    demands,
    is_norm,
    paper_asks,
    tells_result,
)
from scorer.structure.future import back_to_past, future_cue, is_time_alone, time_cue
from scorer.structure.lacks import follows_from_lack, lack_cue, leans_on_next, tells_deed
from scorer.structure.model import Level, Realis, Role
from scorer.structure.others import quoted_cue
from scorer.structure.rulings import spread_rulings
from scorer.structure.will import will
from scorer.structure.words import LEAD

__all__ = ["ends_in_demand", "judge_clauses"]

Judgement = tuple[Realis, str]

_BY_ROLE = {Role.PROBLEM: (Realis.PROBLEM, mark("问题语句")), Role.PLAN: (Realis.PLANNED, mark("计划语句"))}
_DONE: Judgement = (Realis.DONE, "")
_DEMANDED: Judgement = (Realis.QUOTED, mark("会议或领导的要求"))
_SHARED_LACK: Judgement = (Realis.PROBLEM, mark("与相邻分句同述一个问题"))

_CONCESSION = re.compile(r"虽然|尽管|虽(?!说)")
_ONGOING = re.compile(r"正在|推进中|筹备中|建设中|尚在|(?:已|已经)着手")
_BASIS = re.compile(rf"{LEAD}(?:严格)?(?:根据|按照?|依据|依照|遵照)")
_COURT_ACTS = re.compile("他人行为(?!.{2,24}通过”)")  # in what ``quoted_cue`` says of a clause
_ASKS_AGAIN = re.compile("(?:[一二三四五六七八九十]?要|必须|务必)(?!求|素|件|点|闻|案)")
_ENUMERATION = 240  # characters over which the words of an enumeration are read as one


def judge_clauses(
    role: Role,
    clauses: Sequence[str],
    new_segment: Sequence[bool],
    *,
    year: int | None = None,
    level: Level | None = None,
    place: str | None = None,
    asked: bool = False,
) -> list[Judgement]:
    """Realis and Chinese reason for each clause of one sentence.

    ``clauses`` are the folded words; ``new_segment[i]`` tells that clause ``i`` opens a segment. ``year`` is the year
    reported, ``level`` and ``place`` those of the government that reports; None where they are not known. ``asked`` tells that the
    sentence before, in the same paragraph, ended in what was asked for at a meeting.
    """
    if role in _BY_ROLE:
        return [_in_problem_or_plan(role, clause) for clause in clauses]
    if role in (Role.CLOSING, Role.CHROME):
        return [_DONE for _ in clauses]
    own = [
        _own_cue(clauses, new_segment, index, year=year, level=level, place=place)
        for index in range(len(clauses))
    ]
    judged = _spread_future(clauses, new_segment, own)
    _spread_other(clauses, judged, level, place)
    _spread_standard(clauses, judged)
    _spread_demand(clauses, judged, asked=asked)
    spread_rulings(clauses, new_segment, judged)
    _spread_lack(clauses, new_segment, judged)
    return [judgement or _DONE for judgement in judged]


def _in_problem_or_plan(role: Role, clause: str) -> Judgement:
    if role is Role.PROBLEM and _CONCESSION.search(clause):
        return Realis.DONE, mark("让步语“虽然”")
    return _BY_ROLE[role]


def _own_cue(
    clauses: Sequence[str],
    new_segment: Sequence[bool],
    index: int,
    *,
    year: int | None,
    level: Level | None,
    place: str | None,
) -> Judgement | None:
    """What the clause's own words say."""
    clause = clauses[index]
    last = index + 1 == len(clauses) or new_segment[index + 1]
    quoted = quoted_cue(clause, last=last, level=level, place=place)
    if quoted:
        return Realis.QUOTED, quoted
    before, after = _enumeration(clauses, index)
    basis = basis_cue(before + clause + after, place) if before or (after and not last) else None
    if basis and not last:
        return Realis.QUOTED, basis
    future = time_cue(clause, year) or will(clause + after, until=len(clause)) or future_cue(clause)
    future = future or deadline_cue(clauses, new_segment, index, year)
    if future:
        return Realis.PLANNED, said("将来语“{words}”", words=future)
    lack = lack_cue(clause, before, after)
    if lack:
        return Realis.PROBLEM, said("问题语“{words}”", words=lack)
    ongoing = _ONGOING.search(clause)
    return (Realis.ONGOING, said("进行语“{words}”", words=ongoing[0])) if ongoing else None


def _enumeration(clauses: Sequence[str], index: int) -> tuple[str, str]:
    """The clauses before and after in the same enumeration: 将公众参与……、专家论证……作为必经程序."""
    before = after = ""
    at = index
    while at > 0 and clauses[at - 1].endswith("、") and len(before) < _ENUMERATION:
        at -= 1
        before = clauses[at] + before
    at = index
    while clauses[at].endswith("、") and at + 1 < len(clauses) and len(after) < _ENUMERATION:
        at += 1
        after += clauses[at]
    return before[-_ENUMERATION:], after[:_ENUMERATION]


def _spread_future(
    clauses: Sequence[str], new_segment: Sequence[bool], own: Sequence[Judgement | None]
) -> list[Judgement | None]:
    """Let a future govern what follows it, up to a clause that goes back to the past."""
    judged = list(own)
    governing: Judgement | None = None
    dated = False  # whether the future names its time, so that it outlasts its segment
    for index, clause in enumerate(clauses):
        judgement = own[index]
        if new_segment[index] and not dated:
            governing = None
        if judgement and judgement[0] is Realis.PLANNED:
            governing = judgement
            dated = dated or bool(time_cue(clause, None)) or _after_time(clauses, index)
            if index and is_time_alone(clauses[index - 1]):
                judged[index - 1] = judgement
        elif back_to_past(clause) or (new_segment[index] and names_us(clause)):
            governing, dated = None, False
        elif governing and (judgement is None or judgement[0] in (Realis.PROBLEM, Realis.ONGOING)):
            judged[index] = governing
    return judged


def _after_time(clauses: Sequence[str], index: int) -> bool:
    """Whether the clause begins with a year, or stands right after a clause that only names a time."""
    return bool(re.match(r"20\d\d年", clauses[index])) or bool(index and is_time_alone(clauses[index - 1]))


def _spread_other(
    clauses: Sequence[str], judged: list[Judgement | None], level: Level | None, place: str | None
) -> None:
    """Let somebody else at the head of a clause act in it and in those that follow, until one names us."""
    actor: str | None = None
    named: str | None = None
    for index, clause in enumerate(clauses):
        before = clauses[index - 1] if index else ""
        if index + 1 < len(clauses) and answered(clause, clauses[index + 1]):
            own = judged[index]
            judged[index] = None if own and own[0] is Realis.QUOTED else own
            actor = named = None
            continue
        timed = named is not None and names_time_only(before)
        named = other_actor(clause, before, level=level, place=place)
        if named:
            actor = named
        elif told := _court_told(judged[index]):
            actor = told
        elif actor and not timed and acts_again(clause, actor=actor, place=place):
            actor = None
        if actor and (judged[index] is None or named):
            judged[index] = (Realis.QUOTED, actor)


def _court_told(judgement: Judgement | None) -> str | None:
    """What is said of a clause in which a court acts; None of others.

    Nor of one in which it acts through what it has together with the government (法院通过府院联动机制，……).
    """
    if judgement is None or judgement[0] is not Realis.QUOTED:
        return None
    return judgement[1] if _COURT_ACTS.match(judgement[1]) else None


def _spread_standard(clauses: Sequence[str], judged: list[Judgement | None]) -> None:
    """省政府要求，可办率达到98%: a standard until a clause tells a deed; after a mere basis only what ought to be."""
    asked = False
    for index, clause in enumerate(clauses):
        result = tells_result(clause)
        after_basis = index > 0 and _BASIS.match(clauses[index - 1]) is not None
        asked = asked and not result
        if judged[index] is None and (asked or (after_basis and is_norm(clause))):
            judged[index] = (Realis.QUOTED, mark("规定或上级的要求"))
        asked = asked or asked_of_all(clause)


def _spread_demand(clauses: Sequence[str], judged: list[Judgement | None], *, asked: bool) -> None:
    """会议强调，要……: what is asked for at a meeting is not yet done, nor what the next sentence begins to ask for."""
    begins = False
    heard = asked  # a meeting has spoken: 会议强调，要…，形成格局；要… asks again
    for index, clause in enumerate(clauses):
        again = heard and judged[index] is None and _ASKS_AGAIN.match(clause) is not None
        if (again and not tells_deed(clause)) or (paper_asks(clause) and judged[index] is None):
            judged[index] = _DEMANDED
            asked = True
        elif asked and judged[index] is None:
            before, after = _enumeration(clauses, index)  # 各村、各部门要……: one demand
            asked = demands(before + clause + after)
            if not asked and begins:
                asked = not tells_deed(clause)
            elif not asked and index == 0:  # a sentence that goes on asking says so at once
                asked = any(demands(words) for words in clauses[1:2])
            elif not asked:
                asked = judged[index - 1] is not None and not deed_after(clause)
            if asked:
                judged[index] = _DEMANDED
        begins = demand_begins(clause)
        asked = begins or asked
        heard = heard or begins


def ends_in_demand(judged: Sequence[Judgement]) -> bool:
    """Whether a sentence ended in what was asked for at a meeting, so that the next may go on asking.

    >>> ends_in_demand(judge_clauses(Role.ACHIEVEMENT, ["会议强调，", "要抓好普法。"], [True, False]))
    True
    """
    return bool(judged) and judged[-1] == _DEMANDED


def _spread_lack(clauses: Sequence[str], new_segment: Sequence[bool], judged: list[Judgement | None]) -> None:
    """Let the clauses of a segment share the lack that one of them states, unless they tell of a deed."""
    for index in range(1, len(clauses)):
        if new_segment[index]:
            continue
        before, here = judged[index - 1], judged[index]
        if here and here[0] is Realis.PROBLEM and before is None:
            if leans_on_next(clauses[index - 1], clauses[index]):
                judged[index - 1] = _SHARED_LACK
        elif before and before[0] is Realis.PROBLEM and here is None and follows_from_lack(clauses[index]):
            judged[index] = _SHARED_LACK
