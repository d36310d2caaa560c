"""Everything the rules ask about one report, worked out once: phrase hits, quantities, sentences, facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from scorer.matching import Hits, Lexicon
from scorer.patterns import lazily
from scorer.quantities import audit
from scorer.quantities.model import Quantity, Relation
from scorer.rules.asides import Asides
from scorer.rules.numbers import MOST_NUMBERS, Number, Numbers
from scorer.rules.pairs import PairTable
from scorer.rules.places import Places
from scorer.rules.quotes import Quotes
from scorer.structure.model import Report, Sentence
from scorer.text import Span

__all__ = ["Context", "Counted", "Mention", "shifted"]

# 活动现场共发放资料500份。其间解答咨询60人次。截至年底，共调解纠纷30件。: no subject of its own, so the one before goes on.
_GOES_ON = re.compile(
    r"\s{0,4}(?:(?:此次|本次|整个|系列)活动|活动(?:现场|期间|中|当天)|现场|会上|其间|期间|培训期间|演练中)[^。；]{0,40}\d"
    r"|\s{0,4}(?:截[至止][^，。；]{2,16}，|(?:目前|全年|年内|今年以来|一年来|\d{4}年)，?)?[^，。；：、]{0,16}?(?:共计?|累计|总共|合计)(?!同|产|青|享|建|治)[^，。；：、]{0,12}\d"
)
_ORDINAL = r"\s{0,4}(?:[（(]?[一二三四五六七八九十]{1,3}(?:是|[）)、])|[（(]?\d{1,2}[）)．.、](?!\d)|[①-⑩])"
_NUMBERED = re.compile(_ORDINAL)
# 三是推进行政应诉工作。 names what the sentence after it is about.
_LABEL = r"[^，；：\d。]{4,24}。\s{0,4}"
_RUN_IN = re.compile(_ORDINAL + _LABEL)
_FIRST_RUN_IN = re.compile(f"(?:{_ORDINAL})?{_LABEL}")
# A title in book marks, or a document number such as 鄂法办发〔2021〕4号. All parts are bounded in length.
_DOCUMENT = re.compile(r"《[^《》\n]{2,120}|[〔\[（(](?:19|20)\d{2}[〕\]）)]\s{0,2}\d{1,5}\s{0,2}号")
# 《…实施方案》正在征求意见, 《…规定》已形成送审稿: what is still being written is no document that anybody can hold.
_DRAFT = lazily(
    r"》?[^。；;，《》\n]{0,16}，?(?:目前)?(?:正在?(?:公开|广泛|进一步|再次|抓紧)?(?:征求|修改|起草|审核|报批)|"
    r"(?:已经?|初步)?形成了?(?:初稿|讨论稿|送审稿|征求意见稿)|(?:尚未|还未|暂未)(?:印发|出台|发布|下发))"
)
_DATE = re.compile(r"(?:(?:19|20)\d{2}\s?年\s?)?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A document or a date that the report names."""

    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence with its quantities, as :mod:`scorer.quantities` asks for it.

    ``text`` is that of ``report.view`` from ``base`` on; the offsets of ``quantities`` count from ``base``.
    """

    text: str
    base: int
    quantities: tuple[Quantity, ...]


class Context:
    """One report seen through one framework's vocabulary. Cheap to ask, never changed after it is made."""

    def __init__(self, report: Report, lexicon: Lexicon, pairs: PairTable | None = None) -> None:
        """``pairs`` are those that will be asked for, prepared to be found together; without it each is by itself."""
        self.report = report
        self.hits: Hits = lexicon.find(report)
        self.numbers = Numbers(report)
        self.asides = Asides(report)
        self.quotes = Quotes(report)
        self._pairs = pairs or PairTable(())
        self.kept: dict[object, object] = {}  # what others worked out and want to find again
        self._counted: dict[int, Counted] = {}

    @cached_property
    def documents(self) -> tuple[Mention, ...]:
        """Titles in book marks and document numbers, in the order of the text; none of what is still a draft."""
        content = self.report.text.content
        return tuple(
            found for found in self._mentions(_DOCUMENT) if _DRAFT.match(content, found.span.end) is None
        )

    @cached_property
    def dates(self) -> tuple[Mention, ...]:
        """Days and months, in the order of the text."""
        return self._mentions(_DATE)

    def _mentions(self, pattern: re.Pattern[str]) -> tuple[Mention, ...]:
        found = []
        seen: Counter[int] = Counter()
        for match in pattern.finditer(self.report.text.content):
            sentence = self.report.sentence_at(match.start())
            if sentence is not None and seen[sentence] < MOST_NUMBERS:
                seen[sentence] += 1
                found.append(Mention(Span(*match.span()), sentence))
        return tuple(found)

    def _full(self, found: Iterable[Number | Mention]) -> bool:
        """Whether a sentence holds as many as are kept of it."""
        return any(count >= MOST_NUMBERS for count in Counter(one.sentence for one in found).values())

    @cached_property
    def shortened(self) -> bool:
        """Whether some sentence was so long that not everything in it was weighed."""
        full = any(self._full(found) for found in (self.numbers.all, self.documents, self.dates))
        return full or bool(self.hits.truncated) or bool(self.hits.skipped_fuzzy)

    @cached_property
    def going_on(self) -> tuple[int, ...]:
        """The sentences, by index, that go on with the matter of the one before them in their paragraph.

        活动现场共…… goes on with the activity; what follows 三是推进行政应诉工作。 tells of that.
        """
        content, sentences = self.report.text.content, self.report.sentences
        return tuple(
            index
            for index, sentence in enumerate(sentences)
            if self._follows(index)
            and (
                _GOES_ON.match(content, sentence.start, sentence.end)
                or (self._runs_in(index - 1) and not self._numbered(sentence))
            )
        )

    @cached_property
    def labelled(self) -> tuple[int, ...]:
        """The sentences, by index, from a short label in their paragraph (三是推进行政应诉工作。) to the next number."""
        found, inside = [], False
        for index, sentence in enumerate(self.report.sentences):
            inside = (
                self._follows(index) and (inside or self._runs_in(index - 1)) and not self._numbered(sentence)
            )
            if inside:
                found.append(index)
        return tuple(found)

    def _follows(self, index: int) -> bool:
        """Whether a sentence stands behind another one in its paragraph."""
        sentence, before = self.report.sentences[index], self.report.sentences[index - 1]
        return index > 0 and sentence.paragraph == before.paragraph and not sentence.heading

    def _numbered(self, sentence: Sentence) -> bool:
        return _NUMBERED.match(self.report.text.content, sentence.start, sentence.end) is not None

    def _runs_in(self, index: int) -> bool:
        """Whether a sentence is a short label, numbered or the first of its paragraph, to what comes after it."""
        sentences, label = self.report.sentences, self.report.sentences[index]
        pattern = _RUN_IN if index and sentences[index - 1].paragraph == label.paragraph else _FIRST_RUN_IN
        return pattern.fullmatch(self.report.text.content, label.start, label.end) is not None

    def counted(self, sentence: int) -> Counted:
        """The sentence of that index with the quantities that lie wholly in it."""
        counted = self._counted.get(sentence)
        if counted is None:
            span, view = self.sentence(sentence).span, self.report.view
            base, end = view.within(span)
            quantities = tuple(shifted(number.quantity, -base) for number in self.numbers.inside(span))
            counted = self._counted[sentence] = Counted(view.text[base:end], base, quantities)
        return counted

    @cached_property
    def places(self) -> Places:
        """The hits of phrases and numbers by stretch."""
        return Places(self.report, self.hits, self.numbers, self._pairs)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The report's own arithmetic, checked; offsets are those of ``report.view``."""
        view = self.report.view
        sentences = [view.within(sentence.span) for sentence in self.report.sentences]
        return audit(view.text, sentences, self.numbers.quantities)

    def sentence(self, index: int) -> Sentence:
        """The sentence of that index."""
        return self.report.sentences[index]

    def stretch(self, sentence: int, offset: int, within: str | int) -> Span:
        """The clause, segment or sentence around ``offset``; for a number of characters that much each way."""
        if within == "segment":
            return self.segment_at(sentence, offset)
        whole = self.sentence(sentence).span
        if within == "clause":
            clause = self.report.clause_at(offset)
            return Span(clause.start, clause.end) if clause else whole
        if isinstance(within, int):
            return Span(max(whole.start, offset - within), min(whole.end, offset + within))
        return whole

    def segment_at(self, sentence: int, offset: int) -> Span:
        """The segment of a sentence (by index) around ``offset``; the whole sentence between segments."""
        return self.report.segment_at(offset) or self.sentence(sentence).span


def shifted(quantity: Quantity, by: int) -> Quantity:
    """The quantity with its offsets moved ``by`` so many characters."""
    return Quantity(
        quantity.start + by, quantity.end + by, quantity.text, quantity.value, quantity.low, quantity.high,
        quantity.unit, quantity.hedge, quantity.kind, quantity.low_open, quantity.high_open,
    )  # fmt: skip
