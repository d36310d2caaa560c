"""Whether 将 in a clause is the future or marks an object.

Before a verb, an adverb or a preposition it is the future (将调整清单); before a noun it marks the object of a verb that
follows (将清单纳入考核, 将时限压缩至1日). Many nouns begin with a verb (办理时限, 清理结果), so a verb after 将 is the
object's when the words up to the verb of disposal end in a noun of such a name.
"""

from __future__ import annotations

import re

from scorer.patterns import lazily
from scorer.structure.words import blank_names, either

__all__ = ["will"]

# 将 in these is part of another word, or already told: 已将, 现将…报告如下.
_WILL = re.compile(
    r"(?<![即已现曾麻健干老名强大])将(?![军近士领来就才相帅信心错至]|会议|会计|要素|要件|要求)"
)
_IMPENDING = re.compile(r"即将(?!(?:超期|到期|逾期|届满|期满|失效))")  # 对即将超期的办件预警 is a deed
_WINDOW = 80  # characters after 将 within which the verb of disposal stands

# After these words 将 can only mark the object: what follows is a noun by its form.
_NOUN_OPENS = re.compile(
    r"\d|[一二两三四五六七八九十百千]{1,3}[个项件批类名家种条份支]|[《“（]|"
    + either(
        "其 该 此 这 那 本 各 每 全部 全县 全市 全区 全省 全镇 全州 全旗 所有 有关 相关 原 上述 以上 下列 部分 一批 一些 更多 "
        "以案释法 以案促改 在职 在编 在建 在线 在岗 继续教育 为民 对外 从业 分散 分管 重点领域 重点工作 重点项目 重点人群 "
        "重点企业 对口 对照表 公开栏 组织机构 组织领导 开展情况 规范性 以往 依法行政 依法治县 依法治市 依法治省 依法治区 依法治镇 依法治理工作"
    )
    + r"|由[^，；]{2,16}(?:行使|实施|承担|负责|办理|审批|管理|审核)的|与[^，；]{2,20}(?:相关|有关)的"
)
# The noun reading wins even over a verb after 将: nothing but an object is 纳入, 作为, 列为.
_CLASSIC = re.compile(
    either(
        "纳入 列入 作为 列为 定为 写入 摆在 摆上 放在 贯穿 融入 归入 并入 编入 计入 记入 视为 视作 当作 当成 看作 确定为 明确为 认定为 "
        "确立为 挂钩 上升为 转化为 转变为 转为 变为 改为 评为 命名为 细化为 分解为 分解到 量化为 汇编成 汇编为 固化为 划分为 "
        "分为 结合起来 统一起来 贯彻始终 落到实处 进行到底"
    )
)
_SHORTEST = 2  # characters of an object between its first verb and 纳入: 将逐步纳入 has none
_MODAL = re.compile("会|要|于|逐步|陆续|适时|尽快")
_AGAIN = re.compile("[把将]|并(?=纳入|列入|作为|列为|写入|摆|融入|编入|确定为)")

# Adverbs, prepositions and verbs that no name begins with: after 将 they are the future.
_OPENS = re.compile(
    either(
        # modal words and adverbs
        "会 要 继续 进一步 持续 坚持 坚决 坚定 坚守 始终 不断 积极 主动 切实 扎实 努力 认真 深入 着力 着重 大力 全力 全面 全方位 充分 "
        "适时 逐步 逐项 逐一 尽快 尽早 加快 抓紧 陆续 分批 分步 分期 分类 分级 分层 同步 同时 及时 定期 随时 优先 首次 正式 重新 率先 常态化 有序 "
        "稳步 稳妥 有效 有力 更加 更好 更大 再 再次 严格 严肃 严厉 严把 严守 依法 依规 依纪 统筹 集中力量 集中开展 集中整治 重点开展 "
        "重点推进 重点抓 重点做 重点围绕 重点从 重点解决 重点加强 重点整治 重点打造 重点在 重点对 重点实施 重点完善 重点建设 "
        "多措并举 多点发力 多管齐下 全力以赴 一以贯之 一如既往 持之以恒 坚定不移 毫不动摇 毫不松懈 再接再厉 乘势而上 久久为功 "
        "真抓实干 与时俱进 锐意进取 凝心聚力 驰而不息 不遗余力 奋发有为 勇毅前行 因地制宜 攻坚克难 高标准 高质量 高效率 高起点 "
        # prepositions
        "于 在 按照 按 依据 依照 视情 以 围绕 聚焦 立足 紧扣 紧紧 紧盯 紧抓 突出 依托 通过 采取 结合 根据 针对 借助 向 为 对 从 与 同 由 把 "
        "对标 对照 瞄准 锚定 着眼 着手 "
        # verbs of causing and directing, which no name of a thing begins with
        "推进 推动 推行 推出 促进 助力 确保 保证 实现 做好 做实 做强 做优 抓好 抓实 抓牢 狠抓 常抓 强化 完善 健全 优化 深化 细化 "
        "加强 加大 增强 提升 提高 拓展 拓宽 扩大 巩固 夯实 筑牢 压实 压紧 拧紧 扛牢 树牢 树立 牢固 牢牢 牢记 营造 形成 发挥 构建 "
        "搭建 打造 打通 打好 打赢 打响 建成 建立 建好 建强 新建 新增 新设 增设 增配 增加 充实 补齐 补足 配齐 配强 配备 启动 "
        "组织 开展 举办 召开 承办 举行 邀请 聘请 选聘 选派 选拔 选树 出台 印发 下发 编写 编印 发布 颁布 "
        "组建 成立 设立 开通 开设 开发 引进 引入 引导 鼓励 支持 指导 督促 动员 发动 培育 培养 争创 争取 力争 力求 努力 探索 "
        "试行 施行 践行 弘扬 加压 招募 赋予 授权 委托 承接 融合 "
        "协调 协同 联合 会同 配合 参与 接受 听取 慰问 帮助 纠正 撤销 废止 清除 取缔 拆除 关停 "
        "严惩 惩治 打击 追究 问责 破解 破除 减免 减少 降低 缩减 精简 简化 压减 压缩 缩短 "
        "放宽 放开 激发 激活 释放 凝聚 汇聚 吸引 吸纳 复制 借鉴 展开 铺开 拉开 迎来 达到 达成 超过 突破 覆盖 惠及 成为 完成 "
        "改进 改善 提请 创办 维护 保护 保持 守住 守好 用好 用足 用活 管好 走好 走在 奋力 奋进 勇于 敢于 善于 致力 恪守 遵循 进驻 进行 "
        "给予 予以 颁发 签订 签署 宣讲 普及 传承 推介 牵头 主持 负责 承担 安排 办好 选优 打牢 出动 迎接 争当 着实 抓细 赓续 谱写 迈上 迈入 迈向 跃上 开启 进入 带来 得到 取得 呈现 面临 达"
    )
    + r"|[\u4e00-\u9fff]{2,8}地(?="
    + either("推进 推动 做好 抓好 加强 完善 服务 保障 提升 提高")
    + ")"
)
# Verbs that may begin the name of a thing as well (办理时限, 清理结果, 落实情况).
_NAMING = re.compile(
    either(
        "制定 制订 修订 修改 起草 编制 实施 实行 落实 贯彻 履行 兑现 拨付 投入 购买 采购 招录 招聘 征求 征集 走访 帮扶 回应 答复 "
        "清理 查处 查办 整治 整顿 治理 化解 解决 排查 梳理 归集 谋划 研究 部署 学习 申报 创建 创新 改造 更新 升级 保障 奖励 表彰 "
        "调整 下放 取消 审理 受理 办理 办结 审议 审定 抽查 评选 轮训 培训 整改 分析 收集 汇总 调研 增补 划转 整合 合并"
    )
)
# Verbs that are nouns as often: only where nothing is done with them later in the clause do they tell a plan.
_NOMINAL = re.compile(
    either(
        "审查 审核 审批 检查 评查 监督 监管 服务 管理 考核 公开 公示 公布 登记 备案 移交 移送 处理 处置 调解 调查 评估 评价 建设 改革 "
        "宣传 执行 增加 教育 运用 使用 应用 转变 听证 论证 督查 督察 巡查 测评 约谈 通报 考评 规范(?!性|化|文本) 协商 收费 提供 收缴 "
        "建议 申请 登录 运行 应诉 出庭 复核 复查 改变 享受 追缴 关闭 发放 报送 报告 汇报 公证 援助 引流 输送"
    )
)
# What a verb of disposal ends in; 行为, 到位, 进行 and their like are words of their own.
_INTO = "[\u4e00-\u9fff](?:(?<![行作人成])为|至|到(?!位)|给(?!予)|成(?![效果本])|入(?!口)|进(?![行一])|(?<![由对关])于|(?<![存现])在(?!线))"
_LATER_VERB = lazily(
    f"{_INTO}|[\u4e00-\u9fff][向由与同从]|{either('全部 统一 逐一 逐项 予以 进行 一并 一律 及时 了')}"
)
# Nouns that end the name of a thing which begins with a verb: 办理时限, 审批环节, 清理结果, 推进…情况.
_THING = (
    either(
        "时限 时间 时长 期限 周期 结果 情况 事项 材料 流程 环节 程序 步骤 清单 目录 意见 建议 信息 数据 权限 职权 职责 权力 责任 任务 "
        "制度 机制 体系 标准 基准 经费 成本 费用 资金 机构 人员 队伍 案件 案例 协议 合同 文书 档案 台账 频次 次数 数量 比例 范围 "
        "半径 窗口 大厅 站点 平台 系统 设备 成果 成效 经验 做法 要求 精神 内容 问题 线索 隐患 矛盾 纠纷 诉求 工单 权 率 处 事 "
        "名单 项目 工作 条款 规定 政策 文件 草案 方案 报告 手续 表格 证明 证照 业务 服务 资料 对象 单位 部门 责任书 计划 要点"
    )
    + r"(?:\d[\d.]{0,8}[余多]?(?:万|亿)?[项件个条名家份起类%]?)?"
)
_HOW = either(
    "全部 统一 逐一 逐项 及时 依法 一并 一律 集中 定期 同步 再次 进一步 大幅 平均 由 从 分别 均 都 整体 直接 免费 主动 按时 按规定 依规"
)
_DISPOSAL = lazily(
    rf"{_THING}(?:{_HOW}[^，；]{{0,14}}?)?"
    rf"(?:[\u4e00-\u9fff]{{0,3}}{_INTO}|[向在与同]|{either('下放 取消 公开 公示 公布 告知 反馈 移送 移交 报送 提交 通报 予以 进行 压减 压缩 缩短 整合 下沉 推送')})"
)
_AND = re.compile("并|以及")
_STOP = re.compile("[，；：。]")
_DE = lazily(
    r"[\u4e00-\u9fff]{2}(?:后|完|好|出|过)?的(?:\d|[\u4e00-\u9fff]{2,12}(?:向|移|报|纳|列|下|全部|统一|逐))"
)


def will(clause: str, *, until: int | None = None) -> str | None:
    """The words of the future at 将, None when there is none or when 将 marks an object.

    ``clause`` runs to the end of its enumeration (将公众参与、专家论证……作为程序); a 将 counts that stands before
    ``until``.

    >>> will("我县将推出20个集成服务"), will("我市将法治建设纳入考核"), will("将办理时限压缩至1日")
    ('将推出', None, None)
    """
    own = blank_names(clause[:until])
    words = own + blank_names(clause[until:] if until is not None else "")
    for found in _WILL.finditer(own):
        opener = _opens_future(words[found.end() : found.end() + _WINDOW])
        if opener:
            return f"将{opener}"
    impending = _IMPENDING.search(own)
    return impending[0] if impending else None


def _opens_future(rest: str) -> str | None:
    """The adverb, preposition or verb by which the words after 将 show the future; None when they are an object."""
    if _NOUN_OPENS.match(rest):
        return None
    comma = _STOP.search(rest)
    clause = rest[: comma.start()] if comma else rest
    if comma and not clause:
        return comma[0]  # 我县将：一是……
    for opens, handled in ((_OPENS, None), (_NAMING, _DISPOSAL), (_NOMINAL, _LATER_VERB)):
        opener = opens.match(clause)
        if opener:
            object_ = _placed(clause, opener.end()) or (handled and _handled(handled, clause, opener.end()))
            return None if object_ else opener[0]
    return None


def _placed(clause: str, verb_end: int) -> bool:
    """将推进情况纳入考核: what is 纳入 or 列为 something can only be an object, whatever verb it begins with."""
    classic = _CLASSIC.search(clause, verb_end + _SHORTEST)
    if classic is None or _MODAL.match(clause):
        return False
    return _AGAIN.search(clause, 0, classic.end()) is None


def _handled(handled: re.Pattern[str], clause: str, verb_end: int) -> bool:
    """将办理时限压缩至1日: something is done, later in the clause, with what the verb begins to name."""
    later = handled.search(clause, verb_end)
    return bool(_DE.match(clause)) or (later is not None and _AND.search(clause, 0, later.end()) is None)
