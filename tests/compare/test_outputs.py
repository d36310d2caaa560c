"""Every output of a comparison: complete, valid, the same twice, and inert whatever a report says."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from scorer.compare import Comparison, Subject, compare
from scorer.compare.model import By
from scorer.rendering.compare_formats import FORMATS, render_comparison
from scorer.rendering.compare_json import compare_schema
from scorer.rendering.interface import Failure, Options
from scorer.rendering.wrap import cells
from tests.compare.subjects import saved, seed, songpi, written
from tests.rendering.cards import hostile_card

VALIDATOR = Draft202012Validator(compare_schema())
FAILURE = Failure("坏.txt", "is <empty> =1+1")
EVIL = (
    "<script>alert(1)</script> =cmd|'/C calc'!A0 \x1b[31m红\u202e反\u2066 [red]x[/red] | **粗** "
    + "长" * 3000
)


def hostile() -> list[Subject]:
    """Two years in which each quoted part is hostile, and a card with hostile names."""
    plan = f"一是改造提升县法治文化公园大门广场 {EVIL[:80]}。"
    lines = (
        "办理复议案件<b>=1+1</b>40件。",
        f"推行首问负责限时办结延时服务三项措施群众办事便利{EVIL[:60]}。",
    )
    old = written(
        2020, *lines, "二、存在的问题", f"一是司法所办公用房条件较差{EVIL[:40]}。", "三、下一步打算", plan
    )
    new = written(
        2021, *lines, "二、存在的问题", f"一是司法所办公用房条件较差{EVIL[:40]}。", "三、下一步打算", plan
    )
    return [old, new]


@cache
def comparison(name: str) -> Comparison:
    sides: dict[str, tuple[list[Subject], By | None]] = {
        "years": ([songpi(2020), songpi(2021)], None),
        "places": ([seed("daye-2021"), seed("pingqiao-2021"), seed("wuzhong-2021")], None),
        "saved": ([saved(songpi(2020)), saved(songpi(2021))], None),
        "self": ([seed("daye-2021"), seed("daye-2021")], "places"),
        "hostile": (hostile(), None),
        "hostile cards": ([Subject(hostile_card()), Subject(hostile_card())], "places"),
        "hostile years": ([Subject(hostile_card()), Subject(hostile_card())], "years"),
    }
    subjects, by = sides[name]
    return compare(subjects, by)


ALL = ["years", "places", "saved", "self", "hostile", "hostile cards", "hostile years"]


def shown(name: str, format_name: str, **options: Any) -> Any:
    return render_comparison(comparison(name), format_name, Options(**options), "1.2.3", [FAILURE])


@pytest.mark.parametrize("name", ALL)
def test_json_keeps_its_schema(name: str) -> None:
    found = json.loads(shown(name, "json"))
    VALIDATOR.validate(found)
    assert found["errors"] == [{"name": FAILURE.name, "message": FAILURE.message}]
    assert (found["pairs"] is None) is (found["by"] == "places")
    assert (found["places"] is None) is (found["by"] == "years")


def test_the_schema_is_closed_everywhere() -> None:
    schema = compare_schema()
    Draft202012Validator.check_schema(schema)

    def objects(node: Any) -> list[Any]:
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        own = [node] if isinstance(node, dict) and node.get("type") == "object" else []
        return own + [found for part in inner for found in objects(part)]

    assert len(objects(schema)) > 20
    for place in objects(schema):
        assert place["additionalProperties"] is False
        assert set(place["required"]) == set(place["properties"])


def test_json_says_what_was_found() -> None:
    (pair,) = json.loads(shown("years", "json"))["pairs"]
    assert pair["plans"]["looked_for"] == len(pair["plans"]["matched"]) + len(pair["plans"]["open"]) == 8
    assert pair["plans"]["weighed_pairs"] < pair["plans"]["possible_pairs"]
    assert [one["difference"] for one in pair["growth"] if one["holds"] is False] == [2, -13]
    copies = pair["copies"]
    assert copies["share"] == pytest.approx(copies["characters"] / copies["of"], abs=1e-4)
    saved_pair = json.loads(shown("saved", "json"))["pairs"][0]
    assert saved_pair["plans"] is saved_pair["copies"] is None
    assert "没有报告正文" in saved_pair["unsaid"]


@pytest.mark.parametrize("format_name", ["terminal", "markdown", "html"])
def test_people_read_both_sides_with_their_places(format_name: str) -> None:
    page = re.sub(r"<[^>]+>|[\s\\]", "", shown("years", format_name, width=200))
    for words in (
        "松陂县逐年比较（2020—2021年）",
        "三是推行包容审慎监管，制定轻微违法行为不予处罚清单。",
        "出台《松陂县轻微违法行为不予处罚清单》",
        "成效部分没有找到对应的语句",
        "不等于没有做",
        "为+33%；报告写+20%，相差13个百分点" if format_name != "markdown" else "报告写+20%，相差13个百分点",
        "第16行第1列",
        "只换了数字",
        "坏.txt",
    ):
        assert words in page, words


@pytest.mark.parametrize("format_name", ["terminal", "markdown", "html"])
def test_places_are_ranked_in_bands_with_intervals(format_name: str) -> None:
    page = shown("places", format_name, width=120)
    for words in ("第1档", "可能名次", "信阳市平桥区", "维度对照", "一地独有与独缺", "中位数"):
        assert words in page


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    assert [line for line in shown(name, "terminal", width=width).splitlines() if cells(line) > width] == []


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_twice(name: str, format_name: str) -> None:
    assert shown(name, format_name) == shown(name, format_name)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("format_name", ["terminal", "markdown", "html", "json"])
def test_nothing_steers_a_terminal(name: str, format_name: str) -> None:
    page = shown(name, format_name)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.style = ""
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_data(self, data: str) -> None:
        self.style += data if self._in_style else ""

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False


@pytest.mark.parametrize("name", ALL)
def test_the_page_asks_for_nothing_and_runs_nothing(name: str) -> None:
    page = _Page()
    page.feed(shown(name, "html"))
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "iframe", "object", "form", "base", "b"}
    for _, attributes in page.tags:
        assert not any(key.startswith("on") or key == "style" for key in attributes)
        assert (attributes.get("href") or "#").startswith(("#", "data:,"))
    (policy,) = [one["content"] for _, one in page.tags if one.get("http-equiv") == "Content-Security-Policy"]
    digest = b64encode(sha256(page.style.encode("utf-8")).digest()).decode("ascii")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert f"style-src 'sha256-{digest}'" in policy
    anchors = [one["id"] for _, one in page.tags if one.get("id")]
    assert len(anchors) == len(set(anchors))
    assert {one["href"] for tag, one in page.tags if tag == "a"} <= {f"#{anchor}" for anchor in anchors}


@pytest.mark.parametrize("name", ALL)
def test_markdown_holds_no_markup_of_a_stranger(name: str) -> None:
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(shown(name, "markdown"))
    assert "<script" not in page
    assert "<b>" not in page
    assert set(re.findall(r"</?([a-z0-9]+)", page)) <= {
        *("h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td"),
        *("ul", "li", "strong", "blockquote", "hr"),
    }


@pytest.mark.parametrize("name", ALL)
def test_the_workbook_opens_and_holds_no_formula(name: str) -> None:
    book = load_workbook(BytesIO(shown(name, "xlsx")))
    assert book.sheetnames[0] == "概览"
    for page in book:
        assert len(page.title) <= 31
        for row in page.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_the_workbook_has_numbers_as_numbers_and_a_frozen_head() -> None:
    book = load_workbook(BytesIO(shown("places", "xlsx")))
    page = book["维度对照"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref
    rates = [cell.value for cell in page[2]][1:]
    assert all(isinstance(value, (int, float)) and 0 <= value <= 1 for value in rates)
    items = book["逐项对照"]
    assert items.max_row - 1 == len(seed("daye-2021").card.items)
    plans = next(
        page for page in load_workbook(BytesIO(shown("years", "xlsx"))) if page.title.startswith("计划兑现")
    )
    assert plans.max_row == 9


def test_notes_are_shown_to_everybody() -> None:
    other = songpi(2021)
    stamp = replace(other.card.stamp, framework_version="9.0.0")
    made = compare([songpi(2020), replace(other, card=replace(other.card, stamp=stamp))])
    for format_name in ("terminal", "markdown", "html", "json"):
        page = render_comparison(made, format_name, Options(), "1")
        assert isinstance(page, str)
        assert "指标体系版本不同" in page
    book = load_workbook(BytesIO(render_comparison(made, "xlsx", Options(), "1")))  # type: ignore[arg-type]
    assert any("指标体系版本不同" in str(row[1].value) for row in book["概览"].iter_rows())
