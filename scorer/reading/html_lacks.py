"""Pages whose report is elsewhere, and pages that hold only a part of it: each is said, none is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from scorer.errors import InputError
from scorer.i18n import tr
from scorer.reading.clean import one_line
from scorer.reading.html_body import Body, is_long
from scorer.reading.html_furniture import NEXT_PAGE
from scorer.reading.html_model import Flow
from scorer.reading.interface import ReadWarning

__all__ = ["page_warnings", "refuse_textless"]

_FILE = re.compile(
    r"[^/\\?=&#%]{1,120}\.(?:pdf|docx?|wps|ofd|rtf|odt|tiff?|zip|rar)(?=$|[?#&])", re.IGNORECASE
)
_SCRIPTED = re.compile(
    r"<noscript|id\s?=\s?[\"']?(?:app|root|__next|__nuxt)\b|ng-app|v-cloak|data-reactroot|document\.write|"
    r"loading|加载中",
    re.IGNORECASE,
)
_ENOUGH = 200  # characters of text that make a page a report although no line of it is long


def refuse_textless(flow: Flow, body: Body, markup: str, name: str) -> None:
    """Raises :class:`InputError` for a page without a report, naming where the report seems to be."""
    if any(is_long(line) for line in body.inside):
        return
    words = sum(len(line.text) for line in flow.lines)
    frames = [one_line(address) for kind, address in flow.embedded if kind == "frame"]
    if frames:
        cause = f"is a page of frames; its text is in other files: {_names(frames)}"
        raise InputError(name, cause, "give the file of the frame that shows the report")
    files = _files([address for _, address in flow.embedded]) or _files(flow.attachments)
    if files:
        cause = f"holds no report text, only the attached {_names(files)}"
        raise InputError(name, cause, "download that file and give it instead")
    inner = [one_line(address) for kind, address in flow.embedded if kind == "iframe" and address]
    if inner and words < _ENOUGH:
        cause = f"holds no report text; it shows another page inside: {_names(inner)}"
        raise InputError(name, cause, "save that page and give it instead")
    if words >= _ENOUGH or (flow.lines and not (flow.pictures or _SCRIPTED.search(markup, 0, 2_000_000))):
        return
    if flow.pictures and words < _ENOUGH and not flow.scripts:
        cause = f"holds no report text, only pictures ({flow.pictures})"
        raise InputError(name, cause, "recognise their text (OCR) and save it as UTF-8 text")
    if flow.scripts or _SCRIPTED.search(markup, 0, 2_000_000):
        cause = "holds no report text: a script puts it in when the page is shown"
        mend = "open the page in a browser, save it as a complete page or MHTML, or copy its text"
        raise InputError(name, cause, mend)
    if not flow.lines:
        cause = "shows no words" + (f", only pictures ({flow.pictures})" if flow.pictures else "")
        raise InputError(name, cause, "give the page with the text of the report")


def page_warnings(flow: Flow, body: Body, markup: str) -> Iterator[ReadWarning]:
    """What of the page was not read although it may belong to the report."""
    files = _files([address for _, address in flow.embedded])
    if files:
        yield ReadWarning("embedded_file", tr("网页中嵌有文件，其中文字未读：{names}", names=_names(files)))
    if any(line.linked and NEXT_PAGE.search(line.text) for line in [*body.inside, *body.below]):
        yield ReadWarning("more_pages", tr("网页有“下一页”，报告可能分页，这里只读到本页"))
    start, end = markup[:4096].lower(), markup[-8192:].lower()
    if "<html" in start and "</html" not in end and "</body" not in end:
        yield ReadWarning("page_cut", tr("网页没有结束标记，可能没有保存完整"))


def _files(addresses: list[str]) -> list[str]:
    """The names of document files in addresses, each once."""
    found = (_FILE.search(unquote(address)) for address in addresses)
    return list(dict.fromkeys(one_line(match[0]) for match in found if match))


def _names(names: list[str]) -> str:
    return ", ".join(name[:120] for name in names[:5]) + (" …" if len(names) > 5 else "")
