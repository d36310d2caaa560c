"""PDF documents written by hand, object by object (ISO 32000-1), so that each trap is a few lines."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

# The usual font of official documents: not embedded, encoded as GBK, without a ToUnicode table.
SONG = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/DW 1000/W[814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]"
    b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>"
)
A4 = (595, 842)


def text(x: float, y: float, words: str, size: float = 16, *, turn: str = "1 0 0 1", mode: int = 0) -> bytes:
    """A stretch of text with its origin at a place; ``turn`` is the upper part of the text matrix."""
    code = words.encode("gbk").hex()
    return f"BT /F1 {size} Tf {mode} Tr {turn} {x} {y} Tm <{code}> Tj ET\n".encode()


def rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """A drawn straight line."""
    return f"{x0} {y0} m {x1} {y1} l S\n".encode()


def lines(
    words: Sequence[str], *, left: float = 80, top: float = 760, step: float = 28, size: float = 16
) -> bytes:
    """Lines one under the other; each U+3000 at a line's start moves it in by an em."""
    found = b""
    for number, line in enumerate(words):
        inner = line.lstrip("\u3000")
        found += text(left + size * (len(line) - len(inner)), top - number * step, inner, size)
    return found


def picture(x: float, y: float, width: float, height: float) -> bytes:
    """The page's picture in a rectangle."""
    return f"q {width} 0 0 {height} {x} {y} cm /I1 Do Q\n".encode()


def pdf(
    *contents: bytes,
    size: tuple[float, float] = A4,
    rotate: int = 0,
    catalog: bytes = b"",
    page: bytes = b"",
    info: bytes = b"",
    fonts: bytes = b"",
    extra: Sequence[bytes] = (),
) -> bytes:
    """A document with a page for each content; ``extra`` objects are numbered from 5."""
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"",
        SONG,
        stream(
            b"\xff", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        ),
        *extra,
    ]
    kids = []
    for content in contents:
        objects.append(stream(content))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Rotate {rotate}"
            f"/Resources<</XObject<</I1 4 0 R>>/Font<</F1 3 0 R".encode()
            + fonts
            + b">>>>/Contents %d 0 R" % len(objects)
            + page
            + b">>"
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return assembled(objects, info)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object's content."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def deflated(data: bytes, times: int = 1) -> bytes:
    """A stream that inflates to ``data`` repeated."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(data) for _ in range(times)) + packer.flush()
    return stream(packed, b"/Filter/FlateDecode")


def assembled(objects: Sequence[bytes], info: bytes = b"") -> bytes:
    """The file with its cross-reference table."""
    objects = [*objects, b"<<%s>>" % info]
    found = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(found)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return found + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, size - 1, start)
    )
