"""python -m benchmarks.copies FOLDER COUNT: reports that differ from the samples, for runs over thousands of files.

Each copy has the sentences of its paragraphs in another order, some left out, and other numbers, so that nothing can
be remembered from one report to the next. The same count gives the same copies.
"""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.seeds import seed_paths  # noqa: E402

__all__ = ["perturbed", "write_copies"]

_SENTENCE = re.compile(r"[^。]*。|[^。]+")
_NUMBER = re.compile(r"[0-9]+")
_LEFT_OUT, _CHANGED = 0.05, 0.5  # shares of the sentences and of the numbers
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def perturbed(text: str, chance: random.Random) -> str:
    """The first line as it is, every other paragraph shuffled, thinned and with other numbers."""
    title, *paragraphs = text.split("\n")
    return "\n".join([title, *(_paragraph(paragraph, chance) for paragraph in paragraphs)])


def _paragraph(paragraph: str, chance: random.Random) -> str:
    sentences = [s for s in _SENTENCE.findall(paragraph) if chance.random() >= _LEFT_OUT]
    chance.shuffle(sentences)
    return _NUMBER.sub(lambda found: _number(found.group(), chance), "".join(sentences))


def _number(digits: str, chance: random.Random) -> str:
    """Another number of as many digits; years stay, for they say what is a report of which year."""
    if _YEAR.fullmatch(digits) or chance.random() >= _CHANGED:
        return digits
    return str(chance.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1)) if len(digits) < 12 else digits


def write_copies(folder: Path, count: int) -> list[Path]:
    """``count`` copies in ``folder``, from the samples in turn, in the order of their names as well."""
    folder.mkdir(parents=True, exist_ok=True)
    seeds = [(path.stem, path.read_text(encoding="utf-8")) for path in seed_paths()]
    written = []
    for number in range(count):
        stem, text = seeds[number % len(seeds)]
        path = folder / f"{number:05d}-{stem}.txt"
        path.write_text(perturbed(text, random.Random(number)), encoding="utf-8", newline="\n")
        written.append(path)
    return written


if __name__ == "__main__":
    write_copies(Path(sys.argv[1]), int(sys.argv[2]))
