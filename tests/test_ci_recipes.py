"""The ready-made recipes for CI, run in a repository as their services would run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
RECIPES = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SEED = (ROOT / "seeds" / "daye-2021.txt").read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one good report and one that is only a title."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "good.txt").write_text(SEED, encoding="utf-8")
    (tmp_path / "reports" / "thin.txt").write_text(SEED.split("\n")[0] + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """The environment of a runner in which `pip install` has been done: the program stands where it would."""
    programs = tmp_path / "temp" / "scorer" / "bin"
    programs.mkdir(parents=True)
    program = programs / "scorer"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scorer "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return {**os.environ, "RUNNER_TEMP": str(tmp_path / "temp"), "PYTHONPATH": str(ROOT)}


def bash(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def check(repository: Path, runner: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action with these inputs, the others as they are by default."""
    given = {name: str(value.get("default", "")) for name, value in ACTION["inputs"].items()} | inputs
    step: dict[str, Any] = ACTION["runs"]["steps"][-1]
    variables = {
        name: given[match[1]]
        for name, value in step["env"].items()
        if (match := re.fullmatch(r"\$\{\{ inputs\.(\w+) \}\}", value))
    }
    assert len(variables) == len(step["env"])
    return bash(step["run"], repository, runner | variables)


def test_the_action_passes_and_fails_with_annotations(repository: Path, runner: dict[str, str]) -> None:
    good = check(repository, runner, files="reports/good.txt", options="--min-score 40")
    assert good.returncode == 0, good.stderr
    assert good.stdout.startswith("::notice file=reports/good.txt,title=scorer::")
    both = check(repository, runner, files="reports/*.txt", options="--min-score 40 --max-audit-warnings 5")
    assert both.returncode == 1
    assert "未通过  thin.txt" in both.stderr


def test_the_action_writes_scorecard_and_sarif(repository: Path, runner: dict[str, str]) -> None:
    done = check(repository, runner, files="reports/good.txt", scorecard="out/card.json", sarif="s.sarif")
    assert done.returncode == 0, done.stderr
    assert '"scorecard/1"' in (repository / "out" / "card.json").read_text(encoding="utf-8")
    assert '"2.1.0"' in (repository / "s.sarif").read_text(encoding="utf-8")


def test_the_action_fails_when_nothing_is_there_or_readable(repository: Path, runner: dict[str, str]) -> None:
    assert check(repository, runner, files="reports/*.docx").returncode == 3
    (repository / "reports" / "empty.txt").write_bytes(b"")
    assert check(repository, runner, files="reports/empty.txt").returncode == 3


def test_all_outputs_of_the_action_are_of_one_call(repository: Path, runner: dict[str, str]) -> None:
    done = check(
        repository,
        runner,
        files="reports/good.txt",
        options="--level department --min-score 1",
        scorecard="c.json",
    )
    assert done.returncode == 0, done.stderr
    assert '"level": "department"' in (repository / "c.json").read_text(encoding="utf-8")


def test_a_pattern_that_matches_nothing_never_passes(repository: Path, runner: dict[str, str]) -> None:
    for files in ("reports/good.txt report/*.txt", "reports/good.txt\nreport/thin.txt"):
        done = check(repository, runner, files=files, options="--min-score 1")
        assert done.returncode == 3
        assert done.stdout.startswith("::error title=scorer::no file matches: report/")


def test_names_one_a_line_may_hold_anything(repository: Path, runner: dict[str, str]) -> None:
    names = ["大冶 报告 [终稿].txt", "-f.txt", "reports/*.txt"]
    for name in names[:2]:
        (repository / name).write_text(SEED, encoding="utf-8")
    done = check(
        repository,
        runner,
        files="\n".join([*names, ""]),
        options="--max-audit-warnings 9",
        scorecard="c.json",
    )
    assert done.returncode == 0, done.stderr
    card = (repository / "c.json").read_text(encoding="utf-8")
    assert [
        name
        for name in ("大冶 报告 [终稿].txt", "-f.txt", "good.txt", "thin.txt")
        if f'"name": "{name}"' in card
    ] == [
        "大冶 报告 [终稿].txt",
        "-f.txt",
        "good.txt",
        "thin.txt",
    ]


def test_words_of_an_input_never_become_commands(repository: Path, runner: dict[str, str]) -> None:
    done = check(repository, runner, files="reports/good.txt; touch owned", options="$(touch owned)")
    assert done.returncode != 0
    assert not (repository / "owned").exists()
    assert "${{" not in ACTION["runs"]["steps"][-1]["run"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_hooks_run_on_the_files_they_ask_for(
    hook: dict[str, Any], repository: Path, runner: dict[str, str]
) -> None:
    names = ["reports/good.txt", "reports/a.docx", "notes.txt", "reports/a.png"]
    assert [name for name in names if re.search(hook["files"], name)] == names[:2]
    entry = hook["entry"].replace("scorer", f'"{runner["RUNNER_TEMP"]}/scorer/bin/scorer"', 1)
    done = bash(f"{entry} reports/good.txt", repository, runner)
    # 大冶 has one sum that does not add up, and passes else.
    assert done.returncode == (1 if hook["id"] == "scorer-arithmetic" else 0), done.stderr


def recipe(name: str) -> Any:
    """The YAML under a heading of docs/ci.md."""
    block = re.search(rf"## {name}\n.*?```yaml\n(.*?)```", RECIPES, re.DOTALL)
    assert block is not None
    return yaml.safe_load(block[1])


def test_the_gitlab_job_runs_and_writes_its_report(repository: Path, runner: dict[str, str]) -> None:
    job = recipe("GitLab")["scorer"]
    *setup, command = job["script"]
    assert [line.split()[0] for line in setup] == ["python3", ".venv/bin/pip"]
    program = f'"{runner["RUNNER_TEMP"]}/scorer/bin/scorer"'
    done = bash(command.replace(".venv/bin/scorer", program), repository, runner)
    assert done.returncode == 1  # the report that is only a title
    written = (repository / job["artifacts"]["reports"]["junit"]).read_text(encoding="utf-8")
    assert "<testsuites" in written
    assert "未通过  thin.txt" in done.stderr


def test_recipes_name_hooks_and_inputs_that_exist() -> None:
    asked = [hook["id"] for hook in recipe("pre-commit")["repos"][0]["hooks"]]
    assert set(asked) == {hook["id"] for hook in HOOKS}
    step = recipe("GitHub Actions")["jobs"]["reports"]["steps"][-1]
    assert set(step["with"]) <= set(ACTION["inputs"])
