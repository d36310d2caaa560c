"""The cards that are opened: the invented one with its text, one over pages, one full of malice, one very long."""

from __future__ import annotations

from dataclasses import replace

from scorer.scoring.model import PlaceRow, Scorecard
from tests.rendering.cards import CARD, REPORT, hostile_card

WHOLE = replace(CARD, text=REPORT.content)
_TURN = REPORT.content.index("二、存在的问题")
PAGED = replace(
    WHOLE,
    report=replace(
        WHOLE.report,
        places=(PlaceRow(0, _TURN - 1, "第1页"), PlaceRow(_TURN, len(REPORT.content), "第2页")),
    ),
)

# Ways out of every place that words are put in: elements, attributes, raw text, comments, JSON, templates.
MALICE = (
    "</script><script>window.__pwned = 1</script><!--<script></title></style></template>"
    '<img src=x onerror="window.__pwned = 1; alert(1)"><svg/onload=alert(1)>"\' onfocus=alert(1) autofocus x=\''
    "<a href=\"javascript:alert(1)\">点</a><base href=//x.y><meta http-equiv=refresh content='0;url=//x.y'>"
    "{{ 7*7 }}{% raw %}\\u003c/script>\\\"};alert(1);//\u2028\u202e\x1b[31m\x00]]>--> =cmd|' /C calc'!A0"
)
LONG_WORD = "长" * 10_000 + "x" * 10_000


def malicious(words: str = MALICE) -> Scorecard:
    """The hostile card of the renderers, with its text, and with the words in the stamp too."""
    card = hostile_card(words)
    return replace(
        card,
        text=words * 3,
        stamp=replace(card.stamp, report_name=words, framework_id=words, framework_version=words),
        items=tuple(replace(item, id=words) for item in card.items),
        total=replace(card.total, grade=words),
    )


def long_report(characters: int) -> Scorecard:
    """The invented report at the head of a very long text."""
    line = "我县持续推进依法行政，健全工作机制，完善制度体系，推动各项任务落实。\n"
    text = REPORT.content + line * (characters // len(line))
    return replace(WHOLE, text=text, report=replace(WHOLE.report, characters=len(text)))
