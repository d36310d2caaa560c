"""The cut of Chinese words is jieba's own."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.matching import words
from scorer.matching.word_table import WordTable, in_memory
from scorer.matching.words import Words, WordsError, default_words

SEEDS = Path(__file__).parents[2] / "seeds"
RUN = re.compile("[\u4e00-\u9fd5]+")


def words_of(dictionary: str) -> Words:
    """A dictionary in jieba's format, ready to cut with."""
    return Words(WordTable(in_memory(WordTable.build(dictionary.encode()))))


def cut(dictionary: Words, text: str) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *dictionary.cut(text)])]


@pytest.fixture(scope="session")
def jieba_cut(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    import jieba

    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    return lambda text: list(tokenizer.cut(text, HMM=False))


def test_every_run_of_the_sample_reports_is_cut_as_jieba_does(jieba_cut) -> None:  # type: ignore[no-untyped-def]
    runs = {run for path in SEEDS.glob("*.txt") for run in RUN.findall(path.read_text(encoding="utf-8"))}
    assert len(runs) > 2000
    assert {run: cut(default_words(), run) for run in runs} == {run: jieba_cut(run) for run in runs}


@given(st.text(st.sampled_from("中华人民共和国行政执法治市立委员会学一二"), max_size=24))
def test_any_run_is_cut_as_jieba_does(jieba_cut, run: str) -> None:  # type: ignore[no-untyped-def]
    assert cut(default_words(), run) == jieba_cut(run)


def test_a_word_list_of_ones_own_is_added_up() -> None:
    small = words_of(
        "法治 6 n\n法 3 n\n树立 9 v\r\n治 1 v\n法治政府 1 n\n政府 8 n\n观 0 n\n观政府 0 n\n观政 0 n\n"
    )
    assert cut(small, "树立法治政府观") == ["树立", "法治", "政府", "观"]
    assert cut(small, "观政府") == ["观", "政府"]
    assert small.cut_inside("法治") == [1, 2]
    assert small.cut("") == []


def test_a_worker_that_reads_many_reports_remembers_what_a_few_of_them_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = words_of("行政 5 n\n行政执法 3 n\n执法 4 n\n")
    expected = own.cut("行政执法人员行政")
    monkeypatch.setattr(words, "_MOST_KNOWN", 8)
    for first in range(0x4E00, 0x4E00 + 400, 2):
        own.cut(f"{chr(first)}{chr(first + 1)}行政执{chr(first)}")
    assert own.cut("行政执法人员行政") == expected
    assert len(own._known) <= 8
    assert len(own._known_longer) <= 8


def test_a_broken_installation_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(words.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(WordsError, match="jieba"):
        default_words.__wrapped__()


def test_nothing_is_read_or_logged_before_a_short_hit_needs_it() -> None:
    program = (
        "import sys; from scorer.matching import Lexicon\n"
        "from scorer.matching.words import default_words\n"
        "from scorer.structure.model import *; from scorer.text import Text, fold\n"
        "def find(phrase):\n"
        "    text = '树立法治观念'\n"
        "    whole = Sentence(0, 6, Role.ACHIEVEMENT, 0, None, (), ())\n"
        "    report = Report(Text(text), fold(text), Metadata(), (), (), (whole,), ())\n"
        "    found = Lexicon([phrase]).find(report)\n"
        "    assert found.of(phrase) and default_words.cache_info().misses == 0\n"
        "    [found.is_word(hit) for hit in found]\n"
        "    return default_words.cache_info().misses\n"
        "print(find('法治观念'), find('立法'), 'jieba' in sys.modules)\n"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("0 1 False\n", "")
