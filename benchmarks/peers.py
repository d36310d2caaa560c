"""What others would do: the same search for phrases, each with one well-known library."""

from __future__ import annotations

import re

__all__ = ["SIMILAR", "batched", "loop", "phrase_matcher", "yara"]

SIMILAR = 85
_SENTENCE = re.compile(r"[^。！？\n]+")


def loop(texts: list[str], phrases: list[str]) -> int:
    """A first version: cut each text into words, then compare every phrase with every sentence."""
    import jieba
    from rapidfuzz import fuzz

    found = 0
    for text in texts:
        jieba.lcut(text)
        for sentence in _SENTENCE.findall(text):
            found += sum(1 for phrase in phrases if fuzz.partial_ratio(phrase, sentence) >= SIMILAR)
    return found


def batched(texts: list[str], phrases: list[str]) -> int:
    """The same comparisons in one call per text, on one processor."""
    import jieba
    from rapidfuzz import fuzz, process

    found = 0
    for text in texts:
        jieba.lcut(text)
        scores = process.cdist(
            phrases, _SENTENCE.findall(text), scorer=fuzz.partial_ratio, score_cutoff=SIMILAR, workers=1
        )
        found += int((scores > 0).sum())
    return found


class yara:  # noqa: N801 - called like the functions above
    """Exact search alone, by a scanner made for thousands of patterns."""

    def __init__(self, phrases: list[str]) -> None:
        import yara_x

        strings = "\n".join(f'$p{number} = "{phrase}"' for number, phrase in enumerate(phrases))
        self._rules = yara_x.compile(
            f"rule phrases {{ strings:\n{strings}\ncondition: for any of them : (# > 0) }}"
        )

    def scan(self, texts: list[str]) -> int:
        """How many rules matched."""
        return sum(len(self._rules.scan(text.encode("utf-8")).matching_rules) for text in texts)


class phrase_matcher:  # noqa: N801 - called like the functions above
    """Exact search alone, by spaCy on characters, as it reads Chinese when nothing else is asked for."""

    def __init__(self, phrases: list[str]) -> None:
        import spacy
        from spacy.matcher import PhraseMatcher

        self._read = spacy.blank("zh")
        self._matcher = PhraseMatcher(self._read.vocab)
        self._matcher.add("phrases", [self._read.make_doc(phrase) for phrase in phrases])

    def scan(self, texts: list[str]) -> int:
        """How many hits there are."""
        return sum(len(self._matcher(self._read.make_doc(text))) for text in texts)
