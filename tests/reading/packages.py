"""Word and OpenDocument files made from the markup that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from scorer.reading import Document, read_bytes

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    f'xmlns:r="{_OFFICE}"'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_SPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("svg", "svg-compatible"), ("meta", "meta"), ("manifest", "manifest"),
    )
)  # fmt: skip
ODF_TEXT = "application/vnd.oasis.opendocument.text"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts, in this order; the kind of an OpenDocument file is stored as it is."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return buffer.getvalue()


def word_part(name: str, content: str, space: str = WORD) -> str:
    """A part with ``w:name`` as its root."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{space}" {_SPACES}>{content}</w:{name}>'


def relationships(**targets: str) -> str:
    """A .rels part: kind of relationship → target."""
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def docx_parts(body: str, *, space: str = WORD, **parts: str) -> dict[str, str | bytes]:
    """The parts of a Word document; ``styles``, ``numbering``, ``footnotes`` … hold the content of theirs."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": relationships(officeDocument="word/document.xml"),
        "word/document.xml": word_part("document", f"<w:body>{body}</w:body>", space),
        "word/_rels/document.xml.rels": relationships(**{name: f"{name}.xml" for name in parts}),
    }
    for name, content in parts.items():
        made[f"word/{name}.xml"] = word_part(name, content, space)
    return made


def docx(body: str, *, space: str = WORD, **parts: str) -> bytes:
    """A Word document with this body."""
    return zipped(docx_parts(body, space=space, **parts))


def odt_parts(
    text: str, *, automatic: str = "", styles: str = "", kind: str = ODF_TEXT
) -> dict[str, str | bytes]:
    """The parts of an OpenDocument text with these automatic and common styles."""
    return {
        "mimetype": kind,
        "content.xml": (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODF_SPACES}>'
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
        ),
        "styles.xml": (
            f"<office:document-styles {ODF_SPACES}><office:styles>{styles}</office:styles></office:document-styles>"
        ),
    }


def odt(text: str, *, automatic: str = "", styles: str = "") -> bytes:
    """An OpenDocument text."""
    return zipped(odt_parts(text, automatic=automatic, styles=styles))


def p(words: str, properties: str = "") -> str:
    """A Word paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(words)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of a Word paragraph."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def lines(data: bytes) -> list[str]:
    """The lines of the text as it was read."""
    return read_bytes(data, "报告").text.content.splitlines()


def places(document: Document) -> list[tuple[str, str]]:
    """Label and words of each place."""
    return [(place.label, document.text.content[place.start : place.end]) for place in document.places]


def codes(document: Document) -> list[str]:
    """The codes of the warnings."""
    return [warning.code for warning in document.warnings]
