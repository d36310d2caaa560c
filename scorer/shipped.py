"""Files of data that come with the package, read from a folder or from inside an archive."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

__all__ = ["shipped"]


def shipped(package: str, name: str) -> str:
    """The text of the file ``name`` beside the modules of ``package``; OSError when it is not there.

    >>> shipped("scorer.reading", "radicals.tsv")[0]
    '#'
    """
    # What pkgutil.get_data does, without importing pkgutil, which takes longer than reading the file.
    module = import_module(package)
    loader = module.__spec__.loader if module.__spec__ else None
    get_data = getattr(loader, "get_data", None)
    if get_data is None or module.__file__ is None:
        raise FileNotFoundError(f"{package}: {name} cannot be read")
    data: bytes = get_data(str(Path(module.__file__).with_name(name)))
    return data.decode("utf-8")
