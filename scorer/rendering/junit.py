"""JUnit XML, as GitLab, Jenkins and GitHub actions read it: a suite for each report, a test case for each item.

What a gate asks and is not reached is a failure, and comes first; a lost item is one too, with the reason and the
nearest sentence; what does not apply is skipped; what a person has decided is what its case printed, warnings are what
the suite printed; a report that could not be read is an error. Whether the job passes is the exit code's to say.

What a case is called, and its class, are the same in every language: servers follow a case from run to run by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scorer.i18n import tr
from scorer.rendering.clean import visible
from scorer.rendering.digest import decision_words
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import digits, rounded
from scorer.rendering.remarks import Remark, remarks
from scorer.rules.model import Status
from scorer.scoring.gate import Failing
from scorer.scoring.model import AuditRow, ItemRow, Scorecard

__all__ = ["render"]

# What XML 1.0 (section 2.2) allows; nothing else may stand in a document, not even as a reference.
_FOREIGN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIMIT = 2000


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """One document with a suite for each report in the order given, then one for each that failed."""
    root = Element("testsuites", name="scorer")
    for at, card in enumerate(cards):
        _suite(root, card, None if options.missed is None else options.missed[at])
    for failure in failures:
        suite = SubElement(
            root, "testsuite", name=_clean(failure.name), tests="1", failures="0", errors="1", skipped="0"
        )
        case = SubElement(suite, "testcase", classname=_clean(failure.name), name="read")
        SubElement(case, "error", message=_clean(failure.message), type="InputError")
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, card: Scorecard, missed: Sequence[Failing] | None) -> None:
    by_rule: dict[str, list[Remark]] = {}
    for remark in remarks(card):
        by_rule.setdefault(remark.rule, []).append(remark)
    name = visible(card.stamp.report_name)
    suite = SubElement(root, "testsuite", name=_clean(name))
    properties = SubElement(suite, "properties")
    for key, value in _facts(card):
        SubElement(properties, "property", name=key, value=_clean(value))
    if missed is not None:
        _gate(suite, name, missed)
    titles = {row.id: row.title for row in card.dimensions}
    for item in card.items:
        dimension = f"{item.dimension} {titles.get(item.dimension, '')}"
        case = SubElement(
            suite, "testcase", classname=_clean(f"{name}.{dimension}"), name=_clean(f"{item.id} {item.title}")
        )
        _outcome(case, item, by_rule.get(item.id, []))
    for place, row in enumerate(card.audit, start=1):
        label = f"audit/{row.relation} {place}"  # the rule's id in SARIF
        case = SubElement(suite, "testcase", classname=_clean(f"{name}.audit"), name=_clean(label))
        _arithmetic(case, row)
    if card.warnings:
        notes = "\n".join(tr("提示：{message}", message=visible(note.message)) for note in card.warnings)
        SubElement(suite, "system-out").text = _clean(notes)
    for key, tag in (("failures", "failure"), ("skipped", "skipped")):
        suite.set(key, str(sum(case.find(tag) is not None for case in suite.iter("testcase"))))
    suite.set("tests", str(sum(1 for _ in suite.iter("testcase"))))
    suite.set("errors", "0")


def _gate(suite: Element, name: str, missed: Sequence[Failing]) -> None:
    """One case that passes, or one for each thing that was asked and is not reached."""
    group = _clean(f"{name}.gate")
    if not missed:
        SubElement(suite, "testcase", classname=group, name="gate")
    for place, failing in enumerate(missed, start=1):
        case = SubElement(suite, "testcase", classname=group, name=_clean(f"{place} {failing.gate}"))
        SubElement(case, "failure", message=_clean(visible(failing.message)), type=failing.gate)


def _facts(card: Scorecard) -> Iterator[tuple[str, str]]:
    stamp = card.stamp
    yield "framework", f"{stamp.framework_id}@{stamp.framework_version}"
    yield "total", digits(rounded(card.total.points))
    yield "interval", f"[{digits(rounded(card.total.low))}, {digits(rounded(card.total.high))}]"
    yield "grade", card.total.grade


def _outcome(case: Element, item: ItemRow, lost: Sequence[Remark]) -> None:
    if item.status is Status.NOT_APPLICABLE:
        SubElement(case, "skipped", message=tr("不适用"))
    for remark in lost:
        failure = SubElement(case, "failure", message=_clean(remark.message), type=item.status.value)
        failure.text = _clean("\n".join(_details(remark)))
    if item.decision is not None:
        SubElement(case, "system-out").text = _clean(tr("复核：{words}", words=decision_words(item)))


def _details(remark: Remark) -> Iterator[str]:
    spot = remark.spot
    place = tr("第{line}行第{column}列", line=spot.line, column=spot.column)
    if remark.nowhere:
        yield remark.near
    else:
        yield tr(
            "{why}：{words}（{place}）",
            why=remark.near or tr("依据"),
            words=visible(spot.words)[:_LIMIT],
            place=f"{spot.place} {place}".strip(),
        )
    if remark.advice:
        yield remark.advice


def _arithmetic(case: Element, row: AuditRow) -> None:
    """Only what surely does not add up fails; what fails by a hair, or cannot be decided, is told and skipped."""
    place = tr("第{line}行第{column}列", line=row.line, column=row.column)
    message = _clean(tr("{message}（{place}）", message=visible(row.message), place=place))
    if row.holds is False and row.severity == "warning":
        SubElement(case, "failure", message=message, type="audit").text = _clean(visible(row.quote)[:_LIMIT])
    elif row.holds is not True:
        SubElement(case, "skipped", message=message)


def _clean(words: str) -> str:
    return _FOREIGN.sub("\ufffd", visible(words) if "\n" not in words else words)
