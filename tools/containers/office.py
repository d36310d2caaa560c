"""Word processor files: a report is set in flat OpenDocument, and LibreOffice saves it as the rest."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from tools.containers.layout import Line, Look, Sheet

__all__ = ["OFFICE_KINDS", "flat_document", "save_as"]

# Suffix of the made file and what LibreOffice calls its filter.
OFFICE_KINDS = {
    ".docx": "docx:MS Word 2007 XML",
    ".doc": "doc:MS Word 97",
    ".odt": "odt:writer8",
    ".rtf": "rtf:Rich Text Format",
    ".pdf": "pdf:writer_pdf_Export",
}

_SECONDS = 180
_SPACES = re.compile(" {2,}|^ ")
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)


def _style(name: str, paragraph: str, font: str, points: int, weight: str = "normal") -> str:
    face = f'style:font-name-asian="{font}" style:font-name="{font}"'
    size = f'fo:font-size="{points}pt" style:font-size-asian="{points}pt"'
    bold = f'fo:font-weight="{weight}" style:font-weight-asian="{weight}"'
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {face} {size} {bold}/></style:style>"
    )


# As GB/T 9704 sets an official document: 小标宋 二号 in the middle, 黑体 and 楷体 for headings, 仿宋 三号 below
# with an indent of two characters, and the number of the page between dashes at its foot.
_INDENT = 'fo:text-indent="32pt" fo:line-height="28pt"'
_FONTS = "".join(
    f'<style:font-face style:name="{font}" svg:font-family="{font}"/>'
    for font in ("方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312")
)
_STYLES = "".join(
    (
        _style("title", 'fo:text-align="center" fo:margin-bottom="28pt"', "方正小标宋简体", 22),
        _style("heading1", _INDENT, "黑体", 16, "bold"),
        _style("heading2", _INDENT, "楷体_GB2312", 16, "bold"),
        _style("body", _INDENT, "仿宋_GB2312", 16),
        _style("signature", 'fo:text-align="end"', "仿宋_GB2312", 16),
        _style("foot", 'fo:text-align="center"', "仿宋_GB2312", 14),
    )
)
_BOLD = (
    '<style:style style:name="bold" style:family="text">'
    '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>'
)
_PAGE = (
    '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" '
    'fo:page-height="29.7cm" fo:margin-top="3.7cm" fo:margin-bottom="2.5cm" fo:margin-left="2.8cm" '
    'fo:margin-right="2.6cm"/><style:footer-style><style:header-footer-properties fo:min-height="1cm"/>'
    "</style:footer-style></style:page-layout>"
)
_MASTER = (
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">'
    '<style:footer><text:p text:style-name="foot">— <text:page-number>1</text:page-number> —</text:p>'
    "</style:footer></style:master-page></office:master-styles>"
)


def flat_document(sheet: Sheet) -> str:
    """The report as one XML file (OpenDocument 1.3 part 3, 3.1.2), which LibreOffice opens."""
    body = "".join(_paragraph(line) for line in sheet.lines)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<office:document {_NAMESPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{_FONTS}</office:font-face-decls><office:styles>{_STYLES}</office:styles>"
        f"<office:automatic-styles>{_BOLD}{_PAGE}</office:automatic-styles>{_MASTER}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>\n"
    )


def _paragraph(line: Line) -> str:
    if line.look is Look.HEADING and line.depth == 1:
        return f'<text:h text:style-name="heading1" text:outline-level="1">{_marked(line.words)}</text:h>'
    # Most typists only make a second heading bold: it must be found by its words.
    style = "heading2" if line.look is Look.HEADING else line.look.value
    strong = f'<text:span text:style-name="bold">{_marked(line.words[: line.bold])}</text:span>'
    words = (strong if line.bold else "") + _marked(line.words[line.bold :])
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def _marked(words: str) -> str:
    """Words as XML; several spaces would otherwise count as one."""
    return _SPACES.sub(lambda run: f'<text:s text:c="{len(run[0])}"/>', escape(words))


def save_as(sources: Iterable[Path], suffix: str, folder: Path) -> None:
    """Let LibreOffice save each source in ``folder``; raises FileNotFoundError when one did not arrive.

    It works in a profile of its own, and its exit code is no proof: it is 0 also when nothing was written.
    """
    names = [str(source) for source in sources]
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", OFFICE_KINDS[suffix], "--outdir", str(folder), *names]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    for name in names:
        made = folder / f"{Path(name).stem}{suffix}"
        if not made.is_file() or not made.stat().st_size:
            raise FileNotFoundError(f"LibreOffice did not write {made}")
