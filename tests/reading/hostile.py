"""Damaged, misnamed and hostile files, each made by a few lines and with what must become of it.

``python -m tests.reading.hostile FOLDER`` writes them to a folder, to try them by hand.
"""

from __future__ import annotations

import gzip
import io
import struct
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.reading.doc_builder import Piece, Word, container
from tests.reading.packages import docx, docx_parts, odt, odt_parts, p, r, relationships, zipped
from tests.reading.pdfs import assembled, deflated, lines, pdf, picture, stream

__all__ = ["FILES", "Hostile"]

WORDS = "全年办理行政复议案件65件，行政机关负责人出庭应诉率100%。"
TITLE = "青山县人民政府关于2021年度法治政府建设情况的报告"
MADE = Path(__file__).parents[1] / "fixtures" / "containers"
MB = 1024 * 1024


@dataclass(frozen=True)
class Hostile:
    """A file: its name, its bytes, and a stretch of the text it holds or of the message that refuses it.

    ``outcome`` is ``text`` or ``refused``; what could cost much is ``heavy`` and is tried in a process of its own.
    ``absent`` must not be in the text.
    """

    name: str
    make: Callable[[], bytes]
    outcome: str
    words: str
    heavy: bool = False
    absent: str = "\x00"


FILES: list[Hostile] = []


def text(name: str, words: str = WORDS, *, heavy: bool = False, absent: str = "\x00") -> Callable[..., None]:
    """The file made by the function below is read, and holds these words."""
    return lambda make: FILES.append(Hostile(name, make, "text", words, heavy, absent))


def refused(name: str, words: str, *, heavy: bool = False) -> Callable[..., None]:
    """The file made by the function below is refused with these words."""
    return lambda make: FILES.append(Hostile(name, make, "refused", words, heavy))


def made(name: str) -> bytes:
    return (MADE / f"daye-2021{name}").read_bytes()


def add(outcome: Callable[..., None], make: Callable[[], bytes]) -> None:
    outcome(make)


# -- Word ----------------------------------------------------------------------------------------------------

_BODY = p(TITLE) + p(WORDS)
_DOCUMENT = docx_parts(_BODY)["word/document.xml"]
assert isinstance(_DOCUMENT, str)


def swollen(parts: Mapping[str, str | bytes], name: str, head: str, tail: str, megabytes: int) -> bytes:
    """An archive in which one part holds that many megabytes of spaces between its head and its tail."""
    buffer = io.BytesIO(zipped({key: content for key, content in parts.items() if key != name}))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        part.write(head.encode())
        for _ in range(megabytes):
            part.write(b" " * MB)
        part.write(tail.encode())
    return buffer.getvalue()


def with_document(content: str | bytes, **more: str | bytes) -> bytes:
    return zipped(docx_parts(_BODY) | {"word/document.xml": content} | more)


@refused("bomb.docx", "MB", heavy=True)
def _() -> bytes:
    return swollen(docx_parts(_BODY), "word/document.xml", *_DOCUMENT.split(p(WORDS)), 300)


@text("bomb-in-a-picture.docx", heavy=True)
def _() -> bytes:
    return swollen(docx_parts(_BODY), "word/media/image1.bmp", "BM", "", 300)


@refused("laughs.docx", "DOCTYPE")
def _() -> bytes:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "法法法法法">{entities}]>'
    return with_document(_DOCUMENT.replace("<w:document", doctype + "<w:document", 1).replace(TITLE, "&l9;"))


@refused("outside-entity.docx", "DOCTYPE")
def _() -> bytes:
    doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return with_document(_DOCUMENT.replace("<w:document", doctype + "<w:document", 1).replace(TITLE, "&e;"))


@refused("utf-16-entity.docx", "DOCTYPE")
def _() -> bytes:
    doctype = '<!DOCTYPE x [<!ENTITY e "法">]>'
    content = _DOCUMENT.replace("UTF-8", "UTF-16").replace("<w:document", doctype + "<w:document", 1)
    return with_document(content.encode("utf-16"))


@text("utf-16.docx")
def _() -> bytes:
    return with_document(_DOCUMENT.replace("UTF-8", "UTF-16").encode("utf-16"))


@refused("forged-size.docx", "damaged", heavy=True)
def _() -> bytes:
    head, tail = _DOCUMENT.split(p(WORDS))
    data = swollen(docx_parts(_BODY), "word/document.xml", head, tail, 200)
    real = struct.pack("<I", len(head.encode()) + 200 * MB + len(tail.encode()))
    return data.replace(real, struct.pack("<I", 2000))


@refused("overlapping.docx", "", heavy=True)
def _() -> bytes:
    """Every entry of the directory names the same bytes, which inflate to 30 MB each time."""
    data = zipped({"word/document.xml": b" " * (30 * MB)})
    start = data.index(b"PK\x01\x02")
    entry = data[start : data.index(b"PK\x05\x06")]
    names = [b"[Content_Types].", b"_rels/.rels", b"word/styles.xml", b"word/numbering."]
    entries = entry + b"".join(
        entry[:28] + struct.pack("<H", len(name) + 3) + entry[30:46] + name + b"xml" for name in names
    )
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 5, 5, len(entries), start, 0)
    return data[:start] + entries + end


@refused("deep.docx", "deep", heavy=True)
def _() -> bytes:
    deep = "<w:sdt><w:sdtContent>" * 100_000 + p(WORDS) + "</w:sdtContent></w:sdt>" * 100_000
    return docx(deep)


@refused("endless.docx", "too much markup", heavy=True)
def _() -> bytes:
    return docx(p("一、依法行政") * 200_000)


@refused("attributes.docx", "", heavy=True)
def _() -> bytes:
    attributes = " ".join(f'w:a{i}="1"' for i in range(400_000))
    return docx(f"<w:p {attributes}>{r(WORDS)}</w:p><w:bad")


@refused("cut.docx", "")
def _() -> bytes:
    return made(".docx")[:8000]


@refused("cut-behind.docx", "")
def _() -> bytes:
    return made(".docx")[:-30]


@refused("flipped.docx", "damaged")
def _() -> bytes:
    data = bytearray(docx(_BODY * 50))
    at = data.index(b"word/document.xml") + 200
    data[at : at + 40] = bytes(40)
    return bytes(data)


@refused("without-text.docx", "without a Word text")
def _() -> bytes:
    parts = docx_parts(_BODY)
    del parts["word/document.xml"]
    return zipped({**parts, "word/styles.xml": "<x/>"})


@refused("not-xml.docx", "not well-formed")
def _() -> bytes:
    return with_document(_DOCUMENT[:-20])


@refused("nul.docx", "not well-formed")
def _() -> bytes:
    return with_document(_DOCUMENT.replace(TITLE, "&#0;&#xD800;"))


@text("climbing.docx")
def _() -> bytes:
    return zipped({**docx_parts(_BODY), "../../../../tmp/evil.txt": "evil", "/etc/evil": "evil"})


@text("outside-links.docx", absent="169.254")
def _() -> bytes:
    target = "http://169.254.169.254/latest"
    links = relationships(attachedTemplate=target, image=target).replace("/>", ' TargetMode="External"/>')
    return zipped({**docx_parts(_BODY), "word/_rels/document.xml.rels": links})


@refused("twice.docx", "more than once")
def _() -> bytes:
    buffer = io.BytesIO(docx(_BODY))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xm_", _DOCUMENT.replace("65", "99"))
    return buffer.getvalue().replace(b"word/document.xm_", b"word/document.xml")


@refused("many-members.docx", "members", heavy=True)
def _() -> bytes:
    return zipped({**docx_parts(_BODY), **{f"word/media/{i}": b"" for i in range(70_000)}})


@refused("odd-packing.docx", "")
def _() -> bytes:
    data = docx(_BODY)
    start = data.index(b"PK\x01\x02")
    return data[:start] + data[start:].replace(b"\x08\x00", b"\x63\x00")


@refused("locked-archive.docx", "password")
def _() -> bytes:
    data = bytearray(docx(_BODY))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1  # APPNOTE.TXT 4.4.4: the member is encrypted
            at = data.find(signature, at + 4)
    return bytes(data)


@refused("locked.docx", "password")
def _() -> bytes:
    """As Word protects a document: an OLE file around the encrypted package (MS-OFFCRYPTO 2.3)."""
    return container({"EncryptionInfo": b"\x04\x00\x04\x00", "EncryptedPackage": bytes(range(256)) * 32})


@refused("empty.docx", "holds no")
def _() -> bytes:
    return docx("<w:p/>")


@refused("scanned.docx", "holds no")
def _() -> bytes:
    picture_ = '<w:p><w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r></w:p>'
    return zipped({**docx_parts(picture_ * 3), "word/media/image1.png": b"\x89PNG\r\n\x1a\n"})


@text("document-named.txt")
def _() -> bytes:
    return docx(_BODY)


@text("document-named.pdf")
def _() -> bytes:
    return docx(_BODY)


@refused("workbook-named.docx", "Excel workbook")
def _() -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})


@refused("slides-named.docx", "presentation")
def _() -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"})


# -- archives ------------------------------------------------------------------------------------------------


@refused("packed.zip", "archive (ZIP)")
def _() -> bytes:
    return zipped({"报告.docx": docx(_BODY)})


@refused("zips-in-zips.zip", "archive (ZIP)", heavy=True)
def _() -> bytes:
    inner = zipped({"0": bytes(20 * MB)})
    for level in range(6):
        inner = zipped({f"{level}-{number}.zip": inner for number in range(16)})
    return inner


@refused("packed.docx.gz", "gzip")
def _() -> bytes:
    return gzip.compress(docx(_BODY))


@refused("packed.tar", "archive (tar)")
def _() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("报告.txt"))
    return buffer.getvalue()


@refused("archive-end-only.docx", "archive (ZIP)")
def _() -> bytes:
    return b"PK\x05\x06" + bytes(18)


# -- OpenDocument --------------------------------------------------------------------------------------------

_ODT_BODY = f"<text:p>{TITLE}</text:p><text:p>{WORDS}</text:p>"


@refused("bomb.odt", "MB", heavy=True)
def _() -> bytes:
    parts = odt_parts(_ODT_BODY)
    return swollen(parts, "content.xml", *str(parts["content.xml"]).split(f"<text:p>{WORDS}</text:p>"), 300)


@refused("laughs.odt", "DOCTYPE")
def _() -> bytes:
    parts = odt_parts(_ODT_BODY)
    content = str(parts["content.xml"])
    at = content.index("?>") + 2
    return zipped({**parts, "content.xml": content[:at] + '<!DOCTYPE x [<!ENTITY a "b">]>' + content[at:]})


@text("spaces.odt", heavy=True)
def _() -> bytes:
    return odt(f'{_ODT_BODY}<text:p>一<text:s text:c="2000000000"/>二</text:p>')


@text("repeated-rows.odt", heavy=True)
def _() -> bytes:
    cell = (
        '<table:table-cell table:number-columns-repeated="1000000000"><text:p>一</text:p></table:table-cell>'
    )
    row = f'<table:table-row table:number-rows-repeated="1000000000">{cell}</table:table-row>'
    return odt(f"{_ODT_BODY}<table:table>{row}</table:table>")


@refused("cut.odt", "")
def _() -> bytes:
    return made(".odt")[:20_000]


@refused("locked.odt", "password")
def _() -> bytes:
    entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    listed = f'<manifest:manifest xmlns:manifest="{space}">{entry}</manifest:manifest>'
    return zipped({**odt_parts(""), "content.xml": bytes(range(256)), "META-INF/manifest.xml": listed})


@refused("sheet-named.odt", "OpenDocument")
def _() -> bytes:
    return zipped(odt_parts("", kind="application/vnd.oasis.opendocument.spreadsheet"))


@refused("empty.odt", "holds no")
def _() -> bytes:
    return odt("<text:p/>")


# -- web pages -----------------------------------------------------------------------------------------------


def page(body: str, head: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()
    )


_PAGE = f"<h1>{TITLE}</h1><p>{WORDS}</p>"


@refused("deep.html", "", heavy=True)
def _() -> bytes:
    return page("<div>" * 30_000 + _PAGE)


@refused("tables.html", "", heavy=True)
def _() -> bytes:
    return page("<table><tr><td>" * 50_000 + _PAGE)


@text("inline-picture.html", heavy=True)
def _() -> bytes:
    return page(f'{_PAGE}<img src="data:image/png;base64,{"A" * 20 * MB}">')


@refused("blank.html", "")
def _() -> bytes:
    return page("")


@refused("script-only.html", "")
def _() -> bytes:
    return page(f'<div id="app"></div><script>document.write("{WORDS}")</script>')


@refused("attachment-only.html", "附件.pdf")
def _() -> bytes:
    return page(f'<h1>{TITLE}</h1><p><a href="/files/附件.pdf">{TITLE}.pdf</a></p>')


@text("wrong-charset.html")
def _() -> bytes:
    return page(_PAGE).replace(b"utf-8", b"gb2312")


@text("declared-gb2312.html", "镕")
def _() -> bytes:
    return page(_PAGE + "<p>朱镕</p>").decode().replace("utf-8", "gb2312").encode("gbk")


@text("cut.html", "全年办理行政复议案件65件")
def _() -> bytes:
    return page(_PAGE)[: -len("。</p></body></html>".encode()) - 4] + b"<im"


@text("entities.html", absent="\x1b")
def _() -> bytes:
    return page(_PAGE + "<p>&#0;&#x110000;&#xD800;&#27;[31m&#8238;&nosuch;</p>")


@refused("xhtml-laughs.html", "an XML document", heavy=True)
def _() -> bytes:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "法法">{entities}]>'
    return f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><body>{_PAGE}<p>&l9;</p></body></html>'.encode()


@text("outside.html", absent="root:")
def _() -> bytes:
    return page(
        f'{_PAGE}<iframe src="file:///etc/passwd"></iframe><object data="/etc/passwd"></object>',
        '<link rel="stylesheet" href="http://169.254.169.254/x"><meta http-equiv="refresh" content="0;url=/x">',
    )


@text("page-named.doc")
def _() -> bytes:
    return page(_PAGE)


@text("page-and-archive.html")
def _() -> bytes:
    return page(_PAGE) + zipped({"a.txt": "b"})


# -- archived pages ------------------------------------------------------------------------------------------


def archived(page_: str, *, encoding: str = "8bit") -> str:
    return (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        f'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{page_}\r\n--b--\r\n'
    )


@text("plain.mhtml")
def _() -> bytes:
    return archived(page(_PAGE).decode()).encode()


@text("cut.mhtml", "2021年度法治政府建设")
def _() -> bytes:
    return made(".mhtml")[:40_000]


@refused("no-page.mhtml", "")
def _() -> bytes:
    return archived("").replace("text/html; charset", "image/png; name").encode()


@refused("nested.mhtml", "", heavy=True)
def _() -> bytes:
    head = "MIME-Version: 1.0\r\n"
    parts = [f'Content-Type: multipart/related; boundary="{i}"\r\n\r\n--{i}\r\n' for i in range(3000)]
    return (head + "".join(parts)).encode()


@refused("broken-base64.mhtml", "")
def _() -> bytes:
    return archived("====!!!!", encoding="base64").encode()


# -- PDF -----------------------------------------------------------------------------------------------------

_LINES = lines([TITLE, WORDS[:20], WORDS[20:]])


@text("sound.pdf", "65件，行政机关负责")
def _() -> bytes:
    return pdf(_LINES)


@refused("scanned.pdf", "OCR")
def _() -> bytes:
    return pdf(picture(0, 0, 595, 842), picture(0, 0, 595, 842))


@refused("header-only.pdf", "")
def _() -> bytes:
    return b"%PDF-1.7\n"


@refused("cut.pdf", "")
def _() -> bytes:
    return made(".pdf")[:100_000]


@refused("no-pages.pdf", "")
def _() -> bytes:
    return pdf()


@refused("bomb.pdf", "", heavy=True)
def _() -> bytes:
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            deflated(b" " * MB, 600),
        ]
    )


@refused("locked.pdf", "password", heavy=True)
def _() -> bytes:
    data = pdf(_LINES)
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock)


@refused("page-loop.pdf", "", heavy=True)
def _() -> bytes:
    return assembled(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>"]
    )


@refused("form-loop.pdf", "crash or use more than", heavy=True)
def _() -> bytes:
    form = stream(
        b"/F5 Do /F5 Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F5 5 0 R>>>>"
    )
    return pdf(_LINES + b"/F5 Do", extra=[form]).replace(b"/I1 4 0 R", b"/I1 4 0 R/F5 5 0 R")


@refused("cross-reference-loop.pdf", "", heavy=True)
def _() -> bytes:
    found = b"%PDF-1.7\n"
    return (
        found
        + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n"
    )


@text("huge-page.pdf", "65件", heavy=True)
def _() -> bytes:
    return pdf(_LINES, size=(1e9, 1e9))


@refused("many-pages.pdf", "", heavy=True)
def _() -> bytes:
    kids = b" ".join([b"3 0 R"] * 200_000)
    page_ = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return assembled(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 200000/Kids[%s]>>" % kids, page_]
    )


@refused("junk.pdf", "", heavy=True)
def _() -> bytes:
    return b"%PDF-1.7\n" + b"1 0 obj << " * (4 * MB)


@text("script.pdf", "65件", heavy=True)
def _() -> bytes:
    action = b"/OpenAction<</S/JavaScript/JS(while(true){})>>/Names<</EmbeddedFiles<</Names[(a)<</F(b)>>]>>>>"
    return pdf(_LINES, catalog=action)


@text("pdf-and-archive.pdf", "65件", heavy=True)
def _() -> bytes:
    return pdf(_LINES) + zipped({"word/document.xml": _DOCUMENT})


@text("late-header.pdf", "65件", heavy=True)
def _() -> bytes:
    return b"\r\n\xef\xbb\xbf" + pdf(_LINES)


# -- Word 97 and RTF -----------------------------------------------------------------------------------------


@text("sound.doc")
def _() -> bytes:
    return Word([Piece(f"{TITLE}\r{WORDS}\r")]).build()


@refused("locked.doc", "password")
def _() -> bytes:
    return Word([Piece(f"{TITLE}\r{WORDS}\r")], flags=0x0100).build()  # MS-DOC 2.5.2: fEncrypted


@refused("cut.doc", "")
def _() -> bytes:
    return made(".doc")[:9000]


@refused("head-only.doc", "")
def _() -> bytes:
    return made(".doc")[:512]


@refused("sector-loop.doc", "", heavy=True)
def _() -> bytes:
    data = bytearray(made(".doc"))
    sector = struct.unpack_from("<I", data, 76)[0]
    start = 512 * (sector + 1)
    for at in range(0, 512, 4):  # each sector leads to itself
        struct.pack_into("<I", data, start + at, at // 4)
    return bytes(data)


@refused("huge-table.doc", "", heavy=True)
def _() -> bytes:
    data = bytearray(made(".doc"))
    struct.pack_into("<III", data, 44, 0x7FFFFFFF, 0, 0)
    struct.pack_into("<I", data, 72, 0x7FFFFFFF)
    return bytes(data)


@refused("sheet-named.doc", "Excel workbook")
def _() -> bytes:
    return container({"Workbook": bytes(4096)})


@refused("empty.doc", "holds no")
def _() -> bytes:
    return Word([Piece("\r")]).build()


def rtf(body: str) -> bytes:
    coded = "".join(f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" if c > "\x7f" else c for c in body)
    return ("{\\rtf1\\ansi\\uc1 " + coded + "}").encode("ascii")


_RTF = f"{TITLE}\\par {WORDS}\\par "


@text("sound.rtf")
def _() -> bytes:
    return rtf(_RTF)


@text("rtf-named.doc")
def _() -> bytes:
    return rtf(_RTF)


@refused("deep.rtf", "deep", heavy=True)
def _() -> bytes:
    return rtf("{" * 500_000 + _RTF)


@text("picture.rtf", heavy=True)
def _() -> bytes:
    return rtf(_RTF + "{\\pict\\pngblip " + "89504e47" * (5 * MB) + "}")


@refused("binary.rtf", "cut short", heavy=True)
def _() -> bytes:
    return rtf(_RTF + "{\\pict\\bin99999999999 x}")


@refused("cut.rtf", "cut short")
def _() -> bytes:
    return made(".rtf")[:60_000]


@text("surrogates.rtf", absent="\ud800")
def _() -> bytes:
    return rtf(_RTF + "\\u-10240?\\u0?\\u27?\\u99999999999?")


@refused("empty.rtf", "holds no")
def _() -> bytes:
    return rtf("\\par ")


@text("outside.rtf", absent="root:")
def _() -> bytes:
    return rtf(_RTF + '{\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}{\\fldrslt }}')


# -- what is no report ---------------------------------------------------------------------------------------

for _name, _data, _words in (
    ("picture-named.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "picture (PNG)"),
    ("photo-named.docx", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40, "picture (JPEG)"),
    (
        "bitmap-named.txt",
        b"BM" + struct.pack("<IHHIIii", 1078, 0, 0, 54, 40, 10, 10) + bytes(1000),
        "picture (BMP)",
    ),
    ("heif-named.txt", b"\x00\x00\x00\x18ftypheic" + bytes(1000), "picture (HEIF)"),
    ("film-named.txt", b"\x00\x00\x00\x18ftypisom" + bytes(1000), "film or a sound"),
    ("sound-named.txt", b"ID3\x04\x00\x00" + bytes(1000), "film or a sound"),
    ("program-named.txt", b"\x7fELF\x02\x01\x01" + bytes(1000), "program"),
    ("packed-named.docx", b"7z\xbc\xaf\x27\x1c" + bytes(100), "archive (7z)"),
    ("packed-rar.docx", b"Rar!\x1a\x07\x01\x00" + bytes(100), "archive (RAR)"),
    ("database-named.txt", b"SQLite format 3\x00" + bytes(100), "database"),
    ("postscript-named.txt", b"%!PS-Adobe-3.0\n%%Title: a\n", "PostScript"),
    ("djvu-named.pdf", b"AT&TFORM\x00\x00\x10\x00DJVMDIRM" + bytes(100), "DjVu"),
    ("font-named.txt", b"\x00\x01\x00\x00\x00\x10" + bytes(100), "looks binary"),
    ("noise.txt", zlib.compress(bytes(range(256)) * 40)[2:] * 5, ""),
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \r\n\t", "white space"),
):
    add(refused(_name, _words), lambda data=_data: data)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for hostile in FILES:
        (folder / hostile.name).write_bytes(hostile.make())
        print(f"{hostile.outcome:8} {hostile.name}: {hostile.words}")


if __name__ == "__main__":
    main()
