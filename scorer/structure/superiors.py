"""Those above the government that reports: what they are called, and whether a clause tells what they did.

Who is above whom depends on the level: a province is a superior to its cities, counties and towns, the centre to all.
"""

from __future__ import annotations

import re

from scorer.i18n import said
from scorer.patterns import lazily
from scorer.structure.model import Level
from scorer.structure.words import HAN, LEAD, either

__all__ = ["BELOW_PROVINCE", "CENTRE", "PROVINCE", "WHEN", "counts_wider", "superior_deed"]

BELOW_PROVINCE = frozenset({Level.CITY, Level.COUNTY, Level.TOWN})
# A time before the one who acts: 2021年3月，; 近年来，
WHEN = r"(?:自?20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:以来)?，?|近年来，?|今年以来，?)?"

CENTRE = (
    "国务院(?:办公厅)?|中共中央(?:办公厅)?|党中央|中央(?:依法治国|全面依法治国|政法|军民)?(?:委员会|委|办公厅|办公室|办)?|全国人大(?:常委会)?|"
    rf"司法部|最高人民(?:法院|检察院)|国家{HAN}{{2,8}}?(?:局|委|部|总局)|{HAN}{{2,6}}部办公厅|"
    "(?:中共中央|党中央)、国务院"
)
_NAME = either(
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西壮族 西藏 "
    "宁夏回族 新疆维吾尔"
)
PROVINCE = (
    rf"{_NAME}?(?:省|自治区)(?:委|政府|人民政府|人大常委会|人大|党委|厅|局|{HAN}{{2,6}}厅)(?:全面依法治[省区]委员会|依法治[省区]办)?"
    rf"(?:办公厅|办公室)?(?:、{HAN}{{2,8}})?"
)
_JUST = "(?:联合|先后|正式|相继|近日|已|又)?"
_DID = either("出台 印发 发布 颁布 公布 下发 制定 修订 审议通过 召开 要求 提出 明确要求 部署 强调 指出 施行")
# 国务院印发的《纲要》 only names a paper, and 国务院发布公报表扬我市 is about us.
_NO_NAME = "(?!的|[^，；]{0,24}[》”]的|[^，；]{0,20}后)"
_NOT_OF_US = "(?![^，；]*(?:简报|简讯|专刊|经验|表扬))(?![^，；]*我[省市县区州旗镇乡局])"
_SUPERIOR_DID = _JUST + _DID + _NO_NAME + _NOT_OF_US
_SUPERIORS = {
    False: lazily(rf"{LEAD}{WHEN}(?:{CENTRE}){_SUPERIOR_DID}"),
    True: lazily(rf"{LEAD}{WHEN}(?:{CENTRE}|{PROVINCE}){_SUPERIOR_DID}"),
}
# 全省负责人出庭应诉率为98%: a number of the whole province is none of one city; 居全省第一, 全省首家 are honours of ours.
_WIDER = re.compile(
    rf"{LEAD}{WHEN}(?:截至[^，；]{{2,12}}，?)?(?:全国|全省|全自治区)(?!首|率先|第|前|领先|排|位|示范|先进|优秀|唯一|率\d)"
    r"[^，；]{0,24}(?:率|数|量|案件)[^，；]{0,10}\d"
)


def superior_deed(clause: str, *, level: Level | None) -> str | None:
    """In Chinese which superior does what at the head of the clause, None when none does.

    >>> superior_deed("国务院印发《纲要》，", level=Level.COUNTY)
    '上级行为“国务院印发”'
    """
    found = _SUPERIORS[level in BELOW_PROVINCE].match(clause)
    return said("上级行为“{words}”", words=found[0]) if found else None


def counts_wider(clause: str, *, level: Level | None) -> bool:
    """Whether the clause gives a number of the whole province or country that holds the place."""
    return level in BELOW_PROVINCE and _WIDER.match(clause) is not None
