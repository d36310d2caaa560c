"""Web files: the page of a government site, its printed and its archived form, and Markdown."""

from __future__ import annotations

import quopri
import re
import subprocess
import tempfile
from collections.abc import Sequence
from email.header import Header
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tools.containers.layout import Line, Look, Sheet

__all__ = ["archived_page", "markdown", "print_pages", "web_page"]

_SECONDS = 120
_SITE = "www.example.gov.cn"
_ADDRESS = "https://www.example.gov.cn/zwgk/fzzfjs/{name}.html"
_BOUNDARY = "----MultipartBoundary--example----"
_MARKS = re.compile(r"([\\`*_\[\]<>#~|])")
_ORDINAL = re.compile(r"^(\d{1,9})([.)])")

_HEAD = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_政府信息公开_示例市人民政府门户网站</title>
<meta name="SiteName" content="示例市人民政府门户网站">
<meta name="ColumnName" content="法治政府建设年度报告">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{date} 17:07">
<meta name="ContentSource" content="{issuer}">
<style>
body {{ font-family: "Noto Sans CJK SC", sans-serif; }} h1 {{ text-align: center; }}
.article p {{ text-indent: 2em; line-height: 1.8; }} .article p.end {{ text-align: right; }}
@media print {{ .site {{ display: none; }} }}
</style>
<script>function doPrint() {{ window.print(); }}</script>
</head>
"""
_TOP = """<body>
<div class="header site"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>
<li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul>
<div class="search"><input name="q"><a href="/search/">搜索</a></div></div>
<div class="position site">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 法治政府建设年度报告</div>
<table class="info site"><tr><td>索 引 号：</td><td>000000000/2022-00001</td><td>发布机构：</td><td>{issuer}</td></tr>
<tr><td>名　　称：</td><td colspan="3">{title}</td></tr></table>
<div class="article">
<h1>{title}</h1>
<div class="article-info site">发布时间：{date} 17:07　来源：{issuer}　浏览次数：128　字体：[大 中 小]
<a href="javascript:doPrint()">打印</a></div>
<div class="TRS_Editor" id="zoom">
"""
_FOOT = """</div>
</div>
<div class="related site"><h3>相关文章</h3><ul><li><a href="/1.html">示例市召开全面依法治市工作推进会</a></li>
<li><a href="/2.html">示例市行政执法案卷评查合格率达99%</a></li></ul></div>
<div class="footer site"><p>版权所有：示例市人民政府　主办单位：示例市人民政府办公室　网站标识码：0000000000</p>
<p>备案号：某ICP备00000000号　某公网安备 00000000000000号</p></div>
</body>
</html>
"""


def web_page(sheet: Sheet) -> str:
    """The report amid what a content system puts around it; its title is the page's own heading."""
    facts = {"title": escape(sheet.title), "issuer": escape(sheet.issuer), "date": sheet.date}
    titled = any(line.look is Look.TITLE for line in sheet.lines)
    body = "".join(_paragraph(line) for line in sheet.lines if not (titled and line.look is Look.TITLE))
    return _HEAD.format(**facts) + _TOP.format(**facts) + body + _FOOT


def _paragraph(line: Line) -> str:
    words = _kept_spaces(escape(line.words, quote=False))
    if line.look is Look.HEADING:
        words = f"<strong>{words}</strong>"
    elif line.bold:
        head, tail = line.words[: line.bold], line.words[line.bold :]
        words = f"<b>{escape(head, quote=False)}</b>{_kept_spaces(escape(tail, quote=False))}"
    if line.look is Look.SIGNATURE:
        return f'<p class="end">{words}</p>\n'
    return f"<p>&nbsp;&nbsp;&nbsp;&nbsp;{words}</p>\n"


def _kept_spaces(words: str) -> str:
    return words.replace("  ", " &nbsp;")


def archived_page(sheet: Sheet) -> bytes:
    """The page as browsers archive it: MHTML (RFC 2557), one part in quoted-printable (RFC 2045, 6.7)."""
    address = _ADDRESS.format(name=sheet.name)
    subject = Header(sheet.title, "utf-8").encode(linesep="\r\n")
    top = (
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {address}",
        f"Subject: {subject}",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related; type="text/html"; boundary="{_BOUNDARY}"',
        "",
        f"--{_BOUNDARY}",
        "Content-Type: text/html",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {address}",
        "",
        "",
    )
    page = quopri.encodestring(web_page(sheet).encode()).replace(b"\n", b"\r\n")
    return "\r\n".join(top).encode("ascii") + page + f"\r\n--{_BOUNDARY}--\r\n".encode("ascii")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the pages without a line on stderr for each."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def print_pages(names: Sequence[str], folder: Path) -> None:
    """Let Chromium print pages of ``folder``, with its own header and footer, as people do who know no better.

    The pages are served under a made-up address, because the footer shows where a page came from.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        for name in names:
            _print_page(f"http://{_SITE}:{server.server_port}/{name}.html", folder / f"{name}.print.pdf")
    finally:
        server.shutdown()


def _print_page(address: str, target: Path) -> None:
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        command += [f"--host-resolver-rules=MAP {_SITE} 127.0.0.1", f"--print-to-pdf={target}", address]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    if not target.is_file():
        raise FileNotFoundError(f"Chromium did not write {target}")
    # Each glyph is an object of its own; packed together they take two thirds of the room.
    packing = ["qpdf", "--object-streams=generate", "--recompress-flate", "--compression-level=9"]
    subprocess.run([*packing, "--replace-input", str(target)], check=True, timeout=_SECONDS)


def markdown(sheet: Sheet) -> str:
    """The report in Markdown: headings with #, bold run-in headings, a blank line after each paragraph."""
    return "\n\n".join(_markdown_line(line) for line in sheet.lines) + "\n"


def _markdown_line(line: Line) -> str:
    words = _escaped(line.words)
    if line.look is Look.TITLE:
        return f"# {words}"
    if line.look is Look.HEADING:
        return f"{'#' * min(line.depth + 1, 6)} {words}"
    if line.bold:
        return f"**{_escaped(line.words[: line.bold])}**{_escaped(line.words[line.bold :])}"
    return words


def _escaped(words: str) -> str:
    """What Markdown would take for its own, with a backslash; 1. would begin a list."""
    return _ORDINAL.sub(r"\1\\\2", _MARKS.sub(r"\\\1", words))
