"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import scorer.quantities

MODULES = [module.name for module in pkgutil.iter_modules(scorer.quantities.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    module = importlib.import_module(f"scorer.quantities.{name}")
    assert doctest.testmod(module).failed == 0


def test_there_are_examples_to_run() -> None:
    modules = [importlib.import_module(f"scorer.quantities.{name}") for name in MODULES]
    assert sum(doctest.testmod(module).attempted for module in modules) >= 10
