"""A Chromium for the tests in ``tests/browser``: the one that is there, else Debian's smallest, else none."""

from __future__ import annotations

import os
import shutil
import subprocess

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
APT = ("apt-get", "-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20")
PACKAGE = "chromium-headless-shell"  # no window system, about half of the whole browser
SECONDS = 120  # for one command; a system without a network must not hold up the other tests for long


def require() -> None:
    """Make a browser ready and have its tests fail without it; say so where there can be none, and go on.

    Only root on a system with apt gets one: nobody else's machine is changed, and nobody is asked for a password.
    """
    if not os.environ.get("SCORER_BROWSER") and not any(map(shutil.which, NAMES)) and not _install():
        print(
            "== no Chromium here: the tests in tests/browser are skipped; CONTRIBUTING.md tells more",
            flush=True,
        )
        return
    os.environ["SCORER_REQUIRE_BROWSER"] = "1"


def _install() -> bool:
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
        if any(map(shutil.which, NAMES)):
            return True
    return False
