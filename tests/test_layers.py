"""Imports point one way: text and errors, then the stages from left to right, and nothing knows the command line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "scorer"

# Each may import itself and what stands before it. `pipeline` puts the stages together.
ORDER = [
    "i18n",
    "atomic",
    "patterns",
    "shipped",
    "hashing",
    "errors",
    "text",
    "cache",
    "reading",
    "structure",
    "quantities",
    "framework",
    "matching",
    "rules",
    "scoring",
    "review",
    "pipeline",
    "compare",
    "rendering",
    "batch",
    "cli",
    "__main__",
]
# rendering shows finished things; it must not be able to make them.
FORBIDDEN = {"rendering": {"pipeline", "matching"}, "pipeline": {"rendering"}}


def stage(module: str) -> str | None:
    """The stage a module of ours belongs to; None for others and for the package itself."""
    parts = module.split(".")
    return parts[1] if parts[0] == "scorer" and len(parts) > 1 else None


def imports(path: Path) -> list[tuple[int, str]]:
    """Line and module of every import in a file, those for type checking too."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            found.append((node.lineno, node.module or ""))
            if node.module == "scorer":
                found += [(node.lineno, f"scorer.{alias.name}") for alias in node.names]
    return found


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem != "__init__")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_left(path: Path) -> None:
    here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for line, module in imports(path):
        there = stage(module)
        if there is None or there == here or there.startswith("__"):
            continue
        place = f"{path}:{line}: {here} imports {there}"
        assert there in ORDER, place
        assert ORDER.index(there) < ORDER.index(here), place
        assert there not in FORBIDDEN.get(here, set()), place


def test_every_stage_is_placed() -> None:
    stages = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in FILES}
    assert stages - {"__main__"} <= set(ORDER)


def test_text_and_errors_stand_alone() -> None:
    for name in ("text.py", "errors.py", "atomic.py", "i18n.py", "patterns.py", "shipped.py", "hashing.py"):
        assert [module for _, module in imports(PACKAGE / name) if stage(module)] == []


def test_scoring_opens_no_files_and_sees_no_text() -> None:
    for path in (PACKAGE / "scoring").glob("*.py"):
        modules = {module for _, module in imports(path)}
        assert not modules & {"pathlib", "io", "os", "re", "scorer.text", "scorer.reading"}, path
