"""The other commands, and the exit codes that scripts rely on."""

from __future__ import annotations

import io
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scorer import __version__
from scorer.cli.main import run
from scorer.pipeline import Engine, Examination
from scorer.reading.interface import Document
from tests.cli.conftest import ROOT, SEEDS, Call, card_of


def test_version_and_help(call: Call) -> None:
    assert call("--version").out.split()[-1] == __version__
    shown = call("--help").out
    for command in ("score", "check", "read", "explain", "framework"):
        assert command in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("score",),
        ("nonsense",),
        ("score", SEEDS / "daye-2021.txt", "--format", "papyrus"),
        ("score", SEEDS / "daye-2021.txt", "-f", "no-such-framework"),
        ("score", SEEDS / "daye-2021.txt", "--level", "planet"),
        ("explain", "99.9"),
        ("check", SEEDS / "daye-2021.txt", "--require", "99.9"),
        ("check", SEEDS / "daye-2021.txt", "--min-dimension", "99=0.5"),
        ("check", SEEDS / "daye-2021.txt", "--min-dimension", "5"),
        ("check", SEEDS / "daye-2021.txt", "--require", "C.4"),
        ("check", SEEDS / "daye-2021.txt", "--min-dimension", "C=10%"),
        ("check", SEEDS / "daye-2021.txt", "--min-dimension", "5=200"),
        ("check", SEEDS / "daye-2021.txt", "--min-dimension", "5=60%", "--min-dimension", "5=70%"),
        *(
            ("check", SEEDS / "daye-2021.txt", f"--min-score={n}")
            for n in ("nan", "inf", "-1", "six", "1e-9")
        ),
        ("check", SEEDS / "daye-2021.txt", "--min-score=105.01"),
        ("framework", "show", "no-such-framework"),
    ],
    ids=lambda arguments: " ".join(str(a) for a in arguments if not isinstance(a, Path)),
)
def test_asked_wrongly_is_2_and_says_why(call: Call, arguments: tuple[object, ...]) -> None:
    called = call(*arguments)
    assert called.code == 2
    assert called.err.strip()
    assert called.out == ""


def test_an_internal_fault_is_4_without_a_traceback(
    call: Call, daye: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the roof leaks")

    monkeypatch.delenv("SCORER_DEBUG", raising=False)
    monkeypatch.setattr("scorer.pipeline.Engine.examine", fail)
    called = call("score", daye)
    assert called.code == 4
    assert "the roof leaks" in called.err


def test_a_fault_in_one_file_does_not_stop_the_others(
    call: Call, daye: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examine = Engine.examine

    def fail_on_one(engine: Engine, document: Document, **more: Any) -> Examination:
        if document.text.name.endswith("bad.txt"):
            raise RuntimeError("the roof leaks")
        return examine(engine, document, **more)

    monkeypatch.delenv("SCORER_DEBUG", raising=False)
    monkeypatch.setattr(Engine, "examine", fail_on_one)
    bad = tmp_path / "bad.txt"
    bad.write_text("我市开展法治政府建设。\n", encoding="utf-8")
    called = call("score", tmp_path / "none.txt", bad, daye, "--format", "json")
    assert called.code == 4
    result = json.loads(called.out)
    assert [card["report"]["place"] for card in result["scorecards"]] == ["大冶市"]
    assert [error["name"] for error in result["errors"]] == [str(tmp_path / "none.txt"), str(bad)]
    assert "internal fault" in result["errors"][1]["message"]
    assert f"{bad}: internal fault: RuntimeError: the roof leaks" in called.err
    assert call("check", bad, daye, "--min-score", 1).code == 4


@pytest.mark.parametrize(
    ("arguments", "signs"),
    [(("check", "--min-score=100"), "✘"), (("explain", "5.2.2"), "✔✘")],
    ids=["check", "explain"],
)
def test_signs_have_an_ascii_form_where_stdout_is_not_utf8(
    daye: Path, arguments: tuple[str, ...], signs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for encoding in ("utf-8", "gbk"):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            run([*arguments, str(daye)])
        shown = stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]
        assert any(sign in shown for sign in signs) == (encoding == "utf-8")
        assert ("[x]" in shown or "[v]" in shown) == (encoding == "gbk")
        assert "?" not in shown


def test_explain_warns_as_score_does(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("昨日，我市举行春季植树活动，三百余名志愿者参加。\n", encoding="utf-8")
    explained = call("explain", "5.2.2", path)
    assert explained.code == 0
    assert "not_a_report" in explained.err
    assert explained.err == call("score", path).err


def test_check_passes_fails_and_says_by_how_much(call: Call, daye: Path) -> None:
    points = Decimal(str(card_of(daye)["total"]["points"]))
    assert call("check", daye, "--min-score", points).code == 0
    failed = call("check", daye, "--min-score", points + 5)
    assert failed.code == 1
    assert "还差 5" in failed.out
    assert "补写" in failed.out


def test_check_gates_dimensions_items_and_arithmetic(call: Call, daye: Path) -> None:
    card = card_of(daye)
    lost = next(item["id"] for item in card["items"] if item["status"] == "unmet" and item["kind"] == "base")
    won = next(item["id"] for item in card["items"] if item["status"] == "met" and item["kind"] == "base")
    assert call("check", daye, "--require", won).code == 0
    missing = call("check", daye, "--require", won, "--require", lost)
    assert missing.code == 1
    assert lost in missing.out
    rate = next(row["rate"] for row in card["dimensions"] if row["id"] == "7")
    assert call("check", daye, "--min-dimension", f"7={rate}").code == 0
    assert call("check", daye, "--min-dimension", f"7={rate * 100 + 10:.0f}%").code == 1
    # The report's own 99 = 72 + 14 + 9 does not hold.
    assert call("check", daye, "--max-audit-warnings", 1).code == 0
    broken = call("check", daye, "--max-audit-warnings", 0)
    assert broken.code == 1
    assert "95" in broken.out


def test_check_keeps_its_exit_code_with_every_format_and_output(
    call: Call, daye: Path, tmp_path: Path
) -> None:
    for more in ((), ("--format", "json"), ("-o", tmp_path / "card"), ("--format", "markdown", "-o", "-")):
        assert call("check", daye, "--min-score", 100, *more).code == 1
    assert call("check", daye, tmp_path / "none.txt", "--min-score", 1).code == 3


def test_check_asks_for_the_lowest_passing_grade_by_default(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "thin.txt"
    path.write_text("某某市2021年法治政府建设情况报告\n我市认真开展法治政府建设。\n", encoding="utf-8")
    failed = call("check", path)
    assert failed.code == 1
    assert "要求 60 分" in failed.out


def test_read_prints_the_text_as_it_was_read(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "gb.txt"
    path.write_bytes("第一行\r\n第二行\r第三行".encode("gb18030"))
    assert call("read", path).out == "第一行\n第二行\n第三行"


def test_read_outline_shows_what_was_understood(call: Call, daye: Path) -> None:
    shown = call("read", daye, "--outline").out
    for words in ("大冶市人民政府", "县级市", "2022-03-02", "问题", "计划", "（六）坚持行政监督"):
        assert words in shown
    data = json.loads(call("read", daye, "--format", "json").out)
    assert data["text"] == call("read", daye).out
    assert data["report"]["level"] == "county"
    assert {sentence["role"] for sentence in data["sentences"]} >= {"achievement", "problem", "plan"}


def test_explain_without_a_report_shows_the_rule(call: Call) -> None:
    shown = call("explain", "5.2.2").out
    for words in ("负责人出庭应诉", "1.5分", ">= 95", "线索词"):
        assert words in shown


def test_explain_finds_an_item_by_its_title(call: Call) -> None:
    assert call("explain", "旁听庭审").out == call("explain", "8.1.4").out


def test_framework_list_show_schema(call: Call) -> None:
    assert {"rule-of-law-2021", "example"} <= set(call("framework", "list").out.split())
    shown = call("framework", "show", "rule-of-law-2021").out
    assert "5.2.2" in shown
    assert json.loads(call("framework", "schema").out)["$defs"]


@pytest.mark.parametrize("name", ["rule-of-law-2021", "example"])
def test_built_in_frameworks_are_valid_and_earn_their_examples(call: Call, name: str) -> None:
    validated = call("framework", "validate", name)
    assert validated.code == 0, validated.err
    tested = call("framework", "test", name)
    assert tested.code == 0, tested.out
    assert ", 0 failed" in tested.out


def test_a_broken_framework_names_every_problem_with_its_place(
    call: Call, tmp_path: Path, daye: Path
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    source = ROOT / "indicators" / "example"
    for path in source.glob("*.yaml"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    head = folder / "framework.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "colour: red\nid: twice\n", encoding="utf-8")
    lines = head.read_text(encoding="utf-8").count("\n")
    called = call("score", daye, "-f", folder)
    assert called.code == 2
    assert f"framework.yaml:{lines - 1}:1:" in called.err
    assert f"framework.yaml:{lines}:1:" in called.err


def test_a_framework_is_begun_and_can_be_used_at_once(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = call("framework", "new", "my-province")
    assert (made.code, "my-province 0.1.0" in made.out, "validate my-province" in made.err) == (0, True, True)
    assert call("framework", "validate", "my-province").code == 0
    assert call("framework", "new", "my-province").code == 2
    assert call("framework", "new", "mine", "--sample", "--extends", "example").code == 2
    assert not (tmp_path / "mine").exists()
    assert call("framework", "new", "mine", "--sample").code == 0
    assert call("framework", "test", "mine").code == 0
