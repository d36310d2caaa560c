"""Years or places: which it is, in what order, and what must be said about it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from scorer.compare import Subject, compare
from scorer.errors import UsageError
from scorer.structure.model import Level
from tests.compare.subjects import saved, seed, songpi


def changed(side: Subject, **stamp: str) -> Subject:
    return replace(side, card=replace(side.card, stamp=replace(side.card.stamp, **stamp)))


def dated(side: Subject, year: int | None) -> Subject:
    return replace(side, card=replace(side.card, report=replace(side.card.report, year=year)))


def codes(*sides: Subject, by: str | None = None) -> list[str]:
    return [note.code for note in compare(sides, by).notes]  # type: ignore[arg-type]


def test_one_place_is_compared_by_years_in_their_order() -> None:
    found = compare([songpi(2021), songpi(2020)])
    assert (found.by, found.labels, found.places) == ("years", ("2020年", "2021年"), None)
    assert found.notes == ()


def test_many_places_are_ranked_in_the_order_of_the_call() -> None:
    found = compare([seed("wuzhong-2021"), seed("daye-2021")])
    assert (found.by, found.labels, found.years) == ("places", ("吴忠市", "大冶市"), None)


def test_the_user_may_force_either() -> None:
    assert compare([songpi(2020), songpi(2021)], "places").places is not None
    forced = compare([seed("daye-2021"), seed("zaoyang-2020")], "years")
    assert forced.labels == ("2020年", "2021年")
    assert [note.code for note in forced.notes] == ["places_differ"]


def test_what_may_mislead_is_told() -> None:
    one, other = songpi(2020), songpi(2021)
    assert codes(one, changed(other, framework_version="9.0.0")) == ["framework_versions"]
    assert codes(one, changed(other, framework_sha256="0" * 64)) == ["framework_changed"]
    assert codes(one, changed(other, tool_version="9.0.0")) == ["tool_versions"]
    assert codes(one, dated(other, None)) == ["year_unknown"]
    assert codes(one, one) == ["same_report", "same_year"]
    assert codes(one, seed("daye-2021")) == ["several_years"]


def test_one_report_or_one_place_twice_is_told_among_places() -> None:
    one, daye = songpi(2021), seed("daye-2021")
    assert codes(one, one, daye) == ["same_report"]
    draft = changed(one, report_sha256="0" * 64)
    assert codes(one, draft, daye) == ["same_place"]
    assert codes(one, dated(draft, 2020), daye) == ["several_years"]
    found = compare([one, draft, daye])
    assert [note.message for note in found.notes] == ["松陂县有不止一份同年度的报告，都参加了比较"]


def test_departments_of_one_place_are_not_one() -> None:
    def organ(name: str, digest: str) -> Subject:
        made = changed(songpi(2021), report_sha256=digest)
        known = replace(made.card.report, level=Level.DEPARTMENT, issuer=name)
        return replace(made, card=replace(made.card, report=known))

    assert codes(organ("松陂县司法局", "1"), organ("松陂县财政局", "2")) == []
    assert codes(organ("松陂县司法局", "1"), organ("松陂县司法局", "2"), seed("daye-2021")) == ["same_place"]


def test_without_a_year_the_order_of_the_call_stays() -> None:
    found = compare([dated(songpi(2021), None), songpi(2020)])
    assert [card.stamp.report_name for card in found.cards] == ["songpi-2021.txt", "songpi-2020.txt"]


def test_labels_differ_even_for_the_same_file() -> None:
    labels = compare([songpi(2020), songpi(2020), songpi(2020)]).labels
    assert len(set(labels)) == 3
    assert all("2020" in label for label in labels)


def test_where_a_scorecard_came_from_is_kept() -> None:
    assert compare([saved(songpi(2020)), songpi(2021)]).from_scorecard == (True, False)


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_are_refused(count: int) -> None:
    with pytest.raises(UsageError, match="two"):
        compare([songpi(2020)] * count)


def test_two_frameworks_are_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"songpi-2021\.txt.*example.*rule-of-law-2021"):
        compare([songpi(2020), changed(songpi(2021), framework_id="example")])


def test_two_frameworks_are_refused_by_the_file_that_was_given() -> None:
    other = replace(changed(songpi(2020), framework_id="example"), file="卡片.json")
    with pytest.raises(
        UsageError, match=r"卡片\.json: was scored by example, songpi-2021\.txt by rule-of-law-2021"
    ):
        compare([songpi(2021), other])


def test_every_note_is_explained() -> None:
    root = Path(__file__).parent.parent.parent
    source = (root / "scorer" / "compare" / "choose.py").read_text(encoding="utf-8")
    known = set(re.findall(r'Caution\(\s*"(\w+)"', source))
    assert len(known) == 10
    table = (root / "docs" / "compare.md").read_text(encoding="utf-8").partition("## Notes")[2]
    listed = [
        cell
        for line in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for cell in re.findall(r"`(\w+)`", line)
    ]
    assert sorted(listed) == sorted(known)
