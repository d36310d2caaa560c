"""What changed between two scorecards, told from the report's side."""

from __future__ import annotations

from dataclasses import replace

from scorer.rules.model import Status
from scorer.scoring.change import Changes, changes
from scorer.scoring.gate import Gate, failings
from scorer.scoring.model import Scorecard
from tests.rendering.cards import CARD


def turned(card: Scorecard, **statuses: Status) -> Scorecard:
    """The card with other statuses; ids are written with _ for the dot."""
    by_id = {name.replace("_", "."): status for name, status in statuses.items()}
    return replace(
        card, items=tuple(replace(item, status=by_id.get(item.id, item.status)) for item in card.items)
    )


ITEMS = {item.id: item for item in CARD.items}


def test_the_same_card_has_no_changes() -> None:
    found = changes(CARD, CARD)
    assert found == Changes((), (), (), (), ())
    assert failings(CARD, Gate(), CARD) == ()


def test_better_and_worse() -> None:
    assert (ITEMS["1.1.1"].status, ITEMS["2.1.3"].status) == (Status.MET, Status.UNMET)
    later = turned(CARD, **{"1_1_1": Status.PARTIAL, "2_1_3": Status.PARTIAL})
    found = changes(CARD, later)
    assert [change.after.id for change in found.worse] == ["1.1.1"]
    assert [change.after.id for change in found.better] == ["2.1.3"]
    (failing,) = failings(later, Gate(), CARD)
    assert failing.gate == "baseline"
    assert failing.message.startswith("1.1.1 审批便利与提速退步：原为达到，现为部分。")


def test_a_deduction_that_is_newly_shown_is_worse() -> None:
    assert ITEMS["C.1"].status is Status.MET
    before = turned(CARD, C_1=Status.UNMET)
    assert [change.after.id for change in changes(before, CARD).worse] == ["C.1"]
    assert [change.after.id for change in changes(CARD, before).better] == ["C.1"]
    (failing,) = failings(CARD, Gate(), before)
    assert "原为未扣，现为扣分" in failing.message


def test_what_applies_only_once_and_what_one_framework_lacks_is_not_compared() -> None:
    assert ITEMS["1.1.3"].status is Status.NOT_APPLICABLE
    found = changes(turned(CARD, **{"1_1_3": Status.MET}), CARD)
    assert [change.after.id for change in found.applies] == ["1.1.3"]
    assert found.worse == ()
    shorter = replace(CARD, items=CARD.items[1:])
    assert [item.id for item in changes(shorter, CARD).new] == ["1.1.1"]
    assert [item.id for item in changes(CARD, shorter).gone] == ["1.1.1"]
