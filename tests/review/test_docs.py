"""docs/evaluation.md shows what the program accepts and prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

from scorer.rendering.evaluation import render_evaluation
from scorer.rendering.interface import Options
from scorer.review.labels import Verdict, parse_labels

from .cases import small_evaluation

TEXT = (Path(__file__).parent.parent.parent / "docs" / "evaluation.md").read_text(encoding="utf-8")


def table(header: str) -> list[list[str]]:
    """The rows below a header line that begins so, each as its cells."""
    body = TEXT.split(f"\n| {header} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in body]


def test_the_label_file_shown_is_valid() -> None:
    (shown,) = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.M | re.S)
    loaded, problems = parse_labels(shown.encode("utf-8"), "shown.yaml")
    assert problems == []
    assert loaded is not None
    assert [label.item_id for label in loaded.labels] == ["1.1", "1.2"]


def test_every_verdict_is_explained() -> None:
    rows = {row[0].strip("`"): row[-1].strip("`") for row in table("verdict")}
    assert rows == {verdict.value: verdict.status.value for verdict in Verdict}


def test_every_measure_and_every_key_is_explained() -> None:
    shown = json.loads(render_evaluation(small_evaluation(), "json", Options()))
    keys = {key for row in table("key") for key in re.findall(r"`(\w+)(?:\[\])?`", row[0])}
    assert keys == set(shown) - {"schema"}
    measures = {key for row in table("shown") for key in re.findall(r"`(\w+)", row[1])}
    assert measures == set(shown["reports"][0]) - {
        "report",
        "report_sha256",
        "labels_sha256",
        "raters",
        "unlabelled",
        "compared",
        "baseline",
    }
    about_reports = next(row[1] for row in table("key") if row[0] == "`reports[]`")
    for key in ("report_sha256", "labels_sha256", "raters", "unlabelled", "compared", "baseline"):
        assert f"`{key}`" in about_reports


def test_every_heading_of_the_table_is_explained() -> None:
    markdown = render_evaluation(small_evaluation(), "markdown", Options())
    head = next(line for line in markdown.splitlines() if line.startswith("| 报告"))
    explained = {name.strip() for row in table("shown") for name in row[0].split(",")}
    assert set(re.split(r" \| ", head.strip("| "))) - {"报告"} <= explained
