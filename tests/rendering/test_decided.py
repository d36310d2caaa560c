"""Where a person decided, no output gives the program's reason or advice as if it were hers."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from scorer.i18n import use_language
from scorer.rendering import RENDERERS, gate_report
from scorer.rendering.digest import advice, grounds
from scorer.rendering.interface import Options
from scorer.rules.model import Status
from scorer.scoring.gate import Failing, Gate
from scorer.scoring.model import Decision, DecisionState, ItemRow, Scorecard
from tests.rendering.cards import CARD

HERS, ITS, ADVISED = "附件与正文不符", "办案质量写到了满分线", "写明办案质量达到满分线"


def decided(state: DecisionState = "applied", status: Status = Status.UNMET) -> Scorecard:
    """The card whose 1.1.1 a person has decided against the program, which says met."""

    def of(item: ItemRow) -> ItemRow:
        if item.id != "1.1.1":
            return replace(item, decision=None)
        made = Decision(status, "张三", "2024-05-06", HERS, Status.MET, state)
        counts = made.status if state == "applied" else Status.MET
        points = item.max_points if counts is Status.MET else item.points * 0
        return replace(item, status=counts, points=points, reason=ITS, advice=ADVISED, decision=made)

    return replace(CARD, items=tuple(map(of, CARD.items)))


def first(card: Scorecard) -> ItemRow:
    return next(item for item in card.items if item.id == "1.1.1")


def flat(text: str) -> str:
    """The words alone, without folds of lines, tags and escapes."""
    return re.sub(r"\s+|\\", "", unescape(re.sub(r"<[^>]*>", "", text)))


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "csv"])
@pytest.mark.parametrize("detail", ["summary", "items", "full"])
def test_the_reason_of_the_program_never_stands_alone(name: str, detail: str) -> None:
    options = Options(detail=detail, width=100)  # type: ignore[arg-type]  # one of the three
    content = RENDERERS[name].render([decided()], options)
    text = flat(content if isinstance(content, str) else content.decode("utf-8"))
    assert HERS in text
    assert "张三" in text
    assert text.count(ITS) == text.count(f"程序的理由：{ITS}") > 0
    assert text.index(HERS) < text.index(ITS)
    assert ADVISED not in text


def test_a_line_of_all_items_gives_the_person_and_her_reason() -> None:
    text = RENDERERS["terminal"].render([decided()], Options(detail="items", width=140))
    assert isinstance(text, str)
    rows = [line for line in text.split("全部指标")[1].splitlines() if " 1.1.1 " in line]
    assert len(rows) == 1
    assert f"复核 张三：{HERS}" in rows[0]
    assert ITS not in rows[0]


def test_the_list_of_the_gate_names_the_person() -> None:
    card = decided()
    text = gate_report.as_text(card, [Failing("min_score", "少了")], Gate(), 400)
    (row,) = (line for line in text.splitlines() if line.startswith("    1.1.1 "))
    assert row.endswith(f"张三 2024-05-06 定为“未见”，程序判为“达到”：{HERS}。程序的理由：{ITS}")


def test_a_decision_that_does_not_count_leaves_the_program_its_reason() -> None:
    for state in ("reopened", "expired"):
        item = first(decided(state))  # type: ignore[arg-type]  # one of the states
        assert (grounds(item), advice(item)) == (ITS, ADVISED)


def test_whom_the_program_agrees_with_may_use_its_advice() -> None:
    item = first(decided(status=Status.MET))
    assert advice(item) == ADVISED
    assert grounds(item).startswith("张三 ")


def test_the_sentences_are_parted_in_both_languages() -> None:
    item = first(decided())
    ended = replace(item, decision=replace(item.decision, reason="附件不符。"))  # type: ignore[type-var]  # there is one
    assert "附件不符。程序的理由：" in grounds(ended)
    with use_language("en"):
        assert f"{HERS}. The program's reason: {ITS}" in grounds(item)
