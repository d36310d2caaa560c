"""From bytes to characters: the encodings in which Chinese text files occur, in a fixed order.

1. A byte order mark settles it: UTF-8, UTF-16 or UTF-32.
2. What is valid UTF-8 is UTF-8, but for two traps: UTF-16 letters and digits are valid UTF-8 full of NULs,
   and a few words in UTF-16 (全年 reads hQt^) or GBK (统一 is CD B3 D2 BB, ͳһ) are valid UTF-8 by chance.
3. UTF-16 without a mark is told by its result: nearly all characters are common in Chinese text.
4. Otherwise GB18030, of which GB 2312 and GBK are parts; few files that claim GB 2312 keep to it.

GB18030 decodes almost anything, so its result must look Chinese as well: of the characters beyond ASCII, 60 %
must be Chinese punctuation or among the 3755 characters of GB 2312 level 1 (five real reports: 99 % and more;
the same read wrongly from UTF-8 or Big5: below 15 %). Among less than 20 such characters a rare place name
weighs too much, and 75 % of GB 2312 as a whole will do. Nothing is ever decoded with replacement characters:
a damaged file is refused with the offset of its first bad byte.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import cache

from scorer.errors import InputError

__all__ = ["decode"]

# UTF-32 goes first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_FEW = 20
_COMMON_SHARE = 0.6
_KNOWN_SHARE = 0.75
_UTF16_SHARE = 0.75
_SHORT = 1000
_FEW_WORDS = range(8, _SHORT + 1)  # bytes; two or three Chinese characters are too few to judge
_SHORT_GBK_SHARE = 0.9
_DAMAGED_UTF8_SHARE = 0.3
_MEND = "save it as UTF-8 text"

_SPACES = "".join(map(chr, range(0x2000, 0x2010))) + "\u2028\u2029\u202f\u205f\u2060"

# Letters that stand alone in Latin words (é, ü) are no sign of GBK; other scripts and runs are.
_ODD_LETTERS = re.compile("[\u0100-\u07ff]|[\u0080-\u07ff]{2}")
_BEYOND_2_BYTES = re.compile("[^\u0000-\u07ff]")


def decode(data: bytes, name: str) -> str:
    """The characters of ``data``; raises :class:`InputError` with the offset (from 0) of the bad byte."""
    for mark, codec, title in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, len(mark), codec, title, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_unmarked(data, error.start, name)
    by_chance = len(data) in _FEW_WORDS and not _common().intersection(text)
    wide = _as_utf16(data) if by_chance or "\x00" in text else None
    return wide or _as_short_gbk(data, text) or text


def _decode_marked(data: bytes, skip: int, codec: str, title: str, name: str) -> str:
    if codec.startswith("utf-16") and (text := _as_utf8(data[skip:])) is not None:
        return text
    # A lone surrogate is one bad character in a readable file: cleaning makes it visible.
    errors = "strict" if codec == "utf-8" else "surrogatepass"
    try:
        return data[skip:].decode(codec, errors)
    except UnicodeDecodeError as error:
        raise _damaged(data, skip + error.start, codec, title, name) from None


def _as_utf8(data: bytes) -> str | None:
    """The text if bytes behind a mark of UTF-16 are Chinese in UTF-8 all the same; those of UTF-16 hardly ever are."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if sum(character >= "\u0800" for character in text) >= _FEW else None


def _decode_unmarked(data: bytes, bad: int, name: str) -> str:
    """``bad`` is the offset of the first byte that is not UTF-8."""
    text = _as_utf16(data)
    if text is not None:
        return text
    cut = len(data)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        cut = error.start
        text = data.decode("gb18030", "ignore")  # only to judge what this is; never returned
    certain = _share(_beyond_ascii(text), _common()) >= _COMMON_SHARE
    if not certain and _is_damaged_utf8(data):
        raise _damaged(data, bad, "utf-8", "UTF-8", name)
    if certain or _is_short_chinese(text):
        if cut == len(data):
            return text
        raise _damaged(data, cut, "gb18030", "GB18030", name)
    cause = f"byte 0x{data[bad]:02X} at offset {bad} is not UTF-8, and in GB18030 this is not Chinese"
    raise InputError(name, f"cannot be decoded: {cause}", _MEND)


def _damaged(data: bytes, offset: int, codec: str, title: str, name: str) -> InputError:
    if _is_cut(data[offset:], codec):
        cause = f"ends in the middle of a character: the {title} is incomplete from offset {offset}"
        return InputError(name, cause, "copy the whole file again")
    cause = f"cannot be decoded: byte 0x{data[offset]:02X} at offset {offset} is not {title}"
    return InputError(name, cause, _MEND)


def _is_cut(tail: bytes, codec: str) -> bool:
    """Whether ``tail`` is the beginning of a character rather than wrong."""
    try:
        return codecs.getincrementaldecoder(codec)().decode(tail, final=False) == ""
    except UnicodeDecodeError:
        return False


def _as_utf16(data: bytes) -> str | None:
    """The text if ``data`` is evidently UTF-16 without a mark."""
    if len(data) % 2:
        return None
    best, found = 0.0, None
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        share = _share(Counter(text), _common() | _plain_ascii())
        if share > best:
            best, found = share, text
    return found if best >= _UTF16_SHARE else None


def _as_short_gbk(data: bytes, text: str) -> str | None:
    """The text if UTF-8 finds only letters such as ͳһ where GB18030 finds common Chinese."""
    if len(data) > _SHORT or _BEYOND_2_BYTES.search(text) or not _ODD_LETTERS.search(text):
        return None
    try:
        chinese = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return chinese if _share(_beyond_ascii(chinese), _common()) >= _SHORT_GBK_SHARE else None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what lies beyond ASCII is sound UTF-8 for Chinese."""
    counts = _beyond_ascii(data.decode("utf-8", "replace"))
    sound = sum(number for character, number in counts.items() if "\u0800" <= character < "\ufffd")
    return sound > 0 and counts["\ufffd"] <= _DAMAGED_UTF8_SHARE * sum(counts.values())


def _is_short_chinese(text: str) -> bool:
    counts = _beyond_ascii(text)
    return sum(counts.values()) < _FEW and _share(counts, _known()) >= _KNOWN_SHARE


def _beyond_ascii(text: str) -> Counter[str]:
    return Counter({character: number for character, number in Counter(text).items() if character > "\x7f"})


def _share(counts: Counter[str], wanted: frozenset[str]) -> float:
    total = sum(counts.values())
    return (
        sum(number for character, number in counts.items() if character in wanted) / total if total else 0.0
    )


def _gb2312_rows(first: int, last: int) -> frozenset[str]:
    """The characters of some rows of GB 2312, by the first byte of their code in EUC-CN."""
    codes = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in range(0xA1, 0xFF))
    return frozenset("".join(code.decode("gb2312", "ignore") for code in codes))


@cache
def _common() -> frozenset[str]:
    """Level 1 of GB 2312 with its punctuation and full-width forms, and what Unicode adds to these."""
    return _gb2312_rows(0xB0, 0xD7) | _gb2312_rows(0xA1, 0xA3) | frozenset("—·〇\u00a0\u00ad\ufeff" + _SPACES)


@cache
def _known() -> frozenset[str]:
    return _common() | _gb2312_rows(0xD8, 0xF7)


@cache
def _plain_ascii() -> frozenset[str]:
    return frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\t\r\n")
