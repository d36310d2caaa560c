"""A headless Chromium, spoken to over a pipe with the DevTools protocol: no driver, no port, no dependency.

Chromium reads commands from its descriptor 3 and answers on its descriptor 4, each message JSON ended by a zero
byte. All that happens on a page (console, requests, dialogs, violations) is kept for the tests to ask for.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
    "--remote-debugging-pipe",
)
# A process of its own puts the pipes where Chromium looks for them: here 3 and 4 may be in use. Both are copied
# away first, for one of them may be 3 or 4 already.
_LAUNCH = """
import fcntl, os, sys
copies = [fcntl.fcntl(int(name), fcntl.F_DUPFD, 10) for name in sys.argv[1:3]]
for copy, place in zip(copies, (3, 4)):
    os.dup2(copy, place, inheritable=True)
os.execvp(sys.argv[3], sys.argv[3:])
"""
PATIENCE = 60.0  # seconds for one answer: a machine may be busy, a browser that hangs is a failure


def find() -> str | None:
    """The browser of this machine: ``SCORER_BROWSER``, else the first of the usual names."""
    return os.environ.get("SCORER_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One browser process with an empty profile; pages are made with :meth:`page`."""

    def __init__(self, program: str, profile: Path) -> None:
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, str(to_browser), str(from_browser), program, *FLAGS, f"--user-data-dir={profile}"],
            pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self._buffer = bytearray()
        self._number = 0
        self._pages: dict[str, Page] = {}

    def call(self, method: str, session: str | None = None, **params: Any) -> Any:
        """Send a command and wait for its answer; events that come before it go to their pages."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode("utf-8") + b"\0")
        while True:
            answer = self._receive(PATIENCE)
            if answer.get("id") == self._number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return answer["result"]
            self._note(answer)

    def wait(self, until: Callable[[], Any], what: str) -> Any:
        """Take in events until ``until()`` is true, and return what it gives."""
        end = time.monotonic() + PATIENCE
        while not (found := until()):
            assert time.monotonic() < end, f"waited in vain for {what}"
            if self._ready(0.05):
                self._note(self._receive(PATIENCE))
        return found

    def _ready(self, seconds: float) -> bool:
        return b"\0" in self._buffer or bool(select.select([self._read], [], [], seconds)[0])

    def _receive(self, seconds: float) -> Any:
        end = time.monotonic() + seconds
        while b"\0" not in self._buffer:
            assert select.select([self._read], [], [], max(0.0, end - time.monotonic()))[0], "no answer"
            chunk = os.read(self._read, 1 << 20)
            assert chunk, "the browser has gone"
            self._buffer += chunk
        message, _, rest = bytes(self._buffer).partition(b"\0")
        self._buffer = bytearray(rest)
        return json.loads(message)

    def _note(self, event: Any) -> None:
        page = self._pages.get(event.get("sessionId", ""))
        if page is not None:
            page.note(event["method"], event["params"])

    @contextmanager
    def page(self, width: int, height: int, *, script: bool = True) -> Iterator[Page]:
        """An empty page of that size in a profile of its own, which is gone at the end."""
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = self._pages[session] = Page(self, session, context, script)
        for domain in ("Page", "Runtime", "Log", "Network", "Audits"):
            page.call(f"{domain}.enable")
        page.size(width, height)
        if not script:
            page.call("Emulation.setScriptExecutionDisabled", value=True)
        try:
            yield page
        finally:
            self.call("Target.disposeBrowserContext", browserContextId=context)
            del self._pages[session]

    def close(self) -> None:
        """End the process that this object started."""
        try:
            self.call("Browser.close")
        except (AssertionError, OSError):
            self._process.kill()
        self._process.wait(PATIENCE)
        os.close(self._read)
        os.close(self._write)


class Page:
    """One tab. ``complaints`` holds console errors, exceptions and violations; ``requests`` every address asked for."""

    def __init__(self, browser: Chromium, session: str, context: str, script: bool) -> None:
        self._browser, self._session, self._context, self._script = browser, session, context, script
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self._loaded = False

    def call(self, method: str, **params: Any) -> Any:
        return self._browser.call(method, self._session, **params)

    def note(self, method: str, params: Any) -> None:
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Page.javascriptDialogOpening":
            self.dialogs.append(params["message"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.complaints.append(str(params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.complaints.append(str(params["entry"]))
        elif method == "Audits.issueAdded" and "contentSecurityPolicy" in str(params).lower():
            self.complaints.append(str(params))

    def size(self, width: int, height: int) -> None:
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def media(self, **features: str) -> None:
        """Set media features such as ``prefers_color_scheme="dark"``; ``type="print"`` sets the medium."""
        medium = features.pop("type", "")
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", media=medium, features=named)

    def open(self, path: Path, fragment: str = "") -> None:
        """Load a file and wait until it is there."""
        self._loaded = False
        self.call("Page.navigate", url=path.as_uri() + fragment)
        self._browser.wait(lambda: self._loaded, "the page")

    def reload(self) -> None:
        """Load the same page again and wait until it is there."""
        self._loaded = False
        self.call("Page.reload")
        self._browser.wait(lambda: self._loaded, "the page")

    def settle(self) -> None:
        """Some frames later: what was set going has been drawn, and its events are here."""
        for _ in range(10 if self._script else 0):
            self.run("new Promise(done => requestAnimationFrame(done))")

    def run(self, expression: str) -> Any:
        """The value of an expression of JavaScript."""
        answer = self.call(
            "Runtime.evaluate",
            expression=expression,
            returnByValue=True,
            awaitPromise=True,
            allowUnsafeEvalBlockedByCSP=False,
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def text(self, selector: str) -> str:
        """All words in the first element of that kind, also those that are not seen."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).textContent"))

    def count(self, selector: str) -> int:
        """How many elements of that kind are seen."""
        shown = f"[...document.querySelectorAll({json.dumps(selector)})].filter(e => e.checkVisibility())"
        return int(self.run(f"{shown}.length"))

    def click(self, selector: str) -> None:
        """Press the mouse in the middle of the first box of an element, brought into view."""
        element = f"document.querySelector({json.dumps(selector)})"
        self.run(f"{element}.scrollIntoView({{block: 'center'}})")
        x, y = self.run(
            f"(() => {{ const r = {element}.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, *keys: str) -> None:
        """Press keys: ``Tab``, ``Shift+Tab``, ``Enter``, ``Space``, ``Escape``."""
        codes = {"Tab": (9, ""), "Enter": (13, "\r"), "Space": (32, " "), "Escape": (27, "")}
        for key in keys:
            name = key.removeprefix("Shift+")
            code, text = codes[name]
            shared = {
                "key": " " if name == "Space" else name,
                "code": name,
                "windowsVirtualKeyCode": code,
                "modifiers": 8 if key != name else 0,
            }
            self.call("Input.dispatchKeyEvent", type="keyDown", **({"text": text} if text else {}), **shared)
            self.call("Input.dispatchKeyEvent", type="keyUp", **shared)

    def type(self, words: str) -> None:
        """Put words where the focus is, as a keyboard or an input method would."""
        self.call("Input.insertText", text=words)

    def focus(self) -> str:
        """What has the focus: its words, or its name."""
        return str(
            self.run(
                "(e => (e.getAttribute('aria-label') ?? e.name ?? '') || e.textContent.trim())(document.activeElement)"
            )
        )

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """A screenshot, for a person to look at."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def pdf(self) -> bytes:
        """The page as it would be printed, on the paper that its style sheet names."""
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        return base64.b64decode(data)

    def download(self, folder: Path, start: Callable[[], None]) -> Path:
        """The file that ``start()`` makes the page hand out."""
        folder.mkdir()
        self._browser.call(
            "Browser.setDownloadBehavior",
            behavior="allow",
            browserContextId=self._context,
            downloadPath=str(folder),
        )
        start()
        return self._browser.wait(  # type: ignore[no-any-return]
            lambda: next((file for file in folder.iterdir() if file.suffix == ".yaml"), None), "the download"
        )
