"""Whether a clause tells what is asked for or laid down, and how far what follows goes on with it.

A meeting, a leader or a paper asks (会议强调，; 《通知》要求各部门……); a rule, a superior or a plan lays down
(《行政处罚法》规定，; 第八条 ……; 《方案》明确……). What they want is not yet done, until a clause tells a deed.
"""

from __future__ import annotations

import re

from scorer.i18n import mark
from scorer.structure.superiors import CENTRE, PROVINCE
from scorer.structure.words import LEAD, either

__all__ = [
    "asked_of_all",
    "asks_units",
    "deed_after",
    "demand_begins",
    "demands",
    "is_norm",
    "paper_asks",
    "rule_cue",
    "tells_result",
]

_ASKS = re.compile(
    r"(?:会议|会上|全会|书记|[省市县区州镇乡局厅]长|同志|领导|讲话)[^，；。]{0,12}(?:要求|强调|指出)[：，]$"
)
# 《通知》要求各部门……: a paper asks as a meeting does.
_PAPER_ASKS = re.compile(
    rf"{LEAD}该?《?(?:通知|决定|批示|批复)》?(?:还|同时|明确|特别){{0,2}}(?:要求|强调|指出)"
)
_ALL = "全[省市县区州旗镇乡局党][^，；]{0,6}|各[^，；]{1,14}|我们|领导干部|党员干部|大家"
_UNIT = "[^，；]{0,12}?(?:单位|部门|委员会|负责人|负责同志|主要领导|[办局委])"
_DEMAND = re.compile(
    rf"{LEAD}(?:“|[一二三四五六七八九](?=要))?(?:{_ALL}|{_UNIT})?"
    "(?:都|也)?(?:必须|务必|应当?|要(?!求|素|件|点|闻|案))"
)
_MATTERS = re.compile(
    "(?:意义重大|(?:重要|重大|深远)意义|十分重要|至关重要|势在必行|的必然要求|的重要举措|的重要抓手)[，。；]?$"
)
# 省政府要求，……; 《行政处罚法》规定，……: all that follows is a demand until a clause tells what was done here.
_ABOVE = rf"{CENTRE}|{PROVINCE}|上级|(?:国家|[省市])(?:里|局|厅|委|办|级)"
_LAW = r"《[^《》]{2,60}》(?:第[\u4e00-\u9fff\d]{1,8}条)?"
_ASKED_OF_ALL = re.compile(
    rf"{LEAD}(?:明确)?(?:{_ABOVE}|{_LAW})(?:在[^，；《》]{{2,24}}(?:会|会议)上)?"
    r"(?:《[^《》]{2,60}》)?[^，；]{0,12}(?:要求|规定|提出|明确|指出|强调)[，：]$"
)
# 市委某办印发的《通知》明确，: a paper of somebody above, unless it begins with us.
_ABOVE_ASKS = re.compile(
    rf"{LEAD}(?!我|本|区|县|镇|乡|街道|各)[^，；《》]{{2,20}}(?:印发|下发|出台)的《[^《》]{{2,60}}》(?:明确|要求|提出|规定)[，：]$"
)
# 第八条 执法人员应当出示证件: the text of a rule, copied into the report.
_ARTICLE = re.compile(
    rf"{LEAD}第[一二三四五六七八九十百零0-9]{{1,5}}条(?![例款形措意建线道路龙街])[ \u3000]?(?=[^，；]{{2}})"
)
# 《实施方案》明确了12项任务: what a plan says is still to be done.
_PLAN_SAYS = re.compile(
    rf"{LEAD}(?:《[^《》]{{0,60}}(?:方案|计划|意见|要点|规划|纲要|行动)》|该?(?:方案|计划|意见稿?|征求意见稿|规划))(?:还|并|进一步|分别)?(?:明确|提出|要求|指出|强调|部署|规定|拟)"
)
# 行政机关要严格落实三项制度: what a meeting asks of those named.
_OUGHT = re.compile(
    rf"{LEAD}(?:各级?)?[^，；。、要]{{0,10}}(?:机关|部门|单位|干部|人员|政府|乡镇|街道|负责人|同志)(?:都|也)?要"
    r"(?:严格|切实|进一步|坚持|加强|持续|高度|认真|充分|不断|深入|全面|强化|提高|聚焦|突出|牢固|统筹|着力|积极|坚决|加大|带头|增强|牢记|主动)"
)
_NORM = re.compile(
    r"应当(?![^，；]{1,20}的)|应(?=在|于|达|压缩|由|按|予以|不|为|及时|至)(?![^，；]{1,20}的)|必须|不得(?:低|少|多|高|超)[于过]|不得超过"
)
_RESULT = re.compile(r"(?<!早)已|了(?!解)|均|全部|累计|先后|我[省市县区州旗镇乡局们]|全年")
_DONE_ABOUT_IT = re.compile(
    rf"{LEAD}(?:及时|认真|严格|迅速|专门)?"
    + either("印发 出台 制定 修订 组织 召开 成立 建立 编制 开展 完成 梳理 清理 公布 落实 贯彻")
)
_DEED = re.compile(r"已|了(?!解)|会后|\d|《")
# After 会议强调，要…… bare verbs (做好、清理、推进) go on asking; these tell what was done with what was asked.
_DONE_AFTER = re.compile(
    rf"{_DEED.pattern}|{either('先后 有效 均 印发 出台 召开 成立 随后 为此 对此')}|我[省市县区州旗镇乡局]"
)

# 要求各单位配备法制审核人员: what is asked of others; 要求整改 is itself the work of a supervisor.
_ASKED_OF_UNITS = re.compile(
    rf"{LEAD}(?:(?!均|都|按|照|根据|标准|不)[^，；《]){{0,12}}?(?<![的新关有高])(?:明确|严格|再次|统一)?要求"
    "(?:各|所有|全[省市县区州旗]|全体|有关|相关|下属|所属|凡)(?!的)"
    f"(?![^，；]{{0,24}}{either('整改 自查 限期 改正 退回 说明 补正 报送')})"
)


def rule_cue(clause: str) -> str | None:
    """In Chinese that the clause is the text of a rule, a demand on everybody or what a plan says."""
    if "条" in clause and _ARTICLE.match(clause):
        return mark("规定或上级的要求")
    if "要" in clause and _OUGHT.match(clause):
        return mark("会议或领导的要求")
    return mark("方案里的话，还不是做了的事") if _PLAN_SAYS.match(clause) else None


def asks_units(clause: str) -> bool:
    """Whether something is asked of the units below (要求各单位……), without a word of what came of it."""
    return "要求" in clause and _ASKED_OF_UNITS.match(clause) is not None and _RESULT.search(clause) is None


def demand_begins(clause: str) -> bool:
    """会议强调，: what follows may be what somebody asked for."""
    return _ASKS.search(clause) is not None or (paper_asks(clause) and clause[-1:] in "，：")


def paper_asks(clause: str) -> bool:
    """《通知》要求各部门……: what a paper asks for, in its own clause and in those that follow."""
    return _PAPER_ASKS.match(clause) is not None


def asked_of_all(clause: str) -> bool:
    """《行政处罚法》规定，: what follows is a rule or a demand, whatever its words.

    So is what follows 第八条, 《方案》明确 and 行政机关要严格…….
    """
    return (
        rule_cue(clause) is not None
        or _ASKED_OF_ALL.match(clause) is not None
        or ("》" in clause and _ABOVE_ASKS.match(clause) is not None)
    )


def tells_result(clause: str) -> bool:
    """Whether the clause goes back from a standard to what is done here."""
    return _RESULT.search(clause) is not None or _DONE_ABOUT_IT.match(clause) is not None


def is_norm(clause: str) -> bool:
    """应压缩至1日, 应当达到100%: what ought to be, without a word of what is."""
    return _NORM.search(clause) is not None and not _RESULT.search(clause)


def deed_after(clause: str) -> bool:
    """Whether a clause after what was asked at a meeting tells what was done."""
    return _DONE_AFTER.search(clause) is not None


def demands(clause: str) -> bool:
    """Whether the clause asks for something (全县要…, 必须…) instead of telling what was done."""
    return (_DEMAND.match(clause) or _MATTERS.search(clause)) is not None and _DEED.search(clause) is None
