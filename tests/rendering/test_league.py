"""Summaries of many reports: ranks, possible ranks, gaps; and each file of the summary read back by a consumer."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

import openpyxl
import pytest
from markdown_it import MarkdownIt

from scorer.i18n import LANGUAGES, use_language
from scorer.reading.own import is_own
from scorer.rendering import render
from scorer.rendering.interface import Failure
from scorer.rendering.league import (
    SUMMARIES,
    Head,
    League,
    Row,
    Summary,
    make_league,
    row_from,
    row_of,
    row_values,
)
from scorer.rendering.league.outcome import league_text
from scorer.rendering.league.rows import HeadItem
from scorer.rendering.saved import parse_scorecards
from scorer.rendering.wrap import cells
from scorer.structure.model import Level
from tests.rendering.cards import CARD, hostile_card

HEAD = Head(
    id="small",
    title="小体系",
    version="1.0.0",
    sha256="ab" * 32,
    dimensions=(("1", "执法"), ("2", "决策")),
    items=(
        HeadItem("1.1", "执法公示", "1", "base", Decimal("2")),
        HeadItem("1.2", "执法记录", "1", "base", Decimal("3")),
        HeadItem("2.1", "决策目录", "2", "format", Decimal("1")),
        HeadItem("B.1", "受表彰", "B", "bonus", Decimal("1")),
        HeadItem("C.1", "瞒报", "C", "deduction", Decimal("5")),
    ),
)


def row(
    name: str,
    points: str = "60",
    low: str | None = None,
    high: str | None = None,
    *,
    level: Level | None = Level.COUNTY,
    year: int | None = 2021,
    rates: tuple[str | None, str | None] = ("0.5", "0.25"),
    states: str = "mpuuu",
    doubtful: bool = False,
    sha256: str = "",
    file: str = "",
) -> Row:
    return Row(
        report=file or f"{name}.txt",
        card=f"{name}.json",
        place=name,
        issuer=None,
        level=level,
        year=year,
        points=Decimal(points),
        low=Decimal(low or points),
        high=Decimal(high or points),
        grade="合格",
        rates=tuple(None if rate is None else Decimal(rate) for rate in rates),
        states=states,
        review=2,
        contradictions=1,
        warnings=0,
        doubtful=doubtful,
        sha256=sha256,
    )


def league(*rows: Row, failures: tuple[Failure, ...] = (), missing: int = 0) -> League:
    return make_league([(HEAD, rows)], failures, missing)


def ranks(*rows: Row) -> dict[str, tuple[int, int, int]]:
    (group,) = league(*rows).tables[0].groups
    return {placed.row.name: (placed.rank, placed.best, placed.worst) for placed in group.placed}


def test_intervals_that_do_not_touch_leave_one_possible_rank() -> None:
    made = ranks(row("甲", "50", "45", "55"), row("乙", "80", "75", "85"), row("丙", "65", "60", "70"))
    assert made == {"乙": (1, 1, 1), "丙": (2, 2, 2), "甲": (3, 3, 3)}


def test_whose_intervals_overlap_may_change_places() -> None:
    made = ranks(row("甲", "70", "60", "80"), row("乙", "65", "55", "75"), row("丙", "30", "20", "40"))
    assert made == {"甲": (1, 1, 2), "乙": (2, 1, 2), "丙": (3, 3, 3)}


def test_a_wide_interval_reaches_over_several() -> None:
    made = ranks(row("甲", "90"), row("乙", "70"), row("丙", "50"), row("丁", "60", "40", "95"))
    assert made["丁"] == (3, 1, 4)
    assert made["甲"] == (1, 1, 2)
    assert made["丙"] == (4, 3, 4)


def test_equal_points_share_a_rank_and_the_next_is_left_out() -> None:
    made = ranks(row("甲", "70"), row("乙", "70"), row("丙", "60"))
    assert made == {"甲": (1, 1, 1), "乙": (1, 1, 1), "丙": (3, 3, 3)}


def test_whose_intervals_only_touch_may_share_the_better_rank() -> None:
    made = ranks(row("甲", "70", "65", "75"), row("乙", "60", "55", "65"))
    assert made == {"甲": (1, 1, 1), "乙": (2, 1, 2)}


def test_levels_and_years_are_ranked_apart_and_the_unknown_last() -> None:
    groups = (
        league(
            row("无", level=None),
            row("县二", year=2022),
            row("县", "10"),
            row("省", level=Level.PROVINCE),
            row("不明", year=None),
        )
        .tables[0]
        .groups
    )
    assert [(group.level, group.year) for group in groups] == [
        (Level.PROVINCE, 2021),
        (Level.COUNTY, 2021),
        (Level.COUNTY, 2022),
        (Level.COUNTY, None),
        (None, 2021),
    ]
    assert all(group.placed[0].rank == 1 for group in groups)


def test_means_leave_out_where_a_dimension_does_not_apply() -> None:
    (group,) = (
        league(
            row("甲", "80", rates=("0.4", None)),
            row("乙", "40", rates=("0.8", None)),
            row("丙", "60", rates=("0.6", "1")),
        )
        .tables[0]
        .groups
    )
    assert group.rates == (Decimal("0.6"), Decimal("1"))
    assert (group.mean, group.median) == (60, 60)


def test_gaps_are_counted_where_they_apply_and_the_commonest_is_first() -> None:
    table = league(
        row("甲", states="mupuu"),
        row("乙", states="muumu"),
        row("丙", states="mnuup"),
        row("丁", states="ppuuu"),
    ).tables[0]
    assert [(gap.item.id, gap.applicable, gap.met, gap.partial, gap.unmet) for gap in table.gaps] == [
        ("2.1", 4, 0, 1, 3),
        ("1.2", 3, 0, 1, 2),
        ("1.1", 4, 3, 1, 0),
    ]
    assert [(gap.item.id, gap.partial) for gap in table.deductions] == [("C.1", 1)]


def test_what_is_no_report_has_no_rank_and_moves_no_gap() -> None:
    table = league(row("甲", states="mmmuu"), row("说明", states="uuuuu", doubtful=True)).tables[0]
    assert [placed.row.name for group in table.groups for placed in group.placed] == ["甲"]
    assert [one.name for one in table.doubtful] == ["说明"]
    assert table.gaps[0].unmet == 0


def test_a_department_is_called_by_its_own_name() -> None:
    bureau = replace(row("大冶市"), level=Level.DEPARTMENT, issuer="大冶市司法局")
    assert bureau.name == "大冶市司法局"
    assert replace(bureau, level=Level.COUNTY).name == "大冶市"
    assert replace(bureau, place=None, issuer=None).name == "大冶市.txt"


@pytest.mark.parametrize("card", [CARD, hostile_card()], ids=["plain", "hostile"])
def test_a_saved_scorecard_gives_the_row_of_the_fresh_one(card: object) -> None:
    content = render(card, "json")  # type: ignore[arg-type]
    assert isinstance(content, str)
    (saved,) = parse_scorecards(content.encode("utf-8"), "card.json")
    assert row_of(saved, "a.txt", "a.json") == row_of(card, "a.txt", "a.json")  # type: ignore[arg-type]


def test_a_row_survives_json_and_a_damaged_one_is_refused() -> None:
    fresh = row_of(hostile_card(), "a.txt", "a.json")
    told = json.loads(json.dumps(row_values(fresh)))
    assert row_from(told) == fresh
    for key, wrong in (
        ("total", ["NaN", "0", "0"]),
        ("total", ["1", "2"]),
        ("states", "mx"),
        ("level", "moon"),
        ("report", None),
        ("rates", [0.5]),
    ):
        with pytest.raises((ValueError, KeyError, TypeError)):
            row_from({**told, key: wrong})


def test_counts_of_a_card_are_those_of_its_items() -> None:
    made = row_of(CARD, "a.txt")
    assert made.review == sum(item.review for item in CARD.items)
    assert made.contradictions == sum(r.holds is False and r.severity == "warning" for r in CARD.audit)
    assert len(made.states) == len(CARD.items)


WORDS = "<script>alert(1)</script>\x1b[31m|=cmd|' /C calc'!A0\u202e`*" + "字" * 10_000
HOSTILE = league(
    row(WORDS, "70", "60", "80"),
    replace(row("=1+1", "65", "50", "75"), grade="@SUM(A1)", report="\ud800.txt"),
    row("-说明", doubtful=True),
    failures=(Failure(WORDS, "+bad"),),
    missing=3,
)


def content(name: str, made: League = HOSTILE) -> str | bytes:
    return next(summary for summary in SUMMARIES if summary.file == name).render(made)


def text(name: str, made: League = HOSTILE) -> str:
    found = content(name, made)
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("name", [summary.file for summary in SUMMARIES])
@pytest.mark.parametrize("made", [HOSTILE, league(), make_league([])], ids=["hostile", "no rows", "nothing"])
def test_the_same_league_gives_the_same_bytes(name: str, made: League) -> None:
    assert content(name, made) == content(name, made)


@pytest.mark.parametrize("name", ["summary.csv", "summary.md", "summary.html"])
def test_nothing_of_a_report_steers(name: str) -> None:
    shown = text(name)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    shown.encode("utf-8")


def test_csv_has_all_reports_ranked_or_not_and_runs_no_formula() -> None:
    made = league(row("甲", "70"), row("丙", doubtful=True), failures=(Failure("乙.txt", "is empty"),))
    head, *rows = csv.reader(io.StringIO(text("summary.csv", made).removeprefix("\ufeff")))
    cells = [dict(zip(head, one, strict=True)) for one in rows]
    assert [(one["单位"], one["名次"], one["总分"], one["1 执法"]) for one in cells] == [
        ("甲", "1", "70", "0.5"),
        ("丙", "", "60", "0.5"),
        ("", "", "", ""),
    ]
    assert (cells[2]["等次"], cells[2]["报告"], cells[2]["说明"]) == ("未能评分", "乙.txt", "is empty")
    hostile = list(csv.reader(io.StringIO(text("summary.csv"))))
    assert not [cell for one in hostile[1:] for cell in one if cell[:1] in ("=", "+", "-", "@")]


def test_item_csv_tells_counts_and_shares() -> None:
    made = league(row("甲", states="muuuu"), row("乙", states="uunuu"))
    head, *rows = csv.reader(io.StringIO(text("summary-items.csv", made).removeprefix("\ufeff")))
    by_id = {one[head.index("序号")]: dict(zip(head, one, strict=True)) for one in rows}
    assert by_id["1.1"]["未见率"] == "0.5"
    assert by_id["2.1"]["适用份数"] == "1"
    assert "B.1" not in by_id


def test_json_tells_everything() -> None:
    made = json.loads(text("summary.json"))
    (table,) = made["frameworks"]
    (group,) = table["groups"]
    assert made["schema"] == "league/1"
    assert made["missing"] == 3
    assert [one["rank"] for one in group["reports"]] == [1, 2]
    assert group["reports"][0]["name"] == WORDS
    assert group["reports"][0]["worst_rank"] == 2
    assert [one["name"] for one in table["not_reports"]] == ["-说明"]
    assert made["errors"] == [{"name": WORDS, "message": "+bad"}]


def test_markdown_tables_keep_their_columns_and_carry_no_markup() -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(text("summary.md"))
    inline = [child.type for token in tokens for child in token.children or ()]
    assert {"html_inline", "image", "link_open", "code_inline"}.isdisjoint(inline)
    assert "html_block" not in [token.type for token in tokens]
    shown = parser.render(text("summary.md"))
    rows = shown.split("<tr>")[1:]
    assert {one.count("<td>") + one.count("<th>") for one in rows} == {9, 6, 2}
    assert "还缺 3 份" in shown


def test_long_leagues_are_cut_and_say_so() -> None:
    made = league(*(row(f"县{number}", str(number % 90)) for number in range(600)))
    assert "其余 550 行" in text("summary.md", made)
    assert "其余 100 份见 summary.csv" in text("summary.html", made)
    assert text("summary.csv", made).count("\r\n") == 601


class _Page(HTMLParser):
    """Which elements and attributes a page has, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def test_html_has_no_script_and_asks_for_nothing() -> None:
    page = _Page()
    page.feed(text("summary.html"))
    assert "script" not in page.tags
    assert "<script>alert(1)</script>" in page.words
    policy = next(
        value for name, value in page.attributes if name == "content" and value and "default-src" in value
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    links = [value for name, value in page.attributes if name in ("href", "src")]
    assert all(value and value.startswith(("./", "data:,")) for value in links)


def test_html_shades_say_their_number_in_words() -> None:
    page = _Page()
    page.feed(text("summary.html", league(row("甲", rates=("1", "0.07")))))
    classes = [value for name, value in page.attributes if name == "class" and value]
    assert "heat h10" in classes
    assert "heat h0" in classes
    assert "100.0%" in page.words
    assert "7.0%" in page.words


def test_html_links_lead_to_the_scorecard_whatever_it_is_called() -> None:
    page = _Page()
    page.feed(text("summary.html", league(replace(row("甲"), card='java:"x" #1.json'))))
    links = [value for name, value in page.attributes if name == "href" and value != "data:,"]
    assert links == ["./java%3A%22x%22%20%231.json"]


def test_workbook_is_read_back_with_numbers_as_numbers() -> None:
    made = league(
        row("甲", "70", "60", "80"),
        replace(row("=1+1", "65"), grade="@SUM(A1)"),
        failures=(Failure("乙.txt", "is empty"),),
    )
    data = content("summary.xlsx", made)
    assert isinstance(data, bytes)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["说明", "排名", "短板", "未能评分"]
    head, first, second = list(book["排名"].values)
    one = dict(zip(head, first, strict=True))
    assert (one["单位"], one["名次"], one["总分"], one["最低"], one["1 执法"]) == ("甲", 1, 70, 60, 0.5)
    assert second[head.index("单位")] == "=1+1"
    assert book["排名"].cell(3, head.index("单位") + 1).data_type == "s"
    assert list(book["未能评分"].values)[1] == ("乙.txt", "is empty")


def test_workbook_of_hostile_words_opens() -> None:
    data = content("summary.xlsx")
    assert isinstance(data, bytes)
    assert "排名" in openpyxl.load_workbook(io.BytesIO(data)).sheetnames


def test_two_frameworks_have_a_sheet_each() -> None:
    other = replace(HEAD, id="other", title="另一体系")
    made = make_league([(HEAD, [row("甲")]), (other, [row("甲", "90")])])
    data = content("summary.xlsx", made)
    assert isinstance(data, bytes)
    names = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert names == ["说明", "排名 1", "短板 1", "排名 2", "短板 2"]
    assert [table["id"] for table in json.loads(text("summary.json", made))["frameworks"]] == [
        "small",
        "other",
    ]


def test_the_outcome_on_screen_keeps_its_width_and_names_what_is_missing() -> None:
    shown = league_text(HOSTILE, 1, ["out/summary.html"], 60)
    assert "评分 3 份，未能评分 1 份，未评完 3 份" in shown.replace("\n", "")
    assert "沿用原来的结果" in shown.replace("\n", "")
    assert max(cells(line) for line in shown.splitlines()) <= 60
    assert "out/summary.html" in shown
    assert "\x1b" not in shown


def doubled() -> League:
    """甲 twice from one file, 乙 twice from two."""
    return league(
        row("甲", sha256="aa", file="in/甲.txt"),
        row("甲", sha256="aa", file="in/副本.txt"),
        row("乙", sha256="bb", file="in/乙/报告.txt"),
        row("乙", sha256="cc", file="in/乙/报告(终稿).txt"),
        row("丙", sha256="dd"),
        row("丙", sha256="ee", year=2020),
        row("丁", doubtful=True, sha256="aa"),
        row("戊"),
        row("己"),
    )


def test_one_report_under_two_names_is_told() -> None:
    (table,) = doubled().tables
    assert table.same == (("in/甲.txt", "in/副本.txt"),)
    told = json.loads(text("summary.json", doubled()))
    assert told["frameworks"][0]["same_reports"] == [["in/甲.txt", "in/副本.txt"]]
    hashes = {one["report"]: one["sha256"] for one in told["frameworks"][0]["groups"][-1]["reports"]}
    assert (hashes["in/甲.txt"], hashes["in/乙/报告.txt"]) == ("aa", "bb")


def test_names_that_several_rows_of_a_group_have_are_told() -> None:
    (table,) = doubled().tables
    assert [(group.year, group.doubled) for group in table.groups] == [
        (2020, frozenset()),
        (2021, {"甲", "乙"}),
    ]


@pytest.mark.parametrize("name", ["summary.md", "summary.html"])
def test_rows_of_one_name_are_told_apart_by_their_file(name: str) -> None:
    page = text(name, doubled()).replace("\\", "")
    for shown in ("甲（甲.txt）", "甲（副本.txt）", "乙（报告.txt）", "乙（报告(终稿).txt）"):
        assert shown in page
    assert "丙（" not in page
    assert "in/甲.txt、in/副本.txt是同一份报告，内容一字不差，各占一个名次。" in page
    assert "县级 · 2021年度（7份）：乙、甲不止一份报告。" in page


def test_the_screen_and_the_workbook_tell_of_doubles_too() -> None:
    assert "是同一份报告" in league_text(doubled(), 0, [], 100).replace("\n", "")
    book = openpyxl.load_workbook(io.BytesIO(content("summary.xlsx", doubled())))  # type: ignore[arg-type]
    assert any("是同一份报告" in str(cell.value) for (cell,) in book["说明"].iter_rows())


def test_many_doubles_are_cut_short() -> None:
    made = league(*(row("甲", sha256=str(number // 2), file=f"{number}.txt") for number in range(60)))
    page = text("summary.md", made)
    assert page.count("是同一份报告") == 20
    assert "另有 10 份报告也重复" in page


def test_deductions_have_columns_and_a_sheet_of_their_own() -> None:
    """Not to be found is good for them: they must not stand among the shares of what was not found."""
    made = league(row("甲", states="uuuum"), row("乙", states="uuuuu"), row("丙", states="uuuun"))
    head, *lines = csv.reader(io.StringIO(text("summary-items.csv", made).removeprefix("\ufeff")))
    (line,) = [dict(zip(head, line, strict=True)) for line in lines if line[1] == "C.1"]
    assert [line[name] for name in ("适用份数", "扣分", "轻微", "未扣", "扣分率")] == [
        "2",
        "1",
        "0",
        "1",
        "0.5",
    ]
    assert [line[name] for name in ("达到", "部分", "未见", "未见率", "部分率", "达到率")] == [""] * 6
    book = openpyxl.load_workbook(io.BytesIO(content("summary.xlsx", made)))  # type: ignore[arg-type]
    gaps = [row[0].value for row in book["短板"].iter_rows(min_row=2)]
    assert "C.1" not in gaps
    heads, only = (list(row) for row in book["扣分"].iter_rows(values_only=True))
    assert dict(zip(heads, only, strict=True))["扣分率"] == 0.5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("summary", SUMMARIES, ids=lambda summary: summary.file)
def test_summaries_are_known_as_ours(summary: Summary, language: str) -> None:
    with use_language(language):
        made = summary.render(doubled())
    assert is_own(made if isinstance(made, bytes) else made.encode("utf-8"))
