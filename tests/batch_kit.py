"""What the tests of batches share: small reports, workers that die on demand, an executor in this process."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from scorer.batch import BatchOutcome, run_batch
from scorer.batch.crew import Crew
from scorer.batch.model import Ending, Task
from scorer.batch.worker import score_chunk

FRAMEWORK = "example"  # five items: a report takes milliseconds
_REPORT = """{place}人民政府关于{year}年度法治政府建设情况的报告
{year}年，我县深入推进依法行政。现将有关情况报告如下：
一、主要举措和成效
全年办理行政复议案件{number}件，行政处罚信息全部公示。行政机关负责人出庭应诉率为{number}%。
二、存在的问题
一些单位公示还不及时。
三、下一步打算
下一步，将推动负责人出庭应诉全覆盖。
{place}人民政府
{next}年2月20日
"""

DECISIONS = """framework: example
decisions:
  - {item: "1.1", report: a, status: met, reason: 附件可证, by: 张三, date: 2024-05-06, evidence: "%s"}
"""


def report(place: str = "青川县", year: int = 2021, number: int = 65) -> str:
    return _REPORT.format(place=place, year=year, next=year + 1, number=number)


def write(path: Path, text: str | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report() if text is None else text, encoding="utf-8")
    return path


def reports(folder: Path, count: int) -> list[Path]:
    return [write(folder / f"r{number:03d}.txt", report(number=number)) for number in range(count)]


def files(out: Path) -> set[str]:
    """Scorecards alone, without summaries, manifest and lock."""
    return {path.name for path in out.iterdir() if not path.name.startswith((".", "summary", "manifest"))}


class Here(ThreadPoolExecutor):
    """One worker in this process, so that a test may stand in for what the worker calls."""

    def __init__(self) -> None:
        super().__init__(max_workers=1)


def score(inputs: Sequence[object], out: Path, **more: Any) -> BatchOutcome:
    """A batch of small reports in this process."""
    more.setdefault("frameworks", (FRAMEWORK,))
    names = [str(one) for one in inputs]
    if "executor" in more or "jobs" in more:
        return run_batch(names, out, **more)
    with Here() as executor:
        return run_batch(names, out, executor=executor, jobs=1, **more)


def deadly_chunk(setup: bytes, tasks: Sequence[Task]) -> tuple[Ending, ...]:
    """Dies as a crash would, in the middle of a chunk, on reports with `killer` in their names."""
    endings: list[Ending] = []
    for task in tasks:
        if "killer" in Path(task.name).name:
            os._exit(9)
        endings += score_chunk(setup, [task])
    return tuple(endings)


def once_deadly_chunk(setup: bytes, tasks: Sequence[Task]) -> tuple[Ending, ...]:
    """Dies on such a report the first time only, as when somebody else has taken all the memory."""
    for task in tasks:
        mark = Path(f"{task.path}.died")
        if "killer" in Path(task.name).name and not mark.exists():
            mark.touch()
            os._exit(9)
    return score_chunk(setup, tasks)


def broken_chunk(setup: bytes, tasks: Sequence[Task]) -> tuple[Ending, ...]:
    """Never gets anywhere."""
    os._exit(9)


class Deadly(Crew):
    """Our own workers, doing something else."""

    def __init__(self, size: int, work: Callable[[bytes, Sequence[Task]], tuple[Ending, ...]]) -> None:
        super().__init__(size)
        self._work = work

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        assert fn is score_chunk
        return super().submit(self._work, *args, **kwargs)


class Refusing(Executor):
    """An executor that takes two chunks and then is broken for good."""

    def __init__(self) -> None:
        self._inner, self._left = Here(), 2

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self._left:
            raise RuntimeError("cannot schedule new futures after shutdown")
        self._left -= 1
        return self._inner.submit(fn, *args, **kwargs)
