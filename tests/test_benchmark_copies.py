"""Copies of the samples for long runs: all different, all alike from run to run, and still reports."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.copies import perturbed, write_copies
from scorer import parse_report
from scorer.text import Text


def test_the_same_count_gives_the_same_copies_and_no_two_alike(tmp_path: Path) -> None:
    one, two = (write_copies(tmp_path / name, 12) for name in ("one", "two"))
    texts = [path.read_bytes() for path in one]
    assert texts == [path.read_bytes() for path in two]
    assert len(set(texts)) == 12
    assert [path.name for path in one] == sorted(path.name for path in one)


def test_a_copy_keeps_title_and_year_and_changes_the_rest() -> None:
    text = "青川县人民政府关于2021年度法治政府建设情况的报告\n2021年办案1234件。评查567卷。检查8910次。培训11期。"
    copy = perturbed(text, random.Random(1))
    assert copy.split("\n")[0] == text.split("\n")[0]
    assert copy != text
    assert parse_report(Text(copy)).metadata.year == 2021
