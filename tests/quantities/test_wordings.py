"""The number of a metric in many wordings: found where it is told, left alone where it is another's."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scorer.quantities import bind, find_apart, find_quantities, is_benchmark, is_past, is_standard
from scorer.text import fold
from tests.quantities.wordings import NOT_STATED, STATED, Case


def values(sentence: str, names: tuple[str, ...], unit: str) -> list[Decimal | None]:
    """The different values that a metric of these names has in a sentence, in its order."""
    text = fold(sentence).text
    quantities = find_quantities(text)
    places = {(at, at + len(name)) for name in names for at in range(len(text)) if text.startswith(name, at)}
    places.update(find_apart(text, names, quantities))
    own = (binding.quantity for binding in bind(text, sorted(places), quantities, (unit,)))
    results = (
        quantity.value
        for quantity in own
        if not (is_standard(text, quantity) or is_benchmark(text, quantity) or is_past(text, quantity))
    )
    return list(dict.fromkeys(results))


def _cases(groups: dict[str, tuple[Case, ...]]) -> list[object]:
    return [
        pytest.param(case, id=f"{group}: {case[0]} {case[1]}")
        for group, cases in groups.items()
        for case in cases
    ]


@pytest.mark.parametrize("case", _cases(STATED))
def test_stated(case: Case) -> None:
    sentence, names, unit, stated = case
    assert values(sentence, tuple(names.split("|")), unit) == [Decimal(value) for value in stated.split()]


@pytest.mark.parametrize("case", _cases(NOT_STATED))
def test_not_stated(case: Case) -> None:
    sentence, names, unit, _ = case
    assert values(sentence, tuple(names.split("|")), unit) == []


@pytest.mark.parametrize(
    ("sentence", "name", "place"),
    [
        ("审查合同64份、规范性文件17件", "审查规范性文件", "规范性文件"),
        ("全年审查了26件行政规范性文件", "审查规范性文件", "规范性文件"),
        ("规范性文件131件，废止27件", "废止规范性文件", "废止"),
        ("行政规范性文件清理45件", "清理规范性文件", "规范性文件清理"),
    ],
)
def test_the_part_beside_the_number_is_given_back(sentence: str, name: str, place: str) -> None:
    assert [sentence[a:b] for a, b in find_apart(sentence, [name], find_quantities(sentence))] == [place]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("审查规范性文件17件", "审查规范性文件"),  # it stands together
        ("规范性文件17件", "审查规范性文件"),  # no verb
        ("审查合同64份。规范性文件17件", "审查规范性文件"),  # another sentence
        ("审查合同64份，起草规范性文件17件", "审查规范性文件"),  # its own verb
        ("审查不规范的文件", "审查文件"),  # no number at all
        ("规范性文件17件", "规范性文件"),  # a name without a verb
    ],
)
def test_nothing_apart(sentence: str, name: str) -> None:
    assert find_apart(sentence, [name], find_quantities(sentence)) == ()


def test_a_sentence_without_end_is_read_in_bounded_steps() -> None:
    for piece in ("审查合同3份、", "涉法性涉法", "经经报报", "规范性文件均", "其中其中废止3件，", "审查（"):
        text = "审查" + piece * 3000 + "规范性文件17件"
        places = find_apart(text, ["审查规范性文件", "废止规范性文件"], find_quantities(text))
        assert {text[a:b] for a, b in places} <= {"规范性文件", "废止"}
