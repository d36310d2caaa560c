"""Which of several numbers behind a name states what it has come to: not the change, not the year before.

办结率同比提高5个百分点，达98% and 案件较上年的90件增加30件，达120件 state the last of their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorer.quantities.connectors import only_fillers
from scorer.quantities.context import is_for_each
from scorer.quantities.model import Quantity

__all__ = ["stated"]

_REACH = 48  # characters of a bracket, and from a number to the next
_EVERYWHERE = re.compile(r"^全[省市县区镇乡村州局](?=共|总|合计|累计|已|达)")  # each has 3，全镇共81名
_MOST = 3  # numbers passed over
_AGAINST = (
    r"同比|环比|(?:相较|较|比|与)于?(?:去年|上年|上一年度?|前一年|20[0-9]{2}年)(?:度|同期|底|末)?(?:的|相比)?"
    r"|去年(?:同期)?的?|上年(?:同期)?的?|上一年度?的?"
)
_MOVED = r"(?:大幅|明显|共|净|又|再)*(?:上升|提高|提升|增加|增长|新增|多|下降|降低|压减|减少|少|回落|升高|降|增|升)了?(?:近|约|超过?)?"
_CHANGE = re.compile(rf"[，,（(]?(?:数量|次数|总数|总量)?(?:(?:{_AGAINST})[，,]?(?:{_MOVED})?|{_MOVED})$")

_COMPARED = re.compile(_AGAINST)


def stated(
    text: str, end: int, quantities: Sequence[Quantity], index: int, *, level: bool
) -> tuple[int, str]:
    """The index of the number that states the level of the name ending at ``end``, and the words in front of it.

    ``index`` is that of the first number behind the name; it comes back with no words where nothing had to be
    passed over, and ``len(quantities)`` where only changes are told. ``level`` tells that the name has a level at
    all: 办理时限压缩62% asks for the change itself. A bracket behind the name is passed over when a number follows
    it: 规范性文件（政府3件、部门5件）共8件.
    """
    bracket = _behind_bracket(text, end, quantities, index)
    if bracket is not None:
        return bracket
    at, first = end, index
    while level and index < len(quantities) and index - first < _MOST:
        if not _tells_change(text, at, quantities[index]):
            break
        at, index = quantities[index].end, index + 1
    if index == first:
        return index, ""
    if index < len(quantities) and quantities[index].start - at <= _REACH:
        words = _EVERYWHERE.sub("", text[at : quantities[index].start].lstrip("，,、 （("))
        if words and only_fillers(words):
            return index, words
    return len(quantities), ""


def _behind_bracket(
    text: str, end: int, quantities: Sequence[Quantity], index: int
) -> tuple[int, str] | None:
    if text[end : end + 1] not in {"（", "("} or index == len(quantities):
        return None
    closing = [at for at in (text.find(mark, end, end + _REACH) for mark in "）)") if at >= 0]
    if not closing or quantities[index].start > min(closing):
        return None
    close = min(closing)
    behind = next(
        (at for at in range(index, min(index + 12, len(quantities))) if quantities[at].start > close), None
    )
    if behind is None or quantities[behind].start - close > 9:
        return None
    words = text[close + 1 : quantities[behind].start]
    return (behind, words or "共") if only_fillers(words) else None


def _tells_change(text: str, start: int, quantity: Quantity) -> bool:
    """Whether ``quantity``, the next number behind ``start``, says by how much something moved or what it was.

    提高5个百分点, 同比增加32件, 较上年的92%, and what each of several has (每村3名). A bare move (证明材料减少32件) is one of rates and multiples only: what was
    saved is often the very number that is wanted.
    """
    if quantity.start - start > _REACH:
        return False
    if is_for_each(text, quantity):
        return True
    gap = text[start : quantity.start]
    if _CHANGE.fullmatch(gap) is None:
        return False
    return quantity.unit in {"个百分点", "倍", "%"} or _COMPARED.search(gap) is not None
