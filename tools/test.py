"""Everything that must pass, on a fresh machine with Python and nothing else.

Makes ``.venv``, installs the project with its development tools, then runs the linter, the type checker,
the framework's own examples and the tests. Stops at the first that fails and exits with its code. Options
are handed to pytest: ``python3 tools/test.py -k rendering``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")


def run(title: str, *command: str) -> None:
    """Run one step in the project's folder; leaves with its exit code when it fails."""
    print(f"== {title}", flush=True)
    code = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False).returncode
    if code:
        print(f"== {title}: failed with exit code {code}", flush=True)
        sys.exit(code)


def main() -> None:
    """Set up, then check."""
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        print("== set up .venv", flush=True)
        venv.create(HOME, with_pip=True)
    run("install", "python", "-m", "pip", "install", "--quiet", "--editable", ".[dev]")
    run("lint", "ruff", "check", ".")
    run("format", "ruff", "format", "--check", ".")
    run("types", "mypy")
    run("framework", "scorer", "framework", "validate", "rule-of-law-2021")
    run("framework examples", "scorer", "framework", "test", "rule-of-law-2021")
    run("framework examples", "scorer", "framework", "test", "example")
    run("tests", "python", "-X", "warn_default_encoding", "-m", "pytest", "-n", "auto", *sys.argv[1:])


if __name__ == "__main__":
    main()
