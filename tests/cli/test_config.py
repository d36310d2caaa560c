"""Settings that stand in a file: found, checked strictly, overruled by the command line, named with -v."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

REPORT = "某市人民政府2021年法治政府建设情况报告\n2021年，全年负责人出庭应诉率100%。\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a report, and a folder inside it in which the command runs."""
    root = tmp_path / "repo"
    (root / ".git").mkdir(parents=True)
    inner = root / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(inner)
    return root


def write(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def test_settings_are_found_up_to_the_root_of_the_repository(call: Call, repository: Path) -> None:
    file = write(repository / ".scorer.yaml", "format: json\n")
    done = call("-v", "score", "report.txt")
    assert done.code == 0
    assert done.out.startswith('{\n  "schema": "scorecard/1"')
    assert f"configuration: {file}\n" in done.err


def test_nothing_above_the_repository_is_read(call: Call, repository: Path) -> None:
    write(repository.parent / ".scorer.yaml", "format: json\n")
    done = call("-v", "score", "report.txt")
    assert done.out.lstrip().startswith("{") is False
    assert "configuration: none\n" in done.err


def test_outside_a_repository_only_the_current_folder_counts(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "loose" / "inner"
    folder.mkdir(parents=True)
    write(tmp_path / "loose" / ".scorer.yaml", "format: json\n")
    monkeypatch.chdir(folder)
    assert "configuration: none\n" in call("-v", "framework", "list").err
    write(folder / ".scorer.yaml", "format: json\n")
    assert "configuration: none\n" not in call("-v", "framework", "list").err


def test_the_nearest_file_wins_and_a_pyproject_without_our_table_is_passed_over(
    call: Call, repository: Path
) -> None:
    write(repository / ".scorer.yaml", "format: json\n")
    write(repository / "a" / "pyproject.toml", "[tool.other]\nx = 1\n")
    assert call("score", "report.txt").out.startswith("{")
    write(repository / "a" / "pyproject.toml", '[tool.scorer]\nformat = "markdown"\n')
    assert call("score", "report.txt").out.startswith("# ")


def test_the_command_line_overrules_the_file(call: Call, repository: Path) -> None:
    write(repository / ".scorer.yaml", "format: json\nscore: {detail: full}\n")
    assert call("score", "report.txt", "--format", "markdown").out.startswith("# ")
    assert call("--no-config", "score", "report.txt").out.startswith("{") is False


def test_a_table_speaks_to_its_command_alone(call: Call, repository: Path) -> None:
    write(repository / ".scorer.yaml", "check:\n  min-score: 99.5\n  require: ['2.2.2']\n")
    assert call("score", "report.txt").code == 0
    failed = call("check", "report.txt")
    assert failed.code == 1
    assert "99.5" in failed.out
    assert "require：2.2.2" in failed.out


def test_a_named_file_is_taken(call: Call, repository: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "other.yaml", "format: json\n")
    assert call("--config", file, "score", "report.txt").out.startswith("{")


def test_paths_count_from_the_file_that_names_them(call: Call, repository: Path) -> None:
    broken = repository / "indicators"
    broken.mkdir()
    write(broken / "framework.yaml", "id: x\n")
    write(repository / "pyproject.toml", '[tool.scorer]\nframework = "indicators"\n')
    done = call("score", "report.txt")
    assert done.code == 2
    assert str(broken / "framework.yaml") in done.err


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        (".scorer.yaml", "formt: json\n", ".scorer.yaml:1: unknown setting 'formt'; did you mean 'format'?"),
        (
            ".scorer.yaml",
            "\ncheck:\n  min-scor: 3\n",
            ".scorer.yaml:3: check has no setting 'min-scor'; did you",
        ),
        (".scorer.yaml", "output: x.md\n", "unknown setting 'output'"),
        (".scorer.yaml", "score: json\n", "score is a command; its value must be a table"),
        (".scorer.yaml", "format: [json]\n", ".scorer.yaml:1: format must be one value"),
        (
            ".scorer.yaml",
            "format: json\nformat: markdown\n",
            ".scorer.yaml:2:1: key 'format' stands here a second",
        ),
        (".scorer.yaml", "- json\n", "must be a mapping"),
        (".scorer.yaml", "a: [\n", ".scorer.yaml:"),
        (".scorer.yaml", "format: jsn\n", "this value stands in"),
        (".scorer.yaml", "check: {min-score: high}\n", "this value stands in"),
        (".scorer.yaml", "check: {min-score: true}\n", "min-score must be one value"),
        ("pyproject.toml", "[tool.scorer\n", "is no valid TOML"),
        ("pyproject.toml", "[tool]\nscorer = 3\n#tool.scorer", "tool.scorer must be a table"),
        ("pyproject.toml", '[tool.scorer]\nformt = "json"\n', "unknown setting 'formt'"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_place(
    call: Call, repository: Path, name: str, words: str, said: str
) -> None:
    write(repository / name, words)
    done = call("check", "report.txt")
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


@pytest.mark.parametrize(
    "words",
    [
        '[ "tool" . "scorer" ]\nformat = "json"\n',
        '[tool]\nscorer = {format = "json"}\n',
        'tool.scorer.format = "json"\n',
    ],
    ids=["spaced", "inline", "dotted"],
)
def test_every_way_to_write_the_table_counts(call: Call, repository: Path, words: str) -> None:
    write(repository / "pyproject.toml", words)
    assert call("score", "report.txt").out.startswith("{")


def test_a_pyproject_whose_tool_is_no_table_is_none_of_ours(call: Call, repository: Path) -> None:
    write(repository / "pyproject.toml", "tool = 3 # scorer\n")
    assert call("-v", "framework", "list").code == 0


@pytest.mark.parametrize("kind", ["folder", "link", "yml"])
def test_settings_that_would_not_be_read_are_refused(call: Call, repository: Path, kind: str) -> None:
    place = repository / ".scorer.yaml"
    if kind == "folder":
        place.mkdir()
    elif kind == "link":
        place.symlink_to("nowhere.yaml")
    else:
        write(repository / ".scorer.yml", "format: json\n")
    done = call("score", "report.txt")
    assert done.code == 2
    assert ".scorer.y" in done.err
    assert call("--no-config", "score", "report.txt").code == 0


@pytest.mark.parametrize(
    "setting", ["check: {baseline: base.json}", "decisions: base.json", "framework: base.json"]
)
def test_a_file_of_the_current_folder_is_never_meant(call: Call, repository: Path, setting: str) -> None:
    write(repository / ".scorer.yaml", setting + "\n")
    write(Path("base.json"), "{}")
    done = call("check", "report.txt")
    assert done.code == 2
    assert str(repository / "base.json") in done.err


def test_a_built_in_framework_is_named_by_its_id(call: Call, repository: Path) -> None:
    write(repository / ".scorer.yaml", "framework: example\nformat: json\n")
    assert '"id": "example"' in call("score", "report.txt").out


def test_two_files_in_one_folder_are_refused(call: Call, repository: Path) -> None:
    write(repository / ".scorer.yaml", "format: json\n")
    write(repository / "pyproject.toml", "[tool.scorer]\nformat = 'json'\n")
    done = call("score", "report.txt")
    assert done.code == 2
    assert "keep one of the two" in done.err
