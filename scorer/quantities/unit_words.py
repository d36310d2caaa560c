"""The words behind numbers, as tables: classifiers, durations, money, and what must not follow them."""

from __future__ import annotations

__all__ = [
    "CLASSIFIERS",
    "DURATIONS",
    "FORBIDDEN_AFTER",
    "FOREIGN_MONEY",
    "MONEY",
    "NOUNS",
    "REPEATED",
    "TIMES",
    "WITH_GE",
]

# Classifiers of things, people and events, and nouns that are counted without one (14乡镇).
_CLASSIFIERS = """
个 项 件 名 次 家 条 份 户 人 所 处 起 场 篇 期 类 种 套 本 册 部 批 笔 例 宗 案 位 台 辆 张 枚 支 组 队
座 栋 幢 间 块 面 幅 封 则 首 轮 届 回 趟 遍 页 字 句 章 节 课 集 版 门 堂 站 岗 桌 单 桩 款 段 片 口 眼
层 道 根 只 头 羽 株 棵 艘 架 班 车 票 对 双 盘 盏 杆 粒 颗 箱 袋 瓶 桶 卷 盒 副 把 顶 样 式 员 分 岁 折
人次 家次 户次 件次 批次 场次 条次 车次 班次 台次 项次 篇次 例次 站次 张次 份次 剂次 亩次 名次 位次 剂
处次 起次 艘次 趟次 期次 点次 岗次 警次 辆次 轮次 宗次 案次 庭次 组次 人天 人日
亩 吨 斤 米 克 升 度 公里 千米 平方米 平方公里 立方米 公顷 公斤 千克 毫克 微克 千瓦 千瓦时 兆瓦
学时 课时 学分 人份 席位 床位 标段 点位 网点 图斑 方面 大类 大项 小项 子项
路 讲 通 档 尊 帧 幕 餐 床 席 部次
部门 单位 乡镇 街道 社区 企业 村居 省 市 县 区 镇 乡 村
"""
CLASSIFIERS = tuple(_CLASSIFIERS.split())

# Units that are also nouns of their own: in 村 or 部门 beside another word nobody means a number.
_NOUNS = """
部门 单位 乡镇 街道 社区 企业 村居 省 市 县 区 镇 乡 村 方面 标段 席位 床位 点位 网点 图斑 子项
站 岗 堂 课 班 队 组 车 票 案 门 路 通 席 床 餐 季度 学年 人民币
"""
NOUNS = frozenset(_NOUNS.split())

# Counts of occasions are also written with brackets or a stroke: 人（次）, 家(次), 人/次.
TIMES = tuple(name for name in CLASSIFIERS if len(name) == 2 and name.endswith("次"))

# What is done to a thing each time anew: 审查合同30件次 are thirty 件. The people in 人次 may be the same ones.
REPEATED = frozenset("件份条项起宗例案场期篇班批家户处")

_DURATIONS = "小时 分钟 秒 天 日 周 年 个月 星期 季度 工作日 自然日 日历天 学年"
DURATIONS = tuple(_DURATIONS.split())

# What one of it is worth in 元.
MONEY = {"元": "1", "元人民币": "1", "人民币": "1", "块钱": "1", "圆": "1", "角": "0.1"}
_FOREIGN_MONEY = "美元 欧元 港元 港币 日元 英镑 卢布 韩元"
FOREIGN_MONEY = tuple(_FOREIGN_MONEY.split())

# Units that 个 may precede without a change of meaning: 三个小时, 2823个批次.
_WITH_GE = "工作日 自然日 日历天 小时 星期 季度 学时 课时 批次 学年 标段"
WITH_GE = tuple(_WITH_GE.split())

# Words that begin with a unit and are none: 期间, 部门, 分别. In front the unit, behind it what must not follow.
_FORBIDDEN = """
人 民 大 事 才 均 口 文 社 格 类
期 间 限 末 初 货 权 满 望 盼
部 门 委 队 署 长 分 级 属
分 别 类 管 工 局 级 析 布 支 发 解 步 批 组 公 之 层 院 会 区 期 段 项 散 明
名 单 称 额 誉 义 录 牌 优
位 于 置 居 列 一体
次 第 序 要 性 生 级
案 卷 例 由 情 底 牍
场 所 地 景 合 域 监
条 例 款 约 线
本 市 区 县 级 省 局 院 地 单 年 法 部 辖 土 届 村 镇 身 质
台 账 州 湾 阶 海
家 庭 园 长 族 属 访
所 有 在 属 长 需 谓 涉
户 籍 口 外 均
面 积 向 对 临 貌
支 持 撑 付 部 出 配 行 援
组 织 建 成 长
队 伍 长
处 罚 理 置 分 长 级 于 室 干
章 程
节 约 能 点 假 日 水 省 气
班 子 长
车 辆 管 站 间 牌
村 民 委 干 级 规 务 庄
镇 级 区 政 长 域
乡 级 镇 村 政 规 土
县 级 域 委 政 直 长 区
市 级 场 委 政 直 民 域 长 县 监 属 容 本 司 人
省 级 委 政 直 长 市 厅 际 内 属 人 司
区 级 域 委 政 直 长 县 人 别 属 司
例 如 外 会 行 证
起 来 草 诉 步 到 点 施 源 义 正 执 开 实 全 生 底
份 额
集 中 体 团 合 资 聚 成
单 位 项 独 一 方
站 点 位
门 户 类 槛
种 子 植 养
类 型 别 似 推
回 复 访 应 头 顾 避
轮 训 岗 换
批 准 复 示 评
款 项
片 区 面
座 谈
层 级 面 次
字 号
道 路 德
对 于 照 标 口 应 象 接 外 全 市 本
双 方 向 随
岗 位
员 工
度 假 量
样 本 板
式 样
版 本 权
段 落
头 部
只 有 要 能 是
把 关 握 手 法 全
根 据 本
口 头 岸 径
间 接 隔
首 次 批 先 个 部 位
堂 皇
个 人 体 性 别
年 度 级 龄 底 初 末 代 报 终 中 轻 均 间 份 月
日 报 前 起 至 常 益 期
周 年 岁 期 边 末 密 六 日 一 五
课 堂 程 题
天 然 津 府 气
米 兰
升 级 至 到
克 服 隆
社区 矫
街道 办
方面 军
副 主 市 县 区 省 局 书 校 秘 部 处 厅 院
元 旦 素 宵 宇 月 首
角 度 色 落
倍 感 受
路 线 段 径 面 灯 由 桥 况 网 口 政 长 费 过 公交 车 上 人 子
讲 话 座 解 述 演 授 法 堂 师 究 好 评 稿 清 政 台 学
通 过 知 报 告 办 行 信 用 道 常 讯 勤 商 关 识 称 达 州 车 风 胀
档 案
床 位 单
席 位 会 卷
餐 饮 厅 具 馆 桌
尊 重 严 敬 老 崇 法
幕 后 僚 墙
帧 率
"""
FORBIDDEN_AFTER: dict[str, tuple[str, ...]] = {
    unit: tuple(words) for unit, *words in (line.split() for line in _FORBIDDEN.strip().splitlines())
}
