"""Which places count: the role of the sentence and the realis of the clause decide together."""

from __future__ import annotations

from collections.abc import Collection

from scorer.i18n import mark
from scorer.rules.model import Why
from scorer.structure.model import Realis, Report, Role
from scorer.text import fold_phrase

__all__ = ["Refusal", "refuse_place", "same_thing"]

# The reason, with a note in Chinese.
Refusal = tuple[Why, str]

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


def same_thing(phrase: str, words: str) -> bool:
    """Whether approximate words can mean the phrase: it keeps its first and last character and every level.

    The last character of a Chinese phrase is its head: 行政复议应诉 is no 行政复议应诉科.
    """
    whole = fold_phrase(phrase)
    return whole[0] == words[0] and whole[-1] == words[-1] and _rank(whole) == _rank(words)


def _rank(words: str) -> list[str]:
    """The signs of administrative level in some words: 依法治市 and 依法治省 are two bodies."""
    return [sign for sign in words if sign in _LEVELS]


def refuse_place(report: Report, roles: Collection[Role], sentence_index: int, offset: int) -> Refusal | None:
    """Why words at ``offset`` of a sentence do not count for an item of these ``roles``; None when they do."""
    sentence = report.sentences[sentence_index]
    if sentence.role not in roles:
        return _ROLE_WHY[sentence.role], sentence.why
    if sentence.heading:
        return Why.HEADING, mark("标题只点题，不作证据")
    clause = report.clause_at(offset)
    if clause is None or _counts(roles, clause.realis):
        return None
    return _REALIS_WHY[clause.realis], clause.why


def _counts(roles: Collection[Role], realis: Realis) -> bool:
    if realis in (Realis.DONE, Realis.ONGOING):
        return True
    if realis is Realis.PROBLEM:
        return Role.PROBLEM in roles
    return realis is Realis.PLANNED and Role.PLAN in roles
