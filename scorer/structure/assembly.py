"""Putting the parts together: sentences with roles and clauses, sections, and role stretches that tile the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from scorer.i18n import mark, saidp
from scorer.structure.blocks import CLOSING, Kind
from scorer.structure.genre import is_plan, not_told_by_government
from scorer.structure.headings import Heading, heading_words
from scorer.structure.model import Clause, Metadata, Paragraph, Realis, Role, RoleSpan, Section, Sentence
from scorer.structure.numbering import RUN_IN
from scorer.structure.realis import ends_in_demand, judge_clauses
from scorer.structure.roles import RoleTracker, Verdict, preamble_end
from scorer.structure.sentences import Stretch, clauses_of, points_of, segments_of, sentences_of
from scorer.text import View

__all__ = ["Assembly"]

_PLAIN_ROLES = {
    Kind.CHROME: Verdict(Role.CHROME, mark("网页或版头残留")),
    Kind.HEAD: Verdict(Role.CHROME, mark("版头")),
    Kind.TITLE: Verdict(Role.PREAMBLE, saidp("语句性质", "标题")),
    Kind.SALUTATION: Verdict(Role.PREAMBLE, mark("抬头")),
} | {kind: Verdict(Role.CLOSING, mark("落款、附件或结束语")) for kind in CLOSING}
_OPENING = Verdict(Role.PREAMBLE, mark("导语"))


class Assembly:
    """One report in the making; positions inside are the view's, everything handed out is in code points of the text."""

    def __init__(
        self,
        view: View,
        blocks: Sequence[Stretch],
        kinds: Sequence[Kind],
        headings: Sequence[Heading],
        metadata: Metadata,
        *,
        fragment: bool,
    ) -> None:
        self._view = view
        self._year, self._level, self._place = metadata.year, metadata.level, metadata.place
        self._blocks = blocks
        self._kinds = kinds
        self._headings = headings
        self._asking: int | None = None  # the paragraph whose last sentence ended in a demand
        self._cuts = [self._sentence_cuts(index) for index in range(len(blocks))]
        self._reaches = self._section_ends()
        self._sections = self._make_sections()
        whole = "" if fragment else view.text
        self._foreign = not_told_by_government(metadata.title, whole)
        self._sentences = self._judge(
            RoleTracker(metadata.year, of_plan=is_plan(metadata.title, whole)), fragment=fragment
        )

    def sections(self) -> tuple[Section, ...]:
        """The sections in order of their headings."""
        return self._sections

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in order."""
        spans = [self._view.span(start, end) for start, end in self._blocks]
        return tuple(Paragraph(span.start, span.end) for span in spans)

    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return self._sentences

    def roles(self, length: int) -> tuple[RoleSpan, ...]:
        """Stretches of one role from 0 to ``length``; what stands between sentences goes with the one before."""
        spans: list[RoleSpan] = []
        for sentence in self._sentences:
            if not spans:
                spans.append(RoleSpan(sentence.role, 0, sentence.end))
            elif spans[-1].role is not sentence.role:
                spans[-1] = RoleSpan(spans[-1].role, spans[-1].start, sentence.start)
                spans.append(RoleSpan(sentence.role, sentence.start, sentence.end))
        if not spans:
            return (RoleSpan(Role.CHROME, 0, length),) if length else ()
        spans[-1] = RoleSpan(spans[-1].role, spans[-1].start, length)
        return tuple(spans)

    def _sentence_cuts(self, block: int) -> list[Stretch]:
        """The sentences of a paragraph; a heading, a title or a signature is one as a whole."""
        start, end = self._blocks[block]
        if self._kinds[block] is not Kind.BODY:
            return [(start, end)]
        return sentences_of(self._view.text, start, end)

    def _section_ends(self) -> list[int]:
        """Where each heading's section ends: at the next of its depth or above, at the tail, or with its paragraph."""
        ends = [heading.stop or 0 for heading in self._headings]
        open_: list[int] = []
        for index, heading in enumerate(self._headings):
            while open_ and self._headings[open_[-1]].depth >= heading.depth:
                closed = open_.pop()
                ends[closed] = min(ends[closed] or heading.start, heading.start)
            open_.append(index)
        tail = self._tail_start()
        for index in open_:
            ends[index] = min(ends[index] or tail, tail)
        return [max(end, heading.end) for end, heading in zip(ends, self._headings, strict=True)]

    def _tail_start(self) -> int:
        """Where signature, attachments and the page's foot begin."""
        at = len(self._view)
        for (start, _), kind in zip(reversed(self._blocks), reversed(self._kinds), strict=True):
            if kind not in CLOSING and kind is not Kind.CHROME:
                break
            at = start
        return at

    def _make_sections(self) -> tuple[Section, ...]:
        sections: list[Section] = []
        open_: list[int] = []
        for index, (heading, end) in enumerate(zip(self._headings, self._reaches, strict=True)):
            while open_ and (
                self._reaches[open_[-1]] <= heading.start or self._headings[open_[-1]].depth >= heading.depth
            ):
                open_.pop()
            words = self._view.span(heading.start, heading.end)
            body = self._view.span(heading.start, self._last_word(heading.start, end))
            parent = open_[-1] if open_ else None
            title = heading_words(self._view.text, heading)
            sections.append(Section(title, heading.depth, body.start, body.end, words, parent))
            open_.append(index)
        return tuple(sections)

    def _last_word(self, start: int, end: int) -> int:
        while end > start + 1 and self._view.text[end - 1] == "\n":
            end -= 1
        return end

    def _judge(self, tracker: RoleTracker, *, fragment: bool) -> tuple[Sentence, ...]:
        sentences: list[Sentence] = []
        preamble = (0, 0) if fragment or tracker.of_plan else self._preamble(tracker.year)
        by_block: dict[int, list[Heading]] = {}
        for heading in self._headings:
            by_block.setdefault(heading.block, []).append(heading)
        for block, kind in enumerate(self._kinds):
            cuts = self._cuts[block]
            plain = _PLAIN_ROLES.get(kind)
            if plain is not None:
                sentences += [self._make(cut, plain, block, heading=kind is Kind.TITLE) for cut in cuts]
                continue
            opening = len(cuts) if block < preamble[0] else preamble[1] if block == preamble[0] else 0
            sentences += [self._make(cut, _OPENING, block, heading=False) for cut in cuts[:opening]]
            if opening < len(cuts):
                sentences += self._judge_block(tracker, block, by_block.get(block, []), opening)
        return tuple(sentences)

    def _preamble(self, year: int | None) -> tuple[int, int]:
        """Block and sentence at which the preamble is over."""
        first = self._headings[0].block if self._headings else len(self._blocks)
        opening = [block for block in range(first) if self._kinds[block] is Kind.BODY]
        words = [[self._words(cut) for cut in self._cuts[block]] for block in opening]
        count, sentence = preamble_end(
            words, year, headed=any(heading.stop is None for heading in self._headings)
        )
        return (opening[count] if count < len(opening) else first), sentence

    def _judge_block(
        self, tracker: RoleTracker, block: int, headings: Sequence[Heading], opening: int
    ) -> list[Sentence]:
        cuts = self._cuts[block][opening:]
        words = [self._words(cut) for cut in cuts]
        top = headings[0] if headings and headings[0].stop is None else None
        if top is not None:
            tracker.heading(heading_words(self._view.text, top), top.depth, top.number, self._body_of(top))
        else:
            tracker.paragraph(words)
        points = {heading.start: heading for heading in headings if heading is not top}
        labels = {(heading.start, heading.end) for heading in headings if heading.label}
        made: list[Sentence] = []
        for at, cut in enumerate(cuts):
            point = points.get(cut[0])
            if point is not None and point.number:
                tracker.point(point.number)
            whole = self._kinds[block] is Kind.HEADING
            verdict = (
                Verdict(tracker.role, tracker.why)
                if whole
                else tracker.sentence(words[at], words[at + 1 : at + 7])
            )
            made.append(self._make(cut, verdict, block, heading=whole or cut in labels))
        return made

    def _body_of(self, heading: Heading) -> list[str]:
        """The sentences of a section that stand before any heading of its depth or above, at most forty."""
        index = bisect_right(self._headings, heading.start, key=lambda other: other.start) - 1
        end = self._reaches[index]
        body: list[str] = []
        for block in range(heading.block, len(self._blocks)):
            for cut in self._cuts[block]:
                if cut[0] >= end or len(body) >= 40:
                    return body
                if cut[0] >= heading.end:
                    body.append(self._words(cut))
        return body

    def _words(self, cut: Stretch) -> str:
        return self._view.text[cut[0] : cut[1]]

    def _make(self, cut: Stretch, verdict: Verdict, block: int, *, heading: bool) -> Sentence:
        text = self._view.text
        points = [point.start() for point in points_of(text, *cut)] if RUN_IN.search(text, *cut) else []
        segments = segments_of(text, *cut, points)
        starts = {start for start, _ in segments}
        pieces = clauses_of(text, *cut, points)
        judged = judge_clauses(
            verdict.role,
            [self._words(piece) for piece in pieces],
            [start in starts for start, _ in pieces],
            year=self._year,
            level=self._level,
            place=self._place,
            asked=self._asking == block,
        )
        self._asking = block if ends_in_demand(judged) else None
        clauses = []
        for piece, (realis, why) in zip(pieces, judged, strict=True):
            if self._foreign and realis in (Realis.DONE, Realis.ONGOING):
                realis, why = Realis.QUOTED, self._foreign
            span = self._view.span(*piece)
            clauses.append(Clause(span.start, span.end, realis, why))
        span = self._view.span(*cut)
        return Sentence(
            span.start,
            span.end,
            verdict.role,
            block,
            self._section_of(cut),
            tuple(clauses),
            tuple(self._view.span(*segment) for segment in segments),
            heading,
            verdict.why,
        )

    def _section_of(self, cut: Stretch) -> int | None:
        """The deepest section that holds the sentence."""
        index = bisect_right(self._headings, cut[0], key=lambda heading: heading.start) - 1
        at: int | None = index if index >= 0 else None
        while at is not None:
            if self._reaches[at] >= cut[1]:
                return at
            at = self._sections[at].parent
        return None
