"""From a text to a :class:`Report`: the stages in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scorer.i18n import said, tr, trn
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

_LONG = 200  # characters without a mark that no report writes
_MARKS = re.compile("[，。；：！？、\n]")
# Frequent in every report, and each written otherwise in simplified characters.
_TRADITIONAL = "設執規見審機關責務實備類級經議門開發監導領業員為與個項條處結論權貫習總書記國縣區鄉鎮"
_FEW = 5


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
    metadata = Metadata(level=level, level_source=tr("由使用者指定"))
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
        taken = said("评分照常进行，结果仅供参考")
        if not_told_by_government(metadata.title, text):
            taken = said("其中所述不作为政府已完成的证据")
        elif is_plan(metadata.title, text):
            taken = said("全文按计划对待，不作为已完成的证据")
        words = tr("不像法治政府建设年度报告：{genre}。{taken}。", genre=genre, taken=taken)
        warnings.append(Notice("not_a_report", words))
    if metadata.level is None:
        cause = metadata.level_source or tr("文中没有写明报告机关和地区")
        words = tr("未能确定政府层级：{cause}。请用 --level 指定，否则不按层级剔除指标。", cause=cause)
        warnings.append(Notice("level_unknown", words))
    if metadata.year is None:
        words = tr("未能确定报告年度，无法按年份区分成效与计划。请用 --year 指定。")
        warnings.append(Notice("year_unknown", words))
    return (*warnings, *_of_the_script(text))


def _of_the_script(text: str) -> Iterator[Notice]:
    """Notices about a text that cannot be read as other reports are."""
    if len(text) >= _LONG and len(_MARKS.findall(text)) * _LONG < len(text):
        yield Notice(
            "no_punctuation",
            tr("全文几乎没有标点，无法分句：成效、问题、计划难以区分，评分不可靠。请用带标点的原文。"),
        )
    traditional = sum(text.count(character) for character in _TRADITIONAL)
    if traditional >= _FEW and traditional * 50 >= len(text):
        yield Notice(
            "traditional_characters",
            trn(
                "正文有繁体字（{count}处），指标词语是简体，多数不会命中。请转换为简体后再评分。", traditional
            ),
        )
