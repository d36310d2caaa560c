"""SHA-256 from the interpreter itself rather than from OpenSSL.

``hashlib`` loads OpenSSL to offer its digests, which takes 3 ms and 4 MB, a tenth of what one report needs in all;
the digests of one report are of short texts. The interpreter's own module goes by different names, and where it
was built without, ``hashlib`` stands in.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

__all__ = ["sha256"]

_OWN = ("_sha2", "_sha256", "hashlib")  # from Python 3.12 on, before it, and everywhere

if TYPE_CHECKING:
    from hashlib import sha256
else:
    sha256 = import_module(next(name for name in _OWN if find_spec(name) is not None)).sha256
