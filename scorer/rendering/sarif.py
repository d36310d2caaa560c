"""SARIF 2.1.0 (OASIS, 27 March 2020): what code scanning and editors read.

One run for all reports of a framework, as code scanning takes only a few runs of a file. Items are rules, what lost points or does not add up are results. Columns count Unicode
code points, paths are relative, and a fingerprint over rule and words survives lines added elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.i18n import tr, trp
from scorer.rendering.clean import visible
from scorer.rendering.encode import JsonValue, encode
from scorer.rendering.interface import Failure, Options
from scorer.rendering.json import decision_object
from scorer.rendering.labels import RELATION
from scorer.rendering.numbers import points, rounded
from scorer.rendering.paths import uri_of
from scorer.rendering.remarks import Remark, Spot, has_lines, remarks, told
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["render"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_WORDS = 2000  # a longer region is named by its lines alone
_FINGERPRINT = "scorerQuote/v1"


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """One log with one run for each framework; what could not be read is told by a run that failed, never an empty one."""
    by_framework: dict[tuple[str, str], list[Scorecard]] = {}
    for card in cards:
        by_framework.setdefault((card.stamp.framework_id, card.stamp.framework_sha256), []).append(card)
    groups = list(by_framework.values())
    runs: list[JsonValue] = [_run(group, () if at else failures) for at, group in enumerate(groups)]
    return encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": runs or [_failed(failures)]})


def _run(cards: Sequence[Scorecard], failures: Sequence[Failure]) -> JsonValue:
    first = cards[0]
    rules = [_rule(item) for item in first.items] + [_audit_rule(kind) for kind in RELATION]
    index = {str(rule["id"]): place for place, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(first, rules)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "the folder that the command ran in"}}},
        "artifacts": [_report(card) for card in cards],
        # The last part of an id tells runs of a category apart (section 3.17.3); nothing may depend on it.
        "automationDetails": {"id": f"scorer/{first.stamp.framework_id}/"},
        "invocations": [
            {
                "executionSuccessful": not failures,
                "toolExecutionNotifications": [
                    *_unread(failures),
                    *(notice for at, card in enumerate(cards) for notice in _notices(card, at)),
                ],
            }
        ],
        "results": [
            _result(card, remark, index, at)
            for at, card in enumerate(cards)
            for remark in (*remarks(card), *told(card))
        ],
        "properties": {"framework": f"{first.stamp.framework_id}@{first.stamp.framework_version}"},
    }


def _report(card: Scorecard) -> JsonValue:
    return {
        "location": _artifact(card),
        "hashes": {"sha-256": card.stamp.report_sha256},
        "properties": {
            "total": rounded(card.total.points),
            "low": rounded(card.total.low),
            "high": rounded(card.total.high),
            "grade": card.total.grade,
        },
    }


def _driver(card: Scorecard, rules: Sequence[JsonValue]) -> JsonValue:
    return {
        "name": card.stamp.tool_name,
        "version": card.stamp.tool_version,
        # i18n: how SARIF names the language of the translation (RFC 5646)
        "language": trp("language tag", "zh-CN"),
        "rules": rules,
    }


def _notices(card: Scorecard, at: int) -> Iterator[JsonValue]:
    for note in card.warnings:
        yield {
            "level": "warning",
            "descriptor": {"id": note.code},
            "message": {"text": visible(note.message)},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(card, at)}}],
        }


def _rule(item: ItemRow) -> dict[str, JsonValue]:
    help_ = tr("达到：{met} 部分：{partial}", met=item.criterion_met, partial=item.criterion_partial)
    return {
        "id": item.id,
        "name": visible(item.title),
        "shortDescription": {"text": visible(item.title)},
        "fullDescription": {"text": visible(item.criterion_met) or visible(item.title)},
        "help": {"text": visible(help_)},
        "properties": {
            "group": visible(item.group),
            "kind": item.kind,
            "points": rounded(item.max_points),
        },
    }


def _audit_rule(kind: str) -> dict[str, JsonValue]:
    title = tr("数字勾稽：{relation}", relation=RELATION[kind])
    return {
        "id": f"audit/{kind}",
        "name": title,
        "shortDescription": {"text": title},
        "fullDescription": {"text": tr("报告自己的数字之间应当对得上。")},
        "help": {"text": tr("核对原始数据，改正其中写错的一个。")},
    }


def _result(card: Scorecard, remark: Remark, index: dict[str, int], at: int) -> JsonValue:
    words = [remark.message]
    words += [tr("{words}。", words=remark.near)] if remark.near else []
    words += [tr("位置：{place}。", place=remark.spot.place)] if remark.spot.place else []
    words += [remark.advice] if remark.advice else []
    result: dict[str, JsonValue] = {
        "ruleId": remark.rule,
        **({"ruleIndex": index[remark.rule]} if remark.rule in index else {}),
        "kind": "informational" if remark.level == "none" else "fail",
        "level": remark.level,
        "message": {"text": " ".join(words)},
        "locations": [_location(card, remark.spot, at)],
        "partialFingerprints": {_FINGERPRINT: remark.fingerprint},
    }
    properties: dict[str, JsonValue] = {}
    if remark.points:
        result["rank"] = _rank(card, remark)
        properties |= {"points": rounded(remark.points), "shown": points(remark.points)}
    decision = next((item.decision for item in card.items if item.id == remark.rule), None)
    if decision is not None:
        properties["decision"] = decision_object(decision)
    if properties:
        result["properties"] = properties
    return result


def _rank(card: Scorecard, remark: Remark) -> Decimal:
    """0 to 100, the dearest item 100."""
    most = max((item.max_points for item in card.items), default=Decimal(1)) or Decimal(1)
    return rounded(min(Decimal(100), 100 * remark.points / most), 1)


def _location(card: Scorecard, spot: Spot, at: int) -> JsonValue:
    """A region only where the file has lines of its own; else the place in the container, by its name."""
    physical: dict[str, JsonValue] = {"artifactLocation": _artifact(card, at)}
    if has_lines(card):
        region: dict[str, JsonValue] = {
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
        }
        if len(spot.words) <= _WORDS:
            region["snippet"] = {"text": spot.words}  # word for word, or viewers would not find it there
        physical["region"] = region
        return {"physicalLocation": physical}
    name = spot.place or tr("第{line}行", line=spot.line)
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": name, "fullyQualifiedName": name, "kind": "element"}],
    }


def _artifact(card: Scorecard, index: int | None = None) -> dict[str, JsonValue]:
    """A report by its address, and by its place among the artifacts where these are pointed at."""
    place: dict[str, JsonValue] = {} if index is None else {"index": index}
    return {"uri": uri_of(card), "uriBaseId": _BASE, **place}


def _unread(failures: Sequence[Failure]) -> list[JsonValue]:
    return [
        {"level": "error", "message": {"text": visible(f"{failure.name}: {failure.message}")}}
        for failure in failures
    ]


def _failed(failures: Sequence[Failure]) -> JsonValue:
    return {
        "tool": {"driver": {"name": "scorer", "rules": []}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not failures, "toolExecutionNotifications": _unread(failures)}
        ],
        "results": [],
    }
