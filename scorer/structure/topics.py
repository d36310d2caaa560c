"""Lists that name what something was about: the deed is the training, the inspection, the plan, not each thing listed.

- 围绕清单调整、文件清理、合同审查等内容开展培训
- 将清单调整、文件清理、法律顾问等纳入督察内容
- 对照清单调整、合同审查、竞争审查等指标，查找短板
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.structure.words import either

__all__ = ["find_topics"]

# A list of three at least that names what something was about, not what was done with each.
_LIST = r"(?=[^，；。]{0,120}、[^，；。]{0,120}、)(?P<list>[^，；。《》\d]{4,120}?)"
_TOPICS = (
    # 围绕审批改革、权责清单、合同审查等内容开展培训
    re.compile(
        f"(?:围绕|聚焦|紧扣|针对|就){_LIST}等[^，；。、]{{0,4}}?(?:{either('内容 主题 专题 课题 指标 议题 重点环节 关键环节')})"
    ),
    re.compile(f"以{_LIST}等?为(?:{either('主题 主要内容 内容 题')})"),
    # 部署权责清单、证明清理、文件清理等工作
    re.compile(
        f"(?:{either('部署 安排 布置 调度 谋划')})了?{_LIST}等[^，；。、]{{0,4}}?(?:{either('工作 任务 事项')})"
    ),
    # 将文件管理、决策、法律顾问等纳入法治督察内容
    re.compile(
        f"[将把]{_LIST}(?:等[^，；。、]{{0,4}}?)?(?:纳入|列入|作为)[^，；。、]{{0,10}}?(?:{either('督察 督查 考核 考评 绩效')})"
    ),
    # 对政务服务、文件备案、合法性审查开展督导
    re.compile(
        f"对{_LIST}(?:等[^，；。、]{{0,6}}?)?(?:开展|进行)[^，；。、]{{0,4}}?(?:{either('督导 督查 督察 调研 培训')})"
    ),
    # 明确简政放权、文件管理、重大决策等任务36项
    re.compile(f"(?:{either('明确 提出 确定 细化 分解 列出')})了?{_LIST}等[^，；。、]{{0,6}}?(?:任务|措施)"),
    # 从权责清单、证明清理、文件清理等方面提出任务
    re.compile(
        f"(?:从|围绕|聚焦|紧扣){_LIST}等?(?:[一二三四五六七八九十\\d]{{1,2}}个|几个|多个|多)?(?:方面|领域|维度|环节)(?:{either('提出 部署 明确 细化 安排 谋划 列出 确定')})"
    ),
    # 对照权责清单、合同审查、竞争审查等指标，查找短板
    re.compile(f"(?:对照|比照|对标){_LIST}等[^，；。、]{{0,4}}?(?:指标|标准|要求|内容)"),
)


def find_topics(text: str) -> Iterator[tuple[int, int]]:
    """The place of every list of what something was about."""
    for topics in _TOPICS:
        for found in topics.finditer(text):
            yield found.span("list")
