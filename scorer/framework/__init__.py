"""Indicator frameworks: YAML in, a checked and frozen Framework out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from scorer.framework.load import DEFAULT, load_framework

if TYPE_CHECKING:
    from scorer.framework.loader import FrameworkInfo, list_frameworks
    from scorer.framework.resolved import Resolved, resolve_framework
    from scorer.framework.schema import framework_schema

__all__ = [
    "DEFAULT",
    "FrameworkInfo",
    "Resolved",
    "framework_schema",
    "list_frameworks",
    "load_framework",
    "resolve_framework",
]

# What reads YAML or the schema is imported when it is asked for: a framework from the cache needs neither.
_HOMES = {
    "FrameworkInfo": "scorer.framework.loader",
    "Resolved": "scorer.framework.resolved",
    "framework_schema": "scorer.framework.schema",
    "list_frameworks": "scorer.framework.loader",
    "resolve_framework": "scorer.framework.resolved",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'scorer.framework' has no attribute {name!r}")
