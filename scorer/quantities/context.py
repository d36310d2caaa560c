"""Whose number it is: a standard, or another's benchmark, and no result of one's own."""

from __future__ import annotations

import re

from scorer.quantities.model import Kind, Quantity

__all__ = ["is_benchmark", "is_for_each", "is_standard"]

_CLAUSE_ENDS = "，,。；;！？\n"
_STANDARD_AFTER = re.compile(
    r"(?:以上|以下|以内)?(?P<between>[^，。；,;0-9]{0,4}?的?)(?:标准|比例配|比例要求|要求|规定|底线|目标|指标要求|法定)"
)
_REACHED = re.compile(r"符合|达到|满足|合乎|超过|高于|优于|违反|不合|未达|执行|落实")
# The modal verb, and not the second half of another word: 相应, 响应, 供应, 反应, 适应.
_OUGHT = r"应当|(?<![相响供反适效对感呼回策顺照因])应(?=不|达|控|至|在|为)"
# 要求办复率达到100% may report a result (按照要求，…); 要求…不少于60学时 never does.
_STANDARD_BEFORE = re.compile(
    r"(?:(?:规定|要求|原则上|确保|保证|法定(?:时限|期限))[^，。；,;0-9]{0,12}(?:不少于|不低于|不超过|不高于|至少)"
    rf"|(?:标准[为是]|目标[为是值]|{_OUGHT}|必须|力争|目标(?!任务|完成|考核|责任|管理|群体|人群))[^，。；,;0-9]{{0,12}}"
    r"(?:不少于|不低于|不超过|不高于|达到?|控制在|至少|为))[^，。；,;0-9]{0,10}$"
)
# 计划评查案卷100份 at the head of its clause; 年度抽查计划98次 counts what is in a plan.
_PLANNED = re.compile(
    r"^(?:全年|年内|年初|本年度?|今年)?(?:原)?计划(?=[^，。；,;0-9]{2})[^，。；,;0-9]{0,16}$"
)
# 每村配备3名 tells how many each has, and not how many there are.
_FOR_EACH = re.compile(
    r"每一?个?(?:行政村|自然村|村居?|社区|乡镇|镇街|街道|[镇乡县区局所院校]|单位|部门|企业|学校|科室|机构)(?:均|都|至少|各)?[^，。；,;0-9]{0,16}$"
)
_BY_STANDARD = re.compile(r"(?:按照|按|依照|根据)[^，。；,;0-9]{0,16}$")
_BENCHMARK = re.compile(
    r"(?:对标|比照|参照|借鉴|看齐|赶超)[^，。；,;]{0,24}$"
    r"|(?:^|[^与和同向对合赴到在为从给])(?:邻近|相邻|兄弟|周边|外地|外省)的?[^，。；,;、0-9]{0,6}[省市县区州旗镇乡](?!域)[^，。；,;0-9]{0,16}$"
    r"|^而[^，。；,;0-9]{2,6}[省市县区州旗](?:现|早)?(?:已|则|却)[^，。；,;0-9]{0,16}$"
    r"|(?:全国|全省|全市|全区|全州|全县|全自治区|同期|行业)平均(?:水平|值|数)?[^，。；,;]{0,6}$"
)
_AVERAGE_AFTER = re.compile(r"的?(?:全国|全省|全市|全区)平均(?:水平|值)")


def _clause(text: str, quantity: Quantity) -> tuple[int, int]:
    floor = max(0, quantity.start - 60)
    start = max(text.rfind(mark, floor, quantity.start) for mark in _CLAUSE_ENDS) + 1 or floor
    reach = min(len(text), quantity.end + 40)
    found = (text.find(mark, quantity.end, reach) for mark in _CLAUSE_ENDS)
    return start, min((at for at in found if at >= 0), default=reach)


def is_for_each(text: str, quantity: Quantity) -> bool:
    """Whether the number is what each of several bodies has: 每村配备“法律明白人”3名. A share is none."""
    if quantity.kind is Kind.PERCENT:
        return False
    return _FOR_EACH.search(text, max(0, quantity.start - 32), quantity.start) is not None


def is_standard(text: str, quantity: Quantity) -> bool:
    """Whether the number says what ought to be, not what was reached: 按照不少于…5%的标准配备.

    ``text`` is the sentence that the quantity was found in.
    """
    start, end = _clause(text, quantity)
    behind = text[quantity.end : end]
    after = _STANDARD_AFTER.match(behind)
    if after is not None and not _REACHED.search(after["between"]) and not _counted(quantity, after):
        return True
    ahead = text[max(start, quantity.start - 40) : quantity.start]
    if _STANDARD_BEFORE.search(ahead) or _PLANNED.search(ahead) or is_for_each(text, quantity):
        return True
    return bool(_BY_STANDARD.search(ahead)) and behind.lstrip("的").startswith(("比例", "标准", "要求"))


def _counted(quantity: Quantity, after: re.Match[str]) -> bool:
    """Whether standards themselves are counted: 制定15个标准, 提出五项具体要求."""
    return quantity.kind is Kind.NUMBER and "的" not in after["between"]


def is_benchmark(text: str, quantity: Quantity) -> bool:
    """Whether the number is somebody else's: a model city's, the average of the province."""
    start, end = _clause(text, quantity)
    ahead = text[max(start, quantity.start - 40) : quantity.start]
    return bool(_BENCHMARK.search(ahead)) or bool(_AVERAGE_AFTER.match(text, quantity.end, end))
