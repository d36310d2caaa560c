"""Frameworks by name: from the cache when their files have not changed, else read and checked from the YAML."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from scorer.errors import FrameworkError, Problem
from scorer.framework.cache import fetch, keep
from scorer.framework.locate import builtin, locate
from scorer.framework.model import Framework

__all__ = ["DEFAULT", "load_framework"]

DEFAULT = "rule-of-law-2021"


def load_framework(ref: str | Path) -> Framework:
    """The framework of a built-in id, a folder or a framework.yaml file; FrameworkError with all problems."""
    return _load_builtin(ref) if isinstance(ref, str) and builtin(ref) is not None else _load(ref)


@lru_cache(maxsize=8)
def _load_builtin(ref: str) -> Framework:
    """A framework of the package; it does not change while the program runs, so it is read once."""
    return _load(ref)


def _load(ref: str | Path) -> Framework:
    source = locate(ref)
    if isinstance(source, Problem):
        raise FrameworkError([source])
    known = fetch(source)
    if known is not None:
        return known
    from scorer.framework.loader import load_checked  # YAML and its schema are for those who need them

    framework, tree = load_checked(ref)
    keep(source, tree.links, framework)
    return framework
