"""Whether somebody else acts at the head of a clause: a court, a superior, another place, a firm.

Who is named first acts in the clauses that follow as well, until one names a subject of ours. Only the head of a
clause is read: 联合恒川集团, 赴杭州市, 支持法院 open with a verb, so the deed stays the government's.
"""

from __future__ import annotations

import re

from scorer.i18n import said
from scorer.patterns import lazily
from scorer.structure.divisions import lookup, resolve
from scorer.structure.model import Level
from scorer.structure.superiors import BELOW_PROVINCE, CENTRE, PROVINCE, WHEN
from scorer.structure.words import HAN, LEAD, either

__all__ = ["acts_again", "answered", "names_time_only", "names_us", "other_actor"]

_WITHIN = frozenset({Level.CITY, Level.COUNTY})
_SAID = "(?:据(?:了解|悉|报道)，?)?"
_BEFORE = rf"{LEAD}{_SAID}{WHEN}"
# A word that makes partner, place or object of the one named after it.
_WITH = either(
    "支持 督促 配合 协助 邀请 会同 联合 与 同 和 向 到 在 赴 由 经 被 对 按 为 就 将 把 请 让 受 及 给 以 从 尊重 接受 履行 执行 推动 推进 协调 通过 主动 "
    "积极 依托 促进 落实 建立 争取 帮助 指导 引导 鼓励 走访 服务 助力 监督 检查 组织 扶持 监管 加强 强化 选派 深入 开展 规范 处罚 责令 查处 约谈 "
    "培育 引进 支撑 涉 全面 严格 健全 完善 办理 成立 设立 深化 整合 重组 注销 探索 实行 实施 完成 出台 制定 创新 推行 改革 优化 提升 压实 明确 选聘 聘请 评选 命名 确定 认定 授权 委托 发动 动员 召集 召开 筹建 新建 组建 控股 国有 打造 做强 压减 清理 审批 核准 采取 采用 运用 利用 发挥 聚焦 围绕 针对 持续 大力 着力 切实 扎实"
)
_NAME = rf"(?:(?!{_WITH}){HAN}){{0,12}}?"
_COUNTS = either(
    "组织 开展 诉前 委派 调解 化解 推动 建成 举办 直播 立案 起诉 提起 办理 办结 受理 审理 审结 判决 裁定 执结 结案 发送 发出 发放 新收 收案 审查 "
    "清理 抽查 评查 抽检 培训 检查 查办 查处 印制 编印 走访 排查 监测"
)
_ADVERBS = "(?:全年|共|依法|先后|累计|已|新|集中|联合|率先|专门){0,3}"
# 法院办理的案件: what follows belongs to another clause. 来我市 and 为我市 make us the ones it is about.
_OWN_MATTER = r"(?![^，；]{0,24}的|[^，；]*(?:我[省市县区州旗镇乡局]|简报|经验|表扬))"
_COURT = re.compile(
    rf"{_BEFORE}{_NAME}(?:法院|中院|高院|检察院|检察机关|审判机关)(?:党组)?{_ADVERBS}"
    rf"(?!(?:判决|裁定)(?:驳回|维持|撤销|确认|行政机关|我))(?:{_COUNTS}|发布|通报|(?:专题)?(?:研究|听取)|(?:专题|集中)?学习){_OWN_MATTER}"
)
# 县纪委监委立案163件，处分151人: the party's discipline; 查处不作为问题13起，处分21人 is about the government's own work.
_DISCIPLINE = re.compile(
    rf"{_BEFORE}{_NAME}(?:纪委监委|纪委（监委）|纪委、监委|纪检监察机关|监察委员会|监委|纪委){_ADVERBS}"
    f"(?:{either('立案 处分 留置 审查调查 受理信访 处置问题线索')}){_OWN_MATTER}"
    "(?![^，；。]{0,24}(?:作为|执法|履职|失职|行政|政务服务|营商))"
)
_SUPERIORS = {
    False: lazily(rf"{_BEFORE}(?:{CENTRE}){_ADVERBS}{_COUNTS}{_OWN_MATTER}"),
    True: lazily(rf"{_BEFORE}(?:{CENTRE}|{PROVINCE}){_ADVERBS}{_COUNTS}{_OWN_MATTER}"),
}
_FIRMS = ("公司", "集团", "银行")
_FIRM = re.compile(
    rf"{_BEFORE}{_NAME}[\u4e00-\u9fff]{{2}}(?:公司|集团|(?<!人民)银行)(?!的|、|等|和|与|及(?!时)|在内|入驻|落户|纳入|作为|被|[^，；]{{0,24}}我[省市县区州旗])"
)
# 区内6家企业组建专职消防队: what firms did with their own means.
_SOME_FIRMS = re.compile(
    rf"{_BEFORE}(?:[省市县区镇乡]内|辖区内?)?(?:\d{{1,6}}[余多]?家)?(?:重点|规上|龙头|民营|大型){{0,2}}企业(?:自行|自主|共|主动|累计|还){{0,2}}"
    "(?:组建|投资|投入|建成|购置|自建|申请专利|获评)(?![^，；]{0,16}(?:政府|补贴|资金支持))"
)
_NEIGHBOUR = re.compile(
    rf"{_BEFORE}(?:邻(?=[市县区])|兄弟(?=[市县区])|周边(?=[市县区])|外(?=[省市县地]))[省市县区地](?!的|、|等|和|与|及(?!时)|人(?!民)|来)"
)
_PLACE = re.compile(rf"{_BEFORE}(?:(?:毗邻|邻近|相邻|周边|附近)的)?(?=(?P<words>[\u4e00-\u9fff]{{3,24}}))")
_SUFFIX = re.compile("[市县州盟旗]")
_NO_SUBJECT = re.compile(
    "的|等|和|与|及|至|籍|考察|代表|党政|领导|调研|政府采购|[^，；]{0,16}我[省市县区州旗]"
)
_NO_NAME = frozenset("我全各本该城都县地每上省跨直在于到对从两多为市")
_HONOUR = re.compile("(?:已|成功)?(?:被|获|荣|入选|评为|命名)")
_THAT_PLACE = re.compile(rf"{LEAD}该[市县](?!的)")
_AWAY = re.compile(r"(?:赴|前往|考察|了解)[^，；]{0,12}[市县]")

_OURS = re.compile(
    rf"{LEAD}(?:我[省市县区州旗镇乡局院们]|本[省市县区州旗镇乡局]|全[省市县区州旗镇乡](?!面)|[省市县区州旗镇](?:委|政府|人民政府|直|司法局|各))"
)
_BACK_HOME = re.compile(rf"{LEAD}(?:我[省市县区州旗镇乡局院们]|本[省市县区州旗镇乡局])")
_TIME_ONLY = re.compile(
    r"(?:[\d年月日至度来以一\\-—~前后上下半初末底]{4,30}|今年|近年|年初|年内|全年)(?:以来|期间|至今|起|来)?，$"
)
_OUR_MATTER = re.compile(
    rf"{LEAD}(?:各|[^，；]{{0,12}}(?:政府|局|委|办|部门|行政机关|负责人|街道|乡镇|单位))|出庭|应诉|败诉|胜诉|复议"
)

# 市法院发出司法建议3件，均按期整改: their advice is told for the answer, and that is the government's.
_ADVICE = re.compile("(?:司法|检察)建议")
_ANSWER = re.compile(
    rf"{LEAD}(?:(?:被建议|相关|有关|责任|各)?(?:单位|部门|行政机关))?(?:均|全部|逐[件项份一]|都|已)"
    "(?:已|按期|按时|及时|依法|予以|全部){0,3}(?:采纳|整改|回复|反馈|答复|办结|落实|复函)"
)


def other_actor(clause: str, before: str, *, level: Level | None, place: str | None) -> str | None:
    """In Chinese who else acts in the clause, None when the government does.

    ``before`` is the clause before it, ``place`` the place that reports as its report names it.

    >>> other_actor("杭州市办理案件30件", "", level=Level.COUNTY, place="大冶市")
    '其他地区“杭州市”'
    """
    court = _COURT.match(clause) if "院" in clause or "机关" in clause else None
    if court:
        return said("他人行为“{words}”", words=court[0])
    discipline = _DISCIPLINE.match(clause) if "委" in clause or "纪检" in clause else None
    if discipline:
        return said("他人行为“{words}”", words=discipline[0])
    superior = _SUPERIORS[level in BELOW_PROVINCE].match(clause)
    if superior:
        return said("上级行为“{words}”", words=superior[0])
    firm = _FIRM.match(clause) if any(word in clause for word in _FIRMS) else None
    if firm is None and "企业" in clause:
        firm = _SOME_FIRMS.match(clause)
    if firm:
        return said("企业行为“{words}”", words=firm[0])
    near = _NEIGHBOUR.match(clause)
    elsewhere = near[0] if near else _elsewhere(clause, before, level, place)
    return said("其他地区“{words}”", words=elsewhere) if elsewhere else None


def acts_again(clause: str, *, actor: str, place: str | None) -> bool:
    """Whether the government is the one that acts in a clause after one of somebody else's.

    After another place 市政府 and 全市 are those of that place; only 我市 and the name of ours lead back.
    """
    if actor.startswith("其他地区"):
        return names_us(clause) or bool(place and clause.startswith(place[-3:]))
    if _OURS.match(clause):
        return True
    return actor.startswith(("他人", "上级")) and _OUR_MATTER.search(clause) is not None


def answered(clause: str, following: str) -> bool:
    """Whether a court's or prosecutor's advice is told together with what the government did about it.

    >>> answered("县检察院发出检察建议9份，", "均已整改并书面回复。")
    True
    """
    return _ADVICE.search(clause) is not None and _ANSWER.match(following) is not None


def names_us(clause: str) -> bool:
    """Whether the clause begins with 我县, 我局, 本市."""
    return _BACK_HOME.match(clause) is not None


def names_time_only(clause: str) -> bool:
    """邻市2021年7月，: somebody else and a time, so that the next clause tells what they did, whoever it names."""
    return _TIME_ONLY.search(clause) is not None


def _elsewhere(clause: str, before: str, level: Level | None, place: str | None) -> str | None:
    """The name of another place at the head of the clause."""
    if level in _WITHIN and _THAT_PLACE.match(clause) and _AWAY.search(before):
        return clause[: clause.index("该") + 2]
    found = _PLACE.match(clause)
    if not found or place is None:
        return None
    words = found["words"]
    for suffix in _SUFFIX.finditer(words, 2, 10):
        name = words[: suffix.end()]
        if _NO_SUBJECT.match(words, suffix.end()) or name in place:
            continue
        if resolve(place) is None and _HONOUR.match(words, suffix.end()):
            continue  # a place that the table lacks may have its title under an older or larger name
        if _is_other(name, place, level) or (len(name) == 3 and _looks_other(name, words, level)):
            return name
    return None


def _is_other(name: str, place: str, level: Level | None) -> bool:
    """Whether the table has the name, and none of its bearers is, holds or belongs to the place that reports."""
    bearers = lookup(name)
    own = resolve(place)
    if not bearers or (own is None and level not in _WITHIN):
        return False
    if own is None:
        return True
    return not any(
        bearer.code == own.code or own.name in bearer.parents or bearer.name in own.parents
        for bearer in bearers
    )


def _looks_other(name: str, words: str, level: Level | None) -> bool:
    """Whether a name that the table lacks still is that of a city by what it does: 江东市组织……."""
    if level not in _WITHIN or name[-1] != "市" or lookup(name) or _NO_NAME & set(name[:2]):
        return False
    return re.match(rf"{_ADVERBS}{_COUNTS}", words[len(name) :]) is not None
