"""The words people read for the program's own terms: one place for all outputs.

The language is that of the frameworks, Chinese. A test walks every member of every enumeration.
"""

from __future__ import annotations

from dataclasses import dataclass

from scorer.framework.model import ItemKind
from scorer.quantities.model import Hedge
from scorer.rules.model import Confidence, Match, Period, Satisfies, Status, Why
from scorer.scoring.model import DecisionState
from scorer.structure.model import Level, Role

__all__ = [
    "CONFIDENCE",
    "DECISION",
    "HEDGE",
    "KIND",
    "LEVEL",
    "MATCH",
    "NOTHING_NEAR",
    "PERIOD",
    "RELATION",
    "REVIEW",
    "ROLE",
    "SATISFIES",
    "WHY",
    "Mark",
    "holds",
    "more_evidence",
    "state",
]

REVIEW = "需复核"
NOTHING_NEAR = "没有相近的语句"
DECISION: dict[DecisionState, str] = {
    "applied": "",
    "reopened": "依据已变，未采用，请重新复核",
    "expired": "已过有效期，未采用",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as it is shown: a sign, its ASCII twin, a word, and a tone (``good|middle|bad|quiet``).

    Sign and word each carry the state alone; the tone only helps.
    """

    sign: str
    ascii: str
    word: str
    tone: str


_STATE = {
    Status.MET: Mark("✔", "[v]", "达到", "good"),
    Status.PARTIAL: Mark("◐", "[~]", "部分", "middle"),
    Status.UNMET: Mark("✘", "[x]", "未见", "bad"),
    Status.NOT_APPLICABLE: Mark("–", "[-]", "不适用", "quiet"),
}
_BONUS = {
    Status.MET: Mark("✔", "[v]", "加分", "good"),
    Status.PARTIAL: Mark("◐", "[~]", "部分加", "middle"),
    Status.UNMET: Mark("–", "[-]", "未得", "quiet"),
    Status.NOT_APPLICABLE: Mark("–", "[-]", "不适用", "quiet"),
}
# A deduction that is "met" is bad news: the report shows what must not be.
_DEDUCTION = {
    Status.MET: Mark("✘", "[x]", "扣分", "bad"),
    Status.PARTIAL: Mark("◐", "[~]", "轻微", "middle"),
    Status.UNMET: Mark("✔", "[v]", "未扣", "good"),
    Status.NOT_APPLICABLE: Mark("–", "[-]", "不适用", "quiet"),
}


def state(kind: str, status: Status) -> Mark:
    """The state of an item of that kind (see :class:`scorer.framework.model.ItemKind`)."""
    if kind == ItemKind.DEDUCTION.value:
        return _DEDUCTION[status]
    return (_BONUS if kind == ItemKind.BONUS.value else _STATE)[status]


def holds(answer: bool | None, severity: str = "warning") -> Mark:
    """The outcome of an arithmetical check; what fails by a hair (severity ``info``) only asks for a look."""
    if answer is None:
        return Mark("?", "[?]", "待核", "middle")
    if answer:
        return Mark("✔", "[v]", "相符", "good")
    return Mark("!", "[!]", "留意", "middle") if severity == "info" else Mark("✘", "[x]", "不符", "bad")


KIND = {
    ItemKind.BASE.value: "基础项",
    ItemKind.FORMAT.value: "报告规范",
    ItemKind.BONUS.value: "加分项",
    ItemKind.DEDUCTION.value: "扣分项",
}

CONFIDENCE = {Confidence.HIGH: "高", Confidence.MEDIUM: "中", Confidence.LOW: "低"}

MATCH = {
    Match.EXACT: "字面一致",
    Match.FUZZY: "近似",
    Match.NEAR: "邻近共现",
    Match.METRIC: "指标数值",
    Match.DETAIL: "具体细节",
}

WHY = {
    Why.PLAN: "计划段",
    Why.PROBLEM: "问题段",
    Why.QUOTED: "引述要求",
    Why.CHROME: "页面文字",
    Why.CLOSING: "结尾段",
    Why.PREAMBLE: "导语段",
    Why.ACHIEVEMENT: "成效段",
    Why.HEADING: "仅为标题",
    Why.MASK: "屏蔽词",
    Why.WORD_BOUNDARY: "词边界",
    Why.OTHER_SUBJECT: "他人事项",
}

ROLE = {
    Role.PREAMBLE: "导语",
    Role.ACHIEVEMENT: "成效",
    Role.PROBLEM: "问题",
    Role.PLAN: "计划",
    Role.CLOSING: "结尾",
    Role.CHROME: "页面文字",
}

LEVEL = {
    Level.PROVINCE: "省级",
    Level.CITY: "市级",
    Level.COUNTY: "县级",
    Level.TOWN: "乡镇级",
    Level.DEPARTMENT: "部门",
}

SATISFIES = {
    Satisfies.FULL: "够满分线",
    Satisfies.PARTIAL: "够半分线",
    Satisfies.NONE: "未够半分线",
    Satisfies.UNKNOWN: "不能判定",
}

PERIOD = {Period.YEAR: "", Period.CUMULATIVE: "累计"}

HEDGE = {
    Hedge.EXACT: "",
    Hedge.APPROX: "约",
    Hedge.AT_LEAST: "不少于",
    Hedge.AT_MOST: "不多于",
    Hedge.OVER: "超过",
    Hedge.UNDER: "不足",
}

RELATION = {
    "sum": "合计",
    "bound": "范围",
    "ratio": "比率",
    "growth": "增减",
    "repeat": "前后一致",
    "sequence": "序号",
}


def more_evidence(count: int) -> str:
    """How many quotations that count as well are not listed."""
    return f"另有 {count} 处依据未列出"
