"""The words of a report that are shown for what was found in it: quotations, and the evidence made of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from scorer.matching import EXACT, Hit
from scorer.rules.model import Evidence, Match
from scorer.structure.model import Report, Role, Sentence
from scorer.text import Span

__all__ = ["Quote", "Quotes"]

# A sentence up to this many characters is quoted whole; longer ones by segment, then by clause.
_WHOLE_SENTENCE = 60
_WHOLE_SEGMENT = 90
# A clause without end must not be copied for each of its hits: a quotation reaches so far to either side.
_LONGEST_REACH = 300
_STOP = re.compile("[，；。：！？,;:!?\n]")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to show: ``span`` of the text that was read, the words themselves, their line and column."""

    span: Span
    words: str
    line: int
    column: int


class Quotes:
    """The quotations of one report, each made once however many items ask for it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._evidence: dict[tuple[object, ...], Evidence] = {}  # by place, words and kind of match
        self._of_hits: dict[int, Evidence] = {}  # by identity of the hit, which the context keeps
        self._quotes: dict[tuple[int, int], Quote] = {}
        self._shown: dict[tuple[int, int], Quote] = {}
        self._titles: dict[int | None, str] = {None: ""}

    def around(self, start: int, end: int) -> Quote:
        """The words to show around ``start``–``end``: the sentence if it is short, else the segment, else the clauses."""
        quote = self._quotes.get((start, end))
        if quote is None:
            quote = self._quotes[start, end] = self._quote(self._stretch_to_show(start, end))
        return quote

    def evidence(
        self, span: Span, match: Match, phrase: str, similarity: float, *, whole: Span, role: Role
    ) -> Evidence:
        """A piece of evidence for the words at ``span``; ``whole`` is what the quotation must hold.

        ``role`` is that of words that stand in no sentence.
        """
        key = (span.start, span.end, whole.start, whole.end, match, phrase, similarity, role)
        known = self._evidence.get(key)
        if known is None:
            hit, quote = (span.start, span.end), self.around(whole.start, whole.end)
            known = self._evidence[key] = self._made_of(quote, hit, match, phrase, similarity, role)
        return known

    def evidence_of(self, hit: Hit, role: Role) -> Evidence:
        """Evidence for a single phrase hit; it stands in a sentence, so it is the same for every item."""
        known = self._of_hits.get(id(hit))
        if known is None:
            match = Match.EXACT if hit.match == EXACT else Match.FUZZY
            quote, place = self.around(hit.start, hit.end), (hit.start, hit.end)
            known = self._made_of(quote, place, match, hit.phrase, hit.similarity, role)
            self._of_hits[id(hit)] = known
        return known

    def _made_of(
        self, quote: Quote, hit: tuple[int, int], match: Match, phrase: str, similarity: float, role: Role
    ) -> Evidence:
        index = self._report.sentence_at(hit[0])
        sentence = self._report.sentences[index] if index is not None else None
        section = self._section_title(sentence) if sentence else ""
        role = sentence.role if sentence else role
        start, end = quote.span.start, quote.span.end
        hit = (max(hit[0], start), min(hit[1], end))  # a quotation drops 、 and the like at its ends
        return Evidence(
            quote.words, start, end, quote.line, quote.column,
            section, role, match, phrase, round(similarity, 1), hit,
        )  # fmt: skip

    def trim(self, span: Span) -> Span:
        """``span`` without white space at its ends and without a comma or semicolon at its end."""
        content = self._report.text.content
        start, end = span.start, span.end
        while start < end and (content[start].isspace() or content[start] in "，；、,;"):
            start += 1
        while end > start and (content[end - 1].isspace() or content[end - 1] in "，；、,;"):
            end -= 1
        return Span(start, end)

    def _section_title(self, sentence: Sentence) -> str:
        """The titles of the sections around a sentence, outermost first, joined by ›; empty outside of any."""
        title = self._titles.get(sentence.section)
        if title is None:
            titles: list[str] = []
            index = sentence.section
            while index is not None:
                section = self._report.sections[index]
                titles.append(section.title)
                index = section.parent
            title = self._titles[sentence.section] = " › ".join(reversed(titles))
        return title

    def _quote(self, stretch: Span) -> Quote:
        """Many hits stand in one stretch: it is trimmed and located once."""
        key = (stretch.start, stretch.end)
        quote = self._shown.get(key)
        if quote is None:
            span, text = self.trim(stretch), self._report.text
            place = text.locate(span.start)
            quote = self._shown[key] = Quote(span, text.cut(span), place.line, place.column)
        return quote

    def _stretch_to_show(self, start: int, end: int) -> Span:
        index = self._report.sentence_at(start)
        if index is None:
            return Span(start, end)
        stretch = self._report.sentences[index].span
        limit = max(end, start + 1)
        segment = self._report.segment_at(start) if len(stretch) > _WHOLE_SENTENCE else None
        if segment is not None and segment.end >= limit:
            stretch = segment
        if len(stretch) > _WHOLE_SEGMENT:
            stretch = self._clauses_around(stretch, start, limit)
        if stretch.start <= start and end <= stretch.end:
            return stretch
        return Span(min(stretch.start, start), max(stretch.end, end))

    @cached_property
    def _stops(self) -> list[int]:
        """Where the marks stand that end a clause, a segment or a sentence."""
        return [stop.start() for stop in _STOP.finditer(self._report.text.content)]

    def _clauses_around(self, stretch: Span, start: int, end: int) -> Span:
        stops = self._stops
        left, right = max(stretch.start, start - _LONGEST_REACH), min(stretch.end, end + _LONGEST_REACH)
        before, after = bisect_left(stops, start) - 1, bisect_left(stops, end)
        if before >= 0:
            left = max(left, stops[before] + 1)
        if after < len(stops):
            right = min(right, stops[after])
        return Span(min(left, start), max(right, end))
