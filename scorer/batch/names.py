"""What the files of a scorecard are called: by the report's own name, never over another one's, never over an input."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from scorer.batch.inputs import Input
from scorer.batch.manifest import MANIFEST, Claim
from scorer.rendering import RENDERERS
from scorer.rendering.league import SUMMARIES

__all__ = ["Namer", "clean_stem", "file_name", "source_of"]

_MAX_BYTES = 120  # with a suffix and an ending far below the 255 bytes that file systems give a name
_BARRED = frozenset('/\\:*?"<>|')
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)
_RESERVED = frozenset(Path(name).stem for name in (MANIFEST, *(summary.file for summary in SUMMARIES)))


def file_name(base: str, format_name: str) -> str:
    """The name of the file of one format."""
    return f"{base}{RENDERERS[format_name].extension}"


def clean_stem(stem: str) -> str:
    """A name that every file system takes, that is no option, no hidden file and no way out of the folder.

    >>> clean_stem("-o../etc/passwd"), clean_stem("大冶 2021"), clean_stem("...")
    ('o..etcpasswd', '大冶 2021', 'report')
    """
    words = unicodedata.normalize("NFC", stem)
    kept = "".join(
        c for c in words if c not in _BARRED and unicodedata.category(c)[0] not in "C" and c.isprintable()
    )
    kept = kept.lstrip("-. ")
    while len(kept.encode("utf-8")) > _MAX_BYTES:
        kept = kept[:-1]
    kept = kept.rstrip(". ") or "report"
    return f"{kept}_" if kept.casefold() in _DEVICES else kept


def source_of(path: Path, out: Path) -> str:
    """How the manifest calls an input: the way to it from the folder, so that both may move together."""
    try:
        return Path(os.path.relpath(path, out)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


class Namer:
    """Gives out names. What the manifest holds keeps its name, so that a batch that grows renames nothing."""

    def __init__(
        self,
        out: Path,
        inputs: Sequence[Input],
        formats: Sequence[str],
        known: Mapping[Claim, str],
        *,
        several: bool,
    ) -> None:
        """``several`` frameworks score each report, so that all names tell which."""
        self._out, self._formats, self._several, self._known = out, formats, several, known
        self._owners = {base.casefold(): claim for claim, base in known.items()}
        stems = Counter(clean_stem(one.path.stem).casefold() for one in inputs)
        self._twice = {stem for stem, count in stems.items() if count > 1}
        self._inputs = {identity for one in inputs if (identity := _identity(one.path))}

    def name(self, one: Input, framework: str) -> str:
        """The name for a report and a framework: known, or the first that nobody else has."""
        claim = Claim(source_of(one.path, self._out), framework)
        wanted = self._wanted(one, claim)
        base = next(base for base in wanted if self._owner(base) in (None, claim) and self._is_free(base))
        self._owners[base.casefold()] = claim
        return base

    def _owner(self, base: str) -> Claim | None:
        return self._owners.get(base.casefold())

    def _wanted(self, one: Input, claim: Claim) -> Iterator[str]:
        """From the plainest to one that is unique: the stem, with its folder, with a hash of its path."""
        if claim in self._known:
            yield self._known[claim]
        stem = clean_stem(one.path.stem)
        inner = f".{clean_stem(claim.framework)}"
        endings = [inner] if self._several else ["", inner]
        owner = self._owner(stem)
        if stem.casefold() not in self._twice:
            yield stem + endings[0]
            if owner is not None and owner.source == claim.source:
                yield stem + inner
        yield from (f"{stem}-{clean_stem(one.path.parent.name)}{ending}" for ending in endings)
        digest = sha256(f"{claim.source}\0{claim.framework}".encode("utf-8", "surrogatepass")).hexdigest()
        yield f"{stem}-{digest[:8]}{inner}"
        yield f"{stem}-{digest}"

    def _is_free(self, base: str) -> bool:
        """Whether no file of that name is a summary or an input of this call."""
        if base.partition(".")[0].casefold() in _RESERVED:
            return False
        files = (self._out / file_name(base, name) for name in self._formats)
        return not any(_identity(file) in self._inputs for file in files)


def _identity(path: Path) -> tuple[int, int] | None:
    """What all names of one file share, hard links and case-blind file systems included; None for no file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino
