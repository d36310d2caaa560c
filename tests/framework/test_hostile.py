"""Frameworks from a stranger: large, dense or odd ones end in a message, not in a hang or a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.errors import FrameworkError, Problem
from scorer.framework import load_framework

TINY = Path(__file__).parent / "extending" / "base"
DIMENSION = (TINY / "2.yaml").read_text(encoding="utf-8")


def _framework(folder: Path, head: str = "", second: str = DIMENSION) -> Path:
    for file in TINY.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    text = (TINY / "framework.yaml").read_text(encoding="utf-8")
    (folder / "framework.yaml").write_text(text + head, encoding="utf-8")
    (folder / "2.yaml").write_text(second, encoding="utf-8")
    return folder


def _problems(folder: Path) -> tuple[Problem, ...]:
    """What is said against a framework; any other exception is a fault of the program and passes through."""
    try:
        load_framework(folder)
    except FrameworkError as error:
        return error.problems
    return ()


def test_groups_cannot_multiply(tmp_path: Path) -> None:
    words = ", ".join(f"词{number}" for number in range(400))
    near = ", ".join('["@many", "@many"]' for _ in range(100))
    folder = _framework(tmp_path, second=DIMENSION.replace("{phrases: [普法]}", f"{{near: [{near}]}}"))
    head = (folder / "framework.yaml").read_text(encoding="utf-8")
    (folder / "framework.yaml").write_text(
        head.replace("groups:", f"groups:\n  many: [{words}]"), encoding="utf-8"
    )
    with pytest.raises(FrameworkError, match="an item may use at most 2000 words"):
        load_framework(folder)


def test_groups_cannot_multiply_over_many_items(tmp_path: Path) -> None:
    words = ", ".join(f"词{number}" for number in range(450))
    item = DIMENSION.partition("items:\n")[2].replace("[普法]", '["@many", "@many2", "@many3", "@many4"]')
    items = "".join(item.replace('"2.1"', f'"2.{number}"') for number in range(1, 60))
    folder = _framework(tmp_path, second=DIMENSION.partition("items:\n")[0] + "items:\n" + items)
    head = folder / "framework.yaml"
    groups = "".join(f"\n  many{number}: [{words}]" for number in ("", 2, 3, 4))
    head.write_text(head.read_text(encoding="utf-8").replace("groups:", f"groups:{groups}"), encoding="utf-8")
    with pytest.raises(FrameworkError, match="the items use more than 100000 words"):
        load_framework(folder)


def test_thousands_of_unknown_keys_are_all_told(tmp_path: Path) -> None:
    folder = _framework(tmp_path, head="".join(f"key{number}: 1\n" for number in range(2000)))
    with pytest.raises(FrameworkError) as caught:
        load_framework(folder)
    assert len(caught.value.problems) == 2000


@pytest.mark.parametrize("name", ["x" * 5000 + ".yaml", "a\\0.yaml"])
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    folder = _framework(tmp_path)
    head = folder / "framework.yaml"
    text = head.read_text(encoding="utf-8").replace("[1.yaml, 2.yaml]", f'[1.yaml, "{name}"]')
    head.write_text(text, encoding="utf-8")
    assert any("dimension" in problem.message for problem in _problems(folder))
    with pytest.raises(FrameworkError, match="there is no such framework"):
        load_framework("x" * 5000)


def test_messages_cannot_steer_a_terminal(tmp_path: Path) -> None:
    second = DIMENSION.replace("determinable: low", r'determinable: "\e[2J\u202e"').replace(
        "met: topic", r'met: {metric: "\e]0;owned\a"}'
    )
    folder = _framework(tmp_path, head='"k\\eey": 1\n')
    for text in (second, second.replace("title: 普法", "title: !%1B 普法", 1)):
        (folder / "2.yaml").write_text(text, encoding="utf-8")
        problems = _problems(folder)
        assert len(problems) >= 2
        assert all((problem.message + problem.mend).isprintable() for problem in problems)


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    folder = _framework(tmp_path)
    (folder / "2.yaml").unlink()
    (folder / "2.yaml").mkdir()
    with pytest.raises(FrameworkError, match=r"there is no dimension file 2\.yaml"):
        load_framework(folder)


_scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 200), st.sampled_from(["topic", "1.1", "@result", "件"])
)
_keys = st.sampled_from(
    [
        "id",
        "points",
        "items",
        "topic",
        "phrases",
        "near",
        "metrics",
        "met",
        "all",
        "any",
        "detail",
        "unit",
        "x",
    ]
)
_trees = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=4),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    key=st.sampled_from(["topic", "metrics", "met", "partial", "criterion", "examples", "id"]), value=_trees
)
def test_any_value_in_an_item_gives_a_framework_or_problems(tmp_path: Path, key: str, value: object) -> None:
    lines = [line for line in DIMENSION.splitlines() if not line.strip().startswith(f"{key}:")]
    if key != "id":
        lines.append(f"    {key}: {json.dumps(value, ensure_ascii=False)}")
    folder = _framework(tmp_path, second="\n".join(lines))
    assert all(problem.message for problem in _problems(folder))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(patch=_trees, part=st.sampled_from(["items", "dimensions", "disable", "groups", "notes", "grades"]))
def test_any_change_gives_a_framework_or_problems(tmp_path: Path, patch: object, part: str) -> None:
    for name in ("base", "child"):
        (tmp_path / name).mkdir(exist_ok=True)
    _framework(tmp_path / "base")
    change = {"1.1": patch, "2": patch} if part in ("items", "dimensions") else patch
    head = "scorer: 1\nid: child\ntitle: 改\nversion: 1.0.0\nextends: base\n"
    text = head + f"{part}: {json.dumps(change, ensure_ascii=False)}\n"
    (tmp_path / "child" / "framework.yaml").write_text(text, encoding="utf-8")
    assert all(problem.message for problem in _problems(tmp_path / "child"))
