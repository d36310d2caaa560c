"""What may stand between a name and its number, and how a stretch of text is told to be nothing else.

All functions look at bounded stretches of one sentence.
"""

from __future__ import annotations

import re

__all__ = [
    "CHANGES",
    "HARD_STOPS",
    "NO_NOUN",
    "SEPARATORS",
    "is_rate_name",
    "only_fillers",
    "split_fillers",
    "without_brackets",
]

HARD_STOPS = frozenset("。；;！？!?\n")
# What a noun between a count and its name cannot hold.
NO_NOUN = re.compile(r"[，,、：:。；;（）()！？!?\n]|率|占比|比例|满意度|其中|分别")
SEPARATORS = ("以及", "、", "和", "及", "与")

# A change is no level: 办结率提高5% does not say what the rate is. With 到/至/为/在 behind it, it does.
_CHANGES = """
压减 压缩 缩短 缩减 减少 降低 下降 提升 提高 上升 增长 增加 精简 降幅 增幅
同比增长 同比上升 同比提高 同比下降 同比减少
"""
CHANGES = frozenset(_CHANGES.split())
_SETTLED = [f"{verb}{particle}" for verb in CHANGES for particle in "到至为在"]
_PLAIN = """
达到了 达到 达 达成 为 是 均 都 也 皆 双双 同时 全部 已 已经 分别 各 共 共计 总计 合计 累计 总数 总量 总额 总额达 数量 数
约 大约 约为 近 将近 接近 超过 超 突破 逾 不低于 不少于 不超过 至少 不到 不足 高于 低于 高达 多达 最高
保持在 保持 稳定在 维持在 控制在 实现 完成 再 还 又 就 更 调整为 降至 降到 升至 升到 增至 由 从 年初 的 了
位居 在 到 至 仅 只 有 占 占比 占比为 占比达 比例为 比例达 比例 其中 “ ” ‘ ’ ） ) ： :
去年 上年 目前 现 平均 平均为 平均达 方面 继续 持续 始终 连续 一直 长期 常年 稳定 稳步 维持 首次 再次 整体 综合 总体 每年 全年 本年 今年
"""
_WORDS = frozenset(_PLAIN.split()) | frozenset(_SETTLED) | CHANGES
_LONGEST = max(map(len, _WORDS))
_BRACKETS = re.compile(r"[（(][^（）()]{0,12}[）)]")
_YEARS = re.compile(r"20[0-9]{2}年(?:度|底|末|初)?")
_RATE_ENDS = ("率", "度", "占比", "比例", "比重", "降幅", "增幅", "面")
_NO_RATES = ("制度", "年度", "季度", "效率", "方面", "全面")


def is_rate_name(name: str) -> bool:
    """Whether a name is that of a rate by its last characters: 办复率, 满意度, 占比; 制度 is none."""
    return name.endswith(_RATE_ENDS) and not name.endswith(_NO_RATES)


def only_fillers(gap: str, *, level: bool = False) -> bool:
    """Whether ``gap`` consists of connecting words alone; with ``level`` a bare change (提高) is none.

    >>> only_fillers("均达到"), only_fillers("人民满意率达"), only_fillers("提高", level=True)
    (True, False, False)
    """
    at = 0
    while at < len(gap):
        if gap[at] in " \t\u3000":
            at += 1
            continue
        for length in range(min(_LONGEST, len(gap) - at), 0, -1):
            word = gap[at : at + length]
            if word in _WORDS and not (level and word in CHANGES):
                at += length
                break
        else:
            return False
    return True


def split_fillers(gap: str, *, level: bool = False) -> tuple[str, str]:
    """Cut ``gap`` into what names something and the longest tail of connecting words.

    >>> split_fillers("、及时率均为")
    ('、及时率', '均为')
    """
    for at in range(len(gap) + 1):
        if only_fillers(gap[at:], level=level):
            return gap[:at], gap[at:]
    return gap, ""


def without_brackets(gap: str) -> str:
    """The gap without short remarks in brackets, and without years: 县（市）级 reads 县级, 从2020年的 reads 从的."""
    return _YEARS.sub("", _BRACKETS.sub("", gap))
