"""Checks of the words of an item: phrases that can never match, masks that can never hide anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorer.errors import Problem
from scorer.framework.draft import Draft, complain
from scorer.framework.marks import Node
from scorer.framework.words import Groups, Word
from scorer.quantities.units import COUNTERS
from scorer.text import fold, fold_phrase, loosen

__all__ = ["WORD_CHECKS", "check_list"]

_SENTENCE_ENDS = frozenset("。！？")


def check_list(entries: Sequence[Node], what: str) -> Iterator[Problem]:
    """Words of one list that match nothing, or the same as another one does."""
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.text.startswith("@"):
            continue
        view = fold(entry.text)
        folded = loosen(view).text
        reason = _hopeless(view.text, folded)
        if reason:
            yield complain(
                entry.mark, f"{what} {entry.text!r} can never match: {reason}", "correct or remove it"
            )
            continue
        if folded in seen:
            message = f"{what} {entry.text!r} matches the same as {seen[folded]!r}"
            yield complain(
                entry.mark, message, "keep one of them; spaces, quotation marks and 、 do not count"
            )
        seen.setdefault(folded, entry.text)


def _hopeless(folded: str, loose: str) -> str:
    """Why a phrase cannot be found in any report, from its folded and its loosened form; empty when it can."""
    if not loose:
        return "nothing is left of it without spaces and quotation marks"
    if "\n" in folded:
        return "it holds a line end"
    ends = sorted(_SENTENCE_ENDS.intersection(folded))
    return f"it holds {ends[0]}, where a sentence ends" if ends else ""


def _lists(draft: Draft, groups: Groups) -> Iterator[Problem]:
    for node in draft.word_lists():
        yield from check_list(node.sequence or [node], "phrase")
    topic = draft.node.get("topic")
    masks = topic.get("masks") if topic is not None else None
    if masks is not None:
        yield from check_list(masks.sequence, "mask")
    for metric in draft.metrics():
        aliases = metric.get("aliases")
        yield from check_list(
            [metric.mapping["name"], *(aliases.sequence if aliases is not None else ())], "metric name"
        )
        derive = metric.get("derive")
        for part in _parts(derive):
            yield from check_list(part.sequence or [part], "word of derive")


def _parts(derive: Node | None) -> Iterator[Node]:
    """The lists of words of ``derive``, each of a sum by itself."""
    for key, part in derive.mapping.items() if derive is not None else ():
        yield from part.sequence if key == "sum" else (part,)


def _masks(draft: Draft, groups: Groups) -> Iterator[Problem]:
    """A mask inside a phrase hides it always; one that touches no word yet may guard words to come."""
    topic = draft.node.get("topic")
    masks = [
        mask
        for mask in groups.expand(topic.get("masks") if topic is not None else None)
        if fold_phrase(mask.text)
    ]
    if not masks:
        return
    words = [word for node in draft.word_lists() for word in groups.expand(node) if word.text not in COUNTERS]
    yield from _covered(masks, words)


def _covered(masks: Sequence[Word], words: Sequence[Word]) -> Iterator[Problem]:
    everything = "\n".join(fold_phrase(word.text) for word in words)
    for mask in masks:
        folded = fold_phrase(mask.text)
        if folded not in everything:  # one quick search in place of one for each word
            continue
        for word in {word.text: word for word in words if folded in fold_phrase(word.text)}.values():
            message = f"phrase {word.text!r} can never match: the item's mask {mask.text!r} hides it"
            mark = mask.mark if word.group else word.mark
            yield complain(mark, message, "lengthen the mask or remove one of the two")


WORD_CHECKS = (_lists, _masks)
