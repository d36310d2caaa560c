"""Which hits count: mask, word boundary, role of the sentence and realis of the clause decide together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from scorer.framework.model import Item
from scorer.matching import FUZZY, Hit
from scorer.rules.context import Context
from scorer.rules.model import Why
from scorer.structure.model import Realis, Role
from scorer.text import Span, fold_phrase

__all__ = ["refuse_hit", "refuse_place"]

_LEVELS = frozenset("国省市州县区旗乡镇村")
_ROLE_WHY = {
    Role.ACHIEVEMENT: Why.ACHIEVEMENT,
    Role.PREAMBLE: Why.PREAMBLE,
    Role.PROBLEM: Why.PROBLEM,
    Role.PLAN: Why.PLAN,
    Role.CLOSING: Why.CLOSING,
    Role.CHROME: Why.CHROME,
}
_REALIS_WHY = {Realis.PLANNED: Why.PLAN, Realis.PROBLEM: Why.PROBLEM, Realis.QUOTED: Why.QUOTED}


def refuse_hit(context: Context, item: Item, hit: Hit, masked: Sequence[Span]) -> tuple[Why, str] | None:
    """Why a phrase hit does not count for ``item``, with a note in Chinese; None when it counts.

    ``masked`` are the places of the item's masks, in order and disjoint: a hit that overlaps one is part of
    another word.
    """
    span = Span(hit.start, hit.end)
    at = bisect_right(masked, span.start, key=_end)
    if at < len(masked) and masked[at].overlaps(span):
        return Why.MASK, f"属于“{context.report.text.cut(masked[at])}”，已屏蔽"
    if hit.match == FUZZY and not _same_thing(hit.phrase, context.words(hit)):
        return Why.OTHER_SUBJECT, f"与“{hit.phrase}”相近，但说的是别的"
    if not hit.boundary:
        return Why.WORD_BOUNDARY, f"“{hit.phrase}”在这里不是一个词"
    refused = refuse_place(context, item, hit.sentence, hit.start)
    aside = None if refused else context.aside(span)
    return (Why.QUOTED, aside) if aside else refused


def _same_thing(phrase: str, words: str) -> bool:
    """Whether approximate words can mean the phrase: it keeps its first and last character and every level.

    The last character of a Chinese phrase is its head: 行政复议应诉 is no 行政复议应诉科.
    """
    whole = fold_phrase(phrase)
    return whole[0] == words[0] and whole[-1] == words[-1] and _rank(whole) == _rank(words)


def _rank(words: str) -> list[str]:
    """The signs of administrative level in some words: 依法治市 and 依法治省 are two bodies."""
    return [sign for sign in words if sign in _LEVELS]


def refuse_place(context: Context, item: Item, sentence_index: int, offset: int) -> tuple[Why, str] | None:
    """Why words at ``offset`` of a sentence do not count for ``item``; None when they do."""
    sentence = context.sentence(sentence_index)
    if sentence.role not in item.roles:
        return _ROLE_WHY[sentence.role], sentence.why
    if sentence.heading:
        return Why.HEADING, "标题只点题，不作证据"
    clause = context.clause_at(sentence_index, offset)
    if clause is None or _counts(item, clause.realis):
        return None
    return _REALIS_WHY[clause.realis], clause.why


def _counts(item: Item, realis: Realis) -> bool:
    if realis in (Realis.DONE, Realis.ONGOING):
        return True
    if realis is Realis.PROBLEM:
        return Role.PROBLEM in item.roles
    return realis is Realis.PLANNED and Role.PLAN in item.roles


def _end(span: Span) -> int:
    return span.end
