"""Wholes and their parts: sums that the text announces, and parts that must not exceed their whole.

A sum is checked only with a cue: brackets or 其中： right behind the whole, 共 and 其中 with parts of one sort,
共计 behind the parts, 受理 with 不予受理, N件中 with its outcomes. 其中 alone gives a bound, and a sum only where
parts that exclude each other are more than the whole. Each whole is compared with the numbers around it; parts
that go on beyond them are not added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.quantities.facts import NEIGHBOURS, Fact, same_measure
from scorer.quantities.model import Relation
from scorer.quantities.runs import (
    OPENING,
    RUN_ENDS,
    alike,
    enumerated,
    goes_on,
    in_bracket,
    longest_fit,
    one_mark,
    run_behind,
)
from scorer.quantities.sorts import (
    adds_up,
    ends_of_cases,
    exclude_each_other,
    is_closed,
    is_outcome,
    of_one_sort,
    outcomes_of_all,
    overlap,
    stages_of,
)
from scorer.quantities.told import bounds, exceed, total

__all__ = ["check_sums"]

_WHOLE_CUE = re.compile(r"共|总计|合计|总数|总量|累计|总额|计$")
_OF_WHICH = re.compile(r"其中|分别为|分别是|分为|包括")
_TOTAL_BEHIND = re.compile(r"[，,；;。、 ]*(?:共计|合计|总计|共|总数达?|总数为)$")
_OPENS_OF_WHICH = re.compile(r"\s*(?:其中|包括)(?![^，。；]{0,8}上[述年])")
_OUTCOME_CUE = re.compile(r"[里中](?:[，,：:]|$)")
_OUTCOMES_OF_CASES = re.compile(r"[^，,。；;：:、（(]{1,12}[里中](?:[，,：:]|$)")
# Cases carried over from last year are closed beside those that came in.
_CARRIED = re.compile(r"结转|旧存|上一?年")
# A stock is no sum of what was added to it and taken from it.
_STOCK = re.compile(r"现行有效|现有|现存|现共|存量|在册|目前|截至")


def check_sums(
    text: str, facts: Sequence[Fact], around: tuple[int, int], before: Sequence[Fact] = ()
) -> Iterator[Relation]:
    """All sums and bounds that the sentence with these numbers announces.

    ``around`` is where it starts and ends, ``before`` are the numbers of the sentence before: 其中 may open one.
    """
    start, end = around
    carried = bool(_CARRIED.search(text, start, end)) or any(_CARRIED.search(fact.label) for fact in before)
    yield from _of_the_sentence_before(text, before, facts, start)
    for index, whole in enumerate(facts):
        if not adds_up(whole):
            continue
        behind = facts[index + 1 : index + 1 + NEIGHBOURS]
        between = text[whole.quantity.end : behind[0].quantity.start] if behind else ""
        if between[:1] and between[0] in OPENING:
            further = facts[index + 1 + NEIGHBOURS :][:1]
            floor = facts[index - 1].quantity.end if index else start
            yield from _bracketed(text, whole, behind, further[0].quantity.start if further else end, floor)
        elif (_OF_WHICH.search(between) or _list_opens(text, whole, between)) and not RUN_ENDS.search(
            between
        ):
            yield from _of_which(text, facts[max(0, index - NEIGHBOURS) : index + 1], behind, between)
        elif _OUTCOME_CUE.match(between):
            yield from _outcomes_of(text, whole, behind)
        elif _OUTCOMES_OF_CASES.match(between):
            yield from _outcomes_of(text, whole, behind, or_bound=False)
        elif behind:
            yield from _accepted_or_not(text, whole, behind, carried=carried)
        if index >= 2 and _TOTAL_BEHIND.search(text, max(0, whole.quantity.start - 6), whole.quantity.start):
            yield from _parts_before(text, facts[max(0, index - NEIGHBOURS) : index], whole)
    yield from _closed_cases(facts)


def _of_the_sentence_before(
    text: str, before: Sequence[Fact], facts: Sequence[Fact], start: int
) -> Iterator[Relation]:
    """共梳理权责事项3210项。其中行政许可210项 …: the whole is the last number before the full stop."""
    if (
        before
        and facts
        and adds_up(before[-1])
        and _OPENS_OF_WHICH.match(text, start, facts[0].quantity.start)
    ):
        between = text[start : facts[0].quantity.start]
        yield from _of_which(text, before[-1:], facts[:NEIGHBOURS], between, start)


def _list_opens(text: str, whole: Fact, between: str) -> bool:
    """共发放资料12万份：手册4万份、折页8万份: a colon right behind a whole that 共 or 总计 announces."""
    return between[:1] in {"：", ":"} and _announced(text, whole, 40)


def _announced(text: str, whole: Fact, reach: int) -> bool:
    """Whether 共, 总计 and the like stand before the whole."""
    return _WHOLE_CUE.search(text, max(0, whole.quantity.start - reach), whole.quantity.start) is not None


def _bracketed(text: str, whole: Fact, behind: Sequence[Fact], end: int, floor: int) -> Iterator[Relation]:
    """总数n件（A类n件，B类m件）: with 共 or 其中, with parts that exclude each other, or kinds of one noun.

    ``floor`` is where the number before the whole ends: a 共 ahead of that is not this whole's own.
    """
    inside = in_bracket(text, whole, behind, end)
    parts = [fact for fact in inside if same_measure((whole, fact))]
    announced = bool(parts) and "其中" in text[whole.quantity.end : parts[0].quantity.start]
    apart = len(parts) >= 2 and exclude_each_other(whole, parts)
    if (
        len(parts) < 2
        or not same_measure(inside)
        or (overlap(parts) and not apart and not _equal(whole, parts))
    ):
        yield from bounds([whole], parts[:1] if announced else [])
    elif announced or _announced(text, whole, min(60, whole.quantity.start - floor)):
        yield from total(whole, parts, sure=True)
    elif apart or of_one_sort(whole, parts) or _announced(text, whole, 60):
        yield from total(whole, parts, sure=exceed(parts, whole))


def _of_which(
    text: str, upto: Sequence[Fact], behind: Sequence[Fact], between: str, start: int | None = None
) -> Iterator[Relation]:
    """``upto`` are the numbers up to and with the whole, the words ``between`` stand behind it or from ``start``."""
    whole = upto[-1]
    parts = run_behind(text, whole, behind, start)
    if not parts:
        return
    listed = "：" in between or ":" in between
    if goes_on(parts, behind, -1):
        pass  # how much they are is not known
    elif _make_a_whole(whole, parts, listed=listed):
        cue = _announced(text, whole, 40)
        kin = cue and of_one_sort(whole, parts)
        if listed or kin or (cue and (_equal(whole, parts) or (len(parts) >= 3 and one_mark(text, parts)))):
            above = exceed(parts, whole)
            sure = listed or above or (kin and len(parts) >= 3 and "联合" not in stages_of(parts))
            yield from total(whole, parts, sure=sure)
            return
    row = _apart(whole, alike(text, parts))
    if exceed(row, whole) and len(row) >= 2:
        yield from total(whole, row, sure=True)
    elif _says_all(whole, parts):
        yield from total(whole, parts, sure=False)
    else:
        yield from bounds(upto, enumerated(text, parts) if "其中" in between else [])


def _says_all(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Parts that leave nothing out though no 共 says so: 受理 and 不予受理, every way in which a case can end."""
    return (len(parts) == 2 and _opposite(*parts)) or outcomes_of_all(whole, parts)


def _opposite(yes: Fact, no: Fact) -> bool:
    word = yes.label.removeprefix("依法").removeprefix("决定")
    return bool(word) and no.label.removeprefix("依法").removeprefix("决定") in {
        f"不予{word}",
        f"未{word}",
        f"不{word}",
        f"未予{word}",
    }


def _apart(whole: Fact, row: Sequence[Fact]) -> Sequence[Fact]:
    """The first of the row, up to one that may share something with those before it."""
    count = 1
    while count < len(row) and (
        exclude_each_other(whole, row[: count + 1]) or ends_of_cases(whole, row[: count + 1])
    ):
        count += 1
    return row[:count]


def _make_a_whole(whole: Fact, parts: Sequence[Fact], *, listed: bool) -> bool:
    """Whether the parts can be shares of one whole, no stages and no traits; behind 其中： 联合检查 is a share."""
    if len(parts) < 2:
        return False
    stages = stages_of(parts)
    if listed or of_one_sort(whole, parts):
        stages.discard("联合")
    return not stages and (_equal(whole, parts) or not overlap(parts))


def _equal(whole: Fact, parts: Sequence[Fact]) -> bool:
    return sum((part.value for part in parts), Decimal(0)) == whole.value


def _parts_before(text: str, before: Sequence[Fact], whole: Fact) -> Iterator[Relation]:
    """A类n件、B类m件，共计k件: the parts come first, and all or only the last of them belong to the total."""
    run: list[Fact] = []
    same: list[Fact] = []
    for fact in reversed(before):
        behind = run[0].quantity.start if run else whole.quantity.start
        if RUN_ENDS.search(text, fact.quantity.end, behind):
            break
        if _OF_WHICH.search(text, fact.quantity.end, behind):
            # What stands before 其中 is no part beside its own parts; here the total may only say it once more.
            same = same if fact.value == whole.value and same_measure((whole, fact)) else []
            break
        if len(same) == len(run) and same_measure((whole, fact)):
            same.insert(0, fact)
        run.insert(0, fact)
    fitting = longest_fit(run, whole)
    if fitting:
        yield from total(whole, fitting, sure=False)
    elif len(same) >= 2 and not goes_on(same, before, 0) and _is_their_total(text, same, whole):
        yield from total(whole, same, sure=True)


def _is_their_total(text: str, parts: Sequence[Fact], whole: Fact) -> bool:
    """Whether 共 stands bare or with the noun of the parts; 新建5个，改建6个，全市服务站共350个 is another count."""
    if stages_of(parts) or _STOCK.search(text, parts[-1].quantity.end, whole.quantity.start):
        return False
    return not whole.label or all(part.label.endswith(whole.label) for part in parts)


def _accepted_or_not(text: str, whole: Fact, behind: Sequence[Fact], *, carried: bool) -> Iterator[Relation]:
    """收到13件，受理7件，不予受理6件: what is accepted and what is not make the whole, with what else stands beside.

    Where cases were ``carried`` over, 审结 and 未审结 are more than what came in.
    """
    if len(behind) < 2 or not same_measure((whole, *behind[:2])) or not _opposite(*behind[:2]):
        return
    if RUN_ENDS.search(text, whole.quantity.end, behind[1].quantity.start):
        return
    run = run_behind(text, whole, behind)
    parts = next((run[:n] for n in range(2, len(run) + 1) if _equal(whole, run[:n])), run[:2])
    if carried and not _equal(whole, parts):
        return
    yield from total(whole, parts, sure=exceed(parts, whole))


def _outcomes_of(
    text: str, whole: Fact, behind: Sequence[Fact], *, or_bound: bool = True
) -> Iterator[Relation]:
    """Of N件中 and N件里 the numbers right behind, as a sum when each of them names an outcome.

    Otherwise the first is at most the whole; not in 5个乡镇工作中，… , which is a phrase of its own.
    """
    parts: list[Fact] = []
    for fact in behind:
        last = parts[-1].quantity.end if parts else whole.quantity.end
        if not same_measure((whole, fact)) or RUN_ENDS.search(text, last, fact.quantity.start):
            break
        parts.append(fact)
    if len(parts) >= 2 and all(is_outcome(part) for part in parts) and not goes_on(parts, behind, -1):
        yield from total(whole, parts, sure=exceed(parts, whole))
    elif or_bound:
        yield from bounds([whole], parts[:1])


def _closed_cases(facts: Sequence[Fact]) -> Iterator[Relation]:
    """审结4件 … 维持3件，撤销1件: spoken of only when some run of outcomes makes up the closed cases."""
    for index, whole in enumerate(facts):
        if not is_closed(whole):
            continue
        row: list[Fact] = []
        for fact in facts[index + 1 : index + 1 + NEIGHBOURS]:
            if not same_measure((whole, fact)) or not is_outcome(fact):
                break
            row.append(fact)
        parts = longest_fit(row, whole)
        if parts and all(fact.exact for fact in (whole, *parts)):
            yield from total(whole, parts, sure=False)
