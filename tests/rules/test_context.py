"""What is known of a report is gone with it: nothing in it holds itself in memory."""

from __future__ import annotations

import gc
from weakref import ref

from scorer.pipeline import Engine
from scorer.reading import read_bytes

REPORT = (
    "甲市2021年法治政府建设情况报告\n\n一、主要成效\n开展执法培训3场，审查规范性文件17件，办结率达100%。\n"
)


def test_a_report_leaves_memory_without_the_garbage_collector() -> None:
    engine = Engine()
    gc.disable()
    try:
        examination = engine.examine(read_bytes(REPORT.encode(), "report.txt"))
        assert examination.context.numbers.all
        context = ref(examination.context)
        del examination
        assert context() is None
    finally:
        gc.enable()
