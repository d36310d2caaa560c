"""What a report says of itself: title, who reports and from where, year, document number, date of issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.i18n import mark, tr
from scorer.reading.interface import Source
from scorer.structure.blocks import Kind
from scorer.structure.chrome import labelled
from scorer.structure.dates import DATE, read_date, years_in
from scorer.structure.government import Organ, is_organ_line, read_organ, settle_level, subject_of_title
from scorer.structure.model import Level, Metadata
from scorer.structure.sentences import Stretch
from scorer.structure.title import clean_title
from scorer.structure.voice import level_by_voice, mentioned_place, speaks_as_department
from scorer.text import View

__all__ = ["read_metadata"]

_NUMBER = re.compile(r"[\u4e00-\u9fff（）]{1,14}[〔\[【（](?:19|20)\d\d[〕\]】）]第?\d{1,5}号")
_FILE_HEAD = re.compile(r"([\u4e00-\u9fff]{2,40}?)文件$")
# 三里镇2021年……报告 says where, 三里镇人民政府 who; a town's name alone is no signature.
_BARE_TOWN = re.compile("(?:镇|乡|街道)$")
# The years of a plan, and those in the titles of papers, are not the year reported.
_OTHER_YEARS = re.compile(r"《[^《》\n]{0,120}》|[（(]?20\d\d年?[-—–－~至到]{1,3}20\d\d年?[）)]?")
_CONTEXT = 4000


@dataclass(frozen=True, slots=True)
class _Found:
    """A field with its place in the view."""

    value: str
    start: int
    end: int


def read_metadata(
    view: View,
    blocks: Sequence[Stretch],
    kinds: Sequence[Kind],
    *,
    level: Level | None,
    year: int | None,
    source: Source | None = None,
) -> Metadata:
    """The metadata of the report; ``level`` and ``year`` overrule what is found, ``source`` fills what is not."""
    return _Reader(view, blocks, kinds, source or Source()).read(level, year)


class _Reader:
    def __init__(self, view: View, blocks: Sequence[Stretch], kinds: Sequence[Kind], outside: Source) -> None:
        self.view = view
        self.outside = outside
        self.text = view.text
        self.blocks = blocks
        self.kinds = kinds

    def read(self, level: Level | None, year: int | None) -> Metadata:
        """Collect all fields; each is looked for where it belongs and nowhere else."""
        title, number, signature = self._title(), self._number(), self._signature()
        date = self._date()
        organ, issuer = self._organ(title, signature)
        place = organ.place if organ else None
        found_year = year or self._year(title)
        settled, source = self._level(organ, signature)
        if level is not None:
            settled, source = level, mark("由使用者指定")
        fields = {
            "title": title,
            "issuer": issuer,
            "document_number": number,
            "date": date,
            "place": self._find(place, title),
        }
        fields["year"] = self._find(str(found_year), title) if found_year else None
        return Metadata(
            title=title.value if title else self.outside.title,
            place=place,
            level=settled,
            level_source=tr(source),
            year=found_year,
            issuer=issuer.value if issuer else self.outside.issuer,
            document_number=number.value if number else self.outside.document_number,
            date=read_date(date.value) if date else self.outside.date,
            spans={name: self.view.span(at.start, at.end) for name, at in fields.items() if at},
        )

    def _of_kind(self, *kinds: Kind) -> list[_Found]:
        return [
            _Found(self.text[start:end], start, end)
            for (start, end), kind in zip(self.blocks, self.kinds, strict=True)
            if kind in kinds
        ]

    def _title(self) -> _Found | None:
        parts = self._of_kind(Kind.TITLE)
        if not parts:
            return self._labelled("标题") or self._labelled("名称")
        return _Found("".join(clean_title(part.value) for part in parts), parts[0].start, parts[-1].end)

    def _number(self) -> _Found | None:
        """The report's own number: a line of the head, or an information box."""
        for line in self._of_kind(Kind.HEAD, Kind.CHROME):
            found = _NUMBER.search(line.value)
            if found and len(line.value) <= 160:
                words = re.sub(r"^.*?(?:文号|字号|编号)", "", found[0])
                return _Found(words, line.start + found.end() - len(words), line.start + found.end())
        return None

    def _signature(self) -> _Found | None:
        """The organ that signs; of several the last before the date."""
        for line in reversed(self._of_kind(Kind.SIGNATURE)):
            dated = DATE.search(line.value)
            end = dated.start() if dated else len(line.value)
            if end:
                return _Found(line.value[:end], line.start, line.start + end)
        return None

    def _date(self) -> _Found | None:
        """The date at the end, else one alone in brackets under the title, else 成文日期 of an information box."""
        for line in reversed(self._of_kind(Kind.DATE, Kind.SIGNATURE)):
            found = DATE.search(line.value)
            if found and read_date(found[0]):
                return _Found(found[0], line.start + found.start(), line.start + found.end())
        for line in self._of_kind(Kind.HEAD):
            found = DATE.fullmatch(line.value.strip("（）()"))
            if found:
                at = line.value.index(found[0])
                return _Found(found[0], line.start + at, line.start + at + len(found[0]))
        issued = self._labelled("成文日期")
        return issued if issued and read_date(issued.value) else None

    def _labelled(self, label: str) -> _Found | None:
        """A field of an information box on the page."""
        for line in self._of_kind(Kind.CHROME):
            place = labelled(line.value).get(label)
            if place:
                return _Found(line.value[slice(*place)], line.start + place[0], line.start + place[1])
        return None

    def _organ(self, title: _Found | None, signature: _Found | None) -> tuple[Organ | None, _Found | None]:
        """The reporting organ with its place, and the issuer as written."""
        subject = subject_of_title(title.value) if title else ""
        named = read_organ(subject) if subject else None
        signer = read_organ(signature.value) if signature else None
        head = self._head_organ()
        issuer = signature
        if issuer is None and title and named and named.kind != "place" and not _BARE_TOWN.search(subject):
            at = title.value.find(subject)
            issuer = _Found(subject, title.start + at, title.start + at + len(subject))
        issuer = issuer or head
        organ = named or signer or (read_organ(head.value) if head else None) or self._outside_organ(title)
        if (
            organ
            and signer
            and organ.kind == "place"
            and signer.kind == "department"
            and speaks_as_department(self.text)
        ):
            organ = signer
        if organ and organ.place is None:
            organ = Organ(
                organ.name, signer.place if signer and signer.place else self._mentioned(), organ.kind
            )
        if organ is None:
            place = self._mentioned()
            organ = Organ(place, place, "place") if place else None
        return organ, issuer

    def _outside_organ(self, title: _Found | None) -> Organ | None:
        """The organ of the container's title where the text has none, else the organ that issued it."""
        subject = subject_of_title(self.outside.title) if self.outside.title and title is None else ""
        named = read_organ(subject) if subject else None
        issuer = self.outside.issuer or ""
        return named or (read_organ(issuer) if is_organ_line(issuer) else None)

    def _head_organ(self) -> _Found | None:
        for line in self._of_kind(Kind.HEAD):
            found = _FILE_HEAD.fullmatch(line.value)
            if found:
                return _Found(found[1], line.start, line.start + len(found[1]))
            if is_organ_line(line.value):
                return line
        return None

    def _body(self, limit: int = _CONTEXT) -> str:
        parts = self._of_kind(Kind.BODY, Kind.SALUTATION)
        return "\n".join(part.value for part in parts[:30])[:limit]

    def _mentioned(self) -> str | None:
        return mentioned_place(self._body(1200), self.text[:_CONTEXT])

    def _level(self, organ: Organ | None, signature: _Found | None) -> tuple[Level | None, str]:
        context = self.text[:_CONTEXT] + (signature.value if signature else "") + self.text[-600:]
        if organ is not None:
            level, source = settle_level(organ, context)
            if level is not None or organ.kind == "zone":
                return level, source
        else:
            source = mark("文中没有写明报告机关和地区")
        return level_by_voice(self.text, self._body(600)) or (None, source)

    def _year(self, title: _Found | None) -> int | None:
        """The year reported on: of the title, else of 现将……报告如下, else of the opening, else the one named most."""
        years = years_in(title.value if title else self.outside.title or "")
        if years:
            return years[0]
        body = self._body(1500)
        told = re.search(r"现将[^。]{0,60}?(20\d\d)年", body)
        if told:
            return int(told[1])
        opening = years_in(_OTHER_YEARS.sub("", body)[:300])
        if opening:
            return opening[0]
        counted = Counter(years_in(_OTHER_YEARS.sub("", self.text[:200_000])))
        return max(counted, key=lambda value: (counted[value], -value)) if counted else None

    def _find(self, words: str | None, title: _Found | None) -> _Found | None:
        """Where the words stand: in the title, else first in the text."""
        if not words:
            return None
        at = self.text.find(words, title.start, title.end) if title else -1
        at = at if at >= 0 else self.text.find(words)
        return _Found(words, at, at + len(words)) if at >= 0 else None
