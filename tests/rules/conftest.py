"""One-item frameworks written as YAML, tried on short texts."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.framework import load_framework
from scorer.pipeline import Engine
from scorer.reading import read_bytes
from scorer.rules.model import Finding
from scorer.structure.model import Level

HEAD = """
scorer: 1
id: tiny
title: 小框架
version: 1.0.0
base_points: 100
bonus_cap: 0
deduction_cap: 0
partial_share: 0.5
grades: [{title: 合格, min: 60}, {title: 不合格, min: 0}]
groups: {result: [已建成, 办结, 全覆盖]}
dimensions: ["1.yaml"]
"""
DIMENSION = """
id: "1"
title: 方面
points: 100
items:
  - id: "1.1"
    title: 项目
    group: 组
    points: 100
    determinable: high
    criterion: CRITERION
"""

Build = Callable[[str], Engine]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """A framework of one item; ``item`` is the YAML from ``topic`` on. Groups are left out unless used."""

    def builder(item: str) -> Engine:
        head = (
            HEAD
            if "@result" in item or "result]" in item
            else "\n".join(line for line in HEAD.splitlines() if not line.startswith("groups"))
        )
        (tmp_path / "framework.yaml").write_text(head, encoding="utf-8")
        body = textwrap.indent(textwrap.dedent(item).strip("\n"), "    ")
        criterion = "{met: 给出实证, partial: 只是谈到}" if "partial:" in item else "{met: 给出实证}"
        dimension = DIMENSION.strip("\n").replace("CRITERION", criterion)
        (tmp_path / "1.yaml").write_text(f"{dimension}\n{body}\n", encoding="utf-8")
        return Engine(load_framework(tmp_path))

    return builder


def judge(engine: Engine, body: str, *, level: Level = Level.COUNTY) -> Finding:
    """The finding for the only item of ``engine`` on a report with ``body`` as its achievements."""
    text = f"甲县人民政府关于2021年度法治政府建设情况的报告\n一、主要工作成效\n{body}\n"
    return engine.examine(read_bytes(text.encode(), "report.txt"), level=level).findings[0]


def judge_whole(engine: Engine, text: str, *, level: Level = Level.COUNTY) -> Finding:
    """The finding for the only item of ``engine`` on a whole text."""
    return engine.examine(read_bytes(text.encode(), "report.txt"), level=level).findings[0]
