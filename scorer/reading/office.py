"""What our readers cannot read, converted by LibreOffice: only when the user asks for it.

LibreOffice is a large program that was not made for strangers' files: it answers success when it failed, and
fetches pictures and style sheets that a file links to. So it runs with a profile of its own in a folder that is
gone afterwards, is told a proxy that does not exist, gets no network at all where the system can take it away
(``unshare``, Linux), is stopped together with its children when its time is over, and nothing but the file that
it made counts as success. Web pages, which link the most, are never given to it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess  # the command is a fixed program with fixed options; no word of a file is among them
import sys
import tempfile
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from scorer.errors import InputError
from scorer.i18n import mark, tr
from scorer.reading.docx import DocxReader
from scorer.reading.interface import Document, ReadWarning
from scorer.reading.kinds import DOCX, ODT, OLE, RTF, identify
from scorer.reading.source import MAX_BYTES

__all__ = ["read_with_office"]

_SECONDS = 18.0
_MEMORY = 2 * 1024**3  # address space; LibreOffice reserves more than it uses
_NAMES = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
# By kind: the ending and the import filter. With a filter named, LibreOffice takes no damaged file for plain text.
_INPUTS = {
    RTF.title: ("rtf", "Rich Text Format"),
    DOCX.title: ("docx", "MS Word 2007 XML"),
    ODT.title: ("odt", "writer8"),
}
# Within the container of old files: by the stream that holds the document.
_STREAMS = {"worddocument": ("doc", ""), "matost": ("wps", "MS_Works"), "contents": ("wps", "MS_Works")}
_CONVERTED = mark("本文件不能直接读取，文字经 LibreOffice 转换得到，可能有出入，请核对原件")
_INSTALL = "install LibreOffice Writer so that soffice is on the PATH, or save the file as .docx"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
# Links are never followed, macros never run, and whatever still wants the network asks a proxy that is not there.
_VALUES = (
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read_with_office(data: bytes, name: str, refused: InputError) -> Document:
    """Read what our own reader refused, as LibreOffice understands it.

    Raises ``refused`` for a kind that is not given to LibreOffice, and :class:`InputError` naming its cause where
    LibreOffice is missing or fails.
    """
    known = _input(data)
    if known is None:
        raise refused
    converted = _convert(data, name, refused, *known)
    if identify(converted) is not DOCX:
        raise _failed(name, refused, "what it wrote is no Word document")
    document = DocxReader().read(converted, name)
    told = (ReadWarning("converted_by_office", tr(_CONVERTED)), *document.warnings)
    return replace(document, reader="office", sha256=sha256(data).hexdigest(), warnings=told)


def _input(data: bytes) -> tuple[str, str] | None:
    """Ending and import filter; None for what LibreOffice does not get."""
    kind = identify(data)
    if kind is not OLE:
        return _INPUTS.get(kind.title) if kind else None
    from scorer.reading.word97.damage import DamagedError
    from scorer.reading.word97.storage import Storage

    try:
        names = Storage(data).names
    except DamagedError:
        return None
    return next((known for stream, known in _STREAMS.items() if stream in names), None)


def _convert(data: bytes, name: str, refused: InputError, ending: str, filter_: str) -> bytes:
    program = _program()
    if program is None:
        raise InputError(name, f"{refused.cause}, and LibreOffice is not installed", _INSTALL)
    with tempfile.TemporaryDirectory(prefix="scorer-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        source = home / f"report.{ending}"
        source.write_bytes(data)
        profile = home / "profile"
        _write_settings(profile)
        command = [
            *_without_network(),
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            *([f"--infilter={filter_}"] if filter_ else []),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(home / "out")),
            str(source),
        ]
        if not _run(command, home):
            raise _failed(name, refused, f"it was not done within {_SECONDS:g} seconds")
        return _result(home / "out" / "report.docx", name, refused)


def _result(path: Path, name: str, refused: InputError) -> bytes:
    """What was written; that it is there and of a sane size is the only sign of success."""
    if not path.is_file() or path.is_symlink():
        raise _failed(name, refused, "it wrote nothing")
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _failed(name, refused, "what it wrote is too large")
    return content


def _failed(name: str, refused: InputError, why: str) -> InputError:
    return InputError(name, f"{refused.cause}, and LibreOffice could not convert it ({why})", refused.mend)


def _program() -> str | None:
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)


@cache
def _without_network() -> tuple[str, ...]:
    """A command that runs another one without network; empty where the system has none or does not allow it."""
    unshare = shutil.which("unshare")
    if unshare is None or not sys.platform.startswith("linux"):
        return ()
    prefix = (unshare, "--map-root-user", "--net", "--")
    try:
        tried = subprocess.run([*prefix, "true"], capture_output=True, timeout=5, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return prefix if tried.returncode == 0 else ()


def _write_settings(profile: Path) -> None:
    items = "\n".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _VALUES
    )
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_SETTINGS.format(items=items), encoding="utf-8")


def _run(command: list[str], home: Path) -> bool:
    """Whether the program ended by itself in time; it and all its children are gone in any case."""
    quiet = subprocess.DEVNULL
    own = {
        "HOME": str(home),
        "TMPDIR": str(home),
        "http_proxy": "http://127.0.0.1:9",
        "SAL_USE_VCLPLUGIN": "svp",
    }
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if key in os.environ}
    process = subprocess.Popen(  # noqa: S603
        command,
        cwd=home,
        env=kept | own,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
        preexec_fn=_limit if os.name == "posix" else None,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        if hasattr(os, "killpg"):
            with contextlib.suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def _limit() -> None:
    """Run in the child before the program: memory, time of the processor, and the size of what it writes."""
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, int(_SECONDS) + 1),
        (resource.RLIMIT_FSIZE, 4 * MAX_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))
