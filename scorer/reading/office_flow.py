"""What the readers of word processor files share: pieces of text in reading order, and the lines of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scorer.i18n import listed, markn, tr, trn
from scorer.reading import places
from scorer.reading.interface import Source
from scorer.reading.manuscript import Manuscript

__all__ = ["Losses", "Piece", "plausible_source", "row_lines", "squeeze", "write_pieces"]

_FEW_WORDS = 300  # a report with fewer characters and with pictures has its text in the pictures
_TITLE_WORDS = ("报告", "总结", "情况")
_LONGEST_TITLE = 80
_SHORTEST_TITLE = 8
_ORGANS = ("政府", "局", "厅", "委员会", "办公室", "办公厅", "办事处")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, a line of a table, of a text box or of a note.

    ``place`` is its label; None for a paragraph of the running text, which is numbered when it is written.
    ``depth`` counts from 1 for a heading.
    """

    text: str
    depth: int | None = None
    place: str | None = None


@dataclass(slots=True)
class Losses:
    """What a file holds besides the text that was read; ``hidden`` counts characters, the others things."""

    hidden: int = 0
    changes: int = 0
    pictures: int = 0
    graphics: int = 0
    objects: int = 0
    chunks: int = 0
    missing: list[str] = field(default_factory=list)

    def tell(self, manuscript: Manuscript, characters: int) -> None:
        """Warn of everything that a person who opens the file could take for a part of what was scored."""
        few = characters < _FEW_WORDS
        if self.changes:
            manuscript.warn("tracked_changes", tr("文档含未处理的修订，已按“接受全部修订”后的文字读取"))
        counted = (
            ("hidden_text", self.hidden, markn("文档含{count}个隐藏文字，未读入")),
            ("embedded_documents", self.chunks, markn("文档嵌入了{count}个外部文档，其内容未读入")),
            (
                "embedded_objects",
                self.objects,
                markn("文档含{count}个嵌入对象（表格、公式等），其内容未读入"),
            ),
            ("graphics", self.graphics, markn("文档含{count}处图表或图形，其中的文字未读入")),
        )
        for code, count, message in counted:
            if count:
                manuscript.warn(code, trn(message, count))
        if self.missing:
            words = tr("文档缺少部件{parts}，标题、编号或脚注可能不全", parts=listed(self.missing))
            manuscript.warn("missing_parts", words)
        if few and self.pictures:
            message = markn(
                "文档文字很少，另有{count}幅图片；图片中的文字未读入，如为扫描件请先做文字识别（OCR）"
            )
            manuscript.warn("pictures", trn(message, self.pictures))


def squeeze(text: str) -> str:
    """The text without any white space, by which short marks are compared."""
    return "".join(text.split())


def row_lines(cells: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table row, each cell given by its lines.

    Cells stand on one line, parted by tabs. Only a cell of several paragraphs with sentences, as tables that
    lay out a page have them, keeps its paragraphs, and so does one that is alone in its row.
    """
    filled = [[line for line in cell if line.strip()] for cell in cells]
    filled = [cell for cell in filled if cell]
    if len(filled) == 1:
        return filled[0]
    lines: list[str] = []
    joined: list[str] = []
    for cell in filled:
        if len(cell) > 1 and any("。" in line for line in cell):
            lines.extend(["\t".join(joined)] * bool(joined))
            lines.extend(cell)
            joined = []
        else:
            joined.extend(" ".join(line.splitlines()) for line in cell)
    return lines + ["\t".join(joined)] * bool(joined)


def write_pieces(manuscript: Manuscript, pieces: Iterable[Piece]) -> int:
    """Hand the pieces on, the paragraphs numbered as a person counts them: empty ones do not count.

    Returns how many characters were written.
    """
    paragraphs = characters = 0
    for piece in pieces:
        words = piece.text.strip()
        if not words:
            continue
        characters += len(words)
        place = piece.place
        if place is None:
            paragraphs += 1
            place = places.paragraph(paragraphs)
        manuscript.add(piece.text, place=place, depth=piece.depth)
    return characters


def plausible_source(title: str | None, creator: str | None) -> Source | None:
    """What the properties of the file tell of the report: most hold a template's title and a clerk's name."""
    title = " ".join((title or "").split())
    creator = squeeze(creator or "")
    if not (_SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE and any(word in title for word in _TITLE_WORDS)):
        title = ""
    if not (4 <= len(creator) <= 40 and creator.endswith(_ORGANS)):
        creator = ""
    return Source(title=title or None, issuer=creator or None) if title or creator else None
