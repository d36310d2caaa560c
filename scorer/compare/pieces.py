"""Stretches of a report that can be set beside those of another: one task, one deed, one lack each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scorer.compare.subject import Subject
from scorer.matching.words import default_words
from scorer.structure.lacks import lack_cue
from scorer.structure.model import Realis, Role, Sentence
from scorer.text import Span

__all__ = ["Piece", "content_words", "pieces"]

_LONGEST = 90  # characters: longer stretches share words with everything
_RUN = re.compile(r"[\u3400-\u9fff]+")
_PAUSE = re.compile(r"[，。；：！？]+")
_EDGES = frozenset("，、；：")
_PART = re.compile(r"[^，、；。：]*[，、；。：]?")
# 以习近平新时代中国特色社会主义思想为指导: said in every report, every year, of everything.
_GUIDANCE = re.compile(r"(?:坚持|继续|始终|将)?以[^，。；]{2,40}为(?:根本)?(?:指导|统领|引领|遵循|总抓手)")
# Words that stand in any plan, deed or lack and do not tell which.
_COMMON_WORDS = """
进一步 深入 全面 加强 推进 推动 落实 贯彻 强化 提升 提高 完善 健全 持续 不断 继续 着力 切实 积极 努力 严格 认真 扎实 有效 充分 大力 加快 坚持
工作 建设 开展 实施 做好 抓好 促进 确保 深化 优化 规范 组织 加大 力度 能力 水平 有关 相关 各级 各项 各类 部门 单位 我县 我市 我区 我省 全县 全市
全区 全省 我们 我局 全局 我镇 全镇 法治 政府 依法 行政 法治政府 依法行政 推行 全面推行 构建 打造 先行 结合 实际 建立健全 健全完善 创新 探索 常态 及时 营造 情况 方面 问题 存在 仍然 不足 不够 有待 尚需 仍需 还需 需要 一定 个别 部分
一些 少数 差距 不到位 薄弱 较弱 不强 不高 今年 去年 明年 年度 下一步 以及 并且 通过 进行 根据 按照 为了 对于 关于 其中 共计 累计 完成 达到 以来
目前 截至 重点 主要 作用 发挥 质量 要求 任务 责任 制度 机制 体系 履行 职责 形成 实现 建立 制定 印发 出台 组织开展 一是 二是 三是 四是 五是 六是 七是
八是 九是 十是 第一 第二 第三 同比 增长 较上年 不同 程度 现象 还有 还要 将要 时有 还是 没有 可以 能够 已经 办理 不少 不低 少于 低于 得到 取得 成效 成绩
"""
_COMMON = frozenset(_COMMON_WORDS.split())
# They make no word with the characters beside them.
_LITTLE = frozenset(
    "的了和与及或等对在为是把将由并已均都各全我其该本此向从以于到至被让使所有无不未再又也还更最很较共每县市区乡镇省局年月日件个项次人家起条份场期卷名"
)
# Different words for one thing, where one report plans in the first and the next tells in the second.
_ALIKE = {"编写": "编制", "审核": "审查", "轮训": "培训", "法制": "法治"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report; ``start``/``end`` are code points of the text, ``words`` what tells it from others."""

    start: int
    end: int
    words: frozenset[str]
    loose: str


def content_words(text: str) -> frozenset[str]:
    """The words of a loose text that say what it is about; little words and common verbs do not.

    Characters that stand alone side by side are a word that the dictionary lacks: 评查.

    >>> sorted(content_words("进一步加强行政复议工作，全面推行证明事项告知承诺制"))
    ['事项', '告知', '复议', '承诺制', '证明']
    """
    found: set[str] = set()
    for run in _RUN.finditer(_GUIDANCE.sub("", text)):
        words, start, alone = run.group(), 0, ""
        for end in default_words().cut(words):
            word, start = words[start:end], end
            if len(word) == 1 and word not in _LITTLE:
                alone += word
                continue
            found.update(_parts(alone))
            found.update(_parts(word))
            alone = ""
        found.update(_parts(alone))
    return frozenset(found)


def _parts(word: str) -> Iterator[str]:
    """A word, or the words that a long one is made of: 行政复议 is 行政 and 复议."""
    word = _ALIKE.get(word, word)
    if len(word) < 2 or word in _COMMON:
        return
    if len(word) < 4:
        yield word
        return
    start = 0
    for end in default_words().cut_inside(word):
        part = word[start:end]
        start = end
        part = _ALIKE.get(part, part)
        if len(part) > 1 and part not in _COMMON:
            yield part


def pieces(subject: Subject, role: Role) -> list[Piece]:
    """The stretches of that role in the order of the text; headings and, among deeds, what is only intended, left out."""
    report = subject.report
    if report is None:
        return []
    found = []
    for sentence in report.sentences:
        if sentence.role is role and not sentence.heading:
            found += [_piece(subject, *place) for place in _cuts(subject, sentence, role)]
    return found


def _cuts(subject: Subject, sentence: Sentence, role: Role) -> Iterator[tuple[int, int]]:
    """Segments of a sentence in offsets of the loose view; long ones are cut at pauses, problems behind each lack."""
    starts = [clause.start for clause in sentence.clauses]
    for segment in sentence.segments:
        inside = sentence.clauses[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
        if role is Role.ACHIEVEMENT and not _happened({clause.realis for clause in inside}):
            continue
        stretches = _lacks(subject, segment) if role is Role.PROBLEM else [segment]
        for stretch in stretches:
            yield from _split(subject.loose.text, *subject.loose.within(stretch))


def _lacks(subject: Subject, segment: Span) -> Iterator[Span]:
    """A list of lacks as one stretch each: 法治意识不强、执法水平有待提高."""
    assert subject.report is not None  # noqa: S101  checked by the caller
    view = subject.report.view
    start, end = view.within(segment)
    begun = start
    for found in _PART.finditer(view.text, start, end):
        if lack_cue(found.group()) is not None or found.end() == end:
            yield view.span(begun, found.end())
            begun = found.end()


def _happened(realis: Collection[Realis]) -> bool:
    return not realis or bool({Realis.DONE, Realis.ONGOING}.intersection(realis))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """As few stretches as possible of at most :data:`_LONGEST` characters, cut behind a pause where there is one."""
    while end - start > _LONGEST:
        pauses = [found.end() for found in _PAUSE.finditer(text, start + 1, start + _LONGEST)]
        cut = pauses[-1] if pauses else start + _LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _piece(subject: Subject, start: int, end: int) -> Piece:
    text = subject.loose.text
    while end - start > 1 and text[end - 1] in _EDGES:
        end -= 1
    words = text[start:end]
    span = subject.loose.span(start, end)
    place = subject.card.report.place or ""
    return Piece(span.start, span.end, frozenset(w for w in content_words(words) if w not in place), words)
