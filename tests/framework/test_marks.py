"""YAML with places: what is read, what is refused, and that hostile bytes end in a message."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorer.framework.marks import MAX_BYTES, Node, parse


def _read(text: str) -> Node:
    node, problems = parse(text.encode("utf-8"), "a.yaml")
    assert problems == []
    assert node is not None
    return node


def _refusal(data: bytes) -> str:
    node, problems = parse(data, "a.yaml")
    assert node is None
    assert len(problems) == 1
    return str(problems[0])


def test_scalars_are_exact() -> None:
    node = _read("a: 1.50\nb: 2\nc: -3\nd: true\ne: '007'\nf: 1.0.0\ng:\n")
    assert node.plain() == {
        "a": Decimal("1.50"),
        "b": 2,
        "c": -3,
        "d": True,
        "e": "007",
        "f": "1.0.0",
        "g": None,
    }


def test_places_count_code_points_from_one() -> None:
    node = _read("题目: 𠮷野\n  \nlist: [𠮷, b]\n")
    assert (node.keys["list"].line, node.keys["list"].column) == (3, 1)
    second = node.mapping["list"].sequence[1].mark
    assert (second.file, second.line, second.column) == ("a.yaml", 3, 11)


def test_a_byte_order_mark_moves_nothing() -> None:
    node, problems = parse(b"\xef\xbb\xbfa: 1\n", "a.yaml")
    assert problems == []
    assert node is not None
    assert node.keys["a"].column == 1


@pytest.mark.parametrize(
    "raw", ["010", "0x1F", "0b11", "1_000", "12:30", "1e3", "1.", ".5", ".inf", ".nan", "+1"]
)
def test_numbers_that_yaml_rereads_are_refused_or_text(raw: str) -> None:
    node, problems = parse(f"a: {raw}\n".encode(), "a.yaml")
    assert node is not None
    assert node.plain() == {"a": raw}
    meant = yaml.safe_load(f"a: {raw}\n")["a"]
    assert bool(problems) == (not isinstance(meant, str))


@pytest.mark.parametrize("raw", ["no", "off", "yes", "On", "TRUE", "False"])
def test_booleans_are_what_yaml_says(raw: str) -> None:
    assert _read(f"a: {raw}\n").plain() == yaml.safe_load(f"a: {raw}\n")


@pytest.mark.parametrize(
    "escape, said",
    [
        (r"\0", "control character U+0000"),
        (r"\e", "control character U+001B"),
        (r"\x7f", "control character U+007F"),
        (r"\x9b", "control character U+009B"),
        (r"\N", "control character U+0085"),
        (r"\r", "control character U+000D"),
        (r"\u200b", "invisible character U+200B"),
        (r"\u200e", "invisible character U+200E"),
        (r"\u2066", "invisible character U+2066"),
        (r"\ufeff", "invisible character U+FEFF"),
        (r"\U000e0041", "invisible character U+E0041"),
        (r"\P", "paragraph separator U+2029"),
    ],
)
def test_what_nobody_sees_is_refused(escape: str, said: str) -> None:
    _, problems = parse(f'题: [好, "法{escape}治"]\n'.encode(), "a.yaml")
    assert [str(one) for one in problems] == [f"a.yaml:1:8: {said} in the text that begins here; delete it"]


@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff"])
def test_half_a_character_is_refused(escape: str) -> None:
    node, problems = parse(f'a: "{escape}"\n'.encode(), "a.yaml")
    assert problems
    assert node is None or problems[0].message.startswith("half a character")


def test_block_text_keeps_its_lines_and_tabs() -> None:
    assert _read("a: |\n  一\t二\n  　三\n").plain() == {"a": "一\t二\n　三\n"}
    assert _read("a: 𠮷\ue000\xa0b\n").plain() == {"a": "𠮷\ue000\xa0b"}


def test_the_first_of_two_equal_keys_is_kept() -> None:
    node, problems = parse(b"a: 1\nb: 2\na: {c: 3, c: 4}\n", "a.yaml")
    assert node is not None
    assert node.plain() == {"a": 1, "b": 2}
    assert [(problem.line, problem.column) for problem in problems] == [(3, 11), (3, 1)]


def test_too_large() -> None:
    assert _refusal(b" " * (MAX_BYTES + 1)) == (
        "a.yaml: the file is larger than 2000000 bytes; split it into dimension files"
    )


def test_aliases_do_not_multiply() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{key}: &{key} [*{before}, *{before}]\n" for before, key in ("ab", "bc", "cd")
    )
    assert _refusal(bomb.encode()) == "a.yaml:1:4: anchor &a; remove it; aliases are not accepted"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_depth_ends_in_a_message(opening: str) -> None:
    assert _refusal((opening * 100_000).encode()).startswith("a.yaml:1:")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_tree_or_a_problem(data: bytes) -> None:
    node, problems = parse(data, "a.yaml")
    assert node is not None or problems
    assert all(problem.file == "a.yaml" for problem in problems)


@given(st.text(alphabet="ab:,-[]{}#&*!|>'\"%@` \n\t：　，12.", max_size=60))
def test_what_is_accepted_reads_as_yaml_does(text: str) -> None:
    node, problems = parse(text.encode("utf-8"), "a.yaml")
    if node is not None and not problems:
        assert _floats(node.plain()) == yaml.load(text, Loader=yaml.CSafeLoader)


def _floats(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {key: _floats(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_floats(child) for child in value]
    return value
