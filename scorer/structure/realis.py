"""Whether what a clause says has happened, and by whom.

In achievements a clause is taken as done unless its own words say otherwise: QUOTED wrongly set would lose true
evidence, so only clear cases are quoted. 将 is a sign of the future only before an adverb or a verb (将继续); before
a noun it marks the object (将法治建设纳入考核).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorer.structure.model import Realis, Role

__all__ = ["judge_clauses"]

_BY_ROLE = {Role.PROBLEM: (Realis.PROBLEM, "问题语句"), Role.PLAN: (Realis.PLANNED, "计划语句")}
_DONE = (Realis.DONE, "")

_CONCESSION = re.compile(r"虽然|尽管|虽(?=[^，]{0,30}取得)")
# A verb after 将 is no future where the clause goes on with what became of the object: 将推进情况纳入考核.
_AS_OBJECT = "(?![^，]{0,40}(?:纳入|作为|列入|列为|定为|写入|摆在|贯穿于|融入))"
_WILL = re.compile(
    r"(?<![即行])将(?:会|要|继续|进一步|持续|坚持|认真|深入|着力|大力|始终|不断|积极|加快|加强|加大|切实|"
    r"扎实|努力|推进|推动|开展|强化|完善|健全|采取|做好|抓好|充分发挥|适时|逐步|尽快|立足|陆续|严格|"
    r"全力|围绕|按照|以|于20|[于在](?:明|次|今年|年底|近期|下))"
    rf"{_AS_OBJECT}|即将"
)
_INTENT = re.compile(
    r"(?<![模草虚比])拟(?:于|在|出台|开展|建立|建设|召开|印发|制定(?!了)|推出|选取)|力争(?!上游|先进)|"
    r"争取(?:在|到|于|实现|年底|早日|20)|计划(?:于|在|到|年底|明年|20\d\d年)|预计(?:将|可|到|于|20|"
    r"年底)|有望"
)
_NEXT = re.compile(r"^(?:下一?步|下一?阶段|接下来|今后，|明年|来年)")
_RESUMES = re.compile(r"^(?:截至|目前|现已|已|共|其中|同时|此外|全年|累计|今年以来|20\d\d年以来)")
_ONGOING = re.compile(r"正在|推进中|筹备中|建设中|尚在")

_LACK = re.compile(
    r"(?:仍然?|还|尚|依然)(?:不同程度)?(?:存在|面临)|仍有(?:不足|差距|短板|问题|发生)|有待|尚未|未能|"
    r"还不够|还不|跟不上|不适应|亟[需待]|较为薄弱|相对薄弱|有所欠缺"
)
_LACK_MENDED = re.compile(
    r"解决|整改|整治|治理|破解|化解|补齐|针对|防止|避免|杜绝|纠正|克服|查找|消除|^对|^就|不存在|"
    r"未发生|的[，。；]?$|[案事]件|事项|项目"
)

_BASIS = re.compile(
    r"^(?:[一二三四五六七八九十]是)?(?:并|同时|严格|坚决|认真|进一步)?(?:根据|按照|依据|依照|遵照|"
    r"对照|比照|遵循)"
)
_BASIS_END = re.compile(
    r"(?:要求|精神|部署|规定|标准|原则|意见|安排|文件|指示|方案|办法|通知|规划|纲要|目标|任务|条例|》|"
    r"〕\d+号）?)[”）]*，$"
)
_SPIRIT = re.compile(
    r"^.{0,10}(?:贯彻|落实|学习)[^，]{0,12}(?:党中央|中央|国务院|党的|习近平|省委|自治区|"
    r"上级)[^，]{0,40}(?:精神|要求|部署|指示批示)，$"
)
_COURT = re.compile(
    r"^(?:[一二三四五六七八九十]是)?(?:其中，?|同时，?|"
    r"此外，?)?(?:自?20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:以来)?，?)?(?:近年来，?)?"
    r"[\u4e00-\u9fff]{0,8}?(?:人民法院|中级法院|高级法院|中院|高院|法院)"
    r"(?:通过|发布|受理|办理|审理|审结|作出|判决|裁定|发出|执结|结案|依法审|共受理|共审|新收|成立了?|出台了?)"
)
_PEER = re.compile(r"^(?:与|同)?(?:对标|对比|比照|参照)[^，]{0,16}(?:地区|城市|[省市县区州])[^，]*")


def judge_clauses(
    role: Role, clauses: Sequence[str], new_segment: Sequence[bool]
) -> list[tuple[Realis, str]]:
    """Realis and Chinese reason for each clause of one sentence.

    ``clauses`` are the folded words; ``new_segment[i]`` tells that clause ``i`` opens a segment, where what governed the
    clauses before (a court as subject, a future 将) no longer holds.
    """
    if role in _BY_ROLE:
        return [_in_problem_or_plan(role, clause) for clause in clauses]
    if role in (Role.CLOSING, Role.CHROME):
        return [_DONE for _ in clauses]
    judged: list[tuple[Realis, str]] = []
    governed: tuple[Realis, str] | None = None
    for index, clause in enumerate(clauses):
        if new_segment[index] or _RESUMES.match(clause):
            governed = None
        last = index + 1 == len(clauses) or new_segment[index + 1]
        own = _own_cue(clause, last=last)
        if own is not None and own[0] is Realis.PLANNED:
            governed = own
        judged.append(own or governed or _DONE)
    return judged


def _in_problem_or_plan(role: Role, clause: str) -> tuple[Realis, str]:
    if role is Role.PROBLEM and _CONCESSION.search(clause):
        return Realis.DONE, "让步语“虽然”"
    return _BY_ROLE[role]


def _own_cue(clause: str, *, last: bool) -> tuple[Realis, str] | None:
    """What the clause's own words say; ``last`` in its segment, where a basis would have nothing to stand for."""
    basis = _BASIS_END.search(clause) if not last and _BASIS.match(clause) else None
    if basis:
        return Realis.QUOTED, f"依据语“{basis[0][:-1]}”"
    if not last and _SPIRIT.match(clause):
        return Realis.QUOTED, "依据语：上级要求"
    court = _COURT.match(clause)
    if court:
        return Realis.QUOTED, f"他人行为“{court[0]}”"
    if not last and _PEER.match(clause):
        return Realis.QUOTED, "对照其他地区"
    for pattern, realis, label in (
        (_NEXT, Realis.PLANNED, "将来语"),
        (_WILL, Realis.PLANNED, "将来语"),
        (_INTENT, Realis.PLANNED, "将来语"),
    ):
        found = pattern.search(clause)
        if found:
            return realis, f"{label}“{found[0]}”"
    lack = _LACK.search(clause)
    if lack and not _LACK_MENDED.search(clause):
        return Realis.PROBLEM, f"问题语“{lack[0]}”"
    ongoing = _ONGOING.search(clause)
    return (Realis.ONGOING, f"进行语“{ongoing[0]}”") if ongoing else None
