"""Whether a clause tells what is still to be done without 将: 拟出台, 力争, 到2025年, 明年; and what leads back from it."""

from __future__ import annotations

import re

from scorer.patterns import begins, lazily
from scorer.structure.words import LEAD, blank_names, either

__all__ = ["back_to_past", "future_cue", "is_time_alone", "time_cue"]

# What one plans, prepares or sets about to do.
_BEGIN = either(
    "年底 年内 明年 今年 把 开展 建设 设立 建立 建成 出台 投入 投资 新建 新增 新设 实施 举办 组织 推出 推广 制定 修订 完成 实现 培训 启动 印发 召开 安排 打造 "
    "配备 筹建 筹备 谋划 研究 起草 编制 组建 完善 解决 上线 提交 申报 推进 购买 招录 增设 选派"
)
# Who may stand right before 拟, 计划, 准备; after any other word they belong to a name (立法计划, 模拟).
_ACTOR = "(?<![^，省市县区州旗镇乡局厅我们现正年月底还并前已也中])"
_PLANNED = begins(
    "争保准力拟有目着确计预主重",
    # a draft (拟定) is a deed, and 对拟出台的文件 names what was examined
    rf"{_ACTOR}拟(?!任|定|订|稿|提拔|晋|录|聘用|上会|签|发文|人)(?![^，；]{{1,24}}的)"
    # whatever stands before it: 年度目录拟列入2项
    rf"|(?<![对就将模草])拟(?:{either('列入 纳入 列为 提交审议 新建 启动 推出 引进 组建 举办 召开')})(?![^，；]{{0,24}}的)"
    "|力争(?!上游|先进|一流)"
    rf"|争取(?:在|到|于|让|使|把|{either('实现 年底 年内 早日 早 尽快 尽早 成为 完成 建成 创建 达到 列入 纳入 入选 20')})"
    rf"|{_ACTOR}计划(?!生育|单列|内|外|中|书)(?:于|在|到|从|对|为|向|用|再|将|20|{_BEGIN})(?![^，；]{{0,6}}[后时](?:，|$))"
    # whatever names the matter before it: 该办法计划于明年出台
    "|(?<!原)计划于(?:明年|来年|下一?年|下半年|近期|下一?步)"
    "|(?<![比超])预计(?!划)|有望"
    rf"|{_ACTOR}准备(?:于|在|对|{_BEGIN})"
    rf"|(?<!已)(?<!已经)着手{_BEGIN}"
    # 确保…率达到100% names an aim; 有效确保, 确保了 tell what came of it
    r"|(?<!有效)(?<!切实)(?<!为)(?:确保|保证)(?!了)[^，；]{0,24}(?:率|比例|比重)[^，；\d百]{0,8}(?:\d|百分之)"
    r"|目标(?:任务)?(?:是|为)|(?:主要|重点)任务(?:是|为)[：，]$|(?<!为)确保(?:在|到)?(?:20\d\d年|年底|年内(?![^，；]{1,16}的)|明年|“?十[四五]五)",
)
# 2022年计划评查案卷200份, 需评查案卷200份: verbs that are nouns as often, so only right after the year or at the head.
_ACTS = either(
    "评查 抽查 检查 审查 审核 办理 审计 评估 修改 废止 聘请 聘任 调整 举行 配置 整治 轮训 建造 改造 调解 化解 受理 办结"
)
_DUE = lazily(
    rf"{LEAD}(?:20\d\d年(?:度)?(?:我[省市县区州旗镇乡局])?计划|(?:还|仍|另)?需要?){_ACTS}"
    "(?!情况|结果|工作|任务|的|[^，；]{0,20}(?:的|已|全部|完成))"
)
# ……是明年的重点: what a clause says of a matter that it names
_AIM_OF = lazily(
    r"是(?:(?:明年|来年|下一?年度?|今后)的?[^，；]{0,6}(?:重点|目标|任务)|20\d\d年度?的?目标任务)"
)
_AIMS = lazily(rf"{LEAD}(?:20\d\d年度?|今年)?的?(?:工作|主要|总体|年度){{1,2}}目标：$")
_FROM = re.compile(r"(?:从|由)[^，；]{1,24}着手")
_DONE_PLAN = re.compile("全部完成|已完成|已全部|如期完成|圆满完成|超额完成")

_NEXT = re.compile(
    rf"{LEAD}(?:在|到)?(?:下一?步|下一?阶段|下一?个?年度?(?=[，将我全县市区计拟力争要继])|接下来|今后|来年|明年|后年|"
    r"新的?一年(?=[，里我全将])|未来(?=[，一二三四五六七八九十几数\d我全将]))"
    r"(?![^，；]{0,12}(?:奠定|打下|打好|提供|积累|部署|谋划))"
)
_YEAR_AHEAD = re.compile(
    rf"{LEAD}(?P<to>(?:力争|确保|计划|预计|争取)?(?:在|到|至|从)?)(?P<year>20\d\d)年度?(?P<end>底前?|末|前|底之前)?"
    r"(?=，|[我全本各县市区]|：|将|要|拟|力争|计划|继续|进一步|[\u4e00-\u9fff])(?!初|年初|春|元旦|元月|以来|来|第|上半年|\d|预算|工作要点|度?[^，；]{0,12}计划)"
)
_PLAN_PERIOD = re.compile(rf"{LEAD}(?P<to>到|至|在)?“?十(?P<five>[三四五六])五”?(?P<end>期?末|时期|期间)?")
_PERIOD_ENDS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}
_DONE_TIME = re.compile(r"已(?![^，；]{1,10}的)|了(?!解)|累计|先后|截至|共\d|全部完成|\d月")
_TIME_ALONE = re.compile(
    rf"{LEAD}(?:在|到)?(?:20\d\d年(?:度|底|末|上半年|下半年)?|“?十[三四五六]五”?(?:期?末|期间|时期)|下一?步|今后|明年|来年)"
    r"(?:，|[\u4e00-\u9fff]{0,6}(?:中|里|内)?，)$"
)
_BACK = re.compile(
    r"(?<![早业])已(?!然)(?![^，；]{1,10}的)|截至|目前[^，；]{0,6}(?:已|有|完成)|累计|先后(?!顺)|共[^同享建治管商赢识，；]{0,12}\d[^，；]{0,12}|"
    r"[\u4e00-\u9fff]了\d|今年以来|20\d\d年以来|同比|全年共|(?<![合系据从足])实际(?:举办|开展|完成|办理|培训|组织|执行)[^，；]{0,8}\d"
)


def time_cue(clause: str, year: int | None) -> str | None:
    """A time to come that the clause begins with; ``year`` is the year reported, None when it is not known."""
    found = _NEXT.match(clause)
    if found:
        return found[0]
    if _DONE_TIME.search(clause):
        return None
    named = _YEAR_AHEAD.match(clause)
    if named:
        goal = named["to"].rstrip("在至从") != ""
        later = int(named["year"]) > year if year is not None else goal
        return named[0] if later else None
    period = _PLAN_PERIOD.match(clause)
    if period and (period["to"] or (period["end"] or "").endswith("末")):
        ends = _PERIOD_ENDS[period["five"]]
        return period[0] if year is None or year < ends else None
    return None


def future_cue(clause: str) -> str | None:
    """拟, 力争, 计划于, 预计, 目标是 and their like: an intent without 将."""
    words = blank_names(clause)
    found = _PLANNED.search(words) or _DUE.match(words)
    if found is None and "是" in words:
        found = _AIM_OF.search(words)
    elif found is None and words.endswith("目标："):
        found = _AIMS.match(words)
    if not found or _DONE_PLAN.search(words) or (found[0].startswith("着手") and _FROM.search(words)):
        return None
    return found[0]


def is_time_alone(clause: str) -> bool:
    """Whether the clause names a time and nothing else, so that it shares the sense of what follows."""
    return _TIME_ALONE.match(clause) is not None


def back_to_past(clause: str) -> bool:
    """Whether the clause goes back to what was done, so that a future before it no longer holds."""
    return _BACK.search(clause) is not None
