"""The resolved framework as text, with the origin of each value."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from scorer.framework import resolve_framework
from scorer.framework.loader import load_checked
from scorer.framework.marks import parse

FAMILY = Path(__file__).parent / "extending"


def _line(text: str, start: str) -> str:
    return next(line.strip() for line in text.splitlines() if line.strip().startswith(start))


def test_each_value_names_its_file_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FAMILY)
    text = resolve_framework("child").text
    assert _line(text, "title: 市级体系") == "title: 市级体系  # from child/framework.yaml:3"
    assert _line(text, "- 公示") == "- 公示  # from base/1.yaml:10"
    assert _line(text, "- 告示") == "- 告示  # from child/framework.yaml:25"
    assert _line(text, "full:") == 'full: ">= 98"  # from child/framework.yaml:26'
    assert _line(text, 'partial: ">') == 'partial: ">= 80"  # from base/1.yaml:11'


def test_origins_are_found_by_path() -> None:
    resolved = resolve_framework(FAMILY / "child")
    mark = resolved.origins["dimensions", 0, "items", 0, "topic", "phrases", 1]
    assert (mark.file, mark.line, mark.column) == (f"{FAMILY}/child/framework.yaml", 25, 29)


def test_a_framework_that_extends_nothing_needs_no_comments() -> None:
    assert "# from" not in resolve_framework(FAMILY / "base").text


@pytest.mark.parametrize("ref", [FAMILY / "base", FAMILY / "child", FAMILY / "grandchild", "example"])
def test_the_text_says_what_the_framework_is(ref: Path | str) -> None:
    tree = load_checked(ref)[1]
    read, problems = parse(resolve_framework(ref).text.encode(), "text")
    assert problems == []
    assert read is not None
    assert tree.head is not None
    expected = tree.head.plain() | {"dimensions": [dimension.plain() for dimension in tree.dimensions]}
    assert read.plain() == expected


def test_numbers_are_written_as_they_stand_in_the_file() -> None:
    data = yaml.safe_load(resolve_framework(FAMILY / "child").text)
    assert Decimal(str(data["partial_share"])) == Decimal("0.4")


def test_a_file_name_cannot_end_a_comment(tmp_path: Path) -> None:
    folder = tmp_path / "a\nid: other"
    for name in ("base", "child"):
        (folder / name).mkdir(parents=True)
        for file in (FAMILY / name).iterdir():
            (folder / name / file.name).write_bytes(file.read_bytes())
    text = resolve_framework(folder / "child").text
    assert all("# from" in line or line.rstrip().endswith((":", "-")) for line in text.splitlines())
