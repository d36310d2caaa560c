"""What ``scorer read --outline`` shows: metadata, roles and sections, so a person can see what was understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from scorer.i18n import tr
from scorer.reading.interface import Document, Source
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.labels import LEVEL, ROLE
from scorer.rendering.wrap import cells, pad
from scorer.structure.model import Metadata, Report, Role, RoleSpan, Section

__all__ = ["as_data", "as_text"]

_WORDS, _TITLE, _VALUE = 36, 60, 120
_AT, _LABEL = 8, 14  # cells


def as_text(document: Document, report: Report) -> str:
    """The outline for people: facts, then runs of one role, then the tree of headings, each with its place."""
    parts = (
        [*_facts(report), *_origin(document)],
        _roles(document, report),
        _sections(document, report),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _facts(report: Report) -> Iterator[str]:
    metadata = report.metadata
    level = LEVEL[metadata.level] if metadata.level else tr("未能判定")
    if metadata.level_source:
        level = tr("{level}（{source}）", level=level, source=metadata.level_source)
    rows = (
        (tr("标题"), metadata.title),
        (tr("地区"), metadata.place),
        (tr("层级"), level),
        (tr("年度"), str(metadata.year) if metadata.year else None),
        (tr("署名"), metadata.issuer),
        (tr("文号"), metadata.document_number),
        (tr("日期"), metadata.date),
        (tr("字数"), str(len(report.text))),
    )
    widest = max(cells(label) for label, _ in rows)
    for label, value in rows:
        yield f"{pad(label, widest)}  {visible(value) if value else tr('（未写）')}"


def _origin(document: Document) -> Iterator[str]:
    """What the container says outside the text, as far as it says anything, and who read it."""
    source = document.source or Source()
    known = (
        (tr("载体所记标题"), source.title),
        (tr("载体所记署名"), source.issuer),
        (tr("载体所记日期"), source.date),
        (tr("载体所记文号"), source.document_number),
        (tr("载体所记网址"), source.url),
        (tr("读取方式"), document.reader),
    )
    for label, value in known:
        if value:
            yield f"{label}  {excerpt(value, _VALUE)[0]}"


def _roles(document: Document, report: Report) -> Iterator[str]:
    yield tr("角色")
    role = max(cells(ROLE[one]) for one in Role if one is not Role.CHROME)
    width = _place_width(document)
    for run in report.roles:
        words = report.text.content[run.start : run.end].strip()
        if words:
            start = _first_word(report, run)
            opening = excerpt(report.text.content[start : run.end], _WORDS)[0]
            yield f"  {_place(document, report, start, width)}  {pad(ROLE[run.role], role)}  {opening}"


def _first_word(report: Report, run: RoleSpan) -> int:
    content = report.text.content
    start = run.start
    while start < run.end and content[start].isspace():
        start += 1
    return start


def _place_width(document: Document) -> int:
    return max([_LABEL, *(cells(visible(place.label)) for place in document.places)])


def _place(document: Document, report: Report, offset: int, width: int) -> str:
    """Line and column, and the place in the container where there are any, in columns of one width."""
    at = report.text.locate(offset)
    shown = pad(f"{at.line}:{at.column}", _AT)
    if not document.places:
        return shown
    return shown + " " + pad(visible(document.place_at(offset) or ""), width)


def _sections(document: Document, report: Report) -> Iterator[str]:
    yield tr("章节")
    width = _place_width(document)
    if not report.sections:
        yield f"  {tr('（没有标题）')}"
    for section in report.sections:
        indent = "  " * section.depth
        yield f"  {_place(document, report, section.start, width)}{indent}{excerpt(section.title, _TITLE)[0]}"


def as_data(document: Document, report: Report) -> dict[str, Any]:
    """Text and outline for scripts; offsets are code points into ``text``, ends exclusive."""
    return {
        "schema": "reading/1",
        "name": document.text.name,
        "reader": document.reader,
        "sha256": document.sha256,
        "text": document.text.content,
        "source": None if document.source is None else asdict(document.source),
        "places": [asdict(place) for place in document.places],
        "headings": [asdict(mark) for mark in document.headings],
        "report": _metadata(report.metadata),
        "sections": [_section(section) for section in report.sections],
        "roles": [{"role": run.role.value, "start": run.start, "end": run.end} for run in report.roles],
        "sentences": [
            {
                "start": sentence.start,
                "end": sentence.end,
                "role": sentence.role.value,
                "section": sentence.section,
                "heading": sentence.heading,
                "clauses": [
                    {
                        "start": clause.start,
                        "end": clause.end,
                        "realis": clause.realis.value,
                        "why": tr(clause.why),
                    }
                    for clause in sentence.clauses
                ],
            }
            for sentence in report.sentences
        ],
        "warnings": [{"code": w.code, "message": w.message} for w in document.warnings]
        + [{"code": w.code, "message": w.message} for w in report.warnings],
    }


def _metadata(metadata: Metadata) -> dict[str, Any]:
    return {
        "title": metadata.title,
        "place": metadata.place,
        "level": metadata.level.value if metadata.level else None,
        "level_source": metadata.level_source,
        "year": metadata.year,
        "issuer": metadata.issuer,
        "document_number": metadata.document_number,
        "date": metadata.date,
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "depth": section.depth,
        "start": section.start,
        "end": section.end,
        "parent": section.parent,
    }
