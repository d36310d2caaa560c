"""Whether a clause states a lack: 力量不足, 有待提高, 仍时有发生.

A lack is a predicate: it ends its clause, or names an existence. The same words before a noun only say which
(不规范文书, 薄弱环节), after a verb of mending they say what was mended (破解执法不规范难题), and a rule uses them
as a condition (材料不齐全的, 未经审查不得提交). None of these is a problem.
"""

from __future__ import annotations

import re

from scorer.patterns import begins, lazily
from scorer.structure.words import LEAD, blank_names, either

__all__ = ["follows_from_lack", "lack_cue", "leans_on_next", "tells_deed"]

_END = r"(?=[，。；、：）！]|$|且|而|等|的?(?:问题|现象|情况|情形|状况|局面|倾向|苗头)(?:[，。；、]|$|仍|还|依然|突出|较|比较|严重|时有|普遍|明显|等))"
_THINGS = either("问题 现象 情况 情形 状况 局面 难题 困难 短板 弱项 倾向 顽疾 现状 瓶颈 痛点 堵点 矛盾")

_NOT = either(
    "强 高 足 深 广 实 细 严 畅 顺 紧 浓 健全 完善 规范 到位 平衡 均衡 充分 深入 细致 扎实 严谨 严格 紧密 密切 顺畅 通畅 畅通 及时 "
    "明显 明确 明晰 清晰 清楚 统一 一致 协调 匹配 适应 相适应 相匹配 全面 彻底 牢固 浓厚 理想 熟练 熟悉 科学 合理 准确 精准 精细 有力 主动 积极 "
    "重视 完整 齐全 配套 稳定 专业 多样 丰富 灵活 成熟 便捷 连贯 系统 集中 突出 落实 过硬 得力 力 乐观 满意 平稳 深刻 精 专 对称 同步 "
    "流畅 清 宽 新 活 硬 灵 透 透彻 牢"
)
# What is scarce, and what is weak, when it is called 少, 弱, 低 or 差.
_SCARCE = either(
    "人员 人才 人手 力量 编制 经费 投入 设备 装备 骨干 律师 方式 方法 手段 渠道 形式 载体 途径 办法 次数 频次 数量 专业性人才"
)
_WEAK = either(
    "能力 意识 水平 力量 基础 素质 实效 效果 成效 待遇 保障 质量 质效 认识 观念 积极性 主动性 针对性 专业性 实效性 时效性 操作性 协同性 规范性 "
    "系统性 刚性 威慑力 执行力 影响力 知晓度 知晓率 参与度 满意度 效率 标准 层次 学历 配合度"
)
_MUCH = "(?:仍然?|还|依然|也|均|都)?(?:比较|相对|非常|十分|普遍|[较偏很过])?"
_STILL = "(?:仍然?|还|尚|依然|依旧|仍旧|还是)"
# An act that was not done: 未编制目录, 从未组织评查, 没有召开听证会. 未制定违法文件 is good news and no lack.
_UNDONE = (
    "(?<!虽)(?<!若)(?<!如)(?:从未|暂未|并未|均未|一直未|暂时未|未|没有|没(?!有))(?:曾|再)?"
    "(?:[对就向][^，；]{2,24}?)?(?:按[照规时期][^，；]{0,6}|及时|正式|依法|专门|单独|系统|定期|组织|独立){0,2}"
    + either(
        "编制 开展 组织 建立 制定 制订 召开 举行 举办 设立 成立 配备 聘请 出台 印发 启动 公布 公示 实施 实行 推行 组建 建成 落实 "
        "编发 修订 清理 评查 评估 公开 培训 备案 进行"
    )
    + "(?!前|[^，；]*(?:违[法规反背]|不合法|妨碍|排除|限制|歧视|减损|增设|的$))"
)
_LACKING = "(?:不足|差距|短板|欠缺|薄弱|弱项|问题|漏洞|盲区|困难|空间|空白)"

# Cues that state a lack wherever they stand in a clause.
_ANYWHERE = begins(
    "一不事亟人仍从形至任依偶参均存尚屡差并时暂有未本案没流缺能良走跟还难需青",
    rf"{_STILL}(?:不同程度地?|普遍|客观|或多或少地?)?(?:存在|面临)|{_STILL}时?有(?:发生|出现|待)|{_STILL}有[^，；]{{0,12}}{_LACKING}"
    "|时有发生|时有出现|屡有发生|屡禁不[止绝]|偶有发生|不时发生"
    "|有待|亟[需待须]|还不|尚不(?!予)|仍不|不够(?!格)|未能|跟不上"
    rf"|{_UNDONE}|{_STILL}[需须]|(?<!根据)(?<!按照)(?<!实际)(?<!工作)(?<!有)需要?(?:进一步|继续|不断|持续|加大|加强|加快|提高|完善)"
    r"|尚未(?!发[生现]|出现)|[还仍]未|未(?:完全|全面|真正|充分|有效|能够)(?:建立|落实|形成|实现|发挥|到位|理顺|打通|覆盖|掌握|履行|贯通|解决)"
    "|没有(?:完全|全面|真正|充分|有效|很好)|难以(?:适应|满足|形成|落实|保障|为继|开展|发挥|有效|完全|到位|实现|胜任|避免|保证|跟上)"
    "|不相?适应|不相匹配|缺乏(?!的)|缺少(?!的)|(?<!不)(?<!不搞)(?<!不再)(?:流于形式|走过场)|参差不齐|良莠不齐|青黄不接"
    "|案多人少|人少[案事]多|[案事]多人少|任务重、?人[手员]少|人[手员](?:较|偏)?少、?(?:且|而)?任务(?:较|繁)?重|任重道远"
    "|本领恐慌|能力恐慌|差距(?:仍|还|依然)?(?:较|很)?大|存在(?:一定|较大|明显|不小|很大)的?(?:差距|不足|短板|困难|问题)"
    "|有(?:一定|较大|不小|很大|明显)的?(?:差距|距离|困难|不足)"
    rf"|不习惯(?!的)|没有得到(?![^，；]{1, 16}的)|形同虚设(?!的)|至今(?:没有|无)(?!发[生现]|出现|一[起例件])|{_STILL}有(?:反映|意见|怨言|抱怨)(?=[，。；]|$)"
    "|[还仍尚]没(?:有)?(?!发[生现]|出现)[^，；]{0,10}(?:到位|根除|解决|消除|落实|建立|形成|理顺|覆盖|配齐|健全)",
)
# 能力较弱, 手段过于单一; 标准不一, 随意性较大, 作用不大; 败诉率偏高, 知晓率较低; 开展活动较少
_TOO = "(?:较为?|比较|相对|过于|过)(?:薄弱|单一|滞后|淡薄|欠缺|落后|松散|粗放|简单|陈旧|繁琐|迟缓|缓慢|[弱慢差晚])"
_UNEVEN = (
    r"(?:标准|水平|尺度|进度|质量|程度|力度|口径)不[一齐]|(?:尚属|仍是|还是|仍为|还有|存在)空白"
    r"|随意性(?:仍|还)?(?:较|比较|很)?[大强]|(?:压力|难度|阻力)(?:仍|还)?(?:较|比较|很)?大"
    r"|(?:力度|作用|成效|效果|实效)不[大好]"
)
_BAD_RATE = (
    r"败诉率(?:仍|还|依然)?[较偏]高|持证率(?:较|偏)?低"
    r"|(?:出庭|应诉|参与|知晓|覆盖|合格|公开|满意|使用|应用|胜诉|履行)率(?:仍|还)?(?:较低|不高|不足)"
)
_TOO_FEW = "(?:开展|运用|使用|培训|参与|应用|投入|人员|人才|频次|渠道|手段|活动)[^，；]{0,6}[较偏不过][少多]"
# Cues that state a lack at the end of a clause: before a noun they only say which.
_AT_END = begins(
    "不专主人仍依作使保偏公出刚力办匮协单压参口合培基失威存学实尚尺层履应开形影待律意成手执投持操效数断方时有标欠次比水活淡渠滞满相知短积程系素紧经编缺老胜能脱落薄装覆观规认设败质载较过运还进途配针问阻随难频骨",
    rf"(?<![不无零防])(?:(?:不|不太|不甚|不尽|欠)(?:{_NOT})|不足|薄弱|淡薄|淡漠|滞后|落后|单一|老套|老化|断层|缺失|缺位|欠缺|欠佳|匮乏|短缺|紧缺|紧张|脱节|失衡|不力|"
    rf"(?<!(?:败诉|投诉|纠错|撤销|差错)率)偏[低少弱慢小高大紧软轻窄松长]|{_TOO}|{_UNEVEN}|有限|"
    rf"{_SCARCE}{_MUCH}(?:少|不多)|{_WEAK}{_MUCH}[弱低差]|老龄化{_MUCH}(?:严重|突出|明显)|"
    rf"{_BAD_RATE}|{_TOO_FEW}|{_STILL}(?:比较|较为|十分|很|较)?(?:普遍|常见|多见|频繁)|"
    rf"[有存]在?差距|短板(?:较为|比较|依然|仍然|仍)?(?:明显|突出)|问题(?:仍然?|还|较为|比较|依然|相对)?(?:突出|严重|较多|多发|凸显)){_END}",
)
# After 部分单位, 个别干部 even a mild word states a lack.
_PARTIAL = re.compile(
    rf"{LEAD}(?:但|目前|当前|由于|是)?，?(?:我[省市县区州旗镇乡局]|全[省市县区])?(?:仍?有)?(?:部分|个别|少数|极少数|极个别|有的|有些|一些|某些|少部分)"
)
# 不断, 不少于, 不见面 and their like state no lack.
_NO_LACK = "(?!断|得|同|予|动|少于|低于|超过|再|仅|止|限|上交|出|求|见面|跑|收费|罚|放过|留|漏|落)"
_MILD = lazily(
    r"(?:较|比较|很)[大多少低弱差](?:[，。；]|$)|存在|没有|未[按能及建落形经完]|未[将把][^，；]{1,24}(?:纳入|列入|公示|公布|公开|录入|上传|报送|落实)|逾期|延期(?:[，。；]|$)"
    rf"|不{_NO_LACK}[\u4e00-\u9fff]{{1,3}}{_END}|重[\u4e00-\u9fff]{{1,4}}、?轻[\u4e00-\u9fff]{{1,4}}"
)

_REACHED = re.compile("实现|做到|达到")

# Verbs of mending: what stands after them was or is to be mended.
_MENDS = re.compile(
    # 在解决纠纷中的作用还不够: what something is used for was not mended
    "(?<!在)(?:防止|防范|避免|杜绝|克服|针对(?!性)|破解|破除|弥补|补齐|补足|补强|扭转|消除|严防|谨防|改变|一改|减少|缓解|纠治|攻克|告别|摆脱|减轻|"
    "(?<!问题)解决)(?!问题|能力|机制|力度|意识|工作|手段|措施|不|还|仍|尚)"
)
# Verbs that handle a thing called by its lack, told from a predicate by the noun that follows (不规范等问题).
_HANDLES = re.compile(
    either(
        "解决 整治 整顿 治理 纠正 查找 查摆 查处 查出 排查 摸排 梳理 找准 找出 发现 反映 指出 聚焦 围绕 剖析 曝光 打击 遏制 "
        "直面 正视 化解"
    )
    + "|整改(?!不|还|仍|未|工作|落实|措施|质量|力度)"
)
# 查处未按规定落实措施的案件68起: the lack says which cases, and the handling of them is the deed.
_WHICH = f"[^，；]{{0,20}}?的[^，；]{{0,8}}?{either('案件 行为 单位 企业 商户 项目 事项 文件 文书 案卷 车辆 人员 产品 场所')}"
_NAMES = re.compile(rf"[^，；]{{0,24}}?{_THINGS}|{_WHICH}")
_TOWARDS = re.compile(rf"{LEAD}(?:对于?|就|凡|如|若|把|将|一旦|坚决|严禁|是否)")
# 对……认识不足: here 对 names what the lack is about.
_REGARD = re.compile(
    rf"{LEAD}对于?[^，；]{{2,40}}(?:认识|理解|重视|把握|掌握|研究|了解|领会|运用|关注|学习)(?:程度|得)?(?:不[\u4e00-\u9fff])?$"
)
# 对积案缺乏有效办法 is said of us; 对缺乏资质的企业 of those who lack something.
_LACKS_FOR = lazily(rf"{LEAD}对于?[^，；]{{2,40}}缺[乏少](?![^，；]*的)")
_MENDED = re.compile(
    "不存在|未发生|没有发生|未出现|没有出现|未发现|无[^，；]{1,20}(?:发生|现象|情况)|是否|不得|严禁|"
    "(?<![没未有])整改到位|整改完毕|整改完成|(?:已|全部|均|基本|逐一|逐项|及时)[^，；]{0,6}(?:整改|解决|纠正|完成|消除|办结|补齐|化解|办理)|得到[^，；]{0,6}(?:解决|缓解|改善|整改|遏制|纠正|提升)|"
    "明显(?:改善|好转|减少|下降|提升)|责令|限期|予以|立行立改|销号|为零"
)
_CONDITION = re.compile(r"的[，。；]?$")
# Cases still open are a stock, not a shortcoming: 2件案件尚未办结.
_STOCK = re.compile(
    r"(?:尚未|[还仍]未|未能)[^，；]{0,6}(?:办结|审结|结案|到期|办理完毕|履行完毕|届满|执行完毕|作出|开庭|期满)|(?:尚未|还未|未能)[^，；]{1,24}的(?!问题|情况|现象)"
)

_DEED = re.compile(
    either(
        "已 完成 印发 出台 制定 制订 组织 建立 建成 召开 举办 增配 增设 新增 招录 招聘 选派 责令 督促 推行 推进 推动 实行 健全 强化 整改 "
        "约谈 通报 清理 修订 聘请 邀请 采取 推出 依托 积极 主动 逐一 有效 为此 对此 针对 确保 实现 提升 促进 先后 累计 共计 坚持 开展了 落实了 加大 加强 全力 通过"
    )
    + r"|了(?![解事])|\d|《|我[省市县区州旗镇乡局]"
)
_CONSEQUENCE = re.compile(rf"{LEAD}(?:影响|导致|造成|致使|使得|制约|以致|甚至)")
# 抽查覆盖面不广，联合抽查比例仅3%: the number says how wanting it is.
_SCANT = re.compile(
    rf"{LEAD}[仅只才](?:[为有占达])?\d|"
    r"(?:率|比例|占比|比重)[^，；\d]{0,6}(?:仅|只有|只占|不足|不到|才)[^，；\d]{0,4}\d"
)
_SO_FEW = lazily(
    r"(?:只有|仅有?|不足|不到)\d|(?:多|大多|均|都)(?:为|是|由)[^，；]{0,8}(?:兼职|兼任)|身兼数职"
)
# 公示信息存在迟报、漏报: a fault that exists, unless a check found it or it says which (存在漏报的单位)
_EXISTS = lazily(
    rf"{LEAD}(?![^，；]*(?:发现|查出|排查|检查|是否|如|若|对|凡|的$))[^，；]{{0,24}}?(?<!不)存在[^，；、的]{{0,4}}?"
    + either("迟报 漏报 瞒报 错报 拖延 推诿 扯皮 脱节 缺位 越位 错位 遗漏 疏漏 超期 逾期 畏难 壁垒")
    + "(?![^，；]*的)"
)
_BARE = re.compile(
    # 今年的后评估，因缺少经费仍未启动: what was not done, and why
    rf"{LEAD}(?:(?:因|由于)[^，；]{{2,16}}(?:{_STILL}|[尚还仍]|一直|今年|至今)?(?:未|没有?)"
    r"|(?:至今|目前|今年|一直)?(?:[还仍尚]未|尚未)"
    rf"|有待|{_STILL}|亟|需|也|均|都|难以|缺乏|不够|时有|存在(?:一定|较大|明显))"
)


def lack_cue(clause: str, before: str = "", after: str = "") -> str | None:
    """The words that state a lack, None when there are none or when they tell of a lack that was mended.

    ``before`` and ``after`` are the other items of the enumeration in which the clause stands: a verb of mending
    before the first (解决执法不严、) and what the last calls them (程序不全等问题) hold for each.

    >>> lack_cue("法制审核人员力量不足，"), lack_cue("克服人员不足的困难，"), lack_cue("不足部分由财政保障。")
    ('不足', None, None)
    """
    words = blank_names(clause)
    partial = _PARTIAL.match(words)
    found = _ANYWHERE.search(words) or _AT_END.search(words) or (_mild(words) if partial else None)
    found = found or (_EXISTS.match(words) if "存在" in words else None)
    if not found or _MENDED.search(words) or _CONDITION.search(words) or _STOCK.search(words):
        return None
    led = blank_names(before) + words[: found.start()]
    if _MENDS.search(led) or (
        _TOWARDS.match(blank_names(before) or words) and not (_REGARD.search(led) or _LACKS_FOR.match(words))
    ):
        return None
    if not partial and _HANDLES.search(led) and _NAMES.match(words[found.end() :] + blank_names(after)):
        return None
    return found[0]


def _mild(words: str) -> re.Match[str] | None:
    return None if _REACHED.search(words) else _MILD.search(words)


def tells_deed(clause: str) -> bool:
    """Whether the clause tells of something done, so that a lack beside it is not its own."""
    return _DEED.search(clause) is not None


def follows_from_lack(clause: str) -> bool:
    """Whether the clause goes on about the lack stated before it: what it led to, or more of the same."""
    if _CONSEQUENCE.match(clause) or _SCANT.search(clause):
        return True
    return not tells_deed(clause)


def leans_on_next(clause: str, following: str) -> bool:
    """Whether the lack that ``following`` states is said of ``clause``: 执法监督，有待加强; 部分单位……，落实不到位."""
    if _SO_FEW.search(clause):  # 审核人员只有3名，难以满足需要
        return True
    bare = _BARE.match(following) is not None
    return (bare or _PARTIAL.match(clause) is not None) and not tells_deed(clause)
