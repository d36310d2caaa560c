"""Whether a clause only names what the following goes by: 根据《……意见》要求, 按照市委部署, 对标先进地区.

A plan of our own that is carried out (《静海区法治政府建设实施纲要》) is no such basis, nor are findings about us.
"""

from __future__ import annotations

import re

from scorer.i18n import mark, said
from scorer.structure.words import LEAD, either

__all__ = ["basis_cue", "follows_peers"]

_BASIS = re.compile(rf"{LEAD}(?:严格|坚决|认真|进一步)?(?:根据|按照|依据|依照|遵照|对照|比照|遵循)")
# 对照《全县法治政府建设工作要点》: whoever wrote it, to work by it is what a report on it tells of.
_ABOVE = "(?!中共|中国共产党|国务院|[^《》“”]{0,24}委员会)"
_OUR_PAPER = either("要点 任务清单 工作计划 工作安排 任务分解 实施纲要 实施方案")
_OF_THE_YEAR = re.compile(
    f"[《“]{_ABOVE}[^《》“”]{{0,24}}(?<!依)法治(?:政府|[\u4e00-\u9fff]{{2}})?(?:建设)?"
    f"(?:（[^（）]{{1,12}}）)?[^《》“”]{{0,8}}{_OUR_PAPER}"
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
# To study this is the very duty that a report tells of; 贯彻落实中央全面依法治国工作会议精神， is a basis still.
_OWN_STUDY = re.compile(
    "习近平法治思想|(?:传达|专题|集中|集体|认真|深入|组织|系统)(?:传达|集中|专题|组织|认真)?学习(?!贯彻|借鉴)[^，]{0,40}(?:法治|依法治国|宪法|民法典)"
)
_PEER = re.compile(rf"{LEAD}(?:与|同)?(?:对标|对比|比照|参照)[^，]{{0,16}}(?:地区|城市|[省市县区州])[^，]*")


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
    return mark("依据语：上级要求") if _SPIRIT.match(clause) and not _OWN_STUDY.search(clause) else None


def follows_peers(clause: str) -> bool:
    """Whether the clause only names other places that ours is measured by: 对标先进地区."""
    return _PEER.match(clause) is not None
