"""Shares: words that say of what a percentage behind a name is, when the name is not that of a rate."""

from __future__ import annotations

import re

from scorer.quantities.connectors import is_rate_name

__all__ = ["share_follows", "tells_share", "those_with"]

# 建立法律顾问制度的部门达45个，占比98%: the share is that of those who have what the name says.
_THOSE_WITH = re.compile(
    r"(?:制度|机制|工作)?的(?:部门|单位|机关|乡镇|街道|村居?|社区|企业|学校)(?:已?达到?|已有|共有?|有|为)?"
)
# 网上办理的事项占比达97%, 持证人员占在岗人员总数的98%: the share of what the name says.
_SHARE_OF = re.compile(
    r"[”’」]?的?[^，,。；;、0-9的中率占]{0,6}"
    r"(?:(?:占比|比例|比重)(?:[为是达至]|达到|均|已|约|保持在)*|占[^，,。；;、0-9]{0,14}(?:总数|总量|总人数|人数|总额)的)"
)
# NAME n次，占比p%.
_SHARE = re.compile(
    r"[，,]?(?:其中)?(?:(?:占比|占|比例|比重)[^，。；,;]{0,22}|达到?[^，。；,;0-9]{2,14}(?:总数|总人数|总量)的)$"
)


def those_with(gap: str) -> bool:
    """Whether a count behind ``gap`` is that of those who have what is named: 法律顾问制度 + 的部门达 + 45个."""
    return _THOSE_WITH.fullmatch(gap) is not None


def tells_share(name: str, gap: str) -> bool:
    """Whether ``gap`` makes a percentage behind it the share of what is named: 网上办理 + 的事项占比达."""
    return not is_rate_name(name) and _SHARE_OF.fullmatch(gap) is not None


def share_follows(gap: str) -> bool:
    """Whether a percentage behind ``gap`` is the share of the count before it: 56次 + ，占比 + 57%."""
    return _SHARE.match(gap) is not None
