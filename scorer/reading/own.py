"""What scorer itself wrote: scorecards, comparisons and summaries lie beside reports and are none.

Each of them carries a mark that no report has, so nothing is guessed: the schema of the JSON formats, the name of the
tool in SARIF and JUnit, the commands of GitHub, a generator in web pages, a keyword in office files, the head of the tables in CSV, the last
line of Markdown and of what all commands show on the terminal. A file that somebody edited and saved again keeps its mark.
"""

from __future__ import annotations

import re

from scorer.errors import InputError

__all__ = ["GENERATOR", "KEYWORD", "OWN", "is_own"]

OWN = "is what scorer wrote about reports, and no report"
"""What is said of such a file."""

GENERATOR = "scorer"
"""The generator that our web pages name in ``<meta name="generator">``."""

KEYWORD = "scorer scorecard"
"""The keyword among the core properties of our Word files and workbooks."""

_HEAD = 2000  # bytes in which a mark at the beginning stands
_JSON = re.compile(
    rb'\s*\{\s*"schema":\s*"(?:scorecards?|league|compare|audit|evaluation|reading|batch-manifest)/\d'
)
_SARIF = (b"/sarif-schema-", b'"name": "scorer"')
_JUNIT = b'<testsuites name="scorer"'
_PAGE = f'<meta name="generator" content="{GENERATOR}">'.encode("ascii")
_TABLES = tuple(
    head.encode(encoding)
    for head in (
        "报告,地区,级别,年度,考评项目,序号,",
        "Report,Region,Level,Year,Dimension,No.,",
        "指标体系,级别,年度,名次,可能名次,",
        "指标体系,序号,考评内容,类别,分值,",
        "Framework,Level,Year,Rank,",
        "Framework,No.,Item,Kind,Full points,",
    )
    for encoding in ("utf-8", "gb18030")  # a spreadsheet may have saved it again
)
_COMMANDS = (b"::notice file=", b"::warning file=", b"::error file=")  # for a workflow of GitHub
_LINE = b"\nscorer "
_STAMP = re.compile(rb"scorer \d+\\?\.\d[^\n]{0,2000}(?:\n[^\n]{0,400}){0,3}[0-9a-f]{12}")
_MOST_LINES = 20  # that begin with the name of the tool and may be the stamp
_CORE = "docProps/core.xml"


def is_own(data: bytes) -> bool:
    """Whether the bytes are an output of scorer, whatever the file is called."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"PK\x03\x04"):
        return _has_keyword(data)
    return (
        _JSON.match(head) is not None
        or head.startswith(_TABLES)
        or _PAGE in head
        or _JUNIT in head
        or all(mark in head for mark in _SARIF)
        or head.startswith(_COMMANDS)
        or _is_stamped(data)
    )


def _has_keyword(data: bytes) -> bool:
    from scorer.reading.archive import Archive

    try:
        archive = Archive(data, "")
        return f"<cp:keywords>{KEYWORD}</cp:keywords>".encode("ascii") in archive.read(_CORE)
    except InputError:  # the reader will say what is wrong with it
        return False


def _is_stamped(data: bytes) -> bool:
    """Whether a line names tool, framework and hash, as the last one of a scorecard in words does."""
    at = data.find(_LINE)
    for _ in range(_MOST_LINES):
        if at < 0:
            return False
        if _STAMP.match(data, at + 1):
            return True
        at = data.find(_LINE, at + 1)
    return False
