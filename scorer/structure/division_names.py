"""What divisions are called: the generic word of a name, its kind, and the short forms in use.

恩施土家族苗族自治州 is an 自治州 and is called 恩施州 and 恩施; 大冶市, which stands at the level of a county, is a 县级市 and is called 大冶.
"""

from __future__ import annotations

import re

from scorer.structure.model import Level

__all__ = ["CUSTOMARY", "LAST_OF_AUTONOMOUS", "Row", "kind_of", "short_forms"]

Row = tuple[str, str, str]
"""A line of the table: code, name, and until when; see :class:`scorer.structure.division_table.Division`."""

# What follows the proper name, by its last character, longest first; a bare 区 or 县 is the last resort.
_GENERIC = {
    "省": ("省",),
    "市": ("市",),
    "盟": ("盟",),
    "州": ("自治州",),
    "县": ("自治县", "县"),
    "旗": ("自治旗", "旗"),
    "区": ("特别行政区", "自治区", "地区", "林区", "特区", "新区", "区"),
}
LAST_OF_AUTONOMOUS = "".join(last for last, words in _GENERIC.items() if words[0].startswith("自治"))
# Nationalities as they stand in the names of autonomous places: 回族, but 蒙古 and 哈萨克 also without 族.
_NATIONALITY = re.compile(
    r"(?:(?:蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯"
    r"|塔吉克|普米|鄂温克|裕固|保安|独龙|鄂伦春)族?|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒各]族)$"
)

# Abbreviations in use that no rule yields.
CUSTOMARY = {
    "150722": "莫旗",
    "211324": "喀左县",
    "220721": "前郭县",
    "652700": "博州",
    "652800": "巴州",
    "653000": "克州",
}


def kind_of(name: str, level: Level) -> str:
    """The Chinese word for the sort of a division; a 市 is of a sort by its level."""
    generic = _generic(name)
    if generic == "市":
        if level is Level.PROVINCE:
            return "直辖市"
        return "地级市" if level is Level.CITY else "县级市"
    return "市辖区" if generic in ("区", "新区") else generic


def short_forms(row: Row) -> tuple[str, ...]:
    """Names without the generic word, and without nationalities: 恩施州 and 恩施 for 恩施土家族苗族自治州."""
    code, name, until = row
    generic = _generic(name)
    stem = name[: len(name) - len(generic)]
    forms: tuple[str, ...] = ()
    if generic.startswith("自治"):
        forms = _autonomous_forms(stem, generic)
    elif generic and len(stem) > 1:
        forms = (stem,)
    return (*forms, CUSTOMARY[code]) if code in CUSTOMARY and not until else forms


def _autonomous_forms(stem: str, generic: str) -> tuple[str, ...]:
    while (shorter := _NATIONALITY.sub("", stem)) != stem and len(shorter) > 1:
        stem = shorter
    stem = stem.removesuffix("族")
    return (stem,) if generic == "自治区" else (stem, stem + generic[-1])


def _generic(name: str) -> str:
    """The generic word that a name ends with; empty when there is none."""
    for word in _GENERIC.get(name[-1:], ()):
        if name.endswith(word):
            return word
    return ""
