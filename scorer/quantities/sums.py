"""Wholes and their parts: sums that the text announces, and parts that must not exceed their whole.

A sum is checked only with a cue: brackets or 其中： right behind the whole, 共 and 其中 with parts of one sort,
共计 behind the parts, 受理 with 不予受理, N件中 with its outcomes. 其中 alone gives a bound and never a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.quantities.facts import Fact, finding, may_add_up, number, same_measure, total
from scorer.quantities.model import Relation

__all__ = ["check_sums"]

_WHOLE_CUE = re.compile(r"共|总计|合计|总数|总量|累计|总额|计$")
_OF_WHICH = re.compile(r"其中|分别为|分别是|分为|包括")
_TOTAL_BEHIND = re.compile(r"[，,；;。、 ]*(?:共计|合计|总计|共|总数达?|总数为)$")
_OUTCOME_CUE = re.compile(r"[里中](?:[，,：:]|$)")
# Stages of one procedure overlap: 受理 61 and 办结 57 of 67 are no parts of a sum.
_STAGES = re.compile(
    r"办结|审结|结案|受理|立案|成功|整改|完成|履行到位|化解|回访|答复|反馈|达标|合格|通过|联合"
)
# Traits overlap as well: one case can be 涉企 and 重大 at once.
_TRAITS = re.compile(
    r"涉企|涉农|涉民生|重大|疑难|复杂|群体性|典型|优秀|党员|女性|妇女|青年|青少年|未成年|农民工|老年人|残疾|退役军人|重点|持证|本科"
)
# Words that split a whole between them: parts that hold different words of one row leave nothing out twice.
_ROWS = (
    ("线上", "线下"),
    ("民事", "刑事", "行政"),
    ("国内", "涉外", "涉港澳", "涉台"),
    (
        "省级",
        "市级",
        "市直",
        "市本级",
        "区级",
        "区直",
        "县级",
        "县直",
        "乡镇",
        "镇级",
        "乡级",
        "街道",
        "村级",
    ),
    ("城市", "城镇", "农村", "乡村"),
    ("上半年", "下半年"),
    ("男", "女"),
    ("来信", "来访", "来电", "网上"),
    ("专职", "兼职"),
    ("建议", "提案"),
    ("简易程序", "普通程序", "一般程序"),
    ("听证会", "座谈会", "论证会", "恳谈会"),
    ("新增", "存量", "结转"),
    ("主动公开", "依申请公开"),
)
_OUTCOMES = re.compile(r"维持|撤销|变更|确认违法|驳回|终止|撤回|撤诉|调解|责令履行|胜诉|败诉|责令重作|和解")
_CLOSED = re.compile(r"审结|办结|结案")
_BRACKETS = "（("
_RUN_ENDS = re.compile(r"[。；;]")


def check_sums(text: str, facts: Sequence[Fact], end: int) -> Iterator[Relation]:
    """All sums and bounds that the sentence with these numbers announces; ``end`` is where it ends."""
    for index, whole in enumerate(facts):
        behind = facts[index + 1 :]
        between = text[whole.quantity.end : behind[0].quantity.start] if behind else ""
        if between[:1] and between[0] in _BRACKETS:
            yield from _bracketed(text, whole, behind, end)
        elif _OF_WHICH.search(between) and not _RUN_ENDS.search(between):
            yield from _of_which(text, facts, index, between)
        elif _OUTCOME_CUE.match(between):
            yield from _outcomes_of(text, whole, behind)
        elif behind:
            yield from _accepted_or_not(text, whole, behind)
        if index >= 2 and _TOTAL_BEHIND.search(text, max(0, whole.quantity.start - 6), whole.quantity.start):
            yield from _parts_before(text, facts[:index], whole)
    yield from _closed_cases(text, facts)


def _bracketed(text: str, whole: Fact, behind: Sequence[Fact], end: int) -> Iterator[Relation]:
    """共清理文件99件（继续有效72件，废止14件，失效9件）."""
    closing = [at for at in (text.find(mark, whole.quantity.end, end) for mark in "）)") if at >= 0]
    close = min(closing, default=-1)
    inside = [fact for fact in behind if fact.quantity.end <= close]
    parts = [fact for fact in inside if same_measure((whole, fact))]
    if len(parts) < 2 or not same_measure(inside) or (_overlap(parts) and not _equal(whole, parts)):
        return
    announced = "其中" in text[whole.quantity.end : parts[0].quantity.start]
    if announced or _WHOLE_CUE.search(text, max(0, whole.quantity.start - 60), whole.quantity.start):
        yield from _sum(text, whole, parts, sure=True)


def _of_which(text: str, facts: Sequence[Fact], index: int, between: str) -> Iterator[Relation]:
    whole = facts[index]
    parts = _run_behind(text, whole, facts[index + 1 :])
    if not parts:
        return
    listed = "：" in between or ":" in between
    if _make_a_whole(whole, parts, listed=listed):
        cue = bool(_WHOLE_CUE.search(text, max(0, whole.quantity.start - 40), whole.quantity.start))
        kin = cue and _one_sort(whole, parts)
        if listed or kin or (cue and (_equal(whole, parts) or len(parts) >= 3)):
            above = total(parts)[0] > whole.high
            yield from _sum(text, whole, parts, sure=listed or above or (kin and len(parts) >= 3))
            return
    yield from _bounds(text, facts[: index + 1], parts[:1] if "其中" in between else [])


def _run_behind(text: str, whole: Fact, behind: Sequence[Fact]) -> list[Fact]:
    """The numbers behind a whole that count in its unit, up to the first that does not, or the end of the run."""
    parts: list[Fact] = []
    for fact in behind:
        last = parts[-1].quantity.end if parts else whole.quantity.end
        if _RUN_ENDS.search(text, last, fact.quantity.start):
            break
        if same_measure((whole, fact)):
            parts.append(fact)
        elif parts:
            break
    return parts


def _make_a_whole(whole: Fact, parts: Sequence[Fact], *, listed: bool) -> bool:
    """Whether the parts can be shares of one whole, no stages and no traits; behind 其中： 联合检查 is a share."""
    if len(parts) < 2:
        return False
    stages = {match.group() for part in parts if (match := _STAGES.search(part.label))}
    if listed:
        stages.discard("联合")
    return not stages and (_equal(whole, parts) or not _overlap(parts))


def _equal(whole: Fact, parts: Sequence[Fact]) -> bool:
    return sum((part.value for part in parts), Decimal(0)) == whole.value


def _overlap(parts: Sequence[Fact]) -> bool:
    return any(_TRAITS.search(part.label) for part in parts)


def _one_sort(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Whether all parts are kinds of one noun (涉外公证 of 各类公证), halves of one row, or all named in the whole."""
    if any(_members(parts, row) == len(parts) for row in _ROWS):
        return True
    if all(len(part.label) >= 2 and part.label in whole.label for part in parts):
        return True
    noun = parts[0].label[-2:]
    return len(noun) == 2 and all(fact.label.endswith(noun) for fact in (whole, *parts))


def _members(parts: Sequence[Fact], row: Sequence[str]) -> int:
    """How many different words of a row the labels of the parts hold, one each."""
    return len({next((word for word in row if word in part.label), part.label) for part in parts} & set(row))


def _parts_before(text: str, before: Sequence[Fact], whole: Fact) -> Iterator[Relation]:
    """检测从业人员557人，肉类1420批次、包装615批次、环境231批次，共计2823个批次: the parts come first."""
    run: list[Fact] = []
    for fact in reversed(before):
        if _RUN_ENDS.search(text, fact.quantity.end, run[0].quantity.start if run else whole.quantity.start):
            break
        run.insert(0, fact)
    same: list[Fact] = []
    for fact in reversed(run):
        if not same_measure((whole, fact)):
            break
        same.insert(0, fact)
    for first in range(len(run) - 1):
        if may_add_up(run[first:], whole):
            yield from _sum(text, whole, run[first:], sure=False)
            return
    if len(same) >= 2 and not any(_STAGES.search(part.label) for part in same):
        yield from _sum(text, whole, same, sure=True)


def _accepted_or_not(text: str, whole: Fact, behind: Sequence[Fact]) -> Iterator[Relation]:
    """收到13件，受理7件，不予受理6件: what is accepted and what is not make the whole."""
    if len(behind) < 2 or not same_measure((whole, *behind[:2])):
        return
    yes, no = behind[0].label, behind[1].label
    opposite = bool(yes) and (no in {f"不予{yes}", f"未{yes}", f"不{yes}", f"未予{yes}"})
    if opposite and not _RUN_ENDS.search(text, whole.quantity.end, behind[1].quantity.start):
        yield from _sum(text, whole, behind[:2], sure=total(behind[:2])[0] > whole.high)


def _outcomes_of(text: str, whole: Fact, behind: Sequence[Fact]) -> Iterator[Relation]:
    """已结案的6件里，胜诉4件、驳回1件、败诉1件."""
    parts: list[Fact] = []
    for fact in behind:
        last = parts[-1].quantity.end if parts else whole.quantity.end
        if not same_measure((whole, fact)) or _RUN_ENDS.search(text, last, fact.quantity.start):
            break
        parts.append(fact)
    if len(parts) >= 2 and all(_OUTCOMES.search(part.label) for part in parts):
        yield from _sum(text, whole, parts, sure=total(parts)[0] > whole.high)
    else:
        yield from _bounds(text, [whole], parts[:1])


def _closed_cases(text: str, facts: Sequence[Fact]) -> Iterator[Relation]:
    """审结4件 … 维持3件，撤销1件: spoken of only when some run of outcomes makes up the closed cases."""
    for index, whole in enumerate(facts):
        if not _CLOSED.search(whole.label):
            continue
        row: list[Fact] = []
        for fact in facts[index + 1 :]:
            if not same_measure((whole, fact)) or not _OUTCOMES.search(fact.label):
                break
            row.append(fact)
        for first in range(len(row) - 1):
            parts = row[first:]
            if all(part.exact for part in (whole, *parts)) and total(parts)[0] == whole.value:
                yield from _sum(text, whole, parts, sure=False)
                break


def _bounds(text: str, wholes: Sequence[Fact], parts: Sequence[Fact]) -> Iterator[Relation]:
    """A part behind 其中 is at most the whole; several candidates before it give it the benefit of the doubt."""
    for part in parts:
        fitting = [whole for whole in wholes if same_measure((whole, part))]
        if not fitting:
            continue
        whole = max(fitting, key=lambda fact: fact.high)
        nearest = fitting[-1]
        holds = part.low <= whole.high
        shown = nearest if holds and part.low <= nearest.high else whole
        sign, rest = ("≤", "") if holds else (">", f"，多出 {number(part.low - whole.high)}")
        message = f"其中部分：{_named(part)} {sign} {_named(shown)}{rest}"
        span = (shown.quantity.start, part.quantity.end)
        yield finding("bound", span, part.value, shown.value, holds, message, warning=True)


def _sum(text: str, whole: Fact, parts: Sequence[Fact], *, sure: bool) -> Iterator[Relation]:
    """Compare whole and parts as intervals; ``sure`` makes a mismatch a warning."""
    computed = sum((part.value for part in parts), Decimal(0))
    exact = whole.exact and all(part.exact for part in parts)
    meets = may_add_up(parts, whole)
    holds = True if meets and (exact or computed == whole.value) else None if meets else False
    left = " + ".join(number(part.value) for part in parts)
    sign = "=" if computed == whole.value else "≠" if holds is False else "≈"
    result = number(whole.value) if sign == "=" else f"{number(computed)} {sign} {number(whole.value)}"
    message = f"{whole.label or '合计'}：{left} = {result}"
    if holds is False:
        gap = number(abs(computed - whole.value))
        message += f"，相差 {gap}，" + ("分项之和大于总数" if computed > whole.value else "可能漏列一类")
    first = min(whole.quantity.start, parts[0].quantity.start)
    last = max(whole.quantity.end, parts[-1].quantity.end)
    yield finding("sum", (first, last), whole.value, computed, holds, message, warning=sure)


def _named(fact: Fact) -> str:
    return f"{fact.label}{fact.quantity.text}"
