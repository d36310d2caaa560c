"""The whole way from a file to a scorecard, stage by stage; the command line and the public door call this."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from scorer import __version__
from scorer.framework import DEFAULT, load_framework
from scorer.framework.model import Framework, Item
from scorer.i18n import tr
from scorer.matching import Lexicon
from scorer.reading import read_file
from scorer.reading.interface import Document
from scorer.rules import Context, PairTable, build_lexicon, judge, judge_item
from scorer.rules.model import Finding, Step
from scorer.scoring import assemble
from scorer.scoring.model import (
    AuditRow,
    Decision,
    DecisionsStamp,
    Note,
    PlaceRow,
    ReportCard,
    RoleRow,
    Scorecard,
    SectionRow,
    Stamp,
)
from scorer.structure import parse_fragment, parse_report
from scorer.structure.model import Level, Report
from scorer.text import Text

if TYPE_CHECKING:
    from scorer.review.decisions import DecisionFile
    from scorer.rules.examples import Exercise

__all__ = ["Engine", "Examination", "score"]


@dataclass(frozen=True)
class Examination:
    """One report judged by one framework, with everything that led to the scorecard."""

    document: Document
    report: Report
    context: Context
    findings: tuple[Finding, ...]
    scorecard: Scorecard


class Engine:
    """A framework made ready to judge any number of reports."""

    def __init__(self, framework: Framework | str | Path = DEFAULT) -> None:
        self.framework = framework if isinstance(framework, Framework) else load_framework(framework)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return build_lexicon(self.framework.items, checked=False)  # rules have no other words

    @cached_property
    def _pairs(self) -> PairTable:
        return PairTable.of(self.framework.items)

    def examine(
        self,
        document: Document,
        *,
        level: Level | None = None,
        year: int | None = None,
        decisions: DecisionFile | None = None,
        as_of: date | None = None,
        traced: bool = True,
    ) -> Examination:
        """Judge one report; ``level`` and ``year`` overrule what the report seems to say.

        ``decisions`` are applied where they are on this report; ``as_of`` is the day by which their expiry is
        settled, for no result may depend on a clock that nobody named. ``traced`` False leaves out of findings and
        rows how each was come to, which takes as much room as all the rest of them.
        """
        with _no_search_for_garbage():
            return self._examine(document, level, year, decisions, as_of, traced)

    def _examine(
        self,
        document: Document,
        level: Level | None,
        year: int | None,
        decisions: DecisionFile | None,
        as_of: date | None,
        traced: bool,
    ) -> Examination:
        report = parse_report(
            document.text, level=level, year=year, source=document.source, marks=document.headings
        )
        context = Context(report, self._lexicon, self._pairs)
        judged = judge(context, self.framework, report.metadata.level, traced=traced)
        stamp = self._stamp(document)
        about = _report_card(document, report)
        findings = judged
        said: dict[str, Decision] = {}
        notes: tuple[Note, ...] = ()
        if decisions is not None:
            # decisions are YAML, which a report alone never needs
            from scorer.review.apply import apply_decisions
            from scorer.review.identity import identity

            whose = identity(about, stamp.report_sha256)
            applied = apply_decisions(decisions, stamp.report_name, whose, self.framework, judged, as_of)
            findings, said, notes = applied.findings, applied.decisions, applied.notes
            stamp = replace(stamp, decisions=_decisions_stamp(decisions, as_of))
        scorecard = assemble(
            self.framework,
            findings,
            stamp,
            about,
            _audit_rows(context),
            (*_notes(document, context), *notes),
            document.text.content,
            document.text.name,
            said,
        )
        return Examination(document, report, context, findings, scorecard)

    def score(self, document: Document, *, level: Level | None = None, year: int | None = None) -> Scorecard:
        """The scorecard of one report."""
        with _no_search_for_garbage():  # until all but the scorecard is gone
            return self.examine(document, level=level, year=year).scorecard

    def blank_trace(self, item: Item) -> tuple[tuple[str, Step], ...]:
        """The rule of an item as steps, tried on an empty text: nothing holds, every node has its label."""
        report = parse_fragment(Text(""), level=Level.CITY)
        return judge_item(Context(report, self._lexicon), item, None).trace

    def try_examples(self) -> tuple[Exercise, ...]:
        """The examples of the framework, each tried on its item."""
        from scorer.rules.examples import try_examples  # no report needs them

        return tuple(try_examples(self.framework))

    def _stamp(self, document: Document) -> Stamp:
        framework = self.framework
        return Stamp(
            tool_name="scorer",
            tool_version=__version__,
            framework_id=framework.id,
            framework_title=framework.title,
            framework_version=framework.version,
            framework_sha256=framework.sha256,
            report_name=Path(document.text.name).name,
            report_sha256=document.sha256,
            report_reader=document.reader,
        )


def score(path: str | Path, framework: Framework | str | Path = DEFAULT) -> Scorecard:
    """Read one file and score it.

    Raises InputError when the file cannot be read and FrameworkError when the framework is not valid.
    """
    return Engine(framework).score(read_file(path))


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Nothing that is made for a report holds itself, so it is gone with its last holder, and a search finds nothing.

    The many objects of a report would set off such a search every few milliseconds, a twentieth of the whole time.
    """
    searches = gc.isenabled()
    try:
        gc.disable()
        yield
    finally:
        if searches:
            gc.enable()


def _decisions_stamp(file: DecisionFile, as_of: date | None) -> DecisionsStamp:
    day = as_of.isoformat() if as_of and file.expires else None
    return DecisionsStamp(Path(file.name).name, file.sha256, day)


def _report_card(document: Document, report: Report) -> ReportCard:
    metadata = report.metadata
    return ReportCard(
        title=metadata.title,
        place=metadata.place,
        level=metadata.level,
        level_source=metadata.level_source,
        year=metadata.year,
        issuer=metadata.issuer,
        document_number=metadata.document_number,
        date=metadata.date,
        characters=len(report.text),
        sections=tuple(SectionRow(s.title, s.depth, s.start, s.end) for s in report.sections),
        roles=tuple(RoleRow(r.role, r.start, r.end) for r in report.roles),
        places=tuple(PlaceRow(p.start, p.end, p.label) for p in document.places),
    )


def _audit_rows(context: Context) -> tuple[AuditRow, ...]:
    report = context.report
    view = report.view
    rows = []
    for relation in context.relations:
        span = view.span(relation.start, relation.end)
        place = report.text.locate(span.start)
        rows.append(
            AuditRow(
                relation=relation.relation,
                quote=report.text.cut(span),
                start=span.start,
                end=span.end,
                stated=relation.stated,
                computed=relation.computed,
                holds=relation.holds,
                severity=relation.severity,
                message=relation.message,
                line=place.line,
                column=place.column,
            )
        )
    return tuple(rows)


def _notes(document: Document, context: Context) -> tuple[Note, ...]:
    notes = [Note(warning.code, warning.message) for warning in document.warnings]
    notes += [Note(warning.code, warning.message) for warning in context.report.warnings]
    if context.shortened:
        words = tr("有的句子过长，其中只核对了前面一部分命中和数字，结果可能不全")
        notes.append(Note("long_sentence", words))
    return tuple(notes)
