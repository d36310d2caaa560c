"""What ``scorer audit`` prints: how much was checked, and each relation that does not hold as a sum on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scorer.i18n import tr, trn, trp
from scorer.quantities.ledger import RELATIONS, Checked, Ledger, Tally
from scorer.rendering import labels
from scorer.rendering.clean import excerpt, visible
from scorer.rendering.interface import Failure, Options
from scorer.rendering.screen import TONES, Screen
from scorer.rendering.wrap import cells

__all__ = ["as_text"]

_QUOTE = 110
_TITLE = 120
_COLUMN, _NAME = 8, 12  # cells of a column of counts and of that of names, more where the words are longer


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
            screen.heading(tr("第 {number} 份", number=number), tr("共 {count} 份", count=len(ledgers)))
        _report(screen, ledger, everything)
    if len(ledgers) > 1:
        _overview(screen, ledgers)
    if failures:
        screen.heading(tr("未能核对"), trn("{count} 份", len(failures)))
        sign = "✘" if options.unicode else "[x]"
        for failure in failures:
            told = tr("{name}：{message}", name=visible(failure.name), message=visible(failure.message))
            screen.prose(sign, told, 2)
    return screen.finish()


def _report(screen: Screen, ledger: Ledger, everything: bool) -> None:
    screen.prose("", excerpt(ledger.title or _name(ledger), _TITLE)[0], 0, "bold")
    screen.prose("", _name(ledger), 0, "dim")
    whole = ledger.tally()
    screen.blank()
    if not whole.checked:
        screen.prose("", tr("没有可以互相核对的数字：报告没有写出合计与分项、比率与件数一类的关系。"), 2)
        return
    told = trn("核对 {count} 处数字关系：{outcome}。", whole.checked, outcome=_in_words(whole))
    screen.prose("", told, 2)
    _table(screen, ledger)
    shown = [one for one in ledger.checked if everything or one.relation.holds is not True]
    rank = {True: 2, None: 1, False: 0}
    for one in sorted(shown, key=lambda one: (rank[one.relation.holds], one.relation.severity != "warning")):
        _finding(screen, one)
    hidden = whole.checked - len(shown)
    if hidden:
        screen.blank()
        if shown:
            told = trn("另有 {count} 处相符，加 --all 可以逐条列出。", hidden)
        else:
            told = trn("这 {count} 处相符，加 --all 可以逐条列出。", hidden)
        screen.prose("", told, 2, "dim")


def _in_words(tally: Tally) -> str:
    """The counts as a sentence, without what there is none of."""
    notices = tally.fails - tally.warnings
    words = (
        (tally.holds, trn("{count} 处相符", tally.holds)),
        (tally.warnings, trn("{count} 处不符（警告）", tally.warnings)),
        (notices, trn("{count} 处留意（提示）", notices)),
        (tally.unknown, trn("{count} 处因约数不能判定", tally.unknown)),
    )
    return tr("，").join(word for count, word in words if count)


def _table(screen: Screen, ledger: Ledger) -> None:
    """Counts by kind of relation; kinds that the report does not have are left out."""
    tallies = {relation: ledger.tally(relation) for relation in RELATIONS}
    rows = [(labels.RELATION[one], _counts(tally)) for one, tally in tallies.items() if tally.checked]
    names = max(_NAME, *(cells(name) + 2 for name, _ in rows))
    screen.blank()
    _line(screen, tr("关系"), names, _heads(), "dim")
    for name, counts in rows:
        _line(screen, name, names, counts)


def _counts(tally: Tally) -> list[str]:
    counts = (tally.checked, tally.holds, tally.warnings, tally.fails - tally.warnings, tally.unknown)
    return [str(count) if count else "·" for count in counts]


def _heads() -> tuple[str, ...]:
    """What the columns of counts are called: shorter than the marks of single findings, for they are narrow."""
    return (
        *(trp("counts", "核对"), trp("counts", "相符"), trp("counts", "不符")),
        *(trp("counts", "留意"), trp("counts", "待核")),
    )


def _widths() -> list[int]:
    return [max(_COLUMN, cells(head) + 2) for head in _heads()]


def _line(screen: Screen, name: str, names: int, counts: Sequence[str], style: str = "") -> None:
    columns = zip(counts, _widths(), strict=True)
    screen.columns(("", 2, ""), (name, names, style), *((one, -size, style) for one, size in columns))


def _finding(screen: Screen, one: Checked) -> None:
    relation = one.relation
    state = labels.holds(relation.holds, relation.severity)
    words, style = screen.sign(state)
    level = _severity(relation.severity) if relation.holds is False else ""
    screen.blank()
    screen.row((f"  {words}  ", style), (f"{labels.RELATION[relation.relation]}  ", "bold"), (level, style))
    screen.prose(tr("所指"), visible(relation.subject), 5)
    sides = f"{relation.left} {relation.operator} {relation.right}"
    if relation.gap:
        sides = tr("{sides}，相差 {gap}", sides=sides, gap=relation.gap)
    screen.prose(tr("核算"), visible(sides), 5, TONES[state.tone])
    if relation.note:
        screen.prose(tr("说明"), visible(relation.note), 5)
    tail = tr("第{line}行第{column}列", line=one.line, column=one.column)
    if one.place:
        tail = tr("{place}，{at}", place=one.place, at=tail)
    screen.prose(tr("原文"), f"“{excerpt(one.quote, _QUOTE)[0]}”", 5, tail=tail)


def _severity(severity: str) -> str:
    return tr("警告") if severity == "warning" else trp("severity", "提示")


def _overview(screen: Screen, ledgers: Sequence[Ledger]) -> None:
    screen.heading(tr("汇总"), trn("{count} 份", len(ledgers)))
    names = max(20, screen.width - 2 - sum(_widths()))
    _line(screen, tr("报告"), names, _heads(), "dim")
    for ledger in ledgers:
        title = excerpt(ledger.title or _name(ledger), _TITLE)[0]
        _line(screen, title, names, _counts(ledger.tally()))


def _name(ledger: Ledger) -> str:
    return visible(Path(ledger.name).name) or "-"
