"""The examples of a framework as it is kept: packed until somebody asks, since no report needs them."""

from __future__ import annotations

import json
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from zlib import compress, decompress

from scorer.framework.model import Framework

__all__ = ["PackedExamples", "pack_examples"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PackedExamples(Mapping[str, tuple[str, ...]]):
    """The examples of one item; ``packed`` holds those of the whole framework as compressed JSON in base 64."""

    packed: str
    item: str

    def __getitem__(self, level: str) -> tuple[str, ...]:
        """The texts for ``met``, ``partial`` or ``unmet``; KeyError where the item has none."""
        return _unpacked(self.packed)[self.item][level]

    def __iter__(self) -> Iterator[str]:
        """The levels, in the order of the framework."""
        return iter(_unpacked(self.packed)[self.item])

    def __repr__(self) -> str:
        return repr(dict(self))

    def __len__(self) -> int:
        """How many levels have texts."""
        return len(_unpacked(self.packed)[self.item])


def pack_examples(framework: Framework) -> Framework:
    """The same framework with its examples packed."""
    written = {
        item.id: {level: list(texts) for level, texts in item.examples.items()} for item in framework.items
    }
    data = json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    packed = b2a_base64(compress(data, 9), newline=False).decode("ascii")
    dimensions = tuple(
        replace(
            dimension,
            items=tuple(replace(item, examples=PackedExamples(packed, item.id)) for item in dimension.items),
        )
        for dimension in framework.dimensions
    )
    return replace(framework, dimensions=dimensions)


@lru_cache(maxsize=1)
def _unpacked(packed: str) -> dict[str, dict[str, tuple[str, ...]]]:
    written: dict[str, dict[str, list[str]]] = json.loads(decompress(a2b_base64(packed)))
    return {item: {level: tuple(texts) for level, texts in known.items()} for item, known in written.items()}
