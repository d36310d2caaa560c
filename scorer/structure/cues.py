"""The words by which a sentence or a heading shows its role.

Each test looks at folded text. Modal words alone (将, 要求, 继续) decide nothing: achievements are full of them.
"""

from __future__ import annotations

import re

from scorer.structure.future import back_to_past
from scorer.structure.model import Role
from scorer.structure.numbering import read_numbering
from scorer.structure.words import LEAD

__all__ = [
    "closes_preamble",
    "counts_something",
    "done_strongly",
    "ends_in_lack",
    "heading_role",
    "intent_cue",
    "lists",
    "looks_back",
    "plan_cue",
    "problem_cue",
]

_LACK = "(?:问题|不足|短板|差距|薄弱|困难|弱项|欠缺|缺陷|不平衡)"

_PROBLEM_HEADING = re.compile(
    rf"(?:存在|面临|主要|突出)(?:的|着|哪些|一些)*(?:主要|突出|共性)?(?:的)?{_LACK}|{_LACK}(?:和|与|及|"
    rf"、|以及)(?:其?原因|{_LACK}|困难|挑战)|"
    rf"不足之处|薄弱环节|问题(?:及|和|与)?(?:其)?(?:成因|原因)|原因分析"
    # 二、问题, 工作短板, 当前困难挑战: nothing but names of what is wanting
    rf"|^(?:工作|当前|目前|现存|突出|[和与及、])*{_LACK}(?:{_LACK}|挑战|环节|之处|原因|[和与及、])*$"
)
_CURES = re.compile(r"解决|整改|整治|治理|破解|化解|针对|聚焦|查找|补齐|攻坚|克服|消除|排查|纠正|督察反馈")
_PLAN_HEADING = re.compile(
    r"下一?步|下一?阶段|下一?年度?|今后|来年|明年|打算|设想|努力方向|展望|(?:整改|改进)(?:措施|举措|方向)|对策|意见建议|工作建议"
)
# 工作思路 and 重点任务 announce a plan when they stand alone, not when something is done with them.
_PLAN_NOUN = re.compile(r"(?:计划|安排|谋划|思路|工作重点|重点工作|任务)$")
_DOES = re.compile(
    r"推进|推动|落实|完成|部署|谋划(?!$)|统筹|抓好|聚焦|围绕|明确|制定|理清|厘清|创新|压实|分解"
)
_ACHIEVEMENT_HEADING = re.compile(
    r"成效|成绩|情况(?:$|[。（及和与、])|做法|经验|亮点|特色|主要举措|主要工作|工作(?:总结|回顾|进展)|取得.{0,6}进展"
)
_AIMS = re.compile(
    r"(?:提高|提升|增强|巩固|扩大|确保|注重|突出|追求|放大)[^，。]{0,8}(?:成效|成绩|特色|亮点)"
)
_YEAR = re.compile(r"(?<!\d)((?:20)\d\d)年")

_BUT = "(?:但|但是|然而|不过|可是|同时)"
_STILL = "(?:仍然|依然|依旧|仍旧|还是|仍|还|也|尚|尚且)"
_PROBLEM = re.compile(
    rf"(?:虽然|虽|尽管).{{0,120}}?(?:但|然而|不过|可|却).{{0,80}}?(?:存在|{_LACK}|有待|还需|仍需|不够|"
    r"不[强高足深细实]|不(?:健全|完善|规范|到位|平衡|均衡|充分|深入|扎实|统一)|偏[低少弱]|滞后|缺乏|还不|仍不|距离|提出了)"
    rf"|{_BUT}(?:是)?[^。]{{0,60}}?(?:存在|{_STILL}有|有)[^。]{{0,30}}?{_LACK}"
    rf"|{_STILL}(?:不同程度)?(?:地)?(?:存在|面临)"
    rf"|{_STILL}有(?:不少|一定|较大|很大|一些|许多|诸多|以下|明显|许多)?(?:的)?{_LACK}"
    r"|^(?:当前|目前|同时|此外|总的看|总体(?:上)?看|从总体上看)?，?(?:我[省市县区旗州镇乡局厅委]|"
    rf"全[省市县区]|我们)?[^，。；]{{0,24}}?存在(?:的|着|以下|一些|如下|几个|几方面|主要|突出)*{_LACK}(?!的)"
    rf"[^，。；]{{0,10}}(?:[：。]|，?(?:主要)?(?:表现|体现|是|有))"
    rf"|{_LACK}[^，。；：]{{0,8}}(?:主要)?(?:表现在|体现在|表现为|集中在)"
    rf"|^(?:存在的?)?(?:主要)?(?:问题|不足)(?:主要)?(?:有|是|包括|：)"
    # 不少短板仍待补齐：; 一些难题亟待破解。
    rf"|{_LACK}(?:仍然?|还|尚|依然)?(?:有待|亟待|亟需|待|需要?)(?:补齐|补上|解决|破解|克服|攻克|弥补|改进)(?=[。：]|$)"
    # 进步不小，不足也很明显。; 短板依然突出：
    rf"|{_LACK}(?:仍然?|还|依然|依旧|也|同样)(?:比较|较为|十分|非常|[较很更])?(?:明显|突出|不少|较多|凸显)(?=[。：]|$)"
    rf"|[与同和跟离距][^，。；]{{2,40}}(?:相比|要求|期待|期盼|目标|差距)，?[^，。；]{{0,12}}(?:还|仍|"
    rf"尚)?(?:有|存在)[^，。；]{{0,8}}差距"
)
_OPENS_LIST = re.compile("表现|体现|以下|如下|：|[一二]是|集中在")
_MENDED = re.compile(
    rf"(?:针对|对于?|就|解决了?|整改|纠正|查找|查摆|梳理|聚焦|破解)[^，。；]{{0,40}}?{_STILL}?(?:存在|面临)"
    r"|(?:梳理|查找|查摆|发现|排查|反馈|指出)出?[^。；]{4,160}等[^。；]{0,8}\d[^。；]{0,12}问题"
    r"|不存在|(?:已|全部|均已|基本)[^，。；]{0,6}(?:整改|解决|纠正)"
)
_NEXT = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[、.])?"
    r"(?:为此，|对此，|因此，)?(?:针对(?:上述|以上|存在|这些)[^，。；]{0,16}，)?(?:在)?"
    r"(?:下一?步|下一?阶段|接下来|今后|来年|明年|新的?一年|未来|展望)(?!.{0,12}(?:奠定|打下|打好))"
)
_FUTURE_VERB = (
    "(?:继续|进一步|持续|坚持|认真|深入|全面|全力|着力|大力|重点|严格|围绕|紧紧|紧扣|以|按照|不断|始终|积极|加快|加强|加大|切实|扎实|"
    "牢牢|努力|聚焦|突出|立足|把|从|在|根据|对标|结合|贯彻|落实|推进|推动|开展|强化|完善|健全|采取|做好|抓好|紧密|充分|统筹|一如既往)"
)
_SUBJECT = (
    r"(?:我[省市县区旗州盟镇乡局厅委办院街][^，。；]{0,4}|我们|本[局市县区镇]|"
    r"全[省市县区旗镇乡局][^，。；]{0,8}|[^，。；]{0,12}(?:政府|局|厅|镇|乡|街道|管委会|"
    r"[省市县区旗州]))"
)
# 我市将推进法治建设工作纳入考核: here 将 marks the object although a verb follows it.
_AS_OBJECT = "(?![^，。；]{0,40}(?:纳入|作为|列入|列为|定为|写入|摆在|贯穿于|融入))"
_WILL = re.compile(rf"(?:^|，){_SUBJECT}将(?:要|会)?{_FUTURE_VERB}{_AS_OBJECT}")
_AGAINST = re.compile(
    r"(?:针对|对)(?:上述|以上|这些|存在的?)[^，。；]{0,12}(?:问题|不足)[^，。；]{0,6}，[^。]{0,30}将"
)
# 已制定2022年普法计划 tells of a plan that was made.
_DID = "(?:已|了|制[定订]|编制|印发|出台|发布|公布|下发|落实|完成|执行|审议|通过|[按对]照|根据|依据)"
_PLAN_LABEL = re.compile(
    rf"^(?:(?!{_DID})[^，。；：]){{0,12}}(?:下一?步|下一?阶段|20\d\d年)[^，。；：]{{0,12}}(?:工作|主要|"
    r"重点)?[^，。；：]{0,6}(?:思路|打算|安排|计划|重点|任务|措施|目标)(?:[^，。；：]{0,10}：|[^，。；：]{0,2}。)"
)
# 对照纲要，2017年的功夫下在几个方面：; 明年的工作抓住三条主线：
_OPENS_PLAN = re.compile(
    r"^(?:[^，。；：\d]{2,16}，)?(?:面向|展望|着眼|立足|围绕|在)?(?:(?P<year>20\d\d)年度?|明年|来年|新的一年)"
    r"(?!以来|来|初|底|[^，。；：]{0,16}已)[^，。；：]{2,24}："
)
_YEAR_FIRST = re.compile(
    rf"{LEAD}(?:我[省市县区州旗镇乡局]|全[省市县区州旗镇乡]|[省市县区镇乡]政府|我们)?(?:在|从|到)?(?P<year>20\d\d)年(?!\d)"
    r"(?P<rest>[\s\S]{0,60})"
)
_AHEAD = re.compile(
    r"将|要|拟|计划|力争|继续|进一步|是.{0,30}(?:之年|开局|起步|关键)|工作(?:思路|打算|安排|计划|"
    r"重点)|以.{2,30}为指导|坚持|围绕|^度?(?:，|底前|年底前|末)"
)
_PAST = re.compile(
    r"^(?:以来|来|度?已|年?初|前|元旦|元月|春节|底前[^，；]{0,30}已|第[一二三四]季度(?!将)|度?[^，；：]{0,12}(?:计划|预算|要点)[^，；：将]{2})"
)

_QUANTITY = re.compile(r"\d(?:\.\d{1,6})?(?:余|多|万|亿){0,2}(?:[件次人家份项个起场%条名期户部万]|人次)")
_DONE = re.compile(
    r"共|已|了|累计|先后|完成|办结|达到?|截至|全年|年来|以来|均为|(?:审议|表决|评审|验收|考核)通过|通过(?:了|评审|验收|审核|审议|考核)|印发|出台|制定|召开|开展|举办|"
    r"受理|评为|获|命名"
)
_NOT_YET = re.compile(r"将(?!其|.{1,40}(?:纳入|作为|列入))|确保|力争|计划|拟于|争取|目标是|进一步|到20\d\d年")
_LINE = re.compile(r"不[少低]于|不超过|至少|以内|(?<![主重必需])要(?![求素件点])|应(?![诉急])|计划|打算")
_DONE_TIME = re.compile(r"截至|目前已?，|一年来|全年|今年以来|年以来|20\d\d年[，来]")


def heading_role(title: str, report_year: int | None) -> tuple[Role | None, bool]:
    """The role a heading announces, None when it names a matter only; and whether it announces problems and plans.

    >>> heading_role("存在的问题和下一步打算", 2021)
    (<Role.PROBLEM: 'problem'>, True)
    """
    numbering = read_numbering(title)
    title = title[numbering.length if numbering else 0 :].rstrip("。：")
    years = [int(year) for year in _YEAR.findall(title)]
    ahead = bool(years) and report_year is not None and min(years) > report_year
    plan = (
        ahead
        or bool(_PLAN_HEADING.search(title))
        or bool(_PLAN_NOUN.search(title) and not _DOES.search(title))
    )
    problem = bool(_PROBLEM_HEADING.search(title)) and not (_CURES.search(title) and not plan)
    if problem:
        return Role.PROBLEM, plan
    past = not ahead and re.search(r"情况|成效|成绩|完成", title) is not None
    if plan and not past:
        return Role.PLAN, False
    told = _ACHIEVEMENT_HEADING.search(title) and not _AIMS.search(title)
    return (Role.ACHIEVEMENT, False) if told else (None, False)


def looks_back(title: str) -> bool:
    """Whether a heading in a plan looks back on what was done: “十三五”工作回顾, 发展基础.

    >>> looks_back("一、“十三五”工作回顾"), looks_back("二、主要工作")
    (True, False)
    """
    return re.search("回顾|(?:取得|主要|工作)(?:的)?(?:成效|成绩)|现状|(?:发展|工作)基础", title) is not None


def problem_cue(sentence: str) -> str | None:
    """The words that open a problem, None when there are none or when they tell of a problem that was mended.

    >>> problem_cue("虽然取得了成绩，但还存在一些问题")
    '虽然取得了成绩，但还存在'
    """
    window = sentence[:600]
    found = _PROBLEM.search(window)
    if not found:
        return None
    mended = _MENDED.search(window)
    if mended and mended.start() < found.end() and not re.match(r"虽然|虽|尽管|但|但是", found[0]):
        return None
    return found[0]


def ends_in_lack(sentence: str) -> bool:
    """Whether a sentence counts deeds before it admits a lack, which then is said in passing and opens no list.

    >>> ends_in_lack("登记时间由8个工作日压缩到3个工作日，与先进地区相比还有差距。")
    True
    """
    found = _PROBLEM.search(sentence[:600])
    if not found or sentence.endswith("：") or _OPENS_LIST.search(sentence, found.start()):
        return False
    before = sentence[: found.start()]
    return _QUANTITY.search(before) is not None and _NOT_YET.search(before) is None


def lists(sentence: str) -> bool:
    """Whether a problem's sentence opens the list of them: 主要表现在, 一是."""
    found = _PROBLEM.search(sentence[:600])
    return found is not None and _OPENS_LIST.search(sentence, found.start()) is not None


def plan_cue(sentence: str, report_year: int | None) -> str | None:
    """The words that open a plan, None when there are none."""
    window = sentence[:300]
    for pattern in (_NEXT, _PLAN_LABEL, _AGAINST):
        found = pattern.search(window)
        if found and (pattern is not _PLAN_LABEL or _lies_ahead(found[0], report_year)):
            return found[0]
    found = _OPENS_PLAN.match(window)
    if found and (found["year"] is None or (report_year is not None and int(found["year"]) > report_year)):
        return found[0]
    found = _YEAR_FIRST.match(window)
    if found and report_year is not None and int(found["year"]) > report_year:
        rest = found["rest"]
        if not _PAST.match(rest) and _AHEAD.search(rest) and not back_to_past(rest):
            return found["year"] + "年"
    return None


def _lies_ahead(label: str, report_year: int | None) -> bool:
    """Whether a label of tasks is that of a time to come: 2021年任务完成情况： tells what was done."""
    years = [int(year) for year in _YEAR.findall(label)]
    told = "完成" in label or (report_year is not None and years and max(years) <= report_year)
    return not told


def intent_cue(sentence: str, report_year: int | None) -> str | None:
    """我市将继续…: an intent that may stand alone among achievements; None when there is none."""
    window = sentence[:300]
    found = _WILL.search(window) if "将" in window else None
    return found[0].lstrip("，") if found and not _past_before(window, found.start(), report_year) else None


def _past_before(sentence: str, at: int, report_year: int | None) -> bool:
    """Whether the sentence speaks of the year reported before ``at``: 2021年，我市将坚持… is told, not planned."""
    head = sentence[:at]
    return bool(_DONE_TIME.search(head)) and not any(
        report_year is not None and int(year) > report_year for year in _YEAR.findall(head)
    )


def done_strongly(sentence: str) -> bool:
    """Whether the sentence counts what was done: a number with a unit, a word of completion, nothing of the future."""
    return bool(_QUANTITY.search(sentence) and _DONE.search(sentence)) and not _NOT_YET.search(sentence)


def counts_something(sentence: str) -> bool:
    """Whether the sentence has a number with a unit that is neither aimed at nor a line to be reached."""
    aimed = _NOT_YET.search(sentence) or _LINE.search(sentence)
    return aimed is None and _QUANTITY.search(sentence) is not None


def closes_preamble(sentence: str) -> bool:
    """Whether the sentence ends the preamble: 现将……报告如下："""
    return bool(re.search(r"(?:报告|汇报|总结|通报|公布|公开|说明)?如下[：。]?$", sentence)) or bool(
        re.search(r"现将.{0,60}(?:报告|汇报|公布|公开|总结)", sentence)
    )
