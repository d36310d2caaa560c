"""From a path to bytes, without ever hanging on a device or filling the memory."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from scorer.errors import InputError
from scorer.reading.clean import one_line

__all__ = ["MAX_BYTES", "load"]

MAX_BYTES = 50 * 1024 * 1024
"""No report comes near this; a larger file is a mistake or an attack."""

_TOO_LARGE = f"is larger than {MAX_BYTES // 1024 // 1024} MB"
_TOO_LARGE_MEND = "give the report alone, as a text file"


def load(path: str | Path) -> tuple[bytes, str]:
    """The bytes of a file, or of standard input for ``-``, and the name to call it by.

    Raises :class:`InputError` for whatever cannot be read or is larger than :data:`MAX_BYTES`.
    """
    given = str(path)
    name = one_line(given)
    try:
        data = _from_stdin(name) if given == "-" else _from_file(Path(path), name)
    except FileNotFoundError:
        raise InputError(name, "does not exist", "check the path") from None
    except PermissionError:
        raise InputError(name, "may not be read (permission denied)", "change its permissions") from None
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror or error})", "check the path") from None
    except ValueError:  # a NUL or a lone surrogate in the path
        raise InputError(name, "is not a possible file name", "check the path") from None
    if len(data) > MAX_BYTES:
        raise InputError(name, _TOO_LARGE, _TOO_LARGE_MEND)
    return data, name


def _from_file(path: Path, name: str) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise InputError(name, "is a folder", "give the files in it")
    if not stat.S_ISREG(status.st_mode):  # opening a pipe or a device may block for ever
        raise InputError(name, "is not a regular file", "copy its content into a file, or pipe it to '-'")
    if status.st_size > MAX_BYTES:
        raise InputError(name, _TOO_LARGE, _TOO_LARGE_MEND)
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _from_stdin(name: str) -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise InputError(name, "there is no standard input", "give a file")
    data: bytes = stream.read(MAX_BYTES + 1)
    return data
