"""One file read and scored in a process of its own, so that its memory is its own: JSON on stdout."""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any

from scorer.pipeline import Engine, Examination
from scorer.reading import read_file
from scorer.structure.model import Role
from scorer.text import fold

__all__ = ["probe", "told"]


def probe(path: str) -> dict[str, Any]:
    """What became of a file: words, structure, score, statuses, seconds to read it, peak memory in MB."""
    engine = Engine()
    started = time.perf_counter()
    document = read_file(path)
    seconds = time.perf_counter() - started
    return told(engine.examine(document)) | {"seconds": seconds, "megabytes": _peak()}


def told(examination: Examination) -> dict[str, Any]:
    """Words, structure, score and statuses, in a form that JSON can carry."""
    report, card = examination.report, examination.scorecard
    return {
        "words": _bare(report.text.content),
        "sections": [[section.depth, _bare(section.title)] for section in report.sections],
        # What surrounds a report differs from container to container, and is meant to.
        "sentences": [
            [sentence.role.value, _bare(report.text.cut(sentence.span))]
            for sentence in report.sentences
            if sentence.role is not Role.CHROME
        ],
        "points": float(card.total.points),
        "statuses": {item.id: item.status.value for item in card.items},
        "warnings": [note.code for note in card.warnings],
    }


def _bare(words: str) -> str:
    return fold(words).text.replace("\n", "").replace(" ", "")


def _peak() -> float:
    """Of this process and the largest it started (a PDF is parsed in one), in MB; Linux counts in KB."""
    whole = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_maxrss for who in whole) / 1024


if __name__ == "__main__":
    json.dump(probe(sys.argv[1]), sys.stdout, ensure_ascii=False)
