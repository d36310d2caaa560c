"""The words that the script of the page writes itself; ``{name}`` is filled in by it."""

from __future__ import annotations

from scorer.i18n import mark, tr

__all__ = ["for_script"]

# The script has no plurals: where a message tells a number, its English must fit any.
_WORDS = {
    "shown": mark("显示 {shown} / {all} 项"),
    "place": mark("第 {at} / {all} 处"),
    "no_place": mark("原文中没有可标出的语句"),
    "in_text": mark("原文中的 {count} 处"),
    "decide": mark("改判"),
    "change": mark("修改改判"),
    "draft": mark("改判草稿：{status}（{by} {date}）：{reason}"),
    "need_reason": mark("请写明理由。"),
    "need_by": mark("请写明姓名。"),
    "need_date": mark("请写日期。"),
    "need_until": mark("有效期不能早于日期。"),
    "saved": mark("已记下 {id} 的改判。共 {count} 条，尚未导出。"),
    "removed": mark("已撤销 {id} 的改判。"),
    "drafts": mark("改判草稿 {count} 条"),
    "kept": mark("另有原来的复核意见 {count} 条，一并写入"),
    "dropped": mark("依据已变的复核意见 {count} 条不写入，请重新改判"),
    "exported": mark("已导出 {name}，共 {count} 条。"),
    "head": mark("复核意见，由评分卡导出；用法：scorer score 报告 --decisions 本文件"),
}


def for_script() -> dict[str, str]:
    """The words in the language in force."""
    return {name: tr(message) for name, message in _WORDS.items()}
