"""Broken YAML, explained: where the slip is and what to write instead.

PyYAML names the place where it could not go on, which for a full-width colon or space is often the line
after the slip; the usual slips are therefore looked for in that line and in the one above it.
"""

from __future__ import annotations

import re

import yaml

from scorer.errors import Problem

__all__ = ["explain"]

# What stands in a line before any quotation or comment.
_BARE = r"^[^\"'#]{0,200}?"
_SLIPS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"^[ \t-]{0,200}(\u3000)"),
        "a full-width space indents this line",
        "use ordinary spaces",
    ),
    (
        re.compile(r"^ {0,200}(\t)"),
        "a tab indents this line",
        "use spaces",
    ),
    (
        re.compile(r"^[ ]{0,200}(?:- )?[^\s\"'#：:]{1,60}(：)"),
        "the full-width colon ： does not separate key and value",
        "write an ASCII colon and a space, ': '",
    ),
    (
        re.compile(_BARE + r"[:{,] ?(\u3000)"),
        "a full-width space stands where YAML needs an ordinary one",
        "use an ordinary space",
    ),
    (
        re.compile(_BARE + r"[:\[{,] ?([>%@<`][^\"'#]{0,60})"),
        "a value that begins with > % @ or ` must be quoted",
        'put it in quotes, such as ">= 95", "%" or "@name"',
    ),
    (
        re.compile(_BARE + r"[^\s\"'#:](:)[^\s\"'#:]"),
        "no space after the colon",
        "write 'key: value'",
    ),
)


def explain(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """The problem behind a syntax error, at the slip itself where one is recognised."""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark is not None else 0
    column = mark.column if mark is not None else 0
    lines = text.split("\n")
    for candidate in (line, line - 1):
        if not 0 <= candidate < len(lines):
            continue
        for pattern, message, mend in _SLIPS:
            found = pattern.search(lines[candidate][:4000])
            if found:
                return Problem(name, candidate + 1, found.start(1) + 1, message, mend)
    said = " ".join(part for part in (error.context, error.problem) if part)
    return Problem(
        name, line + 1, column + 1, f"YAML syntax: {said}", "check brackets, quotes and indentation above"
    )
