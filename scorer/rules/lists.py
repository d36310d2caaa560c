"""What a report lists of one role: the problems it names and the tasks it sets itself, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from scorer.rules.context import Context
from scorer.structure.model import Clause, Realis, Role, Sentence
from scorer.text import Span

__all__ = ["list_items", "stated_problems", "stated_tasks"]

# What stands in front of the first item only introduces the list: 主要表现在：, 存在以下问题：
_ANNOUNCES = re.compile(
    r"(?:表现|体现|集中|反映)[在为于][：:]?|(?:以下|如下)[^，,。：:；;]{0,10}[：:]?|[：:]"
)
_LACK = re.compile(
    r"不(?:够|足|强|高|到位|平衡|均衡|充分|适应|规范|完善|健全|深入|严|多|全|及时|匹配|彻底|扎实|大|深|清|准|实|紧密|熟悉)|"
    r"有待|亟[需待]|[还仍尚]需|需要?进一步|薄弱|短缺|匮乏|欠缺|缺[乏少位失]|滞后|短板|差距|弱化|偏[低弱少慢]|较[低弱差慢]|"
    r"参差|脱节|难[以度点题]|老龄化|时有发生|不平|[还仍]有(?:差距|空间|欠缺)|(?:存在|有)[^，,。；;]{1,16}(?:现象|问题|不足)"
)
# 我市法治政府建设工作仍存在一些问题和不足 says that there are problems and names none.
_HOLLOW = re.compile(
    r"(?:但是?|然而|同时|目前|当前|不过)?[，,]?(?:我们|我?[省市县区镇乡局]|全[省市县区镇乡])?(?:在|推进)?(?:全面)?"
    r"(?:法治政府|依法行政|法治|依法治[省市县区])?(?:建设|工作){0,2}(?:中|方面)?[也仍还]?(?:然|依然)?(?:不同程度)?地?(?:存在|有)"
    r"(?:着|一些|一定|不少|许多|诸多|较大|某些|以下)*的?(?:问题|差距|不足|短板|困难|薄弱环节)"
    r"(?:[和与及、](?:问题|差距|不足|短板|困难|薄弱环节))*"
)
_GUIDANCE = re.compile(r"为(?:根本)?(?:指导|统领|引领|遵循|总抓手)|指导思想")
# 健全决策机制，规范行政执法: what is to be done to what. 推进依法行政, 强化工作措施 name nothing in particular.
_TASK = re.compile(
    r"(?:健全|完善|加强|强化|规范|推进|推行|推动|深化|落实|建立|建设|建成|开展|组织|实施|提升|优化|制定|修订|编制|出台|加大|加快|严格|抓好|"
    r"做好|清理|评查|培训|提高|扩大|压实|打造|培育|整治|化解|推广|公布|配备|拓展|创新)[^，,；;。]{0,24}?"
    r"(?:执法|决策|普法|宣传|复议|应诉|调解|文件|清单|目录|平台|机制|制度|体系|审查|审核|备案|公开|公示|队伍|监督|监管|诚信|信用|许可|审批|"
    r"营商环境|裁量|案卷|服务|信访|纠纷|应急|预案|立法|学法|述法|考核|督察|顾问|证明事项|放管服|示范创建|人员|案件|问题)"
)
_EDGES = " \u3000\n，,、；;。：:"


def list_items(context: Context, role: Role) -> list[Span]:
    """The items of the outermost lists in that role: numbered headings and run-in 一是, two at least in a row.

    A heading of the first depth (二、存在的问题) announces a list and is no item.
    """
    sections = context.report.sections
    inside = [_begins_in(context, section.heading.start, role) and section.depth > 1 for section in sections]
    size = Counter((s.parent, s.depth) for s, yes in zip(sections, inside, strict=True) if yes)
    items: list[Span] = []
    held = [False] * len(sections)  # whether the section is an item or stands below one
    for index, section in enumerate(sections):
        held[index] = section.parent is not None and held[section.parent]
        if inside[index] and not held[index] and size[section.parent, section.depth] > 1:
            held[index] = True
            items.append(section.heading)
    return items


def _begins_in(context: Context, offset: int, role: Role) -> bool:
    index = context.report.sentence_at(offset)
    return index is not None and context.sentence(index).role is role


def stated_problems(context: Context) -> list[Span]:
    """Without a list: the stretches between semicolons, or else the parts of clauses, that say what is wanting."""
    places: list[Span] = []
    for sentence in _body(context, Role.PROBLEM):
        start = _after_announcement(context, sentence)
        stated = [c for c in sentence.clauses if c.start >= start and c.realis is Realis.PROBLEM]
        begun = [clause.start for clause in stated]
        cut = [Span(max(s.start, start), s.end) for s in sentence.segments if s.end > start]
        segments = [s for s in cut if bisect_left(begun, s.start) < bisect_left(begun, s.end)]
        parts = [part for clause in stated for part in _parts(context, clause)]
        places += segments if len(segments) > 1 else [part for part in parts if _names_a_lack(context, part)]
    return places


def _parts(context: Context, clause: Clause) -> list[Span]:
    """A clause cut at 、, where short problems stand in a row: 执法力量不足、普法针对性不强."""
    content = context.report.text.content
    cuts = [match.end() for match in re.finditer("、", content[clause.start : clause.end])]
    edges = [clause.start, *(clause.start + cut for cut in cuts), clause.end]
    return [Span(start, end) for start, end in pairwise(edges) if start < end]


def _names_a_lack(context: Context, clause: Span) -> bool:
    words = _words(context, clause).strip(_EDGES)
    return bool(_LACK.search(words)) and not _HOLLOW.fullmatch(words)


def _after_announcement(context: Context, sentence: Sentence) -> int:
    view = context.report.view
    found = _ANNOUNCES.search(view.text, *view.within(sentence.span))
    return view.span(found.start(), found.end()).end if found else sentence.start


def _words(context: Context, place: Span) -> str:
    """The words of a place in the view: spaces, wrapped lines and zero-width noise in a file change nothing."""
    start, end = context.report.view.within(place)
    return context.report.view.text[start:end]


def stated_tasks(context: Context) -> list[Span]:
    """Without a list: the stretches of the plan between full stops and semicolons, or the clauses that name a task.

    The opening that only names what guides the work counts when there is nothing else: then it is the one
    general statement.
    """
    stretches = [part for sentence in _body(context, Role.PLAN) for part in _tasks_of(context, sentence)]
    tasks = [s for s in stretches if not _GUIDANCE.search(_words(context, s))]
    return tasks or stretches[:1]


def _tasks_of(context: Context, sentence: Sentence) -> list[Span]:
    """The segments of a sentence, one that names several tasks cut into their clauses."""
    text = context.report.text
    found: list[Span] = []
    clauses = [Span(clause.start, clause.end) for clause in sentence.clauses]
    starts = [clause.start for clause in clauses]
    for segment in sentence.segments:
        inside = clauses[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
        tasks = [clause for clause in inside if _TASK.search(text.cut(clause))]
        found += tasks if len(tasks) > 1 else [segment]
    return found


def _body(context: Context, role: Role) -> list[Sentence]:
    return [s for s in context.report.sentences if s.role is role and not s.heading]
