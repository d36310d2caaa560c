from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.rendering.encode import encode

_plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(categories=["L", "N", "P", "Zs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc甲乙"), inner),
)


@given(_plain)
def test_it_writes_what_the_standard_library_writes(value: Any) -> None:
    assert encode(value) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@given(st.text(st.characters()))
def test_any_string_comes_back_the_same_and_is_utf8(words: str) -> None:
    text = encode(words)
    text.encode("utf-8")
    assert json.loads(text) == words


@pytest.mark.parametrize("sign", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ud800", "\ufeff"])
def test_a_sign_that_steers_is_never_written_itself(sign: str) -> None:
    assert sign not in encode({sign: sign})


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3))
def test_a_decimal_comes_back_exactly(value: Decimal) -> None:
    assert json.loads(encode(value), parse_float=Decimal, parse_int=Decimal) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [("7.50", "7.5"), ("1E+2", "100"), ("0.1", "0.1"), ("-0", "0"), ("NaN", "null"), ("Infinity", "null")],
)
def test_decimals_as_numbers(value: str, text: str) -> None:
    assert encode(Decimal(value)) == text + "\n"


def test_a_monstrous_decimal_is_still_json() -> None:
    assert json.loads(encode(Decimal("1E+400")), parse_float=Decimal) == Decimal("1E+400")
