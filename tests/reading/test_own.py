"""What scorer wrote is known as such in every format and language; reports that look a little like it are reports."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from scorer.errors import InputError
from scorer.i18n import LANGUAGES, use_language
from scorer.reading import read_bytes
from scorer.reading.own import GENERATOR, is_own
from scorer.rendering import RENDERERS
from scorer.rendering.interface import Options
from tests.rendering.cards import CARD, hostile_card

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def written(name: str, language: str) -> bytes:
    with use_language(language):
        content = RENDERERS[name].render([CARD], Options())
    return content if isinstance(content, bytes) else content.encode("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_is_known(name: str, language: str) -> None:
    assert is_own(written(name, language))


@pytest.mark.parametrize("name", RENDERERS)
def test_a_hostile_report_does_not_hide_its_scorecard(name: str) -> None:
    content = RENDERERS[name].render([hostile_card()], Options())
    assert is_own(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))


@pytest.mark.parametrize("name", ["json", "csv", "markdown", "html", "docx"])
def test_it_cannot_be_read_as_a_report(name: str) -> None:
    with pytest.raises(
        InputError, match="is what scorer wrote about reports, and no report; give the report itself"
    ):
        read_bytes(written(name, "zh"), "card.txt")
    with pytest.raises(InputError, match="is what scorer wrote"):
        read_bytes(written(name, "zh"), "card.txt", office=True)


def test_a_table_that_a_spreadsheet_saved_again_is_known() -> None:
    table = written("csv", "zh").decode("utf-8-sig")
    assert is_own(table.encode("utf-8"))
    assert is_own(table.encode("gb18030"))


def test_a_word_file_that_was_edited_and_saved_again_is_known() -> None:
    document = Document(io.BytesIO(written("docx", "zh")))
    document.paragraphs[0].text = "改过的题目"
    saved = io.BytesIO()
    document.save(saved)
    assert is_own(saved.getvalue())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_reports_are_none_of_ours(path: Path) -> None:
    assert not is_own(path.read_bytes())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"schema": "order/1"}',
        b'{"$schema": "https://example.org/sarif-schema-2.1.0.json", "name": "other"}',
        b'<meta name="generator" content="WordPress">',
        "报告,地区,年度\r\n".encode(),
        "本报告由 scorer 0.1.0 评分\nscorer\nscorer 平台\n".encode(),
        b"\nscorer 1.0 deadbeef\n",
        b"\nscorer 1.0" * 50,
        b"PK\x03\x04 cut short",
    ],
)
def test_what_only_looks_like_it_is_not_ours(data: bytes) -> None:
    assert not is_own(data)


def test_another_archive_is_not_ours() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("docProps/core.xml", "<cp:keywords>法治</cp:keywords>")
    assert not is_own(packed.getvalue())


def test_the_generator_is_named_by_the_page() -> None:
    assert f'<meta name="generator" content="{GENERATOR}">'.encode() in written("html", "zh")[:2000]
