"""Parts of a zip archive, read into memory under limits; nothing is ever unpacked to disk.

What the archive says about itself is never believed: not its sizes, not its names, not that its members lie
apart (APPNOTE.TXT, 4.3 and 4.4). Only the parts that are asked for are read, and of each only as many bytes as
the limits leave, so neither a bomb nor an archive that holds itself can fill the memory.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib

from scorer.errors import InputError

__all__ = ["MAX_PART", "MAX_TOTAL", "Archive"]

MAX_PART = 32 * 1024 * 1024
"""Bytes of one part after inflating; the text of a thousand pages with all its markup stays below."""

MAX_TOTAL = 64 * 1024 * 1024
"""Bytes of all parts that are read from one archive."""

_MAX_MEMBERS = 4096  # a document has dozens; a directory may be forged to name millions
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_SAVE_AGAIN = "open it in Word or WPS and save it again, or give its text"
# All that zipfile and zlib raise for bytes that are not as they should be.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    OSError,
    RuntimeError,
    ValueError,
)


class Archive:
    """An open archive; part names compare as OPC wants it (ECMA-376 Part 2, 6.2.2): without regard to case.

    Raises :class:`InputError` where the archive is no archive, is cut short, or is forged.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MAX_TOTAL
        if data.count(_ENTRY) > _MAX_MEMBERS:
            raise InputError(name, f"is an archive of more than {_MAX_MEMBERS} members", _SAVE_AGAIN)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE:
            raise InputError(
                name, "is cut short or damaged: its archive cannot be opened", _SAVE_AGAIN
            ) from None
        self._members: dict[str, list[zipfile.ZipInfo]] = {}
        for member in self._zip.infolist():
            self._members.setdefault(_key(member.filename), []).append(member)

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._members

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises :class:`InputError` if it is missing, there twice, encrypted, damaged or too large.
        """
        members = self._members.get(_key(part), [])
        if not members:
            raise InputError(self._name, f"holds no part {part}", _SAVE_AGAIN)
        if len(members) > 1:  # programs differ in which one they show
            raise InputError(self._name, f"holds the part {part} more than once", _SAVE_AGAIN)
        return self._inflate(members[0], part)

    def _inflate(self, member: zipfile.ZipInfo, part: str) -> bytes:
        if member.flag_bits & _ENCRYPTED:
            cause = f"is protected by a password: its part {part} is encrypted"
            raise InputError(self._name, cause, "save it without a password")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            cause = f"is packed in a way that documents do not use (part {part})"
            raise InputError(self._name, cause, _SAVE_AGAIN)
        limit = min(MAX_PART, self._left)
        try:
            with self._zip.open(member) as stream:
                content = stream.read(limit + 1)
        except _DAMAGE:
            raise InputError(self._name, f"is damaged: its part {part} cannot be read", _SAVE_AGAIN) from None
        if len(content) > limit:
            cause = f"grows beyond {limit // 1024 // 1024} MB when its part {part} is unpacked"
            raise InputError(self._name, cause, "give a document without such parts, or its text")
        self._left -= len(content)
        return content


def _key(part: str) -> str:
    """Some programs write backslashes or a leading slash; neither changes which part is meant."""
    return posixpath.normpath(part.replace("\\", "/").lstrip("/")).lower()
