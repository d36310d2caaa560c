"""Words inside a clause that only name its field, its occasion, its aim, or what it asked after or told of.

- 对立法、执法监督、行政复议等工作进行了部署: the deed is the arrangement, the list only its scope.
- 律师在合同审查、信访接待等方面发挥作用: fields of somebody's use, none of them told as done.
- 结合甲活动、乙活动等活动，开展宣传: the occasion of a deed.
- 结合法定职责，签订合同: what a deed goes with.
- 为进一步压实普法责任，……: what something is done for is not what is done.
- 了解普法、复议等情况; 考核重点是……; 功能窗口: what is only asked after or named.
- 集法治宣传、纠纷调解于一体: what a place is meant for.
- 领导小组负责制定计划、督促检查: what a body is for; 宣誓是学习法治思想的重要举措: what something is good for.
- 带头参加法治培训、普法宣传等活动: where somebody was seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.i18n import mark
from scorer.patterns import begins
from scorer.structure.sentences import Stretch
from scorer.structure.words import either

__all__ = ["find_fields"]

# Three things at least, or it may be the very matter that was dealt with.
_SCOPE = re.compile(
    r"(?:就|对于?)(?=[^，；。]{0,120}、[^，；。]{0,120}、)(?P<list>[^，；。]{4,200}?)(?:进行|作出|作|做出|做)了?(?:全面|专题|统一|具体|详细|周密)?的?"
    r"(?:安排|部署|动员|谋划)"
)
_USE = re.compile(
    r"在(?=[^，；。]{0,120}、)(?P<list>[^，；。]{4,120}?)(?:等)?(?:方面|领域|环节|工作|过程)中?的?"
    f"(?:{either('积极 充分 切实 有效 综合 持续 协同 共同 精准')})?(?:{either('发挥 起到 发力 用力 下功夫')})"
)
# 充分发挥记录信息在案卷评查、执法监督等工作中的作用: fields of use, the other way round.
_PART = re.compile(
    r"发挥[^，；。、]{1,30}?在(?=[^，；。]{0,120}、)(?P<list>[^，；。]{4,120}?)(?:等[^，；。、]{0,8}?)?[中里上]?的[^，；。、]{0,8}作用"
)
# 把依法行政要求落实到决策、许可、执法检查等工作方方面面: everywhere is nowhere in particular.
_EVERYWHERE = re.compile(
    r"(?:落实|贯穿|融入|体现|贯彻)(?:到|于|进|在)?(?=[^，；。]{0,120}、[^，；。]{0,120}、)(?P<list>[^，；。]{4,120}?)"
    f"(?:等[^，；。、]{{0,16}}?)?(?:{either('方方面面 各方面 各个方面 各环节 各个环节 各领域 各个领域 全过程 全领域')})"
)
# 集法治宣传、纠纷调解、法律服务于一体的中心: what a place is meant for.
_FUNCTIONS = re.compile(r"集(?P<list>[^，；。]{1,60}、[^，；。]{1,80}?)(?:等?功能)?[于为]一体")
# 破解普法宣传、纠纷调处、执法规范等重难点问题: where the difficulties lie.
_MATTER = re.compile(
    f"(?:{either('破解 解决 聚焦 统筹推进')})(?=[^，；。]{{0,120}}、[^，；。]{{0,120}}、)(?P<list>[^，；。《》\\d]{{4,120}}?)等"
    f"[^，；。、]{{0,4}}?(?:{either('难点问题 重点问题 具体事项 重点工作 重点任务 突出问题 难点堵点')})"
)
# 结合“3·15”、农业执法整治等活动，发放资料: the occasion of a deed.
_OCCASION = re.compile(
    f"(?:{either('结合 借助 利用 依托 抓住')})(?=[^，；。]{{0,120}}(?:、|”“))(?P<list>[^，；。]{{4,120}}?)等[^，；。、]{{0,6}}?"
    f"(?:{either('活动 节点 契机 时机 节日 纪念日 节假日')})"
)
# 结合法定职责和权力清单，签订合同: what a deed goes with; 结合专项检查，…… would tell of the inspection as well.
_TOGETHER = re.compile(
    r"(?:(?<=[，；。：\n])|(?<![\s\S]))结合(?P<with>[^，；。《》\d]{2,30}?"
    f"{either('清单 职责 职能 权限 规定 制度 法规 要求 实际 特点 需要 需求 任务')})(?=，)"
)
_AIM = either(
    "了 进一步 深入 全面 切实 更好 充分 不断 有效 着力 加快 持续 扎实 加强 强化 提升 提高 规范 贯彻 落实 推进 推动 确保 保障 促进 压实 压紧 增强 "
    "完善 优化 方便 营造 构建 打造 健全 深化 做好 防止 防范 维护 破解 实现 弘扬 适应 助力 认真学习"
)
# 为进一步增强执法能力，推动三项制度落实，我县……: up to the clause that tells what was done for it.
_MORE_AIMS = (
    f"(?:，(?:进一步|不断|切实|全面){{0,2}}{either('增强 提升 提高 推动 促进 压实 营造 确保 强化 加强 规范 助力')}"
    "(?![^，；。]{0,40}[了已\\d《])[^，；。]{2,40}(?=[，。])){0,3}"
)
_PURPOSE = begins(
    "一七三为九二五八六十四意旨是",
    rf"(?:(?<=[；。：\n])|(?<![\s\S]))(?:[一二三四五六七八九十]{{1,3}}是)?为{_AIM}(?![^，；。]{{0,40}}(?:提供|奠定|打下|注入))[^，；。]{{2,80}}(?=，){_MORE_AIMS}"
    f"|(?:旨在|意在|是为了)[^，；。]{{2,80}}{_MORE_AIMS}",
)
# 宪法宣誓是学习法治思想、维护宪法的重要举措: what something is good for.
_MEANING = re.compile(
    "是(?P<list>[^，；。\\d]{4,100})的?(?:一项|一个|一种)?重要(?:举措|抓手|途径|手段|载体|体现|标志|保障)(?=[，；。])"
)
# 领导小组负责制定工作计划、督促检查: what a body is for.
_REMIT = re.compile(
    r"(?:(?:小组|专班)(?:办公室)?，?(?:主要)?(?:负责|承担|履行)(?P<list>(?![^，；。]{0,60}[了\d《])[^，；。]{4,100})"
    r"|(?:负责|承担|明确了?)(?P<tasks>(?=[^；。]{0,160}、)[^；。\d《]{8,160}?)等[^，；。、]{0,8}(?:职能|职责)(?=[，；。]))"
)
# 带头参加法治培训、普法宣传等活动: where somebody was seen.
_SEEN_AT = re.compile(
    r"(?:带头|积极|主动|踊跃)(?:参加|参与)(?P<list>[^，；。\d]{2,60}、[^，；。\d]{2,40}?)等[^，；。、\d]{0,6}活动(?=[，；。])"
)
# 了解普法、复议等工作情况; 查阅处罚、复议卷宗; 实地走访司法所、社区: what an inspection looks at is no deed of those who look.
_LOOKED_AT = re.compile(
    f"(?:{either('了解 查看 抽查 检查 查阅 调阅 走访 实地走访')})(?P<list>[^，；。]{{2,120}}?、[^，；。]{{2,80}}?)"
    f"(?:等[^，；。]{{0,8}}?(?:情况|资料|卷宗|单位|部门)|卷宗|情况|资料|社区)(?=[，；。])"
)
# 考核重点是……; 督察内容包括……: what is asked about.
_ASKED_ABOUT = re.compile(
    "(?:考核|考评|督察|督查|检查|评议)(?:的)?(?:重点|内容|范围)(?:主要)?(?:是|为|包括|包含|涵盖|涉及)(?P<list>[^；。]{4,200})"
)
# 从制度介绍、制度优势、主渠道作用三个方面进行讲解: what a lecture is about.
_TALKED_ABOUT = re.compile(
    f"(?:从|围绕|就)(?P<list>[^；。]{{4,160}}?)(?:[一二三四五六七八九十\\d]个|等|几个)?方面[^；。]{{0,24}}?(?:{either('阐述 讲解 解读 讲授 宣讲 辅导 剖析 讲述')})"
)
# 对解答咨询、调解纠纷等情况进行通报: what is told of.
_TOLD_OF = re.compile(
    # 情况 is looked for first: where it is wanting, every 、 would be tried as the first one in vain
    "对(?=[^，；。]{4,184}情况)"
    f"(?P<list>[^，；。]{{2,60}}?、[^，；。]{{2,120}}?)等?(?:工作)?情况(?:进行|予以|作)?(?:了)?(?:{either('统计 通报 调度 检查 抽查 督查 考核 考评 评估 汇总')})"
)
# 法律援助、劳动仲裁等功能窗口有序排布: what one may come for.
_WINDOWS = re.compile(
    r"(?![^，；。]{0,80}(?:设立|设置|开设|增设|进驻|入驻))(?P<list>[^，；。、]{2,12}、[^，；。]{2,80}?)等?(?:[一二三四五六七八九十两\d]{1,3}[个类])?(?:功能|服务|专业|办事)?窗口(?=（|[，；。]|有序|高效|全部)"
)
_WINDOWS_REACH = 110  # characters before 窗口 in which all of it lies

# What each pattern finds is, where it names a group, the words of that group alone.
_KINDS = (
    (_SCOPE, mark("只是部署的事项范围")),
    (_USE, mark("只是发挥作用的方面")),
    (_PART, mark("只是发挥作用的方面")),
    (_EVERYWHERE, mark("只是泛指的各个方面")),
    (_FUNCTIONS, mark("只是泛指的各个方面")),
    (_MATTER, mark("只是难点或重点所在的方面")),
    (_OCCASION, mark("只是开展工作的时机")),
    (_PURPOSE, mark("只是目的")),
    (_REMIT, mark("只是职责分工")),
    (_MEANING, mark("只是意义")),
    (_SEEN_AT, mark("只是过问或提到的事项")),
    (_LOOKED_AT, mark("只是过问或提到的事项")),
    (_ASKED_ABOUT, mark("只是过问或提到的事项")),
    (_TALKED_ABOUT, mark("只是过问或提到的事项")),
    (_TOLD_OF, mark("只是过问或提到的事项")),
    (_TOGETHER, mark("只是结合的事项")),
)


def find_fields(text: str) -> Iterator[tuple[Stretch, str]]:
    """Places in folded text with, in Chinese, what they are.

    >>> list(find_fields("为进一步压实责任，召开会议"))
    [((0, 8), '只是目的')]
    """
    for pattern, note in _KINDS:
        for found in pattern.finditer(text):
            yield found.span(found.lastgroup or 0), note
    for found in _windows(text):
        yield found.span("list"), mark("只是过问或提到的事项")


def _windows(text: str) -> Iterator[re.Match[str]]:
    """What _WINDOWS finds, looked for only before the word that it ends in: it could begin at any character."""
    done, at = 0, text.find("窗口")
    while at >= 0:
        low = max(done, at - _WINDOWS_REACH)
        begin = max(low, *(text.rfind(stop, low, at) + 1 for stop in "，；。"))
        if text.find("、", begin, at) >= 0:
            for found in _WINDOWS.finditer(text, begin, at + len("窗口有序")):
                yield found
                done = found.end()
        at = text.find("窗口", at + 1)
