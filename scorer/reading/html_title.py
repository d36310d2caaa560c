"""The title: once in the text, above everything but the head of an official document."""

from __future__ import annotations

import re

from scorer.reading.html_body import Body, is_long
from scorer.reading.html_facts import Facts, page_title
from scorer.reading.html_furniture import TITLE_LIKE, squeeze
from scorer.reading.html_model import Line

__all__ = ["settle_title"]

_REACH = 15  # lines above the first paragraph among which a title may stand
_LINES = 4
_SHORT = 6
# The head of an official document stands above its title: 某某市人民政府文件, 某政发〔2022〕3号, 签发人.
_HEAD = re.compile(r"文件$|[〔\[（(【](?:19|20)\d\d[〕\]）)】]第?\d{1,5}号$|^签发人")
_ABOVE = re.compile(
    r"^[^：:。>›|]{2,40}(?:政府|局|厅|委|委员会|办公室|办公厅|办|办事处|中心|领导小组|关于|的)$"
)
_LATE = re.compile(r"^(?:关于|的|情况|报告|工作|年度|法治|依法|推进|20\d\d|二[〇○零Oo0])")
_CUT = re.compile(r"(?:…|\.{2,6})$")


def settle_title(body: Body, facts: Facts, tab: str) -> tuple[list[Line], str | None]:
    """The lines of the report with its title, and the title that the page gives; ``tab`` is what ``<title>`` holds."""
    lines = body.inside
    first_long = next((at for at, line in enumerate(lines) if is_long(line)), len(lines))
    head = lines[: min(first_long, _REACH)]
    given = facts.get("title") or ""
    if _CUT.search(given):
        given = ""
    place = (_find(head, given) if given else None) or _headline(head)
    if place is not None:
        return _from_title(lines, *place), _words(head, *place)
    above = body.above[-2 * _REACH :]
    shown = _headline(above)
    title = given or (_words(above, *shown) if shown else "") or page_title(tab) or _heading(head)
    if not title or any(squeeze(line.text) == squeeze(title) for line in head):
        return lines, title or None
    return [Line(title, 0, lines[0].region if lines else -1, 1), *lines], title


def _words(lines: list[Line], first: int, last: int) -> str:
    return "".join(line.text.replace("\n", "") for line in lines[first : last + 1])


def _heading(lines: list[Line]) -> str:
    """A first-degree heading that does not read like the title of a report, for want of a better one."""
    return next((line.text for line in lines if line.depth == 1 and len(line.text) >= _SHORT), "")


def _headline(lines: list[Line]) -> tuple[int, int] | None:
    """The first and last line of what reads like a report's title, nearest to the text."""
    for last in range(len(lines) - 1, -1, -1):
        first = _grown(lines, last)
        if not lines[last].linked and TITLE_LIKE.match(squeeze(_words(lines, first, last))):
            return first, last
    return None


def _grown(lines: list[Line], first: int) -> int:
    """Where a title that goes on at ``first`` begins: its organ may stand on a line above."""
    last, words = first, squeeze(lines[first].text)
    while first > 0 and last - first < _LINES - 1 and not lines[first - 1].linked:
        late = _LATE.match(words) is not None or not TITLE_LIKE.match(words)
        if not late or not _ABOVE.match(squeeze(lines[first - 1].text)):
            break
        first -= 1
        words = squeeze(lines[first].text) + words
    return first


def _find(head: list[Line], title: str) -> tuple[int, int] | None:
    """The first and last of the lines that together are the title; where it stands twice, the last place."""
    wanted = squeeze(title)
    for first in range(len(head) - 1, -1, -1):
        words = ""
        for last in range(first, min(first + _LINES, len(head))):
            words += squeeze(head[last].text)
            if words == wanted:
                return _grown(head, first), last
            if not wanted.startswith(words):
                break
    return None


def _from_title(lines: list[Line], first: int, last: int) -> list[Line]:
    """Above the title only the head of an official document stays."""
    above = [line for line in lines[:first] if _HEAD.search(squeeze(line.text))]
    title = squeeze(_words(lines, first, last))
    rest = last + 1
    while rest < len(lines) and squeeze(lines[rest].text) == title:
        rest += 1
    return [*above, *lines[first : last + 1], *lines[rest:]]
