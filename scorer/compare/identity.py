"""Whether two reports are of one place: names with and without parents, short, and former ones."""

from __future__ import annotations

import re

from scorer.scoring.model import ReportCard
from scorer.structure.divisions import Division, resolve
from scorer.structure.model import Level

__all__ = ["ORGANS", "same_place"]

# Counties become districts and cities and keep their proper name: 大冶县, 大冶市.
_GENERIC = re.compile(r"(?:自治[区州县旗]|地区|林区|特区|新区|[省市县区旗盟州])$")
_OFFICE = re.compile(r"(?:人民政府|办事处|委员会|党工委|管委会)+$")
ORGANS = (Level.DEPARTMENT, Level.TOWN)
"""Levels of which one place has several: each is told by its own name."""


def same_place(one: ReportCard, other: ReportCard) -> bool:
    """Whether both reports speak for one government or one organ; False where one does not say for whom.

    Former names and their successors are one place when they share a code, or the proper name, the level and the
    prefecture (通州市 and 通州区). A department is told from its government and from other departments by its name.
    """
    if (one.level in ORGANS or other.level in ORGANS) and not _same_organ(one, other):
        return False
    if not one.place or not other.place:
        return False
    return _same_name(one.place, other.place, f"{other.place}{other.issuer or ''}")


def _same_organ(one: ReportCard, other: ReportCard) -> bool:
    """大冶市司法局 and 黄石市大冶市司法局; a bureau that was renamed is another one here."""
    if one.level is not other.level or not one.issuer or not other.issuer:
        return False
    names = sorted(
        (_OFFICE.sub("", "".join(card.issuer.split())) for card in (one, other) if card.issuer), key=len
    )
    return names[1].endswith(names[0])


def _same_name(one: str, other: str, context: str) -> bool:
    one, other = "".join(one.split()), "".join(other.split())
    if one == other:
        return True
    first, second = resolve(one, context), resolve(other, one)
    if first is not None and second is not None:
        return first.code == second.code or _succeeds(first, second)
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter) or (len(_stem(shorter)) > 1 and _stem(longer).endswith(_stem(shorter)))


def _succeeds(one: Division, other: Division) -> bool:
    """Two in force are two places, whatever their names: 伊宁市 and 伊宁县."""
    if not one.until and not other.until:
        return False
    same_seat = one.code[:4] == other.code[:4] or one.level is Level.PROVINCE
    return one.level is other.level and same_seat and _stem(one.name) == _stem(other.name)


def _stem(name: str) -> str:
    return _GENERIC.sub("", name)
