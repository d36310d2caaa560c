"""The role of each sentence: a state that headings suggest and sentences decide.

A heading sets the state when its words announce a role. A neutral heading takes the state of its last sibling
before any sentence changed it, and the first of a new list takes the state of the words that introduced it.
Between headings a problem or plan cue changes the state until the next cue, a new heading, or a paragraph that
counts what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scorer.i18n import mark, said
from scorer.structure.cues import (
    closes_preamble,
    counts_something,
    done_strongly,
    ends_in_lack,
    heading_role,
    intent_cue,
    lists,
    looks_back,
    plan_cue,
    problem_cue,
)
from scorer.structure.model import Role

__all__ = ["RoleTracker", "Verdict", "preamble_end"]

_OF_PLAN = mark("全文是工作要点、计划、方案或规划")
_BY_DEFAULT = mark("正文默认为成效")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role and in Chinese why; ``lasting`` tells that it holds beyond its paragraph."""

    role: Role
    why: str
    lasting: bool = True


@dataclass
class RoleTracker:
    """Reads a report's headings and sentences in order and tells the role of each."""

    year: int | None
    of_plan: bool = False  # the whole text is a plan; only a section that looks back tells deeds
    role: Role = Role.ACHIEVEMENT
    why: str = _BY_DEFAULT
    by_heading: bool = False
    _passing: bool = False  # an intent among achievements, over with its paragraph
    _alone: bool = False  # it is one sentence among deeds
    _first: dict[int, Role] = field(
        default_factory=dict
    )  # depth -> role in which the last heading of that depth opened
    _numbers: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin a plan as a plan."""
        if self.of_plan:
            self.role, self.why = Role.PLAN, _OF_PLAN

    def heading(self, title: str, depth: int, number: int | None, body: Sequence[str]) -> Verdict:
        """Enter a section; ``body`` are its own sentences, used only where the heading itself says nothing."""
        if self.of_plan:
            return self._heading_of_plan(title, depth)
        announced, _ = heading_role(title, self.year)
        if announced is Role.ACHIEVEMENT and self.role is not announced and depth > 1:
            announced = (
                announced if _counts_deeds(body, self.year) else None
            )  # 创新做法 may be planned as well
        if announced is not None:
            self._set(announced, said("标题“{words}”", words=title[:24]), by_heading=True)
        else:
            inherited = self._inherit(depth, number)
            if inherited is not Role.ACHIEVEMENT and _counts_deeds(body, self.year):
                self._set(Role.ACHIEVEMENT, mark("本节列举已完成的工作"), by_heading=True)
            elif inherited is not self.role:
                self._set(inherited, mark("与同级标题一致"), by_heading=True)
        for deeper in [known for known in self._first if known > depth]:
            del self._first[deeper]
            self._numbers.pop(deeper, None)
        self._first[depth] = self.role
        self._numbers[depth] = number or self._numbers.get(depth, 0) + 1
        return Verdict(self.role, self.why)

    def _heading_of_plan(self, title: str, depth: int) -> Verdict:
        announced, _ = heading_role(title, self.year)
        if announced is Role.PROBLEM or looks_back(title):
            self._set(announced or Role.ACHIEVEMENT, said("标题“{words}”", words=title[:24]), by_heading=True)
        elif depth == 1 or announced is Role.PLAN:
            self._set(Role.PLAN, _OF_PLAN, by_heading=True)
        return Verdict(self.role, self.why)

    def _inherit(self, depth: int, number: int | None) -> Role:
        opens_list = number == 1 or depth not in self._first
        if opens_list:
            return Role.ACHIEVEMENT if depth == 1 and self.by_heading is False and number != 1 else self.role
        sibling = self._first[depth]
        if depth == 1 and sibling is Role.PROBLEM:
            return Role.PLAN  # 三、推进法治政府建设的措施 after 二、存在的问题
        return sibling

    def point(self, number: int) -> None:
        """Enter a run-in point: 四是 goes on where 三是 stood, whatever a sentence between them said."""
        depth = 4
        if number > 1 and self._numbers.get(depth) == number - 1 and not self.by_heading:
            sibling = self._first[depth]
            if sibling is not self.role:
                self._set(sibling, mark("与上一并列项一致"), by_heading=False)
        self._first[depth], self._numbers[depth] = self.role, number

    def paragraph(self, sentences: Sequence[str]) -> None:
        """Enter a paragraph: one that counts deeds ends what a sentence, not a heading, had opened."""
        if self.of_plan:
            return
        if self._passing:
            self._set(Role.ACHIEVEMENT, _BY_DEFAULT, by_heading=False)
        if self.by_heading or self.role is Role.ACHIEVEMENT or not sentences:
            return
        if done_strongly("".join(sentences[:3])) and not any(self._turns(sentence) for sentence in sentences):
            self._set(Role.ACHIEVEMENT, mark("本段列举已完成的工作"), by_heading=False)

    def sentence(self, sentence: str, rest: Sequence[str] = ()) -> Verdict:
        """The role of the next sentence; ``rest`` are those that follow it in its paragraph.

        An intent in passing (甲地的改革已见成效，我省将在明年推开) holds to the end of its paragraph, but for one sentence
        alone where what follows goes on to count what was done.
        """
        if self.of_plan and self.role is Role.PLAN:
            return Verdict(self.role, self.why)
        if self._passing and self._alone:
            self._set(Role.ACHIEVEMENT, "正文默认为成效", by_heading=False)
        cue = self._cue(sentence)
        if cue and cue.role is Role.PROBLEM and self.role is Role.ACHIEVEMENT and ends_in_lack(sentence):
            cue = None  # its clauses tell which is the deed and which the lack
        if cue and cue.role is not self.role:
            told = self.role is Role.ACHIEVEMENT and not sentence.endswith("：")
            goes_on = told and self._goes_on(rest)
            # an overview that admits to problems (…，但也存在不少问题。) before the deeds are counted
            passing = told and (
                not cue.lasting or (goes_on and cue.role is Role.PROBLEM and not lists(sentence))
            )
            self._set(cue.role, cue.why, by_heading=False)
            self._passing, self._alone = passing, passing and goes_on
        elif cue and cue.lasting:
            self._passing = False
        return Verdict(self.role, cue.why if cue else self.why)

    def _goes_on(self, rest: Sequence[str]) -> bool:
        """Whether the next sentences count what was done, one in three, or at least count, one in two.

        None of them may have a word of problem or plan.
        """
        following = rest[:6]
        deeds = sum(1 for sentence in following if done_strongly(sentence))
        counts = sum(1 for sentence in following if counts_something(sentence))
        told = 3 * deeds >= len(following) or 2 * counts >= len(following)
        return bool(following) and told and not any(self._turns(sentence) for sentence in following)

    def _turns(self, sentence: str) -> bool:
        """Whether a sentence opens problems or plans, and does not only admit a lack after its deeds."""
        cue = self._cue(sentence)
        return cue is not None and not (cue.role is Role.PROBLEM and ends_in_lack(sentence))

    def _cue(self, sentence: str) -> Verdict | None:
        problem = problem_cue(sentence)
        plan = plan_cue(sentence, self.year)
        if problem and not (plan and sentence.find(plan) < sentence.find(problem)):
            return Verdict(Role.PROBLEM, said("问题线索“{words}”", words=problem[:20]))
        if plan:
            return Verdict(Role.PLAN, said("计划线索“{words}”", words=plan[:20]))
        intent = intent_cue(sentence, self.year)
        if not intent:
            return None
        return Verdict(Role.PLAN, said("计划线索“{words}”", words=intent[:20]), lasting=False)

    def _set(self, role: Role, why: str, *, by_heading: bool) -> None:
        self.role, self.why, self.by_heading, self._passing = role, why, by_heading, False


def _counts_deeds(sentences: Sequence[str], year: int | None) -> bool:
    """Whether at least two sentences, or a third of them, count what was done and none announces a plan."""
    deeds = sum(1 for sentence in sentences if done_strongly(sentence))
    plans = sum(1 for sentence in sentences if plan_cue(sentence, year) or problem_cue(sentence))
    return deeds > plans and (deeds >= 2 or 3 * deeds >= len(sentences))


def preamble_end(paragraphs: Sequence[Sequence[str]], year: int | None, *, headed: bool) -> tuple[int, int]:
    """Where the preamble ends: index of the paragraph, and of the sentence in it, that is the first after it.

    ``paragraphs`` are the sentences of each paragraph before the first heading, ``headed`` tells that one follows.
    Up to 现将……报告如下 when that is said; else all of a short opening, without problems and plans, and in a
    text without headings only what stands before the first deed that is counted.
    """
    for index, sentences in enumerate(paragraphs[:8]):
        if any(closes_preamble(sentence) for sentence in sentences):
            return index + 1, 0
    for index, sentences in enumerate(paragraphs[: 2 if headed else 1]):
        for at, sentence in enumerate(sentences):
            if problem_cue(sentence) or plan_cue(sentence, year) or (not headed and done_strongly(sentence)):
                return index, at
    return (len(paragraphs) if headed and len(paragraphs) <= 2 else min(1, len(paragraphs))), 0
