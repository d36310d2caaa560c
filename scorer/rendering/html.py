"""The scorecard as one HTML file: the score on the left, the report with its evidence on the right.

The page asks for nothing from anywhere. Its Content-Security-Policy allows the one style sheet and the one
script in it by their hashes, and nothing else; templates escape all that is put into them, and the data that the
script needs is JSON in which no ``<`` can stand. Without the script everything can still be read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from markupsafe import Markup

from scorer.framework.model import ItemKind
from scorer.rendering import labels
from scorer.rendering.clean import visible
from scorer.rendering.digest import facts
from scorer.rendering.interface import Failure, Options
from scorer.rendering.numbers import percent, points
from scorer.rendering.page.views import CardView, card_view
from scorer.rendering.page.words import for_script
from scorer.rendering.site import asset, policy, template
from scorer.review.identity import identity
from scorer.rules.model import Status
from scorer.scoring.model import ItemRow, Scorecard
from scorer.structure.model import Role

__all__ = ["render"]

_SCRIPTS = ("items.js", "text.js", "filter.js", "decide.js", "start.js")
# In a script element these could end it, begin a comment, or (the last two) end a line of JavaScript.
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def render(cards: Sequence[Scorecard], options: Options, failures: Sequence[Failure] = ()) -> str:
    """One page for all cards; the default detail is ``full``, which shows the report's text."""
    detail = options.detail or "full"
    views = [card_view(card, number, detail) for number, card in enumerate(cards, start=1)]
    style, script = asset("page", "style.css"), _script()
    shown = template("page", "page.html.j2").render(
        cards=views,
        failures=failures,
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704  our own file
        script=Markup(script),  # noqa: S704  our own files
        data=_json(_data(views)),
        labels=labels,
        facts=facts,
        points=points,
        percent=percent,
        visible=visible,
        Role=Role,
        Status=Status,
    )
    return shown.rstrip("\n") + "\n"


def _script() -> str:
    parts = "\n".join(asset("page", name) for name in _SCRIPTS)
    return f'\n"use strict";\n(() => {{\n{parts}}})();\n'


def _json(data: object) -> Markup:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
    return Markup(text)  # noqa: S704  no sign of HTML is left in it


def _data(views: Sequence[CardView]) -> dict[str, object]:
    """What the script cannot read off the page: hashes of evidence, and the words it writes itself."""
    states = {
        kind.value: {status.value: labels.state(kind.value, status).word for status in Status}
        for kind in ItemKind
    }
    return {"words": for_script(), "states": states, "cards": [_card_data(view) for view in views]}


def _card_data(view: CardView) -> dict[str, object]:
    stamp = view.card.stamp
    return {
        "report": visible(stamp.report_name),
        "about": visible(identity(view.card.report, stamp.report_sha256)),
        "framework": visible(stamp.framework_id),
        "key": f"{stamp.framework_sha256[:12]}:{stamp.report_sha256[:12]}",
        "reopened": sum(_is_reopened(item.row) for item in view.items),
        "items": [_item_data(item.row) for item in view.items],
    }


def _is_reopened(row: ItemRow) -> bool:
    return row.decision is not None and row.decision.state == "reopened"


def _item_data(row: ItemRow) -> dict[str, object]:
    """``decision`` is one that was made on the evidence of today; it goes into the exported file as it is."""
    data: dict[str, object] = {
        "id": visible(row.id),
        "kind": row.kind,
        "status": row.status.value,
        "hash": row.evidence_hash,
    }
    decision = row.decision
    if decision is not None and not _is_reopened(row):
        data["decision"] = {
            "status": decision.status.value,
            "reason": visible(decision.reason),
            "by": visible(decision.by),
            "date": visible(decision.on),
            "until": visible(decision.until or ""),
        }
    return data
