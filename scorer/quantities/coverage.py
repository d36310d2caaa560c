"""Words that say "all of them" are read as 100 %: 法律顾问实现全覆盖, 均聘请了法律顾问, 全部配备法治副校长."""

from __future__ import annotations

import re
from decimal import Decimal

from scorer.patterns import lazily
from scorer.quantities.model import Hedge, Kind, Quantity

__all__ = ["all_of_them"]

_REACH = 48  # characters of a clause that are looked at before the name
_COVERED = re.compile(
    r"(?:率|制度|工作|体系|服务)?[”’）)]*[，,]?(?:已经?|均|全部|都|率先|实现了?|达到了?|的|全面|“|100%)*"
    r"(?:(?<=实现)[^，。；0-9]{1,14})?全覆盖"
)
_EACH = re.compile(
    r"全员(?:参加|参与|参训|通过|完成)了?(?:年度|全市|全省|全县|统一)?$|(?:均|都|全部|全)(?:已|已经|常年|依法|率先|普遍)*"
    r"(?:实现|聘请|聘任|聘用|配备|配齐|设立|设置|建立|落实|开展|纳入|签订|成立|有|完成|达到)了?(?:专职|专门|专业)?[“‘]?$"
)
# NAME均已建成, NAME全部挂牌: what is there everywhere is named first, its verb stands behind.
_BUILT = re.compile(
    r"[”’）)]*(?P<all>(?:已经?)?(?:均|都|全部)(?:已经?|按时|如期|按期)*"
    r"(?:建成|建立|设立|成立|组建|挂牌|配备|配齐|到位|建设完成|完成建设|建设到位|投入使用|投入运行|启用|运行))"
)
# 均按期回复, 全部办结, 件件经司法局审核: the name itself is what was done to all of them. 全部 may also stand before
# a noun, so the name must begin as a deed does.
_ALL_WERE = re.compile(
    r"(?P<all>均|都|全部|件件)(?:已经?|依法|(?:严格)?按(?:照)?规定|及时|按[期时]|如期|规范){0,2}"
    r"(?:(?:向|报送?|经|由|在|于)[^，。；0-9]{1,20})?(?:进行了?|予以|得到|完成|实现|一次性|当场)?$"
)
_DEED = re.compile(
    r"按[期时]|及时|如期|依法(?:办|答|予)|(?:法定|规定)?(?:期限|时限|时间)内|办[结复理]|答复|回复|反馈|合格|通过|持证|取得|进驻|入驻|"
    r"报备|备案|审[核查结]|合法性审[核查]|整改|结案|出庭|化解|评估|兑现"
)
_DEED_ENDS = re.compile(r"(?:完毕|到位|完成|通过|结束)?了?(?:[”）)，,。；;、：:]|并|且|$)")
_NOT_YET = re.compile(r"力争|努力|逐步|尚未|没有|争取|基本|未能|即将|确保")
# 未全部办结, 应均按期回复, 除2件外全部办结 and 其余均…: not all of them, or not yet.
_NOT_ALL = lazily(
    r"(?:未|不|非|无法|难以|须|需|要|(?<![相响供反适效对感呼回策顺照因])应|应该|可|能够?|部分|其余(?:案件|事项|问题)?|除[^，。；]{1,16}外[，,]?)(?:已经?|将|会)?$"
)
_OUGHT = ("应当", "应该", "必须", "预计", "有望", "目标", "原则上")
_BY_DEMAND = ("按", "依照", "根据", "符合", "对照", "遵照")  # 按照市政府要求全部办结 tells what was done
_PROMOTED = re.compile(r"推动|推进|探索|要求")  # 推进…，实现全覆盖 is done all the same


def all_of_them(text: str, start: int, end: int) -> Quantity | None:
    """A quantity of 100 % where the clause says that the name ``text[start:end]`` holds for all, else None.

    Its place is that of the words that say so. What is merely promoted (推动…全覆盖) is not there yet.
    """
    floor = max(0, start - _REACH)
    clause = max(text.rfind(mark, floor, start) for mark in "，,。；;") + 1 or floor
    match = _COVERED.match(text, end)
    if match is not None:
        promoted = "实现" not in match.group() and _PROMOTED.search(text, clause, match.end())
        if not promoted and _NOT_YET.search(text, clause, match.end()) is None:
            return _whole(text, match.end() - len("全覆盖"), match.end())
    built = _BUILT.match(text, end)
    if built is not None and _NOT_YET.search(text, clause, start) is None:
        return _whole(text, *built.span("all"))
    if _DEED.match(text, start, end) is not None and _DEED_ENDS.match(text, end) is not None:
        were = _ALL_WERE.search(text, max(clause, start - 28), start)
        if were is not None and _holds_for_all(text, clause, were.start("all"), start):
            return _whole(text, *were.span("all"))
    each = _EACH.search(text, max(clause, start - 16), start)
    if each is not None and _NOT_YET.search(text, clause, start) is None:
        return _whole(text, each.start(), start)
    return None


def _holds_for_all(text: str, clause: int, at: int, end: int) -> bool:
    """Whether 均 or 全部 at ``at`` of the clause that begins at ``clause`` tells what is so, up to ``end``."""
    if _NOT_YET.search(text, clause, end) or _NOT_ALL.search(text, max(0, at - 24), at):
        return False
    ahead = text[clause:at]
    before, demand, _ = ahead.partition("要求")
    if demand and not any(word in before for word in _BY_DEMAND):
        return False
    return not any(word in ahead for word in _OUGHT)


def _whole(text: str, start: int, end: int) -> Quantity:
    hundred = Decimal(100)
    return Quantity(start, end, text[start:end], hundred, hundred, hundred, "%", Hedge.EXACT, Kind.PERCENT)
