"""The whole way from bytes to points, by property: nothing crashes, everything slices, proof never costs."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.framework import load_framework
from scorer.framework.model import ItemKind
from scorer.pipeline import Engine
from scorer.reading import read_bytes, read_file
from scorer.scoring.model import Scorecard

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def engine() -> Engine:
    return Engine()


def score_text(text: str) -> Scorecard:
    return engine().score(read_bytes(text.encode("utf-8", "surrogatepass"), "text.txt"))


def check_invariants(card: Scorecard, content: str) -> None:
    assert 0 <= card.total.low <= card.total.points <= card.total.high <= 105
    counts = card.counts
    assert counts.met + counts.partial + counts.unmet + counts.not_applicable == len(card.items) == 119
    for row in card.items:
        assert 0 <= row.points <= row.max_points
        for piece in (*row.evidence, *row.rejected, *row.values):
            assert content[piece.start : piece.end] == piece.quote
        for evidence in row.evidence:
            assert evidence.start <= evidence.hit[0] < evidence.hit[1] <= evidence.end
    for audit in card.audit:
        assert content[audit.start : audit.end] == audit.quote
    assert "".join(content[role.start : role.end] for role in card.report.roles) == content


# Words that the stages care about, so that random texts reach deep into them.
WORDS = [
    "一、", "（一）", "一是", "2021年", "2022年，我市将", "下一步", "仍存在", "虽然", "但", "《", "》", "〔2021〕4号",
    "出庭应诉率", "达到", "95%", "均为", "100％", "法律援助案件", "540件", "三项制度", "其中", "共", "自2020年以来",
    "。", "；", "，", "、", "\n", "　", " ", "人民政府", "大冶市", "关于", "报告", "“", "”", "1.5万余", "立法",
    "树立法治", "办公示范", "\u202e", "\u200b", "|", "<b>", "`", "[/]", "\x1b[31m",
]  # fmt: skip


@SLOW
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), min_size=1, max_size=60))
def test_any_text_is_scored_or_refused(parts: list[str]) -> None:
    data = "".join(parts).encode("utf-8", "surrogatepass")
    try:
        document = read_bytes(data, "any.txt")
    except InputError:
        return
    check_invariants(engine().score(document), document.text.content)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_real_reports_keep_the_invariants(path: Path) -> None:
    document = read_file(path)
    check_invariants(engine().score(document), document.text.content)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_container_of_the_text_does_not_move_the_score(encoding: str, newline: str) -> None:
    path = SEEDS[0]
    text = path.read_text(encoding="utf-8")
    plain = score_text(text)
    again = engine().score(read_bytes(text.replace("\n", newline).encode(encoding), "again.txt"))
    assert (again.total, again.items, again.audit) == (plain.total, plain.items, plain.audit)


BASE = (
    "某某市人民政府关于2021年度法治政府建设情况的报告\n"
    "一、主要工作成效\n"
    "全年办理法律援助案件540件，受援人860人次；办理公证320件，接待法律咨询1500人次。\n"
    "{}"
    "二、存在的问题\n"
    "虽然取得一定成效，但还存在一些问题：一是基层执法力量薄弱；二是普法形式还不够丰富。\n"
    "三、下一步打算\n"
    "2022年，我市将重点抓好以下工作：一是加强执法培训。二是深化普法宣传。三是加强督察考核。\n"
    "某某市人民政府\n2022年1月20日\n"
)


def proving_sentences() -> list[tuple[str, str]]:
    return [
        (item.id, text.strip())
        for item in engine().framework.items
        if item.kind is ItemKind.BASE
        for text in item.examples.get("met", ())
        if "\n" not in text
    ]


PARTS = 4  # so that the processes of a run share the work


@pytest.mark.parametrize("part", range(PARTS))
def test_adding_a_proving_sentence_never_lowers_the_score(part: int) -> None:
    before = score_text(BASE.format(""))
    points = {row.id: row.points for row in before.items}
    losses = []
    # Every second sentence: the framework has two or more of each kind, and a run must stay short.
    for item_id, sentence in proving_sentences()[2 * part :: 2 * PARTS]:
        after = score_text(BASE.format(f"{sentence}\n"))
        now = {row.id: row.points for row in after.items}
        if after.total.points < before.total.points or now[item_id] < points[item_id]:
            losses.append((item_id, sentence))
    assert losses == []


@SLOW
@given(st.data())
def test_proving_sentences_add_up_without_harm(data: st.DataObject) -> None:
    sentences = [text for _, text in proving_sentences()]
    chosen = data.draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=6, unique=True))
    extra = data.draw(st.sampled_from(sentences))
    before = score_text(BASE.format("".join(f"{text}\n" for text in chosen)))
    after = score_text(BASE.format("".join(f"{text}\n" for text in [*chosen, extra])))
    assert after.total.base >= before.total.base


def test_the_order_of_items_in_yaml_does_not_matter(tmp_path: Path) -> None:
    source = ROOT / "indicators" / "example"
    for path in source.glob("*.yaml"):
        head, mark, items = path.read_text(encoding="utf-8").partition("\nitems:\n")
        if mark:
            blocks = ("\n" + items).split("\n  - id:")[1:]
            items = "".join(f"  - id:{block.rstrip()}\n" for block in reversed(blocks))
        (tmp_path / path.name).write_text(head + mark + items, encoding="utf-8")
    turned, straight = Engine(load_framework(tmp_path)), Engine("example")
    ids = [item.id for item in straight.framework.items]
    assert sorted(item.id for item in turned.framework.items) == sorted(ids)
    assert [item.id for item in turned.framework.items] != ids
    for path in SEEDS:
        one, other = straight.score(read_file(path)), turned.score(read_file(path))
        assert one.total == other.total
        assert {r.id: (r.status, r.evidence) for r in one.items} == {
            r.id: (r.status, r.evidence) for r in other.items
        }


def test_what_proves_an_item_lies_inside_its_quotation_even_where_that_drops_a_sign_at_its_end() -> None:
    check_invariants(score_text("2021年一、"), "2021年一、")


@pytest.mark.parametrize("searches", [True, False])
def test_the_search_for_garbage_rests_while_a_report_is_scored_and_no_longer(
    searches: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def judged(*_: object, **__: object) -> tuple[()]:
        seen.append(gc.isenabled())
        raise KeyError("a fault")

    monkeypatch.setattr("scorer.pipeline.judge", judged)
    before = gc.isenabled()
    try:
        (gc.enable if searches else gc.disable)()
        with pytest.raises(KeyError, match="a fault"):
            score_text("甲市2021年法治政府建设情况报告")
        assert (seen, gc.isenabled()) == ([False], searches)
    finally:
        (gc.enable if before else gc.disable)()


def test_what_nobody_asks_for_is_not_kept_and_changes_nothing() -> None:
    document = read_file(SEEDS[0])
    whole, lean = engine().examine(document), engine().examine(document, traced=False)
    assert all(row.trace for row in whole.scorecard.items if row.status.value != "not_applicable")
    assert not any(row.trace for row in lean.scorecard.items)
    assert [replace(row, trace=()) for row in whole.scorecard.items] == list(lean.scorecard.items)
