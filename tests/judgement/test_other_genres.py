"""Texts of other genres in full length: none scores as if it were a yearly report, and a warning says why."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from tests.judgement.court import SEEDS, Hearing, hear, seed

GENRES = sorted((Path(__file__).parent / "genres").glob("*.txt"))
REASONS = {
    "court": "法院",
    "duties": "职能配置",
    "government-work-report": "政府工作报告",
    "implementation-scheme": "方案",
    "news": "新闻",
    "plan-next-year": "计划",
    "procuratorate": "检察院",
    "study-report": "心得",
}

NAMES = [path.stem for path in GENRES]


@cache
def genre(name: str) -> Hearing:
    return hear((Path(__file__).parent / "genres" / f"{name}.txt").read_text(encoding="utf-8"))


def warning(name: str) -> str:
    return " ".join(note.message for note in genre(name).card.warnings if note.code == "not_a_report")


def weakest() -> Decimal:
    return min(seed(name).total for name in SEEDS)


def test_all_genres_are_here() -> None:
    assert {path.stem for path in GENRES} == set(REASONS)


@pytest.mark.parametrize("name", NAMES)
def test_another_genre_earns_a_third_of_the_weakest_report_at_most(name: str) -> None:
    assert genre(name).total * 3 <= weakest()


@pytest.mark.parametrize("name", NAMES)
def test_another_genre_is_warned_of(name: str) -> None:
    assert warning(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_warning_names_the_genre(name: str) -> None:
    assert REASONS[name] in warning(name)


@pytest.mark.parametrize("name", NAMES)
def test_another_genre_is_known_without_its_title(name: str) -> None:
    assert hear(genre(name).text.split("\n", 1)[1]).total * 3 <= weakest()


@pytest.mark.parametrize(
    "title",
    [
        "云河市2022年法治政府建设工作要点",
        "云河市2022年法治政府建设重点任务",
        "云河市2022年法治政府建设工作思路",
        "云河市2022年法治政府建设工作打算",
        "关于做好2022年法治政府建设工作的通知",
        "云河市人民政府关于2022年法治政府建设工作安排的报告",
        "云河市人民政府关于2021年度法治政府建设情况的报告",
    ],
)
def test_a_plan_is_a_plan_under_any_title(title: str) -> None:
    plan = genre("plan-next-year").text.split("\n", 1)[1]
    assert hear(f"{title}\n{plan}").total * 3 <= weakest()


@pytest.mark.parametrize("name", SEEDS)
def test_a_real_report_is_not_warned_of(name: str) -> None:
    assert not any(note.code == "not_a_report" for note in seed(name).card.warnings)


@pytest.mark.parametrize(
    "name",
    [
        "implementation-scheme",
        "plan-next-year",
        "government-work-report",
        "study-report",
    ],
)
def test_what_is_only_intended_wins_no_enforcement_item(name: str) -> None:
    assert not {item for item in genre(name).winners() if item.startswith("4.")}


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("court", "1.4.3"),
        ("court", "5.2.2"),
        ("court", "6.1.4"),
        ("court", "6.2.1"),
        ("court", "8.1.4"),
        ("procuratorate", "4.1.3"),
        ("procuratorate", "5.2.3"),
        ("procuratorate", "6.1.4"),
        ("procuratorate", "6.3.1"),
        ("news", "4.1.2"),
        ("news", "9.1.3"),
    ],
)
def test_what_others_did_is_not_met(name: str, item: str) -> None:
    assert genre(name).status(item).value != "met"
