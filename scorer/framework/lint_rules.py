"""Checks of the rules of an item: metrics, units, thresholds, and levels that nobody can reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scorer.errors import Problem
from scorer.framework.conditions import kind_of, walk
from scorer.framework.draft import Draft, complain
from scorer.framework.marks import Node
from scorer.framework.model import AnyOf, Condition, Mark, Metric, MetricIs, Ordinals, Total
from scorer.framework.schema import did_you_mean
from scorer.framework.words import Groups
from scorer.quantities.model import Bound
from scorer.quantities.units import UNITS

__all__ = ["RULE_CHECKS", "weaker"]

_LOW = {">=": 0, ">": 1}
_HIGH = {"<=": 0, "<": 1}


def _levels(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """The words for ``partial`` and its condition come together, and partial says more than met does."""
    criterion, partial = draft.node.mapping["criterion"], draft.node.get("partial")
    described = criterion.get("partial")
    if described is not None and partial is None:
        yield complain(
            described.mark, "level 'partial' is described, but nobody can reach it", "add 'partial:'"
        )
    if described is None and partial is not None:
        yield complain(
            draft.node.place("partial"), "level 'partial' is not described", "add it under 'criterion:'"
        )
    if partial is not None and _contained(draft):
        message = "level 'partial' is out of reach: whatever it accepts is 'met' already"
        yield complain(draft.node.place("partial"), message, "ask for less in 'partial', or remove it")


def _contained(draft: Draft) -> bool:
    """Whether each way to ``partial`` is a way to ``met``."""
    met, partial = draft.item.met, draft.item.partial
    if met is None or partial is None:
        return False
    ways = [_settled(way, draft.item.metrics) for way in _ways(met)]
    return all(_settled(way, draft.item.metrics) in ways for way in _ways(partial))


def _ways(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AnyOf):
        for child in condition.children:
            yield from _ways(child)
    else:
        yield condition


def _settled(condition: Condition, metrics: tuple[Metric, ...]) -> Condition:
    """A metric without a threshold for half the points asks for the full one there as well."""
    if isinstance(condition, MetricIs) and condition.level == "partial":
        metric = next((metric for metric in metrics if metric.name == condition.name), None)
        if metric is not None and metric.partial is None:
            return replace(condition, level="full")
    return condition


def _topics(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """``topic`` asks for a topic with phrases or pairs."""
    if draft.item.topic.phrases or draft.item.topic.near:
        return
    for condition in draft.conditions():
        of = condition.get("of")
        is_detail = kind_of(condition) == "detail" and (of is None or of.text == "topic")
        if kind_of(condition) == "topic" or is_detail:
            yield complain(
                condition.mark, "the item has no topic, so this can never hold", "add 'topic:' with phrases"
            )


def _metric_names(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """Conditions name metrics that there are; metrics with thresholds are named; no name comes twice."""
    names = [metric.name for metric in draft.item.metrics]
    used = set()
    for condition in draft.conditions():
        if kind_of(condition) == "metric":
            name = condition.mapping["metric"]
            used.add(name.text)
            if name.text not in names:
                yield complain(
                    name.mark, f"the item has no metric {name.text!r}", did_you_mean(name.text, names)
                )
    for index, (metric, node) in enumerate(zip(draft.item.metrics, draft.metrics(), strict=True)):
        name = node.mapping["name"]
        if metric.name in names[:index]:
            yield complain(
                name.mark, f"metric {metric.name!r} stands here twice", "give each metric its own name"
            )
        elif metric.name not in used and (metric.full or metric.partial):
            message = f"metric {metric.name!r} has a threshold, but no condition uses it"
            yield complain(name.mark, message, f"use {{metric: {metric.name}}}, or remove full and partial")


def _metric_levels(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """A condition asks a metric for a level that it has a threshold for."""
    metrics = _by_name(draft)
    for branch, default in (("met", "full"), ("partial", "partial")):
        for condition in draft.conditions(branch):
            if kind_of(condition) != "metric" or (name := condition.mapping["metric"].text) not in metrics:
                continue
            metric, level = metrics[name], condition.get("level")
            asked = level.text if level is not None else default
            if asked == "full" and metric.full is None:
                message = f"metric {name!r} has no 'full', so this can never hold"
                yield complain(condition.mark, message, "give the metric 'full:', or use level: stated")
            elif asked == "partial" and metric.full is None and metric.partial is None:
                message = f"metric {name!r} has neither 'full' nor 'partial', so this can never hold"
                yield complain(condition.mark, message, "give it a threshold, or use level: stated")


def _thresholds(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """The threshold for half the points is easier than the one for all."""
    for metric, node in zip(draft.item.metrics, draft.metrics(), strict=True):
        if metric.full is not None and metric.partial is not None and not weaker(metric.partial, metric.full):
            message = f"partial {str(metric.partial)!r} is not easier to reach than full {str(metric.full)!r}"
            yield complain(node.mapping["partial"].mark, message, "make it easier, or remove it")


def _by_name(draft: Draft) -> dict[str, Metric]:
    """The metrics by name; of two with one name, which is complained of elsewhere, the first."""
    return {metric.name: metric for metric in reversed(draft.item.metrics)}


def weaker(partial: Bound, full: Bound) -> bool:
    """Whether everything that reaches ``full`` reaches ``partial``, and something else does too."""
    if partial.operator == "present" or full.operator == "present":
        return full.operator != "present"
    for strictness, sign in ((_LOW, 1), (_HIGH, -1)):
        if partial.operator in strictness and full.operator in strictness:
            easy = (sign * partial.value, strictness[partial.operator])
            return easy < (sign * full.value, strictness[full.operator])
    return False


def _units(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """Units are known; a metric from the text has one, so that 次 are not compared with %."""
    for condition in draft.conditions():
        inner = condition.get("quantity") if kind_of(condition) == "quantity" else condition
        yield from _unknown_units(inner.get("unit") if inner is not None else None)
        kinds = condition.get("detail")
        if (
            kinds is not None
            and "unit" in condition.mapping
            and "quantity" not in [k.text for k in kinds.sequence]
        ):
            place = condition.place("unit")
            yield complain(
                place,
                "'unit' narrows the detail quantity, which is not asked for",
                "add quantity or remove it",
            )
    for metric, node in zip(draft.item.metrics, draft.metrics(), strict=True):
        yield from _unknown_units(node.get("unit"))
        if metric.source == "text" and not metric.units:
            message = f"metric {metric.name!r} has no unit, so any number would do"
            yield complain(node.mark, message, 'add unit: "%" or a list such as [次, 家]')


def _unknown_units(node: Node | None) -> Iterator[Problem]:
    for entry in (node.sequence or [node]) if node is not None else ():
        if entry.text not in UNITS:
            near = did_you_mean(entry.text, sorted(UNITS)) if len(entry.text) > 1 else ""
            mend = near if near.startswith("did") else "units are listed in docs/framework.md"
            yield complain(entry.mark, f"unknown unit {entry.text!r}", mend)


def _derived(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """A rate worked out of two counts is a percentage of the text, a sum of counts is none."""
    for metric, node in zip(draft.item.metrics, draft.metrics(), strict=True):
        derive, place = metric.derive, node.place("derive")
        if derive is None:
            continue
        if metric.source != "text":
            mend = "remove one of the two"
            yield complain(place, f"'derive' cannot go with 'from: {metric.source}'", mend)
        elif isinstance(derive, Total):
            yield from _added_up(place, metric.units, derive)
        elif isinstance(derive, Ordinals):
            if "%" in metric.units:
                yield complain(place, "ordinals give a count, no percentage", "write units that count")
        elif metric.units and metric.units != ("%",):
            yield complain(place, "'derive' gives a percentage", 'write unit: "%"')
        elif set(derive.numerator) & set(derive.denominator):
            mend = "name what is counted above and what below the line"
            yield complain(place, "numerator and denominator share a word", mend)


def _added_up(place: Mark, units: tuple[str, ...], total: Total) -> Iterator[Problem]:
    if "%" in units:
        yield complain(place, "percentages cannot be added up", "write units that count")
    words = [word for part in total.parts for word in part]
    shared = next((word for word in words if words.count(word) > 1), None)
    if shared is not None:
        yield complain(place, f"{shared!r} stands in two parts of the sum", "leave it in the part it names")


def _stretches(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """What stands in ``{all: […], within: …}`` must have a place in a sentence."""
    metrics = _by_name(draft)
    for condition in draft.conditions():
        if kind_of(condition) != "all" or "within" not in condition.mapping:
            continue
        for child in (inner for entry in condition.mapping["all"].sequence for inner in walk(entry)):
            kind = kind_of(child)
            metric = metrics.get(child.mapping["metric"].text) if kind == "metric" else None
            if kind == "section":
                yield complain(
                    child.mark, "a section does not stand within a stretch", "take it out of this 'all'"
                )
            elif metric is not None and metric.source != "text":
                message = f"metric {metric.name!r} is about the whole report, not within a stretch"
                yield complain(child.mark, message, "take it out of this 'all'")


def _repeated(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """Short lists from a fixed choice name nothing twice."""
    sections = (condition.get("roles") for condition in draft.conditions())
    for listed in (draft.node.get("applies_to"), draft.node.get("roles"), *sections):
        seen: set[str] = set()
        for entry in listed.sequence if listed is not None else ():
            if entry.text in seen:
                yield complain(entry.mark, f"{entry.text!r} stands here twice", "keep one of them")
            seen.add(entry.text)


RULE_CHECKS = (
    _levels,
    _topics,
    _metric_names,
    _metric_levels,
    _thresholds,
    _units,
    _derived,
    _stretches,
    _repeated,
)
