"""What a framework on disk becomes in memory, and where frameworks are found."""

from __future__ import annotations

import os
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from scorer.errors import FrameworkError
from scorer.framework import DEFAULT, framework_schema, list_frameworks, load_framework
from scorer.framework.model import (
    AllOf,
    AnyOf,
    Derive,
    Detail,
    Determinable,
    ItemKind,
    MetricIs,
    Near,
    NearIs,
    PhraseIs,
    QuantityIs,
    SectionIs,
    TopicIs,
)
from scorer.quantities.model import Bound
from scorer.structure.model import Level, Role

EXAMPLE = Path(__file__).parents[2] / "indicators" / "example"


def test_head_of_the_example() -> None:
    framework = load_framework("example")
    assert (framework.id, framework.version, framework.edition) == ("example", "1.0.0", "2024")
    assert (framework.base_points, framework.bonus_cap, framework.deduction_cap) == (100, 3, 5)
    assert framework.partial_share == Decimal("0.5")
    assert [(band.title, band.minimum) for band in framework.grades] == [
        ("优秀", 90),
        ("合格", 60),
        ("不合格", 0),
    ]
    assert [(dimension.id, dimension.points) for dimension in framework.dimensions] == [
        ("1", 80),
        ("2", 20),
        ("3", 3),
    ]
    assert [item.id for item in framework.items] == ["1.1", "1.2", "1.3", "2.1", "3.1"]


def test_an_item_with_everything() -> None:
    item = load_framework("example").item("1.1")
    assert (item.title, item.dimension, item.group, item.points) == ("负责人出庭应诉", "1", "司法监督", 30)
    assert (item.kind, item.determinable) == (ItemKind.BASE, Determinable.HIGH)
    assert item.applies_to == (Level.CITY, Level.COUNTY)
    assert item.topic.near == (Near((("负责人",), ("出庭",)), "segment"),)
    assert item.topic.masks == ("出庭应诉率先",)
    metric = item.metric("负责人出庭应诉率")
    assert metric.aliases == ("出庭应诉率", "负责人出庭率")
    assert (metric.units, metric.source, metric.origin) == (("%",), "text", "自拟")
    assert (metric.full, metric.partial) == (Bound(">=", Decimal(95)), Bound(">=", Decimal(80)))
    assert metric.derive == Derive(("出庭",), ("开庭",))
    counts = (QuantityIs(("开庭",), ("件",)), QuantityIs(("出庭",), ("件",)))
    assert item.met == AnyOf((MetricIs("负责人出庭应诉率", "full"), AllOf(counts, "sentence")))
    assert item.partial == AnyOf((MetricIs("负责人出庭应诉率", "partial"), TopicIs()))
    assert item.examples["partial"] == ("全年负责人出庭应诉率为85%。", "严格落实行政机关负责人出庭应诉制度。")


def test_groups_are_put_in_place_of_their_names() -> None:
    item = load_framework("example").item("1.2")
    published = ("公布", "公示", "公开")
    assert item.topic.near[1] == Near((("决策",), published), "clause")
    assert isinstance(item.met, AnyOf)
    near, detail = item.met.children
    assert near == NearIs(Near((("目录",), published), "sentence"))
    assert detail == Detail(
        kinds=("quantity", "document", "result"),
        words=("办结", "建成", "全覆盖", "通过验收"),
        of=(),
        units=("件", "项"),
        within="clause",
    )


def test_levels_and_defaults() -> None:
    framework = load_framework("example")
    popular = framework.item("1.3")
    assert popular.met == AnyOf((MetricIs("普法活动场次", "full"), MetricIs("受众人数", "stated")))
    assert isinstance(popular.partial, AnyOf)
    assert popular.partial.children[0] == PhraseIs(("普法宣传", "法治宣传", "普法活动"))
    assert popular.roles == (Role.ACHIEVEMENT, Role.PREAMBLE)
    assert popular.applies_to == ()
    assert popular.partial_share is None
    assert popular.metric("受众人数").full is None


def test_format_and_bonus_items() -> None:
    framework = load_framework("example")
    form, bonus = framework.item("2.1"), framework.item("3.1")
    assert (form.kind, form.roles) == (ItemKind.FORMAT, (Role.PROBLEM,))
    assert form.met == AllOf((SectionIs(("问题", "不足")), MetricIs("问题条数", "full")))
    assert form.metric("问题条数").source == "problems"
    assert (bonus.kind, bonus.partial_share) == (ItemKind.BONUS, Decimal(0))
    assert bonus.met == NearIs(Near((("法治政府建设示范",), ("命名", "荣获", "获评"))))


@pytest.mark.parametrize("file", sorted(EXAMPLE.glob("*.yaml")), ids=lambda path: path.name)
def test_the_example_is_what_editors_accept(file: Path) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(framework_schema()).iter_errors(data)] == []
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert (file.parent / first.partition("$schema=")[2]).resolve().name == "framework.schema.json"


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(framework_schema())


def test_a_framework_is_found_by_id_folder_and_file(monkeypatch: pytest.MonkeyPatch) -> None:
    by_id = load_framework("example")
    assert load_framework(EXAMPLE).sha256 == by_id.sha256
    assert load_framework(EXAMPLE / "framework.yaml").sha256 == by_id.sha256
    assert load_framework(str(EXAMPLE)).sha256 == by_id.sha256
    monkeypatch.chdir(EXAMPLE)
    assert load_framework("framework.yaml").sha256 == by_id.sha256
    assert load_framework(".").sha256 == by_id.sha256


def test_the_built_in_frameworks_are_listed() -> None:
    listed = {info.id: info for info in list_frameworks()}
    assert {"example", DEFAULT} <= set(listed)
    assert (listed["example"].title, listed["example"].version) == ("示例指标体系（五项）", "1.0.0")
    assert Path(listed["example"].path) == EXAMPLE


def test_an_unreadable_built_in_framework_is_listed_with_its_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "good")
    for name, head in (("broken", "scorer: 1\nid: [\n"), ("coloured", 'id: c\ntitle: "\\e[31m"\n')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "framework.yaml").write_text(head, encoding="utf-8")
    monkeypatch.setattr("scorer.framework.locate._root", lambda: tmp_path)
    broken, coloured, good = list_frameworks()
    assert (broken.id, broken.title) == ("broken", "")
    assert (broken.problem or "").startswith("broken/framework.yaml:3:1: YAML syntax")
    assert coloured.problem == (
        "coloured/framework.yaml:2:8: control character U+001B in the text that begins here; delete it"
    )
    assert (good.id, good.problem) == ("example", None)


def test_a_grade_may_ask_for_all_that_can_be_earned(tmp_path: Path) -> None:
    folder = Path(__file__).parent / "broken" / "grade_out_of_reach"
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    for file in copy.iterdir():
        text = file.read_text(encoding="utf-8").replace("105.5", "125")
        file.write_text(text.replace("points: 100", "points: 120"), encoding="utf-8")
    assert load_framework(copy).grades[0].minimum == 125


def test_the_digest_is_of_content_not_of_layout(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(EXAMPLE, tmp_path / "copy"))
    head = copy / "framework.yaml"
    text = (
        head.read_text(encoding="utf-8")
        .replace("bonus_cap: 3 ", "bonus_cap: 3.0  # same")
        .replace("3-bonus", "bonus")
    )
    head.write_text("\ufeff# moved\n\n" + text, encoding="utf-8")
    (copy / "3-bonus.yaml").rename(copy / "bonus.yaml")
    assert load_framework(copy).sha256 == load_framework("example").sha256
    head.write_text(text.replace("bonus_cap: 3.0", "bonus_cap: 4"), encoding="utf-8")
    assert load_framework(copy).sha256 != load_framework("example").sha256


def test_what_is_no_framework_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        FrameworkError, match="there is no such framework; name a folder, a file or one of: example"
    ):
        load_framework("exmaple")
    with pytest.raises(FrameworkError, match=r"the folder holds no framework\.yaml"):
        load_framework(tmp_path)


def test_messages_call_a_file_as_the_user_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "mine")
    (tmp_path / "mine" / "3-bonus.yaml").unlink()
    monkeypatch.chdir(tmp_path)
    for ref, name in (("mine", "mine/framework.yaml"), ("mine/framework.yaml", "mine/framework.yaml")):
        with pytest.raises(FrameworkError) as caught:
            load_framework(ref)
        assert [problem.file for problem in caught.value.problems] == [name]
    monkeypatch.chdir(tmp_path / "mine")
    with pytest.raises(
        FrameworkError, match=r"^framework\.yaml:\d+:5: there is no dimension file 3-bonus\.yaml"
    ):
        load_framework("framework.yaml")


def test_a_broken_head_does_not_hide_a_broken_dimension(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(EXAMPLE, tmp_path / "copy"))
    (copy / "framework.yaml").write_text("scorer: 1\nid: [\n", encoding="utf-8")
    (copy / "3-bonus.yaml").write_text('id: "3"\ntitle: 加分\npoints: 3\n', encoding="utf-8")
    with pytest.raises(FrameworkError) as caught:
        load_framework(copy)
    files = [Path(problem.file).name for problem in caught.value.problems]
    assert files == ["framework.yaml", "3-bonus.yaml"]
    assert caught.value.problems[1].message == "key 'items' is missing"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(EXAMPLE, tmp_path / "copy"))
    secret = (copy / "3-bonus.yaml").rename(tmp_path / "secret.yaml")
    (copy / "3-bonus.yaml").symlink_to(secret)
    with pytest.raises(FrameworkError, match=r"there is no dimension file 3-bonus\.yaml"):
        load_framework(copy)
