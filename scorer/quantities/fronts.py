"""Numbers in front of a name: 45件涉法文件, 3次对依法行政工作作出批示, 98%以上的执法人员持证上岗."""

from __future__ import annotations

import re

from scorer.quantities.connectors import NO_NOUN, is_rate_name, without_brackets
from scorer.quantities.model import Quantity

__all__ = ["counts_what_follows"]

_NOUN = 12  # characters of a noun between a count and the name behind it
_NEW_PREDICATE = re.compile(r"[并后且由向将对被经使让把给]|接受|通过|以及|开展|报送|为(?!民)")
# 3次对依法行政工作作出批示: how often something was done is said before all that was done.
_AFTER_COUNT = r"(?:对|就|围绕|向|为|在|到|赴|专题|集中|深入|分别|主持|组织|召集|召开|开展|举办|听取|带领|带队|邀请|会同|主动|参加|参与|同步|现场)[^，,。；;、0-9]{0,16}"
_ADVERB = re.compile(_AFTER_COUNT)
# The noun that a number counts itself: 21个单位的案卷, 20个部门到示范点学习.
_OWN_NOUN = re.compile(
    r"(?:单位|部门|乡镇|镇街|街道|企业|机关|机构|学校|社区|省|市|县|区|镇|乡|村|局|科室|领域|方面|行业|系统|人员|干部)的$"
    r"|(?:单位|部门|企业|人员|干部|骨干|代表|成员)(?:到|赴|前往|走进)"
)
# Who takes part is no count of what they take part in: 32家单位参加培训.
_ATTENDED = re.compile(r"参加|参与|出席|参训|参会")
_PARTIES = frozenset(("家", "个", "户", "部门", "单位", "村", "社区", "乡镇", "街道", "企业"))
# 58人向区委作述法: people are counted before all that they did.
_PEOPLE = frozenset(("人", "名", "位"))
_WHO_DID = re.compile(rf"[^，,。；;、0-9]{{0,10}}?{_AFTER_COUNT}")
_BY_PEOPLE = re.compile(r"(?:述法|述职|考试|测试|培训|宣誓|旁听)$")
# 9名干部因履职不力受到党纪处分: so are those to whom something was done.
_TO_PEOPLE = re.compile(r"(?:处分|问责|追责|处理|约谈|通报|追究|谈话|诫勉)$")
_SUFFERED = re.compile(r"[^，,。；;、0-9]{0,20}?(?:受到?|被|给予|予以|进行)[^，,。；;、0-9]{0,8}")
# 对300名执法人员全员轮训: and those who were trained.
_TRAINING = re.compile(r"(?:轮训|培训|集训|考核|考试|测试)$")
_TAUGHT = re.compile(
    r"[^，,。；;、0-9]{1,14}?(?:全员|集中|逐一|统一|分批)(?:进行|开展|组织|实施)?了?[^，,。；;、0-9]{0,4}"
)
# 98%以上的执法人员持证上岗, 实现100%: what the share is of stands before the name, and there is no other number.
_SHARE_BEFORE = re.compile(
    r"(?:以上|以下|左右)?(?:的?(?:已|均|已经)?(?:完成|实现|做到|达到|达成|做好|配备|聘请|配齐|建立|设立|建成|落实|签订|纳入|开展|公示|公开)?|的[^，,。；;、：:0-9率]{1,14})"
)

# 对36份文件开展公平竞争审查, 45件文件均经合法性审核: what the deed was done to is counted before it.
_ACTED_ON = re.compile(
    r"(?:拟?[^，,。；;、0-9]{1,14}?)(?:全部|均|都|逐一|已)*(?:进行|开展|实施|予以|作出|完成|通过|履行|组织|经过?)了?"
    r"(?:集中|专项|全面|双随机、?|严格)*"
)
_DEED = re.compile(
    r"(?:审查|审核|评估|检查|抽查|督查|督察|清理|评查|调解|听证|论证|评议|备案|公示|核查|督办|修复|处罚|述法|考核|考试|测试|约谈|问责)$"
)
# A deed whose name holds its own object is counted by that one: 对12个单位开展案卷评查.
_HAS_OBJECT = re.compile(r"案卷|卷宗|合同|协议|文件|规章|决策|事项|纠纷|案件")
# 合同审查培训 is a training and no review.
_OTHER_HEAD = re.compile(
    r"(?:培训|会议?|座谈|讲座|制度|机制|办法|细则|系统|方案|流程|标准|清单|平台|人员|队伍|中心)"
)


def counts_what_follows(quantity: Quantity, gap: str, name: str, behind: str) -> int | None:
    """How far a number stands from the ``name`` behind it (0 is next to it), None when it is not its own.

    ``gap`` are the words between them and ``behind`` the first words behind the name; nothing else is looked at,
    so that one call is cheap.
    """
    gap = without_brackets(gap)
    if quantity.unit == "%":
        return _share(gap.strip(), name)
    gap = gap.lstrip("的 ")
    if quantity.unit in _PEOPLE and _BY_PEOPLE.search(name) and _WHO_DID.fullmatch(gap):
        return len(gap)
    if quantity.unit in _PEOPLE and _TO_PEOPLE.search(name) and _SUFFERED.fullmatch(gap):
        return len(gap)
    if quantity.unit in _PEOPLE and _TRAINING.search(name) and _TAUGHT.fullmatch(gap):
        return len(gap)
    if quantity.unit == "次" and _ADVERB.fullmatch(gap):
        return len(gap)
    if _ACTED_ON.fullmatch(gap):
        if _OTHER_HEAD.match(behind):
            return None
        if _DEED.search(name) and not _HAS_OBJECT.search(name):
            return len(gap)
    if len(gap) > _NOUN or NO_NOUN.search(gap) or _NEW_PREDICATE.search(gap) or _OWN_NOUN.search(gap):
        return None
    if quantity.unit in _PARTIES and _ATTENDED.search(gap):
        return None
    return len(gap.strip("“”‘’《"))


def _share(gap: str, name: str) -> int | None:
    if gap in {"", "的", "以上的", "以上"}:
        return len(gap.strip("的"))
    return None if is_rate_name(name) or _SHARE_BEFORE.fullmatch(gap) is None else len(gap)
