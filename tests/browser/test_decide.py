"""A person overrules a status in the page, and the file that it hands out is one that the program takes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from scorer.reading import read_file
from scorer.review.decisions import load_decisions
from scorer.rules.model import Status
from tests.browser.cards import WHOLE, malicious
from tests.browser.chromium import Page
from tests.browser.conftest import SEEDS, Opened, engine, seed

COURT = "#r1-i4"
RECORD = "#r1-i6"  # has a decision already


def begin(page: Page, item: str) -> None:
    page.click(f"{item} .head > button")
    page.click(f"{item} [name=decide]")


def fill(page: Page, item: str, **fields: str) -> None:
    for name, words in fields.items():
        field = f"document.querySelector('{item} .decide [name={name}]')"
        if name == "status" or name in ("date", "until"):
            page.run(f"{field}.value = '{words}'")
        else:
            page.run(f"{field}.select()")
            page.run(f"{field}.focus()")
            page.type(words)


def decide(page: Page, item: str, **fields: str) -> None:
    begin(page, item)
    fill(page, item, **fields)
    page.click(f"{item} .decide [type=submit]")


def test_the_exported_file_overrules_the_program(opened: Opened, tmp_path: Path) -> None:
    card = seed("daye-2021")
    index = next(at for at, row in enumerate(card.items) if row.status is Status.UNMET and row.kind == "base")
    item, row = f"#r1-i{index}", card.items[index]
    with opened(card) as page:
        decide(
            page, item, status="met", reason="附件二：\"清单\"已列出 # 见 a: b", by="张三", date="2022-03-01", until="2030-03-01"
        )  # fmt: skip
        assert "改判草稿：达到（张三 2022-03-01）" in page.text(f"{item} .draft")
        file = page.download(tmp_path / "out", lambda: page.click(".drafts [name=export]"))
    assert file.name == "daye-2021.decisions.yaml"
    decisions = load_decisions(file)
    (entry,) = decisions.entries
    assert (entry.report, decisions.framework) == ("daye-2021.txt", "rule-of-law-2021")
    assert (entry.item, entry.status, entry.by) == (row.id, Status.MET, "张三")
    assert entry.reason == '附件二："清单"已列出 # 见 a: b'
    assert (entry.on, entry.until) == (date(2022, 3, 1), date(2030, 3, 1))
    document = read_file(SEEDS / "daye-2021.txt")
    scored = engine().examine(document, decisions=decisions, as_of=date(2022, 3, 2)).scorecard
    assert scored.items[index].status is Status.MET
    assert scored.items[index].decision is not None
    assert scored.items[index].decision.state == "applied"
    assert scored.total.points > card.total.points


def test_what_was_decided_before_goes_into_the_file_too(opened: Opened, tmp_path: Path) -> None:
    with opened(WHOLE) as page:
        decide(page, COURT, status="unmet", reason="只有口头说法", by="王五", date="2024-06-01")
        assert "1 条，一并写入" in page.text(".drafts .tally")
        file = page.download(tmp_path / "out", lambda: page.click(".drafts [name=export]"))
    entries = {entry.item: entry for entry in load_decisions(file).entries}
    assert {name: (entry.status.value, entry.by) for name, entry in entries.items()} == {
        "2.1.2": ("unmet", "王五"),
        "2.1.4": ("unmet", "李复核"),
    }
    assert entries["2.1.2"].evidence == WHOLE.items[4].evidence_hash
    assert entries["2.1.4"].reason == "附件中也没有。"


def test_a_draft_replaces_what_was_decided_before(opened: Opened, tmp_path: Path) -> None:
    with opened(WHOLE) as page:
        decide(page, RECORD, status="partial", reason="补交了记录", by="王五", date="2024-06-01")
        file = page.download(tmp_path / "out", lambda: page.click(".drafts [name=export]"))
    (entry,) = load_decisions(file).entries
    assert (entry.item, entry.status, entry.by) == ("2.1.4", Status.PARTIAL, "王五")


def test_reason_name_and_date_are_required(opened: Opened) -> None:
    with opened(WHOLE) as page:
        begin(page, COURT)
        for field, words, message in (
            ("reason", "有附件", "请写明理由。"),
            ("by", "王五", "请写明姓名。"),
            ("date", "", "请写日期。"),
        ):
            if field == "date":
                fill(page, COURT, date="")
            page.click(f"{COURT} [type=submit]")
            assert page.text(f"{COURT} .wrong") == message
            assert page.run("document.activeElement.name") == field
            assert page.run("document.activeElement.getAttribute('aria-invalid')") == "true"
            if words:
                fill(page, COURT, **{field: words})
        fill(page, COURT, date="2024-06-02", until="2024-06-01")
        page.click(f"{COURT} [type=submit]")
        assert page.text(f"{COURT} .wrong") == "有效期不能早于日期。"
        assert page.count(".draft, .drafts") == 0
        fill(page, COURT, until="2024-06-02")
        page.click(f"{COURT} [type=submit]")
        assert page.count(".draft") == 1


def test_a_draft_can_be_changed_and_taken_back(opened: Opened) -> None:
    with opened(WHOLE) as page:
        decide(page, COURT, status="met", reason="有附件", by="王五", date="2024-06-01")
        assert page.text(f"{COURT} [name=decide]") == "修改改判"
        page.click(f"{COURT} [name=decide]")
        assert page.run(f"document.querySelector('{COURT} .decide [name=reason]').value") == "有附件"
        page.click(f"{COURT} .decide [name=withdraw]")
        assert page.count(".draft, .drafts, .decide") == 0
        assert page.text("#said") == "已撤销 2.1.2 的改判。"


def test_escape_leaves_the_form_and_the_keyboard_where_it_was(opened: Opened) -> None:
    with opened(WHOLE) as page:
        begin(page, COURT)
        assert page.run("document.activeElement.name") == "status"
        assert (
            page.run(f"document.querySelector('{COURT} [name=decide]').getAttribute('aria-expanded')")
            == "true"
        )
        page.press("Escape")
        assert page.count(".decide") == 0
        assert page.run("document.activeElement.name") == "decide"


def test_states_are_called_as_their_kind_calls_them(opened: Opened) -> None:
    with opened(WHOLE) as page:
        begin(page, "#r1-i11")  # a deduction
        options = page.run(
            "[...document.querySelectorAll('.decide option')].map(e => [e.value, e.textContent])"
        )
    assert options == [["met", "扣分"], ["partial", "轻微"], ["unmet", "未扣"], ["not_applicable", "不适用"]]


def test_words_that_nobody_sees_stay_out_of_the_file(opened: Opened, tmp_path: Path) -> None:
    with opened(WHOLE) as page:
        reason = '第一行\n第二行\t\u202e反\u200b零宽\ufeff\u2028分行 \\ "引" 😀 - [x] {y}'
        decide(page, COURT, status="met", reason=reason, by="王\u200b五", date="2024-06-01")
        file = page.download(tmp_path / "out", lambda: page.click(".drafts [name=export]"))
    entry = next(entry for entry in load_decisions(file).entries if entry.item == "2.1.2")
    assert entry.reason == '第一行 第二行 反零宽 分行 \\ "引" 😀 - [x] {y}'
    assert entry.by == "王五"


def test_drafts_outlive_the_page_where_the_browser_keeps_them(opened: Opened) -> None:
    with opened(WHOLE) as page:
        decide(page, COURT, status="met", reason="有附件", by="王五", date="2024-06-01")
        page.reload()
        kept = page.run("localStorage.length")
        assert page.count(".drafts li") == kept == 1


def test_a_browser_that_keeps_nothing_is_no_hindrance(opened: Opened, tmp_path: Path) -> None:
    refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    with opened(WHOLE, before=refuse) as page:
        decide(page, COURT, status="met", reason="有附件", by="王五", date="2024-06-01")
        file = page.download(tmp_path / "out", lambda: page.click(".drafts [name=export]"))
    assert len(load_decisions(file).entries) == 2


def test_drafts_on_other_evidence_or_of_another_shape_are_not_taken_up(opened: Opened) -> None:
    fields = {"status": "met", "reason": "a", "by": "b", "date": "2024-01-01", "until": ""}
    right = {"hash": WHOLE.items[4].evidence_hash, **fields}
    old = json.dumps(
        [
            [4, right | {"hash": "0" * 16}],
            [4, right | {"status": "toString"}],
            [4, right | {"by": 7}],
            [99, right],
            [5, right | {"hash": WHOLE.items[5].evidence_hash}],
        ]
    )
    keep = f"localStorage.setItem = () => 0; Storage.prototype.getItem = () => '{old}'"
    with opened(WHOLE, before=keep) as page:
        assert page.count(".draft") == page.count("#r1-i5 .draft") == 1


def test_names_of_malice_make_a_file_that_is_yaml_all_the_same(opened: Opened, tmp_path: Path) -> None:
    with opened(malicious()) as page:
        decide(page, COURT, status="met", reason="有附件", by="王五", date="2024-06-01")
        file = page.download(tmp_path / "out", lambda: page.click(".drafts [name=export]"))
    assert file.suffix == ".yaml"
    assert "window.__pwned" in file.read_text(encoding="utf-8")
