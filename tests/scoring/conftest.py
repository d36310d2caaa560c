"""Small frameworks and findings made by hand: scoring needs no text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from scorer.framework.model import (
    Band,
    Determinable,
    Dimension,
    Framework,
    Item,
    ItemKind,
    Topic,
    TopicIs,
)
from scorer.rules.model import Confidence, Finding, Status

MakeItem = Callable[..., Item]
MakeFinding = Callable[..., Finding]


def make_item(item_id: str, points: str = "10", kind: str = "base", partial_share: str | None = None) -> Item:
    return Item(
        id=item_id,
        title=f"项目{item_id}",
        dimension=item_id.split(".")[0],
        group="组",
        points=Decimal(points),
        kind=ItemKind(kind),
        determinable=Determinable.HIGH,
        criterion_met="有数字",
        criterion_partial="只提到",
        topic=Topic(("线索",)),
        metrics=(),
        met=TopicIs(),
        partial=None,
        partial_share=None if partial_share is None else Decimal(partial_share),
    )


def make_finding(item: Item, status: str, review: bool = False) -> Finding:
    return Finding(item, Status(status), Confidence.HIGH, review, "理由", None)


def make_framework(items: Sequence[Item]) -> Framework:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.dimension, []).append(item)
    return Framework(
        id="small",
        title="小框架",
        version="1.0.0",
        edition="1",
        language="zh-CN",
        notes=(),
        base_points=Decimal(100),
        bonus_cap=Decimal(5),
        deduction_cap=Decimal(10),
        partial_share=Decimal("0.5"),
        grades=(
            Band("优秀", Decimal(90)),
            Band("良好", Decimal(80)),
            Band("合格", Decimal(60)),
            Band("不合格", Decimal(0)),
        ),
        dimensions=tuple(
            Dimension(key, f"方面{key}", sum((i.points for i in group), Decimal(0)), tuple(group))
            for key, group in groups.items()
        ),
        sha256="0" * 64,
    )


@pytest.fixture
def item() -> MakeItem:
    return make_item


@pytest.fixture
def finding() -> MakeFinding:
    return make_finding


@pytest.fixture
def framework() -> Callable[[Sequence[Item]], Framework]:
    return make_framework
