"""One item tried on one report: accepted hits, evidence, and a note of everything that was refused."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from scorer.framework.model import Item, Near
from scorer.i18n import said
from scorer.matching import EXACT, Hit
from scorer.quantities import COUNTERS, near_quantity
from scorer.quantities.model import Kind, Quantity
from scorer.rules.acceptance import Refusal
from scorer.rules.context import Context, Counted, shifted
from scorer.rules.counting import Counting, text_order
from scorer.rules.model import Evidence, Match, Reading, Rejected, Why
from scorer.rules.numbers import Number
from scorer.rules.overlay import Overlay, without_echoes
from scorer.rules.refused import Refused
from scorer.rules.together import together
from scorer.text import Span

__all__ = ["Trial"]

# The hits for one position of a pair, each with what is said against it.
_Column = list[tuple[Hit, Refusal | None]]
_Together = tuple[Hit, ...]
_FEW = 8  # combinations that are quicker looked through than sorted by their sentences


class Trial:
    """Asks the context on behalf of one item and remembers, once each, the hits that did not count."""

    def __init__(self, context: Context, item: Item) -> None:
        self.context = context
        self.item = item
        self.readings: dict[str, tuple[Reading, ...]] = {}  # by metric, filled by scorer.rules.metrics
        self.spoken_of: dict[Span | None, frozenset[int]] = {}  # by window, filled by scorer.rules.apart
        self.spoken_first: dict[int, int] | None = None  # filled by scorer.rules.apart
        self.lone_pairs: tuple[Near, ...] | None = None  # filled by scorer.rules.apart
        self._counting = Counting.of(context, item.roles)
        self._phrases: tuple[Hit, ...] | None = None
        self._pairs: tuple[tuple[Hit, ...], ...] | None = None
        self._topics: dict[Span | None, tuple[Hit, ...]] = {}
        # By identity of the pair, which the item keeps alive.
        self._nears: dict[int, tuple[tuple[Hit, ...], ...]] = {}
        # By identity of a tuple that one of the two above holds, by sentence.
        self._by_sentence: dict[int, dict[int | None, list[_Together]]] = {}
        self._columns: dict[int, list[_Column]] = {}
        self._rows: dict[tuple[Span, tuple[str, ...], bool], Counted] = {}  # by stretch, units and kind
        self._refused = Refused()
        present = context.hits.present(item.topic.masks)
        masks = (hit for mask in present for hit in context.hits.of(mask))
        # Words that only resemble a mask, because it is a phrase of another item too, are not what it hides.
        self._masks = Overlay(hit for hit in masks if hit.match == EXACT)

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What was refused so far, in the order of the text; each quotation once for each reason."""
        return self._refused.in_order()

    def hits_of_any(self, phrases: tuple[str, ...], window: Span | None = None) -> tuple[Hit, ...]:
        """The accepted hits of several phrases in the order of the text, longest first at one place."""
        return _inside(self._masks.free(self._counting.hits_of_any(phrases)), window)

    def mask_of(self, hit: Hit) -> Span | None:
        """The masked stretch that a hit overlaps, if any: it is part of another word there."""
        return self._masks.over(hit)

    def _refusal(self, hit: Hit) -> Refusal | None:
        """Why a hit of a phrase or a number does not count, with a note in Chinese; None when it counts."""
        mask = self._masks.over(hit)
        if mask is not None:
            return Why.MASK, said("属于“{words}”，已屏蔽", words=self.context.report.text.cut(mask))
        return self._counting.refusal(hit)

    def topic_phrases(self, window: Span | None = None) -> tuple[Hit, ...]:
        """The accepted hits of the topic's phrases; those that do not count are remembered with the reason."""
        if self._phrases is None:
            self._phrases = without_echoes(self.hits_of_any(self.item.topic.phrases))
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
        return self._all_inside(self._pairs, window)

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
        for hits in together(self.context.report, pair, words):
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
            known = self._nears[id(pair)] = together(self.context.report, pair, columns)
        return self._all_inside(known, window)

    def _all_inside(self, places: tuple[_Together, ...], window: Span | None) -> tuple[_Together, ...]:
        """The combinations of which every hit lies in the window, which is part of a sentence."""
        if window is None or not places:
            return places
        start, end = window.start, window.end
        if (
            len(places) > _FEW
        ):  # a window is asked about for each hit, so that not all may be looked at each time
            by_sentence = self._by_sentence.get(id(places))
            if by_sentence is None:
                by_sentence = self._by_sentence[id(places)] = {}
                for hits in places:
                    by_sentence.setdefault(hits[0].sentence, []).append(hits)
            places = tuple(by_sentence.get(self.context.report.sentence_at(start), ()))
        return tuple(hits for hits in places if all(start <= hit.start and hit.end <= end for hit in hits))

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
        self._refused.add(self.context.quotes.around(span.start, span.end), phrase, why, note)

    def evidence(
        self, span: Span, match: Match, phrase: str, similarity: float = 100.0, whole: Span | None = None
    ) -> Evidence:
        """A piece of evidence for the words at ``span``; ``whole`` is what the quotation must hold."""
        role = self.item.roles[0]
        return self.context.quotes.evidence(span, match, phrase, similarity, whole=whole or span, role=role)

    def hit_evidence(self, hit: Hit) -> Evidence:
        """Evidence for a single phrase hit; it stands in a sentence, so it is the same for every item."""
        return self.context.quotes.evidence_of(hit, self.item.roles[0])

    def near_evidence(self, hits: Sequence[Hit]) -> Evidence:
        """Evidence for words that stand together."""
        whole = Span(min(hit.start for hit in hits), max(hit.end for hit in hits))
        return self.evidence(whole, Match.NEAR, " + ".join(hit.phrase for hit in hits))


def _inside(hits: tuple[Hit, ...], window: Span | None) -> tuple[Hit, ...]:
    if window is None or not hits:
        return hits
    first = bisect_left(hits, window.start, key=_hit_start)
    last = bisect_left(hits, window.end, key=_hit_start)
    return tuple(hit for hit in hits[first:last] if hit.end <= window.end)


def _hit_start(hit: Hit) -> int:
    return hit.start


def _number_start(number: Number) -> int:
    return number.span.start
