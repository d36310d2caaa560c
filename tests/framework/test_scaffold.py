"""A framework that was just begun loads, says what it was told, and leaves nothing behind when it cannot be made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorer.errors import UsageError
from scorer.framework import load_framework, resolve_framework
from scorer.framework.scaffold import new_framework
from scorer.pipeline import Engine


def test_an_extension_is_the_framework_it_extends_under_another_name(tmp_path: Path) -> None:
    made = new_framework(tmp_path / "my-province", extends="rule-of-law-2021", title='某省“试行”: #1 "体系"')
    base = load_framework("rule-of-law-2021")
    assert (made.id, made.title, made.version) == ("my-province", '某省“试行”: #1 "体系"', "0.1.0")
    assert made.items == base.items
    assert load_framework(tmp_path / "my-province") == made


def test_the_ways_to_change_it_that_the_file_shows_are_valid(tmp_path: Path) -> None:
    new_framework(tmp_path / "a", extends="rule-of-law-2021")
    file = tmp_path / "a" / "framework.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    # Without `disable`, which would ask for other points of the dimension.
    shown = [line.removeprefix("# ") for line in lines[lines.index("# items:") :] if "disable:" not in line]
    file.write_text("\n".join([*lines, *shown]), encoding="utf-8")
    item = load_framework(tmp_path / "a").items[0]
    assert item.determinable.value == "low"
    assert "本地的说法" in resolve_framework(tmp_path / "a").text


def test_the_sample_is_copied_with_its_examples(tmp_path: Path) -> None:
    made = new_framework(tmp_path / "mine", title="我的体系")
    assert (made.id, made.title) == ("mine", "我的体系")
    assert [item.id for item in made.items] == [item.id for item in load_framework("example").items]
    exercises = Engine(tmp_path / "mine").try_examples()
    assert exercises
    assert all(exercise.passed for exercise in exercises)
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "mine").iterdir()]
    assert not any("yaml-language-server: $schema=../" in text for text in texts)


def test_a_neighbour_can_be_extended(tmp_path: Path) -> None:
    new_framework(tmp_path / "province", extends="example")
    made = new_framework(tmp_path / "county", extends="province", name="county-2024")
    assert made.id == "county-2024"
    assert made.items == load_framework("example").items


def test_an_empty_folder_is_filled_and_a_deep_one_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert new_framework(tmp_path / "empty", extends="example").id == "empty"
    assert new_framework(tmp_path / "a" / "b" / "c", extends="example").id == "c"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "empty"]


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("full", {"extends": "example"}, "is there already"),
        ("file", {"extends": "example"}, "is there already"),
        ("省级", {"extends": "example"}, "small letters.*--id"),
        ("example", {}, "built-in"),
        ("new", {"name": "A_1"}, "small letters"),
        ("new", {"name": "a\n"}, "small letters"),
        ("new", {"title": " "}, "title"),
        ("new", {"title": "两\n行"}, "title"),
        ("new", {"extends": "no-such"}, "nothing to extend"),
        ("new", {"extends": "../full"}, "nothing to extend"),
    ],
)
def test_what_cannot_be_made_leaves_nothing(
    tmp_path: Path, name: str, options: dict[str, str], message: str
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "framework.yaml").write_text("甲", encoding="utf-8")
    (tmp_path / "file").write_text("乙", encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        new_framework(tmp_path / name, **options)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "full"]
    assert (tmp_path / "full" / "framework.yaml").read_text(encoding="utf-8") == "甲"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs a folder that root cannot write")
def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(UsageError, match="/proc/new: cannot write"):
        new_framework(Path("/proc/new"), extends="example")
