"""What a report says of itself: title, who reports and from where, year, document number, date of issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.i18n import mark, said, tr
from scorer.patterns import lazily
from scorer.reading.interface import Source
from scorer.structure.blocks import Kind
from scorer.structure.chrome import labelled
from scorer.structure.dates import DATE, read_date, years_in
from scorer.structure.divisions import resolve
from scorer.structure.government import Organ, is_organ_line, read_organ, settle_level, subject_of_title
from scorer.structure.model import Level, Metadata
from scorer.structure.sentences import Stretch
from scorer.structure.title import clean_title
from scorer.text import View

__all__ = ["read_metadata"]

_NUMBER = re.compile(r"[\u4e00-\u9fff（）]{1,14}[〔\[【（](?:19|20)\d\d[〕\]】）]第?\d{1,5}号")
_FILE_HEAD = re.compile(r"([\u4e00-\u9fff]{2,40}?)文件$")
_DEPARTMENT_SPEAKS = re.compile(r"我[局厅委办院]|本[局厅委]|局党[组委]")
_GOVERNMENT_SPEAKS = re.compile(r"我[省市县区旗州]|全[省市县区旗州]")
# 2023年，市市场监管局在市委领导下……: whom the first sentence names as the one that reports. 市政府 may be a county's.
_OPENING = lazily(
    r"(?:(?<![\s\S])|(?<=[\n。]))(?:20\d\d年(?:度|以来)?|一年来|今年以来|近年来|全年)，(?:在[^，。]{2,40}下，)?(?P<subject>[\u4e00-\u9fff]{2,20}?)"
    r"(?:坚持|深入|认真|以习近平|紧[紧扣]|全面|高度|在(?=[^，。]{0,24}(?:领导|指导))|切实|始终|牢|扎实|严格)"
)
_OPENS_AS = (
    (re.compile(r"(?:乡|镇|街道)(?:党委政府|人民政府|政府|办事处)?$"), Level.TOWN),
    (re.compile(r"(?:省|自治区)(?:人民)?政府$"), Level.PROVINCE),
    (re.compile(r"[县旗](?:人民)?政府$"), Level.COUNTY),
    (re.compile(r"(?:局|厅|部|署|[^省市县区党工]委|委员会|公安处)$"), Level.DEPARTMENT),
)
_TOWN_SPEAKS = re.compile(r"我[镇乡街]|全[镇乡]|本镇|本街道")
_DISTRICT_SPEAKS = re.compile("(?<!自治)(?<!开发)(?<!新)区(?:人民)?政府(?!办)")
_MENTION = lazily(
    r"(?:^|[，。；])(?:20\d\d年(?:度|以来|来)?，?)?([\u4e00-\u9fff]{2,12}?[省市县区旗州盟])(?=始终|"
    r"坚持|政府|认真|深入|委|以|在|全面|紧紧|严格|各级|人民政府|法治|深化|围绕|高度)"
)
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
            and self._is_department()
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

    def _is_department(self) -> bool:
        return len(_DEPARTMENT_SPEAKS.findall(self.text)) > len(_GOVERNMENT_SPEAKS.findall(self.text))

    def _body(self, limit: int = _CONTEXT) -> str:
        parts = self._of_kind(Kind.BODY, Kind.SALUTATION)
        return "\n".join(part.value for part in parts[:30])[:limit]

    def _mentioned(self) -> str | None:
        """The place that the opening names as its subject and the table knows."""
        for found in _MENTION.finditer(self._body(1200)):
            if resolve(found[1], self.text[:_CONTEXT]) is not None:
                return found[1]
        return None

    def _level(self, organ: Organ | None, signature: _Found | None) -> tuple[Level | None, str]:
        context = self.text[:_CONTEXT] + (signature.value if signature else "") + self.text[-600:]
        if organ is not None:
            level, source = settle_level(organ, context)
            if level is not None or organ.kind == "zone":
                return level, source
        else:
            source = mark("文中没有写明报告机关和地区")
        return self._by_voice(source)

    def _by_voice(self, source: str) -> tuple[Level | None, str]:
        """What the report calls itself: 我局, 我镇, 我县, 我省; 我市 and 我区 decide nothing."""
        text = self.text
        opening = _OPENING.search(self._body(600))
        for pattern, level in _OPENS_AS if opening else ():
            if opening and pattern.search(opening["subject"]):
                return level, said("开头自称“{words}”", words=opening["subject"])
        if len(_TOWN_SPEAKS.findall(text)) > 2:
            return Level.TOWN, mark("文中自称“我镇”“我乡”或“我街道”")
        if self._is_department():
            return Level.DEPARTMENT, mark("文中自称“我局”“我委”等部门称谓")
        for word, level in (
            ("我省", Level.PROVINCE),
            ("我县", Level.COUNTY),
            ("我旗", Level.COUNTY),
            ("我州", Level.CITY),
        ):
            if text.count(word) > 1:
                return level, said("文中自称“{words}”", words=word)
        if len(_DISTRICT_SPEAKS.findall(text)) > 2:
            return Level.COUNTY, mark("文中多次说“区政府”")
        if text.count("全县") > 1 and "县政府" in text:
            return Level.COUNTY, mark("文中说“全县”和“县政府”")
        return None, source

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
