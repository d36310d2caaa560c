"""What the commands show, saved beside reports, is known not to be a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

SHOWN = (
    ("review", "REPORT"),
    ("review", "REPORT", "--limit", "1"),
    ("audit", "REPORT"),
    ("audit", "REPORT", "REPORT"),
    ("explain", "5.2.2", "REPORT"),
    ("explain", "5.2.2"),
    ("check", "REPORT"),
    ("read", "--outline", "REPORT"),
    ("framework", "show"),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("asked", SHOWN, ids=" ".join)
def test_it_is_refused_as_a_report(
    call: Call, daye: Path, tmp_path: Path, asked: tuple[str, ...], language: str
) -> None:
    shown = call("--lang", language, *(daye if word == "REPORT" else word for word in asked))
    saved = tmp_path / "saved.txt"
    saved.write_text(shown.out, encoding="utf-8")
    done = call("score", saved)
    assert done.code == 3
    assert "is what scorer wrote about reports, and no report" in done.err


def test_a_batch_leaves_it_out(call: Call, daye: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(daye.read_bytes())
    for number, asked in enumerate(SHOWN):
        shown = call(*(daye if word == "REPORT" else word for word in asked)).out
        (folder / f"s{number}.txt").write_text(shown, encoding="utf-8")
    out = tmp_path / "out"
    done = call("batch", folder, "-o", out, "--jobs", "1")
    assert done.code == 0
    assert f"left out, {len(SHOWN)} × is what scorer wrote" in done.err
    cards = {path.name for path in out.rglob("*.json")} - {"summary.json"}
    assert cards == {"a.json"}


def test_the_text_of_a_report_stays_a_report(call: Call, daye: Path, tmp_path: Path) -> None:
    saved = tmp_path / "text.txt"
    saved.write_text(call("read", daye).out, encoding="utf-8")
    assert call("score", saved).code == 0
