"""Numerals that are no quantities: years, dates, document numbers, labels, slogans, idioms, codes.

Everything here looks at a bounded stretch around the numeral, so the whole stays linear.
"""

from __future__ import annotations

import re

from scorer.quantities.numerals import Numeral

__all__ = ["Marks", "is_label", "is_word_part", "may_be_counted", "neighbours_forbid"]

_MARKS = re.compile(r"[《》“”‘’「」『』]")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_LONGEST_TITLE = 200
_LONGEST_QUOTE = 24

# 一 and others as the second half of a word: what follows is a new numeral (统一三个 is 三个).
_WORD_ENDS = {"一": "统专唯单同万逐进不之", "三": "再", "百": "老"}

# With one Chinese digit only these classifiers make a count; 三农, 四级, 两法, 三线 are words.
_SPOKEN = frozenset(
    "个 项 名 次 件 类 家 人 位 所 套 枚 篇 部 份 场 处 宗 例 起 天 倍 条 支 期 批 轮 册 本 种 组 台 笔 "
    "人次 场次 件次 批次 小时 分钟 工作日 星期 周 学时 课时 个月 月 季度 方面 大类 大项 大 户 元 % 个百分点 年 幅 座".split()
)
# After 一 even fewer do: 一起, 一条龙, 一批, 一支队伍, 一种 are figures of speech.
_SINGLE = frozenset(
    "个 项 名 次 件 类 家 位 所 套 处 倍 人次 场次 天 小时 分钟 工作日 周 学时 课时 个月 星期 季度 元 % 个百分点 部 份 年 例".split()
)
_BEFORE_SINGLE = "每逐同另某任哪这那唯新下上又首万独单再头本该第各"
_AFTER_SINGLE = (
    "时期", "阶段", "样", "个", "都", "也", "劲", "方面", "声音", "事", "办", "性", "成", "告", "申", "登", "采", "提",
    "全", "跑", "又", "接", "比", "重要", "重大", "良好", "一", "到位", "体", "表", "照", "证", "网", "章", "门", "窗",
)  # fmt: skip
_VAGUE_SINGLE = ("最多跑", "只跑", "只用跑", "跑", "只进", "再上", "迈上")

# Nouns that turn "N 个/项/条 + noun" into a name everybody knows.
_LABELS = {
    "个": (
        "坚持", "意识", "自信", "维护", "确立", "代表", "全面", "必须", "务必", "一百年", "百年", "一律", "不准", "严禁",
        "不得", "到位", "敢于", "善于", "明确", "统筹", "统一", "结合", "着力", "革新", "文明", "一”", "一工程", "聚焦", "不",
        "零", "免", "更", "五年", "更加",
    ),
    "项": ("制度", "管理", "规定", "基本原则", "禁令", "纪律", "改革"),
    "条": ("禁令", "铁规", "红线", "措施》", "例"),
    "件": ("事",),
    "类": ("分子",),
    "次": ("党代会", "全会", "代表大会"),
    "家": ("班子",),
    "部": ("曲",),
}  # fmt: skip
_LABEL_REACH = 5

_LABEL_WORDS = ("标准", "服务", "模式", "工程", "机制", "工作法", "行动", "计划", "体系", "热线", "平台", "政策", "文件")
_ROUND_THE_CLOCK = ("自助", "服务", "在线", "值", "不", "开放", "全天", "智能", "热线", "无人", "运行", "受理", "办")
_YEAR_PLANS = ("行动", "规划", "计划", "方案", "攻坚", "普法", "禁渔", "立法", "滚动", "任期", "制")
_PERIOD_BEFORE = re.compile(r"(?:近|为期|历时|连续|时长|期限|满|不超过|不少于|不低于|超过|已有|持续|约|延长|缩短|达)[ ]?$")
_DAY_BEFORE = re.compile(r"(?:不少于|不低于|不超过|为期|期限|公示|时限|期|满|限|近|超过|达到?|约|短|至少|缩短[为至到])[ ]?$")
_DAY_AFTER = ("内", "以内", "以上", "之内", "以下", "的")
_RANGE_DASH = "-—–~～"
_LETTERS = re.compile(r"[A-Za-z]{1,2}$")


class Marks:
    """Where titles 《…》 and quotations “…” stand; asked with growing offsets."""

    def __init__(self, text: str) -> None:
        self._spans = _mark_spans(text)
        self._next = 0

    def around(self, start: int) -> tuple[int, int, str] | None:
        """The innermost closed pair of marks that holds ``start``: content start, content end, opening mark."""
        while self._next < len(self._spans) and self._spans[self._next][1] <= start:
            self._next += 1
        best = None
        for span in self._spans[self._next : self._next + 4]:
            if span[0] > start:
                break
            if span[1] > start and (best is None or span[2] != "《"):
                best = span
        return best


def _mark_spans(text: str) -> list[tuple[int, int, str]]:
    """Closed titles and quotations in order, a title with all that is inside it as one."""
    spans: list[tuple[int, int, str]] = []
    opened: tuple[int, str] | None = None
    title = depth = 0
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "《":
            if not depth or at - title > _LONGEST_TITLE:
                title, depth = at + 1, 0
            depth += 1
        elif mark == "》":
            if depth == 1 and at - title <= _LONGEST_TITLE:
                spans.append((title, at, "《"))
            depth = max(depth - 1, 0)
        elif mark in _PAIRS:
            opened = (at + 1, mark)
        elif opened is not None and _PAIRS[opened[1]] == mark:
            if at - opened[0] <= _LONGEST_QUOTE:
                spans.append((*((opened[0], at)), opened[1]))
            opened = None
    spans.sort(key=lambda span: span[1])
    return spans


def is_word_part(text: str, start: int) -> bool:
    """Whether the character at ``start`` ends a word, so that the numeral begins behind it: 统一三个."""
    before = _WORD_ENDS.get(text[start])
    return bool(before) and start > 0 and text[start - 1] in (before or "")


def neighbours_forbid(text: str, start: int) -> bool:
    """Whether what stands left of a numeral makes it part of a code, date or decimal: 1+3, 12·4, 17:07, 〔2021."""
    if not start:
        return False
    before = text[start - 1]
    if before in "+·•×∶〔[［":
        return True
    ahead = text[start - 2 : start - 1]
    if before in ".:/" or before in _RANGE_DASH:
        return ahead.isdecimal() or (bool(ahead) and ahead in "日月年号%")
    if before.isascii() and before.isalpha():
        letters = _LETTERS.search(text[max(0, start - 3) : start])
        return letters is not None and not text[max(0, start - 3) : start].isalpha()
    return False


def is_label(text: str, start: int, end: int, numeral: Numeral, word: str, marks: Marks) -> bool:
    """Whether ``text[start:end]`` is part of a title, a quoted label or a well-known name.

    Amounts and percentages in quotation marks stay quantities: “100%” is one.
    """
    around = marks.around(start)
    if around is not None:
        opened, closed, mark = around
        if mark == "《":
            return True
        if word not in {"%", "元"} and _quoted_label(text, opened, closed, start, end, numeral):
            return True
    if numeral.chinese and numeral.value is not None and numeral.value <= 20:
        behind = text[end : end + _LABEL_REACH]
        if behind.startswith(_LABELS.get(word, ("\0",))):
            return True
    return False


def _quoted_label(text: str, opened: int, closed: int, start: int, end: int, numeral: Numeral) -> bool:
    if numeral.chinese:
        return True
    if start != opened:
        return False
    return closed - end <= 12 or text.startswith(_LABEL_WORDS, closed + 1)


def may_be_counted(text: str, start: int, end: int, numeral: Numeral, unit: str, word: str) -> bool:
    """Whether numeral and unit, ``text[start:end]``, make a count at all.

    ``unit`` is the unit's own name, ``word`` its spelling in the text.
    """
    if unit == "年":
        return _years(text, start, end, numeral)
    if unit in {"日", "周"} and word in {"日", "周"}:
        return _days(text, start, end)
    if unit == "届":
        return False
    if unit == "小时" and numeral.value == 24 and text.startswith(_ROUND_THE_CLOCK, end):
        return False
    if unit in {"起", "个", "家"} and _looks_like_year(numeral) and start and text[start - 1] in "自从至":
        return False
    return not numeral.chinese or _spoken(text, start, end, numeral, unit, word)


def _looks_like_year(numeral: Numeral) -> bool:
    return numeral.value is not None and 1900 <= numeral.value <= 2100 and numeral.end - numeral.start == 4


def _years(text: str, start: int, end: int, numeral: Numeral) -> bool:
    if numeral.high >= 1000 or numeral.end - numeral.start > 4 or text.startswith(_YEAR_PLANS, end):
        return False
    if numeral.value is not None and numeral.value != numeral.value.to_integral_value() and numeral.value > 100:
        return False
    if not numeral.chinese:
        return not (start and text[start - 1] in "’'第")
    return _PERIOD_BEFORE.search(text, max(0, start - 4), start) is not None or text.startswith(
        ("内", "以内", "以上", "左右", "之内", "多"), end
    )


def _days(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if before and before in "月年日" + _RANGE_DASH + "至到":
        return False
    return text.startswith(_DAY_AFTER, end) or _DAY_BEFORE.search(text, max(0, start - 5), start) is not None


def _spoken(text: str, start: int, end: int, numeral: Numeral, unit: str, word: str) -> bool:
    """Counts written in Chinese numerals; ``一`` and bare 百/千/万 are figures of speech more often than not."""
    length = numeral.end - numeral.start
    if numeral.high == 0 or (length == 1 and text[start] == "二"):
        return False
    if numeral.bare and not numeral.over:
        return unit == "元" or (start > 0 and text[start - 1] in "近上过超逾")
    if length > 1 or numeral.over:
        return unit not in {"省", "市", "县", "区", "镇", "乡", "村", "门", "层", "站", "字", "度", "道"}
    if unit not in _SPOKEN and word not in _SPOKEN:
        return False
    if numeral.value != 1:
        return True
    if unit not in _SINGLE or (start and text[start - 1] in _BEFORE_SINGLE):
        return False
    if unit in {"个", "项", "次", "件", "部"} and text.startswith(_AFTER_SINGLE, end):
        return False
    return not any(text.endswith(word, 0, start) for word in _VAGUE_SINGLE)
