"""Outputs in English hold no Chinese but the words of the report and of the framework.

A stretch of Chinese characters passes when the sources have the very same stretch, bounded as it is: so the label
达到 is found out although a report says 已达到 and a criterion 未达到. What was cut out of a source passes between
quotation marks, beside an ellipsis or a number, and where it is longer than any label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from scorer.framework.load import DEFAULT
from scorer.i18n import use_language
from scorer.pipeline import Engine, Examination
from scorer.reading import read_file
from scorer.rendering import Options, catalogue, explain, gate_report, outline, render, screen
from scorer.rendering.encode import encode
from scorer.rendering.interface import Detail
from scorer.rendering.remarks import remarks
from scorer.scoring.gate import Gate, failings

ROOT = Path(__file__).parent.parent
REPORTS = [ROOT / "seeds" / "daye-2021.txt", ROOT / "seeds" / "suizhou-2019.txt"]
RUN = re.compile("[\u3400-\u9fff]+")
FORMATS = ["terminal", "markdown", "json", "sarif", "junit", "github"]
LONGEST_LABEL = 5
WIDE, LINE = 2000, 10**6  # nothing is broken over two lines, of a page and of a text
_OPENS, _CLOSES = ("“", "…"), ("”", "…")
DETAILS: dict[str, tuple[Detail, ...]] = {
    "terminal": ("summary", "items", "full"),
    "markdown": ("summary", "items", "full"),
}
STRICT = Gate(Decimal(100), {"5": Decimal(1)}, ("3.1.2",), 0, 0)


@cache
def engine() -> Engine:
    return Engine()


@cache
def examined(path: Path) -> Examination:
    with use_language("en"):
        return engine().examine(read_file(path))


@cache
def sources(path: Path) -> tuple[str, frozenset[str]]:
    """All that may be quoted, without spaces and line ends, and its stretches of Chinese."""
    framework = sorted((ROOT / "indicators" / DEFAULT).rglob("*.yaml"))
    card = examined(path).scorecard
    texts = [one.read_text(encoding="utf-8") for one in (path, *framework)]
    texts += [card.report.place or "", card.report.document_number or ""]
    texts += [row.quote for row in card.audit]
    # A word and the number beside it; where a detail is named between them a plus sign parts the two.
    texts += [e.phrase for item in card.items for e in item.evidence if "+" not in e.phrase]
    whole = "\n".join("".join(text.split()) for text in texts)
    runs = {run for text in texts for run in RUN.findall(text)}
    return whole, frozenset(runs | set(RUN.findall(whole)))


def foreign(shown: str, path: Path) -> Iterator[str]:
    """The stretches of Chinese that no source has so."""
    whole, runs = sources(path)
    for found in RUN.finditer(shown):
        words = found[0]
        before, after = shown[: found.start()][-1:], shown[found.end() :][:1]
        counted = before.isdigit() or after.isdigit()
        cut = before in _OPENS or after in _CLOSES or counted or len(words) > LONGEST_LABEL
        if words not in runs and not (cut and words in whole):
            yield f"{shown[max(0, found.start() - 30) : found.end() + 30]!r}"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", FORMATS)
def test_a_scorecard(kind: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_PROSE", WIDE)
    monkeypatch.setattr(screen, "_WIDEST", WIDE)
    card = examined(path).scorecard
    for detail in DETAILS.get(kind, ("full",)):
        with use_language("en"):
            shown = render([card], kind, Options(detail=detail, width=WIDE))
        assert isinstance(shown, str)
        assert list(foreign(shown.replace("\\", "") if kind == "markdown" else shown, path)) == []


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_what_else_a_report_is_shown_in(path: Path) -> None:
    examination = examined(path)
    framework, card = engine().framework, examination.scorecard
    with use_language("en"):
        shown = [
            gate_report.as_text(card, failings(card, STRICT), STRICT, LINE),
            outline.as_text(examination.document, examination.report),
            encode(outline.as_data(examination.document, examination.report)),
            *(explain.explain_result(framework, item, card, LINE) for item in framework.items),
        ]
    assert [words for one in shown for words in foreign(one, path)] == []


def test_what_a_framework_is_shown_in() -> None:
    framework = engine().framework
    with use_language("en"):
        shown = [
            catalogue.contents(framework, LINE),
            *(explain.explain_item(framework, i, engine().blank_trace(i), LINE) for i in framework.items),
        ]
    assert [words for one in shown for words in foreign(one, REPORTS[0])] == []


def test_the_language_judges_nothing() -> None:
    """Status, points, evidence and hashes are the same, whatever is said of them."""
    spoken, here = examined(REPORTS[0]).scorecard, engine().score(read_file(REPORTS[0]))
    assert spoken.total == here.total
    assert spoken.dimensions == here.dimensions
    for one, other in zip(spoken.items, here.items, strict=True):
        assert (one.status, one.confidence, one.evidence_hash) == (
            other.status,
            other.confidence,
            other.evidence_hash,
        )
        assert [(e.start, e.end, e.hit, e.match) for e in one.evidence] == [
            (e.start, e.end, e.hit, e.match) for e in other.evidence
        ]
        assert [(r.start, r.end, r.why) for r in one.rejected] == [
            (r.start, r.end, r.why) for r in other.rejected
        ]
        assert one.values == other.values
        assert one.reason != other.reason
    assert [remark.fingerprint for remark in remarks(spoken)] == [r.fingerprint for r in remarks(here)]
