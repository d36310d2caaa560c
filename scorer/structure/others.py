"""Whether a clause tells what somebody else did, said or asked, or what never happened: nothing of it is our deed.

Only clear cases: a clause wrongly taken for somebody else's loses true evidence. A court as subject of its own
verb is somebody else; 法院作出的判决均已履行 is what the government did, 支持法院受理案件 and 与法院联合 as well.
"""

from __future__ import annotations

import re

from scorer.i18n import mark, said
from scorer.structure.bases import basis_cue, follows_peers
from scorer.structure.demands import asks_units, rule_cue
from scorer.structure.model import Level
from scorer.structure.superiors import WHEN, counts_wider, superior_deed
from scorer.structure.words import LEAD, either

__all__ = ["quoted_cue"]

# A court comes first in its clause, with no word before it that makes it partner, place or object of a deed of ours.
_WITH = (
    "支持|督促|配合|协助|邀请|会同|联合|[与同和向到在赴由经被对按为就将把请让受及]"
    "|尊重|接受|履行|执行|推动|协调|通过|主动|积极|依托|促进|落实|建立|争取"
)
_COURT = re.compile(
    rf"{LEAD}{WHEN}"
    rf"(?:(?!{_WITH})[\u4e00-\u9fff]){{0,10}}?"
    r"(?:人民法院|中级法院|高级法院|海事法院|中院|高院|法院)(?:行政庭|行政审判庭)?"
    r"(?:全年|共|依法|先后|累计|已|新)?(?:在[^，；]{1,8})?"
    r"(?:通过|发布|受理|办理|审理|审结|作出|(?:判决|裁定)(?!驳回|维持|撤销|确认|行政机关|我)|发出|执结|结案|依法审|共受理|共审|新收|收案|成立了?|出台了?|印发|召开)"
    r"(?P<relative>[^，；]{0,30}?的)?"
)
# 全市首家裁决庭在邻县揭牌: what came to be at a neighbour's.
_AT_NEIGHBOURS = re.compile(
    rf"在(?:邻近?|兄弟|周边|外)[省市县区地](?:正式)?{either('揭牌 挂牌 成立 设立 建成 启用 启动 投用 运行 召开 举办 举行 落户 落地')}"
)
# 法院办理的破产案入选典型案例: though 的 follows, the honour is the court's.
_HONOURED = re.compile("案例?[^，；]{0,4}(?:入选|获|被评)")
# 区法院东岸法庭获评优秀法庭: the honour of a court.
_COURTS_HONOUR = re.compile(
    rf"{LEAD}[^，；的]{{0,6}}(?:法院|检察院)[^，；]{{0,12}}(?:获评|荣获|被评为|获得[^，；]{{0,12}}称号)"
)
# 企业反映检查频次过高: what others complain of.
_COMPLAINT = re.compile(
    rf"{LEAD}(?:企业|群众|市场主体|经营主体|基层|代表|委员|网友|社会)[^，；。]{{0,6}}反映(?!的|强烈的)[^。；]{{0,60}}(?:问题(?:较为|比较|仍然|十分)?(?:突出|严重|较多)|过高|过多|过频|频繁|偏高|较多)[，。]?$"
)

# 没有单位被约谈, 没有文件因违法被撤销, 无一单位被通报: what did not befall the government is no deed of it either.
_DENIAL = re.compile(
    rf"{LEAD}(?:(?!因|由于)[^，；]){{0,16}}?"
    "(?:没有|未(?=有|发生|出现|曾|收到|因|被)"
    "|无(?=一|任何|单位|个人|部门|人[员被]|地区|案件|文件|规范性文件|行政|政府|规章))"
    f"[^，；]{{0,24}}?(?:被(?!告)|因[^，；]{{1,16}}?{either('撤销 纠正 纠错 变更 问责 追责 通报 约谈 败诉 确认违法 责令')})"
)
# 全年无诉讼、无复议案件: nothing came up, so nothing was handled.
_NO_CASES = re.compile(
    rf"{LEAD}{WHEN}(?:全年|均|暂|目前|年内|本年度?){{0,2}}(?:无|没有|未发生|未收到|未出现|零)(?:一起|一件|任何)?(?:行政)?"
    "(?:诉讼|复议|应诉|信访|投诉|赔偿)(?:案件?|申请|事项)?(?:、?(?:无|和|与|及|或)?(?:行政)?(?:诉讼|复议|应诉|信访|投诉|赔偿)(?:案件?|申请|事项)?)*(?=[，。；]|$)"
)
# 未发生重大安全事故、突发环境事件: what did not happen was not handled.
_NO_ACCIDENT = re.compile(
    rf"{LEAD}[^，；]{{0,16}}?(?:未发生|没有发生|无)[^，；]{{0,20}}突发[^，；、]{{0,8}}事件"
)
_NOTHING = frozenset("没未无零")  # a denial has one of these


def quoted_cue(clause: str, *, last: bool, level: Level | None, place: str | None = None) -> str | None:
    """In Chinese why the clause is somebody else's, None when it is not.

    ``last`` tells that no clause follows in its segment: a basis then has nothing to stand for. ``level`` decides
    whether a province is a superior, ``place`` whether a document is our own.

    >>> quoted_cue("市法院受理行政案件30件，", last=False, level=None)
    '他人行为“市法院受理”'
    """
    if _never_happened(clause):
        return mark("否定句：没有发生的事")
    if not last and (basis := basis_cue(clause, place)):
        return basis
    if actor := _court_cue(clause) or superior_deed(clause, level=level) or _honour_cue(clause):
        return actor
    if _AT_NEIGHBOURS.search(clause):
        return said("其他地区“{words}”", words=mark("邻近或兄弟地区"))
    if counts_wider(clause, level=level):
        return mark("全省或全国的数，不是本地的")
    if rule := rule_cue(clause):
        return rule
    if "反映" in clause and _COMPLAINT.match(clause):
        return mark("别人反映的问题")
    if asks_units(clause):
        return mark("对下级单位的要求")
    return mark("对照其他地区") if not last and follows_peers(clause) else None


def _never_happened(clause: str) -> bool:
    """没有单位被约谈, 全年无诉讼案件: whether the clause denies that there was anything to deal with."""
    if _NOTHING.isdisjoint(clause):
        return False
    return any(pattern.match(clause) for pattern in (_DENIAL, _NO_CASES, _NO_ACCIDENT))


def _court_cue(clause: str) -> str | None:
    """In Chinese that a court acts; what 的 makes a mere description of something else is no deed of the court."""
    found = _COURT.match(clause) if "院" in clause else None
    if not found or (found["relative"] and not _HONOURED.search(clause)):
        return None
    return said("他人行为“{words}”", words=found[0])


def _honour_cue(clause: str) -> str | None:
    found = _COURTS_HONOUR.match(clause) if "院" in clause else None
    return said("他人行为“{words}”", words=found[0]) if found else None
