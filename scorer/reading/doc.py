"""Word 97 to 2003 (.doc) and WPS Writer (.wps), read without an office suite.

Only this light module is loaded at the start; ``scorer.reading.word97`` does the work.
"""

from __future__ import annotations

import contextlib
import struct

from scorer.errors import InputError
from scorer.reading.interface import Document
from scorer.reading.kinds import OLE, identify

__all__ = ["DocReader"]

_SAVE_AS = "open it in Word or WPS and save it as .docx"
_SAVE_AGAIN = "open it in Word or WPS and save it again as .docx, or copy the whole file again"
_NO_PASSWORD = "remove the password (save it again without one) and give that file"  # noqa: S105 - a sentence

_MOST_CHARACTERS = 600_000  # deleted ones, headers and comments included: twice what a report may have

# Other programs keep their documents in the same container, each under a name of its own.
_OTHERS = (
    ("encryptedpackage", "is a document protected by a password", _NO_PASSWORD),
    ("workbook", "is an Excel workbook (.xls) or WPS table, not a report", "save its text as .docx or .txt"),
    ("book", "is an Excel workbook (.xls), not a report", "save its text as .docx or .txt"),
    ("powerpoint document", "is a presentation (.ppt, .dps), not a report", "save its text as .docx or .txt"),
    ("matost", "is a document of Microsoft Works", "open it in Works or LibreOffice and save it as .docx"),
    ("contents", "is a document of Microsoft Works", "open it in Works or LibreOffice and save it as .docx"),
    ("visiodocument", "is a Visio drawing, not a report", "give the report itself"),
    ("__properties_version1.0", "is an Outlook message", "save the report attached to it, and give that"),
)


class DocReader:
    """Documents of Word 97 to 2003 and of WPS Writer."""

    name = "doc"

    def sniff(self, data: bytes, name: str) -> bool:
        """Whether ``data`` is a container of old Office files; what is in it, only reading tells."""
        return identify(data) is OLE

    def read(self, data: bytes, name: str) -> Document:
        """The text as its author sees it with all changes accepted.

        Raises InputError for other programs' files, passwords, older Words and whatever is damaged.
        """
        from scorer.reading.word97.damage import DamagedError

        try:
            return _read(data, name)
        except DamagedError as error:
            raise InputError(name, f"is damaged: {error}", _SAVE_AGAIN) from None
        except (struct.error, IndexError):
            raise InputError(
                name, "is damaged or cut short: a table points outside of the file", _SAVE_AGAIN
            ) from None


def _read(data: bytes, name: str) -> Document:
    from scorer.reading.doc_flow import Flow, finished
    from scorer.reading.word97.body import Body
    from scorer.reading.word97.damage import DamagedError
    from scorer.reading.word97.fib import is_word_97, parse_fib
    from scorer.reading.word97.properties import STREAM, title_and_author
    from scorer.reading.word97.storage import Storage

    storage = Storage(data)
    if "worddocument" not in storage.names:
        raise _other(storage.names, name)
    word = storage.read("WordDocument")
    if not is_word_97(word):
        mend = f"{_SAVE_AS}, or let LibreOffice convert it (--office)"
        raise InputError(name, "is a document of Word 95 or older", mend)
    fib = parse_fib(word)
    if fib.encrypted:
        raise InputError(name, "is protected by a password", _NO_PASSWORD)
    if fib.characters > _MOST_CHARACTERS:
        raise InputError(name, f"holds more than {_MOST_CHARACTERS:,} characters", "give the report alone")
    attached = storage.read("Data") if "data" in storage.names else b""
    flow = Flow()
    Body(word, storage.read(fib.table), attached, fib).tell(flow)
    title = author = ""
    with contextlib.suppress(DamagedError):  # they are a hint; the text does not depend on them
        title, author = title_and_author(storage.read(STREAM))
    return finished(flow, data, name, DocReader.name, title=title, author=author)


def _other(names: frozenset[str], name: str) -> InputError:
    for stream, cause, mend in _OTHERS:
        if stream in names:
            return InputError(name, cause, mend)
    return InputError(name, "is an old Office container (OLE) without a Word document in it", _SAVE_AS)
