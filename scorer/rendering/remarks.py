"""What there is to complain of in a report, one remark each, for outputs that point into a file.

SARIF, annotations and test reports say the same things in their own grammars: which items lost points, which
deductions are shown, which numbers do not add up, each with the nearest sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from scorer.framework.model import ItemKind
from scorer.i18n import tr
from scorer.rendering.clean import visible
from scorer.rendering.digest import (
    Digest,
    advice,
    decided_by_person,
    decision_words,
    grounds,
    loss,
    nearest_found,
)
from scorer.rendering.labels import NOTHING_NEAR, RELATION, WHY, state
from scorer.rendering.numbers import points
from scorer.rules.model import Evidence, Rejected, Status
from scorer.scoring.model import AuditRow, ItemRow, Scorecard
from scorer.text import Text, fold

__all__ = ["Remark", "Spot", "has_lines", "remarks", "told", "worst_first"]

# Readers whose line and column are those of the file itself; all others point into the text they made of it.
_LINED = ("text",)
_RANK = {"error": 0, "warning": 1, "note": 2, "none": 3}
_ARITHMETIC = "audit/"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of the text that was read: code points, lines and columns from 1, ``end_column`` exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is missing or wrong. ``rule`` is an item's id, or ``audit/`` and a kind of relation.

    ``level`` is ``error|warning|note``, or ``none`` where nothing is wrong and a person's verdict is told; ``points`` are lost or taken off. ``fingerprint`` stays the same when
    lines are added elsewhere. ``near`` tells when the spot proves nothing: the nearest sentence with the reason why it
    does not count, or the title where no sentence is near
    (``nowhere``).
    """

    rule: str
    title: str
    level: str
    message: str
    advice: str
    points: Decimal
    spot: Spot
    near: str
    nowhere: bool
    fingerprint: str


def remarks(card: Scorecard) -> tuple[Remark, ...]:
    """All remarks on one report: items in the order of the framework, then numbers in that of the text."""
    digest = Digest(card)
    text = Text(card.text)
    top = _top(text)
    found = [_of_item(digest, item, text, top) for item in card.items if _is_remarkable(item)]
    wrong = [row for row in card.audit if row.holds is False]
    return (*found, *(_of_audit(digest, row, text) for row in wrong))


def told(card: Scorecard) -> tuple[Remark, ...]:
    """Items that a person has spoken on and that lost nothing: no fault, and yet a verdict that must not be hidden."""
    digest = Digest(card)
    text = Text(card.text)
    top = _top(text)
    return tuple(_of_item(digest, item, text, top) for item in digest.decided if not _is_remarkable(item))


def worst_first(found: tuple[Remark, ...]) -> list[Remark]:
    """By level, then by points, the dearest first; equals keep their order."""
    return sorted(found, key=lambda remark: (_RANK[remark.level], -remark.points))


def _is_remarkable(item: ItemRow) -> bool:
    if item.kind == ItemKind.DEDUCTION.value:
        return item.status in (Status.MET, Status.PARTIAL)
    return bool(loss(item))


def _of_item(digest: Digest, item: ItemRow, text: Text, top: Spot) -> Remark:
    found = nearest_found(item)
    near = tr(NOTHING_NEAR) if found is None else ""
    if isinstance(found, Rejected):
        near = tr("最接近的语句不计（{why}）", why=WHY[found.why])
    taken = item.points if item.kind == ItemKind.DEDUCTION.value else loss(item)
    return Remark(
        rule=item.id,
        title=visible(item.title),
        level=_level(item),
        message=visible(_message(item, taken)),
        advice=advice(item) if loss(item) else "",
        points=taken,
        spot=top if found is None else _spot(digest, found, text),
        near=near,
        nowhere=found is None,
        fingerprint=_fingerprint(item.id, found.quote if found else ""),
    )


def _message(item: ItemRow, taken: Decimal) -> str:
    """The verdict with its reason; where a person has decided, the person's, with the program's behind it."""
    verdict = tr("{title}：{state}", title=item.title, state=state(item.kind, item.status).word)
    if taken:
        verdict = tr("{verdict}，失{points}分", verdict=verdict, points=points(taken))
    if decided_by_person(item):
        return tr("{verdict}。复核：{words}", verdict=verdict, words=grounds(item))
    said = decision_words(item)
    if said:
        return tr("{verdict}。{reason} 复核：{decision}", verdict=verdict, decision=said, reason=item.reason)
    return tr("{verdict}。{reason}", verdict=verdict, reason=item.reason)


def _level(item: ItemRow) -> str:
    if not _is_remarkable(item):
        return "none"
    if item.kind == ItemKind.DEDUCTION.value:
        return "error"
    return "warning" if item.status is Status.UNMET else "note"


def _of_audit(digest: Digest, row: AuditRow, text: Text) -> Remark:
    return Remark(
        rule=_ARITHMETIC + row.relation,
        title=tr("数字勾稽：{relation}", relation=RELATION.get(row.relation, row.relation)),
        level="warning" if row.severity == "warning" else "note",
        message=visible(row.message),
        advice="",
        points=Decimal(0),
        spot=_spot(digest, row, text),
        near="",
        nowhere=False,
        fingerprint=_fingerprint(_ARITHMETIC + row.relation, row.quote),
    )


def _spot(digest: Digest, found: Evidence | Rejected | AuditRow, text: Text) -> Spot:
    place = digest.card.report.place_at(found.start) or ""
    end_line, end_column = found.line, found.column + len(found.quote)
    if len(text) and found.end <= len(text):
        end = text.locate(found.end)
        end_line, end_column = end.line, end.column
    return Spot(
        found.start, found.end, found.line, found.column, end_line, end_column, visible(place), found.quote
    )


def _top(text: Text) -> Spot:
    """The first line with words, usually the title: where to look when no sentence is near."""
    content = text.content
    start = len(content) - len(content.lstrip())
    end = content.find("\n", start)
    words = content[start : end if end >= 0 else len(content)].rstrip()
    place = text.locate(start)
    return Spot(
        start, start + len(words), place.line, place.column, place.line, place.column + len(words), "", words
    )


def _fingerprint(rule: str, words: str) -> str:
    """The same words for the same rule, wherever they stand: lines added elsewhere change nothing."""
    folded = fold(words).text.replace("\n", "")
    return sha256(f"{rule}\x1f{folded}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def has_lines(card: Scorecard) -> bool:
    """Whether line and column are those of the file itself, and not of a text made out of a container."""
    return card.stamp.report_reader in _LINED
