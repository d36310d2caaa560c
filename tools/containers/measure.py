"""How much of a report each container gives back: words, structure, score; and what it costs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

from tools.containers.make import CONTAINERS

__all__ = ["Row", "compare", "measure", "table"]

_HEAD = """\
# The same report in every container

Written by `python -m tools.containers measure` over the files of `tests/fixtures/containers`, which
`python -m tools.containers make` made from the five reports in `seeds/` (LibreOffice 7.4, Chromium, qpdf). Each file is
compared with the plain text of the report; `tests/test_invariance.py` holds every row to 0.5 points and 98 % of the statuses.

- **recall**: longest common subsequence with the words of the report, white space removed and widths folded, over their
  number. What only surrounds a report (navigation, letterhead) does not count.
- **added**: characters that the plain text does not have, in the same count.
- **sections, roles**: headings found with the same words and depth; sentences found with the same words and role.
- **points**: score less that of the plain text. **statuses**: items that end in the same status.
- **s**: seconds to read the file, scoring not included. **MB**: peak memory of reading and scoring.

| container | report | recall | added | sections | roles | points | statuses | s | MB |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One file against the plain text of its report; shares are from 0 to 1."""

    container: str
    report: str
    recall: float
    added: int
    sections: tuple[int, int]
    roles: tuple[int, int]
    points: float
    statuses: tuple[int, int]
    seconds: float
    megabytes: float


def measure(seeds: Sequence[Path], folder: Path) -> list[Row]:
    """A row for each container of each report; raises FileNotFoundError for a file that is missing."""
    plain = {seed.stem: _probed(seed) for seed in seeds}
    rows = []
    for container, suffix in CONTAINERS.items():
        for report, expected in plain.items():
            path = folder / f"{report}{suffix}"
            if not path.is_file():
                raise FileNotFoundError(f"{path}: make the files first")
            rows.append(compare(container, report, expected, _probed(path)))
    return rows


def _probed(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tools.containers.probe", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(f"{path}: {done.stderr.strip().splitlines()[-1]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def compare(container: str, report: str, expected: dict[str, Any], found: dict[str, Any]) -> Row:
    """What differs between what became of the plain text and of another container."""
    wanted = "".join(words for _, words in expected["sentences"])
    given = "".join(words for _, words in found["sentences"])
    common = LCSseq.similarity(wanted, given)
    verdicts = expected["statuses"]
    same = sum(found["statuses"].get(item) == status for item, status in verdicts.items())
    return Row(
        container,
        report,
        LCSseq.similarity(wanted, found["words"]) / len(wanted),
        len(given) - common,
        _kept(expected["sections"], found["sections"]),
        _kept(expected["sentences"], found["sentences"]),
        found["points"] - expected["points"],
        (same, len(verdicts)),
        found["seconds"],
        found["megabytes"],
    )


def _kept(expected: Sequence[Sequence[Any]], found: Sequence[Sequence[Any]]) -> tuple[int, int]:
    """How many of the expected entries were found, and how many there are."""
    left = Counter(map(tuple, expected))
    return (left & Counter(map(tuple, found))).total(), left.total()


def table(rows: Sequence[Row]) -> str:
    """The document: what was measured, and a line for each row."""
    return _HEAD + "".join(f"| {' | '.join(_cells(row))} |\n" for row in rows)


def _cells(row: Row) -> Iterator[str]:
    yield from (row.container, row.report, f"{row.recall:.4f}", str(row.added))
    yield from (f"{kept}/{whole}" for kept, whole in (row.sections, row.roles))
    yield f"{row.points:+.2f}"
    kept, whole = row.statuses
    yield from (f"{kept}/{whole}", f"{row.seconds:.2f}", f"{row.megabytes:.0f}")
