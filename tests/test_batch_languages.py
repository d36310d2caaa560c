"""Batches in a language: workers speak that of the call, and what lies finished in another one is made anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scorer.batch.manifest import MANIFEST
from scorer.batch.model import Asked
from scorer.framework import load_framework
from scorer.i18n import current_language, use_language
from tests.batch_kit import FRAMEWORK, files, score, write

ENGLISH, CHINESE = "Not found", "未见"


def markdown(out: Path) -> str:
    (path,) = (path for path in out.glob("*.md") if not path.name.startswith("summary"))
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("more", [{}, {"jobs": 1, "executor": None}], ids=["thread", "process"])
def test_a_worker_speaks_the_language_of_the_call(
    more: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORER_LANG", "zh")  # what a worker finds about itself says nothing
    path = write(tmp_path / "a.txt")
    with use_language("en"):
        outcome = score([path], tmp_path / "out", formats=["markdown"], **more)
    assert outcome.exit_code == 0
    assert ENGLISH in markdown(tmp_path / "out")
    assert CHINESE not in markdown(tmp_path / "out")
    assert "# Summary of a batch" in (tmp_path / "out" / "summary.md").read_text(encoding="utf-8")
    assert current_language() == "zh"


def test_what_is_finished_in_one_language_is_made_anew_in_the_other(tmp_path: Path) -> None:
    path, out = write(tmp_path / "a.txt"), tmp_path / "out"
    assert score([path], out, formats=["markdown"]).scored == 1
    assert CHINESE in markdown(out)
    with use_language("en"):
        assert score([path], out, formats=["markdown"]).scored == 1
        assert ENGLISH in markdown(out)
        assert score([path], out, formats=["markdown"]).kept == 1
    assert files(out) == {"a.md"}


def test_what_was_finished_before_there_were_languages_stays_finished() -> None:
    framework = load_framework(FRAMEWORK)
    with use_language("en"):
        english, chinese = Asked(), Asked(language="zh")
    assert Asked().fingerprint(framework) == chinese.fingerprint(framework)
    assert english.fingerprint(framework) != chinese.fingerprint(framework)


def test_the_row_of_a_report_is_the_same_in_both_languages(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    for language in ("zh", "en"):
        with use_language(language):
            score([path], tmp_path / language)
    chinese, english = (
        (tmp_path / language / MANIFEST).read_text(encoding="utf-8").splitlines()[-1]
        for language in ("zh", "en")
    )
    assert json.loads(chinese)["row"] == json.loads(english)["row"]
