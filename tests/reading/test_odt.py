"""OpenDocument texts: every trap of the format in one small file, with the text that LibreOffice shows."""

import pytest

from scorer.errors import InputError
from scorer.reading import HeadingMark, Source, read_bytes
from tests.reading.packages import ODF_SPACES, codes, lines, odt, odt_parts, places, zipped


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def cell(content: str) -> str:
    return f"<table:table-cell>{content}</table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("甲<text:span>乙</text:span>丙<text:a>丁</text:a>戊", "甲乙丙丁戊"),
        ("\n   甲\n   乙<text:s text:c='2'/>丙<text:s/>丁\n", "甲 乙  丙 丁"),
        ("甲<text:tab/>乙<text:line-break/>丙<text:soft-page-break/>丁", "甲\t乙\n丙丁"),
        ("甲<office:annotation><text:p>批注</text:p></office:annotation>乙<office:annotation-end/>", "甲乙"),
        ("甲<text:change text:change-id='1'/>乙", "甲乙"),
        ("<text:ruby><text:ruby-base>治</text:ruby-base><text:ruby-text>zhi</text:ruby-text></text:ruby>", "治"),
        ("共<text:page-count>12</text:page-count>页", "共12页"),
        ("甲<draw:frame><svg:title>题</svg:title><svg:desc>图片说明</svg:desc></draw:frame>", "甲"),
        ("甲<text:s text:c='999999999'/>乙", "甲" + " " * 8 + "乙"),
        ("甲<!-- 批 -->乙<?x y?>丙", "甲乙丙"),
    ],
)  # fmt: skip
def test_what_stands_within_a_paragraph(content: str, text: str) -> None:
    assert "\n".join(lines(odt(p("开头。") + p(content) + p("结尾。")))) == f"开头。\n{text}\n结尾。"


def test_deleted_passages_are_left_out_and_told() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info/>"
        f"{p('应诉率85%')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    document = read_bytes(odt(changes + p("应诉率95%")), "a")
    assert (document.text.content, codes(document)) == ("应诉率95%\n", ["tracked_changes"])


HIDING = (
    '<style:style style:family="text" style:name="T1"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:family="text" style:name="T2" style:parent-style-name="T1"/>'
    '<style:style style:family="text" style:name="T3" style:parent-style-name="T1">'
    '<style:text-properties text:display="true"/></style:style>'
    '<style:style style:family="paragraph" style:name="P1"><style:text-properties text:display="none"/></style:style>'
)


@pytest.mark.parametrize(
    "hidden",
    [
        p("<text:span text:style-name='T2'>藏三字</text:span>露"),
        p("藏三字<text:span text:style-name='T3'>露</text:span>", "P1"),
        p("露") + "<text:section text:display='none'><text:p>藏三 字</text:p></text:section>",
        p("露") + p("藏三字<text:hidden-paragraph text:is-hidden='true'/>"),
        p("露<text:hidden-text text:is-hidden='true' text:string-value='藏三字'>藏三字</text:hidden-text>"),
    ],
)
def test_hidden_text_is_left_out_and_counted(hidden: str) -> None:
    document = read_bytes(odt(hidden, automatic=HIDING), "a")
    assert document.text.content == "露\n"
    assert [warning.message for warning in document.warnings] == ["文档含3个隐藏文字，未读入"]


def test_raised_and_lowered_digits_stay_apart_from_numbers() -> None:
    styles = "".join(
        f'<style:style style:family="text" style:name="{name}">'
        f'<style:text-properties style:text-position="{position}"/></style:style>'
        for name, position in (("up", "super 58%"), ("low", "sub"), ("share", "33% 58%"), ("down", "-33%"), ("even", "0% 100%"))
    )  # fmt: skip
    spans = "".join(
        f"1<text:span text:style-name='{name}'>2</text:span>，"
        for name in ("up", "low", "share", "down", "even")
    )
    assert lines(odt(p(spans), automatic=styles)) == ["1²，1₂，1²，1₂，12，"]


@pytest.mark.parametrize(
    "index", ["table-of-content", "illustration-index", "alphabetical-index", "bibliography"]
)
def test_indexes_and_their_title_are_left_out(index: str) -> None:
    made = f"<text:{index}><text:index-body>{p('一、工作1')}</text:index-body></text:{index}>"
    assert lines(odt(p("标题") + p("目　录") + made + p("正文"))) == ["标题", "正文"]


def test_boxes_and_shapes_follow_the_paragraph_they_are_anchored_in() -> None:
    frame = f"<draw:frame><draw:text-box>{p('框内')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('图形')}</draw:custom-shape></draw:g>"
    document = read_bytes(odt(p(f"锚{frame}点") + p("后文") + shape), "a")
    assert places(document) == [
        ("第1段", "锚点"),
        ("文本框1", "框内"),
        ("第2段", "后文"),
        ("文本框2", "图形"),
    ]


def test_notes_stand_apart_after_the_body() -> None:
    def note(kind: str, words: str) -> str:
        return (
            f"<text:note text:note-class='{kind}'><text:note-citation>1</text:note-citation>"
            f"<text:note-body>{p(words)}</text:note-body></text:note>"
        )

    document = read_bytes(
        odt(
            p("甲" + note("footnote", "一") + "乙" + note("endnote", "末")) + p("丙" + note("footnote", "二"))
        ),
        "a",
    )
    assert places(document) == [
        ("第1段", "甲乙"), ("第2段", "丙"), ("脚注1", "［注1］一"), ("脚注2", "［注2］二"), ("尾注1", "［尾注1］末"),
    ]  # fmt: skip


def test_table_rows_are_lines_and_repeats_come_once() -> None:
    made = (
        "<table:table><table:table-column/>"
        f"<table:table-header-rows>{row(cell(p('项目')), cell(p('数量')))}</table:table-header-rows>"
        + row(
            cell(p("复议")),
            cell(p("35件")),
            "<table:covered-table-cell><text:p>影</text:p></table:covered-table-cell>",
        )
        + "<table:table-row table:number-rows-repeated='1000000'>"
        + "<table:table-cell table:number-columns-repeated='16384'><text:p>末</text:p></table:table-cell></table:table-row>"
        + "</table:table>"
    )
    document = read_bytes(odt(p("见表") + made), "a")
    assert places(document) == [
        ("第1段", "见表"), ("表1第1行", "项目\t数量"), ("表1第2行", "复议\t35件"), ("表1第3行", "末"),
    ]  # fmt: skip


def numbered(depth: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" {more}/>'


LISTS = (
    '<text:list-style style:name="L">'
    + numbered(1, "一, 二, 三, ...", 'style:num-suffix="、"')
    + numbered(2, "一, 二, 三, ...", 'style:num-prefix="（" style:num-suffix="）"')
    + numbered(3, "1", 'style:num-suffix="." text:display-levels="2"')
    + '</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)


def listing(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"


def test_lists_are_numbered_as_shown_and_only_at_the_first_paragraph_of_an_item() -> None:
    inner = listing(p("学习") + listing(p("培训"), more=""), p("监督"), more="")
    assert lines(odt(listing(p("工作") + p("又一段") + inner, p("问题")), automatic=LISTS)) == [
        "一、工作", "又一段", "（一）学习", "一.1. 培训", "（二）监督", "二、问题",
    ]  # fmt: skip


def test_a_list_begins_anew_unless_it_continues() -> None:
    first = listing(p("甲"), p("乙"), more='text:style-name="L" xml:id="x"')
    anew = listing(p("丙"))
    follows = listing(p("丁"), more='text:style-name="L" text:continue-list="x"')
    goes_on = listing(p("戊"), more='text:style-name="L" text:continue-numbering="true"')
    unknown = listing(p("己"), more='text:style-name="L" text:continue-list="none"')
    assert lines(odt(first + anew + follows + goes_on + unknown, automatic=LISTS)) == [
        "一、甲", "二、乙", "一、丙", "三、丁", "四、戊", "一、己",
    ]  # fmt: skip


def test_starts_list_headers_bullets_and_lists_without_a_style() -> None:
    made = (
        '<text:list text:style-name="L"><text:list-header><text:p>题头</text:p></text:list-header>'
        '<text:list-item text:start-value="6"><text:p>甲</text:p></text:list-item></text:list>'
    )
    styles = LISTS + '<style:style style:family="paragraph" style:name="P" style:list-style-name="L"/>'
    others = (
        listing(p("点"), more='text:style-name="B"')
        + listing(p("无"), more="")
        + listing(p("随段", "P"), more="")
    )
    assert lines(odt(made + others, automatic=styles)) == ["题头", "六、甲", "点", "无", "一、随段"]


def test_the_pattern_of_libreoffice_wins() -> None:
    pattern = (
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" '
        'loext:num-list-format="第%1%章" style:num-suffix="."'
    )
    styles = f'<text:list-style style:name="L">{numbered(1, "1", pattern)}</text:list-style>'
    assert lines(odt(listing(p("总则")), automatic=styles)) == ["第1章 总则"]


def test_a_number_that_nothing_follows_stands_at_the_words() -> None:
    def style(name: str, follows: str) -> str:
        alignment = f'<style:list-level-label-alignment text:label-followed-by="{follows}"/>'
        level = numbered(1, "1", 'style:num-suffix="."').replace(
            "/>",
            f"><style:list-level-properties>{alignment}</style:list-level-properties></text:list-level-style-number>",
        )
        return f'<text:list-style style:name="{name}">{level}</text:list-style>'

    made = listing(p("甲"), more='text:style-name="N"') + listing(p("乙"), more='text:style-name="S"')
    assert lines(odt(made, automatic=style("N", "nothing") + style("S", "space"))) == ["1.甲", "1. 乙"]


def test_headings_have_depth_and_the_numbers_of_the_outline() -> None:
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
        '<style:style style:family="paragraph" style:name="N" style:list-style-name=""/>'
    )
    body = (
        '<text:h text:outline-level="1">工作</text:h><text:h text:outline-level="2">学习</text:h>'
        '<text:h text:outline-level="1" text:style-name="N">无号</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">题头</text:h>'
        '<text:h text:outline-level="1"><text:number>二、</text:number>问题</text:h>'
    )
    document = read_bytes(odt(body, styles=outline), "a")
    assert document.text.content.splitlines() == ["一、工作", "学习", "无号", "题头", "二、问题"]
    assert document.headings[:2] == (HeadingMark(0, 4, 1), HeadingMark(5, 7, 2))


def test_a_heading_of_no_known_depth_is_of_the_first() -> None:
    assert read_bytes(odt("<text:h>工作</text:h>"), "a").headings == (HeadingMark(0, 2, 1),)


def test_a_circle_of_styles_ends() -> None:
    styles = "".join(
        f'<style:style style:family="text" style:name="{name}" style:parent-style-name="{parent}"/>'
        for name, parent in (("a", "b"), ("b", "a"))
    )
    assert lines(odt(p("<text:span text:style-name='a'>甲</text:span>"), automatic=styles)) == ["甲"]


def test_pictures_alone_are_an_error_and_objects_are_told() -> None:
    image = "<draw:frame><draw:image/></draw:frame>"
    with pytest.raises(InputError, match=r"^扫描\.odt: holds no text, only pictures \(1\); .*OCR"):
        read_bytes(odt(p(image)), "扫描.odt")
    thing = "<draw:frame><draw:object><text:p>里面</text:p></draw:object></draw:frame>"
    document = read_bytes(odt(p("甲" + thing)), "a")
    assert (document.text.content, codes(document)) == ("甲\n", ["embedded_objects"])


def refusal(parts: dict[str, str | bytes]) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(zipped(parts), "报告.odt")
    return str(caught.value).removeprefix("报告.odt: ")


def test_sheets_and_locked_files_say_what_they_are() -> None:
    sheet = odt_parts("", kind="application/vnd.oasis.opendocument.spreadsheet")
    assert refusal(sheet).startswith("is an OpenDocument file, but no text; ")
    nameless = {"content.xml": str(sheet["content.xml"]).replace("office:text", "office:spreadsheet")}
    assert refusal(nameless).startswith("is an OpenDocument file without a text in it; ")
    locked = {
        **odt_parts(""),
        "content.xml": b"\x8e\x00\x17",
        "META-INF/manifest.xml": f"<manifest:manifest {ODF_SPACES}><manifest:file-entry>"
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    }
    assert refusal(locked) == "is protected by a password; save it without a password"


def test_a_document_type_is_refused() -> None:
    parts = odt_parts(p("&x;"))
    content = str(parts["content.xml"]).replace("?>", '?><!DOCTYPE x [<!ENTITY x "甲">]>', 1)
    assert "declares a document type (DOCTYPE)" in refusal({**parts, "content.xml": content})


def test_files_without_styles_or_kind_are_read() -> None:
    assert lines(zipped({"content.xml": odt_parts(p("甲"))["content.xml"]})) == ["甲"]


def test_properties_count_only_where_they_tell_of_the_report() -> None:
    meta = (
        f"<office:document-meta {ODF_SPACES} xmlns:dc='d'><office:meta>"
        "<dc:title>某县2021年法治政府建设情况报告</dc:title><dc:creator>张三</dc:creator>"
        "</office:meta></office:document-meta>"
    )
    document = read_bytes(zipped({**odt_parts(p("甲")), "meta.xml": meta}), "a")
    assert document.source == Source("某县2021年法治政府建设情况报告")
