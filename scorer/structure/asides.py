"""Words inside a clause that tell no deed although the clause does: they name a scope, a helper, a source, a law.

- 在市委领导和人大监督下，我市……: who leads and watches us, not what we did with them.
- 对立法、执法监督、行政复议等工作进行了部署: the deed is the arrangement, the list only its scope.
- 律师在合同审查、信访接待等方面发挥作用: fields of somebody's use, none of them told as done.
- 落实国务院印发的《纲要》: somebody else issued it.
- 对企业负责人问责: those who are held to account are no officials.
- 全年被申请行政复议12件: whoever is complained of did not review.
- 赴被命名为示范市的甲市学习: the honour is that of those who are visited.
- 学习《行政复议法》: 行政复议 is a part of the law's name; the whole name may count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.patterns import lazily
from scorer.structure.model import Level
from scorer.structure.others import CENTRE, PROVINCE
from scorer.structure.sentences import Stretch
from scorer.structure.words import either

__all__ = ["find_asides"]

_UNDER = re.compile(
    r"(?:(?<=[，；。：])|(?<![\s\S])|(?<=\n)|(?<=年))在(?![^，；。]{0,30}(?:情况|条件|背景|形势|前提)下)[^，；。]{2,48}?"
    r"(?:领导|指导|监督|支持|关心|帮助|关怀|统筹|带领|指引|推动)下"
)
# Three things at least, or it may be the very matter that was dealt with.
_SCOPE = re.compile(
    r"(?:就|对于?)(?=[^，；。]{0,120}、[^，；。]{0,120}、)(?P<list>[^，；。]{4,200}?)(?:进行|作出|作|做出|做)了?(?:全面|专题|统一|具体|详细|周密)?的?"
    r"(?:安排|部署|动员|谋划)"
)
_USE = re.compile(
    r"在(?=[^，；。]{0,80}、)(?P<list>[^，；。]{4,80}?)(?:等)?(?:方面|领域|环节|工作|过程)中?的?(?:积极|充分|切实|有效)?(?:发挥|起到)"
)
_MADE = f"(?:联合|共同|新)?{either('印发 制定 出台 发布 下发 颁布 公布 修订 审议通过')}的(?=《|“|关于|[\\u4e00-\\u9fff])"
_OURS_ABOVE = (
    "[省市县区](?:委|人民政府|政府)[^，；。《》、]{0,16}?"  # a department or a town has these above it
)


def _sources(above: str) -> re.Pattern[str]:
    return lazily(rf"(?:{above}|上级(?:党委|政府|部门|机关)?){_MADE}")


_SOURCES = {
    None: _sources(CENTRE),
    Level.PROVINCE: _sources(CENTRE),
    Level.CITY: _sources(f"{CENTRE}|{PROVINCE}"),
    Level.COUNTY: _sources(f"{CENTRE}|{PROVINCE}"),
    Level.TOWN: _sources(f"{CENTRE}|{PROVINCE}|{_OURS_ABOVE}"),
    Level.DEPARTMENT: _sources(f"{CENTRE}|{PROVINCE}|{_OURS_ABOVE}"),
}
# 全年被申请行政复议96件，被撤销3件: who is complained of reviews nothing.
_COMPLAINED_OF = re.compile("被(?:提起|申请)(?:行政)?复议[^；。]{0,80}")
_STUDY = re.compile(
    either("学习 宣传 宣讲 解读 培训 普及 研读 辅导 讲解 授课 讲座 领学 自学 学法 测试 考试 知识竞赛 送法")
)
_LAW = re.compile(r"《(?P<name>[^《》\n]{2,60}(?:(?<!办)法|法典|条例))(?:（[^（）《》]{1,20}）)?》")
# 对3名企业负责人进行问责: firms and citizens are not those whom a government holds to account for its own work.
_PRIVATE = re.compile(
    r"(?:对|给予|将)[^，；。《》]{0,12}?"
    + either(
        "企业 公司 商户 店主 业主 经营者 经营户 当事人 驾驶员 居民 群众 村民 包工头 施工方 开发商 中介 承包人 从业人员"
    )
    + "的?(?:主要|有关|相关|直接)?(?:负责人|责任人|人员|员工|法定代表人|当事人)?(?:[一二三四五六七八九十\\d]{1,4}[人名])?"
    + "(?:依法|严肃|严厉)?(?:进行|予以|实施|给予|作出|开展)?了?(?:依法|严肃|严厉)?"
    + f"(?P<act>{either('行政问责 追责问责 问责追责 问责 追责 处分 诫勉谈话 诫勉 追究责任')})"
)
# 借鉴甲市被命名为示范市的经验: somebody else's honour, unless the words say that it is ours.
_HONOUR_OF_A_MODEL = re.compile(
    r"(?:学习|借鉴|考察|观摩|取经|邀请|对标|赴|前往)(?![^，；。]{0,40}我[们省市县区州旗镇乡局])[^，；。《》]{0,16}?"
    r"(?P<honour>(?:命名|评定?|授予|认定|确定)为[^，；。《》]{2,24}?)的[^，；。《》]{0,12}(?:[省市县区州旗镇乡](?:委|政府)?(?:考察|学习|观摩|取经|来|$|[，；。])|经验|做法)"
)
_REACH = 60  # characters before a law's name in which the verb of study stands


def find_asides(text: str, *, level: Level | None) -> Iterator[tuple[Stretch, str]]:
    """Places in folded text with, in Chinese, what they are; a hit that lies wholly inside one tells no deed.

    ``level`` is that of the government that reports: it decides who is above it.

    >>> list(find_asides("学习《行政复议法》", level=None))
    [((3, 7), '所学法律名称的一部分')]
    """
    for found in _UNDER.finditer(text):
        yield found.span(), "说的是在谁的领导或监督之下"
    for found in _SCOPE.finditer(text):
        yield found.span("list"), "只是部署的事项范围"
    for found in _USE.finditer(text):
        yield found.span("list"), "只是发挥作用的方面"
    for found in _SOURCES[level].finditer(text):
        yield found.span(), "制发文件的是上级"
    for found in _COMPLAINED_OF.finditer(text):
        yield found.span(), "本机关是被申请人，不是复议机关"
    for found in _PRIVATE.finditer(text):
        yield found.span("act"), "追责的对象不是公职人员"
    for found in _HONOUR_OF_A_MODEL.finditer(text):
        yield found.span("honour"), "获得称号的是学习的对象"
    for found in _LAW.finditer(text):
        if _studied(text, found.start()):
            start, end = found.span("name")
            yield (start, end - 1), "所学法律名称的一部分"


def _studied(text: str, at: int) -> bool:
    """Whether a verb of study governs the law named at ``at``: in its clause, before it."""
    before = text[max(0, at - _REACH) : at]
    clause = re.split("[，；。：\n]", before)[-1]
    return _STUDY.search(clause) is not None
