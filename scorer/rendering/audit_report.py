"""What ``scorer audit`` prints: how much was checked, and each relation that does not hold as a sum on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scorer.quantities.ledger import RELATIONS, Checked, Ledger, Tally
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.interface import Failure, Options
from scorer.rendering.screen import TONES, Screen

__all__ = ["as_text"]

_QUOTE = 110
_TITLE = 120
_COLUMN = 8  # cells of a column of counts: its words are four wide
_SEVERITY = {"warning": "警告", "info": "提示"}


def as_text(
    ledgers: Sequence[Ledger],
    options: Options,
    failures: Sequence[Failure] = (),
    *,
    everything: bool = False,
) -> str:
    """Each report in turn; ``everything`` shows what agrees too. After several, one line for each of them."""
    screen = Screen(options)
    for number, ledger in enumerate(ledgers, start=1):
        if len(ledgers) > 1:
            screen.heading(f"第 {number} 份", f"共 {len(ledgers)} 份")
        _report(screen, ledger, everything)
    if len(ledgers) > 1:
        _overview(screen, ledgers)
    if failures:
        screen.heading("未能核对", f"{len(failures)} 份")
        mark = "✘" if options.unicode else "[x]"
        for failure in failures:
            screen.prose(mark, f"{visible(failure.name)}：{visible(failure.message)}", 2)
    return screen.finish()


def _report(screen: Screen, ledger: Ledger, everything: bool) -> None:
    screen.prose("", excerpt(ledger.title or _name(ledger), _TITLE)[0], 0, "bold")
    screen.prose("", _name(ledger), 0, "dim")
    whole = ledger.tally()
    screen.blank()
    if not whole.checked:
        screen.prose("", "没有可以互相核对的数字：报告没有写出合计与分项、比率与件数一类的关系。", 2)
        return
    screen.prose("", f"核对 {whole.checked} 处数字关系：{_in_words(whole)}。", 2)
    _table(screen, ledger)
    shown = [one for one in ledger.checked if everything or one.relation.holds is not True]
    rank = {True: 2, None: 1, False: 0}
    for one in sorted(shown, key=lambda one: (rank[one.relation.holds], one.relation.severity != "warning")):
        _finding(screen, one)
    hidden = whole.checked - len(shown)
    if hidden:
        screen.blank()
        which = "另有" if shown else "这"
        screen.prose("", f"{which} {hidden} 处相符，加 --all 可以逐条列出。", 2, "dim")


def _in_words(tally: Tally) -> str:
    """The counts as a sentence, without what there is none of."""
    notices = tally.fails - tally.warnings
    words = (
        (tally.holds, "处相符"),
        (tally.warnings, "处不符（警告）"),
        (notices, "处留意（提示）"),
        (tally.unknown, "处因约数不能判定"),
    )
    return "，".join(f"{count} {word}" for count, word in words if count)


def _table(screen: Screen, ledger: Ledger) -> None:
    """Counts by kind of relation; kinds that the report does not have are left out."""
    screen.blank()
    _line(screen, "关系", ("核对", "相符", "不符", "留意", "待核"), "dim")
    for relation in RELATIONS:
        tally = ledger.tally(relation)
        if tally.checked:
            counts = (tally.checked, tally.holds, tally.warnings, tally.fails - tally.warnings, tally.unknown)
            _line(screen, labels.RELATION[relation], [str(count) if count else "·" for count in counts])


def _line(screen: Screen, name: str, cells: Sequence[str], style: str = "") -> None:
    screen.columns(("", 2, ""), (name, 12, style), *((cell, -_COLUMN, style) for cell in cells))


def _finding(screen: Screen, one: Checked) -> None:
    relation = one.relation
    mark = labels.holds(relation.holds, relation.severity)
    words, style = screen.sign(mark)
    level = f"   {_SEVERITY[relation.severity]}" if relation.holds is False else ""
    screen.blank()
    screen.row(
        (f"  {words}  ", style), (f"{labels.RELATION[relation.relation]}  ", "bold"), (level.strip(), style)
    )
    screen.prose("所指", visible(relation.subject), 5)
    gap = f"，相差 {relation.gap}" if relation.gap else ""
    sides = f"{relation.left} {relation.operator} {relation.right}{gap}"
    screen.prose("核算", visible(sides), 5, TONES[mark.tone])
    if relation.note:
        screen.prose("说明", visible(relation.note), 5)
    place = f"{one.place}，" if one.place else ""
    tail = f"{place}第{one.line}行第{one.column}列"
    screen.prose("原文", f"“{excerpt(one.quote, _QUOTE)[0]}”", 5, tail=tail)


def _overview(screen: Screen, ledgers: Sequence[Ledger]) -> None:
    screen.heading("汇总", f"{len(ledgers)} 份")
    names = max(20, screen.width - 2 - 5 * _COLUMN)
    heads = ("核对", "相符", "不符", "留意", "待核")
    screen.columns(("", 2, ""), ("报告", names, "dim"), *((head, -_COLUMN, "dim") for head in heads))
    for ledger in ledgers:
        tally = ledger.tally()
        counts = (tally.checked, tally.holds, tally.warnings, tally.fails - tally.warnings, tally.unknown)
        cells = [str(count) if count else "·" for count in counts]
        title = excerpt(ledger.title or _name(ledger), _TITLE)[0]
        screen.columns(("", 2, ""), (title, names, ""), *((cell, -_COLUMN, "") for cell in cells))


def _name(ledger: Ledger) -> str:
    return visible(Path(ledger.name).name) or "-"
