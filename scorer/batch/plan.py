"""What there is to do: every report by every framework, less what lies finished in the folder."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorer.batch.files import digest_of
from scorer.batch.inputs import Found, Input
from scorer.batch.manifest import Claim, Manifest, Names
from scorer.batch.model import Result, Setup, Target, Task
from scorer.batch.names import Namer, file_name, source_of
from scorer.errors import UsageError
from scorer.framework.model import Framework
from scorer.rendering.league import SUMMARIES

__all__ = ["Plan", "make_plan", "refuse_strangers"]


@dataclass(frozen=True)
class Plan:
    """``tasks`` in the order of the inputs; ``kept`` by the index of the report and of the framework."""

    out: Path
    frameworks: Sequence[Framework]
    formats: Sequence[str]
    found: Found
    tasks: Sequence[Task]
    kept: Mapping[tuple[int, int], Result]

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the frameworks."""
        return [framework.id for framework in self.frameworks]

    def wanted(self) -> dict[Claim, Names]:
        """The files that are to be written, by report and framework."""
        found = {}
        for task in self.tasks:
            source = source_of(Path(task.path), self.out)
            for target in task.targets:
                files = tuple(file_name(target.base, name) for name in self.formats)
                found[Claim(source, self.ids[target.framework])] = Names(target.base, files)
        return found


def make_plan(setup: Setup, found: Found, manifest: Manifest, *, fresh: bool) -> Plan:
    """Compare the inputs with the manifest; with ``fresh`` nothing counts as finished."""
    several, formats = len(setup.frameworks) > 1, setup.asked.formats
    namer = Namer(setup.out, found.inputs, formats, manifest.names, several=several)
    keeper = _Keeper(setup, manifest, namer, fresh)
    tasks: list[Task] = []
    kept: dict[tuple[int, int], Result] = {}
    for index, one in enumerate(found.inputs):
        known = keeper.known(one)
        kept.update({(index, number): result for number, result in known.items()})
        targets = tuple(
            Target(number, keeper.base(one, number))
            for number in range(len(setup.frameworks))
            if number not in known
        )
        if targets:
            tasks.append(Task(index, str(one.path), one.name, one.found, targets))
    return Plan(setup.out, setup.frameworks, setup.asked.formats, found, tasks, kept)


def refuse_strangers(out: Path, wanted: Mapping[Claim, Names], owned: Collection[str]) -> None:
    """Nothing is written over a file that no batch into this folder wrote: raises UsageError that names it."""
    files = [file for names in wanted.values() for file in names.files]
    files += [summary.file for summary in SUMMARIES] if wanted else []
    ours = {name.casefold() for name in owned}  # as file systems that are blind to case see them
    there = {name.casefold() for name in os.listdir(out)} - ours  # noqa: PTH208 - names are all that is asked
    found = [file for file in files if file.casefold() in there]
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        raise UsageError(
            f"{out / found[0]}{more}: would be replaced, and no batch into this folder wrote it; "
            "move it away, or choose another -o"
        )


class _Keeper:
    """Knows what of earlier runs still holds."""

    def __init__(self, setup: Setup, manifest: Manifest, namer: Namer, fresh: bool) -> None:
        self._setup, self._manifest, self._namer, self._fresh = setup, manifest, namer, fresh
        self._prints = [setup.asked.fingerprint(framework) for framework in setup.frameworks]

    def base(self, one: Input, number: int) -> str:
        return self._namer.name(one, self._setup.frameworks[number].id)

    def known(self, one: Input) -> dict[int, Result]:
        """What is finished of one report, by the index of the framework. Reads the report only if it can be."""
        if self._fresh:
            return {}
        source, digest = source_of(one.path, self._setup.out), None
        known = {}
        for number, framework in enumerate(self._setup.frameworks):
            result = self._manifest.find(Claim(source, framework.id))
            if result is None or result.fingerprint != self._prints[number]:
                continue
            digest = digest or digest_of(one.path)
            named = self.base(one, number) == result.base
            if named and result.report_sha256 == digest and self._is_whole(result):
                known[number] = result
        return known

    def _is_whole(self, result: Result) -> bool:
        return self._manifest.is_whole(result, self._setup.asked.formats)
