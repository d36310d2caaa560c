"""The parts of the sample reports, and what may be done to a report without its government doing anything."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from random import Random

from tests.judgement.court import SEEDS

# Where the deeds, the problems, the plans and the end begin in each sample report, found by reading.
_BORDERS = {
    "daye-2021": ("一、2021年工作情况", "二、存在的问题和下一步打算", "2022年，我市将全面落实", "大冶市人民政府\n2022年"),
    "pingqiao-2021": ("一、2021年法治政府建设", "二、存在的问题和薄弱环节", "三、2022年法治政府建设", ""),
    "suizhou-2019": ("一、党政领导干部", "2019年，随州法治政府建设", "2020年，我市将坚持", "专此报告"),
    "wuzhong-2021": ("一、主要工作开展情况", "二、下一步工作思路", "下一步的工作思路：", "吴忠市人民政府\n\n2022"),
    "zaoyang-2020": ("一、强化组织领导", "虽然我市在法治政府建设", "下一步,我们将", "中共枣阳市委全面依法治市委员会办公室\n\n"),
}  # fmt: skip
_NUMBERING = re.compile(r"^[ 　]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}、)")
_NUMBER = re.compile(r"[0-9０-９][0-9０-９.,，\-—]*\s*(?:[万亿]?余?[个件项次份人名家户起场条期台册])?|[%％]")
_SENTENCE_START = re.compile(r"(?<=[。；;])(?=[^\n”’）)])")


@dataclass(frozen=True)
class Parts:
    """A sample report cut in five; joined they are the report."""

    head: str
    deeds: str
    problems: str
    plans: str
    tail: str

    def text(self) -> str:
        return self.head + self.deeds + self.problems + self.plans + self.tail


@cache
def parts(name: str) -> Parts:
    text = SEEDS[name]
    marks = [text.index(words) if words else len(text) for words in _BORDERS[name]]
    borders = [0, *marks, len(text)]
    return Parts(*(text[start:end] for start, end in pairwise(borders)))


def doubled(report: Parts) -> str:
    return report.text() + "\n" + report.text()


def shuffled(report: Parts) -> str:
    """The paragraphs of the deeds in another order, their headings with them as they fall."""
    first, *others = [line for line in report.deeds.split("\n") if line.strip()]
    Random(4).shuffle(others)
    return replace(report, deeds="\n".join([first, *others]) + "\n").text()


def shuffled_whole(report: Parts, order: int) -> str:
    """All paragraphs but the title in another order: problems and plans among the deeds."""
    title, *lines = [line for line in report.text().split("\n") if line.strip()]
    Random(order).shuffle(lines)
    return "\n".join([title, *lines])


def deeds_repeated_in_plans(report: Parts) -> str:
    return replace(report, plans=report.plans.rstrip() + "\n" + _body(report.deeds)).text()


def plans_repeated_in_deeds(report: Parts) -> str:
    rest = report.deeds.split("\n", 1)[1]
    return replace(report, deeds=f"{_heading(report.deeds)}\n{_body(report.plans)}\n{rest}").text()


def without_deeds(report: Parts) -> str:
    return replace(report, deeds=_heading(report.deeds) + "\n").text()


def plans_instead_of_deeds(report: Parts) -> str:
    return replace(report, deeds=f"{_heading(report.deeds)}\n{_body(report.plans)}\n").text()


def deeds_in_plans(report: Parts) -> str:
    """Cut from under their own heading, pasted after the plans."""
    deeds = f"{_heading(report.deeds)}\n"
    return replace(report, deeds=deeds, plans=f"{report.plans.rstrip()}\n{_body(report.deeds)}\n").text()


def without_problems(report: Parts) -> str:
    return replace(report, problems="").text()


def as_future(report: Parts) -> str:
    """Every sentence of the deeds told of a coming year."""
    lines = [
        line if _is_heading(line) else _prefixed(line, "2023年，我市将") for line in report.deeds.split("\n")
    ]
    return replace(report, deeds="\n".join(lines)).text()


def without_numbers(report: Parts) -> str:
    lines = [line if _is_heading(line) else _NUMBER.sub("", line) for line in report.deeds.split("\n")]
    return replace(report, deeds="\n".join(lines)).text()


def without_headings(report: Parts) -> str:
    return "\n".join(line for line in report.text().split("\n") if not _is_heading(line))


def of_another(report: Parts, whose: str) -> str:
    """Every sentence of the deeds said of somebody else, who also stands where our organs stood."""
    swap = re.compile("我[市区]|全[市区]|[市区](?:委|政府|司法局|直各部门)|我们(?=按照)")
    lines = [swap.sub(whose, line) for line in report.deeds.split("\n")]
    lines = [line if _is_heading(line) else _prefixed(line, whose) for line in lines]
    return replace(report, deeds="\n".join(lines)).text()


def renamed(report: Parts, whose: str) -> str:
    """我市 and 我区 in the deeds replaced by somebody else."""
    return replace(report, deeds=re.sub("我市|我区", whose, report.deeds)).text()


def _is_heading(line: str) -> bool:
    return len(line.strip()) < 60 and bool(_NUMBERING.match(line)) and not line.rstrip().endswith(("；", ";"))


def _prefixed(line: str, words: str) -> str:
    if not line.strip() or (len(line.strip()) < 40 and not line.rstrip().endswith("。")):
        return line
    return words + _SENTENCE_START.sub(words, line)


def _heading(part: str) -> str:
    return part.split("\n", 1)[0]


def _body(part: str) -> str:
    """A part without its own headings."""
    return "\n".join(line for line in part.split("\n") if line.strip() and not _is_heading(line))
