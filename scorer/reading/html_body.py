"""Which lines of a page are the report.

Marks for the beginning and end of the text are believed first, then the containers of known content systems, else
the smallest part of the page that holds most of its long text. A part is taken for the text only if it holds most
of what is long: losing paragraphs is worse than keeping a line of furniture. Then the furniture inside goes:
information lines above the text, lists of links, what follows the text.
"""

from __future__ import annotations

import re
from itertools import accumulate

from scorer.reading.html_furniture import (
    FOOTER,
    RELATED,
    is_container,
    is_contents,
    is_furniture,
    is_info,
    squeeze,
)
from scorer.reading.html_model import Flow, Line, Region

__all__ = ["Body", "find_body", "is_long"]

_LONG = 30
_PROSE = re.compile("[，。；：,;]")
_FULL = re.compile(r"[。；！？：:”）)]$")
_MOST = 0.7
_HALF = 0.5
_STRAY = 0.03  # share of the long text that may stand outside the part that was chosen
_SIGNED = re.compile(
    r"(?:.{2,40}(?:政府|局|厅|委员会|委|办公室|办公厅|中心|处|办|院|领导小组))?(?:[（(]?(?:20\d\d|二[〇○零OＯ0]..)年[\d一二三四五六七八九十]{1,2}月"
    r"[\d一二三四五六七八九十]{1,3}日[）)]?)?|附件?\d?[：:].{1,60}|[（(]?此件(?:主动|依申请|不予)公开[）)]?"
)
_ATTACHED = re.compile(
    r"附件?\s?\d{0,2}[：:.、]|\d{0,2}[.、]?[^。]{0,60}\.(?:docx?|xlsx?|pdf|wps|ofd|zip|rar)$", re.IGNORECASE
)
_LINK_SHARE = 0.6
_HEAD_REACH = 15


class Body:
    """The lines of the report, and those of the page around it in their order."""

    def __init__(self, inside: list[Line], outside: list[Line], split: int) -> None:
        self.inside = inside
        self.above = outside[:split]
        self.below = outside[split:]


def is_long(line: Line) -> bool:
    """Whether a line reads as a paragraph of a text rather than as furniture."""
    return (
        len(line.text) >= _LONG
        and _PROSE.search(line.text) is not None
        and line.linked < 0.5 * len(line.text)
        and FOOTER.search(line.text) is None
        and not is_info(line.text)
    )


def find_body(flow: Flow) -> Body:
    """Choose the lines of the report."""
    return _Search(flow).find()


def _running(weights: list[int]) -> list[int]:
    """Running sums, so that the weight of any stretch of lines is one subtraction."""
    return [0, *accumulate(weights)]


class _Search:
    def __init__(self, flow: Flow) -> None:
        self.lines, self.regions = flow.lines, flow.regions
        self.long = [is_long(line) for line in self.lines]
        self.sums = _running(
            [len(line.text) if long else 0 for line, long in zip(self.lines, self.long, strict=True)]
        )
        self.total = self.sums[-1]
        self.furniture = self._furniture()
        self.contents = self._contents()
        count = range(len(self.lines))
        self.prose = _running([len(self.lines[at].text) if self._is_paragraph(at) else 0 for at in count])
        self.chrome = _running(
            [int(not self.contents[at] and (self._is_chrome(at) or self._leads_away(at))) for at in count]
        )

    def weight(self, start: int, end: int) -> int:
        return self.sums[end] - self.sums[start]

    def find(self) -> Body:
        start, end = self._range()
        kept = [index for index in range(start, end) if not (self.contents[index] or self._is_chrome(index))]
        kept = self._cut_foot(self._drop_info(kept))
        if not any(self.lines[index].inner for index in kept):
            kept = self._signature(kept, end)
        chosen = set(kept)
        first = kept[0] if kept else 0
        outside = [index for index in range(len(self.lines)) if index not in chosen]
        split = sum(1 for index in outside if index < first)
        return Body([self.lines[i] for i in kept], [self.lines[i] for i in outside], split)

    # --- where the text stands -------------------------------------------------------------------------

    def _furniture(self) -> list[bool]:
        """Which lines stand in an element named as furniture that does not hold a good part of the text."""
        found = [False] * len(self.regions)
        for index, region in enumerate(self.regions):
            inherited = region.parent >= 0 and found[region.parent]
            small = 3 * self.weight(region.start, region.end) <= self.total
            found[index] = inherited or (small and is_furniture(region.tag, region.name))
        return [line.region >= 0 and found[line.region] for line in self.lines]

    def _contents(self) -> list[bool]:
        """Which lines are a table of contents that is furniture, or the title of one."""
        inside = [False] * len(self.regions)
        for index, region in enumerate(self.regions):
            inside[index] = (region.parent >= 0 and inside[region.parent]) or is_contents(region.name)
        found = [
            furniture and inside[line.region]
            for line, furniture in zip(self.lines, self.furniture, strict=True)
        ]
        for at, line in enumerate(self.lines[:-1]):
            found[at] = found[at] or (found[at + 1] and squeeze(line.text) == "目录")
        return found

    def _range(self) -> tuple[int, int]:
        whole = (0, len(self.lines))
        marked = [index for index, line in enumerate(self.lines) if line.inner]
        if marked and 2 * sum(self.weight(i, i + 1) for i in marked) > self.total:
            return marked[0], marked[-1] + 1
        if not self.total:
            return whole
        chosen = self._container()
        named = chosen is not None
        if chosen is None:
            chosen = self._smallest()
        if chosen is None:
            return whole
        chosen = self._widen(chosen, named=named)
        start, end = self.regions[chosen].start, self.regions[chosen].end
        return whole if self._is_bare(start, end) else (start, end)

    def _container(self) -> int | None:
        """The known container with the most long text, of several the innermost."""
        best, held = None, _HALF * self.total
        for index, region in enumerate(self.regions):
            weight = self.weight(region.start, region.end)
            if weight >= held and weight and is_container(region.tag, region.name):
                best, held = index, weight
        return best

    def _smallest(self) -> int | None:
        best, lines = None, len(self.lines) + 1
        for index, region in enumerate(self.regions):
            size = region.end - region.start
            if size <= lines and self.weight(region.start, region.end) >= _MOST * self.total:
                best, lines = index, size
        return best

    def _widen(self, chosen: int, *, named: bool) -> int:
        """Climb while paragraphs of the text stand outside: it may be in two parts, or in pages one below another.

        A part without a name known to hold texts is widened as well while nothing but words comes in: title and
        signature may stand around it.
        """
        at, best = self.regions[chosen].parent, chosen
        while at >= 0:
            inner, outer = self.regions[best], self.regions[at]
            stray = self._added(self.prose, inner, outer)
            clean = not named and not self._added(self.chrome, inner, outer)
            if clean or stray > _STRAY * self.total:
                best = at
            at = outer.parent
        return best

    @staticmethod
    def _added(sums: list[int], inner: Region, outer: Region) -> int:
        return sums[outer.end] - sums[outer.start] - sums[inner.end] + sums[inner.start]

    def _is_paragraph(self, index: int) -> bool:
        line = self.lines[index]
        return (
            not self.furniture[index]
            and not line.linked
            and self.long[index]
            and _FULL.search(line.text) is not None
        )

    def _is_bare(self, start: int, end: int) -> bool:
        """Whether the page has nothing but the text: then its title and signature need not stand in one part."""
        outside = [*range(start), *range(end, len(self.lines))]
        return len(outside) <= 2 * _HEAD_REACH and not any(self._is_chrome(i) for i in outside)

    # --- what goes, and what stays after all -----------------------------------------------------------

    def _is_chrome(self, index: int) -> bool:
        line = self.lines[index]
        if line.depth == 1 and not line.linked:  # the title may stand in the page's header
            return False
        return (
            self.furniture[index]
            or (
                FOOTER.search(line.text) is not None
                and not self.long[index]
                and len(line.text) < 160
                and "。" not in line.text
            )
            or (self._is_link(line) and not _ATTACHED.match(line.text))
        )

    def _is_link(self, line: Line) -> bool:
        return line.linked >= _LINK_SHARE * len(squeeze(line.text))

    def _drop_info(self, kept: list[int]) -> list[int]:
        """Information lines above the text are not of it; further down a label may be a sentence of the report."""
        first = next((at for at, index in enumerate(kept) if self.long[index]), len(kept))
        return [index for at, index in enumerate(kept) if at >= first or not is_info(self.lines[index].text)]

    def _cut_foot(self, kept: list[int]) -> list[int]:
        """What stands after the last paragraph: information lines go, and all from what leads away from the text."""
        last = max((at for at, index in enumerate(kept) if self.long[index]), default=-1)
        foot: list[int] = []
        for at in range(last + 1, len(kept)):
            if at and self._leads_away(kept[at]):
                break
            if not is_info(self.lines[kept[at]].text, days=False):
                foot.append(kept[at])
        return kept[: last + 1] + foot

    def _leads_away(self, index: int) -> bool:
        text = squeeze(self.lines[index].text[:400])
        return RELATED.match(text) is not None or (not self.long[index] and FOOTER.search(text) is not None)

    def _signature(self, kept: list[int], end: int) -> list[int]:
        """Signature, date and attachments that stand below the part that was chosen."""
        for index in range(end, min(end + 6, len(self.lines))):
            line = self.lines[index]
            if self._is_chrome(index) or not _SIGNED.fullmatch(squeeze(line.text)):
                break
            kept = [*kept, index]
        return kept
