"""What a page says of the report outside its text: ``<meta>``, the information box, the line below the title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import unquote

from scorer.reading.clean import clean
from scorer.reading.html_furniture import LABEL, TITLE_LIKE, is_info, squeeze
from scorer.reading.html_model import Line
from scorer.reading.interface import Source

__all__ = ["Facts", "gather", "merge", "meta_facts", "page_title", "to_source"]

Facts = dict[str, str]

# Which field a name or a label fills; of several that are present, the first of each list.
_META = {
    "title": ("articletitle", "og:title", "title", "dc.title"),
    "issuer": ("contentsource", "source", "article:author", "author"),
    "date": ("pubdate", "publishdate", "publish_date", "article:published_time", "date", "createdate"),
    "number": ("documentnumber", "wenhao"),
    "url": ("url", "og:url"),
}
_LABELS = {
    "title": ("标题", "名称", "信息名称", "文件名称"),
    "issuer": ("发文机关", "发文机构", "发文单位", "发布机构", "发布机关", "发布单位", "公开主体"),
    "origin": ("来源", "信息来源", "稿件来源", "文章来源"),
    "date": ("成文日期", "生成日期", "制发日期", "发文日期", "印发日期", "发文时间"),
    "published": ("发布日期", "发布时间", "日期", "时间"),
    "number": ("发文字号", "文号", "文件编号"),
}
_DAY = re.compile(r"((?:19|20)\d\d)\s?[年\-/.]\s?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})(?!\d)")
_NUMBER = re.compile(r"[\u4e00-\u9fff（）()]{1,16}[〔\[【（(]((?:19|20)\d\d)[〕\]】）)]第?(\d{1,5})号")
_GAP = re.compile(r"(?<!\d)\s+|\s+(?!\d)")  # 索 引 号; a gap between day and hour stays
_EMPTY = re.compile(r"[-—/无\s]*$")
_FOUND = re.compile(rf"(?P<label>{LABEL.pattern})[：:]")
_TAG = re.compile(r"<[^<>]{0,200}>")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{1,1500}", re.IGNORECASE)
_SUFFIX = re.compile(
    r"\s*[_|｜]\s*|\s+[-–—]\s*|\s*[-–—]\s+|[-–—](?=[^-–—]{2,30}(?:网|网站|政府|厅|局|平台)$)"
)
_LONGEST = 300


def meta_facts(root: Any) -> tuple[Facts, str]:
    """The fields that ``<meta>`` and ``<link>`` fill, and the words of ``<title>``."""
    named: dict[str, str] = {}
    for element in root.iter("meta", "link"):
        key = element.get("name") or element.get("property") or element.get("itemprop") or element.get("rel")
        value = element.get("content") or element.get("href")
        if key and value and len(named) < 500:
            named.setdefault(key.strip().lower(), _one_line(value))
    facts = {}
    for field, names in _META.items():
        value = next((named[name] for name in names if named.get(name)), "")
        if value:
            facts[field] = value
    if "canonical" in named:
        facts.setdefault("url", named["canonical"])
    if "articletitle" not in named:  # other names hold what a site's templates put there
        facts.pop("title", None)
    if "contentsource" not in named:
        facts.pop("issuer", None)
    title = root.find(".//title")
    return facts, _one_line("".join(title.itertext())) if title is not None else ""


def gather(lines: Iterable[Line]) -> Facts:
    """The fields of information boxes and lines."""
    values: dict[str, str] = {}
    waiting = ""
    for line in lines:
        if is_info(line.text) and _DAY.match(line.text.strip()):
            values.setdefault("日期", line.text.strip())  # a day without a label below the title
        if waiting and not LABEL.match(squeeze(line.text)):
            values.setdefault(waiting, line.text.strip())
        waiting = _read_line(line.text, values)
    facts = {}
    for field, labels in _LABELS.items():
        found = next((values[label] for label in labels if _is_value(field, values.get(label, ""))), "")
        if found:
            facts[field] = found
    return facts


def merge(meta: Facts, box: Facts) -> Facts:
    """One set of fields. The box tells who issued the report and when; ``<meta>`` who put it there, and its title."""
    return {
        "title": meta.get("title") or box.get("title", ""),
        "issuer": box.get("issuer") or meta.get("issuer") or box.get("origin", ""),
        "date": box.get("date") or meta.get("date") or box.get("published", ""),
        "number": box.get("number") or meta.get("number", ""),
        "url": meta.get("url", ""),
    }


def _read_line(text: str, values: dict[str, str]) -> str:
    """Read one line into ``values``; the label that still waits for its value on the next line."""
    cells = text.split("\t")
    for at, cell in enumerate(cells):
        bare = _GAP.sub("", cell)
        alone = LABEL.fullmatch(bare.rstrip("：:"))
        if alone and at + 1 < len(cells):
            values.setdefault(alone[0], cells[at + 1].strip())
        elif alone and len(cells) == 1:
            return alone[0]
        elif len(bare) <= _LONGEST:
            found = list(_FOUND.finditer(bare))
            ends = [mark.start() for mark in found[1:]] + [len(bare)]
            for mark, end in zip(found, ends, strict=False):
                values.setdefault(mark["label"], bare[mark.end() : end].strip("[]【】()（）|｜"))
    return ""


def _is_value(field: str, value: str) -> bool:
    if not value or _EMPTY.fullmatch(value):
        return False
    if field in ("date", "published"):
        return _iso(value) is not None
    if field == "number":
        return _NUMBER.search(squeeze(value)) is not None
    return 2 < len(value) <= 100


def to_source(facts: Facts, title: str | None, addresses: Iterable[str]) -> Source:
    """The source: every value one clean line, dates ISO, the address as it was saved."""
    number = _NUMBER.search(squeeze(facts.get("number", "")))
    found = (_ADDRESS.search(_readable(text)) for text in (*addresses, facts.get("url", "")))
    url = next((address[0] for address in found if address), None)
    return Source(
        title=_one_line(title) if title else None,
        issuer=_one_line(facts["issuer"]) if facts.get("issuer") else None,
        date=_iso(facts.get("date", "")),
        document_number=_one_line(number[0]) if number else None,
        url=_one_line(url) if url else None,
    )


def _readable(text: str) -> str:
    """An address with its escaped Chinese readable, unless that would make it two words."""
    plain = unquote(text[:3000])
    return text[:3000] if "\ufffd" in plain or len(plain.split()) != len(text[:3000].split()) else plain


def _iso(text: str) -> str | None:
    found = _DAY.search(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None


def _one_line(words: str) -> str:
    content = clean(_TAG.sub("", words[:4000]))[0]
    return " ".join(content.split())[:_LONGEST]


def page_title(words: str) -> str | None:
    """The report's title at the beginning of what a browser tab shows, without names of column and site."""
    parts = [part.strip() for part in _SUFFIX.split(words) if part.strip()]
    return next((part for part in parts if TITLE_LIKE.match(squeeze(part))), None)
