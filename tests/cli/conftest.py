"""The command line as a user calls it, in this process: arguments in; exit code, stdout and stderr out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scorer import Engine, read_file
from scorer.cli.main import run
from scorer.rendering import render

ROOT = Path(__file__).parent.parent.parent
SEEDS = ROOT / "seeds"


@dataclass(frozen=True)
class Called:
    """What a call left behind."""

    code: int
    out: str
    err: str


Call = Callable[..., Called]


@cache
def card_of(path: Path) -> Any:
    """The scorecard of a report as the JSON output has it, made once; nobody may change it."""
    return json.loads(render(Engine().score(read_file(path)), "json"))


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("COLUMNS", "100")

    def caller(*arguments: object) -> Called:
        capfdbinary.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        called = Called(code, out.decode("utf-8"), err.decode("utf-8"))
        assert "Traceback" not in called.err
        return called

    return caller


@pytest.fixture
def daye() -> Path:
    return SEEDS / "daye-2021.txt"
