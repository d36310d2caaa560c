"""The PDF reader: the text layer, read in a child process and put together to the paragraphs of the report."""

from __future__ import annotations

import re
from typing import Any

from scorer.errors import InputError
from scorer.i18n import listed, markn, tr, trn
from scorer.patterns import lazily
from scorer.reading import places
from scorer.reading.interface import Document, Source
from scorer.reading.kinds import PDF, identify
from scorer.reading.manuscript import Manuscript

__all__ = ["PdfReader"]

_HEAD = 1024  # bytes: the header may stand so late (ISO 32000-1, appendix H, note 13)
_HEADER = re.compile(rb"%PDF-\d\.\d")
_MEND = "open it in a PDF program and print it to a new PDF, or give its text"
_MOST_NUMBERS = 30  # page numbers in a warning

_MESSAGES = {
    "failed_pages": markn("第{numbers}页（共{total:d}页）无法打开，其内容未读取"),
    "scanned_pages": markn(
        "第{numbers}页（共{total:d}页）没有文字层（扫描件或图片），其内容未读取、未参与评分；请先做文字识别（OCR）"
    ),
    "garbled_pages": markn(
        "第{numbers}页（共{total:d}页）的文字层大多无法辨认（字体未注明对应字符），其内容不可靠；请先做文字识别（OCR）"
    ),
    "blank_pages": markn("第{numbers}页（共{total:d}页）是空白页；如原件此处有内容，则文件已损坏"),
    "pictures": markn("第{numbers}页（共{total:d}页）有大幅图片，图中文字未读取"),
    "pale_text": markn(
        "第{numbers}页（共{total:d}页）有白色或透明的文字，白底上看不见，已一并读入，请核对原件"
    ),
    "notes": markn("第{numbers}页（共{total:d}页）有填写的表单域或文字批注，未计入正文"),
}

# What programs put in place of a title: a file name, the name of a program, a default.
_NO_TITLE = lazily(
    r"\.(?:docx?|wps|rtf|odt|pdf|html?|txt|tmp|indd|cdr)\b|microsoft|untitled|未命名|无标题|文档\d|[\\/]",
    re.I,
)
_TITLE = lazily(r"[\u4e00-\u9fff〇0-9（）()〔〕《》“”、·—\- ]{6,80}")


class PdfReader:
    """PDF documents with a text layer."""

    name = "pdf"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` begins as a PDF does, or does so after other bytes that are no other kind of file."""
        kind = identify(data)
        late = kind is None and _HEADER.search(data[:_HEAD]) is not None
        return kind == PDF or (late and (b"endobj" in data or b"startxref" in data))

    def read(self, data: bytes, name: str) -> Document:
        """The paragraphs with their pages; raises :class:`InputError` for what holds no text that can be read."""
        from scorer.reading.child import run_in_child  # processes are for those who have a PDF

        told = run_in_child("scorer.reading.pdf.worker", data, name, _MEND)
        manuscript = Manuscript(data, name, self.name)
        try:
            _fill(manuscript, told)
            title = told["title"]
        except (KeyError, TypeError, ValueError, AttributeError):
            raise InputError(name, "holds something that cannot be read", _MEND) from None
        return manuscript.finish(Source(title=title) if _is_title(title) else None)


def _fill(manuscript: Manuscript, told: dict[str, Any]) -> None:
    """The child's answer, which may be wrong in any way, as paragraphs and warnings."""
    for text, first, last in told["paragraphs"]:
        manuscript.add(str(text), place=places.pages(first, last))
    for code, message in _MESSAGES.items():
        if numbers := told["found"].get(code):
            words = trn(message, len(numbers), numbers=_numbers(numbers), total=told["pages"])
            manuscript.warn(code, words)
    if told["attachments"]:
        manuscript.warn("attachments", trn("文件内嵌{count:d}个附件，未读取", told["attachments"]))
    if told["cut_off"]:
        manuscript.warn("cut_off", tr("文件缺少结尾标记，可能不完整，末尾内容或未读取"))


def _numbers(numbers: list[int]) -> str:
    """Page numbers, runs drawn together: 2、5—7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = listed(
        f"{first:d}" if first == last else f"{first:d}—{last:d}" for first, last in runs[:_MOST_NUMBERS]
    )
    return tr("{numbers}等", numbers=told) if len(runs) > _MOST_NUMBERS else told


def _is_title(title: str) -> bool:
    """Whether the title in the file's properties may be that of a report."""
    return (
        bool(_TITLE.fullmatch(title))
        and not _NO_TITLE.search(title)
        and any("\u4e00" <= c <= "\u9fff" for c in title)
    )
