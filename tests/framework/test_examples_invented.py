"""The examples of the built-in frameworks are invented: none copies a sentence of a report in seeds/."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scorer.framework import list_frameworks, load_framework
from scorer.text import fold_phrase

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FRAMEWORKS = [info.id for info in list_frameworks()]
RUN = 15  # characters in common from which words count as copied
JOIN = 4  # characters beside set phrases that only join them to a sentence: 严格落实, 将, a year

# Wordings that a law, a policy document or the official form of these reports lays down for everybody;
# whoever names the thing has to use them, so they are nobody's sentence.
SET_PHRASES = (
    "以习近平新时代中国特色社会主义思想为指导",  # the guiding thought, worded as in the constitution of the Party
    "法治政府建设实施纲要（2015—2020年）",  # title of the plan of 2015 of Party and State Council
    "法治政府建设与责任落实督察工作规定",  # title of the regulation of 2019
    "国务院《重大行政决策程序暂行条例》",  # title of the regulation of 2019 and who made it
    "关于在公民中开展法治宣传教育的第八个五年规划",  # title of the plan of 2021 for teaching the law
    "关于开展第八个五年法治宣传教育的决议",  # title of the resolution of the congress on that plan
    "市县法治政府建设示范指标体系",  # title of the indicators of the central office
    "党政主要负责人",  # the persons that the regulation of 2016 is for, in its title
    "履行推进法治建设第一责任人职责",  # the duty that the same title names
    "公众参与、专家论证、风险评估、合法性审查",  # the first four steps of a decision, as the law lists them
    "集体讨论决定",  # the fifth step, joined to the others by 、 or 和
    "党委领导、政府负责、社会协同、公众参与",  # the policy formula of social governance
    "的社会治理格局",  # what that formula describes
    "前台综合受理、后台分类审批、统一窗口出件",  # the model of a service hall as the State Council words it
    "行政机关负责人出庭应诉制度",  # name of the institution of the administrative procedure law
    "人民政府关于",  # form of an official title: who, about what
    "年度法治政府建设情况的报告",  # title of these reports
)


def _runs(text: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The longest stretches of a folded text of which every ``RUN`` characters in a row are ``known``."""
    start = end = -1
    for at in range(len(text) - RUN + 1):
        if text[at : at + RUN] not in known:
            continue
        if start >= 0 and at > end - RUN + 1:
            yield start, end
            start = -1
        start, end = (at if start < 0 else start), at + RUN
    if start >= 0:
        yield start, end


def _covered(text: str, phrases: tuple[str, ...]) -> set[int]:
    """The places of a folded text that belong to a set phrase."""
    places: set[int] = set()
    for phrase in map(fold_phrase, phrases):
        at = text.find(phrase)
        while at >= 0:
            places.update(range(at, at + len(phrase)))
            at = text.find(phrase, at + 1)
    return places


def _copied(words: str, known: frozenset[str], phrases: tuple[str, ...] = SET_PHRASES) -> list[str]:
    """What ``words`` has in common with a seed and no set phrase explains."""
    text = fold_phrase(words)
    covered = _covered(text, phrases)
    return [
        text[start:end]
        for start, end in _runs(text, known)
        if sum(at not in covered and text[at].isalnum() for at in range(start, end)) > JOIN
    ]


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """Every stretch of ``RUN`` characters of every seed."""
    texts = [fold_phrase(path.read_text(encoding="utf-8")) for path in SEEDS]
    return frozenset(text[at : at + RUN] for text in texts for at in range(len(text) - RUN + 1))


def _examples(framework: str) -> list[tuple[str, str]]:
    items = load_framework(framework).items
    return [(item.id, words) for item in items for listed in item.examples.values() for words in listed]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_no_example_copies_a_seed(framework: str, known: frozenset[str]) -> None:
    examples = _examples(framework)
    assert examples
    found = [(item, run) for item, words in examples for run in _copied(words, known)]
    assert found == []


def test_a_copied_sentence_is_found(known: frozenset[str]) -> None:
    for path in SEEDS:
        lines = path.read_text(encoding="utf-8").splitlines()
        sentence = max((part for line in lines for part in line.split("。")), key=len)
        assert _copied(f"全市不断努力，{sentence}。", known), path.name


def test_a_set_phrase_excuses_only_itself() -> None:
    seed = fold_phrase("组织干部集中学习《法治政府建设与责任落实督察工作规定》并开展测试。")
    known = frozenset(seed[at : at + RUN] for at in range(len(seed) - RUN + 1))
    assert _copied("学习《法治政府建设与责任落实督察工作规定》。", known) == []
    assert _copied("集中学习《法治政府建设与责任落实督察工作规定》并开展测试。", known) == [seed[4:]]


def test_two_runs_are_told_apart() -> None:
    first, second = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰", "东西南北上下左右前后春夏秋冬年"
    assert list(_runs(f"{first}一{second}", frozenset({first, second}))) == [(0, 15), (16, 31)]


def test_every_set_phrase_is_needed(known: frozenset[str]) -> None:
    examples = [words for framework in FRAMEWORKS for _, words in _examples(framework)]
    idle = []
    for phrase in SET_PHRASES:
        others = tuple(other for other in SET_PHRASES if other != phrase)
        if not any(_copied(words, known, others) for words in examples):
            idle.append(phrase)
    assert idle == []
