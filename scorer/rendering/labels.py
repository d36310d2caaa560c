"""The words people read for the program's own terms: one place for all outputs.

What is taken from a table here is in the language in force. A test walks every member of every enumeration.
"""

from __future__ import annotations

from dataclasses import dataclass

from scorer.framework.model import ItemKind
from scorer.i18n import Labels, mark, tr, trn
from scorer.rules.model import Confidence, Match, Satisfies, Status, Why
from scorer.scoring.model import DecisionState
from scorer.structure.model import Level, Role

__all__ = [
    "CONFIDENCE",
    "DECISION",
    "KIND",
    "LEVEL",
    "MATCH",
    "NOTHING_NEAR",
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

# To be shown by `tr`.
REVIEW = mark("需复核")
NOTHING_NEAR = mark("没有相近的语句")
DECISION: Labels[DecisionState] = Labels(
    {
        "applied": "",
        "reopened": mark("依据已变，未采用，请重新复核"),
        "expired": mark("已过有效期，未采用"),
    }
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as it is shown: a sign, its ASCII twin, a word, and a tone (``good|middle|bad|quiet``).

    Sign and word each carry the state alone; the tone only helps.
    """

    sign: str
    ascii: str
    message: str
    tone: str

    @property
    def word(self) -> str:
        """The word in the language in force."""
        return tr(self.message)


_STATE = {
    Status.MET: Mark("✔", "[v]", mark("达到"), "good"),
    Status.PARTIAL: Mark("◐", "[~]", mark("部分"), "middle"),
    Status.UNMET: Mark("✘", "[x]", mark("未见"), "bad"),
    Status.NOT_APPLICABLE: Mark("–", "[-]", mark("不适用"), "quiet"),
}
_BONUS = {
    Status.MET: Mark("✔", "[v]", mark("加分"), "good"),
    Status.PARTIAL: Mark("◐", "[~]", mark("部分加"), "middle"),
    Status.UNMET: Mark("–", "[-]", mark("未得"), "quiet"),
    Status.NOT_APPLICABLE: Mark("–", "[-]", mark("不适用"), "quiet"),
}
# A deduction that is "met" is bad news: the report shows what must not be.
_DEDUCTION = {
    Status.MET: Mark("✘", "[x]", mark("扣分"), "bad"),
    Status.PARTIAL: Mark("◐", "[~]", mark("轻微"), "middle"),
    Status.UNMET: Mark("✔", "[v]", mark("未扣"), "good"),
    Status.NOT_APPLICABLE: Mark("–", "[-]", mark("不适用"), "quiet"),
}


def state(kind: str, status: Status) -> Mark:
    """The state of an item of that kind (see :class:`scorer.framework.model.ItemKind`)."""
    if kind == ItemKind.DEDUCTION.value:
        return _DEDUCTION[status]
    return (_BONUS if kind == ItemKind.BONUS.value else _STATE)[status]


def holds(answer: bool | None, severity: str = "warning") -> Mark:
    """The outcome of an arithmetical check; what fails by a hair (severity ``info``) only asks for a look."""
    if answer is None:
        return Mark("?", "[?]", mark("待核"), "middle")
    if answer:
        return Mark("✔", "[v]", mark("相符"), "good")
    return (
        Mark("!", "[!]", mark("留意"), "middle")
        if severity == "info"
        else Mark("✘", "[x]", mark("不符"), "bad")
    )


KIND = Labels(
    {
        ItemKind.BASE.value: mark("基础项"),
        ItemKind.FORMAT.value: mark("报告规范"),
        ItemKind.BONUS.value: mark("加分项"),
        ItemKind.DEDUCTION.value: mark("扣分项"),
    }
)

CONFIDENCE = Labels({Confidence.HIGH: mark("高"), Confidence.MEDIUM: mark("中"), Confidence.LOW: mark("低")})

MATCH = Labels(
    {
        Match.EXACT: mark("字面一致"),
        Match.FUZZY: mark("近似"),
        Match.NEAR: mark("邻近共现"),
        Match.METRIC: mark("指标数值"),
        Match.DETAIL: mark("具体细节"),
    }
)

WHY = Labels(
    {
        Why.PLAN: mark("计划段"),
        Why.PROBLEM: mark("问题段"),
        Why.QUOTED: mark("引述要求"),
        Why.CHROME: mark("页面文字"),
        Why.CLOSING: mark("结尾段"),
        Why.PREAMBLE: mark("导语段"),
        Why.ACHIEVEMENT: mark("成效段"),
        Why.HEADING: mark("仅为标题"),
        Why.MASK: mark("屏蔽词"),
        Why.WORD_BOUNDARY: mark("词边界"),
        Why.OTHER_SUBJECT: mark("他人事项"),
    }
)

ROLE = Labels(
    {
        Role.PREAMBLE: mark("导语"),
        Role.ACHIEVEMENT: mark("成效"),
        Role.PROBLEM: mark("问题"),
        Role.PLAN: mark("计划"),
        Role.CLOSING: mark("结尾"),
        Role.CHROME: mark("页面文字"),
    }
)

LEVEL = Labels(
    {
        Level.PROVINCE: mark("省级"),
        Level.CITY: mark("市级"),
        Level.COUNTY: mark("县级"),
        Level.TOWN: mark("乡镇级"),
        Level.DEPARTMENT: mark("部门"),
    }
)

SATISFIES = Labels(
    {
        Satisfies.FULL: mark("够满分线"),
        Satisfies.PARTIAL: mark("够半分线"),
        Satisfies.NONE: mark("未够半分线"),
        Satisfies.UNKNOWN: mark("不能判定"),
        Satisfies.LISTED: mark("只登记"),
    }
)


RELATION = Labels(
    {
        "sum": mark("合计"),
        "bound": mark("范围"),
        "ratio": mark("比率"),
        "growth": mark("增减"),
        "repeat": mark("前后一致"),
        "sequence": mark("序号"),
    }
)


def more_evidence(count: int) -> str:
    """How many quotations that count as well are not listed."""
    return trn("另有 {count} 处依据未列出", count)
