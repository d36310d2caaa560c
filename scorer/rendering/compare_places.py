"""Many places as sections: the ranking in bands, the matrix of dimensions, and what sets each place apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scorer.compare.model import Band, Comparison, Deviation, OnlyOne, Places
from scorer.framework.model import ItemKind
from scorer.i18n import mark, tr, trn, trp
from scorer.rendering import labels
from scorer.rendering.clean import visible
from scorer.rendering.compare_parts import Cell, Section, Table, amount, cell, span
from scorer.rendering.numbers import percent, rounded
from scorer.rules.model import Status
from scorer.structure.model import Level

__all__ = ["place_sections"]

_FAR = Decimal("0.15")  # a rate that is so far from the median is marked
# Captions by whether one place has the item and whether it is a deduction.
_ALONE = {
    (True, False): mark("只有一地得分（{count}）"),
    (False, False): mark("只有一地没有得分（{count}）"),
    (True, True): mark("只有一地被扣分（{count}）"),
    (False, True): mark("只有一地没有被扣分（{count}）"),
}


def place_sections(comparison: Comparison, places: Places) -> Iterator[Section]:
    """Ranking, dimensions, what one alone has, deviations, and every item beside each other."""
    yield _ranking(comparison, places)
    yield _matrix(comparison, places)
    yield _alone(comparison, places)
    yield _apart(comparison, places)
    yield _all_items(comparison, places)


def _name(comparison: Comparison, subject: int) -> str:
    return visible(comparison.labels[subject])


def _ranking(comparison: Comparison, places: Places) -> Section:
    lead = tr(
        "分层级排名。总分的区间是待复核指标全按最低、全按最高定的结果；区间互相重叠的地区分不出先后，同在一档，"
        "档与档之间的先后是确定的。"
    )
    tables = tuple(_level(comparison, level, bands) for level, bands in places.levels)
    return Section("ranking", tr("排名"), (lead,), tables)


def _level(comparison: Comparison, level: Level | None, bands: tuple[Band, ...]) -> Table:
    rows = []
    for band in bands:
        for row in band.rows:
            total = comparison.cards[row.subject].total
            possible = str(row.best) if row.best == row.worst else span(row.best, row.worst)
            rows.append(
                (
                    cell(tr("第{number}档", number=band.number)),
                    cell(_name(comparison, row.subject)),
                    amount(total.points),
                    cell(span(total.low, total.high)),
                    amount(Decimal(row.rank)),
                    cell(possible),
                    cell(visible(total.grade)),
                )
            )
    head = (tr("档"), tr("地区"), tr("总分"), tr("区间"), tr("名次"), tr("可能名次"), tr("等次"))
    name = labels.LEVEL[level] if level else tr("层级不明")
    caption = tr("{name}（{count}）", name=name, count=len(rows))
    return Table(head, tuple(rows), frozenset({2, 4}), caption)


def _matrix(comparison: Comparison, places: Places) -> Section:
    names = [f"{visible(identifier)} {visible(title)}" for identifier, title in places.dimensions]
    far = percent(_FAR).removesuffix(".0%")
    lead = tr("各维度得分率；高于或低于中位数 {points} 个百分点以上的标出。", points=far)
    rows = [
        (cell(_name(comparison, subject)), *(_rate_cell(places, at, subject) for at in range(len(names))))
        for subject in range(len(comparison.cards))
    ]
    rows.append((cell(tr("中位数"), "quiet"), *(_whole(value) for value in places.medians)))
    head = (tr("地区"), *(visible(identifier) for identifier, _ in places.dimensions))
    table = Table(head, tuple(rows), frozenset(range(1, len(head))))
    named = tr("{names}。", names=tr("；").join(names))
    return Section("matrix", tr("维度对照"), (lead, named), (table,))


def _rate_cell(places: Places, dimension: int, subject: int) -> Cell:
    value, middle = places.rates[dimension][subject], places.medians[dimension]
    shown = _whole(value)
    if value is None or middle is None or abs(value - middle) < _FAR:
        return shown
    up = value > middle
    return Cell(f"{'↑' if up else '↓'}{shown.words}", value, "good" if up else "bad", percent=True)


def _whole(value: Decimal | None) -> Cell:
    """A rate in whole percent: ten of them have to stand side by side."""
    return Cell("–" if value is None else f"{rounded(value * 100, 0):f}%", value, percent=True)


def _alone(comparison: Comparison, places: Places) -> Section:
    lead = tr("只与适用同一指标的地区相比。")
    tables = []
    for (has, deduction), caption in _ALONE.items():
        only = [one for one in places.only if one.has is has and _is_deduction(one) is deduction]
        if only:
            tables.append(_only_table(comparison, tr(caption, count=len(only)), only))
    return Section("alone", tr("一地独有与独缺"), (lead,), tuple(tables))


def _is_deduction(one: OnlyOne) -> bool:
    return one.item.kind == ItemKind.DEDUCTION.value


def _only_table(comparison: Comparison, caption: str, only: list[OnlyOne]) -> Table:
    rows = tuple(
        (
            cell(visible(one.item.id)),
            cell(visible(one.item.title)),
            cell(labels.KIND.get(one.item.kind, visible(one.item.kind))),
            cell(_name(comparison, one.subject)),
            _state(one.item.kind, one.item.status),
            cell(trn("{count} 地适用", one.among)),
        )
        for one in only
    )
    head = (trp("column", "序号"), tr("指标"), tr("类别"), tr("地区"), tr("状态"), trp("compare", "范围"))
    return Table(head, rows, caption=caption)


def _state(kind: str, status: Status) -> Cell:
    mark = labels.state(kind, status)
    return cell(mark.word, mark.tone)


def _apart(comparison: Comparison, places: Places) -> Section:
    head = (trp("column", "序号"), tr("指标"), tr("分值"), tr("本地"), tr("与中位数比"))
    tables = []
    by_subject: list[list[Deviation]] = [[] for _ in comparison.cards]
    for one in places.deviations:
        by_subject[one.subject].append(one)
    for subject, own in enumerate(by_subject):
        ordered = sorted(own, key=lambda one: (one.better, -one.item.max_points))
        worse = sum(not one.better for one in own)
        caption = tr(
            "{name}：低于中位数 {worse} 项，高于中位数 {better} 项",
            name=_name(comparison, subject),
            worse=worse,
            better=len(own) - worse,
        )
        tables.append(Table(head, tuple(map(_off, ordered)), frozenset({2}), caption))
    return Section("apart", tr("与中位数不同的指标"), (), tuple(tables))


def _off(one: Deviation) -> tuple[Cell, ...]:
    return (
        cell(visible(one.item.id)),
        cell(visible(one.item.title)),
        amount(one.item.max_points),
        _state(one.item.kind, one.item.status),
        cell(tr("较好"), "good") if one.better else cell(tr("较差"), "bad"),
    )


def _all_items(comparison: Comparison, places: Places) -> Section:
    kinds = {item.id: item.kind for card in comparison.cards for item in card.items}
    rows = []
    for identifier, title, statuses in places.statuses:
        known = dict(statuses)
        rows.append(
            (
                cell(visible(identifier)),
                cell(visible(title)),
                *(
                    _state(kinds[identifier], known[subject]) if subject in known else cell("–", "quiet")
                    for subject in range(len(comparison.cards))
                ),
            )
        )
    head = (
        trp("column", "序号"),
        tr("指标"),
        *(_name(comparison, subject) for subject in range(len(comparison.cards))),
    )
    return Section("items", tr("逐项对照"), (), (Table(head, tuple(rows)),), wide=True)
