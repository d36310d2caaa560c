"""Fonts for Chinese characters in office files, by the names that word processors in China know them by.

Those of the letter are the ones of official documents (GB/T 9704-2012).
"""

from __future__ import annotations

__all__ = ["BODY", "HEADING", "PLAIN", "SECOND", "TITLE"]

BODY = "仿宋_GB2312"
TITLE = "方正小标宋简体"
HEADING = "黑体"
SECOND = "楷体_GB2312"
PLAIN = "宋体"
"""For tables and page numbers."""
