"""What is a page, a saved page or other markup, and what only looks so."""

from __future__ import annotations

import pytest

from scorer.reading.kinds import HTML, MHTML, identify

REPORT = "办法<党政主要负责人履行职责规定>落实，评查案卷96份。\n" * 30


@pytest.mark.parametrize(
    "start",
    [
        "\n<!DOCTYPE html><title>",
        "<HTML>",
        "<div class=x>",
        "<p>",
        "<meta charset=gbk>",
        "<TABLE border=1>",
        "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='http://www.w3.org/1999/xhtml'>",
        "<!-- saved from url=(0071)x -->\n<!-- two --><html>",
        f"<!-- {'x' * 5000} --><body>",
        "青山县报告<br>一、工作<br/>二、不足<BR />",
        "青山县报告</p><p>一、工作</p><p>二、不足</p>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
def test_pages_and_parts_of_pages(start: str, encoding: str) -> None:
    assert identify((start + "报告").encode(encoding)) is HTML


@pytest.mark.parametrize(
    "text",
    [
        f"<党政主要负责人履行职责规定>{REPORT}",
        REPORT,
        "<p党>报告",
        "<author@example.cn> 报告",
        "5 < 6, <a",
        "<!-- 没有结束",
        REPORT + "一<br>二<br>三<br>",
        "From: 青山县\nMIME-Version: 1.0\n\n报告",
    ],
)
def test_texts_stay_texts(text: str) -> None:
    assert identify(text.encode()) is None


@pytest.mark.parametrize(
    "start", ["<?xml version='1.0'?><w:wordDocument>", "<svg xmlns='x'>", "<?xml ?><!-- --><data/>"]
)
def test_other_markup_is_named(start: str) -> None:
    kind = identify(start.encode())
    assert kind is not None
    assert kind.title == "an XML document"


@pytest.mark.parametrize(
    "head",
    [
        "From: <Saved by Blink>\r\nSubject: {}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=a\r\n\r\n",
        "MIME-Version: 1.0\nContent-Type: text/html;\n charset=gb2312\n\n<html>",
        "Content-Type: multipart/alternative; boundary=x\nMIME-Version: 1.0\n\n",
    ],
)
def test_archives(head: str) -> None:
    assert identify(head.replace("{}", "=?utf-8?Q?=E9?=\r\n " * 200 + "x").encode()) is MHTML
