"""What each paragraph is: page chrome, head, title, salutation, heading, body, closing formula, signature, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from scorer.structure.chrome import is_chrome
from scorer.structure.cues import heading_role
from scorer.structure.dates import DATE, is_date_line
from scorer.structure.government import is_organ_line
from scorer.structure.numbering import read_numbering
from scorer.structure.title import clean_title, fallback_title, title_lines

__all__ = ["CLOSING", "Kind", "sort_blocks"]


class Kind(Enum):
    """The sort of a paragraph."""

    CHROME = "chrome"
    HEAD = (
        "head"  # above the title or between title and text: number, signer, issuing organ, date in brackets
    )
    TITLE = "title"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    FORMULA = "formula"
    SIGNATURE = "signature"
    DATE = "date"
    ATTACHMENT = "attachment"


CLOSING = frozenset({Kind.FORMULA, Kind.SIGNATURE, Kind.DATE, Kind.ATTACHMENT})

_SENTENCE = re.compile(r"[。！？；]")
_MARKS = re.compile(r"[。！？；，：]")
_DEEPEST = 4  # depth of （1） and 2.1
_FORMULA = re.compile(
    r"(?:专此|特此|现此|谨此)(?:报告|汇报|报送)|(?:以上|此)?(?:报告|汇报|情况)?，?(?:妥否|当否|"
    r"如无不妥|请予?审[议阅查示])|以上(?:报告|汇报|情况)|"
    r"此(?:致|报)|（?(?:此件)?(?:主动|依申请|不予)公开|抄[送报]|主送|（?联系人|联系(?:电话|方式)"
)
_ATTACHMENT = re.compile(r"附(?:件|表|录)?(?:\d{0,2}|[一二三四五六])[：:、.]|附件\d{0,2}$")
_PRINTED = re.compile(
    r".{2,30}(?:办公室|办公厅|局|办)"
    + DATE.pattern.replace("?P<year>", "?:").replace("?P<month>", "?:").replace("?P<day>", "?:")
    + "印发"
)
_FORMULA_LENGTH = 48
_HEADING_LENGTH = 60
_PLAIN_HEADING_LENGTH = 40
_LEFTOVER = 40
_PROSE_LENGTH = 80
_NUMBER_WITH_UNIT = re.compile(r"\d(?:\.\d{1,6})?(?:余|多|万){0,2}[件次人家份项个起场%条部名期户]")


def sort_blocks(texts: Sequence[str]) -> list[Kind]:
    """The kind of each paragraph, given the folded text of each."""
    kinds = [Kind.CHROME if is_chrome(text) else Kind.BODY for text in texts]
    body = _sort_head(texts, kinds)
    _sort_tail(texts, kinds, body)
    for index in range(body, len(texts)):
        if kinds[index] is Kind.BODY and _is_heading(texts, kinds, index):
            kinds[index] = Kind.HEADING
    return kinds


def _sort_head(texts: Sequence[str], kinds: list[Kind]) -> int:
    """Mark everything up to the text proper; the index where that begins."""
    title = title_lines(texts)
    if title is None:
        fallback = fallback_title(texts)
        if fallback is None:
            return 0
        title = (fallback, fallback)
    for index in range(title[0]):
        if kinds[index] is Kind.BODY and not _is_prose(texts[index]):
            kinds[index] = Kind.HEAD
    for index in range(title[0], title[1] + 1):
        kinds[index] = Kind.TITLE
    at = title[1] + 1
    while at < len(texts) and (kinds[at] is Kind.CHROME or _is_byline(texts[at])):
        if kinds[at] is not Kind.CHROME:
            kinds[at] = Kind.SALUTATION if texts[at].endswith("：") else Kind.HEAD
        at += 1
    return at


def _is_prose(text: str) -> bool:
    """Whether a paragraph above the title is of the report all the same: long, of sentences, ended by a full stop."""
    return len(text) >= _PROSE_LENGTH and text.endswith("。")


def _is_byline(text: str) -> bool:
    """Lines between title and text: date, issuing organ, addressee, number; on a web page the letterhead too."""
    if read_numbering(text) or _SENTENCE.search(text):
        return False
    if text.endswith("："):
        return len(text) <= 40 and "如下" not in text
    return (
        is_date_line(text)
        or is_organ_line(text)
        or re.fullmatch(
            r"[（(]?.{1,14}〔\d{4}〕\d+号[）)]?|.{4,30}(?:政府|办公室|局|委员会)文件|签发人：.{1,20}", text
        )
        is not None
    )


def _sort_tail(texts: Sequence[str], kinds: list[Kind], body: int) -> None:
    """Mark formulas, signature, date, attachments and what a page leaves after them."""
    after_date = attached = False
    for index in range(body, len(texts)):
        text = texts[index]
        if kinds[index] is Kind.CHROME:
            continue
        plain = _SENTENCE.search(text) is None
        if _ATTACHMENT.match(text) and len(text) <= 80:
            kinds[index], attached = Kind.ATTACHMENT, True
        elif plain and (is_date_line(text) or _organ_with_date(text)):
            kinds[index] = Kind.DATE if is_date_line(text) else Kind.SIGNATURE
            after_date, attached = True, False
        elif len(text) <= _FORMULA_LENGTH and (_FORMULA.match(text) or _PRINTED.fullmatch(text)):
            kinds[index] = Kind.FORMULA
        elif plain and is_organ_line(text) and _signs(texts, kinds, index):
            kinds[index] = Kind.SIGNATURE
        elif attached and plain and len(text) <= 80 and (read_numbering(text) or text.startswith("《")):
            kinds[index] = Kind.ATTACHMENT
        else:
            attached = False
    if after_date:
        _clear_leftovers(texts, kinds, body)


def _organ_with_date(text: str) -> bool:
    found = DATE.search(text)
    return found is not None and found.end() == len(text) and is_organ_line(text[: found.start()])


def _signs(texts: Sequence[str], kinds: list[Kind], index: int) -> bool:
    """An organ alone on its line signs when a date, another organ or nothing but chrome follows."""
    for after in range(index + 1, min(index + 5, len(texts))):
        if kinds[after] is not Kind.CHROME:
            return (
                is_date_line(texts[after])
                or _ATTACHMENT.match(texts[after]) is not None
                or (is_organ_line(texts[after]) and after + 1 < len(texts))
            )
    return True


def _clear_leftovers(texts: Sequence[str], kinds: list[Kind], body: int) -> None:
    """After the last date, short lines without a sentence belong to the page."""
    passed = (Kind.CHROME, Kind.FORMULA, Kind.ATTACHMENT)
    for index in range(len(texts) - 1, body - 1, -1):
        if (
            kinds[index] is Kind.BODY
            and len(texts[index]) <= _LEFTOVER
            and not _SENTENCE.search(texts[index])
        ):
            kinds[index] = Kind.CHROME
        elif kinds[index] not in passed:
            return


def _is_heading(texts: Sequence[str], kinds: list[Kind], index: int) -> bool:
    """Whether the whole paragraph is a heading."""
    text = texts[index]
    bare = clean_title(text)
    numbering = read_numbering(text)
    follower = next(
        (after for after in range(index + 1, len(texts)) if kinds[after] is not Kind.CHROME), None
    )
    if text.startswith("#"):
        return len(text) <= _HEADING_LENGTH
    if numbering and numbering.depth <= 3 and len(bare) <= _HEADING_LENGTH:
        inner = _SENTENCE.search(bare)
        if inner is None:
            return not bare.endswith(("，", "：")) or numbering.depth <= 2
        return (
            inner.end() == len(bare)
            and inner[0] != "；"
            and numbering.depth <= 2
            and _NUMBER_WITH_UNIT.search(bare) is None
            and follower is not None
            and kinds[follower] is Kind.BODY
            and not _same_depth(texts[follower], numbering.depth)
        )
    if numbering and numbering.depth == _DEEPEST:
        return _is_deep_heading(texts, kinds, bare, follower)
    if (
        numbering
        or not (4 <= len(bare) <= _PLAIN_HEADING_LENGTH or _announces(bare))
        or _SENTENCE.search(bare)
        or bare.endswith(("，", "、"))
    ):
        return False
    if follower is None or kinds[follower] is not Kind.BODY or is_organ_line(bare):
        return False
    opened = index == 0 or kinds[index - 1] is not Kind.BODY or bool(_SENTENCE.search(texts[index - 1][-2:]))
    below = texts[follower]
    return (
        opened
        and not bare.endswith("：")
        and (read_numbering(below) is not None or bool(_SENTENCE.search(below)))
    )


def _is_deep_heading(texts: Sequence[str], kinds: Sequence[Kind], bare: str, follower: int | None) -> bool:
    """Whether a line numbered （1） or 2.1 stands above its own text; items of a list follow one another."""
    return (
        len(bare) <= _PLAIN_HEADING_LENGTH
        and not _MARKS.search(bare)
        and _NUMBER_WITH_UNIT.search(bare) is None
        and follower is not None
        and kinds[follower] is Kind.BODY
        and read_numbering(texts[follower]) is None
    )


def _announces(bare: str) -> bool:
    """问题, 下步, 成效: words too short to be a heading by their look that announce a role all the same."""
    return 2 <= len(bare) < 4 and heading_role(bare, None)[0] is not None


def _same_depth(text: str, depth: int) -> bool:
    numbering = read_numbering(text)
    return numbering is not None and numbering.depth == depth
