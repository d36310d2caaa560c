"""Where a name made of a verb and its object stands although the sentence takes the two apart.

审查规范性文件 is told as 审查了26件规范性文件, as 审查合同64份、规范性文件17件, as 对17件规范性文件进行了审查, and after
规范性文件131件 as 废止27件 for 废止规范性文件. What is given back is the part that stands next to the number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from scorer.quantities.connectors import only_fillers, without_brackets
from scorer.quantities.model import Quantity

__all__ = ["find_apart"]

_Place = tuple[int, int]
_VERB_WORDS = """
审查 审核 审理 审议 审结 评审 评查 评估 清理 制定 制发 出台 印发 发布 颁布 修订 修改 废止 宣布失效 起草 备案 报备 报送 报送备案
公布 公示 公开 发放 核发 换发 办理 办结 办复 受理 收到 答复 回复 采纳 处理 处置 查处 查办 立案查处 移送 纠正 整改 完成 落实 取消
减少 精简 压减 新增 增加 调整 下放 承接 赋予 编制 梳理 保留 调解 化解 调处 排查 裁决 抽查 检查 巡查 督察 督查 监督 考核 走访 服务
帮助 惠及 聘请 聘任 配备 培训 轮训 组织 举办 举行 开展 召开 主持召开 参加 参与 出具 提出 提供 代理 修复 归集 征求 征集 收集
建成 建立 设立 打造 创建 培育 命名 发现 反馈 问责 追责 处分 约谈 抽取 调阅 查阅 接收 接到 解答 接听 接待 援助 实施 作出 研究 讨论 听取 宣讲 学习 责令
"""
_VERBS = frozenset(_VERB_WORDS.split())
_BY_LENGTH = sorted(_VERBS, key=lambda verb: (-len(verb), verb))
_LONGEST_VERB = len(_BY_LENGTH[0])
_ANY_VERB = "|".join(_BY_LENGTH)
_LITTLE_WORDS = r"其中|中|已经?|共|并|现|拟|再|又|均|的|先后|依法|[ “”]"
# What may stand before the object without making another thing of it. No two of these overlap, so that no text
# can be cut in many ways.
_PLAIN = (
    r"(?:了|各类|各种|各项|各级|全部|所有|重大|重要|重点|一般性?|相关|有关|本级|全[省市县区镇州局]|全系统|[省市县区镇]级|行政|政府|政策性"
    r"|规范性|涉法性?|涉企|经济|存量|现行|历年|的|民事|实际|累计|共|合计|先后|重新|集中|依法|其他|各)*"
)
_MODIFIERS = re.compile(_PLAIN)
_REACH = 80  # characters from a verb to the items that it governs
_LOOK_ON = 30  # characters behind an object in which its verb is looked for
_BEHIND = 16  # characters between an object and its number, a short remark in brackets included
_NOUN = 14  # characters of an item before its number
_TWO_VERBS = re.compile(rf"(?:{_ANY_VERB})?(?:{_ANY_VERB})?{_PLAIN}")
_LIST_BEFORE = re.compile(rf"[^，,；;。：:！？!?\n]{{2,40}}等{_PLAIN}")  # 公示行政许可、行政处罚等信息
_VERB_FIRST = re.compile(rf"(?:{_LITTLE_WORDS})*(?:{_ANY_VERB})")
_STOPS = "，,；;。：:！？!?\n"
_SEPARATOR = re.compile(r"[ ]*(?:[、，,；;]|和|及|以及|与)(?:其他|还)?")
_SEPARATORS = re.compile(r"[、，,；;]|和|及|以及|与")
_OBJECT_FIRST = re.compile(r"(?:对|将|把|就)[^，,。；;：:]{0,30}$")
_QUICKLY = (
    r"(?:了|进行|开展|实施|予以|作|做|组织|全面|集中|专项|双随机|随机|全部|逐一|逐件|逐项|均|都|已|依法|按时|按期|按照?规定|及时|统一"
    r"|合法性|公平竞争)*"
)
_THEN = rf"{_QUICKLY}(?:经[^，,。；;、0-9]{{1,8}}?|报[^，,。；;、0-9]{{1,6}}?)?{_QUICKLY}"
_VERB_LAST = re.compile(rf"{_THEN}(?P<verb>{_ANY_VERB})")
_ALL_OF_THEM = re.compile(rf"[，,]?(?:且|并)?(?:全部|均|都|逐一|逐件|逐项|已){_THEN}(?P<verb>{_ANY_VERB})")
_LITTLE = re.compile(rf"(?:{_LITTLE_WORDS})*")


def find_apart(text: str, names: Sequence[str], quantities: Sequence[Quantity]) -> tuple[_Place, ...]:
    """The places in one sentence where one of the ``names`` stands with its verb and its object apart.

    Only names that begin with a verb have such places. ``quantities`` are those of the sentence, in order.

    >>> from scorer.quantities import find_quantities
    >>> sentence = "审查合同64份、规范性文件17件"
    >>> [sentence[a:b] for a, b in find_apart(sentence, ["审查规范性文件"], find_quantities(sentence))]
    ['规范性文件']
    """
    if not quantities:
        return ()
    here = [(verb, noun) for verb, noun in _in_two(tuple(names)) if verb in text and noun in text]
    if not here:
        return ()
    sentence = _Sentence(text, quantities)
    return tuple(sorted({place for verb, noun in here for place in sentence.places(verb, noun)}))


@lru_cache(maxsize=2048)
def _in_two(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The names that begin with a verb, as verb and object."""
    pairs: dict[tuple[str, str], None] = {}
    for name in names:
        verb = next((name[:n] for n in range(_LONGEST_VERB, 1, -1) if name[:n] in _VERBS), None)
        if verb is not None and len(name) >= len(verb) + 2:
            pairs[verb, name[len(verb) :]] = None
    return tuple(pairs)


class _Sentence:
    """One sentence with its quantities, asked name by name; every look goes a bounded way."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self.text = text
        self.quantities = quantities
        self.starts = [quantity.start for quantity in quantities]
        self.ends = [quantity.end for quantity in quantities]

    def places(self, verb: str, noun: str) -> Iterator[_Place]:
        """Where the object of the name stands with its verb elsewhere, and its verb with the object left out."""
        objects = _all(self.text, noun)
        for start in objects:
            end = start + len(noun)
            if self._governed(verb, start, end) or self._taken_up(verb, start, end):
                yield start, end
            elif self._turned(verb, end):
                yield start, end + len(verb)
        if objects:
            yield from self._left_out(verb, [start + len(noun) for start in objects])

    def _governed(self, verb: str, start: int, end: int) -> bool:
        """审查了26件行政规范性文件 and 审查合同64份、规范性文件17件: the verb first, its object behind."""
        floor = max(0, start - _REACH)
        at = self.text.rfind(verb, floor, start)
        if at < 0 or at + len(verb) == start:
            return False
        pieces, between = self._pieces(at + len(verb), start)
        if not between:
            listed = _LIST_BEFORE.fullmatch(pieces[0]) is not None and bool(self._counted(end))
            return listed or _TWO_VERBS.fullmatch(pieces[0]) is not None
        if _TWO_VERBS.fullmatch(pieces[0]) and _MODIFIERS.fullmatch(pieces[-1]):
            return len(between) == 1
        comma = _SEPARATOR.match(pieces[-1])
        if comma is None or not _MODIFIERS.fullmatch(pieces[-1], comma.end()) or not self._counted(end):
            return False
        first, *others = pieces[:-1]
        return _is_item(first) and all(_is_further_item(piece) for piece in others)

    def _taken_up(self, verb: str, start: int, end: int) -> bool:
        """对17件规范性文件进行了审查 and 规范性文件17件，均经审查: the object first, its verb behind."""
        behind = self.text[end : end + _LOOK_ON]
        then = _VERB_LAST.match(behind)
        if then is not None and _same_verb(then["verb"], verb) and then.start("verb"):
            ahead = self.text[max(0, start - 34) : start]
            return _OBJECT_FIRST.search(ahead) is not None or bool(self._count_ends(start))
        counted = self._counted(end)
        for at in (end, counted) if counted else (end,):
            said = _ALL_OF_THEM.match(self.text[at : at + _LOOK_ON])
            if said is not None and _same_verb(said["verb"], verb) and (counted or self._count_ends(start)):
                return True
        return False

    def _turned(self, verb: str, end: int) -> bool:
        """规范性文件清理45件: object and verb change places."""
        return self.text.startswith(verb, end) and bool(self._counted(end + len(verb)))

    def _left_out(self, verb: str, ends: Sequence[int]) -> Iterator[_Place]:
        """规范性文件131件，废止27件: a further verb that has its number, and the object of the one before.

        A number of the object itself may be missing: 清理证明事项，取消36项.
        """
        for at in _all(self.text, verb):
            nearest = bisect_right(ends, at) - 1
            if nearest < 0 or at - ends[nearest] > _REACH or not self._counted(at + len(verb)):
                continue
            pieces, between = self._pieces(ends[nearest], at)
            unit = self.quantities[bisect_left(self.starts, at)].unit
            counted = [*between, *self._count_ends(ends[nearest], _NOUN)]
            items = [item for piece in pieces for item in _SEPARATORS.split(piece)]
            of_its_kind = any(one.unit == unit for one in counted) or (
                not between and pieces[0][:1] in {"，", ","}
            )
            if of_its_kind and all(_is_deed(item) for item in items):
                yield at, at + len(verb)

    def _pieces(self, start: int, end: int) -> tuple[list[str], list[Quantity]]:
        """The words between two places, cut at the quantities that stand there, and those quantities."""
        first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        between = list(self.quantities[first:last])
        cuts = [start, *(at for one in between for at in (one.start, one.end)), end]
        return [self.text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)], between

    def _counted(self, end: int) -> int:
        """Where the number ends that stands right behind ``end``; 0 when there is none."""
        index = bisect_left(self.starts, end)
        if index == len(self.starts) or self.starts[index] - end > _BEHIND:
            return 0
        return self.ends[index] if only_fillers(without_brackets(self.text[end : self.starts[index]])) else 0

    def _count_ends(self, start: int, reach: int = 12) -> list[Quantity]:
        """The number that ends shortly before ``start`` in the same item, if any."""
        index = bisect_right(self.ends, start) - 1
        if index < 0 or start - self.ends[index] > reach:
            return []
        between = self.text[self.ends[index] : start]
        return [] if _SEPARATORS.search(between) else [self.quantities[index]]


def _all(text: str, word: str) -> list[int]:
    found, at = [], text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + len(word))
    return found


def _same_verb(told: str, wanted: str) -> bool:
    return told.startswith(wanted) or told.endswith(wanted)


def _is_item(piece: str) -> bool:
    """What a verb governs first: a noun, or a list of them."""
    return 0 < len(piece) <= _REACH // 2 and not any(stop in piece for stop in _STOPS)


def _is_further_item(piece: str) -> bool:
    """A separator and a noun with no verb of its own."""
    comma = _SEPARATOR.match(piece)
    if comma is None or len(piece) > _NOUN + comma.end():
        return False
    return _VERB_FIRST.match(piece, comma.end()) is None


def _is_deed(item: str) -> bool:
    """At most a verb and little words, no object of its own: 其中, 废止, 已宣布失效, 进行了全面清理."""
    little = _LITTLE.match(item)
    rest = item[little.end() :] if little is not None else item
    return not rest or rest in _VERBS or (len(rest) <= _NOUN and _VERB_LAST.fullmatch(rest) is not None)
