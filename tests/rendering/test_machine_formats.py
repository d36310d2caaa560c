"""SARIF, JUnit XML, annotations and CSV as the programs that read them would."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from sarif_pydantic import Sarif

from scorer.i18n import use_language
from scorer.rendering import render
from scorer.rendering.csv import HEAD, neutral
from scorer.rendering.interface import Failure, Options
from scorer.rules.model import Status
from scorer.scoring.gate import Failing
from scorer.scoring.model import ItemRow, Note, PlaceRow, Scorecard
from tests.rendering.cards import CARD, hostile_card
from tests.rendering.machines import REPORT, scored

HERE = Path(__file__).parent
FAILURE = Failure("坏.pdf", "is a PDF document, which cannot be read")
CARDS = {"plain": CARD, "hostile": hostile_card(), "real": scored()}


def shown(format_name: str, *cards: Scorecard, failures: tuple[Failure, ...] = ()) -> str:
    content = render(cards, format_name, failures=failures)
    assert isinstance(content, str)
    return content


# ---------------------------------------------------------------------------------------------- SARIF


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_sarif_is_read_by_a_consumer_and_every_result_has_a_location(card: Scorecard) -> None:
    log = Sarif.model_validate(json.loads(shown("sarif", card)))
    (run,) = log.runs
    assert run.results
    rules = [rule.id for rule in run.tool.driver.rules or []]
    for result in run.results:
        assert result.locations
        assert rules[result.rule_index or 0] == result.rule_id


def results(card: Scorecard) -> dict[str, Any]:
    return {result["ruleId"]: result for result in json.loads(shown("sarif", card))["runs"][0]["results"]}


def test_sarif_regions_count_code_points_from_one() -> None:
    run = json.loads(shown("sarif", scored()))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    region = results(scored())["5.2.2"]["locations"][0]["physicalLocation"]["region"]
    line = REPORT.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    assert "85%" in region["snippet"]["text"]


def test_sarif_uris_are_relative_and_encoded() -> None:
    location = results(scored())["5.2.2"]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "%E8%8D%89%E7%A8%BF/county%20report.txt", "uriBaseId": "%SRCROOT%", "index": 0}


def test_sarif_of_a_container_names_the_place_instead_of_a_line() -> None:
    card = scored()
    report = replace(card.report, places=(PlaceRow(0, len(REPORT), "第3页"),))
    paged = replace(card, report=report, stamp=replace(card.stamp, report_reader="pdf"))
    location = results(paged)["5.2.2"]["locations"][0]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "第3页"
    assert "位置：第3页。" in results(paged)["5.2.2"]["message"]["text"]


def test_sarif_says_what_could_not_be_read() -> None:
    log = json.loads(shown("sarif", CARD, failures=(FAILURE,)))
    Sarif.model_validate(log)
    (run,) = log["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "坏.pdf" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert run["results"]


SARIF = Draft202012Validator(json.loads((HERE / "sarif.schema.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("cards", "failures"),
    [*(((card,), ()) for card in CARDS.values()), (tuple(CARDS.values()), (FAILURE,)), ((), (FAILURE,))],
    ids=[*CARDS, "all", "none"],
)
def test_sarif_keeps_to_the_standard(cards: tuple[Scorecard, ...], failures: tuple[Failure, ...]) -> None:
    log = json.loads(shown("sarif", *cards, failures=failures))
    assert [error.message for error in SARIF.iter_errors(log)] == []


def test_reports_of_one_framework_are_one_run_that_names_each() -> None:
    others = [replace(CARD, path=f"{name}.txt") for name in ("甲", "乙")]
    (run,) = json.loads(shown("sarif", CARD, *others))["runs"]
    assert len(run["artifacts"]) == 3
    places = {
        (place["artifactLocation"]["index"], place["artifactLocation"]["uri"])
        for result in run["results"]
        for place in [result["locations"][0]["physicalLocation"]]
    }
    assert places == {(at, artifact["location"]["uri"]) for at, artifact in enumerate(run["artifacts"])}
    assert [artifact["properties"]["total"] for artifact in run["artifacts"]] == [65.5] * 3
    assert len(json.loads(shown("sarif", CARD, scored()))["runs"]) == 2  # their rules differ


def test_a_snippet_is_the_text_of_its_region_to_the_last_space() -> None:
    words = REPORT.replace("负责人出庭应诉率为", "负责人出庭应诉率  为")
    region = results(scored(words))["5.2.2"]["locations"][0]["physicalLocation"]["region"]
    assert "应诉率  为85%" in region["snippet"]["text"]


# -------------------------------------------------------------------------------- decisions of people

SAID = "李复核 2024-05-06 定为“{said}”，程序判为“{machine}”：附件中也没有。"


def decided(item_id: str, status: Status, state: str = "applied") -> Scorecard:
    """The card with the decision of 2.1.4 on another item, which thereby has this status."""
    (decision,) = (item.decision for item in CARD.items if item.decision)

    def of(item: ItemRow) -> ItemRow:
        if item.id != item_id:
            return replace(item, decision=None)
        made = replace(decision, status=status, machine=item.status, state=state)  # type: ignore[arg-type]
        points = item.max_points if status is Status.MET else Decimal(0)
        return replace(item, status=status, points=points, decision=made)

    return replace(CARD, items=tuple(map(of, CARD.items)))


def test_a_person_who_took_points_away_is_named_with_the_reason() -> None:
    card = decided("1.1.1", Status.UNMET)  # the program has seen it
    words = SAID.format(said="未见", machine="达到")
    for name in ("github", "junit", "sarif"):
        text = shown(name, card)
        line = next(line for line in text.splitlines() if words in line and "程序的理由：" in line)
        assert line.index(words) < line.index("程序的理由："), name


@pytest.mark.parametrize("name", ["github", "junit", "sarif"])
def test_a_person_who_gave_points_is_named_too(name: str) -> None:
    assert SAID.format(said="达到", machine="未见") in shown(name, decided("2.1.3", Status.MET))


@pytest.mark.parametrize("name", ["github", "junit", "sarif"])
def test_a_decision_that_does_not_count_is_shown_as_such(name: str) -> None:
    card = decided("2.1.3", Status.UNMET, "reopened")
    assert "（依据已变，未采用，请重新复核）" in shown(name, card)


def test_sarif_tells_who_decided_what_without_calling_it_a_fault() -> None:
    result = results(decided("2.1.3", Status.MET))["2.1.3"]
    assert (result["kind"], result["level"]) == ("informational", "none")
    decision = result["properties"]["decision"]
    assert (decision["status"], decision["machine"], decision["by"]) == ("met", "unmet", "李复核")


# ---------------------------------------------------------------------------------------------- JUnit


def suite(card: Scorecard) -> ElementTree.Element:
    root = ElementTree.fromstring(shown("junit", card))
    (found,) = root
    return found


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_junit_counts_are_those_of_its_cases(card: Scorecard) -> None:
    root = ElementTree.fromstring(shown("junit", card))
    for element in (root, *root):
        cases = list(element.iter("testcase"))
        assert int(element.get("tests", "")) == len(cases) == len(card.items) + len(card.audit)
        assert int(element.get("failures", "")) == sum(case.find("failure") is not None for case in cases)
        assert int(element.get("skipped", "")) == sum(case.find("skipped") is not None for case in cases)


def test_junit_fails_what_lost_points_and_skips_what_does_not_apply() -> None:
    cases = {case.get("name", "").split()[0]: case for case in suite(CARD).iter("testcase")}
    for item in CARD.items:
        case = cases[item.id]
        lost = item.kind == "base" and item.status in (Status.PARTIAL, Status.UNMET)
        taken = item.kind == "deduction" and item.status is Status.MET
        assert (case.find("failure") is not None) == (lost or taken), item.id
        assert (case.find("skipped") is not None) == (item.status is Status.NOT_APPLICABLE), item.id
    failure = cases["2.1.3"].find("failure")
    assert failure is not None
    assert failure.get("type") == "unmet"
    assert "一些单位行政执法公示还不及时" in (failure.text or "")


SCHEMA = etree.XMLSchema(etree.parse(HERE / "junit.xsd"))
MISSED = Options(missed=((Failing("min-score", "总分 65.5，要求 80，还差 14.5"),), ()))


@pytest.mark.parametrize("options", [Options(), MISSED], ids=["plain", "gate"])
def test_junit_is_of_the_documented_shape(options: Options) -> None:
    cards = (CARD, decided("2.1.3", Status.MET)) if options.missed else tuple(CARDS.values())
    content = render(cards, "junit", options, (FAILURE,))
    assert isinstance(content, str)
    assert SCHEMA.validate(etree.fromstring(content.encode("utf-8"))), SCHEMA.error_log


def test_junit_fails_where_the_gate_does() -> None:
    content = render((CARD, CARD), "junit", MISSED)
    assert isinstance(content, str)
    failing, passing = ElementTree.fromstring(content)
    for suite_, count in ((failing, 1), (passing, 0)):
        first = next(suite_.iter("testcase"))
        assert (first.get("classname") or "").endswith(".gate")
        assert len(first.findall("failure")) == count
        assert int(suite_.get("failures", "")) == int(suite(CARD).get("failures", "")) + count
    failure = next(failing.iter("failure"))
    assert (failure.get("type"), failure.get("message")) == ("min-score", "总分 65.5，要求 80，还差 14.5")


def test_junit_names_are_unique_within_a_suite() -> None:
    names = [(case.get("classname"), case.get("name")) for case in suite(CARD).iter("testcase")]
    assert len(names) == len(set(names))


def test_junit_names_are_the_same_in_every_language() -> None:
    def names(language: str) -> list[tuple[str | None, str | None]]:
        with use_language(language):
            root = ElementTree.fromstring(render((CARD, CARD), "junit", MISSED, (FAILURE,)))
        return [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]

    assert names("zh") == names("en")
    assert [name for _, name in names("en") if name and name.startswith("audit/")]


def test_sarif_says_the_kind_of_a_rule_in_code() -> None:
    def kinds(language: str) -> list[object]:
        with use_language(language):
            (run,) = json.loads(render((CARD,), "sarif", Options()))["runs"]
        return [rule["properties"]["kind"] for rule in run["tool"]["driver"]["rules"] if "properties" in rule]

    assert kinds("zh") == kinds("en")
    assert "base" in kinds("en")


def test_junit_reports_an_unread_file_as_an_error() -> None:
    root = ElementTree.fromstring(shown("junit", CARD, failures=(FAILURE,)))
    assert root.get("errors") == "1"
    error = root.find("testsuite[@name='坏.pdf']/testcase/error")
    assert error is not None
    assert error.get("message") == FAILURE.message


def test_junit_is_well_formed_whatever_the_words_hold() -> None:
    words = "".join(map(chr, range(0x30))) + "\ud800\ufffe]]>&<'\"" + "\U0001f600"
    assert ElementTree.fromstring(shown("junit", hostile_card(words))).tag == "testsuites"


# ---------------------------------------------------------------------------------------- annotations

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_annotations_are_one_summary_and_at_most_nine_findings(card: Scorecard) -> None:
    lines = shown("github", card).splitlines()
    noted = bool(card.warnings)
    assert 2 <= len(lines) - noted <= 10
    kinds = Counter(line.split(" ")[0] for line in lines)
    assert max(kinds.values()) <= 10  # a step shows no more of a kind
    assert lines[0].startswith("::notice file=")
    assert "总分" in lines[0]
    assert all(COMMAND.fullmatch(line) for line in lines)


def annotations(*cards: Scorecard, missed: Any = None, failures: tuple[Failure, ...] = ()) -> list[str]:
    content = render(cards, "github", Options(missed=missed), failures)
    assert isinstance(content, str)
    return content.splitlines()


def test_several_reports_share_one_summary_and_nine_findings() -> None:
    cards = [replace(scored(), path=f"{at}.txt") for at in range(4)]
    lines = annotations(*cards)
    summary, rest = lines[0], [line for line in lines[1:] if "title=提示" not in line]
    assert summary.startswith("::notice title=scorer::")
    assert summary.count("%0A") == 3
    assert len(rest) == 9
    shares = Counter(line.split("file=")[1].split(",")[0] for line in rest)
    assert sorted(shares.values()) == [2, 2, 2, 3]
    assert Counter(line.split(" ")[0] for line in lines)["::warning"] <= 10


def test_what_the_gate_asks_stands_before_the_findings() -> None:
    lines = annotations(CARD, missed=((Failing("min-score", "还差 14.5"),),))
    assert "未通过门槛 1 项" in lines[0]
    assert "::error file=qingchuan-2023.txt,title=scorer check min-score::还差 14.5" in lines
    findings = [line for line in lines[1:] if "title=提示" not in line]
    assert findings[0].endswith("还差 14.5")
    assert "通过门槛" in annotations(CARD, missed=((),))[0]
    assert "门槛" not in annotations(CARD)[0]


def test_more_failures_than_are_shown_are_counted() -> None:
    failing = tuple(Failing("require", f"{at}") for at in range(12))
    lines = annotations(CARD, missed=(failing,), failures=(FAILURE,))
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 9
    assert "另有 5 处未列出" in errors[-1]  # 13 in all, 8 shown
    assert not any("2.1.3" in line for line in lines)


def test_annotations_begin_with_the_worst() -> None:
    titles = [line.split("title=")[1].split(" ")[0] for line in shown("github", CARD).splitlines()[1:]]
    assert titles.pop(0).startswith("提示::")
    assert titles == ["C.1", "2.1.3", "2.1.4", "audit/sum", "1.1.2", "2.1.2"]


def test_annotations_point_at_line_and_column() -> None:
    card = replace(scored(), items=tuple(item for item in scored().items if item.id == "5.2.2"), audit=())
    line = shown("github", card).splitlines()[-1]
    words = "全县行政机关负责人出庭应诉率为85%。"
    start = REPORT.split("\n")[4].index(words) + 1
    place = f"line=5,endLine=5,col={start},endColumn={start + len(words)}"
    assert line.startswith(f"::notice file=草稿/county report.txt,{place},title=5.2.2 负责人出庭应诉::")


@pytest.mark.parametrize("name", ["csv", "github", "junit", "sarif"])
def test_what_was_not_read_is_told(name: str) -> None:
    lost = "第3页没有文字层，未能读取"
    assert lost in shown(name, replace(CARD, warnings=(Note("scanned_pages", lost),)))
    assert lost not in shown(name, CARD)


def test_no_words_of_a_report_can_forge_a_command() -> None:
    words = "坏\n::error file=x::伪造\r\n::set-output name=a::b,c:d%0A"
    text = shown("github", hostile_card(words), failures=(Failure(words, words),))
    assert all(COMMAND.fullmatch(line) for line in text.split("\n") if line)
    assert text.count("\n::set-output") == 0
    assert "%250A" in text
    for line in filter(None, text.split("\n")):
        properties = COMMAND.fullmatch(line)
        assert properties is not None
        assert all(re.fullmatch(r"\w+=[^,:]*", part) for part in properties[2].split(","))


# ------------------------------------------------------------------------------------------------ CSV


def rows(content: str) -> list[dict[str, str]]:
    assert content.startswith("\ufeff")
    assert "\r\n" in content
    return list(csv.DictReader(io.StringIO(content[1:], newline="")))


def test_csv_has_one_row_for_each_item_with_what_a_form_asks() -> None:
    found = rows(shown("csv", CARD))
    assert [row["序号"] for row in found if row["序号"]] == [item.id for item in CARD.items]
    first = found[0]
    assert tuple(first) == HEAD
    assert (first["分值"], first["自动评分"], first["状态"], first["级别"]) == ("1", "1", "达到", "县级")
    decided = next(row for row in found if row["序号"] == "2.1.4")
    assert decided["复核意见"] == "李复核 2024-05-06 定为“未见”，程序判为“部分”：附件中也没有。"


@pytest.mark.parametrize("start", ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_cells_that_would_run_are_neutralised(start: str) -> None:
    for row in rows(shown("csv", hostile_card(start), failures=(Failure(start, start),))):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell
            assert not re.match(r"-(?!\d+(\.\d+)?$)", cell), cell
    assert neutral(start) == "'" + start


def test_csv_leaves_plain_numbers_alone() -> None:
    assert [neutral(cell) for cell in ("-3", "12.5", "报告", "")] == ["-3", "12.5", "报告", ""]


def test_csv_tells_of_a_report_that_could_not_be_read() -> None:
    last = rows(shown("csv", CARD, failures=(FAILURE,)))[-1]
    assert (last["报告"], last["状态"], last["原因"]) == ("坏.pdf", "未能读取", FAILURE.message)
