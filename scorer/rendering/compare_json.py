"""The comparison for scripts: the contract ``compare/1`` (docs/compare.md, ``compare.schema.json``)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, cast

from scorer.compare.model import Band, Comparison, Copies, Growth, Matching, Pair, Places, Quote
from scorer.rendering.encode import JsonValue, encode
from scorer.rendering.interface import Failure
from scorer.rendering.numbers import rounded
from scorer.scoring.change import Change, Changes
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["as_json", "compare_schema"]

_SHARE = 4  # decimals of a rate from 0 to 1


def compare_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what :func:`as_json` returns."""
    text = files("scorer.rendering").joinpath("compare.schema.json").read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


def as_json(comparison: Comparison, version: str, failures: Sequence[Failure] = ()) -> str:
    """Everything that was found, subjects named by their index in ``subjects``."""
    stamp = comparison.cards[0].stamp
    years, places = comparison.years, comparison.places
    rows = zip(comparison.labels, comparison.cards, comparison.from_scorecard, strict=True)
    return encode(
        {
            "schema": "compare/1",
            "tool": {"name": "scorer", "version": version},
            "framework": {"id": stamp.framework_id, "title": stamp.framework_title},
            "by": comparison.by,
            "why": comparison.why,
            "subjects": [_subject(*row) for row in rows],
            "pairs": None if years is None else [_pair(pair) for pair in years.pairs],
            "places": None if places is None else _places(places),
            "notes": [{"code": note.code, "message": note.message} for note in comparison.notes],
            "errors": [{"name": failure.name, "message": failure.message} for failure in failures],
        }
    )


def _subject(label: str, card: Scorecard, saved: bool) -> JsonValue:
    report, stamp, total = card.report, card.stamp, card.total
    return {
        "label": label,
        "name": stamp.report_name,
        "sha256": stamp.report_sha256,
        "source": "scorecard" if saved else "report",
        "framework_version": stamp.framework_version,
        "framework_sha256": stamp.framework_sha256,
        "title": report.title,
        "place": report.place,
        "level": report.level.value if report.level else None,
        "year": report.year,
        "total": {
            "points": rounded(total.points),
            "base": rounded(total.base),
            "bonus": rounded(total.bonus),
            "deduction": rounded(total.deduction),
            "low": rounded(total.low),
            "high": rounded(total.high),
            "grade": total.grade,
        },
        "dimensions": [
            {
                "id": row.id,
                "title": row.title,
                "points": rounded(row.points),
                "max_points": rounded(row.max_points),
                "rate": None if row.rate is None else rounded(row.rate, _SHARE),
            }
            for row in card.dimensions
        ],
    }


def _pair(pair: Pair) -> JsonValue:
    return {
        "before": pair.before,
        "after": pair.after,
        "items": _changes(pair.changes),
        "unsaid": pair.unsaid or None,
        "plans": None if pair.plans is None else _matching(pair.plans),
        "problems": None if pair.problems is None else _matching(pair.problems),
        "growth": None if pair.growth is None else [_growth(one) for one in pair.growth],
        "growth_note": pair.growth_note or None,
        "copies": None if pair.copies is None else _copies(pair.copies),
    }


def _changes(changes: Changes) -> JsonValue:
    return {
        "better": [_change(one) for one in changes.better],
        "worse": [_change(one) for one in changes.worse],
        "applies": [_change(one) for one in changes.applies],
        "new": [_item(item) for item in changes.new],
        "gone": [_item(item) for item in changes.gone],
    }


def _change(one: Change) -> JsonValue:
    return {
        "id": one.after.id,
        "title": one.after.title,
        "kind": one.after.kind,
        "before": {"status": one.before.status.value, "points": rounded(one.before.points)},
        "after": {"status": one.after.status.value, "points": rounded(one.after.points)},
    }


def _item(item: ItemRow) -> JsonValue:
    return {"id": item.id, "title": item.title, "status": item.status.value, "points": rounded(item.points)}


def _quote(quote: Quote) -> JsonValue:
    return {
        "quote": quote.words,
        "start": quote.start,
        "end": quote.end,
        "line": quote.line,
        "column": quote.column,
        "place": quote.place,
    }


def _matching(matching: Matching) -> JsonValue:
    return {
        "looked_for": matching.looked_for,
        "general": matching.general,
        "weighed_pairs": matching.weighed,
        "possible_pairs": matching.possible,
        "matched": [
            {
                "before": _quote(match.before),
                "after": _quote(match.after),
                "similarity": match.score,
                "shared": list(match.shared),
            }
            for match in matching.matched
        ],
        "open": [_quote(quote) for quote in matching.open],
    }


def _growth(one: Growth) -> JsonValue:
    return {
        "label": one.label,
        "claim": _quote(one.claim),
        "base": None if one.base is None else _quote(one.base),
        "now": one.now,
        "last": one.last,
        "stated": one.stated,
        "computed": one.computed,
        "difference": one.difference,
        "unit": one.unit,
        "holds": one.holds,
        "note": one.note or None,
    }


def _copies(copies: Copies) -> JsonValue:
    return {
        "share": rounded(copies.share, _SHARE),
        "characters": copies.characters,
        "exact_characters": copies.exact_characters,
        "of": copies.whole,
        "passages": [
            {"before": _quote(old), "after": _quote(new), "kind": kind} for old, new, kind in copies.passages
        ],
    }


def _places(places: Places) -> JsonValue:
    rows = zip(places.dimensions, places.rates, places.medians, strict=True)
    return {
        "levels": [
            {"level": level.value if level else None, "bands": [_band(band) for band in bands]}
            for level, bands in places.levels
        ],
        "dimensions": [
            {
                "id": identifier,
                "title": title,
                "median": None if middle is None else rounded(middle, _SHARE),
                "rates": [None if value is None else rounded(value, _SHARE) for value in values],
            }
            for (identifier, title), values, middle in rows
        ],
        "deviations": [
            {
                "subject": one.subject,
                "id": one.item.id,
                "status": one.item.status.value,
                "median": one.median,
                "better": one.better,
            }
            for one in places.deviations
        ],
        "only": [
            {"subject": one.subject, "id": one.item.id, "has": one.has, "among": one.among}
            for one in places.only
        ],
        "items": [
            {
                "id": identifier,
                "title": title,
                "statuses": [{"subject": subject, "status": status.value} for subject, status in statuses],
            }
            for identifier, title, statuses in places.statuses
        ],
    }


def _band(band: Band) -> JsonValue:
    return {
        "band": band.number,
        "places": [
            {"subject": row.subject, "rank": row.rank, "best": row.best, "worst": row.worst}
            for row in band.rows
        ],
    }
