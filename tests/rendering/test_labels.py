"""Every member of every enumeration has words, and no two states look alike without colour."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import pytest

from scorer.framework.model import ItemKind
from scorer.i18n import LANGUAGES, use_language
from scorer.rendering import labels
from scorer.rules.model import Confidence, Match, Satisfies, Status, Why
from scorer.structure.model import Level, Role


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("members", "words"),
    [
        (Confidence, labels.CONFIDENCE),
        (Level, labels.LEVEL),
        (Match, labels.MATCH),
        (Role, labels.ROLE),
        (Satisfies, labels.SATISFIES),
        (Why, labels.WHY),
    ],
)
def test_every_member_has_words_of_its_own(
    members: type[Enum], words: Mapping[Enum, str], language: str
) -> None:
    assert set(words) == set(members)
    with use_language(language):
        assert len(set(words.values())) == len(words)


def test_every_kind_has_a_name() -> None:
    assert set(labels.KIND) == {kind.value for kind in ItemKind}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind.value for kind in ItemKind])
def test_the_word_alone_tells_the_state(kind: str, language: str) -> None:
    marks = [labels.state(kind, status) for status in Status]
    with use_language(language):
        assert len({mark.word for mark in marks}) == len(Status)
    assert all(mark.ascii.isascii() for mark in marks)


def test_a_deduction_that_applies_is_bad_news() -> None:
    assert labels.state("deduction", Status.MET).tone == "bad"
    assert labels.state("deduction", Status.UNMET).tone == "good"
    assert labels.state("base", Status.MET).tone == "good"


def test_undecided_is_neither_right_nor_wrong() -> None:
    assert [labels.holds(answer).word for answer in (True, False, None)] == ["相符", "不符", "待核"]


def test_a_difference_in_the_last_digit_is_no_contradiction() -> None:
    assert labels.holds(False, "info").word == "留意"
    assert labels.holds(False, "warning").word == "不符"
    assert labels.holds(None, "info").word == "待核"


def test_words_are_in_the_language_in_force_when_they_are_taken() -> None:
    met, table = labels.state("base", Status.MET), labels.WHY
    with use_language("en"):
        assert (met.word, table[Why.PLAN], labels.more_evidence(1), labels.more_evidence(2)) == (
            "Met",
            "plans section",
            "1 more piece of evidence not listed",
            "2 more pieces of evidence not listed",
        )
    assert (met.word, table[Why.PLAN], labels.more_evidence(1)) == ("达到", "计划段", "另有 1 处依据未列出")
