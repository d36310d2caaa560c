"""Everything that must pass, on a fresh machine with Python and nothing else.

Makes ``.venv``, installs the project with its development tools, then runs the linter, the type checker and
the tests, which try the frameworks' own examples too, and the HTML scorecard in a browser where there is one.
Stops at the first that fails and exits with its code. Options are handed to pytest:
``python3 tools/test.py -k rendering``.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 10)
# For the tests in tests/browser: what a Chromium may be called, and where Debian has its smallest.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
APT = ("apt-get", "-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20")
PACKAGE = "chromium-headless-shell"  # no window system, about half of the whole browser
SECONDS = 120  # for one command; a system without a network must not hold up the other tests for long


def run(title: str, *command: str) -> None:
    """Run one step in the project's folder; leaves with its exit code when it fails."""
    print(f"== {title}", flush=True)
    code = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False).returncode
    if code:
        print(f"== {title}: failed with exit code {code}", flush=True)
        sys.exit(code)


def usable() -> bool:
    """Whether ``.venv`` has a Python that is new enough and a pip; an interrupted one has not."""
    check = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        return (
            subprocess.run([str(BIN / "python"), "-c", check], capture_output=True, check=False).returncode
            == 0
        )
    except OSError:
        return False


def set_up() -> None:
    """Make ``.venv``, in place of one that is of no use; leaves with the mend when this Python cannot."""
    if usable():
        return
    print("== set up .venv", flush=True)
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "this Python has no ensurepip, so .venv would have no pip; install what your system calls "
            "python3-venv, or use a Python that has it"
        )
    try:
        venv.create(HOME, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"cannot make {HOME}: {error}; remove the folder and try again")


def require_browser() -> None:
    """Make a browser ready and have its tests fail without it; say so where there can be none, and go on.

    Only root on a system with apt gets one: nobody else's machine is changed, and nobody is asked for a password.
    """
    if (
        not os.environ.get("SCORER_BROWSER")
        and not any(map(shutil.which, BROWSERS))
        and not install_browser()
    ):
        print(
            "== no Chromium here: the tests in tests/browser are skipped; CONTRIBUTING.md tells more",
            flush=True,
        )
        return
    os.environ["SCORER_REQUIRE_BROWSER"] = "1"


def install_browser() -> bool:
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print(f"== install {PACKAGE}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        [*APT, "update"],
        [*APT, "install", "--no-install-recommends", PACKAGE],
        [*APT, "install", "--no-install-recommends", "chromium"],  # older releases have the whole only
    )
    for command in commands:
        try:
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            print(f"== {' '.join(command)}: {error}", flush=True)
        if any(map(shutil.which, BROWSERS)):
            return True
    return False


def main() -> None:
    """Set up, then check."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        needed = ".".join(map(str, OLDEST))
        sys.exit(f"Python {needed} or newer is needed, this is {found}: run tools/test.py with a newer one")
    set_up()
    run("install", "python", "-m", "pip", "install", "--quiet", "--editable", ".[dev]")
    run("lint", "ruff", "check", ".")
    run("format", "ruff", "format", "--check", ".")
    run("types", "mypy")
    require_browser()
    run("tests", "python", "-X", "warn_default_encoding", "-m", "pytest", "-n", "auto", *sys.argv[1:])


if __name__ == "__main__":
    main()
