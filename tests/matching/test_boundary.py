"""Word boundaries of short hits, from cases that a keyword search gets wrong."""

from __future__ import annotations

import pytest

from scorer.matching import Lexicon

from .conftest import make_report


def boundaries(content: str, phrase: str) -> list[bool]:
    found = Lexicon([phrase]).find(make_report(content))
    return [found.is_word(hit) for hit in found.of(phrase)]


@pytest.mark.parametrize(
    "content, phrase",
    [
        ("引导在校学生树立法治观念", "立法"),
        ("建立法律顾问制度", "立法"),
        ("弘扬科学法治精神", "学法"),
        ("发布“八五”普法规划征集活动", "法规"),
        ("提供便民法律服务", "民法"),
        ("组织行政执法人员轮训", "法人"),
        ("提高工作效率", "率"),
        ("率先在五市启动", "率"),
        ("严格执行上述法律", "述法"),
        ("积极回应诉求", "应诉"),
        ("会议强调解决突出问题", "调解"),
        ("储备案例二十篇", "备案"),
        ("通过微信访问平台", "信访"),
        ("压实法律顾问责任", "问责"),
        ("制定评审计划", "审计"),
        ("开展机关办公示范", "公示"),
        ("全面依法治市委员会", "法治"),
        ("自觉运用法治思维", "用法"),
        ("加强综合法律知识培训", "合法"),
        ("决策事项目录", "项目"),
        ("进一步扩大普法渠道", "大普法"),
    ],
)
def test_pieces_of_other_words_are_no_word(content: str, phrase: str) -> None:
    assert boundaries(content, phrase) == [False]


@pytest.mark.parametrize(
    "content, phrase",
    [
        ("行政执法人员持证上岗", "执法"),
        ("新收复议申请", "复议"),
        ("新收复议案件", "复议"),
        ("换发行政执法证件", "执法证"),
        ("政府常务会议", "常务会"),
        ("宣传民法典", "民法"),
        ("健全立法机制", "立法"),
        ("开展学法活动", "学法"),
        ("清理地方性法规", "法规"),
        ("年终述法", "述法"),
        ("出庭应诉率达到90%", "应诉"),
        ("强化人民调解工作", "调解"),
        ("规范性文件备案审查", "备案"),
        ("推进信访法治化", "信访"),
        ("严肃问责", "问责"),
        ("审计监督", "审计"),
        ("公示行政许可信息", "公示"),
        ("覆盖率为100%", "率"),
        ("法人和其他组织", "法人"),
        ("中华人民共和国行政复议法", "复议"),
    ],
)
def test_whole_words_are_accepted(content: str, phrase: str) -> None:
    assert boundaries(content, phrase) == [True]


def test_longer_phrases_are_not_cut() -> None:
    assert boundaries("推动行政执法制度化", "行政执法制度") == [True]
    assert boundaries("全面依法治市", "依法治市") == [True]


def test_quotation_marks_and_commas_are_boundaries() -> None:
    assert boundaries("树立法治", "法治") == [True]
    assert boundaries("树“立法”治", "立法") == [True]
    assert boundaries("确立、法治化", "立法") == []  # across 、 there is no short hit at all
    assert boundaries("树立，法治", "法治") == [True]


def test_the_same_words_are_judged_by_what_is_around_them() -> None:
    assert boundaries("立法工作有序，树立法治观念，立法听证", "立法") == [True, False, True]


def test_a_run_without_marks_is_judged_like_a_short_one() -> None:
    content = "引导在校学生树立法治观念健全立法机制" * 200
    assert boundaries(content, "立法") == [False, True] * 200
