"""What the readers of binary tables raise when a table contradicts itself or the size of the file."""

from __future__ import annotations

__all__ = ["DamagedError"]


class DamagedError(Exception):
    """The file is damaged or forged; the message says where, as the end of "is damaged: …"."""
