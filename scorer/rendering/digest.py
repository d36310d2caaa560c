"""What people look for first in a scorecard, worked out once for all outputs that people read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scorer.framework.model import ItemKind
from scorer.i18n import tr, trn
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.numbers import digits, points
from scorer.rules.model import Evidence, Rejected, Status, Value, Why
from scorer.rules.wording import measured
from scorer.scoring.model import AuditRow, Counts, DimensionRow, ItemRow, ReportCard, Scorecard

__all__ = [
    "Digest",
    "Nearest",
    "advice",
    "decided_by_person",
    "decision_words",
    "facts",
    "grounds",
    "loss",
    "nearest",
    "nearest_found",
    "title",
    "value_words",
]

_SCORED = (ItemKind.BASE.value, ItemKind.FORMAT.value)
_TITLE_LIMIT, _HEADING_LIMIT = 120, 32
_PATH = " › "  # between the headings that an evidence's section names, outermost first

# The near miss that teaches most comes first: what is planned or admitted, then what others did, then words
# in the wrong place, last the accidents of spelling.
_TELLING = (
    Why.PLAN,
    Why.PROBLEM,
    Why.QUOTED,
    Why.OTHER_SUBJECT,
    Why.PREAMBLE,
    Why.CLOSING,
    Why.ACHIEVEMENT,
    Why.HEADING,
    Why.CHROME,
    Why.MASK,
    Why.WORD_BOUNDARY,
)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence that came nearest to an item: visible words, the hit in them, place, and how it counts."""

    words: str
    hit: tuple[int, int]
    place: str
    why: str
    accepted: bool


class Digest:
    """One scorecard sorted for reading; every tuple keeps the framework's order unless it says otherwise."""

    def __init__(self, card: Scorecard) -> None:
        self.card = card
        self.scored = tuple(item for item in card.items if item.kind in _SCORED)
        self.bonus = _of_kind(card.items, ItemKind.BONUS)
        self.deductions = _of_kind(card.items, ItemKind.DEDUCTION)
        self.review = tuple(item for item in card.items if item.review)
        self.decided = tuple(item for item in card.items if item.decision is not None)
        extra = {item.dimension for item in (*self.bonus, *self.deductions)}
        self.dimensions = tuple(row for row in card.dimensions if row.id not in extra)
        self._starts = [section.start for section in card.report.sections]

    @property
    def counts(self) -> Counts:
        """Counts over the items of the base alone, where "met" is good news for each."""
        seen = [item.status for item in self.scored]
        return Counts(*(seen.count(status) for status in Status))

    @property
    def rescaled(self) -> str:
        """How the points of the dimensions become those of the base, as a sentence; empty where they are the same."""
        most = self.card.total.max_points
        live = [item for item in self.scored if item.status is not Status.NOT_APPLICABLE]
        of = sum((item.max_points for item in live), Decimal(0))
        if not of or of == most:
            return ""
        earned = sum((item.points for item in live), Decimal(0))
        absent = [item.max_points for item in self.scored if item.status is Status.NOT_APPLICABLE]
        told = {"earned": points(earned), "of": points(of), "most": points(most)}
        told["base"] = points(self.card.total.base)
        if not absent:
            return tr(
                "各维度满分合计 {of} 分，得 {earned} 分，按满分 {most} 分折算为基础分 {base} 分", **told
            )
        return trn(
            "不适用 {count} 项共 {absent} 分，不计入；其余 {of} 分得 {earned} 分，按满分 {most} 分折算为基础分 {base} 分",
            len(absent),
            absent=points(sum(absent, Decimal(0))),
            **told,
        )

    @property
    def lost(self) -> tuple[ItemRow, ...]:
        """The scored items that lost points, the dearest first."""
        return tuple(sorted((item for item in self.scored if loss(item)), key=loss, reverse=True))

    def of(self, dimension: DimensionRow) -> tuple[ItemRow, ...]:
        """The items of a dimension."""
        return tuple(item for item in self.card.items if item.dimension == dimension.id)

    def place(self, found: Evidence | Rejected | Value | AuditRow) -> str:
        """Where words stand: the place in their container if it has any, line, column, the nearest heading."""
        place = visible(self.card.report.place_at(found.start) or "")
        at = tr("第{line}行第{column}列", line=found.line, column=found.column)
        if isinstance(found, Evidence):
            section = found.section.rpartition(_PATH)[2]
        else:
            section = self.heading(found.start)
        heading = excerpt(section, _HEADING_LIMIT)[0].rstrip("。；，：")
        return " · ".join(part for part in (place, at, heading) if part)

    def heading(self, offset: int) -> str:
        """Title of the deepest section that holds the offset; a few steps back suffice, sections nest."""
        sections = self.card.report.sections
        last = bisect_right(self._starts, offset)
        for section in reversed(sections[max(0, last - 40) : last]):
            if offset < section.end:
                return section.title
        return ""


def _of_kind(items: Iterable[ItemRow], kind: ItemKind) -> tuple[ItemRow, ...]:
    return tuple(item for item in items if item.kind == kind.value)


def loss(item: ItemRow) -> Decimal:
    """Points an item of the base did not earn; 0 for what does not apply and for bonus and deduction."""
    if item.kind not in _SCORED or item.status is Status.NOT_APPLICABLE:
        return Decimal(0)
    return max(item.max_points - item.points, Decimal(0))


def nearest(digest: Digest, item: ItemRow, limit: int) -> Nearest | None:
    """The first evidence, else the most telling near miss, else None: no sentence speaks of it."""
    found = nearest_found(item)
    if found is None:
        return None
    if isinstance(found, Evidence):
        hit = (found.hit[0] - found.start, found.hit[1] - found.start)
        words, start, end = excerpt(found.quote, limit, hit)
        return Nearest(words, (start, end), digest.place(found), "", accepted=True)
    words, start, end = excerpt(found.quote, limit, _phrase_in(found))
    return Nearest(words, (start, end), digest.place(found), labels.WHY[found.why], accepted=False)


def nearest_found(item: ItemRow) -> Evidence | Rejected | None:
    """The same as it was found, with its offsets."""
    if item.evidence:
        return item.evidence[0]
    return min(item.rejected, key=lambda rejected: _TELLING.index(rejected.why), default=None)


def _phrase_in(miss: Rejected) -> tuple[int, int]:
    at = miss.quote.find(miss.phrase) if miss.phrase else -1
    return (at, at + len(miss.phrase)) if at >= 0 else (0, 0)


def decided_by_person(item: ItemRow) -> bool:
    """Whether the verdict is a person's; a decision that has expired or was reopened leaves the program's."""
    return item.decision is not None and item.decision.state == "applied"


def grounds(item: ItemRow) -> str:
    """Why the verdict is what it is: a person's words before the program's, which are marked as such."""
    if not decided_by_person(item):
        return visible(item.reason)
    said = decision_words(item).rstrip("。.")
    return visible(tr("{decision}。程序的理由：{reason}", decision=said, reason=item.reason))


def advice(item: ItemRow) -> str:
    """What would win the lost points back; the criterion's own words where the rule has no better.

    Empty where a person overruled the program: it advises on what it found, which is not why the points are lost.
    """
    if item.decision is not None and decided_by_person(item) and item.decision.machine is not item.status:
        return ""
    return visible(item.advice or item.criterion_met)


def title(report: ReportCard, name: str) -> str:
    """What to call the report: its title, else the name of its file."""
    words, _, _ = excerpt(report.title or name, _TITLE_LIMIT)
    return words or tr("（无标题）")


def facts(report: ReportCard) -> tuple[tuple[str, str], ...]:
    """What the report says of itself as (name, words); the words are empty where it is silent."""
    return (
        (tr("地区"), _brief(report.place)),
        (tr("级别"), labels.LEVEL[report.level] if report.level else ""),
        (tr("年度"), "" if report.year is None else tr("{year}年度", year=report.year)),
        (tr("署名"), _brief(report.issuer)),
        (tr("文号"), _brief(report.document_number)),
        (tr("成文日期"), _brief(report.date)),
        (tr("篇幅"), trn("{count:,}字", report.characters)),
    )


def _brief(words: str | None) -> str:
    return excerpt(words or "", _TITLE_LIMIT)[0]


def decision_words(item: ItemRow) -> str:
    """A person's verdict beside the program's, and why it does not count where it does not; empty without one."""
    decision = item.decision
    if decision is None:
        return ""
    words = {
        "by": decision.by,
        "date": decision.on,
        "said": labels.state(item.kind, decision.status).word,
        "machine": labels.state(item.kind, decision.machine).word,
        "reason": decision.reason,
    }
    state = labels.DECISION[decision.state]
    if state:
        return visible(
            tr("{by} {date} 定为“{said}”，程序判为“{machine}”（{state}）：{reason}", state=state, **words)
        )
    return visible(tr("{by} {date} 定为“{said}”，程序判为“{machine}”：{reason}", **words))


def value_words(value: Value) -> str:
    """A value in words: name, hedge, number with unit, and which line it reaches."""
    return tr(
        "{metric} {amount}（{verdict}）",
        metric=visible(value.metric),
        amount=measured(_amount(value), value.period, value.hedge, visible(value.worked_out)),
        verdict=labels.SATISFIES[value.satisfies],
    )


def _amount(value: Value) -> str:
    # Values are shown with the digits of the report, not rounded: 99.95% must not read as 100%.
    unit = visible(value.unit)
    if value.value is not None:
        return f"{digits(value.value)}{unit}"
    low = "" if value.low is None else digits(value.low)
    high = "" if value.high is None else digits(value.high)
    if not low and not high:
        return tr("未定{unit}", unit=unit)
    return tr("{low}～{high}", low=low, high=f"{high}{unit}")
