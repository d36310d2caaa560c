"""What runs in a worker: reports in, files on the disk and small records out.

A worker keeps its engines between calls, writes its own files, and sends back no scorecard: those are large, and
carrying them through one process would cost more than a tenth of the time.
"""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from scorer import __version__
from scorer.atomic import write_whole
from scorer.batch.model import Asked, Ending, Output, Result, Setup, Target, Task
from scorer.batch.names import file_name
from scorer.errors import InputError, ScorerError, UsageError
from scorer.i18n import use_language
from scorer.pipeline import Engine
from scorer.reading import READERS, read_bytes
from scorer.reading.interface import Document
from scorer.reading.own import OWN, is_own
from scorer.reading.source import load
from scorer.rendering import RENDERERS
from scorer.rendering.interface import Options
from scorer.rendering.league import row_of
from scorer.scoring.model import Scorecard

__all__ = ["begins", "score_chunk", "should_stop"]


def should_stop() -> bool:
    """Whether the batch was interrupted; :mod:`scorer.batch.crew` puts its own answer here in its workers."""
    return False


def begins(index: int) -> None:
    """Hears of each report before it is read; the crew's workers tell it to the parent, which looks at the clock."""


def score_chunk(setup: bytes, tasks: Sequence[Task]) -> tuple[Ending, ...]:
    """Score some reports; ``setup`` is a pickled :class:`Setup`. What was not reached has no ending.

    A worker speaks the language of the call, whatever its own surroundings say.
    """
    ready = _ready(setup)
    endings: list[Ending] = []
    with use_language(ready.language):
        for task in tasks:
            if should_stop():
                break
            begins(task.index)
            endings += ready.run(task)
            if any(ending.stops for ending in endings):
                break
    return tuple(endings)


@lru_cache(maxsize=1)
def _ready(setup: bytes) -> _Ready:
    """The engines of a batch, made once in each worker; by value, so that what is read later changes nothing."""
    made: Setup = pickle.loads(setup)  # noqa: S301 - from the process that runs the batch
    return _Ready(made)


class _Ready:
    def __init__(self, setup: Setup) -> None:
        self._setup, self._asked = setup, setup.asked
        self._engines = [Engine(framework) for framework in setup.frameworks]
        self._prints = [setup.asked.fingerprint(framework) for framework in setup.frameworks]

    @property
    def language(self) -> str:
        """The language of the outputs."""
        return self._asked.language

    def run(self, task: Task) -> list[Ending]:
        """One report by all its frameworks; whatever goes wrong is an ending of this report alone."""
        if self._setup.version != __version__:
            cause = f"this worker has scorer {__version__}, the batch is run by {self._setup.version}"
            return [Ending(task.index, -1, "failed", cause, UsageError.exit_code, stops=True)]
        try:
            document = _read(task, self._asked)
        except InputError as error:
            return [Ending(task.index, -1, "failed", _cause(error), error.exit_code)]
        except Exception as error:
            return [_fault(task, -1, error)]
        if isinstance(document, str):
            return [Ending(task.index, -1, "skipped", document)]
        return [self._score(task, target, document) for target in task.targets]

    def _score(self, task: Task, target: Target, document: Document) -> Ending:
        engine = self._engines[target.framework]
        try:
            card = engine.examine(
                document,
                level=self._asked.level,
                year=self._asked.year,
                decisions=self._asked.decisions_for(engine.framework),
                as_of=self._asked.as_of,
                traced=False,
            ).scorecard
            result = self._write(task, target, card)
        except UsageError as error:  # an extra is missing, for every report alike
            return Ending(task.index, target.framework, "failed", str(error), error.exit_code, stops=True)
        except OSError as error:
            cause = f"cannot write into {self._setup.out}: {error.strerror or error}"
            return Ending(task.index, target.framework, "failed", cause, UsageError.exit_code, stops=True)
        except Exception as error:
            return _fault(task, target.framework, error)
        return Ending(task.index, target.framework, "scored", result=result)

    def _write(self, task: Task, target: Target, card: Scorecard) -> Result:
        outputs = {}
        for name in self._asked.formats:
            content = RENDERERS[name].render([card], Options(detail=self._asked.detail))
            data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
            file = file_name(target.base, name)
            # The manifest holds the hash, so what a power cut spoils is noticed; to wait for the disk costs more.
            write_whole(self._setup.out / file, data, sync=False)
            outputs[name] = Output(file, sha256(data).hexdigest())
        first = outputs[self._asked.formats[0]].file
        return Result(
            base=target.base,
            report_sha256=card.stamp.report_sha256,
            fingerprint=self._prints[target.framework],
            outputs=outputs,
            row=row_of(card, task.name, first),
        )


def _read(task: Task, asked: Asked) -> Document | str:
    """The report; or, for what merely lay in a folder and is no text, why it is left out."""
    data, _ = load(Path(task.path))
    if task.found:
        if not data:
            return "is empty"
        if is_own(data):
            return OWN
        if not asked.office and not any(reader.sniff(data, task.name) for reader in READERS.values()):
            try:
                return read_bytes(data, task.name)  # says in words what it is
            except InputError as error:
                return error.cause
    return read_bytes(data, task.name, office=asked.office)


def _cause(error: InputError) -> str:
    return f"{error.cause}; {error.mend}" if error.mend else error.cause


def _fault(task: Task, framework: int, error: Exception) -> Ending:
    """A defect of ours costs one report; with SCORER_DEBUG set it is told in full."""
    cause = f"internal fault: {type(error).__name__}: {error}"
    if os.environ.get("SCORER_DEBUG"):
        cause = "".join(traceback.format_exception(error))
    return Ending(task.index, framework, "failed", cause, ScorerError.exit_code)
