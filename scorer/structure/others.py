"""Whether a clause tells what somebody else did or asked: a superior, a court, a leader at a meeting, another place.

Only clear cases: a clause wrongly taken for somebody else's loses true evidence. A court as subject of its own
verb is somebody else; 法院作出的判决均已履行 is what the government did, 支持法院受理案件 and 与法院联合 as well.
"""

from __future__ import annotations

import re

from scorer.i18n import mark, said
from scorer.patterns import lazily
from scorer.structure.model import Level
from scorer.structure.words import HAN, LEAD, either

__all__ = [
    "BELOW_PROVINCE",
    "CENTRE",
    "PROVINCE",
    "WHEN",
    "asked_of_all",
    "basis_cue",
    "deed_after",
    "demand_begins",
    "demands",
    "is_norm",
    "paper_asks",
    "quoted_cue",
    "tells_result",
]

_BASIS = re.compile(rf"{LEAD}(?:严格|坚决|认真|进一步)?(?:根据|按照|依据|依照|遵照|对照|比照|遵循)")
# 对照《全县法治政府建设工作要点》: whoever wrote it, to work by it is what a report on it tells of.
_OF_THE_YEAR = re.compile(
    "[《“](?!中共|中国共产党|国务院|[^《》“”]{0,24}委员会)[^《》“”]{0,24}(?<!依)法治(?:政府|[\u4e00-\u9fff]{2})?(?:建设)?(?:（[^（）]{1,12}）)?[^《》“”]{0,8}(?:要点|任务清单|工作计划|工作安排|任务分解|实施纲要|实施方案)"
)
_BASIS_END = re.compile(
    "(?:要求|精神|部署|规定|标准|原则|意见|安排|文件|指示|方案|办法|通知|规划|纲要|目标|任务|条例|》|〕\\d+号）?)[”）]*，$"
)
# 对照县人大反馈意见，逐项整改: what was found wrong with us is the very matter of the deed that follows.
_FINDINGS = re.compile(
    r"对照[^，]{0,24}(?:反馈|审议|督察|巡视|巡察|检查|督查|考核|评查|整改)[^，]{0,8}(?:意见|问题|清单|结果)，$"
)
# 按照规定程序出台文件3件: the basis is over and a deed follows in the same clause.
_BASIS_THEN_DEED = re.compile(
    "(?:要求|规定|程序|原则|部署|权限|标准|精神|计划|安排|步骤)"
    + either(
        "印发 出台 制定 修订 起草 编制 完成 开展 发布 公布 报送 清理 审查 备案 建立 召开 下发 办理 审核 审议 组织 落实 配备 推进 废止"
    )
)
_SPIRIT = re.compile(
    rf"{LEAD}[^，]{{0,10}}(?:贯彻|落实|学习)[^，]{{0,12}}(?:党中央|中央|国务院|党的|习近平|省委|自治区|上级)"
    "[^，]{0,40}(?:精神|要求|部署|指示批示)，$"
)
_OWN_STUDY = "习近平法治思想"  # to study it is the very duty that a report tells of
WHEN = r"(?:自?20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:以来)?，?|近年来，?|今年以来，?)?"

# A court comes first in its clause, with no word before it that makes it partner, place or object of a deed of ours.
_COURT = re.compile(
    rf"{LEAD}{WHEN}"
    r"(?:(?!支持|督促|配合|协助|邀请|会同|联合|[与同和向到在赴由经被对按为就将把请让受及]|尊重|接受|履行|执行|推动|协调|通过|主动|积极|依托|促进|落实|建立|争取)[\u4e00-\u9fff]){0,10}?"
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

CENTRE = (
    "国务院(?:办公厅)?|中共中央(?:办公厅)?|党中央|中央(?:依法治国|全面依法治国|政法|军民)?(?:委员会|委|办公厅|办公室|办)?|全国人大(?:常委会)?|"
    rf"司法部|最高人民(?:法院|检察院)|国家{HAN}{{2,8}}?(?:局|委|部|总局)|{HAN}{{2,6}}部办公厅|"
    "(?:中共中央|党中央)、国务院"
)
_NAME = either(
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西壮族 西藏 "
    "宁夏回族 新疆维吾尔"
)
PROVINCE = (
    rf"{_NAME}?(?:省|自治区)(?:委|政府|人民政府|人大常委会|人大|党委|厅|局|{HAN}{{2,6}}厅)(?:全面依法治[省区]委员会|依法治[省区]办)?"
    rf"(?:办公厅|办公室)?(?:、{HAN}{{2,8}})?"
)
_SUPERIOR_DID = r"(?:联合|先后|正式|相继|近日|已|又)?(?:出台|印发|发布|颁布|公布|下发|制定|修订|审议通过|召开|要求|提出|明确要求|部署|强调|指出|施行)(?!的|[^，；]{0,24}[》”]的|[^，；]{0,20}后)(?![^，；]*(?:简报|简讯|专刊|经验|表扬))(?![^，；]*我[省市县区州旗镇乡局])"
_SUPERIORS = {
    False: lazily(rf"{LEAD}{WHEN}(?:{CENTRE}){_SUPERIOR_DID}"),
    True: lazily(rf"{LEAD}{WHEN}(?:{CENTRE}|{PROVINCE}){_SUPERIOR_DID}"),
}
BELOW_PROVINCE = frozenset({Level.CITY, Level.COUNTY, Level.TOWN})
# 全省负责人出庭应诉率为98%: a number of the whole province is none of one city; 居全省第一, 全省首家 are honours of ours.
_WIDER = re.compile(
    rf"{LEAD}{WHEN}(?:截至[^，；]{{2,12}}，?)?(?:全国|全省|全自治区)(?!首|率先|第|前|领先|排|位|示范|先进|优秀|唯一|率\d)"
    r"[^，；]{0,24}(?:率|数|量|案件)[^，；]{0,10}\d"
)
_PEER = re.compile(rf"{LEAD}(?:与|同)?(?:对标|对比|比照|参照)[^，]{{0,16}}(?:地区|城市|[省市县区州])[^，]*")

_ASKS = re.compile(
    r"(?:会议|会上|全会|书记|[省市县区州镇乡局厅]长|同志|领导|讲话)[^，；。]{0,12}(?:要求|强调|指出)[：，]$"
)
# 《通知》要求各部门……: a paper asks as a meeting does.
_PAPER_ASKS = re.compile(
    rf"{LEAD}该?《?(?:通知|决定|批示|批复)》?(?:还|同时|明确|特别){{0,2}}(?:要求|强调|指出)"
)
_DEMAND = re.compile(
    rf"{LEAD}(?:“|[一二三四五六七八九](?=要))?(?:全[省市县区州旗镇乡局党][^，；]{{0,6}}|各[^，；]{{1,14}}|我们|领导干部|党员干部|大家|[^，；]{{0,12}}?(?:单位|部门|委员会|负责人|负责同志|主要领导|[办局委]))?(?:都|也)?(?:必须|务必|应当?|要(?!求|素|件|点|闻|案))"
)
_MATTERS = re.compile(
    "(?:意义重大|(?:重要|重大|深远)意义|十分重要|至关重要|势在必行|的必然要求|的重要举措|的重要抓手)[，。；]?$"
)
# 省政府要求，……; 《行政处罚法》规定，……: all that follows is a demand until a clause tells what was done here.
_ASKED_OF_ALL = re.compile(
    rf"{LEAD}(?:明确)?(?:{CENTRE}|{PROVINCE}|上级|(?:国家|[省市])(?:里|局|厅|委|办|级)|《[^《》]{{2,60}}》(?:第[\u4e00-\u9fff\d]{{1,8}}条)?)(?:在[^，；《》]{{2,24}}(?:会|会议)上)?"
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
# 企业反映检查频次过高: what others complain of.
_COMPLAINT = re.compile(
    rf"{LEAD}(?:企业|群众|市场主体|经营主体|基层|代表|委员|网友|社会)[^，；。]{{0,6}}反映(?!的|强烈的)[^。；]{{0,60}}(?:问题(?:较为|比较|仍然|十分)?(?:突出|严重|较多)|过高|过多|过频|频繁|偏高|较多)[，。]?$"
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
# 要求各单位配备法制审核人员: what is asked of others; 要求整改 is itself the work of a supervisor.
_ASKED_OF_UNITS = re.compile(
    rf"{LEAD}(?:(?!均|都|按|照|根据|标准|不)[^，；《]){{0,12}}?(?<![的新关有高])(?:明确|严格|再次|统一)?要求"
    "(?:各|所有|全[省市县区州旗]|全体|有关|相关|下属|所属|凡)(?!的)"
    f"(?![^，；]{{0,24}}{either('整改 自查 限期 改正 退回 说明 补正 报送')})"
)


def quoted_cue(clause: str, *, last: bool, level: Level | None, place: str | None = None) -> str | None:
    """In Chinese why the clause is somebody else's, None when it is not.

    ``last`` tells that no clause follows in its segment: a basis then has nothing to stand for. ``level`` decides
    whether a province is a superior, ``place`` whether a document is our own.

    >>> quoted_cue("市法院受理行政案件30件，", last=False, level=None)
    '他人行为“市法院受理”'
    """
    if not _NOTHING.isdisjoint(clause) and (
        _DENIAL.match(clause) or _NO_CASES.match(clause) or _NO_ACCIDENT.match(clause)
    ):
        return mark("否定句：没有发生的事")
    basis = None if last else basis_cue(clause, place)
    if basis:
        return basis
    court = _COURT.match(clause) if "院" in clause else None
    if court and (not court["relative"] or _HONOURED.search(clause)):
        return said("他人行为“{words}”", words=court[0])
    superior = _SUPERIORS[level in BELOW_PROVINCE].match(clause)
    if superior:
        return said("上级行为“{words}”", words=superior[0])
    if "院" in clause and (honour := _COURTS_HONOUR.match(clause)):
        return said("他人行为“{words}”", words=honour[0])
    if _AT_NEIGHBOURS.search(clause):
        return said("其他地区“{words}”", words=mark("邻近或兄弟地区"))
    if level in BELOW_PROVINCE and _WIDER.match(clause):
        return mark("全省或全国的数，不是本地的")
    if rule := _rule_cue(clause):
        return rule
    if "反映" in clause and _COMPLAINT.match(clause):
        return mark("别人反映的问题")
    if "要求" in clause and _ASKED_OF_UNITS.match(clause) and not _RESULT.search(clause):
        return mark("对下级单位的要求")
    return mark("对照其他地区") if not last and _PEER.match(clause) else None


def _rule_cue(clause: str) -> str | None:
    """In Chinese that the clause is the text of a rule, a demand on everybody or what a plan says."""
    if "条" in clause and _ARTICLE.match(clause):
        return mark("规定或上级的要求")
    if "要" in clause and _OUGHT.match(clause):
        return mark("会议或领导的要求")
    return mark("方案里的话，还不是做了的事") if _PLAN_SAYS.match(clause) else None


def basis_cue(words: str, place: str | None) -> str | None:
    """In Chinese that the words only name a basis (根据《甲》《乙》等文件精神，); None when it is a plan of our own."""
    return None if _names_own(words, place) else _basis(words)


def _names_own(clause: str, place: str | None) -> bool:
    """按照《静海区法治政府建设实施纲要》: a plan of our own that is carried out; 《中共静海区委……》 is the party's."""
    own = rf"《(?!中共|中国共产党)[^《》]{{0,8}}{re.escape(place[-3:])}" if place is not None else None
    return _OF_THE_YEAR.search(clause) is not None or (own is not None and re.search(own, clause) is not None)


def _basis(clause: str) -> str | None:
    end = _BASIS_END.search(clause) if _BASIS.match(clause) else None
    if end and not _BASIS_THEN_DEED.search(clause) and not _FINDINGS.search(clause):
        return said("依据语“{words}”", words=end[0][:-1])
    return mark("依据语：上级要求") if _SPIRIT.match(clause) and _OWN_STUDY not in clause else None


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
        _rule_cue(clause) is not None
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
