"""The words of a report that another could take over: its sentences joined, without headings, titles and set phrases."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from scorer.compare.model import Quote
from scorer.compare.subject import Subject
from scorer.structure.model import Role

__all__ = ["Body", "body_of"]

_ROLES = (Role.ACHIEVEMENT, Role.PROBLEM, Role.PLAN)
# What every report says in the same words: titles of documents, doctrines, aims, lists of virtues.
_SET = re.compile(
    r"习近平新时代中国特色社会主义思想|习近平法治思想|中国特色社会主义(?:法治)?(?:道路|体系|理论)"
    r"|党的(?:十[八九]大|二十大)?(?:和|以来|历次|[一二三四五六七]中|全会|十[九]届|二十届|精神)*"
    r"|四个意识|四个自信|两个维护|两个确立|五位一体|四个全面"
    r"|(?:坚持)?以[^，。；]{2,30}为(?:根本)?(?:指导|统领|引领|遵循)"
    r"|职能科学权责法定执法严明公开公正(?:智能高效)?(?:廉洁高效|廉洁诚信)?守法诚信(?:人民满意)?|在[^，。；]{2,20}(?:正确|坚强)领导下"
    r"|(?:国家)?治理体系和治理能力现代化|全面依法治[国省市县区](?:工作会议)?|党政主要负责人(?:履行)?推进法治建设第一责任人(?:职责)?"
    r"|公众参与专家论证风险评估合法性审查(?:和)?集体讨论决定|有法可依有法必依执法必严违法必究"
    r"|(?:行政执法)?公示(?:制度)?(?:行政)?执法全过程记录(?:制度)?[和及]?重大(?:行政)?执法决定法制审核(?:制度)?"
    r"|(?:市县)?法治政府建设(?:与责任落实督察工作规定|示范指标体系|实施纲要|实施方案)(?:[（(]20\d\d[-—－－~至]20\d\d年?[)）])?"
)
_TITLE = re.compile(r"《[^《》\n]{2,120}》")


@dataclass
class Body:
    """The sentences of a report in one string.

    ``origins`` lead back to the loose view, ``starts`` are where sentences begin, ``paragraphs`` those they stand in;
    ``own[i]`` counts those of the first i characters that are neither titles nor set phrases. ``covered`` marks what was
    taken over.
    """

    subject: Subject
    text: str
    origins: list[int]
    starts: list[int]
    paragraphs: list[int]
    own: list[int]
    covered: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.covered = bytearray(len(self.text))

    def __len__(self) -> int:
        return len(self.starts)

    def place(self, sentence: int) -> tuple[int, int]:
        """Where a sentence begins and ends."""
        end = self.starts[sentence + 1] if sentence + 1 < len(self.starts) else len(self.text)
        return self.starts[sentence], end

    def sentence(self, sentence: int) -> str:
        """The words of a sentence."""
        start, end = self.place(sentence)
        return self.text[start:end]

    def at(self, offset: int) -> int:
        """The sentence that holds a character."""
        return bisect_right(self.starts, offset) - 1

    def owns(self, start: int, end: int) -> int:
        """How many characters of a stretch are the report's own."""
        return self.own[end] - self.own[start]

    def cover(self, start: int, end: int) -> None:
        """Mark a stretch as taken over."""
        self.covered[start:end] = b"\x01" * (end - start)

    def counted(self) -> int:
        """Characters of the report's own that were taken over."""
        own = self.own
        return sum(own[at + 1] - own[at] for at, flag in enumerate(self.covered) if flag)

    def quote(self, start: int, end: int) -> Quote:
        """A stretch as a quotation."""
        return self.subject.quote_view(self.origins[start], self.origins[end - 1] + 1, self.subject.loose)


def body_of(subject: Subject) -> Body:
    """The body of a report that was read."""
    assert subject.report is not None  # noqa: S101  a programming error, not an input
    loose, parts = subject.loose, []
    origins: list[int] = []
    starts, paragraphs = [], []
    for sentence in subject.report.sentences:
        if sentence.role in _ROLES and not sentence.heading:
            start, end = loose.within(sentence.span)
            starts.append(len(origins))
            paragraphs.append(sentence.paragraph)
            origins.extend(range(start, end))
            parts.append(loose.text[start:end])
    text = "".join(parts)
    return Body(subject, text, origins, starts, paragraphs, _own(subject, text, origins))


def _own(subject: Subject, text: str, origins: Sequence[int]) -> list[int]:
    """Running count of the characters that are no title of a document and no set phrase."""
    flags = bytearray(b"\x01") * len(text)
    for found in _SET.finditer(text):
        flags[found.start() : found.end()] = bytes(len(found.group()))
    titled = bytearray(len(subject.loose))
    assert subject.report is not None  # noqa: S101  checked by the caller
    for found in _TITLE.finditer(subject.report.text.content):
        start, end = subject.loose.index(found.start()), subject.loose.index(found.end())
        titled[start:end] = b"\x01" * (end - start)
    own, count = [0], 0
    for flag, origin in zip(flags, origins, strict=True):
        count += flag and not titled[origin]
        own.append(count)
    return own
