"""Label files: what a good one gives, and each way of being wrong with its place and its mend."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from scorer.review.against import repeated_reports, strange_evidence, strange_items, strange_metrics
from scorer.review.labels import LabelsError, Verdict, load_labels, parse_labels, read_labels
from scorer.rules.model import Confidence, Status
from scorer.text import Text

from .cases import FRAMEWORK, QINGCHUAN, QINGCHUAN_LABELS, labels_of

HEAD = "report: qingchuan-2023\nlabels:\n"


def problems_of(content: str) -> list[str]:
    return [str(problem) for problem in parse_labels(content.encode("utf-8"), "g.yaml")[1]]


def test_a_good_file() -> None:
    loaded = labels_of(QINGCHUAN_LABELS)
    assert loaded.report == "qingchuan-2023"
    assert loaded.raters == 2
    first, _, absent, bare = loaded.labels[:4]
    assert (first.item_id, first.verdict, first.confidence) == ("1.1", Verdict.MET, Confidence.HIGH)
    assert [quote.words for quote in first.evidence] == ["办理复议案件65件"]
    assert first.values == {"复议件数": Decimal(65), "维持件数": Decimal(45)}
    assert (first.mark.line, first.evidence[0].mark.line) == (4, 8)
    assert (absent.evidence, absent.values) == ((), {})
    assert bare.confidence is None


def test_verdicts_are_statuses() -> None:
    words = {verdict.value: verdict.status for verdict in Verdict}
    assert words == {
        "met": Status.MET,
        "partial": Status.PARTIAL,
        "absent": Status.UNMET,
        "na": Status.NOT_APPLICABLE,
    }


@pytest.mark.parametrize(
    ("content", "place", "what", "mend"),
    [
        ("", "1:1", "holds no labels", "report:"),
        ("# nothing yet\n\n", "1:1", "holds no labels", "report:"),
        ("- report\n", "1:1", "not a mapping", "report, labels"),
        ("labels:\n  1.1.1: {verdict: met}\n", "1:1", "no `report`", "add `report:`"),
        ("report: a\n", "1:1", "no `labels`", "add `labels:`"),
        ("report: 2021\nlabels:\n  1.1.1: {verdict: met}\n", "1:9", "'2021', not a name", "in quotes"),
        ("report: ../a\nlabels:\n  1.1.1: {verdict: met}\n", "1:9", "names a folder", "--reports"),
        ("report: a\\b\nlabels:\n  1.1.1: {verdict: met}\n", "1:9", "names a folder", "--reports"),
        ("report: a\nraters: two\nlabels:\n  1.1.1: {verdict: met}\n", "2:9", "`raters` is 'two'", "1, 2, 3"),
        ("report: a\nraters: true\nlabels:\n  1.1.1: {verdict: met}\n", "2:9", "`raters`", "1, 2, 3"),
        ("report: a\nraters: 0\nlabels:\n  1.1.1: {verdict: met}\n", "2:9", "`raters` is '0'", "1, 2, 3"),
        (
            "report: a\nby: me\nlabels:\n  1.1.1: {verdict: met}\n",
            "2:1",
            "unknown key 'by'",
            "report, raters, labels",
        ),
        ("report: a\nlabels: []\n", "2:9", "`labels` is not a mapping", "ITEM_ID:"),
        ("report: a\nlabels:\n", "2:8", "`labels` is not a mapping", "ITEM_ID:"),
        (HEAD + "  1.1.1: met\n", "3:10", "the label of 1.1.1 is not a mapping", "verdict"),
        (HEAD + "  1.1.1: {confidence: high}\n", "3:10", "no `verdict`", "add `verdict:`"),
        (HEAD + "  1.1.1: {verdict: yes}\n", "3:20", "`verdict` is 'yes'", "met, partial, absent, na"),
        (HEAD + "  1.1.1: {verdict: unmet}\n", "3:20", "`verdict` is 'unmet'", "met, partial, absent, na"),
        (HEAD + "  1.1.1: {verdict: [met]}\n", "3:20", "`verdict` is not a word", "met, partial, absent, na"),
        (
            HEAD + "  1.1.1: {verdict: met, confidence: sure}\n",
            "3:37",
            "`confidence` is 'sure'",
            "high, medium, low",
        ),
        (
            HEAD + "  1.1.1: {verdict: met, note: x}\n",
            "3:25",
            "unknown key 'note'",
            "verdict, confidence, evidence, values",
        ),
        (HEAD + "  1.1.1: {verdict: met, evidence: 复议}\n", "3:35", "`evidence` is not a list", "'- '"),
        (HEAD + "  1.1.1: {verdict: met, evidence: [38]}\n", "3:36", "evidence is not text", "in quotes"),
        (HEAD + "  1.1.1: {verdict: met, evidence: ['']}\n", "3:36", "evidence is not text", "copy words"),
        (
            HEAD + "  1.1.1: {verdict: met, values: 3}\n",
            "3:33",
            "`values` is not a mapping",
            "METRIC: NUMBER",
        ),
        (
            HEAD + "  1.1.1: {verdict: met, values: {件数: 3件}}\n",
            "3:38",
            "件数 is not a number",
            "digits alone",
        ),
        (
            HEAD + "  1.1.1: {verdict: met, values: {件数: true}}\n",
            "3:38",
            "件数 is not a number",
            "digits alone",
        ),
        (HEAD + "  1.1.1: {verdict: met}\n  1.1.1: {verdict: met}\n", "4:3", "a second time", "line 3"),
        (HEAD + "  1.1.1:\n    verdict: met\n    verdict: partial\n", "5:5", "a second time", "line 4"),
        (HEAD + "  9.1: {verdict: met}\n", "3:3", "'9.1' is not text", 'quote it: "9.1"'),
        (HEAD + "  1.1.1：\n    verdict: met\n", "3:8", "full-width colon", "ASCII colon"),
        (HEAD + "  1.1.1: &a {verdict: met}\n", "3:10", "anchor", "remove it"),
    ],
    ids=lambda value: None,
)
def test_each_mistake_has_its_place_and_its_mend(content: str, place: str, what: str, mend: str) -> None:
    told = problems_of(content)
    assert len(told) == 1, told
    assert told[0].startswith(f"g.yaml:{place}: ")
    said, _, remedy = told[0].removeprefix(f"g.yaml:{place}: ").partition("; ")
    assert what in said
    assert mend in remedy


def test_all_mistakes_of_a_file_are_told_from_top_to_bottom() -> None:
    content = "report: 7\nby: me\nlabels:\n  1.1.1: {verdict: good}\n  1.1.1: {verdict: met}\n"
    lines = [told.split(":")[1] for told in problems_of(content)]
    assert lines == ["1", "2", "4", "5"]


def test_bytes_that_are_no_utf8_are_told() -> None:
    _, problems = parse_labels("report: 青".encode("gb18030"), "g.yaml")
    assert [str(problem) for problem in problems] == ["g.yaml:1:9: byte 0xc7 is not UTF-8; save it as UTF-8"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    loaded, problems = read_labels(tmp_path / "none.yaml")
    assert loaded is None
    assert "none.yaml: cannot be read" in str(problems[0])
    with pytest.raises(LabelsError, match="cannot be read") as raised:
        load_labels(tmp_path / "none.yaml")
    assert raised.value.exit_code == 2


def test_unknown_items_are_told_with_line_and_mend() -> None:
    labels = labels_of(QINGCHUAN_LABELS.replace('"1.4"', '"1.40"'))
    (problem,) = strange_items(labels, FRAMEWORK)
    assert (problem.line, problem.column) == (19, 3)
    assert "small has no item '1.40'" in problem.message
    assert "scorer framework show small" in problem.mend
    assert strange_items(labels_of(QINGCHUAN_LABELS), FRAMEWORK) == []


def test_unknown_metrics_are_told_where_they_stand() -> None:
    told = strange_metrics(labels_of(QINGCHUAN_LABELS), FRAMEWORK)  # the items there have no metrics at all
    assert [(problem.line, problem.column) for problem in told] == [(9, 14), (9, 24), (15, 14), (28, 14)]
    assert "no metric '复议件数'" in told[0].message


def test_evidence_must_stand_in_the_report() -> None:
    labels = labels_of(QINGCHUAN_LABELS.replace("会前学法4次", "会前学法五次"))
    (problem,) = strange_evidence(labels, QINGCHUAN)
    assert (problem.line, problem.column) == (27, 7)
    assert "qingchuan-2023.txt does not have these words of 1.5" in problem.message
    assert "scorer read" in problem.mend
    assert strange_evidence(labels_of(QINGCHUAN_LABELS), QINGCHUAN) == []


def test_evidence_that_only_looks_different_is_shown_its_place() -> None:
    text = Text(QINGCHUAN.content.replace("会前学法4次", "“会前学法”\n４ 次"), "a.txt")
    (problem,) = strange_evidence(labels_of(QINGCHUAN_LABELS), text)
    assert "line 2 of it has them with other spaces, widths or quotation marks" in problem.mend


def test_a_report_is_labelled_once() -> None:
    one, other = labels_of(QINGCHUAN_LABELS, "a.yaml"), labels_of(QINGCHUAN_LABELS, "b.yaml")
    assert repeated_reports([one]) == []
    (problem,) = repeated_reports([one, other])
    assert str(problem).startswith("b.yaml:1:1: a.yaml labels qingchuan-2023 already")
