"""The language of help and outputs: asked for in the call, in the environment or in the configuration, in this order."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from scorer.cli.main import cli
from scorer.i18n import current_language
from tests.cli.conftest import Call
from tools import catalogues

CHINESE, ENGLISH = "用法：scorer", "Usage: scorer"
REPORT = "某市人民政府2021年法治政府建设情况报告\n2021年，全年负责人出庭应诉率100%。\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report, in which the command runs."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SCORER_LANG", raising=False)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "--help"),
        ("--help", "--lang", "en"),
        ("score", "--help", "--lang=en"),
        ("--lang", "en", "score", "--help"),
        ("framework", "show", "--help", "--lang", "en"),
    ],
)
def test_help_is_chinese_and_english_where_that_is_asked(
    call: Call, here: Path, arguments: tuple[str, ...]
) -> None:
    plain = [one for one in arguments if one not in ("--lang", "en", "--lang=en")]
    assert call(*plain).out.startswith(CHINESE)
    assert call(*arguments).out.startswith(ENGLISH)


@pytest.mark.parametrize("command", ["", *cli.list_commands(click.Context(cli))])
def test_nothing_english_is_left_in_chinese_help(call: Call, here: Path, command: str) -> None:
    shown = "".join(call(*command.split(), "--help").out.split())
    texts = [str(message.id) for message in catalogues.load("help") if " " in str(message.id).strip()]
    assert len(texts) > 50
    assert [text for text in texts if "".join(text.split()) in shown] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_of_commands_has_whole_sentences_and_no_blanks_at_ends(
    call: Call, here: Path, language: str
) -> None:
    shown = call("--lang", language, "--help").out
    assert "..." not in shown.partition("\n")[2]
    assert [line for line in shown.split("\n") if line != line.rstrip()] == []


def test_the_environment_counts_less_than_the_call(
    call: Call, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORER_LANG", "en")
    assert call("score", "--help").out.startswith(ENGLISH)
    assert call("score", "--help", "--lang", "zh").out.startswith(CHINESE)
    assert call("--lang", "zh", "score", "--help").out.startswith(CHINESE)


def test_the_configuration_counts_less_than_the_environment(
    call: Call, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".scorer.yaml").write_text("lang: en\n", encoding="utf-8")
    assert call("score", "--help").out.startswith(ENGLISH)
    assert "Grade" in call("score", "report.txt").out
    assert "等次" in call("score", "report.txt", "--lang", "zh").out
    assert "等次" in call("--lang", "zh", "score", "report.txt").out
    monkeypatch.setenv("SCORER_LANG", "zh")
    assert "等次" in call("score", "report.txt").out


def test_the_configuration_of_one_command_is_for_it_alone(call: Call, here: Path) -> None:
    (here / ".scorer.yaml").write_text("score: {lang: en}\n", encoding="utf-8")
    assert call("score", "--help").out.startswith(ENGLISH)
    assert call("check", "--help").out.startswith(CHINESE)


def test_a_language_that_is_not_known_is_refused(
    call: Call, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = call("score", "report.txt", "--lang", "fr")
    assert (called.code, called.out) == (2, "")
    assert "'--lang'" in called.err
    monkeypatch.setenv("SCORER_LANG", "fr")
    called = call("score", "report.txt")
    assert (called.code, called.out) == (2, "")
    assert "SCORER_LANG=fr" in called.err
    (here / ".scorer.yaml").write_text("lang: fr\n", encoding="utf-8")
    monkeypatch.delenv("SCORER_LANG")
    called = call("score", "report.txt")
    assert (called.code, called.out) == (2, "")
    assert ".scorer.yaml" in called.err


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "en", "score", "report.txt"), ("score", "report.txt", "--lang", "en")],
)
def test_the_call_wins_over_a_language_that_is_none(
    call: Call, here: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    (here / ".scorer.yaml").write_text("lang: fr\n", encoding="utf-8")
    called = call(*arguments)
    assert called.code == 0
    assert "Grade" in called.out
    monkeypatch.setenv("SCORER_LANG", "xx")
    called = call(*arguments)
    assert called.code == 0
    assert "Grade" in called.out


def test_the_environment_wins_over_a_configured_language_that_is_none(
    call: Call, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".scorer.yaml").write_text("lang: fr\n", encoding="utf-8")
    monkeypatch.setenv("SCORER_LANG", "en")
    assert "Grade" in call("score", "report.txt").out


def test_the_configured_language_is_that_of_the_program_itself(call: Call, here: Path) -> None:
    settings = here / ".scorer.yaml"
    settings.write_text("lang: en\n", encoding="utf-8")
    assert call("--help").out.startswith(ENGLISH)
    assert "Error: No such command 'scroe'" in call("scroe").err
    assert "Error: No such option '--nothing'" in call("--nothing").err
    assert call("--lang", "zh", "--help").out.startswith(CHINESE)
    assert call("--no-config", "--help").out.startswith(CHINESE)
    settings.rename(here / "other.yaml")
    assert call("--help").out.startswith(CHINESE)
    assert call("--config", "other.yaml", "--help").out.startswith(ENGLISH)


def test_the_environment_wins_over_the_configuration_for_the_program_itself(
    call: Call, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".scorer.yaml").write_text("lang: en\n", encoding="utf-8")
    monkeypatch.setenv("SCORER_LANG", "zh")
    assert call("--help").out.startswith(CHINESE)


def test_what_is_asked_wrongly_is_told_in_the_language(call: Call, here: Path) -> None:
    assert "错误：没有 '--nothing' 这个选项。" in call("score", "--nothing").err
    assert "Error: No such option '--nothing'" in call("--lang", "en", "score", "--nothing").err


def test_warnings_are_told_in_the_language(call: Call, here: Path) -> None:
    (here / "plain.txt").write_text("我们的工作很好。\n", encoding="utf-8")
    assert "not look like a yearly" in call("score", "plain.txt", "--lang", "en", "--format", "json").err
    assert "不像法治政府建设年度报告" in call("score", "plain.txt", "--format", "json").err


def test_a_run_leaves_no_language_behind(call: Call, here: Path) -> None:
    before = os.environ.get("LANGUAGE")
    call("score", "report.txt", "--lang", "en")
    assert current_language() == "zh"
    assert os.environ.get("LANGUAGE") == before
