"""SARIF 2.1.0 (OASIS, 27 March 2020): what code scanning and editors read.

One run for each report. Items are rules, what lost points or does not add up are results. Columns count Unicode
code points, paths are relative, and a fingerprint over rule and words survives lines added elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scorer.i18n import tr, trp
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.encode import JsonValue, encode
from scorer.rendering.interface import Failure, Options
from scorer.rendering.labels import KIND, RELATION
from scorer.rendering.numbers import points, rounded
from scorer.rendering.paths import uri_of
from scorer.rendering.remarks import Remark, Spot, has_lines, remarks
from scorer.scoring.model import ItemRow, Scorecard

__all__ = ["render"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_WORDS = 300
_FINGERPRINT = "scorerQuote/v1"


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """One log; a report that could not be read is a failed run with a notification, never an empty one."""
    runs: list[JsonValue] = [_run(card) for card in cards]
    if failures:
        runs.append(_failed(failures))
    return encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": runs})


def _run(card: Scorecard) -> JsonValue:
    found = remarks(card)
    rules = [_rule(item) for item in card.items] + [_audit_rule(kind) for kind in RELATION]
    index = {str(rule["id"]): place for place, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(card, rules)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "the folder that the command ran in"}}},
        "artifacts": [{"location": _artifact(card), "hashes": {"sha-256": card.stamp.report_sha256}}],
        "automationDetails": {"id": f"scorer/{card.stamp.framework_id}/{uri_of(card)}"},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_notices(card))}],
        "results": [_result(card, remark, index) for remark in found],
        "properties": {
            "total": rounded(card.total.points),
            "low": rounded(card.total.low),
            "high": rounded(card.total.high),
            "grade": card.total.grade,
            "framework": f"{card.stamp.framework_id}@{card.stamp.framework_version}",
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


def _notices(card: Scorecard) -> Iterator[JsonValue]:
    for note in card.warnings:
        yield {
            "level": "warning",
            "descriptor": {"id": note.code},
            "message": {"text": visible(note.message)},
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
            "kind": KIND.get(item.kind, item.kind),
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


def _result(card: Scorecard, remark: Remark, index: dict[str, int]) -> JsonValue:
    words = [remark.message]
    words += [tr("{words}。", words=remark.near)] if remark.near else []
    words += [tr("位置：{place}。", place=remark.spot.place)] if remark.spot.place else []
    words += [remark.advice] if remark.advice else []
    result: dict[str, JsonValue] = {
        "ruleId": remark.rule,
        "ruleIndex": index.get(remark.rule, -1),
        "kind": "fail",
        "level": remark.level,
        "message": {"text": " ".join(words)},
        "locations": [_location(card, remark.spot)],
        "partialFingerprints": {_FINGERPRINT: remark.fingerprint},
    }
    if remark.points:
        result["rank"] = _rank(card, remark)
        result["properties"] = {"points": rounded(remark.points), "shown": points(remark.points)}
    return result


def _rank(card: Scorecard, remark: Remark) -> Decimal:
    """0 to 100, the dearest item 100."""
    most = max((item.max_points for item in card.items), default=Decimal(1)) or Decimal(1)
    return rounded(min(Decimal(100), 100 * remark.points / most), 1)


def _location(card: Scorecard, spot: Spot) -> JsonValue:
    """A region only where the file has lines of its own; else the place in the container, by its name."""
    physical: dict[str, JsonValue] = {"artifactLocation": _artifact(card)}
    if has_lines(card):
        physical["region"] = {
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
            "snippet": {"text": excerpt(spot.words, _WORDS)[0]},
        }
        return {"physicalLocation": physical}
    name = spot.place or tr("第{line}行", line=spot.line)
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": name, "fullyQualifiedName": name, "kind": "element"}],
    }


def _artifact(card: Scorecard) -> JsonValue:
    return {"uri": uri_of(card), "uriBaseId": _BASE}


def _failed(failures: Sequence[Failure]) -> JsonValue:
    told: list[JsonValue] = [
        {"level": "error", "message": {"text": visible(f"{failure.name}: {failure.message}")}}
        for failure in failures
    ]
    return {
        "tool": {"driver": {"name": "scorer", "rules": []}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": False, "toolExecutionNotifications": told}],
        "results": [],
    }
