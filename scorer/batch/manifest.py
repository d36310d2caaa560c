"""What lies finished in the folder: a journal with one JSON line for each scorecard, written as they come.

A line tells what the scorecard was made from, which files it has with their hashes, and its row of the summary. So a
run that is interrupted has lost nothing, and the next one knows what to leave alone. Lines that were cut short or
damaged count as not there; of several for one report and framework the last one counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, TextIO

from scorer.atomic import write_whole
from scorer.batch.files import LOCK, digest_of
from scorer.batch.model import Output, Result
from scorer.errors import UsageError
from scorer.rendering.league import row_from, row_values

__all__ = ["MANIFEST", "Claim", "Manifest", "is_manifest"]

MANIFEST = "manifest.jsonl"
_HEAD = '{"schema": "batch-manifest/1"}\n'


class Claim(NamedTuple):
    """Whose files they are: a report (see :func:`scorer.batch.names.source_of`) and the id of a framework."""

    source: str
    framework: str


@dataclass(frozen=True)
class _Line:
    claim: Claim
    result: Result


def is_manifest(path: Path) -> bool:
    """Whether a file begins as a manifest does."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_HEAD)) == _HEAD.encode("ascii")
    except (OSError, ValueError):
        return False


class Manifest:
    """The journal of one folder, open for writing inside ``with``."""

    def __init__(self, out: Path) -> None:
        self._out, self._path = out, out / MANIFEST
        self._results: dict[Claim, Result] = {}
        self._stream: TextIO | None = None
        self._lines = 0
        self._damaged = 0
        self._load()

    @property
    def names(self) -> Mapping[Claim, str]:
        """The name of the files of each claim."""
        return {claim: result.base for claim, result in self._results.items()}

    @property
    def files(self) -> frozenset[str]:
        """The names of all files of batches in the folder, but for the summaries."""
        found = {output.file for result in self._results.values() for output in result.outputs.values()}
        return frozenset({MANIFEST, LOCK, *found})

    def find(self, claim: Claim) -> Result | None:
        """What is known of a report and a framework."""
        return self._results.get(claim)

    def is_whole(self, result: Result, formats: Iterable[str]) -> bool:
        """Whether all files of these formats lie there as they were written."""
        outputs = [result.outputs.get(name) for name in formats]
        return all(out is not None and digest_of(self._out / out.file) == out.sha256 for out in outputs)

    def __enter__(self) -> Manifest:
        """Write anew what has gone stale or was damaged, then keep the file open; raises OSError."""
        if self._damaged or self._lines != len(self._results) or not self._path.exists():
            write_whole(self._path, "".join((_HEAD, *self._all())).encode("ascii"))
        self._stream = self._path.open("a", encoding="utf-8", newline="\n")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def add(self, claim: Claim, result: Result) -> None:
        """Tell of a finished scorecard, at once; raises OSError when that cannot be written."""
        assert self._stream is not None  # noqa: S101 - a programming error, not an input
        self._results[claim] = result
        self._stream.write(_line(claim, result))
        self._stream.flush()

    def _all(self) -> Iterator[str]:
        for claim, result in self._results.items():
            yield _line(claim, result)

    def _load(self) -> None:
        try:
            with self._path.open("rb") as stream:
                head = stream.readline(len(_HEAD) + 1)
                if head != _HEAD.encode("ascii"):
                    raise UsageError(f"{self._path}: is no manifest of a batch; choose another -o")
                for data in stream:
                    self._lines += 1
                    self._read(data)
        except FileNotFoundError:
            return
        except OSError as error:
            raise UsageError(f"{self._path}: cannot be read: {error.strerror or error}") from error

    def _read(self, data: bytes) -> None:
        try:
            line = _parse(json.loads(data))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._damaged += 1
        else:
            self._results[line.claim] = line.result


def _line(claim: Claim, result: Result) -> str:
    """ASCII only: a file name that is no valid Unicode can be told, and a damaged byte damages one line."""
    known = {
        "source": claim.source,
        "framework": claim.framework,
        "base": result.base,
        "report_sha256": result.report_sha256,
        "fingerprint": result.fingerprint,
        "outputs": {name: [output.file, output.sha256] for name, output in result.outputs.items()},
        "row": row_values(result.row),
    }
    return json.dumps(known) + "\n"


def _parse(known: Mapping[str, Any]) -> _Line:
    outputs = {name: Output(*map(_plain, pair)) for name, pair in known["outputs"].items()}
    result = Result(
        base=_plain(known["base"]),
        report_sha256=_plain(known["report_sha256"]),
        fingerprint=_plain(known["fingerprint"]),
        outputs=outputs,
        row=row_from(known["row"]),
    )
    for file in (result.base, *(output.file for output in outputs.values())):
        if not file or file != Path(file).name:  # only names: a forged line leads nowhere else
            raise ValueError(f"no name: {file!r}")
    return _Line(Claim(_plain(known["source"]), _plain(known["framework"])), result)


def _plain(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no words: {value!r}")
    return value
