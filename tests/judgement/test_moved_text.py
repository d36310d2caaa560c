"""A sample report moved about, cut, or told of somebody else: the score moves as a reader's would."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from statistics import median

import pytest

from scorer.rules.model import Status
from tests.judgement import moves
from tests.judgement.court import SEEDS, Hearing, broken, hear, seed
from tests.judgement.moves import Parts, parts

LEAK = "a plan whose heading stands elsewhere is taken for deeds"
each = pytest.mark.parametrize("name", SEEDS)


@cache
def moved(move: Callable[[Parts], str], name: str) -> Hearing:
    return hear(move(parts(name)))


def floor(name: str) -> Decimal:
    """What the report earns without any deed: its form, its preamble, its plans."""
    return moved(moves.without_deeds, name).total


def far_below(total: Decimal, name: str) -> bool:
    """Whether nearly all that the deeds earn is gone."""
    return total - floor(name) <= (seed(name).total - floor(name)) / 10


@each
def test_the_parts_make_the_report(name: str) -> None:
    assert parts(name).text() == SEEDS[name]
    assert all([parts(name).head, parts(name).deeds, parts(name).problems, parts(name).plans])


@each
def test_a_report_without_deeds_earns_its_form_only(name: str) -> None:
    assert floor(name) <= 6
    assert floor(name) * 4 <= seed(name).total


@each
def test_doubled_text_earns_nothing(name: str) -> None:
    assert abs(moved(moves.doubled, name).total - seed(name).total) <= 1


@each
def test_the_order_of_the_deeds_hardly_matters(name: str) -> None:
    assert abs(moved(moves.shuffled, name).total - seed(name).total) <= 2


@pytest.mark.parametrize(
    "name",
    [
        "daye-2021",
        broken("pingqiao-2021", why=LEAK),
        "suizhou-2019",
        "wuzhong-2021",
        "zaoyang-2020",
    ],
)
def test_a_report_in_disorder_earns_less_but_not_nothing(name: str) -> None:
    totals = [hear(moves.shuffled_whole(parts(name), order)).total for order in (1, 2, 3)]
    assert max(totals) <= seed(name).total + 2
    assert median(totals) * 2 >= seed(name).total


@each
def test_deeds_told_again_among_the_plans_earn_nothing(name: str) -> None:
    assert abs(moved(moves.deeds_repeated_in_plans, name).total - seed(name).total) <= 1


@each
def test_plans_among_the_deeds_earn_nothing(name: str) -> None:
    total = moved(moves.plans_repeated_in_deeds, name).total
    assert total <= seed(name).total + 2
    assert total >= seed(name).total * Decimal("0.8")


@each
def test_plans_under_the_heading_of_deeds_are_no_deeds(name: str) -> None:
    assert moved(moves.plans_instead_of_deeds, name).total <= floor(name) + 1


@each
def test_deeds_under_the_heading_of_plans_earn_no_more(name: str) -> None:
    assert moved(moves.deeds_in_plans, name).total <= seed(name).total + 1


@each
def test_problems_left_out_cost_their_item_and_win_nothing(name: str) -> None:
    hearing = moved(moves.without_problems, name)
    assert seed(name).wins("R.6")
    assert hearing.row("R.6").points < seed(name).row("R.6").points
    assert seed(name).total - 2 <= hearing.total < seed(name).total


@each
def test_deeds_of_a_coming_year_are_plans(name: str) -> None:
    assert far_below(moved(moves.as_future, name).total, name)


@each
def test_numbers_left_out_cost_clearly(name: str) -> None:
    hearing, before = moved(moves.without_numbers, name), seed(name)
    assert hearing.card.counts.met < before.card.counts.met
    sparse = name == "suizhou-2019"  # it states 2.8 numbers in 1000 characters, the others 11 to 18
    assert hearing.total <= before.total * Decimal("0.95" if sparse else "0.85")
    assert hearing.total >= before.total / 2


@each
def test_no_item_is_better_without_its_numbers(name: str) -> None:
    hearing = moved(moves.without_numbers, name)
    better = [row.id for row in hearing.card.items if row.points > seed(name).row(row.id).points]
    assert [item for item in better if not item.startswith("C")] == []


@each
def test_headings_left_out_hardly_matter(name: str) -> None:
    assert abs(moved(moves.without_headings, name).total - seed(name).total) <= 3


@each
@pytest.mark.parametrize("whose", ["邻市", "恒川机械有限公司"])
def test_deeds_of_somebody_else_earn_nothing(name: str, whose: str) -> None:
    assert far_below(hear(moves.of_another(parts(name), whose)).total, name)


@pytest.mark.parametrize("name", ["daye-2021", "pingqiao-2021", "zaoyang-2020"])
def test_a_sentence_that_names_somebody_else_proves_nothing(name: str) -> None:
    whose = "邻市"
    hearing = hear(moves.renamed(parts(name), whose))
    won = [
        (row.id, piece.quote)
        for row in hearing.card.items
        for piece in row.evidence
        if piece.quote.startswith(whose) and not row.id.startswith("R")
    ]
    assert won == []


@each
def test_every_status_of_the_doubled_report_is_at_least_as_good(name: str) -> None:
    order = [Status.NOT_APPLICABLE, Status.UNMET, Status.PARTIAL, Status.MET]
    for row in moved(moves.doubled, name).card.items:
        if not row.id.startswith(("C", "R")):
            assert order.index(row.status) >= order.index(seed(name).status(row.id)), row.id
