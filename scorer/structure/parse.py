"""From a text to a :class:`Report`: the stages in their order."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.reading.interface import HeadingMark, Source
from scorer.structure.assembly import Assembly
from scorer.structure.blocks import Kind, sort_blocks
from scorer.structure.genre import is_plan, not_told_by_government, other_genre
from scorer.structure.headings import find_headings
from scorer.structure.layout import unwrap
from scorer.structure.marks import marked_blocks, set_depths
from scorer.structure.metadata import read_metadata
from scorer.structure.model import Level, Metadata, Notice, Report
from scorer.structure.sentences import Stretch
from scorer.text import Text, View, fold

__all__ = ["parse_fragment", "parse_report"]


def parse_report(
    document_text: Text,
    *,
    level: Level | None = None,
    year: int | None = None,
    source: Source | None = None,
    marks: Sequence[HeadingMark] = (),
) -> Report:
    """Read the structure of a whole report; ``level`` and ``year`` overrule what the text says.

    ``source`` (what the container says of the report) fills what the text leaves open; ``marks`` are the
    paragraphs that the container calls headings. Never fails: what stays unknown is None in the metadata and
    is told in ``warnings``.
    """
    view = unwrap(document_text.content, fold(document_text.content))
    blocks = _blocks(view.text)
    kinds = sort_blocks([view.text[start:end] for start, end in blocks])
    depths = marked_blocks(view, blocks, kinds, marks)
    metadata = read_metadata(view, blocks, kinds, level=level, year=year, source=source)
    warnings = _warnings(metadata, view.text)
    return _assemble(document_text, view, blocks, kinds, metadata, warnings, depths, fragment=False)


def parse_fragment(text: Text, *, level: Level) -> Report:
    """Read one sentence or a few that stand for themselves, without title and metadata.

    The role is achievement unless the words say problem or plan.
    """
    view = unwrap(text.content, fold(text.content))
    blocks = _blocks(view.text)
    metadata = Metadata(level=level, level_source="由使用者指定")
    return _assemble(text, view, blocks, [Kind.BODY] * len(blocks), metadata, (), {}, fragment=True)


def _assemble(
    text: Text,
    view: View,
    blocks: Sequence[Stretch],
    kinds: Sequence[Kind],
    metadata: Metadata,
    warnings: tuple[Notice, ...],
    depths: dict[int, int],
    *,
    fragment: bool,
) -> Report:
    headings = find_headings(view.text, blocks, kinds)
    if depths:
        headings = set_depths(view.text, headings, depths)
    made = Assembly(view, blocks, kinds, headings, metadata, fragment=fragment)
    return Report(
        text=text,
        view=view,
        metadata=metadata,
        sections=made.sections(),
        paragraphs=made.paragraphs(),
        sentences=made.sentences(),
        roles=made.roles(len(text)),
        warnings=warnings,
    )


def _blocks(text: str) -> list[Stretch]:
    """The lines of an unwrapped view that hold words."""
    blocks: list[Stretch] = []
    at = 0
    for line in text.split("\n"):
        if line:
            blocks.append((at, at + len(line)))
        at += len(line) + 1
    return blocks


def _warnings(metadata: Metadata, text: str) -> tuple[Notice, ...]:
    warnings: list[Notice] = []
    genre = other_genre(metadata.title, text)
    if genre:
        taken = "评分照常进行，结果仅供参考"
        if not_told_by_government(metadata.title, text):
            taken = "其中所述不作为政府已完成的证据"
        elif is_plan(metadata.title, text):
            taken = "全文按计划对待，不作为已完成的证据"
        warnings.append(Notice("not_a_report", f"不像法治政府建设年度报告：{genre}。{taken}。"))
    if metadata.level is None:
        cause = metadata.level_source or "文中没有写明报告机关和地区"
        warnings.append(
            Notice("level_unknown", f"未能确定政府层级：{cause}。请用 --level 指定，否则不按层级剔除指标。")
        )
    if metadata.year is None:
        warnings.append(
            Notice("year_unknown", "未能确定报告年度，无法按年份区分成效与计划。请用 --year 指定。")
        )
    return tuple(warnings)
