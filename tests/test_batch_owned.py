"""A batch replaces its own files and nobody else's: what the manifest of the folder says is what counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import scorer.batch.run
from scorer.batch.manifest import MANIFEST, Claim, Manifest, Names
from scorer.errors import UsageError
from tests.batch_kit import Here, files, report, reports, score, write

MINE = "what a person wrote"


def refused(words: str, *given: Any, **more: Any) -> None:
    with pytest.raises(UsageError, match=words):
        score(*given, **more)


@pytest.mark.parametrize("name", ["a.json", "A.JSON", "summary.md", "summary-items.csv"])
def test_a_file_that_was_there_before_is_left_alone_and_nothing_is_scored(name: str, tmp_path: Path) -> None:
    mine = write(tmp_path / "out" / name, MINE)
    refused("would be replaced, and no batch", [write(tmp_path / "a.txt")], tmp_path / "out")
    assert mine.read_text(encoding="utf-8") == MINE
    assert {path.name for path in (tmp_path / "out").iterdir()} == {name, ".scorer-batch.lock"}


def test_the_message_names_a_file_how_many_more_and_the_mend(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / "out" / f"r00{number}.json", MINE)
    refused(
        r"out/r000\.json and 2 more: would be .*move it away, or choose another -o",
        reports(tmp_path / "in", 3),
        tmp_path / "out",
    )


def test_a_report_beside_the_output_may_be_called_like_it(tmp_path: Path) -> None:
    """The Word file that a person wrote and its text lie in one folder."""
    word = write(tmp_path / "a.docx", MINE)
    refused(r"a\.docx", [write(tmp_path / "a.txt")], tmp_path, formats=["docx"])
    assert word.read_text(encoding="utf-8") == MINE


def test_other_files_of_the_folder_do_not_matter(tmp_path: Path) -> None:
    write(tmp_path / "out" / "b.json", MINE)
    write(tmp_path / "out" / "a.md", MINE)
    assert score([write(tmp_path / "a.txt")], tmp_path / "out").scored == 1


def test_another_format_later_does_not_replace_a_file_either(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    score([path], tmp_path / "out")
    write(tmp_path / "out" / "a.md", MINE)
    refused(r"a\.md", [path], tmp_path / "out", formats=["json", "markdown"])
    assert score([path], tmp_path / "out").kept == 1


def test_a_summary_of_a_person_is_a_report_like_any_other(tmp_path: Path) -> None:
    write(tmp_path / "summary.md")
    refused(r"summary\.md", [tmp_path], tmp_path)


@pytest.fixture
def killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a batch wrote a scorecard and died before it could tell of it."""

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Manifest, "add", die)
        with pytest.raises(KeyboardInterrupt):
            score([write(tmp_path / "a.txt")], tmp_path / "out")
    assert (tmp_path / "out" / "a.json").exists()
    return tmp_path / "out"


def test_what_a_killed_batch_wrote_is_its_own(killed: Path) -> None:
    assert score([killed.parent / "a.txt"], killed).scored == 1


def test_what_a_killed_batch_wrote_stays_its_own_after_another_one(killed: Path) -> None:
    assert score([write(killed.parent / "b.txt")], killed).scored == 1
    assert score([killed.parent / "a.txt"], killed).scored == 1


def test_what_an_earlier_batch_wrote_in_another_format_stays_its_own(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    score([path], tmp_path / "out", formats=["json", "markdown"])
    for number in (1, 2):  # twice: the manifest is written anew in between
        write(path, report(number=number))
        score([path], tmp_path / "out", formats=["json"])
    assert score([path], tmp_path / "out", formats=["json", "markdown"]).scored == 1


def test_files_are_claimed_before_anything_is_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Never:
        interrupted, stopped = False, "stopped"

        def __init__(self, *_: object) -> None:
            pass

        def run(self, _: object) -> None:
            pass

    monkeypatch.setattr(scorer.batch.run, "Schedule", Never)
    score([write(tmp_path / "a.txt")], tmp_path / "out", formats=["json", "csv"])
    assert {"a.json", "a.csv"} <= Manifest(tmp_path / "out").files
    assert files(tmp_path / "out") == set()


# --- the manifest itself


def test_an_empty_manifest_is_none(tmp_path: Path) -> None:
    write(tmp_path / "out" / MANIFEST, "")
    path = write(tmp_path / "a.txt")
    assert score([path], tmp_path / "out").scored == 1
    assert score([path], tmp_path / "out").kept == 1


def test_a_manifest_that_is_none_is_told_with_the_mend(tmp_path: Path) -> None:
    write(tmp_path / "out" / MANIFEST, "x")
    refused("is no manifest of a batch; move it away", [write(tmp_path / "a.txt")], tmp_path / "out")


@pytest.mark.parametrize(
    "edit",
    [
        lambda line: {**line, "row": {**line["row"], "total": ["99.99", "0", "100"]}},
        lambda line: {**line, "report_sha256": "0" * 64},
        lambda line: {key: value for key, value in line.items() if key != "sum"},
    ],
    ids=["points", "report", "no checksum"],
)
def test_a_line_that_was_edited_does_not_count(edit: Any, tmp_path: Path) -> None:
    paths = reports(tmp_path / "in", 2)
    first = score(paths, tmp_path / "out")
    path = tmp_path / "out" / MANIFEST
    kept = path.read_text(encoding="ascii").splitlines(keepends=True)
    kept[-1] = json.dumps(edit(json.loads(kept[-1]))) + "\n"
    path.write_text("".join(kept), encoding="ascii")
    again = score(paths, tmp_path / "out")
    assert (again.kept, again.scored) == (1, 1)
    assert again.results == first.results
    assert score(paths, tmp_path / "out").kept == 2


def test_a_claim_leads_out_of_the_folder_no_more_than_a_result(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path)
    with manifest.writing(
        {Claim("a", "f"): Names("a", ("../a.json",)), Claim("b", "f"): Names("b", ("b.json",))}
    ):
        pass
    assert "b.json" in Manifest(tmp_path).files
    assert "../a.json" not in Manifest(tmp_path).files


def test_a_batch_that_finds_nothing_to_do_leaves_the_manifest_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    score([path], tmp_path / "out")
    before = (tmp_path / "out" / MANIFEST).stat().st_mtime_ns
    with Here() as executor:
        assert score([path], tmp_path / "out", executor=executor, jobs=1).kept == 1
    assert (tmp_path / "out" / MANIFEST).stat().st_mtime_ns == before
