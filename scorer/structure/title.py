"""The title of a report: one line or a few, near the head, that speak of 法治政府 and end in 报告."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorer.structure.chrome import is_chrome
from scorer.structure.dates import is_date_line
from scorer.structure.numbering import read_numbering

__all__ = ["SUBJECT", "clean_title", "fallback_title", "title_lines"]

SUBJECT = re.compile(
    r"法治政府|依法行政|法治建设|依法治[国省市区县州旗镇乡企]|法治(?:机关|工作|[省市县区])|述法"
)
_END = re.compile(
    r"(?:报告|总结|汇报|情况|公报|小结|自查)(?:的公告|的公示|的函)?(?:（[^（）]{1,24}）|"
    r"[0-9年度月日\-]{4,12})?$"
)
_STOPS = re.compile(r"[。！？；>›]|：$|，$")
_HEAD = re.compile(r"文件$|〔\d{4}〕|\[\d{4}\]|签发人|^[（(]?20\d\d[年\-/.]\d")
_ORGAN = re.compile(
    r"(?:政府|局|厅|委|委员会|办公室|办|办事处|管委会|院|处|中心|队|站|[省市区县州旗镇乡]|街道|关于|"
    r"的|年度?)$"
)
_BEGINS_LATE = re.compile(r"^(?:关于|的|情况|报告|工作|年度|法治|依法|推进|20\d\d|二[〇○零Oo0])")
_REST = re.compile(r"(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:工作)?(?:报告|总结|汇报)")
_REACH = 60  # lines from the top in which a title is looked for
_LONGEST_LINE = 60
_LONGEST = 100
_MARKDOWN = re.compile(r"^[#>*\s]+|[*#\s]+$")


def clean_title(line: str) -> str:
    """A line without the marks of Markdown around it."""
    return _MARKDOWN.sub("", line)


def _may_belong(line: str) -> bool:
    bare = clean_title(line)
    return (
        0 < len(bare) <= _LONGEST_LINE
        and not _STOPS.search(bare)
        and not _HEAD.search(bare)
        and not is_chrome(bare)
        and not is_date_line(bare)
        and read_numbering(bare) is None
    )


def title_lines(lines: Sequence[str]) -> tuple[int, int] | None:
    """Index of the first and the last line of the title among folded lines with words; None when there is none."""
    for last, line in enumerate(lines[:_REACH]):
        if not _may_belong(line) or not _END.search(clean_title(line)):
            continue
        first = _grow(lines, last)
        if first is not None:
            below = lines[last + 1] if last + 1 < len(lines) else ""
            return _again(lines, first, last + 1 if _REST.fullmatch(below) else last)
    return None


def _again(lines: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The title where it stands nearest to the text: a page may show it above its own head as well."""
    words = "".join(clean_title(line) for line in lines[first : last + 1])
    for index in range(last + 1, min(last + 8, len(lines))):
        if len(lines[index]) > _LONGEST or "。" in lines[index]:
            break
        if clean_title(lines[index]) == words:
            return index, index
    return first, last


def _grow(lines: Sequence[str], last: int) -> int | None:
    """The first line of the title that ends at ``last``: up to where its subject and its organ stand."""
    first = last
    words = clean_title(lines[last])
    while first > 0 and last - first < 3 and _may_belong(lines[first - 1]):
        above = clean_title(lines[first - 1])
        lacks_subject = not SUBJECT.search(words)
        lacks_organ = (
            bool(_BEGINS_LATE.match(words)) and bool(_ORGAN.search(above)) and not _END.search(above)
        )
        if not (lacks_subject or lacks_organ) or len(above) + len(words) > _LONGEST:
            break
        first, words = first - 1, above + words
    return first if SUBJECT.search(words) else None


def fallback_title(lines: Sequence[str]) -> int | None:
    """Index of a line that may serve as title of a text of another genre: short, near the top, without a sentence."""
    for index, line in enumerate(lines[:10]):
        if _may_belong(line) and len(line) >= 4:
            return index
        if _STOPS.search(line):
            return None
    return None
