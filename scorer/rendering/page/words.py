"""The words that the script of the page writes itself; ``{name}`` is filled in by it."""

from __future__ import annotations

__all__ = ["FOR_SCRIPT"]

FOR_SCRIPT = {
    "shown": "显示 {shown} / {all} 项",
    "place": "第 {at} / {all} 处",
    "no_place": "原文中没有可标出的语句",
    "in_text": "原文中的 {count} 处",
    "decide": "改判",
    "change": "修改改判",
    "draft": "改判草稿：{status}（{by} {date}）：{reason}",
    "need_reason": "请写明理由。",
    "need_by": "请写明姓名。",
    "need_date": "请写日期。",
    "need_until": "有效期不能早于日期。",
    "saved": "已记下 {id} 的改判。共 {count} 条，尚未导出。",
    "removed": "已撤销 {id} 的改判。",
    "drafts": "改判草稿 {count} 条",
    "kept": "另有原来的复核意见 {count} 条，一并写入",
    "dropped": "依据已变的复核意见 {count} 条不写入，请重新改判",
    "exported": "已导出 {name}，共 {count} 条。",
    "head": "复核意见，由评分卡导出；用法：scorer score 报告 --decisions 本文件",
}
