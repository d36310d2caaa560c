"""Keeps count: what each report ended in, in the order of the inputs however the workers were scheduled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scorer.batch.inputs import Found
from scorer.batch.manifest import Claim
from scorer.batch.model import Ending, OnResult, Result, State, Step
from scorer.batch.names import source_of
from scorer.batch.plan import Plan
from scorer.errors import InputError
from scorer.rendering.interface import Failure
from scorer.rendering.league import League, Row, head_of, make_league

__all__ = ["Tally"]

_EVERY = -1  # the framework of an ending that speaks for all of them


class Tally:
    """All endings of a run; reports and frameworks by their index."""

    def __init__(self, plan: Plan, on_result: OnResult | None) -> None:
        self._plan, self._on_result = plan, on_result
        self._results: dict[tuple[int, int], Result] = {}
        self._failed: dict[tuple[int, int], str] = {}
        self._skipped: dict[int, str] = {}
        self._open = {(task.index, target.framework) for task in plan.tasks for target in task.targets}
        self._total = len(plan.found.inputs) * len(plan.ids)
        self._worst = InputError.exit_code if plan.found.failed else 0
        self.scored = 0
        for (index, framework), result in plan.kept.items():
            self._keep(index, framework, "kept", result)

    @property
    def found(self) -> Found:
        """The inputs."""
        return self._plan.found

    @property
    def kept(self) -> int:
        """How many scorecards were there already."""
        return len(self._plan.kept)

    def add(self, ending: Ending) -> None:
        """One more ending; of one report and framework the first counts."""
        wanted = self._closed_by(ending)
        if not wanted:
            return
        self._open -= set(wanted)
        self._worst = max(self._worst, ending.exit_code)
        if ending.state == "scored" and ending.result is not None:
            self.scored += 1
            self._keep(ending.index, ending.framework, "scored", ending.result)
        elif ending.state == "skipped":
            self._skipped[ending.index] = ending.message
            self._tell(ending.index, ending.framework, "skipped", ending.message)
        else:
            self._failed[ending.index, ending.framework] = ending.message
            self._tell(ending.index, ending.framework, "failed", ending.message)

    def _closed_by(self, ending: Ending) -> list[tuple[int, int]]:
        if ending.framework != _EVERY:
            return (
                [(ending.index, ending.framework)] if (ending.index, ending.framework) in self._open else []
            )
        every = ((ending.index, number) for number in range(len(self._plan.ids)))
        return [place for place in every if place in self._open]

    def _keep(self, index: int, framework: int, state: State, result: Result) -> None:
        self._results[index, framework] = result
        self._tell(index, framework, state, "")

    def _tell(self, index: int, framework: int, state: State, message: str) -> None:
        if self._on_result is not None:
            name = self.found.inputs[index].name
            which = "" if framework == _EVERY else self._plan.ids[framework]
            self._on_result(Step(name, which, state, message, self._total - len(self._open), self._total))

    def results(self) -> tuple[Result, ...]:
        """All scorecards, each with the name its report has in this run."""
        return tuple(result for _, result in self._named())

    def _named(self) -> Iterator[tuple[int, Result]]:
        """The results with the index of their framework, in the order of the inputs."""
        for (index, framework), result in sorted(self._results.items(), key=lambda pair: pair[0]):
            card = result.outputs[self._plan.formats[0]].file
            row = replace(result.row, report=self.found.inputs[index].name, card=card)
            yield framework, replace(result, row=row)

    def failed(self) -> tuple[Failure, ...]:
        """What could not be found, then what could not be scored."""
        several = len(self._plan.ids) > 1
        failures = list(self.found.failed)
        for (index, framework), message in sorted(self._failed.items()):
            name = self.found.inputs[index].name
            which = f" [{self._plan.ids[framework]}]" if several and framework != _EVERY else ""
            failures.append(Failure(f"{name}{which}", message))
        return tuple(failures)

    def skipped(self) -> tuple[Failure, ...]:
        """What lay in folders and is no report, with the reason."""
        tried = (Failure(self.found.inputs[index].name, why) for index, why in sorted(self._skipped.items()))
        return (*self.found.skipped, *tried)

    def missing(self) -> tuple[str, ...]:
        """The reports that have not ended."""
        return tuple(self.found.inputs[index].name for index in sorted({index for index, _ in self._open}))

    def exit_code(self) -> int:
        """That of the worst ending, and of what could not be found."""
        return self._worst

    def league(self) -> League:
        """The summary of all results."""
        rows: Sequence[list[Row]] = [[] for _ in self._plan.ids]
        for framework, result in self._named():
            rows[framework].append(result.row)
        heads = [head_of(framework) for framework in self._plan.frameworks]
        return make_league(zip(heads, rows, strict=True), self.failed(), len(self.missing()))

    def claim(self, ending: Ending) -> Claim:
        """Whose files the ending of one framework tells of."""
        source = source_of(self.found.inputs[ending.index].path, self._plan.out)
        return Claim(source, self._plan.ids[ending.framework])
