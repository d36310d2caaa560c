"""Units of measure and classifiers: which words may follow a number, what they count, when they are words of their own."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from scorer.quantities.model import Kind, Quantity

__all__ = ["FORBIDDEN_AFTER", "UNITS", "Unit", "find_unit", "plain_unit", "same_unit", "unit_matches"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is counted: the name quantities carry, and what one of it is worth in that name."""

    name: str
    kind: Kind = Kind.NUMBER
    factor: Decimal = Decimal(1)


# Classifiers of things, people and events.
_COUNTS = (
    "个 项 件 名 次 家 条 份 户 人 所 处 起 场 篇 期 类 种 套 本 册 部 批 笔 例 宗 案 位 台 辆 张 枚 支 组 队 座 栋 幢 间 "
    "块 面 幅 封 则 首 轮 届 回 趟 遍 页 字 句 章 节 课 集 版 门 堂 站 岗 桌 单 桩 款 段 片 口 眼 层 道 根 只 头 羽 株 棵 艘 "
    "架 班 车 票 对 双 盘 盏 杆 粒 颗 箱 袋 瓶 桶 卷 盒 副 把 顶 样 式 员 分 岁 亩 吨 斤 米 克 升 度 折 省 市 县 区 镇 乡 村 "
    "人次 家次 户次 件次 批次 场次 条次 车次 班次 台次 项次 篇次 例次 站次 户家 学时 课时 公里 千米 平方米 平方公里 立方米 "
    "公顷 公斤 千克 毫克 微克 千瓦 千瓦时 兆瓦 方面 大类 大项 部门 单位 乡镇 街道 社区 企业 村居 席位 床位 名次 位次 标段 "
    "万亩 平米 亩次 张次 份次 人份 剂次 剂 例次 小项 子项 户人家 余"
).split()
_DURATIONS = "小时 分钟 秒 天 日 周 年 个月 星期 季度 工作日 自然日 日历天 学年 月份".split()
_MONEY = {"元": 1, "元人民币": 1, "人民币": 1, "块钱": 1, "圆": 1, "角": "0.1"}
_FOREIGN = ("美元", "欧元", "港元", "港币", "日元", "英镑", "卢布", "韩元")
_PERCENT = {"%": 1, "‰": "0.1"}

_ALL: dict[str, Unit] = {name: Unit(name) for name in _COUNTS if name != "余"}
_ALL |= {name: Unit(name, Kind.DURATION) for name in _DURATIONS if name != "月份"}
_ALL |= {name: Unit("元", Kind.CURRENCY, Decimal(str(worth))) for name, worth in _MONEY.items()}
_ALL |= {name: Unit(name, Kind.CURRENCY) for name in _FOREIGN}
_ALL |= {name: Unit("%", Kind.PERCENT, Decimal(str(worth))) for name, worth in _PERCENT.items()}
_ALL |= {"个百分点": Unit("个百分点"), "百分点": Unit("个百分点"), "倍": Unit("倍", Kind.MULTIPLE)}
# 三个小时 and 三小时 are one unit; so are 2823个批次 and 2823批次.
_ALL |= {f"个{name}": _ALL[name] for name in ("工作日", "自然日", "日历天", "小时", "星期", "季度", "学时", "课时", "批次", "学年", "标段")}
_ALL |= {"户家": Unit("户"), "平米": Unit("平方米"), "户人家": Unit("户")}

_LONGEST = max(map(len, _ALL))
_FIRST = frozenset(name[0] for name in _ALL)

# A framework may also ask for money in its scales.
UNITS: frozenset[str] = frozenset(_ALL) | {unit.name for unit in _ALL.values()} | {"万元", "亿元", "万美元", "亿美元"}

# Words that begin with a unit but are no unit: 期间, 部门, 分别. Listed by unit, as what may not come behind it.
FORBIDDEN_AFTER: dict[str, tuple[str, ...]] = {
    "人": ("民", "大", "事", "才", "均", "口", "文", "社", "格", "类"),
    "期": ("间", "限", "末", "初", "货", "权", "满", "望", "盼"),
    "部": ("门", "委", "队", "署", "长", "分", "级", "属"),
    "分": ("别", "类", "管", "工", "局", "级", "析", "布", "支", "发", "解", "步", "批", "组", "公", "之", "层", "院", "会", "区", "钟", "期", "段", "项", "散", "明"),
    "名": ("单", "称", "额", "誉", "义", "录", "牌", "优"),
    "位": ("于", "置", "居", "列", "一体"),
    "次": ("第", "序", "要", "性", "生", "级"),
    "案": ("卷", "例", "由", "情", "底", "牍"),
    "场": ("所", "地", "景", "合", "域", "监"),
    "条": ("例", "款", "约", "线"),
    "本": ("市", "区", "县", "级", "省", "局", "院", "地", "单", "年", "法", "部", "辖", "土", "届", "村", "镇", "身", "质"),
    "台": ("账", "州", "湾", "阶", "海"),
    "家": ("庭", "园", "长", "族", "属", "乡", "访"),
    "所": ("有", "在", "属", "长", "需", "谓", "涉"),
    "户": ("籍", "口", "外", "均"),
    "面": ("积", "向", "对", "临", "貌"),
    "支": ("持", "撑", "付", "部", "出", "配", "行", "援"),
    "组": ("织", "建", "成", "长"),
    "队": ("伍", "长"),
    "处": ("罚", "理", "置", "分", "长", "级", "于", "室", "干"),
    "章": ("程",), "节": ("约", "能", "点", "假", "日", "水", "省"), "班": ("子", "长"),
    "车": ("辆", "管", "站", "间", "牌"),
    "村": ("民", "委", "干", "级", "规", "务", "庄"), "镇": ("级", "区", "政", "长", "域"),
    "乡": ("级", "镇", "村", "政", "规", "土"), "县": ("级", "域", "委", "政", "直", "长", "区"),
    "市": ("级", "场", "委", "政", "直", "民", "域", "长", "县", "监", "属", "容", "本", "司", "人"),
    "省": ("级", "委", "政", "直", "长", "市", "厅", "际", "内", "属", "人", "司"),
    "区": ("级", "域", "委", "政", "直", "长", "县", "人", "别", "属", "司"),
    "例": ("如", "外", "会", "行", "证"), "起": ("来", "草", "诉", "步", "到", "点", "施", "源", "义", "正", "执", "开", "实", "全", "生", "底"),
    "份": ("额",), "集": ("中", "体", "团", "合", "资", "聚", "成"), "单": ("位", "项", "独", "一", "方"),
    "站": ("点", "位"), "门": ("户", "类", "槛"), "种": ("子", "植", "养"), "类": ("型", "别", "似", "推"),
    "回": ("复", "访", "应", "头", "顾", "避"), "轮": ("训", "岗", "换"), "批": ("准", "复", "示", "评", "次"),
    "款": ("项",), "片": ("区", "面"), "座": ("谈",), "层": ("级", "面", "次"), "字": ("号",), "道": ("路", "德"),
    "对": ("于", "照", "标", "口", "应", "象", "接", "外", "全", "市", "本"), "双": ("方", "向", "随"), "岗": ("位",),
    "员": ("工",), "度": ("假", "量"), "样": ("本", "板"), "式": ("样",), "版": ("本", "权"), "段": ("落",),
    "块": ("钱",), "头": ("部",), "只": ("有", "要", "能", "是"), "把": ("关", "握", "手", "法", "全"), "根": ("据", "本"),
    "口": ("头", "岸", "径"), "间": ("接", "隔"), "首": ("次", "批", "先", "个", "部", "位"), "堂": ("皇",),
    "项": (), "个": ("人", "体", "性", "别"), "年": ("度", "级", "龄", "底", "初", "末", "代", "报", "终", "中", "轻", "均", "间", "份", "月"),
    "日": ("报", "前", "起", "至", "常", "益", "期"), "周": ("年", "岁", "期", "边", "末", "密", "六", "日", "一", "五"),
    "课": ("堂", "程", "题"), "轮次": (), "天": ("然", "津", "府", "气"), "斤": (), "米": ("兰",), "升": ("级", "至", "到"), "克": ("服", "隆"),
    "单位": (), "部门": (), "把手": (), "企业": (), "社区": ("矫",), "街道": ("办",), "方面": ("军",), "副": ("主", "市", "县", "区", "省", "局", "书", "校", "秘", "部", "处", "厅", "院"),
    "元": ("旦", "素", "宵", "宇", "月", "首"), "角": ("度", "色", "落"), "倍": ("感", "受"),
}  # fmt: skip


def find_unit(text: str, at: int) -> tuple[Unit, str] | None:
    """The longest unit that begins at ``at`` and its spelling; None when what stands there is no unit.

    >>> find_unit("3个工作日内", 1)[1]
    '个工作日'
    >>> find_unit("八五期间", 2) is None
    True
    """
    if at >= len(text) or text[at] not in _FIRST:
        return None
    for length in range(min(_LONGEST, len(text) - at), 0, -1):
        word = text[at : at + length]
        unit = _ALL.get(word)
        if unit is not None:
            return None if text.startswith(FORBIDDEN_AFTER.get(word, ()) or "\0", at + length) else (unit, word)
    return None


def plain_unit(word: str) -> str:
    """The name under which quantities carry a unit: 元 for 万元, 工作日 for 个工作日, the word itself if unknown."""
    if word.endswith("元") and word[:1] in "万亿":
        word = word.lstrip("万亿")
    unit = _ALL.get(word)
    return unit.name if unit is not None else word


def same_unit(a: str, b: str) -> bool:
    """Whether two unit words count the same: 万元 and 元, 天 and 日, 个工作日 and 工作日."""
    first, second = plain_unit(a), plain_unit(b)
    return first == second or {first, second} <= {"天", "日", "自然日", "日历天"}


def unit_matches(wanted: str, quantity: Quantity) -> bool:
    """Whether a quantity can answer to a unit that a metric asks for.

    Ordinals answer to none. 工作日 is answered by 天 and 日 too: an office that needs one day needs one working
    day. Every other classifier is answered only by itself; a metric that takes several names them all.

    >>> from scorer.quantities.extract import find_quantities
    >>> unit_matches("万元", find_quantities("39.66亿元")[0])
    True
    """
    if quantity.kind is Kind.ORDINAL:
        return False
    if same_unit(wanted, quantity.unit):
        return True
    return plain_unit(wanted) == "工作日" and quantity.unit in {"天", "日"}
