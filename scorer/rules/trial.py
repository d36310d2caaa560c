"""One item tried on one report: accepted hits, evidence, and a note of everything that was refused."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from scorer.framework.model import Item, Near
from scorer.i18n import said
from scorer.matching import EXACT, Hit, near
from scorer.quantities import COUNTERS, near_quantity
from scorer.quantities.model import Kind, Quantity
from scorer.rules.acceptance import Refusal
from scorer.rules.context import Context, Counted, Quote, shifted
from scorer.rules.counting import Counting, text_order
from scorer.rules.model import Evidence, Match, Reading, Rejected, Why
from scorer.rules.numbers import Number
from scorer.text import Span

__all__ = ["FARTHEST", "Trial"]

# The hits for one position of a pair, each with what is said against it.
_Column = list[tuple[Hit, Refusal | None]]

# Words farther apart than this many characters prove nothing together, however long their sentence is.
FARTHEST = 500

# 组织全市26家成员单位召开……培训会: who is called, how many, and to what.
_NEARBY = 16
_CALLED = re.compile("(?:组织|召集|邀请|通知|召开)[^，；。]{0,12}$")
_ATTENDING = re.compile("[^，；。]{0,10}?(?:召开|参加|参训|参会|举办|出席|观摩|旁听)")
_EVENT = re.compile("培训|会|考试|学|讲|旁听|观摩|宣传|活动|演练|竞赛")


class Trial:
    """Asks the context on behalf of one item and remembers, once each, the hits that did not count."""

    def __init__(self, context: Context, item: Item) -> None:
        self.context = context
        self.item = item
        self.readings: dict[str, tuple[Reading, ...]] = {}  # by metric, filled by scorer.rules.metrics
        self.spoken_of: dict[Span | None, frozenset[int]] = {}  # by window, filled by scorer.rules.apart
        self.spoken_first: dict[int, int] | None = None  # filled by scorer.rules.apart
        self._counting = Counting.of(context, item.roles)
        self._phrases: tuple[Hit, ...] | None = None
        self._pairs: tuple[tuple[Hit, ...], ...] | None = None
        self._topics: dict[Span | None, tuple[Hit, ...]] = {}
        # By identity of the pair, which the item keeps alive.
        self._nears: dict[int, tuple[tuple[Hit, ...], ...]] = {}
        self._columns: dict[int, list[_Column]] = {}
        self._rows: dict[tuple[Span, tuple[str, ...], bool], Counted] = {}  # by stretch, units and kind
        self._rejected: dict[tuple[int, int, Why], Rejected] = {}
        masks = [hit for mask in context.hits.present(item.topic.masks) for hit in context.hits.of(mask)]
        self._masked = _union(Span(hit.start, hit.end) for hit in masks)
        self._masked_ends = [span.end for span in self._masked]
        self._masked_sentences = {hit.sentence for hit in masks}

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What was refused so far, in the order of the text; each quotation once for each reason.

        One that lies inside another refused for the same reason adds nothing, nor does a mere resemblance where
        something was refused in earnest.
        """
        earnest = [r for r in self._rejected.values() if not r.alike]
        told = {(r.start, r.end) for r in earnest}
        alike = [r for r in self._rejected.values() if r.alike and (r.start, r.end) not in told]
        reached: dict[Why, int] = {}
        kept = []
        for one in sorted([*earnest, *alike], key=lambda r: (r.start, -r.end, r.why.value, r.phrase)):
            if one.end > reached.get(one.why, -1):
                reached[one.why] = one.end
                kept.append(one)
        return tuple(sorted(kept, key=lambda r: (r.start, r.end, r.why.value, r.phrase)))

    def hits_of_any(self, phrases: tuple[str, ...], window: Span | None = None) -> tuple[Hit, ...]:
        """The accepted hits of several phrases in the order of the text, longest first at one place."""
        return _inside(self._unmasked(self._counting.hits_of_any(phrases)), window)

    def _unmasked(self, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        sentences = self._masked_sentences
        if not sentences:
            return hits
        return tuple([h for h in hits if h.sentence not in sentences or self.mask_of(h) is None])

    def mask_of(self, hit: Hit) -> Span | None:
        """The masked stretch that a hit overlaps, if any: it is part of another word there."""
        if hit.sentence not in self._masked_sentences:
            return None
        at = bisect_right(self._masked_ends, hit.start)
        return self._masked[at] if at < len(self._masked) and self._masked[at].start < hit.end else None

    def _refusal(self, hit: Hit) -> Refusal | None:
        """Why a hit of a phrase or a number does not count, with a note in Chinese; None when it counts."""
        mask = self.mask_of(hit) if hit.sentence in self._masked_sentences else None
        if mask is not None:
            return Why.MASK, said("属于“{words}”，已屏蔽", words=self.context.report.text.cut(mask))
        return self._counting.refusal(hit)

    def topic_phrases(self, window: Span | None = None) -> tuple[Hit, ...]:
        """The accepted hits of the topic's phrases; those that do not count are remembered with the reason."""
        if self._phrases is None:
            self._phrases = _without_echoes(self.hits_of_any(self.item.topic.phrases))
            for phrase in self.context.hits.present(self.item.topic.phrases):
                for hit in self.context.hits.of(phrase):
                    refusal = self._refusal(hit)
                    if refusal is not None:
                        self.reject(Span(hit.start, hit.end), hit.phrase, *refusal)
        return _inside(self._phrases, window)

    def topic_pairs(self, window: Span | None = None) -> tuple[tuple[Hit, ...], ...]:
        """The near pairs of the topic; a pair of which one word does not count is remembered with the reason."""
        if self._pairs is None:
            possible = [pair for pair in self.item.topic.near if self.context.places.possible(pair)]
            self._pairs = tuple(hits for pair in possible for hits in self.near(pair))
            for pair in possible:
                self._note_refused(pair)
        return _all_inside(self._pairs, window)

    def _note_refused(self, pair: Near) -> None:
        """Remember the combinations of a pair that do not count, but for those of what is no word at all."""
        columns = self._columns_of(pair)
        reasons = {
            hit: refusal
            for column in columns
            for hit, refusal in column
            if refusal is not None and refusal[0] is not Why.WORD_BOUNDARY
        }
        if not reasons:
            return
        words = [[hit for hit, refusal in column if refusal is None or hit in reasons] for column in columns]
        for hits in self._together(pair, words):
            refused = next((hit for hit in hits if hit in reasons), None)
            if refused is not None:
                whole = Span(min(hit.start for hit in hits), max(hit.end for hit in hits))
                self.reject(whole, " + ".join(hit.phrase for hit in hits), *reasons[refused])

    def topic_hits(self, window: Span | None = None) -> tuple[Hit, ...]:
        """The accepted hits of the topic: its phrases, and the first words of its near pairs."""
        known = self._topics.get(window)
        if known is None:
            found = {*self.topic_phrases(window), *(hits[0] for hits in self.topic_pairs(window))}
            known = self._topics[window] = tuple(sorted(found, key=text_order))
        return known

    def near(self, pair: Near, window: Span | None = None) -> tuple[tuple[Hit, ...], ...]:
        """The places where one accepted hit of each of the pair's words stand together."""
        known = self._nears.get(id(pair))
        if known is None:
            if not self.context.places.possible(pair):
                return ()
            columns = [[hit for hit, refusal in column if not refusal] for column in self._columns_of(pair)]
            known = self._nears[id(pair)] = self._together(pair, columns)
        return _all_inside(known, window)

    def _columns_of(self, pair: Near) -> list[_Column]:
        """The hits for each position of a pair with what is said against them; numbers only where they count."""
        known = self._columns.get(id(pair))
        if known is None:
            together = self.context.places.together(pair)
            known = self._columns[id(pair)] = [self._column(hits) for hits in together]
        return known

    def _column(self, hits: Iterable[Hit]) -> _Column:
        column: _Column = []
        for hit in hits:
            if hit.phrase not in COUNTERS:
                column.append((hit, self._refusal(hit)))
            elif self.refuse_place(hit.sentence, hit.start) is None:
                column.append((hit, None))
        return column

    def _together(self, pair: Near, columns: Sequence[Sequence[Hit]]) -> tuple[tuple[Hit, ...], ...]:
        if not columns or not all(columns):
            return ()
        found = near(columns, self.context.report, pair.within, order=_in_order(pair))
        return tuple(
            place.hits
            for place in found
            if place.end - place.start <= FARTHEST and self._may_count(place.hits)
        )

    def _may_count(self, hits: Sequence[Hit]) -> bool:
        """Whether a number of the combination may count its words: 决策5项，审查合同 does not count 合同.

        What follows a word may be its result (排查合同，发现问题4个); what stands in a clause before all of them is
        the number of something else.
        """
        words = [hit for hit in hits if hit.phrase not in COUNTERS]
        numbers = [hit for hit in hits if hit.phrase in COUNTERS]
        if not words or not numbers:
            return True
        if not any(_EVENT.search(word.phrase) for word in words):
            numbers = [number for number in numbers if not self._attends(number)]
        first = min(word.start for word in words)
        clauses = [self.context.report.clause_at(number.start) for number in numbers]
        return any(clause is None or first < clause.end for clause in clauses)

    def _attends(self, number: Hit) -> bool:
        """Whether a number counts those who were called to an event: 组织26家单位召开培训会 inspects nobody."""
        view = self.context.report.view
        start, end = view.within(Span(number.start, number.end))
        return bool(
            _CALLED.search(view.text, max(0, start - _NEARBY), start)
            and _ATTENDING.match(view.text, end, end + _NEARBY)
        )

    def numbers(self, window: Span | None = None, units: Sequence[str] = ()) -> tuple[Number, ...]:
        """The quantities that count for the item; ordinals never do. No units: any unit, but some unit."""
        pool = self._counting.numbers(units)
        if window is None:
            return pool
        first = bisect_left(pool, window.start, key=_number_start)
        last = bisect_left(pool, window.end, key=_number_start)
        return tuple(number for number in pool[first:last] if number.span.end <= window.end)

    def number_beside(
        self, hit: Hit, stretch: Span, units: tuple[str, ...] = (), *, plain: bool = False
    ) -> Quantity | None:
        """Which number of a stretch that counts for the item belongs to a hit, in offsets of ``report.view``.

        ``plain`` leaves out rates, sums of money and all else that is no plain count.
        """
        view = self.context.report.view
        row = self._rows.get((stretch, units, plain))
        if row is None:
            base, end = view.within(stretch)
            quantities = [
                shifted(number.quantity, -base)
                for number in self.numbers(stretch, units)
                if not plain or number.quantity.kind is Kind.NUMBER
            ]
            row = self._rows[stretch, units, plain] = Counted(view.text[base:end], base, tuple(quantities))
        start, stop = view.within(Span(hit.start, hit.end))
        found = near_quantity(row.text, (start - row.base, stop - row.base), row.quantities, units)
        return None if found is None else shifted(found, row.base)

    def refuse_place(self, sentence: int, offset: int) -> Refusal | None:
        """Why words at ``offset`` of a sentence (by index) do not count for the item, by role and realis; None if they do."""
        return self._counting.refuse_place(sentence, offset)

    def reject(self, span: Span, phrase: str, why: Why, note: str) -> None:
        """Remember that ``phrase`` at ``span`` does not count; the longest phrase at one quote is kept."""
        quote = self.context.quote(span.start, span.end)
        start, end = quote.span.start, quote.span.end
        known = self._rejected.get((start, end, why))
        if known is None or len(phrase) > len(known.phrase):
            self._rejected[start, end, why] = Rejected(
                quote.words, start, end, why, phrase, note, quote.line, quote.column
            )

    def evidence(
        self, span: Span, match: Match, phrase: str, similarity: float = 100.0, whole: Span | None = None
    ) -> Evidence:
        """A piece of evidence for the words at ``span``; ``whole`` is what the quotation must hold."""
        whole = whole or span
        key = (span.start, span.end, whole.start, whole.end, match, phrase, similarity, self.item.roles[0])
        known = self.context.evidence.get(key)
        if known is None:
            hit, quote = (span.start, span.end), self.context.quote(whole.start, whole.end)
            known = self.context.evidence[key] = self._evidence(hit, match, phrase, similarity, quote)
        return known

    def _evidence(
        self, hit: tuple[int, int], match: Match, phrase: str, similarity: float, quote: Quote
    ) -> Evidence:
        context = self.context
        index = context.report.sentence_at(hit[0])
        sentence = context.sentence(index) if index is not None else None
        section = context.section_title(sentence) if sentence else ""
        role = sentence.role if sentence else self.item.roles[0]
        start, end = quote.span.start, quote.span.end
        hit = (max(hit[0], start), min(hit[1], end))  # a quotation drops 、 and the like at its ends
        return Evidence(
            quote.words, start, end, quote.line, quote.column,
            section, role, match, phrase, round(similarity, 1), hit,
        )  # fmt: skip

    def hit_evidence(self, hit: Hit) -> Evidence:
        """Evidence for a single phrase hit; it stands in a sentence, so it is the same for every item."""
        known = self.context.hit_evidence.get(id(hit))
        if known is None:
            match = Match.EXACT if hit.match == EXACT else Match.FUZZY
            quote = self.context.quote(hit.start, hit.end)
            known = self._evidence((hit.start, hit.end), match, hit.phrase, hit.similarity, quote)
            self.context.hit_evidence[id(hit)] = known
        return known

    def near_evidence(self, hits: Sequence[Hit]) -> Evidence:
        """Evidence for words that stand together."""
        whole = Span(min(hit.start for hit in hits), max(hit.end for hit in hits))
        return self.evidence(whole, Match.NEAR, " + ".join(hit.phrase for hit in hits))


def _in_order(pair: Near) -> bool:
    """Whether two positions take the same words: then only their order can tell them apart (份 + 文件 + 份)."""
    return len(set(pair.words)) < len(pair.words)


def _covered(spans: Sequence[Span], hit: Hit) -> bool:
    """Whether one of the spans, in order and disjoint, overlaps the hit."""
    at = bisect_right(spans, hit.start, key=_span_end)
    return at < len(spans) and spans[at].start < hit.end


def _span_end(span: Span) -> int:
    return span.end


def _inside(hits: tuple[Hit, ...], window: Span | None) -> tuple[Hit, ...]:
    if window is None or not hits:
        return hits
    first = bisect_left(hits, window.start, key=_hit_start)
    last = bisect_left(hits, window.end, key=_hit_start)
    return tuple(hit for hit in hits[first:last] if hit.end <= window.end)


def _all_inside(places: tuple[tuple[Hit, ...], ...], window: Span | None) -> tuple[tuple[Hit, ...], ...]:
    """The combinations of which every hit lies in the window."""
    if window is None:
        return places
    start, end = window.start, window.end
    return tuple(hits for hits in places if all(start <= hit.start and hit.end <= end for hit in hits))


def _hit_start(hit: Hit) -> int:
    return hit.start


def _number_start(number: Number) -> int:
    return number.span.start


def _union(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    union: list[Span] = []
    for span in sorted(spans):
        if union and span.start < union[-1].end:
            union[-1] = Span(union[-1].start, max(union[-1].end, span.end))
        else:
            union.append(span)
    return union


def _without_echoes(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without the approximate ones that lie on an exact one: those only repeat it less well."""
    if all(hit.match == EXACT for hit in hits):
        return hits
    exact = _union(Span(hit.start, hit.end) for hit in hits if hit.match == EXACT)
    return tuple(hit for hit in hits if hit.match == EXACT or not _covered(exact, hit))
