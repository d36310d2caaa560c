"""Which comparison the subjects ask for, and what must be told about them beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from scorer.compare.identity import ORGANS, same_place
from scorer.compare.model import By, Caution, Comparison
from scorer.compare.places import beside
from scorer.compare.subject import Subject
from scorer.compare.years import over_years
from scorer.errors import UsageError
from scorer.i18n import listed, tr, trn
from scorer.scoring.model import ReportCard, Scorecard

__all__ = ["compare"]


def compare(subjects: Sequence[Subject], by: By | None = None) -> Comparison:
    """Set two or more subjects beside each other; ``by`` overrules what they seem to ask for.

    Raises UsageError for fewer than two, and where two frameworks scored them.
    """
    if len(subjects) < 2:
        raise UsageError("compare needs two reports or scorecards at least")
    _one_framework(subjects)
    chosen, why = (by, tr("由使用者指定")) if by else _kind([subject.card.report for subject in subjects])
    ordered = _by_year(subjects) if chosen == "years" else list(subjects)
    cards = tuple(subject.card for subject in ordered)
    return Comparison(
        by=chosen,
        why=why,
        cards=cards,
        labels=tuple(_labels(cards, chosen)),
        from_scorecard=tuple(subject.report is None for subject in ordered),
        years=over_years(ordered) if chosen == "years" else None,
        places=beside(cards) if chosen == "places" else None,
        notes=tuple(_notes(cards, chosen)),
    )


def _one_framework(subjects: Sequence[Subject]) -> None:
    first = subjects[0]
    for other in subjects[1:]:
        one, two = other.card.stamp.framework_id, first.card.stamp.framework_id
        if one != two:
            raise UsageError(
                f"{other.name}: was scored by {one}, {first.name} by {two}; score them with one framework"
            )


def _kind(reports: Sequence[ReportCard]) -> tuple[By, str]:
    if all(same_place(reports[0], other) for other in reports[1:]):
        return "years", tr("各份报告属同一地区或单位")
    unknown = sum(not report.place for report in reports)
    if unknown:
        return "places", trn("有{count}份报告看不出属于哪里，按不同地区比较", unknown)
    return "places", tr("各份报告不属于同一地区或单位")


def _by_year(subjects: Sequence[Subject]) -> list[Subject]:
    """Earlier years first; where a year is not known the order of the call stays."""
    if any(subject.card.report.year is None for subject in subjects):
        return list(subjects)
    return sorted(subjects, key=lambda subject: subject.card.report.year or 0)


def _labels(cards: Sequence[Scorecard], by: By) -> Iterator[str]:
    """The year or the place of each, with the file's name where that is not enough to tell them apart."""
    plain = [_label(card, by) for card in cards]
    names = [Path(card.stamp.report_name).stem for card in cards]
    seen, often = Counter[str](), Counter(plain)
    for label, name in zip(plain, names, strict=True):
        if label and often[label] == 1:
            yield label
            continue
        full = tr("{label}（{name}）", label=label, name=name) if label else name
        seen[full] += 1
        yield f"{full}·{seen[full]}" if seen[full] > 1 else full


def _label(card: Scorecard, by: By) -> str:
    report = card.report
    if by == "years":
        return tr("{year}年", year=report.year) if report.year else ""
    return report.place or ""


def _notes(cards: Sequence[Scorecard], by: By) -> Iterator[Caution]:
    stamps = [card.stamp for card in cards]
    versions = sorted({stamp.framework_version for stamp in stamps})
    if len(versions) > 1:
        told = tr("指标体系版本不同（{versions}），得分变化可能来自指标体系", versions=listed(versions))
        yield Caution("framework_versions", told)
    elif len({stamp.framework_sha256 for stamp in stamps}) > 1:
        told = tr("指标体系同为{version}版但内容不同，得分变化可能来自指标体系", version=versions[0])
        yield Caution("framework_changed", told)
    if len({stamp.tool_version for stamp in stamps}) > 1:
        yield Caution("tool_versions", tr("评分程序版本不同，得分变化可能来自程序"))
    yield from _notes_on_doubles(cards, by)
    years = [card.report.year for card in cards]
    if by == "years":
        yield from _notes_on_years(cards, years)
    elif len(set(years)) > 1:
        known = listed(str(year) if year else tr("不明") for year in sorted(set(years), key=lambda y: y or 0))
        yield Caution("several_years", tr("各份报告年度不同（{years}），排名仅供参考", years=known))


def _notes_on_doubles(cards: Sequence[Scorecard], by: By) -> Iterator[Caution]:
    """One file given twice, or one place ranked twice, counts twice in ranks and medians."""
    files: dict[str, list[str]] = {}
    places: dict[tuple[object, ...], set[str]] = {}
    for card in cards:
        report, stamp = card.report, card.stamp
        files.setdefault(stamp.report_sha256, []).append(stamp.report_name)
        key = (report.place, report.level, report.year, report.issuer if report.level in ORGANS else None)
        places.setdefault(key, set()).add(stamp.report_sha256)
    for names in files.values():
        if len(names) > 1:
            told = tr("{names}是同一份报告，内容一字不差", names=listed(dict.fromkeys(names)))
            yield Caution("same_report", told)
    twice = [str(key[-1] or key[0]) for key, hashes in places.items() if key[0] and len(hashes) > 1]
    if by == "places" and twice:
        told = tr("{places}有不止一份同年度的报告，都参加了比较", places=listed(twice))
        yield Caution("same_place", told)


def _notes_on_years(cards: Sequence[Scorecard], years: Sequence[int | None]) -> Iterator[Caution]:
    if any(year is None for year in years):
        yield Caution("year_unknown", tr("有报告看不出年度，按给出的先后顺序比较"))
    elif len(set(years)) < len(years):
        yield Caution("same_year", tr("有两份报告年度相同，按给出的先后顺序比较"))
    if len({card.report.level for card in cards}) > 1:
        yield Caution("levels_differ", tr("各份报告的层级不同，适用的指标不同"))
    if not all(same_place(cards[0].report, card.report) for card in cards[1:]):
        yield Caution("places_differ", tr("各份报告看来不属于同一地区或单位，按使用者的要求仍作年度比较"))
