"""One place over years: what was won and lost, promised and told, named again, claimed and copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorer.compare.alike import PLANS, PROBLEMS, set_beside
from scorer.compare.copies import find_copies
from scorer.compare.growth import check_growth
from scorer.compare.model import Matching, Pair, Years
from scorer.compare.pieces import Piece, pieces
from scorer.compare.subject import Subject
from scorer.i18n import listed, tr
from scorer.scoring.change import changes
from scorer.structure.model import Role

__all__ = ["over_years"]


@dataclass(frozen=True)
class _Side:
    """A subject with its stretches, cut once for both of its neighbours."""

    subject: Subject
    deeds: Sequence[Piece]
    problems: Sequence[Piece]
    plans: Sequence[Piece]

    @classmethod
    def of(cls, subject: Subject) -> _Side:
        deeds, problems, plans = (
            pieces(subject, role) for role in (Role.ACHIEVEMENT, Role.PROBLEM, Role.PLAN)
        )
        return cls(subject, deeds, problems, plans)


def over_years(subjects: Sequence[Subject]) -> Years:
    """Each subject against the one before it; they come in the order of their years."""
    sides = [_Side.of(subject) for subject in subjects]
    pairs = pairwise(enumerate(sides))
    return Years(tuple(_pair(one, other, (first, second)) for (first, one), (second, other) in pairs))


def _pair(one: _Side, other: _Side, at: tuple[int, int]) -> Pair:
    before, after = one.subject, other.subject
    changed = changes(before.card, after.card)
    if before.report is None or after.report is None:
        return Pair(*at, changed, unsaid=_without_text(before, after))
    note = _why_no_growth(before, after)
    return Pair(
        *at,
        changed,
        plans=_plans(one, other),
        problems=_problems(one, other),
        growth=None if note else check_growth(before, after),
        growth_note=note,
        copies=find_copies(before, after),
    )


def _without_text(before: Subject, after: Subject) -> str:
    named = [side.card.stamp.report_name for side in (before, after) if side.report is None]
    return tr(
        "{names} 是评分卡，没有报告正文，计划、问题、增长和雷同没有比较", names=listed(dict.fromkeys(named))
    )


def _plans(one: _Side, other: _Side) -> Matching:
    """Last year's plans against this year's deeds; words are weighed by both reports' plans and deeds alike."""
    background = (other.plans, one.deeds)
    return set_beside((one.subject, one.plans), (other.subject, other.deeds), PLANS, background)


def _problems(one: _Side, other: _Side) -> Matching:
    """Last year's problems against this year's; ``open`` are those that are not named again."""
    background = (one.deeds, other.deeds)
    return set_beside((one.subject, one.problems), (other.subject, other.problems), PROBLEMS, background)


def _why_no_growth(before: Subject, after: Subject) -> str:
    """Growth over last year can be worked out where the years follow each other, or where they are not known."""
    first, second = before.card.report.year, after.card.report.year
    if first is None or second is None or second - first == 1:
        return ""
    return tr("{first}年与{second}年不是相邻两年，同比增长不能据此复算", first=first, second=second)
