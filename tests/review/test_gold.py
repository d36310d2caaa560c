"""The program against the labels that people made of three reports: each measure stays above its floor."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from scorer.pipeline import Engine
from scorer.reading import read_file
from scorer.review import Case, Evaluation, evaluate, load_labels
from scorer.review.against import strange_evidence, strange_items, strange_metrics
from scorer.review.agreement import ReportResult
from scorer.rules.model import Confidence

ROOT = Path(__file__).parent.parent.parent
GOLD = sorted((ROOT / "tests" / "gold").glob("*.yaml"))

# What each report must reach at least, and by how many points its total may differ at most.
# report: weighted kappa, presence F1, evidence found, stated values right, points of difference
FLOORS = {
    "daye-2021": ("0.92", "0.97", "0.95", "0.95", "3"),
    "pingqiao-2021": ("0.92", "0.97", "0.95", "0.95", "3"),
    "wuzhong-2021": ("0.92", "0.97", "0.92", "0.95", "3"),
}
# Of what is marked with high confidence, over all reports.
HIGH_IS_RIGHT = "0.95"
# How far the program must stand above the plain keyword search, in kappa, on every report.
ABOVE_KEYWORDS = "0.2"


@cache
def result() -> Evaluation:
    engine = Engine()
    cases = []
    for path in GOLD:
        labels = load_labels(path)
        document = read_file(ROOT / "seeds" / f"{labels.report}.txt")
        cases.append(Case(labels, document.text, engine.score(document)))
    return evaluate(engine.framework, cases)


def report(name: str) -> ReportResult:
    return next(one for one in result().reports if one.name == name)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_labels_fit_the_framework_and_the_report(path: Path) -> None:
    labels = load_labels(path)
    text = read_file(ROOT / "seeds" / f"{labels.report}.txt").text
    framework = result().framework
    assert strange_items(labels, framework) == []
    assert strange_metrics(labels, framework) == []
    assert strange_evidence(labels, text) == []
    assert {label.item_id for label in labels.labels} == {item.id for item in framework.items}


def test_every_labelled_report_has_floors() -> None:
    assert {one.name for one in result().reports} == set(FLOORS)


@pytest.mark.parametrize("name", FLOORS)
def test_the_report_reaches_its_floors(name: str) -> None:
    measures = report(name).measures
    reached = {
        "kappa": measures.agreement.kappa.quadratic,
        "presence": measures.agreement.presence.f1,
        "evidence": measures.evidence.rate,
        "values": measures.values.rate,
    }
    for (measure, rate), floor in zip(reached.items(), FLOORS[name], strict=False):
        assert rate is not None
        assert rate >= Decimal(floor), measure


@pytest.mark.parametrize("name", FLOORS)
def test_the_total_is_near_that_of_the_labels(name: str) -> None:
    one = report(name)
    assert abs(one.total - one.label_total) <= Decimal(FLOORS[name][-1])


def test_high_confidence_is_right() -> None:
    rate = result().pooled.calibration[Confidence.HIGH].rate
    assert rate is not None
    assert rate >= Decimal(HIGH_IS_RIGHT)


@pytest.mark.parametrize("name", FLOORS)
def test_the_keyword_search_stands_far_below(name: str) -> None:
    one = report(name)
    assert one.baseline is not None
    ours, theirs = one.measures.agreement.kappa.quadratic, one.baseline.kappa.quadratic
    assert ours is not None
    assert theirs is not None
    assert ours - theirs >= Decimal(ABOVE_KEYWORDS)
