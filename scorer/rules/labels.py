"""The nodes of a rule as people read them; made only where a rule is shown, which few reports ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scorer.framework.model import (
    AllOf,
    AnyOf,
    Condition,
    Detail,
    Item,
    MetricIs,
    NearIs,
    PhraseIs,
    QuantityIs,
    SectionIs,
    TopicIs,
)
from scorer.i18n import Labels, Said, listed, mark, saidp, tr, trn

__all__ = ["DETAILS", "label_of"]

_STRETCHES = Labels({"clause": mark("同一分句"), "segment": mark("同一分项"), "sentence": mark("同一句")})
# What turns a mention into proof.
DETAILS: dict[str, Said] = {
    "quantity": saidp("具体细节", "数字"),
    "document": saidp("具体细节", "文件名"),
    "date": saidp("具体细节", "日期"),
}
_SHOWN = 4  # words named in a label; more would hide the rule behind its own list
_FEWER = 3  # the same where more than words is to be named


def label_of(item: Item, node: Condition) -> str:
    """A node of an item's rule in the language in force."""
    return _LABELS[type(node)](item, node)


def _topic(item: Item, node: TopicIs) -> str:
    return tr("谈到本项")


def _phrase(item: Item, node: PhraseIs) -> str:
    if len(node.phrases) > _SHOWN:
        return tr("出现“{phrases}…”", phrases=listed(node.phrases[:_SHOWN]))
    return tr("出现“{phrases}”", phrases=listed(node.phrases))


def _near(item: Item, node: NearIs) -> str:
    words = " + ".join("/".join(alternatives[:_FEWER]) for alternatives in node.near.words)
    return tr("{stretch}有 {words}", stretch=_stretch(node.near.within), words=words)


def _metric(item: Item, node: MetricIs) -> str:
    metric = item.metric(node.name)
    bound = metric.full if node.level == "full" else metric.partial
    if node.level == "stated" or bound is None or bound.operator == "present":
        return tr("{metric}有数", metric=metric.name)
    return f"{metric.name} {bound}"


def _quantity(item: Item, node: QuantityIs) -> str:
    units = "/".join(node.units) or tr("带单位")
    return tr("“{words}”有数（{units}）", words="/".join(node.of[:_SHOWN]), units=units)


def _detail(item: Item, node: Detail) -> str:
    named = (tr(DETAILS[kind]) if kind in DETAILS else tr("“{kind}”类词", kind=kind) for kind in node.kinds)
    anchor = "/".join(node.of[:_FEWER]) if node.of else tr("本项线索")
    return tr("{anchor}带有{kinds}", anchor=anchor, kinds=listed(named, mark("或")))


def _section(item: Item, node: SectionIs) -> str:
    return tr("有专段写“{words}”", words="/".join(node.phrases[:_FEWER]))


def _all(item: Item, node: AllOf) -> str:
    if node.within is None:
        return tr("下列全部")
    return tr("{stretch}具备下列全部", stretch=_stretch(node.within))


def _any(item: Item, node: AnyOf) -> str:
    return tr("下列之一")


def _stretch(within: int | str) -> str:
    """In what stretch words must stand."""
    return _STRETCHES.get(str(within)) or trn("{count}字之内", int(within))


_LABELS: dict[type[Condition], Callable[[Item, Any], str]] = {
    TopicIs: _topic,
    PhraseIs: _phrase,
    NearIs: _near,
    MetricIs: _metric,
    QuantityIs: _quantity,
    Detail: _detail,
    SectionIs: _section,
    AllOf: _all,
    AnyOf: _any,
}
