"""What counts for all items that accept the same roles: asked once for each phrase and place, not for each item."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from scorer.i18n import said
from scorer.matching import FUZZY, Hit
from scorer.rules.acceptance import Refusal, refuse_place, same_thing
from scorer.rules.context import Context
from scorer.rules.model import Why
from scorer.rules.numbers import Number
from scorer.structure.model import Role

__all__ = ["Counting", "text_order"]


class Counting:
    """Hits and numbers of one report that count where sentences of certain roles do.

    The context keeps it, so it keeps parts of the context and not the context: else each report would stay in memory
    until the garbage collector comes for it, and cost that as well.
    """

    def __init__(self, context: Context, roles: tuple[Role, ...]) -> None:
        self._report, self._hits = context.report, context.hits
        self._stated, self._asides = context.numbers, context.asides
        self._roles = roles
        self._accepted: dict[str, tuple[Hit, ...]] = {}
        self._any: dict[tuple[str, ...], tuple[Hit, ...]] = {}
        self._refusals: dict[int, Refusal | None] = {}  # by identity of the hit, which the context keeps
        self._clauses: dict[
            int, tuple[int, Refusal | None]
        ] = {}  # by number: its end, and what is said of it
        self._numbers: dict[tuple[str, ...], tuple[Number, ...]] = {}

    @classmethod
    def of(cls, context: Context, roles: tuple[Role, ...]) -> Counting:
        """The one for these roles, made when it is first asked for."""
        known = context.kept.get(roles)
        if not isinstance(known, cls):
            known = context.kept[roles] = cls(context, roles)
        return known

    def hits(self, phrase: str) -> tuple[Hit, ...]:
        """The hits of a phrase that count, masks apart, in the order of the text."""
        accepted = self._accepted.get(phrase)
        if accepted is None:
            hits = self._hits.of(phrase)
            accepted = self._accepted[phrase] = tuple([hit for hit in hits if self.refusal(hit) is None])
        return accepted

    def hits_of_any(self, phrases: tuple[str, ...]) -> tuple[Hit, ...]:
        """The hits of several phrases that count, masks apart, longest first at one place."""
        found = self._any.get(phrases)
        if found is None:
            present = self._hits.present(phrases)
            found = self.hits(present[0]) if len(present) == 1 else self._in_order(present)
            self._any[phrases] = found
        return found

    def _in_order(self, phrases: Iterable[str]) -> tuple[Hit, ...]:
        hits = [hit for phrase in dict.fromkeys(phrases) for hit in self.hits(phrase)]
        return tuple(sorted(hits, key=text_order))

    def refusal(self, hit: Hit) -> Refusal | None:
        """Why a hit of the context does not count, masks apart; None when it counts."""
        key = id(hit)
        if key not in self._refusals:
            self._refusals[key] = self._refuse(hit)
        return self._refusals[key]

    def _refuse(self, hit: Hit) -> Refusal | None:
        if hit.match == FUZZY and not same_thing(hit.phrase, self._words(hit)):
            return Why.OTHER_SUBJECT, said("与“{phrase}”相近，但说的是别的", phrase=hit.phrase)
        if not self._hits.is_word(hit):
            return Why.WORD_BOUNDARY, said("“{phrase}”在这里不是一个词", phrase=hit.phrase)
        refused = self.refuse_place(hit.sentence, hit.start)
        aside = None if refused else self._asides.over(hit.start, hit.end)
        return (Why.QUOTED, aside) if aside else refused

    def _words(self, hit: Hit) -> str:
        """The words of a hit as they were matched, without spaces, quotation marks and line ends."""
        return self._report.loose.text[hit.view_start : hit.view_end]

    def refuse_place(self, sentence: int, offset: int) -> Refusal | None:
        """Why words at ``offset`` of a sentence (by index) do not count by role and realis; None when they do.

        All words of a clause share the answer.
        """
        number = bisect_right(self._report.clause_starts, offset)
        known = self._clauses.get(number)
        if known is not None and offset < known[0]:
            return known[1]
        refusal = refuse_place(self._report, self._roles, sentence, offset)
        clause = self._report.clause_at(offset)
        if clause is not None:
            self._clauses[number] = clause.end, refusal
        return refusal

    def numbers(self, units: Sequence[str]) -> tuple[Number, ...]:
        """The quantities that count; ordinals never do. No units: any unit, but some unit."""
        key = tuple(units)
        found = self._numbers.get(key)
        if found is None:
            counting = self._counting_numbers
            found = tuple(n for n in self._stated.with_units(key) if n.span.start in counting)
            self._numbers[key] = found
        return found

    @cached_property
    def _counting_numbers(self) -> frozenset[int]:
        """Where the numbers begin that stand in a place that counts: asked for many units, told once."""
        numbers = self._stated.all
        return frozenset(n.span.start for n in numbers if not self.refuse_place(n.sentence, n.span.start))


def text_order(hit: Hit) -> tuple[int, int, str]:
    """By place, the longest first."""
    return hit.start, -hit.end, hit.phrase
