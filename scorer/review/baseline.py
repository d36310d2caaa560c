"""What a plain keyword search would say: the measure below which the whole machinery would be in vain.

It has the very same phrases as the framework's items and nothing else: no roles, no cues, no masks, no word
boundaries, no numbers, no levels of government. It is the search in an editor, counted.
"""

from __future__ import annotations

from scorer.framework.model import Framework, Item
from scorer.rules.model import Status

__all__ = ["keyword_status", "keyword_statuses"]

_ENOUGH = 2


def keyword_status(item: Item, content: str) -> Status:
    """Met when two different phrases of the item's topic occur anywhere in the text, partial with one."""
    found = sum(phrase in content for phrase in dict.fromkeys(item.topic.phrases))
    if found >= _ENOUGH:
        return Status.MET
    return Status.PARTIAL if found else Status.UNMET


def keyword_statuses(framework: Framework, content: str) -> dict[str, Status]:
    """The verdict on each item by its id."""
    return {item.id: keyword_status(item, content) for item in framework.items}
