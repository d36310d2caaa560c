"""The program against two readers, who labelled two more reports without knowing what it or the other says of them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from scorer.framework import load_framework
from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.review import Case, evaluate, load_labels
from scorer.review.against import strange_evidence, strange_items, strange_metrics
from scorer.review.agreement import ReportResult

ROOT = Path(__file__).parent.parent.parent
READERS = ROOT / "tests" / "readers"
LABELS = sorted(READERS.glob("*/*.yaml"))
REPORTS = sorted({path.stem for path in LABELS})

# Weighted kappa, presence F1, evidence found, points by which the totals may differ.
FLOORS = Decimal("0.92"), Decimal("0.95"), Decimal("0.92"), Decimal(3)
# How the readers agree with each other: no program can be asked for more.
BETWEEN_READERS = Decimal("0.97")
RANK = {"met": 2, "partial": 1, "absent": 0}


@cache
def engine() -> Engine:
    return Engine()


@cache
def result(path: Path) -> ReportResult:
    labels = load_labels(path)
    document = read_file(ROOT / "seeds" / f"{labels.report}.txt")
    case = Case(labels, document.text, engine().score(document))
    return evaluate(engine().framework, [case]).reports[0]


def named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", LABELS, ids=named)
def test_labels_fit_the_framework_and_the_report(path: Path) -> None:
    labels, framework = load_labels(path), load_framework("rule-of-law-2021")
    text = read_file(ROOT / "seeds" / f"{labels.report}.txt").text
    assert [*strange_items(labels, framework), *strange_metrics(labels, framework)] == []
    assert strange_evidence(labels, text) == []
    assert {label.item_id for label in labels.labels} == {item.id for item in framework.items}


@pytest.mark.parametrize("path", LABELS, ids=named)
def test_the_program_agrees_with_each_reader(path: Path) -> None:
    one, (kappa, presence, evidence, points) = result(path), FLOORS
    agreement = one.measures.agreement
    assert (agreement.kappa.quadratic or 0) >= kappa
    assert (agreement.presence.f1 or 0) >= presence
    assert (one.measures.evidence.rate or 0) >= evidence
    assert abs(one.total - one.label_total) <= points


@pytest.mark.parametrize("report", REPORTS)
def test_the_readers_agree_with_each_other(report: str) -> None:
    first, second = (
        {
            label.item_id: label.verdict.value
            for label in load_labels(READERS / reader / f"{report}.yaml").labels
        }
        for reader in ("first", "second")
    )
    pairs = [
        (RANK[one], RANK[second[item]]) for item, one in first.items() if one in RANK and second[item] in RANK
    ]
    seen = sum((a - b) ** 2 for a, b in pairs)
    by_chance = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs)
    assert 1 - Decimal(seen * len(pairs)) / by_chance >= BETWEEN_READERS
