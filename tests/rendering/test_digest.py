from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scorer.rendering import Options, render
from scorer.rendering.digest import Digest, advice, loss, nearest
from scorer.rules.model import Status, Why
from scorer.scoring.model import Counts

from .cards import CARD, item, rejected
from .office_dump import letter_dump, workbook_dump

ITEMS = {row.id: row for row in CARD.items}


def test_only_the_base_can_lose_points() -> None:
    assert loss(ITEMS["1.1.2"]) == Decimal("0.75")
    assert loss(ITEMS["1.1.3"]) == 0  # does not apply
    assert loss(ITEMS["B.1"]) == 0  # a bonus not won
    assert loss(ITEMS["C.1"]) == 0  # a deduction is told as one


def test_losses_of_the_same_size_keep_the_framework_order() -> None:
    assert [row.id for row in Digest(CARD).lost] == ["2.1.3", "2.1.4", "1.1.2", "2.1.2"]


def test_counts_leave_bonus_and_deductions_out() -> None:
    assert Digest(CARD).counts == Counts(met=4, partial=2, unmet=2, not_applicable=1)


def test_dimensions_of_bonus_and_deductions_are_no_dimensions_of_the_score() -> None:
    assert [row.id for row in Digest(CARD).dimensions] == ["1", "2", "R"]


def test_the_nearest_sentence_is_evidence_before_a_near_miss() -> None:
    near = nearest(Digest(CARD), ITEMS["1.1.2"], 80)
    assert near is not None
    assert near.accepted
    assert near.words[slice(*near.hit)] == "重大行政决策程序规定"


def test_a_planned_deed_is_nearer_than_a_cut_word() -> None:
    row = item(
        "1", "甲", Status.UNMET, "0", "1",
        missed=(
            rejected("法性审查", Why.WORD_BOUNDARY, "性审"),
            rejected("下一步，将推动", Why.PLAN, "推动"),
        ),
    )  # fmt: skip
    near = nearest(Digest(replace(CARD, items=(row,))), row, 80)
    assert near is not None
    assert (near.words, near.why, near.accepted) == ("下一步，将推动", "计划段", False)
    assert near.words[slice(*near.hit)] == "推动"


def test_no_sentence_is_none() -> None:
    assert nearest(Digest(CARD), ITEMS["2.1.4"], 80) is None


def test_the_place_of_a_refused_hit_names_the_section_it_lies_in() -> None:
    digest = Digest(CARD)
    problem = ITEMS["2.1.3"].rejected[0]
    heading = ITEMS["R.2"].rejected[0]
    assert digest.place(problem) == f"第{problem.line}行第{problem.column}列 · 二、存在的问题"
    assert digest.place(heading) == "第1行第1列"


def test_a_place_names_the_nearest_heading_of_a_path_and_cuts_a_long_one() -> None:
    found = replace(ITEMS["2.1.2"].evidence[0], section="一、成效 › （二）" + "化解争议" * 20)
    place = Digest(CARD).place(found)
    assert place.startswith("第6行第54列 · （二）化解争议")
    assert place.endswith("…")
    assert len(place) < 50


def test_where_a_rule_has_no_advice_the_criterion_serves() -> None:
    row = item("1", "甲", Status.UNMET, "0", "1", criterion=("写明件数。", ""))
    assert advice(row) == "写明件数。"


RESCALED = "不适用 1 项共 1 分，不计入；其余 11 分得 6.5 分，按满分 100 分折算为基础分 65 分"


def test_points_of_what_applies_are_scaled_to_the_base_and_that_is_said() -> None:
    assert Digest(CARD).rescaled == RESCALED


def test_nothing_is_said_where_points_add_up_as_they_are() -> None:
    whole = replace(CARD, total=replace(CARD.total, max_points=Decimal(11), base=Decimal("6.5")))
    assert Digest(whole).rescaled == ""
    assert Digest(replace(CARD, items=())).rescaled == ""


def test_a_base_of_another_size_is_told_without_items_that_do_not_apply() -> None:
    every = replace(CARD, items=tuple(row for row in CARD.items if row.id != "1.1.3"))
    words = "各维度满分合计 11 分，得 6.5 分，按满分 100 分折算为基础分 65 分"
    assert Digest(every).rescaled == words


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "xlsx", "docx"])
def test_every_output_for_people_says_it(name: str) -> None:
    content = render(CARD, name, Options(width=200))
    if name == "xlsx":
        assert isinstance(content, bytes)
        content = workbook_dump(content)
    elif name == "docx":
        assert isinstance(content, bytes)
        content = letter_dump(content)
    assert RESCALED in str(content)
