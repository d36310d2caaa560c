"""Decisions of people as they stand in a file, and which reports they are on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorer.errors import Problem, ScorerError, first_few
from scorer.framework.model import Mark
from scorer.review.identity import name_key, names_of, plain_identity, same_identity, stem_of
from scorer.rules.model import Status

__all__ = ["DecisionFile", "DecisionsError", "Entry", "Register"]


class DecisionsError(ScorerError):
    """A file of decisions is invalid; carries all problems that were found, not only the first."""

    exit_code = 2

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as it stands in the file. ``until`` is the last day on which it counts, None for ever.

    ``about`` says whose report of which year it is on; None in files that do not say it.
    """

    report: str
    item: str
    status: Status
    reason: str
    by: str
    on: date
    until: date | None
    evidence: str
    mark: Mark
    about: str | None = None

    def is_on(self, identity: str) -> bool:
        """Whether it is on the report with this identity; one that does not say takes any."""
        return self.about is None or same_identity(self.about, identity)


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """All decisions of a file; ``framework`` is the id they were made under, None where the file is silent."""

    name: str
    sha256: str
    framework: str | None
    entries: tuple[Entry, ...]

    def about(self, report_name: str) -> tuple[Entry, ...]:
        """The decisions on reports of a file's name, whose ending may be left out; whose they are is not asked."""
        names = names_of(report_name)
        return tuple(entry for entry in self.entries if name_key(entry.report) in names)

    @property
    def reports(self) -> tuple[str, ...]:
        """The names of the reports that are decided on, each once, in the file's order."""
        return tuple(dict.fromkeys(entry.report for entry in self.entries))

    def strangers(self, files: Iterable[str | Path]) -> tuple[str, ...]:
        """The names that no report of a call answers to: usual where a file holds those of a whole province."""
        known = {name for file in files for name in names_of(file)}
        return tuple(report for report in self.reports if name_key(report) not in known)

    def refuse_shared_names(self, files: Iterable[str | Path]) -> None:
        """DecisionsError where two reports of a call answer to one name and nothing says which is meant."""
        paths: dict[str, dict[str, str]] = {}
        for file in files:
            for name in names_of(file):
                paths.setdefault(name, {})[str(Path(file).absolute())] = str(file)
        first: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.about is None:
                first.setdefault(name_key(entry.report), entry)
        problems = [
            _unclear(entry, tuple(paths[name].values()))
            for name, entry in first.items()
            if len(paths.get(name, ())) > 1
        ]
        if problems:
            raise DecisionsError(problems)

    def refuse_later_than(self, day: date) -> None:
        """DecisionsError for decisions that are dated after a day: nobody can have signed them by then."""
        problems = [
            Problem(
                entry.mark.file,
                entry.mark.line,
                entry.mark.column,
                f"the decision on {entry.item} is dated {entry.on}, later than {day}",
                "correct `date`, or give a later --as-of",
            )
            for entry in self.entries
            if entry.on > day
        ]
        if problems:
            raise DecisionsError(problems)

    @property
    def expires(self) -> bool:
        """Whether any decision has a last day, so that a result depends on the day it is made."""
        return any(entry.until is not None for entry in self.entries)


def _unclear(entry: Entry, files: Sequence[str]) -> Problem:
    shown = first_few(files)
    return Problem(
        entry.mark.file,
        entry.mark.line,
        entry.mark.column,
        f"{len(files)} reports of this call answer to {entry.report!r}: {shown}",
        "say which one is meant with `about:`, such as 大冶市2021年; `scorer review FILE --template` writes it",
    )


class Register:
    """Entries, among which one is looked for that is on the same item of what may be the same report.

    A report answers to its name and to its name without the ending, so 甲 clashes with 甲.txt, while 甲.txt and
    甲.docx do not. Who does not say whose report it is, speaks of everyone's.
    """

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, str], dict[str | None, Entry]] = {}
        self._by_stem: dict[tuple[str, str], dict[str | None, Entry]] = {}

    def find(self, entry: Entry) -> Entry | None:
        """The first entry that was added and is on the same item of what may be the same report."""
        name, stem = (entry.item, name_key(entry.report)), (entry.item, stem_of(entry.report))
        whose = _whose(entry)
        for others in (self._by_name.get(name), self._by_name.get(stem), self._by_stem.get(name)):
            if others and whose is None:
                return next(iter(others.values()))
            if others and (None in others or whose in others):
                return others.get(None) or others[whose]
        return None

    def add(self, entry: Entry) -> None:
        """Remember an entry under its name and, where it has an ending, under its stem."""
        name, stem = name_key(entry.report), stem_of(entry.report)
        self._by_name.setdefault((entry.item, name), {}).setdefault(_whose(entry), entry)
        if stem != name:
            self._by_stem.setdefault((entry.item, stem), {}).setdefault(_whose(entry), entry)


def _whose(entry: Entry) -> str | None:
    return None if entry.about is None else plain_identity(entry.about)
