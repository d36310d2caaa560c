"""One item tried on one report: accepted hits, evidence, and a note of everything that was refused."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.framework.model import Item, Near
from scorer.matching import Hit, near
from scorer.quantities import UNITS, unit_matches
from scorer.quantities.model import Kind
from scorer.rules.acceptance import refuse_hit, refuse_place
from scorer.rules.context import Context, Number
from scorer.rules.model import Evidence, Match, Rejected, Why
from scorer.text import Span

__all__ = ["Trial"]


class Trial:
    """Asks the context on behalf of one item and remembers, once each, the hits that did not count."""

    def __init__(self, context: Context, item: Item) -> None:
        self.context = context
        self.item = item
        self._accepted: dict[str, tuple[Hit, ...]] = {}
        self._rejected: dict[tuple[int, int, Why], Rejected] = {}
        self._masked = sorted(
            {Span(hit.start, hit.end) for mask in item.topic.masks for hit in context.hits.of(mask)}
        )

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What was refused so far, in the order of the text."""
        return tuple(sorted(self._rejected.values(), key=lambda r: (r.start, r.end, r.why.value, r.phrase)))

    def hits(self, phrase: str, window: Span | None = None) -> tuple[Hit, ...]:
        """The accepted hits of a phrase, only those inside ``window`` if one is given."""
        if phrase not in self._accepted:
            self._accepted[phrase] = tuple(h for h in self.context.hits.of(phrase) if self._accepts(h))
        hits = self._accepted[phrase]
        if window is None:
            return hits
        return tuple(hit for hit in hits if window.start <= hit.start and hit.end <= window.end)

    def hits_of_any(self, phrases: Sequence[str], window: Span | None = None) -> tuple[Hit, ...]:
        """The accepted hits of several phrases in the order of the text, longest first at one place."""
        found = {hit for phrase in phrases for hit in self.hits(phrase, window)}
        return tuple(sorted(found, key=lambda hit: (hit.start, -hit.end, hit.phrase)))

    def topic_hits(self, window: Span | None = None) -> tuple[Hit, ...]:
        """The accepted hits of the topic: its phrases, and the first words of its near pairs."""
        singles = self.hits_of_any(self.item.topic.phrases, window)
        pairs = [hits[0] for pair in self.item.topic.near for hits in self.near(pair, window)]
        return tuple(sorted({*singles, *pairs}, key=lambda hit: (hit.start, -hit.end, hit.phrase)))

    def near(self, pair: Near, window: Span | None = None) -> tuple[tuple[Hit, ...], ...]:
        """The places where one of each of the pair's words stand together."""
        columns = [self._word_hits(alternatives, window) for alternatives in pair.words]
        if not all(columns):
            return ()
        return tuple(found.hits for found in near(columns, self.context.report, pair.within))

    def _word_hits(self, alternatives: Sequence[str], window: Span | None) -> tuple[Hit, ...]:
        found: set[Hit] = set()
        for word in alternatives:
            found.update(self._unit_hits(word, window) if word in UNITS else self.hits(word, window))
        return tuple(sorted(found, key=lambda hit: (hit.start, hit.end, hit.phrase)))

    def _unit_hits(self, unit: str, window: Span | None) -> list[Hit]:
        loose = self.context.report.loose
        hits = []
        for number in self.numbers(window, (unit,)):
            start, end = loose.within(number.span)
            hits.append(Hit(unit, number.span.start, number.span.end, start, end, number.sentence, "exact", 100.0, True))
        return hits

    def numbers(self, window: Span | None = None, units: Sequence[str] = ()) -> tuple[Number, ...]:
        """The quantities that count for the item; ordinals never do. No units: any unit, but some unit."""
        pool = self.context.numbers if window is None else self.context.numbers_in(window)
        return tuple(number for number in pool if self._number_counts(number, units))

    def _number_counts(self, number: Number, units: Sequence[str]) -> bool:
        quantity = number.quantity
        if quantity.kind is Kind.ORDINAL:
            return False
        fits = any(unit_matches(unit, quantity) for unit in units) if units else bool(quantity.unit)
        return fits and refuse_place(self.context, self.item, number.sentence, number.span.start) is None

    def _accepts(self, hit: Hit) -> bool:
        refusal = refuse_hit(self.context, self.item, hit, self._masked)
        if refusal is None:
            return True
        self.reject(Span(hit.start, hit.end), hit.phrase, *refusal)
        return False

    def reject(self, span: Span, phrase: str, why: Why, note: str) -> None:
        """Remember that ``phrase`` at ``span`` does not count; the longest phrase at one quote is kept."""
        quote = self.context.quote(span.start, span.end)
        key = (quote.start, quote.end, why)
        known = self._rejected.get(key)
        if known is None or len(phrase) > len(known.phrase):
            words = self.context.report.text.cut(quote)
            self._rejected[key] = Rejected(words, quote.start, quote.end, why, phrase, note)

    def evidence(
        self, span: Span, match: Match, phrase: str, similarity: float = 100.0, whole: Span | None = None
    ) -> Evidence:
        """A piece of evidence for the words at ``span``; ``whole`` is what the quotation must hold."""
        context = self.context
        whole = whole or span
        quote = context.quote(whole.start, whole.end)
        place = context.report.text.locate(quote.start)
        index = context.report.sentence_at(span.start)
        sentence = context.sentence(index) if index is not None else None
        return Evidence(
            quote=context.report.text.cut(quote),
            start=quote.start,
            end=quote.end,
            line=place.line,
            column=place.column,
            section=context.section_title(sentence) if sentence else "",
            role=sentence.role if sentence else self.item.roles[0],
            match=match,
            phrase=phrase,
            similarity=round(similarity, 1),
            hit=(span.start, span.end),
        )

    def hit_evidence(self, hit: Hit) -> Evidence:
        """Evidence for a single phrase hit."""
        match = Match.EXACT if hit.match == "exact" else Match.FUZZY
        return self.evidence(Span(hit.start, hit.end), match, hit.phrase, hit.similarity)

    def near_evidence(self, hits: Sequence[Hit]) -> Evidence:
        """Evidence for words that stand together."""
        whole = Span(min(hit.start for hit in hits), max(hit.end for hit in hits))
        return self.evidence(whole, Match.NEAR, " + ".join(hit.phrase for hit in hits))
