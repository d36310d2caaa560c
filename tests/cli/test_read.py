"""``scorer read``: the very text that offsets refer to, and what was understood of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scorer.reading import READERS
from scorer.reading.interface import Document, Source
from scorer.reading.manuscript import Manuscript
from tests.cli.conftest import SEEDS, Call

TITLE = "青山县人民政府关于2021年度法治政府建设情况的报告"
LINES = (TITLE, "一、工作开展情况", "全年组织学法12次。", "青山县人民政府", "2022年1月28日")


class Stub:
    """A container with two pages, a marked heading, a title of its own and a page that was not read."""

    name = "stub"

    def sniff(self, data: bytes, name: str) -> bool:
        return data == b"stub"

    def read(self, data: bytes, name: str) -> Document:
        made = Manuscript(data, name, self.name)
        for number, line in enumerate(LINES):
            made.add(line, place=f"第{number // 2 + 1}页", depth=1 if number == 1 else None)
        made.warn("unread_pages", "第4页没有文字")
        return made.finish(
            Source(title="\x1b网页标题", issuer="青山县司法局", url="https://www.example.gov.cn/")
        )


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    readers = {"stub": Stub(), **READERS}
    monkeypatch.setattr("scorer.reading.READERS", readers)
    path = tmp_path / "报告.stub"
    path.write_bytes(b"stub")
    return path


def read_json(call: Call, path: Path) -> Any:
    return json.loads(call("read", path, "--format", "json").out)


@pytest.mark.parametrize(
    "data",
    [
        "第一行\r\n第二行\r第三行\u2028第四行".encode(),
        "\ufeff标题\n\n\n  正文\u200b\x1b[31m\u202e\n".encode(),
        "统一行政执法证件\r\n".encode("gb18030"),
        "全年\ud800办理\n".encode("utf-16", "surrogatepass"),
    ],
)
def test_every_offset_is_one_into_what_is_printed(call: Call, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    printed = call("read", path).out
    shown = read_json(call, path)
    assert shown["text"] == printed
    assert "\r" not in printed
    assert "\x1b" not in printed
    for section in shown["sections"]:
        assert section["title"] in printed[section["start"] : section["end"]]
    assert "".join(printed[run["start"] : run["end"]] for run in shown["roles"]) == printed


def test_the_quotations_of_a_scorecard_stand_in_what_is_printed(call: Call) -> None:
    path = SEEDS / "suizhou-2019.txt"
    printed = call("read", path).out
    card = json.loads(call("score", path, "--format", "json").out)
    quotes = [found for item in card["items"] for found in (*item["evidence"], *item["rejected"])]
    assert len(quotes) > 50
    assert all(printed[found["start"] : found["end"]] == found["quote"] for found in quotes)


def test_the_text_of_a_file_goes_to_a_file_unchanged(call: Call, tmp_path: Path, daye: Path) -> None:
    target = tmp_path / "out" / "daye.txt"
    assert call("read", daye, "-o", target).code == 0
    assert target.read_bytes() == daye.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def test_json_holds_text_outline_places_headings_source_and_warnings(call: Call, stub: Path) -> None:
    shown = read_json(call, stub)
    text = "".join(line + "\n" for line in LINES)
    assert shown["text"] == text
    assert (shown["reader"], shown["name"]) == ("stub", str(stub))
    assert [(text[place["start"] : place["end"]], place["label"]) for place in shown["places"]] == [
        (f"{LINES[0]}\n{LINES[1]}", "第1页"),
        (f"{LINES[2]}\n{LINES[3]}", "第2页"),
        (LINES[4], "第3页"),
    ]
    (heading,) = shown["headings"]
    assert (text[heading["start"] : heading["end"]], heading["depth"]) == (LINES[1], 1)
    assert shown["source"]["issuer"] == "青山县司法局"
    assert shown["source"]["date"] is None
    assert shown["warnings"][0] == {"code": "unread_pages", "message": "第4页没有文字"}


def test_a_plain_text_has_neither_places_nor_headings_nor_source(call: Call, daye: Path) -> None:
    shown = read_json(call, daye)
    assert (shown["places"], shown["headings"], shown["source"]) == ([], [], None)
    assert "载体所记" not in call("read", daye, "--outline").out


def test_the_outline_says_who_read_what_and_what_the_container_adds(call: Call, stub: Path) -> None:
    shown = call("read", stub, "--outline")
    lines = shown.out.splitlines()
    assert f"标题  {TITLE}" in lines  # the text's own title is not overruled
    assert "载体所记署名  青山县司法局" in lines
    assert "载体所记网址  https://www.example.gov.cn/" in lines
    assert "读取方式  stub" in lines
    assert not any(line.startswith("载体所记日期") for line in lines)
    assert "\x1b" not in shown.out
    assert "第4页没有文字 [unread_pages]" in shown.err


def test_the_outline_names_the_place_in_the_container(call: Call, stub: Path) -> None:
    lines = [line.split() for line in call("read", stub, "--outline").out.splitlines()]
    assert ["2:1", "第1页", "一、工作开展情况"] in lines
    assert ["4:1", "第2页", "结尾", "青山县人民政府", "2022年1月28日"] in lines


def test_what_the_reader_has_to_say_is_in_every_output(call: Call, stub: Path) -> None:
    for format_ in ("terminal", "markdown", "json"):
        assert "第4页没有文字" in call("score", stub, "--format", format_).out
