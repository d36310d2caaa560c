"""Files of data that come with the package, read from a folder or from inside an archive."""

from __future__ import annotations

from pkgutil import get_data  # importlib.resources says the same and takes five times as long to import

__all__ = ["shipped"]


def shipped(package: str, name: str) -> str:
    """The text of the file ``name`` beside the modules of ``package``; OSError when it is not there.

    >>> shipped("scorer.reading", "radicals.tsv")[0]
    '#'
    """
    data = get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package}: {name} cannot be read")
    return data.decode("utf-8")
