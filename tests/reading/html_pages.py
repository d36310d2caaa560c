"""Pages in the manner of content systems, around a title and paragraphs that a test gives.

What stands around the report is invented, and is furniture: every word of :data:`FURNITURE` must be gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

Maker = Callable[[str, Sequence[str]], str]

FURNITURE = (
    "网站首页",
    "政务公开",
    "当前位置",
    "分享到",
    "打印本页",
    "关闭窗口",
    "上一篇",
    "相关文章",
    "关于印发2023年度普法责任清单的通知",
    "版权所有",
    "ICP备",
    "网站标识码",
    "浏览次数",
    "成功率12%",
    "索引号",
    "发布时间",
)

_FOOT = """<p>主办单位：青山县人民政府办公室　承办单位：青山县大数据中心</p>
<p>版权所有：青山县人民政府　鄂ICP备12345678号-1　鄂公网安备42000000000001号　网站标识码：4200000001</p>"""
_NAV = """<ul><li><a href="/">网站首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/fw">政务服务</a></li>
<li><a href="/hd">互动交流</a></li></ul>"""
_RELATED = """<h3>相关文章</h3><ul>
<li><a href="/1.html">关于印发2023年度普法责任清单的通知</a><span>2023-03-01</span></li>
<li><a href="/2.html">青山县召开全面依法治县工作会议，部署年度重点任务，提出明确要求</a><span>2023-02-11</span></li>
<li><a href="/3.html">青山县2022年行政执法案卷评查结果的通报</a><span>2023-01-09</span></li></ul>"""


def _p(paragraphs: Sequence[str], attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>　　{text.replace('<', '&lt;')}</p>" for text in paragraphs)


def trs(title: str, paragraphs: Sequence[str]) -> str:
    """TRS: the text in an editor's box, an information line, a share bar, all <meta> of the standard."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<title>{title}_法治政府建设_青山县人民政府网</title>
<meta name="SiteName" content="青山县人民政府网"><META NAME="ArticleTitle" CONTENT="{title}">
<meta name="PubDate" content="2022-01-28 17:07"><meta name="ContentSource" content="青山县司法局">
<meta name="Url" content="http://www.example.gov.cn/zwgk/t20220128_1.html">
<style>.hide-x{{display:none}} @media print{{.TRS_Editor{{display:none}}}}</style><script>var a="<p>假段落</p>";</script></head>
<body><div class="header"><div class="logo"><h1><a href="/">青山县人民政府</a></h1></div><div class="nav">{_NAV}</div></div>
<div class="crumb">当前位置：<a href="/">网站首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 法治政府建设</div>
<div class="main"><div class="xl_tit"><h2>{title}</h2></div>
<div class="info">发布时间：2022-01-28 17:07　来源：青山县司法局　浏览次数：<span id="hits">1280</span>　字体：[<a>大</a> <a>中</a>
<a>小</a>]</div>
<div class="TRS_Editor"><style>.TRS_Editor P{{margin-top:0}}</style>{_p(paragraphs, ' align="justify"')}
<p class="hide-x">成功率12%</p></div>
<div class="share"><span>分享到：</span><a href="#">微信</a><a href="#">微博</a></div>
<div class="tool"><a href="javascript:window.print()">打印本页</a><a href="javascript:window.close()">关闭窗口</a></div>
<div class="xgwz">{_RELATED}</div></div>
<div class="footer">{_FOOT}</div></body></html>"""


def hanweb(title: str, paragraphs: Sequence[str]) -> str:
    """大汉版通: layout tables, marks around the text, an information box as a table."""
    return f"""<html><head><meta charset="utf-8"><meta name="articletitle" content="{title}">
<meta name="pubdate" content="2022-01-28"><title>青山县人民政府 法治政府建设 {title}</title></head><body>
<table width="1000" align="center"><tr><td>{_NAV}</td></tr></table>
<table width="1000" align="center"><tr><td>当前位置：<a href="/">网站首页</a>&gt;<a href="/zwgk">政务公开</a></td></tr></table>
<table width="1000"><tr><td>
<table class="xxgk_table" border="1"><tr><td>索 引 号：</td><td>000014349/2022-00017</td><td>主题分类：</td><td>法治</td></tr>
<tr><td>发文机关：</td><td>青山县人民政府</td><td>成文日期：</td><td>2022年01月20日</td></tr>
<tr><td>标&nbsp;&nbsp;&nbsp;&nbsp;题：</td><td colspan="3">{title}</td></tr>
<tr><td>发文字号：</td><td>青政发〔2022〕3号</td><td>发布日期：</td><td>2022年01月28日</td></tr></table></td></tr>
<tr><td class="title" align="center"><!--<$[标题]>begin-->{title}<!--<$[标题]>end--></td></tr>
<tr><td align="center">发布时间：2022-01-28 浏览次数：35 【字体：<a>大</a> <a>中</a> <a>小</a>】</td></tr>
<tr><td><table id="tb"><tr><td class="bt_content"><div id="zoom"><!--<$[信息内容]>begin-->
{"<br><br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + text for text in paragraphs)}
<!--<$[信息内容]>end--></div></td></tr></table></td></tr>
<tr><td>上一篇：<a href="/1.html">关于印发2023年度普法责任清单的通知</a></td></tr>
<tr><td align="right"><a href="#">打印本页</a> <a href="#">关闭窗口</a></td></tr></table>
<table width="1000"><tr><td>{_FOOT}</td></tr></table></body></html>"""


def central(title: str, paragraphs: Sequence[str]) -> str:
    """The central government's template: #UCAP-CONTENT inside .pages_content, the date and signature inside."""
    return f"""<!doctype html><html lang="zh-CN"><head><meta charset="UTF-8"><title>{title}_政策_青山政府网</title>
<link rel="canonical" href="https://www.example.gov.cn/c/content_1.htm"></head><body>
<div class="header-wrap" role="banner">{_NAV}</div><div class="BreadcrumbNav">当前位置：网站首页 &gt; 政务公开</div>
<div class="article-colum"><h1 id="ti">{title}</h1>
<div class="pages-date">2022-01-28 16:20 <span class="font">来源： 青山县政府网站</span>
<span class="pages_print">字号：默认 大 超大 | 打印</span></div>
<div class="pages_content" id="UCAP-CONTENT">{_p(paragraphs, ' style="text-indent:2em;font-size:12pt"')}
<p style="font-size:0">成功率12%</p></div>
<div class="editor"><span>责任编辑：王某</span></div><div class="related">{_RELATED}</div></div>
<div class="footer">{_FOOT}</div></body></html>"""


def jpage(title: str, paragraphs: Sequence[str]) -> str:
    """No name that is known anywhere: nested anonymous parts, the signature outside the part with the text."""
    body, tail = list(paragraphs[:-2]), paragraphs[-2:]
    return f"""<html><head><meta charset="gbk"><title>{title}</title></head><body>
<div id="d1">{_NAV}</div><div id="d2"><span>当前位置：</span><a href="/">网站首页</a><i>&gt;</i><a href="/a">政务公开</a></div>
<div id="d3"><div id="d4"><div>{title}</div><div><span>发布时间：2022-01-28</span><span>浏览次数：9</span></div></div>
<div id="d5">{"".join(f"<div><span>{text.replace('<', '&lt;')}</span></div>" for text in body)}</div>
<div>{tail[0]}</div><div>{tail[1]}</div></div>
<div id="d6"><a href="#">打印本页</a>|<a href="#">关闭窗口</a></div>
<div id="d7">{_RELATED}</div><div id="d8">{_FOOT}</div></body></html>"""


def wordpress(title: str, paragraphs: Sequence[str]) -> str:
    """A theme of a blog: article, entry-header, entry-content, a sidebar with teasers, a comment form."""
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{title} – 青山法治网</title></head>
<body class="single"><header id="masthead"><nav>{_NAV}</nav></header><div id="primary"><article class="post-12 hentry">
<header class="entry-header"><h1 class="entry-title">{title}</h1><div class="entry-meta">发布时间：2022-01-28</div></header>
<div class="entry-content">{_p(paragraphs)}
<div class="sharedaddy share-links">分享到：<a href="#">微博</a></div></div>
<footer class="entry-footer">浏览次数：81 <a href="#">打印本页</a></footer></article>
<nav class="post-navigation">上一篇 <a href="/1">关于印发2023年度普法责任清单的通知</a></nav></div>
<aside id="secondary">{_RELATED}<p>近日，县司法局组织开展行政执法人员培训，全县执法人员参加，取得良好效果。</p></aside>
<footer id="colophon">{_FOOT}</footer></body></html>"""


def wechat(title: str, paragraphs: Sequence[str]) -> str:
    """微信公众号: sections of spans, a hidden container that a script shows, no information line."""
    spans = "".join(
        f'<section style="margin:0"><p style="line-height:2em"><span style="font-size:16px">{text.replace("<", "&lt;")}'
        "</span></p></section>"
        for text in paragraphs
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{title}"></head><body>
<div id="js_article" class="rich_media"><h1 class="rich_media_title" id="activity-name">{title}</h1>
<div id="meta_content"><span>青山司法</span> <em id="publish_time">2022-01-28</em></div>
<div class="rich_media_content" id="js_content">{spans}</div></div>
<div class="rich_media_tool">浏览次数 100 分享到</div><div class="qr_code_pc">扫一扫关注</div></body></html>"""


def form_page(title: str, paragraphs: Sequence[str]) -> str:
    """ASP.NET: everything in one form, capital tags, attributes without quotes, unclosed paragraphs."""
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>{title}</TITLE></HEAD>
<BODY><FORM name=aspnetForm method=post><INPUT type=hidden value="成功率12%"><DIV id=ctl00_top>{_NAV}</DIV>
<DIV class=weizhi>当前位置：<A href="/">网站首页</A> → 政务公开</DIV>
<DIV id=ctl00_Main><CENTER><FONT size=5><B>{title}</B></FONT></CENTER>
<CENTER>发布时间：2022-1-28　浏览次数：77</CENTER><HR>
<DIV class=Section1>{"".join("<P><FONT face=仿宋_GB2312>" + text.replace("<", "&lt;") for text in paragraphs)}</DIV></DIV>
<DIV class=links>{_RELATED}</DIV><TABLE><TR><TD><A href="#">打印本页</A></TD><TD><A href="#">关闭窗口</A></TD></TR></TABLE>
<DIV id=foot>{_FOOT}</DIV></FORM></BODY></HTML>"""


def forum(title: str, paragraphs: Sequence[str]) -> str:
    """Discuz: the text in a table cell between line breaks, replies below."""
    return f"""<html><head><meta charset="gbk"><title>{title} - 法治 - 青山论坛</title></head><body><div id="toptb">{_NAV}</div>
<div id="pt" class="bm"><div class="z">当前位置：网站首页 › 政务公开</div></div>
<h1 class="ts"><span id="thread_subject">{title}</span></h1>
<table class="plhin"><tr><td class="pls">青山司法</td><td class="plc"><div class="pct">
<table cellspacing="0"><tr><td class="t_f" id="postmessage_15">
{"<br />".join(text.replace("<", "&lt;") for text in paragraphs)}</td></tr></table></div></td></tr></table>
<div class="po">浏览次数: 100 | 分享到</div>{_RELATED}<div id="ft">{_FOOT}</div></body></html>"""


def columns(title: str, paragraphs: Sequence[str]) -> str:
    """The text in two parts side by side in the source, the first the longer one, a notice of the site below."""
    cut = max(1, len(paragraphs) * 3 // 4)
    return f"""<html><head><meta charset="utf-8"></head><body><div class="nav">{_NAV}</div>
<div class="wrap"><p class="path">当前位置：网站首页</p><h2>{title}</h2><p>（发布时间：2022-01-28　浏览次数：3）</p>
<div class="page1">{_p(paragraphs[:cut])}</div><div class="page2">{_p(paragraphs[cut:])}</div></div>
<div class="list">{_RELATED}</div><div class="copyright">{_FOOT}</div></body></html>"""


PAGES: dict[str, tuple[Maker, str]] = {
    "trs": (trs, "gb18030"),
    "hanweb": (hanweb, "utf-8"),
    "central": (central, "utf-8"),
    "jpage": (jpage, "gb18030"),
    "wordpress": (wordpress, "utf-8"),
    "wechat": (wechat, "utf-8-sig"),
    "form_page": (form_page, "gb18030"),
    "forum": (forum, "gb18030"),
    "columns": (columns, "utf-16"),
}
"""Each page with the encoding it is saved in, whatever it declares."""


def page(name: str, title: str, paragraphs: Sequence[str]) -> bytes:
    """The bytes of a page."""
    make, encoding = PAGES[name]
    return make(title, paragraphs).encode(encoding)
