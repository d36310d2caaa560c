"""One tiny broken framework for each way of being wrong, with the place and the message by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from scorer.errors import FrameworkError
from scorer.framework import framework_schema, load_framework
from scorer.framework.marks import parse

BROKEN = Path(__file__).parent / "broken"

# Each folder is the same small framework with one slip. Lines and columns were counted in the files.
EXPECTED: dict[str, list[str]] = {
    "alias": ["1.yaml:10:22: anchor &words"],
    "bad_bound": ["1.yaml:11:44: 'full' cannot be '≥ 95'"],
    "bad_choice": ["1.yaml:8:19: 'determinable' cannot be hihg"],
    "bad_format": ["framework.yaml:1:9: format version 2 is unknown"],
    "bad_group_name": ["framework.yaml:10:10: the name 'Result' is not accepted"],
    "bad_id": ["framework.yaml:2:5: 'id' cannot be 'Tiny Framework'"],
    "bad_item_id": ["1.yaml:5:9: 'id' cannot be '1-1'"],
    "bad_kind": ["1.yaml:7:11: 'kind' cannot be basis"],
    "bad_level": ["1.yaml:8:24: 'applies_to' cannot be village"],
    "bad_role": ["1.yaml:8:13: 'roles' cannot be problems"],
    "bad_semver": ["framework.yaml:4:10: 'version' must be text, not the number 1.0"],
    "bad_version_text": ["framework.yaml:4:10: 'version' cannot be 'v1.0.0'"],
    "bad_within": ["1.yaml:10:46: 'within' cannot be paragraph"],
    "bidi_in_phrase": ["1.yaml:10:23: invisible character U+202E in the text that begins here"],
    "boolean_as_word": ["1.yaml:10:27: 'phrases' must be text, not true or false"],
    "bound_is_number": ["1.yaml:11:44: 'full' must be text, not the number 95"],
    "bounds_of_two_directions": [
        "1.yaml:11:62: partial '< 60' is not easier to reach than full '>= 80'",
    ],
    "c1_control": ["1.yaml:6:12: control character U+009B in the text that begins here"],
    "control_character": ["1.yaml:6:13: control character U+0007"],
    "date_as_word": ["1.yaml:10:27: 2021-01-01 is a date to YAML"],
    "derive_from_report": ["1.yaml:11:56: 'derive' cannot go with 'from: problems'"],
    "derive_hollow_word": [
        "1.yaml:11:71: word of derive ' ' can never match: nothing is left of it without spaces and "
        "quotation marks",
    ],
    "derive_not_percent": ["1.yaml:11:49: 'derive' gives a percentage"],
    "derive_ordinals_percent": ["1.yaml:11:52: ordinals give a count, no percentage"],
    "derive_same_word": ["1.yaml:11:51: numerator and denominator share a word"],
    "derive_sum_of_one": ["1.yaml:11:64: 'sum' needs at least 2 entries"],
    "derive_sum_percent": ["1.yaml:11:52: percentages cannot be added up"],
    "derive_sum_same_word": ["1.yaml:11:50: '提案' stands in two parts of the sum"],
    "derive_two_ways": ["1.yaml:11:74: unknown key 'numerator'"],
    "detail_without_topic": ["1.yaml:10:10: the item has no topic, so this can never hold"],
    "dimensions_do_not_add_up": [
        "framework.yaml:5:14: dimensions of the base add up to 90, not to 100: 10 too few",
    ],
    "duplicate_dimension": [
        "2.yaml:1:5: id '1' is taken by 1.yaml:1",
    ],
    "duplicate_item": [
        "1.yaml:12:9: id '1.1' is taken by 1.yaml:5",
    ],
    "duplicate_key": ["1.yaml:9:5: key 'determinable' stands here a second time"],
    "empty_all": ["1.yaml:11:16: 'all' is empty"],
    "empty_condition": ["1.yaml:11:10: an empty condition"],
    "empty_file": ["1.yaml:1:1: the file holds nothing"],
    "empty_list": ["1.yaml:10:22: 'phrases' is empty"],
    "empty_value": ["1.yaml:8:11: 'group' must be text, not nothing"],
    "escape_in_key": ["1.yaml:8:5: control character U+001B in the text that begins here"],
    "escape_in_title": ["1.yaml:6:12: control character U+001B in the text that begins here"],
    "examples_not_text": ["1.yaml:12:26: 'met' must be text, not a mapping"],
    "file_absolute": ["framework.yaml:10:22: 'dimensions' cannot be '/etc/1.yaml'"],
    "file_outside": ["framework.yaml:10:22: 'dimensions' cannot be '../example/1.yaml'"],
    "file_twice": ["framework.yaml:10:22: 1.yaml is listed twice"],
    "full_width_colon": ["1.yaml:6:10: the full-width colon ： does not separate key and value"],
    "full_width_space": ["1.yaml:6:1: a full-width space indents this line"],
    "grade_out_of_reach": ["framework.yaml:9:26: grade begins at 105.5, out of reach"],
    "grade_twice": ["framework.yaml:9:40: grade '合格' stands here twice"],
    "grades_rise": ["framework.yaml:9:49: grade begins at 90, the one above it at 60"],
    "grades_without_zero": ["framework.yaml:9:27: no grade for a total below 60"],
    "group_in_group": ["framework.yaml:10:28: 'all' cannot be '@open'"],
    "hollow_phrase": [
        "1.yaml:10:27: phrase '《 》' can never match: nothing is left of it without spaces and "
        "quotation marks",
    ],
    "item_of_another_dimension": ["1.yaml:5:9: item '2.1' is in dimension '1'"],
    "items_do_not_add_up": [
        "1.yaml:3:9: items of dimension '1' add up to 99.5, not to 100: 0.5 too few",
    ],
    "line_separator": ["1.yaml:9:22: line separator U+2028 in the text that begins here"],
    "many_at_once": [
        "framework.yaml:4:10: 'version' cannot be 'one'",
        "1.yaml:5:5: key 'points' is missing",
        "1.yaml:7:5: unknown key 'pionts'",
        "1.yaml:10:23: phrase '公示。' can never match: it holds 。, where a sentence ends",
        "2.yaml:10:25: YAML syntax: while parsing a flow sequence did not find expected ',' or ']'",
        "3.yaml:9:12: 'basis' must be text, not true or false",
        "3.yaml:18:27: phrase '《》' can never match: nothing is left of it without spaces and "
        "quotation marks",
    ],
    "masked_group": [
        "1.yaml:10:45: phrase '办公示范点' can never match: the item's mask '办公示范' hides it"
    ],
    "masked_phrase": [
        "1.yaml:10:27: phrase '办公示范点' can never match: the item's mask '办公示范' hides it"
    ],
    "merge_key": ["1.yaml:7:5: merge key <<"],
    "metric_twice": ["1.yaml:11:61: metric '公示率' stands here twice"],
    "metric_without_full": ["1.yaml:12:24: metric '公示率' has no 'full', so this can never hold"],
    "metric_without_threshold": [
        "1.yaml:13:14: metric '公示率' has neither 'full' nor 'partial', so this can never hold",
    ],
    "metric_without_unit": ["1.yaml:11:15: metric '公示率' has no unit, so any number would do"],
    "missing_file": ["framework.yaml:10:22: there is no dimension file 2.yaml beside this file"],
    "missing_key": ["1.yaml:5:5: key 'determinable' is missing"],
    "missing_key_in_head": ["framework.yaml:1:1: key 'version' is missing"],
    "mixed_kinds": ["1.yaml:15:11: a bonus item in a dimension that begins with a base item"],
    "negative_points": ["1.yaml:7:13: 'points' is -100"],
    "no_topic": ["1.yaml:10:10: the item has no topic, so this can never hold"],
    "not_utf8": ["1.yaml:6:12: byte 0xb9 is not UTF-8"],
    "number_as_id": ["1.yaml:5:9: 'id' must be text, not the number 1.1"],
    "number_as_key": ["framework.yaml:10:10: key '1' is not text to YAML"],
    "number_as_word": ["1.yaml:10:27: 'phrases' must be text, not the number 12345"],
    "octal_number": ["1.yaml:7:13: 0100 is not a plain number; YAML would read another one"],
    "partial_harder_than_full": [
        "1.yaml:11:62: partial '>= 95' is not easier to reach than full '>= 80'",
    ],
    "partial_not_described": ["1.yaml:12:5: level 'partial' is not described"],
    "partial_out_of_reach": ["1.yaml:9:36: level 'partial' is described, but nobody can reach it"],
    "partial_same_as_met": [
        "1.yaml:12:5: level 'partial' is out of reach: whatever it accepts is 'met' already",
    ],
    "phrase_with_line_end": ["1.yaml:10:27: phrase '已\\n公示' can never match: it holds a line end"],
    "phrase_with_sentence_end": [
        "1.yaml:10:27: phrase '已公示。结果' can never match: it holds 。, where a sentence ends",
    ],
    "report_metric_within": [
        "1.yaml:12:31: metric '问题数' is about the whole report, not within a stretch",
    ],
    "reserved_group": ["framework.yaml:10:10: group name 'date' is a kind of detail of its own"],
    "role_twice": ["1.yaml:8:19: 'plan' stands here twice"],
    "same_phrase_twice": ["1.yaml:10:31: phrase '双随机、一公开' matches the same as '双随机一公开'"],
    "section_role_twice": ["1.yaml:11:40: 'plan' stands here twice"],
    "section_within": ["1.yaml:11:24: a section does not stand within a stretch"],
    "sexagesimal_number": ["1.yaml:10:27: 12:30:45 is not a plain number; YAML would read another one"],
    "share_above_one": ["framework.yaml:8:16: 'partial_share' is 50"],
    "single_word_near": ["1.yaml:10:20: 'near' needs at least 2 entries"],
    "syntax_error": [
        "1.yaml:10:25: YAML syntax: while parsing a flow sequence did not find expected ',' or ']'",
    ],
    "tab_indent": ["1.yaml:6:1: a tab indents this line"],
    "tab_in_text": ["1.yaml:9:22: control character U+0009 in the text that begins here"],
    "too_deep": ["1.yaml:11:142: nested deeper than 40 levels"],
    "two_conditions": ["1.yaml:11:23: condition 'phrase' cannot hold 'section' as well"],
    "two_documents": ["1.yaml:12:1: a second document"],
    "unit_without_quantity": [
        "1.yaml:11:31: 'unit' narrows the detail quantity, which is not asked for",
    ],
    "unknown_condition": ["1.yaml:11:11: unknown key 'phrases'"],
    "unknown_condition_word": ["1.yaml:11:10: condition 'topics' is unknown"],
    "unknown_detail": ["1.yaml:11:30: there is no phrase group 'results'"],
    "unknown_group": ["1.yaml:10:32: there is no phrase group 'opens'"],
    "unknown_key": ["1.yaml:7:5: unknown key 'point'"],
    "unknown_key_in_head": ["framework.yaml:7:1: unknown key 'bonuscap'"],
    "unknown_metric": ["1.yaml:12:41: the item has no metric '公示比率'"],
    "unknown_unit": ["1.yaml:11:37: unknown unit '箩筐'"],
    "unknown_unit_in_quantity": ["1.yaml:11:36: unknown unit '箩筐'"],
    "unquoted_bound": ["1.yaml:14:15: a value that begins with > % @ or ` must be quoted"],
    "unquoted_group": ["1.yaml:10:27: a value that begins with > % @ or ` must be quoted"],
    "unquoted_percent": ["1.yaml:11:33: a value that begins with > % @ or ` must be quoted"],
    "unsafe_tag": ["1.yaml:6:12: tag !!python/object/apply:os.getcwd"],
    "unused_group": ["framework.yaml:10:10: phrase group 'open' is not used"],
    "unused_metric": ["1.yaml:11:22: metric '公示率' has a threshold, but no condition uses it"],
    "utf16": ["1.yaml:1:1: the file is encoded in UTF-16"],
    "within_zero": ["1.yaml:10:46: 'within' is 0"],
    "wrong_type": ["1.yaml:10:22: 'phrases' must be a list, not text"],
    "zero_width_in_phrase": ["1.yaml:10:23: invisible character U+200B in the text that begins here"],
}

# The slips that an editor with the JSON Schema shows too; the others need more than structure.
STRUCTURAL = frozenset(
    (
        "bad_bound",
        "bad_choice",
        "bad_format",
        "bad_group_name",
        "bad_id",
        "bad_item_id",
        "bad_kind",
        "bad_level",
        "bad_role",
        "bad_semver",
        "bad_version_text",
        "bad_within",
        "boolean_as_word",
        "bound_is_number",
        "derive_sum_of_one",
        "derive_two_ways",
        "empty_all",
        "empty_condition",
        "empty_list",
        "empty_value",
        "escape_in_key",
        "examples_not_text",
        "file_absolute",
        "file_outside",
        "group_in_group",
        "many_at_once",
        "missing_key",
        "missing_key_in_head",
        "negative_points",
        "number_as_id",
        "number_as_key",
        "number_as_word",
        "octal_number",
        "share_above_one",
        "single_word_near",
        "two_conditions",
        "unknown_condition",
        "unknown_condition_word",
        "unknown_key",
        "unknown_key_in_head",
        "within_zero",
        "wrong_type",
    )
)


def _problems(folder: Path) -> list[str]:
    with pytest.raises(FrameworkError) as caught:
        load_framework(folder)
    prefix = f"{folder}/"
    said = []
    for problem in caught.value.problems:
        assert problem.file.startswith(prefix)
        message = problem.message.replace(prefix, "")
        said.append(f"{problem.file[len(prefix) :]}:{problem.line}:{problem.column}: {message}")
    return said


def test_every_folder_has_an_expectation() -> None:
    assert {folder.name for folder in BROKEN.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_slip_is_named_at_its_place_and_nothing_else_is(name: str) -> None:
    assert _problems(BROKEN / name) == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_message_comes_with_a_mend(name: str) -> None:
    with pytest.raises(FrameworkError) as caught:
        load_framework(BROKEN / name)
    assert all(problem.mend for problem in caught.value.problems)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_schema_and_loader_refuse_the_same_structure(name: str) -> None:
    validator = Draft7Validator(framework_schema())
    trees = [parse(path.read_bytes(), path.name)[0] for path in sorted((BROKEN / name).iterdir())]
    refused = any(not validator.is_valid(tree.plain()) for tree in trees if tree is not None)
    assert refused == (name in STRUCTURAL)


def test_the_words_of_a_message() -> None:
    with pytest.raises(FrameworkError) as caught:
        load_framework(BROKEN / "unknown_key")
    assert (
        str(caught.value) == f"{BROKEN}/unknown_key/1.yaml:7:5: unknown key 'point'; did you mean 'points'?"
    )
