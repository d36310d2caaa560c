"""Words that turn a numeral into a name, a slogan or a figure of speech, as tables."""

from __future__ import annotations

__all__ = [
    "AFTER_ONE",
    "BEFORE_ONE",
    "LABELS",
    "LABEL_WORDS",
    "NOT_SPOKEN",
    "ONE",
    "PLANS",
    "ROUND_THE_CLOCK",
    "SPOKEN",
    "WORD_ENDS",
]

# A numeral character as the second half of a word; what follows is a numeral of its own (统一三个 is 三个).
WORD_ENDS = {
    "一": "统专唯单同万逐进不之",
    "三": "再",
    "百": "老",
    "数": "总次人件户个基指参多少倍系岁分无量额",
}

# With a single Chinese digit only these make a count; 三农, 四级, 两法, 三线 are words.
_SPOKEN = """
个 项 名 次 件 类 家 人 位 所 套 枚 篇 部 份 场 处 宗 例 起 天 倍 条 支 期 批 轮 册 本 种 组 台 笔 户 幅 座
人次 场次 件次 批次 小时 分钟 工作日 星期 周 学时 课时 个月 季度 年 方面 大类 大项 大 元 % 个百分点
"""
SPOKEN = frozenset(_SPOKEN.split())

# After 一 even fewer do: 一起, 一条龙, 一批, 一支队伍, 一种 are figures of speech.
_ONE = """
个 项 名 次 件 类 家 位 所 套 处 倍 部 份 例 人次 场次 天 小时 分钟 工作日 周 年 学时 课时 个月 星期 季度
元 % 个百分点
"""
ONE = frozenset(_ONE.split())
BEFORE_ONE = "每逐同另某任哪这那唯新下上又首万独单再头本该第各"
_AFTER_ONE = """
时期 阶段 样 个 都 也 劲 方面 声音 事 办 性 成 告 申 登 采 提 全 跑 又 接 比 重要 重大 良好 一 到位 体 表
照 证 网 章 门 窗
"""
AFTER_ONE = tuple(_AFTER_ONE.split())

# Longer Chinese numerals take every classifier but these: 十四市, 八一路.
NOT_SPOKEN = frozenset(("省", "市", "县", "区", "镇", "乡", "村", "路", "门", "层", "站", "字", "度", "道"))

# "N 个/项/条 + noun" that everybody knows as a name: 四个意识, 三项制度, 八项规定.
_LABELS = """
个 坚持 意识 自信 维护 确立 代表 全面 必须 务必 一百年 百年 一律 不准 严禁 不得 到位 敢于 善于 明确 统筹 统一
个 结合 着力 革新 文明 一” 一工程 聚焦 不 零 免 更
项 制度 管理 规定 基本原则 禁令 纪律 改革
条 禁令 铁规 红线
件 事
类 分子
次 党代会 全会 代表大会
家 班子
部 曲
"""
LABELS: dict[str, tuple[str, ...]] = {}
for _unit, *_words in (_line.split() for _line in _LABELS.strip().splitlines()):
    LABELS[_unit] = (*LABELS.get(_unit, ()), *_words)

# Behind a quoted number they tell that it was a label: “210”标准, “321”服务.
_LABEL_WORDS = "标准 服务 模式 工程 机制 工作法 行动 计划 体系 热线 平台 政策 文件"
LABEL_WORDS = tuple(_LABEL_WORDS.split())

# 24小时自助服务区 tells that a place is always open, not how long something takes.
_ROUND_THE_CLOCK = "自助 服务 在线 值 不 开放 全天 智能 热线 无人 运行 受理 办"
ROUND_THE_CLOCK = tuple(_ROUND_THE_CLOCK.split())

# 三年行动, 五年规划: names of plans.
_PLANS = "行动 规划 计划 方案 攻坚 普法 禁渔 立法 滚动 任期 制"
PLANS = tuple(_PLANS.split())
