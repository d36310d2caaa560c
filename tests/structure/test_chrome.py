"""Lines of the page around a report, and lines of the report that begin like them."""

from __future__ import annotations

import pytest

from scorer.structure.chrome import is_chrome
from scorer.structure.model import Role
from scorer.text import fold
from tests.structure.conftest import DEEDS, HEAD, Reading


def chrome(line: str) -> bool:
    return is_chrome(fold(line).text)


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2021-01-11 17:07 来源：中共枣阳市委全面依法治市委员会办公室",
        "日期:2021-01-11 17:07     来源:枣阳市司法局     字体:[ 大 中 小 ]   打印",
        "发布日期：2022年1月20日  来源：某市推进依法行政工作领导小组办公室  浏览次数：123",
        "浏览次数：123",
        "浏览次数： 1,234 次",
        "点击量：3.5万次",
        "来源：市司法局  浏览次数：120次",
        "【字体：大 中 小】",
        "【大 中 小】【打印】【关闭】",
        "字号：[大] [中] [小]",
        "打印本页",
        "分享到：",
        "分享到： 微信 微博 QQ空间",
        "上一篇：某县开展执法检查，排查隐患12个",
        "下一篇：没有了",
        "版权所有",
        "版权所有：某县人民政府办公室",
        "版权所有 © 2021 某市人民政府",
        "京ICP备05070218号-1",
        "网站标识码：4210870001  鄂公网安备 42108702000123号",
        "网站地图 联系我们 主办单位：某市人民政府办公室 承办：某市大数据局",
        "您现在的位置：首页 > 政务公开 > 推进依法行政",
        "首页>法治政府>落实情况",
        "索引号：431000/2022-00012  主题分类：司法",
        "索 引 号\t000014349/2023-00045",
        "发布机构\t枣阳市司法局",
        "文    号\t无",
        "名    称\t枣阳市2022年法治政府建设年度报告",
        "名称：关于印发《2021年法治政府建设工作要点》的通知",
        "有效性：有效",
        "体裁分类：报告",
        "主题词：法治政府 报告",
        "文号：冶政文〔2022〕15号  成文日期：2022-01-17",
        "责任编辑：张三  审核：李四",
        "技术支持：某某科技有限公司",
        "扫一扫在手机打开当前页",
        "扫码关注公众号",
        "2021-01-11 17:07",
        "http://www.example.gov.cn",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    assert chrome(line)


LOOKALIKES = [
    "有效性审查工作扎实开展，全年审查行政规范性文件35件",
    "名称争议调处机制不断完善，调处35件",
    "分享到户政策，惠及3万人",
    "推荐阅读法治书目30种",
    "主题词库建设",
    "标题党专项整治关停账号12个",
    "文号管理更加规范",
    "体裁丰富的普法作品获奖12件",
    "发文机关责任进一步压实",
    "浏览量突破35万次，点赞3万人",
    "扫码入企检查35家",
    "扫一扫即可评价，评价率达98%",
    "无障碍环境建设检查35家",
    "技术支持单位增至12家",
    "联系我们身边的普法故事征集作品三十五件",
    "打印机等办公用品采购节约35万元",
    "【大调解】全年调解纠纷35件",
    "审核：严格落实重大执法决定法制审核制度",
    "审核：审核重大行政执法决定35件",
    "来源：群众举报35件，上级交办12件",
    "时间：2021年3月至6月",
    "查处侵犯版权所有权案件35件",
    "开展ICP备案核查",
    "公网安备率达到100%",
    "网站标识码核查12个",
    "组织学习<民法典>和<行政处罚法>情况",
    "谱写下一篇章",
    "下一篇章：再启新程",
    "当前位置服务纳入监管",
    "索引号编制完成，涉及信息1200条",
]


@pytest.mark.parametrize("line", LOOKALIKES)
def test_lines_of_the_report_that_begin_like_them(line: str) -> None:
    assert not chrome(line)


@pytest.mark.parametrize("line", LOOKALIKES[:5])
def test_their_words_are_deeds_of_the_report(line: str) -> None:
    reading = Reading(HEAD + DEEDS.replace("DEED", line + "\n抓好培训6次。"))
    assert reading.role(line) is Role.ACHIEVEMENT


def test_a_sentence_is_never_chrome() -> None:
    assert not chrome("来源：市司法局。")
    assert not chrome("来源：" + "市" * 200)
