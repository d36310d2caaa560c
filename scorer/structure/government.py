"""Who reports: the organ a name stands for, its place, and the level of government."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scorer.i18n import said
from scorer.structure.divisions import level_of, resolve
from scorer.structure.model import Level

__all__ = ["Organ", "is_organ_line", "read_organ", "settle_level", "subject_of_title"]

_PARTY = re.compile(r"^(?:中国共产党|中共)")
_SUFFIX = re.compile(r"特别行政区|自治[区州县旗]|[省市县区旗盟州]")
# Looked for after the place that the table knows, so the 镇 of 景德镇市 and the 乡 of 新乡市 are out of the way.
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,12}?(?:镇|乡|街道)(?=人民政府|办事处|党工委|党委|$|政府|委)")
_GOVERNMENT = re.compile(r"^(?:委)?(?:、)?(?:人民)?政府$")
_RULE_OF_LAW_OFFICE = re.compile(
    r"依法治(?:理)?[省市区县旗州镇乡].{0,6}(?:委员会|领导小组|办|组)|依法行政.{0,8}领导小组|"
    r"法治政府建设.{0,8}领导小组"
)
_ZONE = re.compile(
    r"管理委员会|管委会|开发区|高新(?:技术)?(?:产业)?区|园区|示范区|试验区|度假区|风景名?胜?区|功能区|"
    r"保税区|合作区|新区|新城|林区"
)
_DEPARTMENT = re.compile(
    r"(?:局|厅|委员会|委|办公室|办公厅|办|院|处|署|中心|[支大总]队|队|站|公司|集团|银行|学校|大学|"
    r"学院|医院|所|社|馆|会|部|组)$"
)
_LINE = re.compile(
    r"(?:中共|中国共产党)?[\u4e00-\u9fff（）·×Xx○*]{2,45}(?:政府|局|厅|委员会|委|办公室|办公厅|办|院|处|署|"
    r"中心|队|站|公司|银行|大学|学院|领导小组|部)"
)
_LEAD = re.compile(
    r"^(?:关于)?(?:报送|呈报|上报|印发|公布|发布|对|公开)?(?:《)?(?:(?:19|20)\d\d(?:年度?)?|"
    r"二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2}年度?)?(?:关于)?(?:报送|上报)?"
)
_SUBJECT_END = re.compile(
    r"关于|(?:19|20)\d\d|二[〇○零Oo0]|法治政府|依法行政|法治建设|法治工作|依法治|推进|贯彻|落实|建设|"
    r"年度|全面|工作|情况|履行|加强"
)


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ as its name gives it.

    ``place`` is the place with the parents that were named (信阳市平桥区), ``kind`` one of ``place`` (a bare place name),
    ``government``, ``town``, ``zone``, ``department``; ``name`` is the whole name.
    """

    name: str
    place: str | None
    kind: str


def is_organ_line(line: str) -> bool:
    """Whether a folded line is the name of an organ and nothing else."""
    return len(line) <= 48 and _LINE.fullmatch(line) is not None


def subject_of_title(title: str) -> str:
    """What stands before 关于, the year or the matter: 大冶市人民政府, 枣阳市, or nothing.

    >>> subject_of_title("大冶市人民政府关于2021年度法治政府建设情况的报告")
    '大冶市人民政府'
    """
    rest = title[_match_end(_LEAD, title) :]
    # 全面依法治市委员会办公室 is an organ and not the matter of the report.
    office = re.match(r"[\u4e00-\u9fff]{2,16}?(?:全面)?依法治[省市区县旗州]委?(?:员会)?(?:办公室|办)?", rest)
    if office and ("委" in office[0][2:] or "办" in office[0]):
        return office[0]
    end = _SUBJECT_END.search(rest)
    return rest[: end.start()] if end else ""


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def read_organ(name: str) -> Organ | None:
    """The organ a name stands for, None when the name holds no organ and no place.

    >>> read_organ("中共枣阳市委全面依法治市委员会办公室")
    Organ(name='中共枣阳市委全面依法治市委员会办公室', place='枣阳市', kind='government')
    """
    bare = name[_match_end(_PARTY, name) :]
    place = _leading_place(bare)
    rest = bare[len(place) :]
    town = _TOWN.match(rest)
    if town:
        tail = rest[town.end() :]
        inner = re.fullmatch(r"(?:党委|党工委)?(?:人民政府|政府|办事处)?(.*)", tail)
        kind = "department" if inner and inner[1] and _DEPARTMENT.search(inner[1]) else "town"
        return Organ(name, place + town[0], kind)
    if _RULE_OF_LAW_OFFICE.search(rest):
        return Organ(name, place or None, "government")
    if _ZONE.search(rest):
        zone = re.match(
            r".*?(?:开发区|高新区|产业区|园区|示范区|试验区|度假区|名胜区|功能区|保税区|合作区|新区|新城|林区|"
            r"区)",
            rest,
        )
        tail = re.sub(r"(?:党工委)?(?:管理委员会|管委会)$", "", rest[zone.end() :] if zone else rest)
        kind = "department" if _DEPARTMENT.search(tail) else "zone"
        return Organ(name, place + (zone[0] if zone else ""), kind)
    if not rest or _GOVERNMENT.match(rest):
        return Organ(name, place, "government" if rest else "place") if place else None
    if _DEPARTMENT.search(rest):
        return Organ(name, place or None, "department")
    return Organ(name, place, "place") if place else None


def _leading_place(name: str) -> str:
    """The longest beginning of ``name`` that the table of divisions knows, else the longest that looks like a place."""
    ends = [found.end() for found in _SUFFIX.finditer(name[:30])]
    for end in reversed(ends):
        if end >= 2 and (resolve(name[:end]) is not None or level_of(name[:end])[0] is not None):
            return name[:end]
    looks = re.match(r"[\u4e00-\u9fff]{1,8}?[省市县区旗盟](?=人民政府|政府|委|$)", name)
    return looks[0] if looks else ""


def settle_level(organ: Organ, context: str) -> tuple[Level | None, str]:
    """The level at which an organ stands, and in Chinese how that was settled or why it was not."""
    if organ.kind == "department":
        return Level.DEPARTMENT, said("“{name}”是部门", name=organ.name)
    if organ.kind == "town":
        return Level.TOWN, said("“{place}”是乡镇（街道）", place=organ.place)
    place = organ.place or ""
    level, source = level_of(place, context)
    if level is None and organ.kind == "zone":
        return None, said("“{place}”是开发区或功能区，行政区划代码表中没有，级别须由使用者指定", place=place)
    if level is None and re.search(r"[市州盟].+区$", place):
        return Level.COUNTY, said("“{place}”是设区的市下的区", place=place)
    if level is None and organ.kind != "zone" and re.search(r"[\u4e00-\u9fff](?:县|自治旗)$", place):
        return Level.COUNTY, said("“{place}”以县为名，虽然行政区划代码表中没有", place=place)
    return level, source
