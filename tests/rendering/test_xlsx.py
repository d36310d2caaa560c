"""The workbook as openpyxl reads it back: values and their types, what makes a sheet handy, what must stay inert."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from scorer.rendering import Failure, Options, render
from scorer.rendering.office import fitting, packed
from scorer.rules.model import Status
from scorer.scoring.model import Decision, PlaceRow, Scorecard
from tests.rendering.cards import CARD, hostile_card

# openpyxl does not know the second, richer description of data bars that Excel 2010 and later read.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

FAILURE = Failure("坏.pdf", "没有文字层")
OTHER = replace(CARD, stamp=replace(CARD.stamp, report_name="other-2023.txt"))


def content_of(*cards: Scorecard, detail: Any = None, failures: tuple[Failure, ...] = ()) -> bytes:
    content = render(cards, "xlsx", Options(detail), failures)
    assert isinstance(content, bytes)
    return content


def book_of(*cards: Scorecard, **more: Any) -> Any:
    return load_workbook(BytesIO(content_of(*cards, **more)))


def records(sheet: Any) -> list[dict[str, Any]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def item_of(card: Scorecard, item_id: str, **more: Any) -> dict[str, Any]:
    return next(row for row in records(book_of(card, **more)["指标"]) if row["序号"] == item_id)


# ------------------------------------------------------------------------------------------ what it tells


def test_sheets_come_with_the_detail_that_is_asked_for() -> None:
    assert book_of(CARD).sheetnames == ["汇总", "指标", "证据", "勾稽"]
    assert book_of(CARD, detail="items").sheetnames == ["汇总", "指标", "勾稽"]
    assert book_of(CARD, detail="summary").sheetnames == ["汇总", "指标"]


def test_the_summary_has_the_total_as_numbers() -> None:
    sheet = book_of(CARD)["汇总"]
    assert sheet["A1"].value == "青川县人民政府关于2023年度法治政府建设情况的报告"
    names, values = ([cell.value for cell in sheet[row]] for row in (2, 3))
    assert dict(zip(names, values, strict=True)) == {
        "总分": 65.5,
        "满分": 100,
        "等次": "中等",
        "区间下限": 58,
        "区间上限": 83,
        "基础分": 65,
        "加分": 1,
        "扣分": 0.5,
        "需复核项数": 1,
    }
    assert sheet["A3"].number_format == "0.00"


def test_the_summary_has_dimensions_facts_warnings_and_stamp() -> None:
    cells = [[cell for cell in row if cell is not None] for row in book_of(CARD)["汇总"].values if any(row)]
    # 1.75 of 2.5 points, one item met, one partial, none unmet, one that does not apply
    assert ["1 政府职能", 1.75, 2.5, 0.75, 0.7, 1, 1, 0, 1] in cells
    # 1.75 + 2.75 + 2 of the 2.5 + 6.5 + 2 points
    assert next(row for row in cells if row[0] == "合计")[1:4] == [6.5, 11, 4.5]
    assert ["地区", "青川县", "级别", "县级"] in cells
    assert ["文号", "没有写明", "成文日期", "2024-02-20"] in cells
    assert ["提示", "没有找到发文字号。"] in cells
    assert ["数字勾稽", "查 3 处：相符 1，不符 1，待核 1"] in cells
    assert ["评分程序", "scorer 0.1.0"] in cells
    assert any("ab" * 32 in str(cell) for row in cells for cell in row)


def test_an_item_has_the_columns_of_the_published_form() -> None:
    row = item_of(CARD, "2.1.3")
    assert list(row)[:15] == [
        "考评项目",
        "序号",
        "考评内容",
        "分值",
        "考评标准",
        "自动评分",
        "状态",
        "把握",
        "需复核",
        "证据",
        "位置",
        "扣分原因",
        "怎样补分",
        "复核分",
        "复核人",
    ]
    assert row["考评项目"] == "2 行政执法与争议化解"
    assert (row["分值"], row["自动评分"], row["状态"]) == (2, 0, "未见")
    assert row["证据"] == "〔不计：问题段〕一些单位行政执法公示还不及时"
    assert row["扣分原因"] == "只在问题部分提到执法公示，没有写明已做的公示。"
    assert row["怎样补分"] == "写明执法公示的平台和公示条数。"
    assert (row["复核分"], row["复核人"]) == (None, None)


def test_what_lost_nothing_has_no_reason_for_a_loss_and_what_does_not_apply_has_no_score() -> None:
    met, not_applicable = item_of(CARD, "1.1.1"), item_of(CARD, "1.1.3")
    assert (met["扣分原因"], met["怎样补分"]) == (None, None)
    assert "共 2 处，见“证据”" in met["证据"]
    assert (not_applicable["自动评分"], not_applicable["状态"]) == (None, "不适用")


def test_a_deduction_is_below_zero_and_tells_its_reason() -> None:
    row = item_of(CARD, "C.1")
    assert (row["自动评分"], row["状态"]) == (-0.5, "扣分")
    assert "66件" in row["扣分原因"]
    assert item_of(CARD, "C.2")["自动评分"] == 0


def test_a_decision_stands_beside_the_verdict_of_the_program() -> None:
    row = item_of(CARD, "2.1.4")
    assert (row["人工结论"], row["程序结论"]) == ("未见", "部分")
    assert (row["决定人"], row["决定日期"], row["决定理由"]) == ("李复核", "2024-05-06", "附件中也没有。")
    assert row["复核人"] is None
    expired = Decision(Status.MET, "王", "2024-01-01", "见附件", Status.UNMET, "expired", "2024-02-01")
    items = tuple(replace(item, decision=expired if item.id == "1.1.1" else None) for item in CARD.items)
    reason = item_of(replace(CARD, items=items), "1.1.1")["决定理由"]
    assert reason == "〔已过有效期，未采用〕见附件（有效至 2024-02-01）"
    undecided = replace(CARD, items=tuple(replace(item, decision=None) for item in CARD.items))
    assert "人工结论" not in item_of(undecided, "1.1.1")


def test_every_evidence_value_and_refusal_has_a_row_with_its_place() -> None:
    rows = records(book_of(CARD)["证据"])
    for use, count in (
        ("计入", sum(len(item.evidence) for item in CARD.items)),
        ("数值", sum(len(item.values) for item in CARD.items)),
        ("不计", sum(len(item.rejected) for item in CARD.items)),
    ):
        assert sum(row["采用"] == use for row in rows) == count > 0
    counted = next(row for row in rows if row["序号"] == "2.1.1" and row["怎样找到"] == "近似")
    assert counted["说明"] == "相似度 89"
    assert (counted["原文"], counted["行"], counted["列"]) == ("办理行政复议案件65件", 6, 13)
    refused = next(row for row in rows if row["序号"] == "1.1.2" and row["采用"] == "不计")
    assert (refused["说明"], refused["段落"]) == ("计划段：“下一步”之后的打算", "计划")
    assert refused["所在标题"] == "三、下一步打算"
    value = next(row for row in rows if row["采用"] == "数值" and row["序号"] == "2.1.2")
    assert value["说明"] == "负责人出庭应诉率 约80～84%（够半分线）"


def test_evidence_that_is_not_listed_is_told() -> None:
    first = replace(CARD.items[0], evidence_left_out=7)
    card = replace(CARD, items=(first, *CARD.items[1:]))
    rows = [row for row in records(book_of(card)["证据"]) if row["序号"] == first.id]
    assert rows[-1]["说明"] == "另有 7 处依据未列出"
    assert "共 9 处" in item_of(card, first.id)["证据"]


def test_a_place_in_the_container_has_its_own_column() -> None:
    report = replace(CARD.report, places=(PlaceRow(0, len(CARD.text) or 10_000, "第3页"),))
    assert {row["出处"] for row in records(book_of(replace(CARD, report=report))["证据"])} == {"第3页"}


def test_the_audit_has_the_numbers_as_numbers() -> None:
    first, second, _ = records(book_of(CARD)["勾稽"])
    assert (first["结论"], first["关系"], first["报告写明"], first["由其他数算得"]) == (
        "不符",
        "合计",
        65,
        66,
    )
    assert (second["结论"], second["由其他数算得"]) == ("待核", None)


def test_a_number_that_a_spreadsheet_cannot_hold_is_written_out() -> None:
    for huge, shown in (("1E+999999999", "1E+999999999"), ("12345678901234567", "12345678901234567")):
        row = replace(CARD.audit[0], stated=Decimal(huge), computed=Decimal("NaN"))
        (told,) = records(book_of(replace(CARD, audit=(row,)))["勾稽"])
        assert (told["报告写明"], told["由其他数算得"]) == (shown, "NaN")


# ---------------------------------------------------------------------------------------- several reports


def test_several_reports_have_an_overview_and_a_column_that_names_them() -> None:
    book = book_of(CARD, OTHER, failures=(FAILURE,))
    assert book.sheetnames == ["总览", "汇总", "指标", "证据", "勾稽"]
    names = [card.stamp.report_name for card in (CARD, OTHER)]
    overview = records(book["总览"])
    assert [row["报告"] for row in overview] == [*names, "坏.pdf"]
    assert (overview[0]["总分"], overview[0]["勾稽不符"], overview[0]["年度"]) == (65.5, 1, 2023)
    assert (overview[2]["总分"], overview[2]["未能评分的原因"]) == (None, "没有文字层")
    for name in ("指标", "证据", "勾稽"):
        assert list(dict.fromkeys(row["报告"] for row in records(book[name]))) == names
    titles = [cell.value for cell in book["汇总"]["A"]].count(CARD.report.title)
    assert titles == 2
    assert len(book["汇总"].row_breaks.brk) == 1


def test_reports_that_all_failed_still_give_a_workbook() -> None:
    book = book_of(failures=(FAILURE,))
    assert book.sheetnames == ["总览"]
    assert records(book["总览"])[0]["报告"] == "坏.pdf"
    assert book_of(CARD, failures=(FAILURE,)).sheetnames[0] == "总览"


# ---------------------------------------------------------------------------------- what makes it handy


@pytest.mark.parametrize(("name", "frozen"), [("指标", "D2"), ("证据", "D2"), ("勾稽", "C2")])
def test_tables_are_frozen_filtered_and_printed_on_a4(name: str, frozen: str) -> None:
    sheet = book_of(CARD)[name]
    assert sheet.freeze_panes == frozen
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.print_area.replace("$", "").endswith(sheet.dimensions)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    # one page wide, which is the default and not written, and as many high as it takes
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_words_wrap_in_rows_that_are_high_enough() -> None:
    sheet = book_of(CARD)["指标"]
    cell = sheet["E2"]  # the criterion of 1.1.1: 33 wide characters and more in a column of 32 half ones
    assert cell.alignment.wrap_text
    assert sheet.row_dimensions[2].height > 30
    assert sheet.row_dimensions[1].height is None
    assert sheet.column_dimensions["J"].width > 35


def test_scores_are_numbers_and_ids_stay_text() -> None:
    card = replace(CARD, items=(replace(CARD.items[0], id="1.10"),))
    sheet = book_of(card)["指标"]
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].number_format) == ("1.10", "s", "@")
    assert (sheet["D2"].data_type, sheet["D2"].number_format) == ("n", "0.00")


def test_states_colour_their_cells_as_long_as_they_say_so() -> None:
    sheet = book_of(CARD)["指标"]
    rules = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb
        for cells in sheet.conditional_formatting
        if str(cells.sqref).startswith("G")
        for rule in cells.rules
    }
    assert rules['"达到"'] != rules['"未见"'] != rules['"部分"']
    assert rules['"扣分"'] == rules['"未见"']
    assert {f'"{row["状态"]}"' for row in records(sheet)} <= set(rules)
    (rate,) = book_of(CARD)["汇总"].conditional_formatting
    assert rate.rules[0].type == "dataBar"


def test_a_persons_score_is_asked_to_stay_within_the_points() -> None:
    (rule,) = book_of(CARD)["指标"].data_validations.dataValidation
    assert (rule.type, rule.formula2, rule.errorStyle) == ("decimal", "$D2", "warning")
    assert str(rule.sqref) == f"N2:N{len(CARD.items) + 1}"
    (shifted,) = book_of(CARD, OTHER)["指标"].data_validations.dataValidation
    assert (shifted.formula2, str(shifted.sqref)) == ("$E2", f"O2:O{2 * len(CARD.items) + 1}")


# -------------------------------------------------------------------------------------- what must not happen


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "http://x.y/", "{=1}"])
def test_no_words_become_a_formula_or_a_link(words: str) -> None:
    book = book_of(hostile_card(words), failures=(Failure(words, words),))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert sum(cell.value == words for cell in cells) > 20
    for cell in cells:
        assert cell.data_type in "sn"
        assert cell.hyperlink is None
        if isinstance(cell.value, str) and cell.value[0] in "=+-@":
            assert cell.quotePrefix  # it stays a string when somebody edits it


def test_no_character_breaks_the_file() -> None:
    words = "".join(map(chr, range(0x20))) + "\x7f\x9b\u202e\ud800\udfff\ufffe\uffff_x0041_\U0001f600"
    content = content_of(hostile_card(words), failures=(Failure(words, words),))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    told = item_of(hostile_card(words), "1.1.1")["考评内容"]
    assert "\u202e" not in told
    assert "_x0041_" in told.replace("_x005F_x0041_", "_x0041_")
    assert told.endswith("\U0001f600")


@pytest.mark.parametrize("sign", ["字", "\U0001f600", "长word "])
def test_a_cell_that_is_too_long_is_cut_and_says_so(sign: str) -> None:
    card = hostile_card(sign * 40_000)
    for sheet in book_of(card):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    assert len(cell.value.encode("utf-16-le")) // 2 <= 32_767
    quotes = [row["原文"] for row in records(book_of(card)["证据"]) if row["采用"] == "计入"]
    assert all(quote.startswith(sign * 1000) and quote.endswith("…（太长，以下略）") for quote in quotes)


def test_a_text_that_just_fits_is_left_alone() -> None:
    assert fitting("字" * 20, 20) == "字" * 20
    assert fitting("字" * 21, 20) == "字" * 11 + "…（太长，以下略）"
    assert len(fitting("\U0001f600" * 20, 20).encode("utf-16-le")) // 2 <= 20


def test_the_same_cards_give_the_same_bytes_without_a_clock() -> None:
    content = content_of(CARD, OTHER)
    assert content == content_of(CARD, OTHER)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r">(\d{4}-[^<]*)<", core)) == {"1980-01-01T00:00:00Z"}
    assert packed(content) == packed(packed(content))
