"""What lies finished in the folder: a journal with one JSON line for each scorecard, written as they come.

A line tells what the scorecard was made from, which files it has with their hashes, and its row of the summary. So a
run that is interrupted has lost nothing, and the next one knows what to leave alone. Before anything is scored a line
for each scorecard to come tells how its files will be called: whatever happens then, the next run knows which files
are its own and which are not. Lines that were cut short, damaged or edited (each has a checksum) count as not there; of
several for one report and framework the last one counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from scorer.atomic import write_whole
from scorer.batch.files import LOCK, digest_of
from scorer.batch.model import Output, Result
from scorer.errors import UsageError
from scorer.rendering.league import SUMMARIES, row_from, row_values

__all__ = ["MANIFEST", "Claim", "Manifest", "Names", "is_manifest"]

MANIFEST = "manifest.jsonl"
_HEAD = '{"schema": "batch-manifest/1"}\n'


class Claim(NamedTuple):
    """Whose files they are: a report (see :func:`scorer.batch.names.source_of`) and the id of a framework."""

    source: str
    framework: str


@dataclass(frozen=True, slots=True)
class Names:
    """What the files of a scorecard are called: without ending, and each in full."""

    base: str
    files: tuple[str, ...]


def is_manifest(path: Path) -> bool:
    """Whether a file begins as a manifest does."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_HEAD)) == _HEAD.encode("ascii")
    except (OSError, ValueError):
        return False


class Manifest:
    """The journal of one folder; results are added inside :meth:`writing`."""

    def __init__(self, out: Path) -> None:
        """Reads what is there; raises UsageError when the file is somebody else's or cannot be read."""
        self._out, self._path = out, out / MANIFEST
        self._results: dict[Claim, Result] = {}
        self._owned: dict[Claim, Names] = {}  # all files that a claim ever had, in other formats too
        self._stream: TextIO | None = None
        self._damaged = False
        self._load()

    @property
    def names(self) -> Mapping[Claim, str]:
        """The name of the files of each claim."""
        return {claim: names.base for claim, names in self._owned.items()}

    @property
    def files(self) -> frozenset[str]:
        """The names of all files of batches in the folder; the summaries are, once there was a batch."""
        summaries = [summary.file for summary in SUMMARIES] if self._owned else ()
        scorecards = (file for names in self._owned.values() for file in names.files)
        return frozenset({MANIFEST, LOCK, *summaries, *scorecards})

    def find(self, claim: Claim) -> Result | None:
        """What is known of a report and a framework."""
        return self._results.get(claim)

    def is_whole(self, result: Result, formats: Iterable[str]) -> bool:
        """Whether all files of these formats lie there as they were written."""
        outputs = [result.outputs.get(name) for name in formats]
        return all(out is not None and digest_of(self._out / out.file) == out.sha256 for out in outputs)

    @contextmanager
    def writing(self, wanted: Mapping[Claim, Names]) -> Iterator[None]:
        """Claim the files that are to come, leave out what was stale or damaged, and stay open; raises OSError.

        Without anything to come a manifest that is in order is not touched.
        """
        for claim, names in wanted.items():
            self._own(claim, names)
        if wanted or self._damaged or not self._path.exists():
            write_whole(self._path, "".join((_HEAD, *self._all())).encode("ascii"))
        with self._path.open("a", encoding="utf-8", newline="\n") as self._stream:
            yield
        self._stream = None

    def add(self, claim: Claim, result: Result) -> None:
        """Tell of a finished scorecard, at once; raises OSError when that cannot be written."""
        assert self._stream is not None  # noqa: S101 - a programming error, not an input
        self._results[claim] = result
        self._stream.write(_line(claim, result))
        self._stream.flush()

    def _all(self) -> Iterator[str]:
        for claim, names in self._owned.items():
            result = self._results.get(claim)
            if result is None or set(names.files) - set(_files(result)):
                yield _claim_line(claim, names)
            if result is not None:
                yield _line(claim, result)

    def _own(self, claim: Claim, names: Names) -> None:
        before = self._owned.get(claim)
        files = names.files if before is None else tuple(dict.fromkeys((*before.files, *names.files)))
        self._owned[claim] = Names(names.base, files)

    def _load(self) -> None:
        try:
            with self._path.open("rb") as stream:
                head = stream.readline(len(_HEAD) + 1)
                if head and head != _HEAD.encode("ascii"):  # an empty one is as good as none
                    raise UsageError(
                        f"{self._path}: is no manifest of a batch; move it away, or choose another -o"
                    )
                self._damaged = not head
                for data in stream:
                    self._read(data)
        except FileNotFoundError:
            return
        except OSError as error:
            raise UsageError(f"{self._path}: cannot be read: {error.strerror or error}") from error

    def _read(self, data: bytes) -> None:
        try:
            known = _opened(data)
            claim = Claim(_plain(known["source"]), _plain(known["framework"]))
            if "row" in known:
                result = _result(known)
                names = Names(result.base, _files(result))
                self._results[claim] = result
            else:
                names = Names(_name(known["base"]), tuple(map(_name, known["files"])))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._damaged = True
        else:
            self._own(claim, names)


def _line(claim: Claim, result: Result) -> str:
    """What is told of a finished scorecard."""
    return _sealed(
        {
            **claim._asdict(),
            "base": result.base,
            "report_sha256": result.report_sha256,
            "fingerprint": result.fingerprint,
            "outputs": {name: [output.file, output.sha256] for name, output in result.outputs.items()},
            "row": row_values(result.row),
        }
    )


def _claim_line(claim: Claim, names: Names) -> str:
    """What is told of a scorecard before it is there."""
    return _sealed({**claim._asdict(), "base": names.base, "files": names.files})


_SEAL = '{"sum": "'
_SUM = 16  # digits of a checksum; after it stand a quotation mark, a comma and a space


def _sealed(known: Mapping[str, Any]) -> str:
    """ASCII only: a file name that is no valid Unicode can be told, and a damaged byte damages one line."""
    body = json.dumps(known)[1:]
    return f'{_SEAL}{sha256(body.encode("ascii")).hexdigest()[:_SUM]}", {body}\n'


def _opened(data: bytes) -> Mapping[str, Any]:
    """A line whose checksum is right; ValueError for any other."""
    end = len(_SEAL) + _SUM
    body = data[end + 3 :].rstrip(b"\n")
    if data[:end] != f"{_SEAL}{sha256(body).hexdigest()[:_SUM]}".encode("ascii"):
        raise ValueError("damaged")
    known: Mapping[str, Any] = json.loads(b"{" + body)
    return known


def _result(known: Mapping[str, Any]) -> Result:
    outputs = {name: Output(_name(pair[0]), _plain(pair[1])) for name, pair in known["outputs"].items()}
    return Result(
        base=_name(known["base"]),
        report_sha256=_plain(known["report_sha256"]),
        fingerprint=_plain(known["fingerprint"]),
        outputs=outputs,
        row=row_from(known["row"]),
    )


def _files(result: Result) -> tuple[str, ...]:
    return tuple(output.file for output in result.outputs.values())


def _name(value: object) -> str:
    """Only names: a forged line leads nowhere else."""
    file = _plain(value)
    if not file or file != Path(file).name:
        raise ValueError(f"no name: {file!r}")
    return file


def _plain(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no words: {value!r}")
    return value
