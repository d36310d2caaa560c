"""Two years of one county: what was written into the two reports on purpose is found, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scorer.compare import compare
from scorer.compare.model import Pair
from scorer.compare.years import over_years
from tests.compare.subjects import report_of, saved, seed, songpi, written


@pytest.fixture(scope="module")
def pair() -> Pair:
    years = compare([songpi(2020), songpi(2021)]).years
    assert years is not None
    (found,) = years.pairs
    return found


def test_plans_that_were_carried_out_are_set_beside_the_right_deeds(pair: Pair) -> None:
    assert pair.plans is not None
    told = {match.before.words[:2]: match.after.words for match in pair.plans.matched}
    assert set(told) == {"一是", "二是", "三是", "五是", "七是"}
    assert "2021年度重大行政决策事项目录" in told["一是"]
    assert "县公共法律服务中心建成投入使用" in told["二是"]
    assert "轻微违法行为不予处罚清单" in told["三是"]
    assert "评查案卷126卷" in told["五是"]
    assert "出庭应诉率96%" in told["七是"]


def test_plans_of_which_nothing_is_told_are_open_and_slogans_are_neither(pair: Pair) -> None:
    assert pair.plans is not None
    assert [quote.words[:2] for quote in pair.plans.open] == ["四是", "六是", "八是"]
    assert pair.plans.general == 2  # 以……为指导; 加强组织领导
    # 改造提升县法治文化公园 stands in both plans: planned again is not done
    assert any("法治文化公园" in quote.words for quote in pair.plans.open)


def test_problems_that_return_are_told_and_others_are_not(pair: Pair) -> None:
    assert pair.problems is not None
    again = [(match.before.words, match.after.words) for match in pair.problems.matched]
    assert [(old[-6:], new[-6:]) for old, new in again] == [
        ("执法力量薄弱", "力量依然薄弱"),
        ("法人员不足。", "员数量不足。"),
        ("更新不及时。", "象仍未根除。"),
    ]
    gone = "".join(quote.words for quote in pair.problems.open)
    assert "公众参与渠道不宽" in gone
    assert "普法宣传形式陈旧" in gone


def test_growth_is_recomputed_from_last_years_own_numbers(pair: Pair) -> None:
    assert pair.growth is not None
    found = {one.label: (one.last, one.now, one.stated, one.computed, one.holds) for one in pair.growth}
    assert found == {
        "政务服务事项网上可办率": (95, 98, 5, 3, False),
        "行政复议案件": (40, 56, 40, 40, True),
        "行政应诉案件": (20, 18, -10, -10, True),
        "调解各类矛盾纠纷": (1800, 2400, 20, 33, False),
        "法律援助案件": (260, 310, 50, 50, True),
        "接待群众法律咨询": (None, 5600, 8, None, None),
    }
    wrong = [one.difference for one in pair.growth if one.holds is False]
    assert wrong == [Decimal(2), Decimal(-13)]


def test_copied_passages_are_told_apart_from_renewed_ones(pair: Pair) -> None:
    assert pair.copies is not None
    kinds = [(kind, new.words[:8]) for _, new, kind in pair.copies.passages]
    assert kinds == [
        ("exact", "推行首问负责、限"),
        ("numbers", "全面推行行政执法"),
        ("numbers", "全年组织县政府常"),
    ]
    assert 0 < pair.copies.exact_characters < pair.copies.characters < pair.copies.whole
    assert Decimal("0.2") < pair.copies.share < Decimal("0.35")


def test_items_won_and_lost_are_those_of_the_scorecards(pair: Pair) -> None:
    better = {change.after.id for change in pair.changes.better}
    worse = {change.after.id for change in pair.changes.worse}
    assert {"3.1.2", "4.3.3", "6.4.1"} <= better  # 决策目录, 案卷评查, 公共法律服务
    assert "2.2.4" in worse  # 文件清理 is told in 2020 alone


def test_every_quotation_is_a_slice_with_its_place(pair: Pair) -> None:
    assert pair.plans is not None
    assert pair.problems is not None
    assert pair.growth is not None
    assert pair.copies is not None
    old, new = report_of(songpi(2020)).text, report_of(songpi(2021)).text
    sides = [(match.before, match.after) for match in (*pair.plans.matched, *pair.problems.matched)]
    sides += [(before, after) for before, after, _ in pair.copies.passages]
    sides += [(one.base, one.claim) for one in pair.growth if one.base is not None]
    assert len(sides) >= 15
    for before, after in sides:
        for text, quote in ((old, before), (new, after)):
            assert text.content[quote.start : quote.end] == quote.words
            assert text.locate(quote.start).line == quote.line
            assert text.locate(quote.start).column == quote.column


def test_few_pairs_are_weighed(pair: Pair) -> None:
    """The prefilter: only stretches that share a telling word are compared."""
    assert pair.plans is not None
    assert 0 < pair.plans.weighed < pair.plans.possible / 4


@pytest.mark.parametrize("name", ["daye-2021", "pingqiao-2021", "zaoyang-2020", "suizhou-2019"])
def test_a_report_beside_itself_has_not_changed_and_is_copied_whole(name: str) -> None:
    (own,) = over_years([seed(name), seed(name)]).pairs
    changes = own.changes
    for moved in (changes.better, changes.worse, changes.applies, changes.new, changes.gone):
        assert moved == ()
    assert own.copies is not None
    assert own.copies.characters == own.copies.exact_characters == own.copies.whole > 0
    assert {kind for *_, kind in own.copies.passages} == {"exact"}
    assert all(before == after for before, after, _ in own.copies.passages)
    assert own.problems is not None
    assert own.problems.open == ()
    assert all(match.before == match.after for match in own.problems.matched)


@pytest.mark.parametrize(("one", "other"), [("daye-2021", "pingqiao-2021"), ("zaoyang-2020", "suizhou-2019")])
def test_reports_of_strangers_are_not_copies(one: str, other: str) -> None:
    """Set phrases of the genre, which both have, are no copying."""
    for before, after in ((one, other), (other, one)):
        copies = over_years([seed(before), seed(after)]).pairs[0].copies
        assert copies is not None
        assert copies.passages == ()
        assert copies.share == 0


def test_without_texts_only_scores_are_compared_and_it_is_said() -> None:
    (found,) = over_years([saved(songpi(2020)), songpi(2021)]).pairs
    assert "songpi-2020.txt" in found.unsaid
    assert "songpi-2021.txt" not in found.unsaid
    assert (found.plans, found.problems, found.growth, found.copies) == (None, None, None, None)
    assert found.changes.better


def test_three_years_are_two_pairs_and_years_apart_recount_no_growth() -> None:
    third = written(2024, "办理行政复议案件60件，同比增长7%。")
    comparison = compare([third, songpi(2021), songpi(2020)])
    assert comparison.labels == ("2020年", "2021年", "2024年")
    assert comparison.years is not None
    first, second = comparison.years.pairs
    assert first.growth is not None
    assert second.growth is None
    assert "2021年与2024年不是相邻两年" in second.growth_note
