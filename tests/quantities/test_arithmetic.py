"""Sentences with arithmetic in every form, right and with a seeded slip: the slips are found, nothing is invented."""

from __future__ import annotations

import re

import pytest

from scorer.quantities import audit_arithmetic
from tests.quantities.arithmetic import FORMS
from tests.quantities.seeded import INNOCENT, SEEDED

_PAIR = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")
CASES = [(relation, text) for relation, texts in FORMS.items() for text in texts]


def wrong(text: str) -> list[str]:
    return [found.relation for found in audit_arithmetic(text) if found.holds is False]


@pytest.mark.parametrize(("relation", "text"), CASES)
def test_nothing_is_invented_where_all_is_right(relation: str, text: str) -> None:
    assert wrong(_PAIR.sub(r"\1", text)) == []


def test_at_least_95_percent_of_the_slips_are_found() -> None:
    missed = [text for relation, text in CASES if relation not in wrong(_PAIR.sub(r"\2", text))]
    assert len(CASES) >= 60
    assert len(missed) <= 0.05 * len(CASES), missed


@pytest.mark.parametrize("relation", sorted(FORMS))
def test_slips_of_every_form_are_found(relation: str) -> None:
    found = [relation in wrong(_PAIR.sub(r"\2", text)) for text in FORMS[relation]]
    assert sum(found) >= 0.75 * len(found)


@pytest.mark.parametrize("text", INNOCENT)
def test_nothing_is_invented_in_innocent_sentences(text: str) -> None:
    assert wrong(text) == []


def test_at_least_95_percent_of_the_seeded_slips_are_found_and_nothing_besides() -> None:
    assert len(SEEDED) >= 100
    missed = [text for relation, text in SEEDED if relation not in wrong(text)]
    assert len(missed) <= 0.05 * len(SEEDED), missed
    assert [text for relation, text in SEEDED if set(wrong(text)) - {relation}] == []
