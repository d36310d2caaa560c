"""Which of the numbers behind a word is its own: not another noun's, the current one of two, the next in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorer.quantities.model import Quantity

__all__ = ["belongs_elsewhere", "holds_now", "in_a_row"]

# A等方式…n件: the things done are counted, not the means.
_MEANS = re.compile(r"等?[^，。；、]{0,4}(?:方式|途径|渠道|手段|形式|载体|抓手)")
_CLOSING = re.compile(r"[”’」』》）)]*等?")
_JOINS = ("和", "及", "与", "以及")
_SUMMING = frozenset(("个", "项", "类", "种", "大", "家", "部", "省", "市", "县", "条", "方面"))
# A、B、C等n个领域, A的“甲”、B的“乙”n个项目: the noun that sums a list up has the number, no member has it.
_SUM_NOUN = re.compile(
    r"(?:重点|主要|执法|试点|示范|改革|专项|高频|具体|关键|基层|市直|区直|县直|省直|政府|行政)*"
    r"(?:项目|领域|方面|部门|单位|环节|事项|制度|机制|平台|措施|行动|工作|任务|问题|行业|乡镇|街道|社区|类别|阶段|步骤"
    r"|系统|指标|机构|主题|栏目|模块|专题|内容|要点|省|市|县|区|村)"
)
_CLAUSE = re.compile(r"[^，。；;\n]*$")
_LOOK_BACK = 40
_YEAR = r"(?:(?:20[0-9]{2}年|去年|上年|今年|年初|年底)(?:度|底|末|初)?的?)?"
_FROM = re.compile(rf"(?:由|从|将)[^，。；,;0-9]{{0,8}}{_YEAR}$")
_TO_CURRENT = re.compile(
    r"[^。；;]{0,20}?(?:上升|提高|提升|增加|增长|调整|下降|降低|压缩|压减|缩短|缩减|减少|精简|扩大|降|增|升|减|压|缩|扩|变更?|改){1,2}"
    rf"(?:到|至|为|成)了?{_YEAR}$"
)
# 计划62次，实际开展57次: what was done is the second.
_PLANNED = re.compile(r"(?:计划|任务|目标)(?:数|量|[^，。；,;0-9]{0,6})?为?$")
_IN_FACT = re.compile(r"[，,、（(]?(?:全年|年内)?实际[^，。；,;0-9]{0,8}$")


def belongs_elsewhere(text: str, start: int, end: int, quantity: Quantity, *, counted: bool) -> bool:
    """Whether ``quantity``, which stands behind the word ``text[start:end]``, is that of another noun.

    ``counted`` tells that another number stands right before the word: of n家单位m名负责人 the offices
    have theirs, and the second number goes with the noun behind it.
    """
    gap = text[end : quantity.start]
    if _MEANS.search(gap):
        return True
    if counted and _is_letter(text[quantity.end : quantity.end + 1]):
        return True
    return quantity.unit in _SUMMING and _closes_list(text, start, gap, quantity.end)


def holds_now(text: str, quantities: Sequence[Quantity], index: int) -> Quantity:
    """Of 由A上升到B, 从去年的A提升到今年的B and 计划A，实际B the second, else the number itself."""
    quantity = quantities[index]
    if index + 1 < len(quantities) and _PLANNED.search(text, max(0, quantity.start - 12), quantity.start):
        following = quantities[index + 1]
        between = text[quantity.end : following.start]
        if following.unit == quantity.unit and len(between) <= 16 and _IN_FACT.match(between):
            return following
    if index + 1 < len(quantities) and _FROM.search(text, max(0, quantity.start - 18), quantity.start):
        following = quantities[index + 1]
        between = text[quantity.end : following.start]
        if following.unit == quantity.unit and len(between) <= 30 and _TO_CURRENT.match(between):
            return following
    return quantity


def in_a_row(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether two numbers count one thing in two units: n项m处, n场次、m人次; not n家、m名干部."""
    between = text[first.end : second.start].strip(" \u3000")
    if between == "、":
        return first.unit != second.unit and not _is_letter(text[second.end : second.end + 1])
    return not between


def _is_letter(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _closes_list(text: str, start: int, gap: str, end: int) -> bool:
    if _SUM_NOUN.match(text, end) is None:
        return False
    if "、" in gap or gap.startswith(_JOINS):
        return True
    if _CLOSING.fullmatch(gap) is None:
        return False
    ahead = _CLAUSE.search(text, max(0, start - _LOOK_BACK), start)
    return bool(gap) or (ahead is not None and "、" in ahead.group())
