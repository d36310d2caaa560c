"""Words inside a clause that tell no deed although the clause does: they name others beside the deed, or a paper.

- 在市委领导和人大监督下，我市……: who leads and watches us, not what we did with them.
- 落实国务院印发的《纲要》: somebody else issued it.
- 对标《关于印发〈工作方案〉的通知》: the name of a paper issues nothing.
- 对企业负责人问责: those who are held to account are no officials.
- 全年被申请行政复议12件: whoever is complained of did not review.
- 赴被命名为示范市的甲市学习: the honour is that of those who are visited.
- 借鉴甲区“三张清单”经验: what somebody else does.
- 办理法规草案征求意见30件: what others asked us.
- 市人大常委会审议通过地方性法规2件: the people's congress makes laws of its own.
- 由司法所、综治中心人员组成的评议团: who is taken from where; 联合公证处、法律援助中心开展宣传: with whom.

Fields, occasions and aims are found by ``fields``, lists of what something was about by ``topics``, what was only
learnt or taught by ``studies``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.i18n import mark
from scorer.patterns import begins, lazily
from scorer.structure.fields import find_fields
from scorer.structure.model import Level
from scorer.structure.sentences import Stretch
from scorer.structure.studies import find_studies
from scorer.structure.superiors import CENTRE, PROVINCE
from scorer.structure.topics import find_topics
from scorer.structure.words import HAN, either

__all__ = ["find_asides"]

_UNDER = begins(
    "在",
    r"(?:(?<=[，；。：])|(?<![\s\S])|(?<=\n)|(?<=年))在(?![^，；。]{0,30}(?:情况|条件|背景|形势|前提)下)[^，；。]{2,48}?"
    r"(?:领导|指导|监督|支持|关心|帮助|关怀|统筹|带领|指引|推动)下",
)
# 由镇纪委、镇综治中心人员组成的评议团: from where its members come.
_MEMBERS = re.compile(
    r"由(?P<list>[^；。]{4,120}?)组成的?[^，；。、]{0,8}(?:团|组|专班|队)|与(?P<house>[^，；。]{2,80}、[^，；。]{2,40}?)合署办公"
)
# 联合公证处、法律援助中心开展宣传: with whom.
_PARTNERS = re.compile(
    f"(?:{either('联合 会同 协同 邀请')})(?P<list>[^，；。]{{2,60}}?(?:、|和|及)[^，；。]{{2,40}}?)(?=(?:共同|联合)?(?:{either('开展 举办 进行 组织 召开 举行 走进')}))"
)
_NAME_ISSUES = re.compile("《[^《》\n]{0,40}?(?P<act>关于(?:印发|转发|下发|制定))[<〈]?")
_MADE = f"(?:联合|共同|新)?{either('印发 制定 出台 发布 下发 颁布 公布 修订 审议通过')}的(?=《|“|关于|{HAN})"
# 区政府下发《关于印发〈工作要点〉的通知》等要求: whose paper it is shows by what is done with it.
_TITLED = f"(?:{either('印发 制定 出台 发布 下发 颁布')})(?:《[^《》\\n]{{2,60}}》、?){{1,4}}等?(?:文件|通知)?的?(?:{either('要求 精神 部署 规定')})"
_OURS_ABOVE = (
    "[省市县区](?:委|人民政府|政府)[^，；。《》、]{0,16}?"  # a department or a town has these above it
)


def _sources(above: str) -> re.Pattern[str]:
    return lazily(rf"(?:{above}|上级(?:党委|政府|部门|机关)?)(?:{_MADE}|{_TITLED})")


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
# 借鉴甲区“三张清单”经验，探索…: what somebody else does; 枫桥经验 and the like are the country's, and to work by them is one's own deed.
_OF_A_MODEL = begins(
    "学借取",
    r"(?:学习借鉴|借鉴|学习|取经)(?![^，；。]{0,24}(?:我[们省市县区州旗镇乡局]|本[省市县区]|习近平|浦江|枫桥|千万工程|评为|命名为|授予|认定为))"
    r"(?P<model>[^，；。]{0,12}?(?:[省市县区州镇]|地区|兄弟|先进)[^，；。\d]{2,20}?)的?(?:先进|成功|好的)?(?:经验|做法|模式)(?=[，；。])",
)
# 借鉴甲市被命名为示范市的经验: somebody else's honour, unless the words say that it is ours.
_HONOUR_OF_A_MODEL = re.compile(
    r"(?:学习|借鉴|考察|观摩|取经|邀请|对标|赴|前往)(?![^，；。]{0,40}我[们省市县区州旗镇乡局])[^，；。《》]{0,16}?"
    r"(?P<honour>(?:命名|评定?|授予|认定|确定)为[^，；。《》]{2,24}?)的[^，；。《》]{0,12}(?:[省市县区州旗镇乡](?:委|政府)?(?:考察|学习|观摩|取经|来|$|[，；。])|经验|做法)"
)
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
# 市人大常委会听取报告，审议通过地方性法规2件: a deed of the people's congress, unless it was asked by the government.
_LEGISLATURE = re.compile(
    r"(?<![经由请报交向])(?:[省市州]|自治区)人大(?:及其)?(?:常委会)?(?:(?!提请|提交|报请|政府)[^。；]){0,60}?"
    r"(?P<law>(?:审议通过|表决通过|制定|修订|修改|批准|废止)[^，；。]{0,12}法规\d{1,3}[件部])"
)
# 办理上级下发的法规草案征求意见30件: what others asked us about is not what we asked of the public.
_ANSWERED = re.compile(
    "(?:办理|回复|答复|反馈|承办|研提)[^，；。]{0,24}?(?P<asked>(?:法律|法规|规章|立法|草案|条例)[^，；。]{0,16}?征求意见[稿函件]?)"
    r"[^，；。]{0,4}?\d{1,4}(?:余|多)?[件份次部]"
)

# What each pattern finds is, where it names a group, the words of that group alone.
_KINDS = (
    (_UNDER, mark("说的是在谁的领导或监督之下")),
    (_MEMBERS, mark("只是人员的来处")),
    (_PARTNERS, mark("只是过问或提到的事项")),
    (_ANSWERED, mark("只是过问或提到的事项")),
    (_NAME_ISSUES, mark("文件名里的词")),
    (_COMPLAINED_OF, mark("本机关是被申请人，不是复议机关")),
    (_PRIVATE, mark("追责的对象不是公职人员")),
    (_HONOUR_OF_A_MODEL, mark("获得称号的是学习的对象")),
    (_OF_A_MODEL, mark("只是借鉴的别处做法")),
    (_LEGISLATURE, mark("立法的是人大")),
)


def find_asides(text: str, *, level: Level | None) -> Iterator[tuple[Stretch, str]]:
    """Places in folded text with, in Chinese, what they are; a hit that lies wholly inside one tells no deed.

    ``level`` is that of the government that reports: it decides who is above it.

    >>> list(find_asides("学习《行政复议法》", level=None))
    [((3, 7), '所学法律名称的一部分')]
    """
    for pattern, note in _KINDS:
        for found in pattern.finditer(text):
            yield found.span(found.lastgroup or 0), note
    for found in _SOURCES[level].finditer(text):
        yield found.span(), mark("制发文件的是上级")
    for place in find_topics(text):
        yield place, mark("只是涉及的内容")
    yield from find_fields(text)
    yield from find_studies(text)
