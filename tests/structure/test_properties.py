"""What holds for any text: nothing crashes, spans slice right, sentences are in order, roles tile."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.structure import parse_fragment, parse_report
from scorer.structure.model import Level, Report
from scorer.text import Text

PIECES = st.sampled_from(
    [
        "一、", "（一）", "(二)", "1、", "2.", "①", "一是", "二是", "第一，", "。", "；", "，", "、", "：", "\n", "\n\n", "　　", " ", "\r\n",
        "《", "》", "“", "”", "（", "）", "虽然", "但仍存在问题", "下一步", "2022年，我市将继续", "存在的问题", "工作打算", "取得成效",
        "大冶市人民政府", "2022年3月2日", "二〇二二年一月", "附件：", "法治政府建设情况的报告", "现将情况报告如下：", "返回顶部",
        "共办理案件36件", "来源：", "首页>", "吴政发〔2022〕3号", "#", "**", "镇", "鼓楼区", "\u3000", "\ufeff", "１２", "a.b", "!",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def check(report: Report) -> None:
    length = len(report.text)
    edges = [(stretch.start, stretch.end) for stretch in report.roles]
    assert [start for start, _ in edges] == [0, *[end for _, end in edges[:-1]]][: len(edges)]
    assert (edges[-1][1] if edges else 0) == length
    before = 0
    for sentence in report.sentences:
        assert before <= sentence.start < sentence.end <= length
        before = sentence.end
        assert [clause.start for clause in sentence.clauses][:1] == [sentence.start]
        assert sentence.clauses[-1].end == sentence.end
        at = sentence.start
        for part in sentence.clauses:
            assert at <= part.start < part.end
            at = part.end
        assert sentence.segments[0].start == sentence.start
        assert sentence.segments[-1].end == sentence.end
        paragraph = report.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start
        assert sentence.end <= paragraph.end
        if sentence.section is not None:
            section = report.sections[sentence.section]
            assert section.start <= sentence.start
            assert sentence.end <= section.end
    for index, section in enumerate(report.sections):
        assert 0 <= section.start == section.heading.start < section.heading.end <= section.end <= length
        assert section.parent is None or section.parent < index
    for span in report.metadata.spans.values():
        assert 0 <= span.start < span.end <= length


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_sound_report(content: str) -> None:
    check(parse_report(Text(content)))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_fragment_gives_a_sound_report(content: str) -> None:
    check(parse_fragment(Text(content), level=Level.CITY))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_every_word_stands_in_a_sentence(content: str) -> None:
    report = parse_report(Text(content))
    words = [
        offset for position, offset in enumerate(report.view.origins) if report.view.text[position] != "\n"
    ]
    assert all(report.sentence_at(offset) is not None for offset in words)


@pytest.mark.parametrize("content", ["", " ", "\n\n", "　\n　", "\ufeff"])
def test_blank_text_has_no_sentences(content: str) -> None:
    report = parse_report(Text(content))
    assert report.sentences == ()
    assert report.sections == ()
    assert sum(stretch.end - stretch.start for stretch in report.roles) == len(content)


@pytest.mark.parametrize(
    "hostile",
    [
        "《",
        "“法",
        "（法",
        "1",
        "，",
        "法、",
        "。一是",
        "一、法\n",
        "虽然",
        "但存在",
        "大中小",
        "2021年3月",
        "》",
        "镇",
        "\n",
        "将",
        "，将",
        "将法治建设工作有关事项、",
        "仍有",
        "部分单位不",
        "针对不足、",
        "法院受理的",
        "会议强调，要",
        "2022年，",
    ],
)
def test_long_repetition_is_read(hostile: str) -> None:
    check(parse_report(Text(hostile * (30_000 // len(hostile)))))
