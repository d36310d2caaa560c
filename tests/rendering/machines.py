"""A small report with a scorecard of its own: offsets, lines and words that outputs point into."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from scorer import Engine, Scorecard
from scorer.reading import read_bytes

REPORT = """某县人民政府2021年法治政府建设情况报告

一、主要工作
2021年，全县办理行政复议案件30件，其中维持10件、撤销5件、终止16件。
全县行政机关负责人出庭应诉率为85%。
二、下一步打算
2022年，将编制重大行政决策事项目录。
"""


@cache
def scored(words: str = REPORT, path: str = "草稿/county report.txt") -> Scorecard:
    return replace(
        Engine("rule-of-law-2021").score(read_bytes(words.encode(), "county report.txt")), path=path
    )
