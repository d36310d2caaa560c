"""Numbers of the year before, and such as only tell how much more or less there was than then."""

from __future__ import annotations

import re

from scorer.quantities.model import Kind, Quantity

__all__ = ["is_past"]

_REACH = 48  # characters of a clause that are looked at before the number
_RATE = 12  # ... of a rate: 上年办结率为88% is last year's, that 上年度审计查出问题整改率达96% is this year's
_YEAR_BEFORE = r"(?:去年|上年|上一年度?|前一年|(?:19|20)[0-9]{2}年同期)(?!以来|至今|底|末|初|起)"
# Its own clause says so, or the year stands before the comma alone: 去年，审查合同52份.
_PAST = re.compile(
    rf"(?<![比较与同和从由])(?<!相较于)(?:{_YEAR_BEFORE})(?:度|同期|全年)?的?(?:[，,][^，,。；;（）()]{{1,36}}|[^，,。；;（）()]{{0,36}})$"
)
_SINCE = re.compile(r"今年|结转|遗留|本年|当年|全年共|现[在有]|[加少升高长降低缩减增变改][到至为成]")
_COMPARED = re.compile(
    r"(?:同比|环比|(?:比|较|与)(?:去年|上年|上一年度?|前一年|20[0-9]{2}年)(?:度|同期)?(?:相比)?[，,]?)"
    r"(?:大幅|明显|共|净|又)?(?:增加|减少|新增|增长|下降|上升|多|少|降低)了?[^，,。；;、0-9]{0,10}$"
)


def is_past(text: str, quantity: Quantity) -> bool:
    """Whether the number is that of the year before, or a count by which it was surpassed or missed.

    上年受理31件, （去年同期41件）, 较上年减少检查240次. A rate of change (比上年减少21.6%) is a result of its own and none of
    these. ``text`` is the sentence that the quantity was found in.
    """
    floor = max(0, quantity.start - _REACH)
    ahead = text[floor : quantity.start]
    if quantity.kind is not Kind.PERCENT and _COMPARED.search(ahead):
        return True
    found = _PAST.search(ahead)
    if found is None or _SINCE.search(found.group()) is not None:
        return False
    return quantity.kind is not Kind.PERCENT or len(found.group()) <= _RATE
