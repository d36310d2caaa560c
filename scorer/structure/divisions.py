"""Which place a name means and at which level its government stands, by the national division codes.

A report rarely says the level of the government that wrote it: 大冶市 is a county-level city, 吴忠市 a
prefecture, 平桥区 a district. The level follows from the code of GB/T 2260: 420281 is a county, 640300 a
prefecture, 110000 a province.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import reduce

from scorer.i18n import Said, said, saidp
from scorer.structure.division_table import Division, division_of, division_table, names_of, parent_codes
from scorer.structure.model import Level

__all__ = ["Division", "level_of", "lookup", "resolve"]

_LEVEL_WORDS = {Level.PROVINCE: said("省级"), Level.CITY: said("地级"), Level.COUNTY: said("县级")}
_KINDS = {
    str(kind): kind
    for kind in (
        saidp("行政区划", "省"),
        saidp("行政区划", "直辖市"),
        saidp("行政区划", "自治区"),
        saidp("行政区划", "特别行政区"),
        saidp("行政区划", "地级市"),
        saidp("行政区划", "地区"),
        saidp("行政区划", "盟"),
        saidp("行政区划", "自治州"),
        saidp("行政区划", "县级市"),
        saidp("行政区划", "市辖区"),
        saidp("行政区划", "县"),
        saidp("行政区划", "自治县"),
        saidp("行政区划", "旗"),
        saidp("行政区划", "自治旗"),
        saidp("行政区划", "林区"),
        saidp("行政区划", "特区"),
    )
}

# The Production and Construction Corps names its division before its city: 第八师石河子市.
_CORPS = re.compile(r"(?:生产建设)?(?:兵团)?(?:第[一二三四五六七八九十]{1,3}师)?")

# Of these generic words the level is certain even for a place that is newer than the table.
_CERTAIN = re.compile(r"[\u4e00-\u9fff]{2,}?(?:(自治州)|县|旗)")

# The longest official name with its parents stays far below this; longer mentions are no place names.
_LONGEST_MENTION = 60


def lookup(name: str) -> tuple[Division, ...]:
    """All divisions that bear exactly this official name, by code; former ones are among them."""
    return tuple(division_of(row) for row in division_table().official(name))


def resolve(mention: str, context: str = "") -> Division | None:
    """The division a mention means, None when the table has none or cannot tell between several.

    The mention may name the parents (信阳市平桥区) and may leave the generic word away (大冶). Between
    namesakes the parents named in ``context`` decide, then a name in force goes before a former one.
    """
    return _choose(_candidates(mention), context)


def level_of(mention: str, context: str = "") -> tuple[Level | None, str]:
    """The level of the place a mention means, and in Chinese how that was settled or why it was not.

    Namesakes do no harm as long as all of them stand at one level.

    >>> level_of("大冶市")[1]
    '国家行政区划代码 420281 大冶市（县级市）'
    """
    candidates = _candidates(mention)
    chosen = _choose(candidates, context)
    if chosen is not None:
        return chosen.level, _by_code(chosen)
    return _by_namesakes(mention, _in_force(candidates)) if candidates else _by_generic_word(mention)


def _candidates(mention: str) -> tuple[Division, ...]:
    """Divisions whose name ends the mention and whose parents account for all that stands before it."""
    mention = "".join(mention.split())
    if len(mention) > _LONGEST_MENTION:
        return ()
    table = division_table()
    for start in range(len(mention)):
        name, head = mention[start:], mention[:start]
        for rows in (table.official, table.short):
            fitting = tuple(division_of(row) for row in rows(name) if _accounts_for(row[0], head))
            if fitting:
                return fitting
    return ()


def _accounts_for(code: str, head: str) -> bool:
    for parent in parent_codes(code):
        found = next((name for name in names_of(parent) if head.startswith(name)), "")
        head = head[len(found) :]
    return not head or (code.startswith("659") and _CORPS.fullmatch(head) is not None)


def _choose(candidates: Sequence[Division], context: str) -> Division | None:
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    scores = [_support(division, context) for division in candidates]
    best = max(scores)
    closest = _in_force(rival for rival, score in zip(candidates, scores, strict=True) if score == best)
    return closest[0] if len(closest) == 1 else None


def _support(division: Division, context: str) -> int:
    """How strongly a context names the parents; the nearest counts double, and so does an official name."""
    if not context:
        return 0
    table = division_table()
    above = [code for code in parent_codes(division.code) if table.code(code)]
    support = 0
    for code in above:
        named = [name for name in names_of(code) if name in context]
        if named:
            official = any(table.official(name) for name in named)
            support += (2 if code == above[-1] else 1) * (2 if official else 1)
    return support


def _in_force(divisions: Iterable[Division]) -> list[Division]:
    """Those that are in force, or all of them when none is."""
    everything = list(divisions)
    return [division for division in everything if not division.until] or everything


def _one_of_each_level(divisions: Iterable[Division]) -> list[Division]:
    first: dict[Level, Division] = {}
    for division in divisions:
        first.setdefault(division.level, division)
    return list(first.values())


def _by_namesakes(mention: str, rivals: Sequence[Division]) -> tuple[Level | None, Said]:
    """The level at which all bearers of a name stand; None when they stand at several."""
    levels = {division.level for division in rivals}
    if len(levels) == 1:
        kinds = {division.kind for division in rivals}
        kind = _kind_words(kinds.pop()) if len(kinds) == 1 else _LEVEL_WORDS[rivals[0].level]
        return rivals[0].level, said(
            "“{mention}”有{count}处同名，均为{kind}", mention=mention, count=len(rivals), kind=kind
        )
    names = [
        said("{name}（{kind}）", name=rival.full_name, kind=_kind_words(rival.kind))
        for rival in _one_of_each_level(rivals)
    ]
    listed = reduce(lambda before, name: said("{before}、{name}", before=before, name=name), names)
    return None, said("“{mention}”同名而级别不同：{names}", mention=mention, names=listed)


def _by_generic_word(mention: str) -> tuple[Level | None, Said]:
    """The level of a place that the table lacks, where the generic word of its name leaves no choice."""
    missing = said("行政区划代码表中没有“{mention}”", mention=mention)
    certain = _CERTAIN.fullmatch(mention)
    if certain is None:
        return None, missing
    level = Level.CITY if certain.group(1) else Level.COUNTY
    word = certain.group(1) or mention[-1]
    return level, said(
        "{missing}，按通名“{word}”定为{level}", missing=missing, word=word, level=_LEVEL_WORDS[level]
    )


def _by_code(division: Division) -> Said:
    kind = _kind_words(division.kind)
    if not division.until:
        return said(
            "国家行政区划代码 {code} {name}（{kind}）", code=division.code, name=division.name, kind=kind
        )
    return said(
        "国家行政区划代码 {code} {name}（{kind}，见于{year}年{month}月及以前的代码表）",
        code=division.code,
        name=division.name,
        kind=kind,
        year=division.until[:4],
        month=int(division.until[4:]),
    )


def _kind_words(kind: str) -> str:
    return _KINDS.get(kind, kind)
