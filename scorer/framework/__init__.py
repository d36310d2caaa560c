"""Indicator frameworks: YAML in, a checked and frozen Framework out."""

from scorer.framework.loader import DEFAULT, FrameworkInfo, list_frameworks, load_framework
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
