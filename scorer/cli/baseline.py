"""``check --baseline``: which earlier scorecard belongs to which report. Whatever is not sure is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scorer.errors import InputError, UsageError
from scorer.framework.model import Framework
from scorer.rendering.paths import relative
from scorer.rendering.saved import load_scorecards
from scorer.scoring.model import Scorecard

__all__ = ["Baseline"]

_FEW = 5


@dataclass(frozen=True)
class Baseline:
    """The earlier scorecard of each report of a call, by the path that the call gave."""

    cards: dict[str, Scorecard]

    @classmethod
    def load(cls, path: str, files: Sequence[str], framework: Framework) -> Baseline:
        """Raises UsageError for what is no scorecard, is not whole, or cannot be matched with these files.

        One scorecard and one report belong together whatever their names: drafts are renamed.
        """
        where = f"--baseline {path}"
        try:
            cards = load_scorecards(path)
        except InputError as error:
            raise UsageError(f"--baseline {error}") from error
        for card in cards:
            _check(card, framework, where)
        if len(cards) == len(files) == 1:
            return cls({files[0]: cards[0]})
        return cls(_matched(cards, files, where))

    def of(self, card: Scorecard) -> Scorecard:
        """The earlier scorecard of the same report."""
        return self.cards[card.path]


def _check(card: Scorecard, framework: Framework, where: str) -> None:
    stamp, name = card.stamp, card.stamp.report_name
    if stamp.framework_id != framework.id:
        raise UsageError(
            f"{where}: was scored by {stamp.framework_id}, not by {framework.id}; "
            "score it anew, or give the same --framework"
        )
    here, there = {item.id for item in framework.items}, {item.id for item in card.items}
    twice = [item for item, count in Counter(item.id for item in card.items).items() if count > 1]
    if twice:
        raise UsageError(
            f"{where}: is damaged: the scorecard of {name} has {_listed(twice)} more than once; score it anew"
        )
    same = stamp.framework_sha256 == framework.sha256
    if (here != there) if same else not here & there:
        raise UsageError(
            f"{where}: is damaged: the scorecard of {name} has {len(here & there)} of the {len(here)} items "
            f"of {framework.id}; score it anew"
        )


def _matched(cards: Sequence[Scorecard], files: Sequence[str], where: str) -> dict[str, Scorecard]:
    """By path as both calls gave it; by name without ending where that stands for one report on both sides."""
    paths: dict[str, list[Scorecard]] = {}
    stems: dict[str, list[Scorecard]] = {}
    for card in cards:
        paths.setdefault(relative(card.path), []).append(card)
        stems.setdefault(Path(card.stamp.report_name).stem, []).append(card)
    asked = Counter(Path(file).stem for file in set(files))
    made: dict[str, Scorecard] = {}
    strangers, unclear = [], []
    for file in files:
        stem = Path(file).stem
        exact = paths.get(relative(file), []) if relative(file) else []
        alike = stems.get(stem, [])
        if len(exact) == 1:
            made[file] = exact[0]
        elif not alike:
            strangers.append(file)
        elif len(alike) == 1 and asked[stem] == 1:
            made[file] = alike[0]
        else:
            unclear.append(file)
    if strangers:
        raise UsageError(f"{where}: holds no scorecard of {_listed(strangers)}")
    if unclear:
        raise UsageError(
            f"{where}: does not say which scorecard is that of {_listed(unclear)}; "
            "score and check them from one folder by relative paths, or rename them"
        )
    return made


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_FEW]) + (f" and {len(names) - _FEW} more" if len(names) > _FEW else "")
