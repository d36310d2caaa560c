"""Word documents: every trap of the format in one small file, with the text that Word shows."""

import pytest

from scorer.errors import InputError
from scorer.reading import HeadingMark, Source, read_bytes
from tests.reading.packages import STRICT, codes, docx, docx_parts, lines, p, places, r, relationships, zipped

DELETED_MARK = "<w:rPr><w:del w:id='1'/></w:rPr>"


BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def code(words: str) -> str:
    """A part of the code of a field."""
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def field(words: str, result: str) -> str:
    """A complex field with its code and its result."""
    return BEGIN + code(words) + SEPARATE + r(result) + END


def para(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"{r('应诉率')}<w:del>{r('85%')}</w:del><w:ins>{r('95%')}</w:ins>", "应诉率95%"),
        ("<w:del><w:r><w:delText>八成</w:delText></w:r></w:del>" + r("九成"), "九成"),
        (f"<w:moveFrom>{r('旧处')}</w:moveFrom>{r('、')}<w:moveTo>{r('新处')}</w:moveTo>", "、新处"),
        (f"<w:ins><w:del>{r('又删')}</w:del>{r('留下')}</w:ins>", "留下"),
        (f"<w:hyperlink>{r('政务')}</w:hyperlink><w:smartTag>{r('公开')}</w:smartTag>", "政务公开"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:fldSimple w:instr='PAGE'>{r('7')}</w:fldSimple>页", "7"),
        (r("共") + field(" NUMPAGES ", "12") + r("页"), "共12页"),
        (BEGIN + code("IF ") + field("PAGE", "7") + code(" 1") + SEPARATE + field("REF", "里") + r("层") + END, "里层"),
        (
            "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t></w:r>",
            "甲\t乙-丙",
        ),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
        ("<w:r><w:t>\n   甲 乙\n   </w:t></w:r><w:r><w:t xml:space='preserve'> 丙</w:t></w:r>", "甲 乙 丙"),
        (f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('zhi')}</w:rt><w:rubyBase>{r('治')}</w:rubyBase></w:ruby></w:r>", "治"),
        (r("35件") + r("1", "<w:vertAlign w:val='superscript'/>") + r("，"), "35件¹，"),
        (r("CO") + r("2", "<w:vertAlign w:val='subscript'/>"), "CO₂"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F081'/></w:r>" + r("一项"), "①一项"),
        ("<w:r><w:sym w:font='仿宋_GB2312' w:char='25CF'/><w:sym w:font='Wingdings' w:char='F06C'/></w:r>", "●"),
        ("<w:r><w:sym w:font='宋体' w:char='xyz'/></w:r>" + r("甲"), "甲"),
        (r("面积") + "<m:oMath><m:r><m:t>35</m:t></m:r></m:oMath>", "面积35"),
        (r("批") + "<w:commentRangeStart w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>" + r("注"), "批注"),
        (r("留") + "<w:proofErr/><w:bookmarkStart w:name='a'/><w:bookmarkEnd/>" + r("下"), "留下"),
    ],
)  # fmt: skip
def test_what_stands_within_a_paragraph(content: str, text: str) -> None:
    body = p("　开头。") + para(content) + p("1结尾。")
    assert "\n".join(lines(docx(body))) == f"　开头。\n{text}\n1结尾。"


def test_a_circled_number_that_is_a_field_is_shown() -> None:
    written = code(r" eq \o\ac(○,") + code("3)")
    assert lines(docx(para(BEGIN + written + END + r("建章立制")))) == ["③建章立制"]


def test_only_the_choice_of_alternate_content_is_read_and_boxes_follow_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('框内一')}{p('框内二')}</w:txbxContent>"
    shape = (
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = read_bytes(docx(para(r("锚") + shape + r("点")) + p("后文")), "a")
    assert places(document) == [("第1段", "锚点"), ("文本框1", "框内一\n框内二"), ("第2段", "后文")]


def test_a_box_without_a_choice_is_read_from_the_fallback() -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{p('旧框')}</w:txbxContent></v:textbox></w:pict>"
    shape = f"<w:r><mc:AlternateContent><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert lines(docx(para(shape))) == ["旧框"]


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    body = p("推进依法", DELETED_MARK) + p("行政。") + p("第二段。")
    assert places(read_bytes(docx(body), "a")) == [("第1段", "推进依法行政。"), ("第2段", "第二段。")]


def test_a_drop_cap_and_a_hidden_end_belong_to_the_next_paragraph() -> None:
    body = p("法", "<w:framePr w:dropCap='drop' w:lines='2'/>") + p("治政府。")
    body += (
        p("（一）学习。", "<w:rPr><w:specVanish/></w:rPr>")
        + p("全年两次。")
        + p("框", "<w:framePr w:w='9'/>")
    )
    assert lines(docx(body)) == ["法治政府。", "（一）学习。全年两次。", "框"]


def test_a_paragraph_deleted_whole_leaves_nothing() -> None:
    gone = para(f"<w:del>{r('整段删去')}</w:del>", DELETED_MARK)
    assert lines(docx(p("甲") + gone + p("乙"))) == ["甲", "乙"]


def test_a_deleted_end_before_a_table_or_at_the_end_still_ends() -> None:
    body = p("甲", DELETED_MARK) + table(row(cell(p("格", DELETED_MARK)))) + p("乙", DELETED_MARK)
    assert lines(docx(body)) == ["甲", "格", "乙"]


def test_old_properties_of_a_tracked_change_do_not_count() -> None:
    old = "<w:pPrChange><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange>"
    document = read_bytes(docx(p("正文", old)), "a")
    assert (document.text.content, document.headings) == ("正文\n", ())


def test_tracked_changes_are_told_and_untouched_documents_are_not() -> None:
    inserted = table(row(cell(p("甲")), properties="<w:ins/>"))
    assert codes(read_bytes(docx(inserted), "a")) == ["tracked_changes"]
    assert codes(read_bytes(docx(para(f"<w:ins>{r('增')}</w:ins>")), "a")) == ["tracked_changes"]
    assert codes(read_bytes(docx(p("甲")), "a")) == []


def test_hidden_text_is_left_out_and_counted() -> None:
    hidden = r("成功率12%", "<w:vanish/>") + r("不藏", "<w:vanish w:val='0'/>")
    document = read_bytes(docx(para(hidden)), "a")
    assert document.text.content == "不藏\n"
    assert [warning.message for warning in document.warnings] == ["文档含6个隐藏文字，未读入"]


def test_a_style_hides_and_a_run_may_show_itself_again() -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='z'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type='character' w:styleId='h'><w:basedOn w:val='hh'/></w:style>"
        "<w:style w:type='character' w:styleId='hh'><w:rPr><w:vanish w:val='true'/></w:rPr></w:style>"
    )
    body = para(r("窗体顶端") + r("露", "<w:vanish w:val='false'/>"), "<w:pStyle w:val='z'/>") + para(
        r("甲") + r("藏", "<w:rStyle w:val='h'/>")
    )
    assert lines(docx(body, styles=styles)) == ["露", "甲"]


@pytest.mark.parametrize(
    "contents",
    [
        para(field(r' TOC \o "1-3" ', "一、工作3")) + p("甲"),
        para(f"<w:fldSimple w:instr=' TOC '>{r('一、工作3')}</w:fldSimple>") + p("甲"),
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('一、工作3')}</w:sdtContent></w:sdt>" + p("甲"),
        p("一、工作3", "<w:pStyle w:val='TOC1'/>") + p("甲"),
        p("一、工作3", "<w:pStyle w:val='10'/>") + p("甲"),
    ],
)
def test_a_table_of_contents_and_its_title_are_left_out(contents: str) -> None:
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{name}'><w:name w:val='toc 1'/></w:style>"
        for name in ("TOC1", "10")
    )
    assert lines(docx(p("标题") + p("目 　录") + contents, styles=styles)) == ["标题", "甲"]


def test_a_table_of_contents_over_paragraphs_ends_where_its_field_ends() -> None:
    start = field(" TOC ", "一、工作1").removesuffix(END)
    body = para(start) + p("（一）执法2") + para(r("二、问题3") + END + r("尾")) + p("一、工作")
    assert lines(docx(body)) == ["尾", "一、工作"]


def test_a_table_of_contents_that_never_ends_does_not_swallow_the_report() -> None:
    start = field(" TOC ", "一、工作1").removesuffix(END)
    assert lines(docx(para(start) + p("正文。"))) == ["一、工作1", "正文。"]


def test_the_word_contents_elsewhere_is_text() -> None:
    assert lines(docx(p("目录") + p("公开目录"))) == ["目录", "公开目录"]


def test_headings_by_style_by_basis_by_name_and_by_the_paragraph() -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='my'><w:basedOn w:val='2'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='2'><w:name w:val='X'/>"
        "<w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='3'><w:name w:val='标题 3'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='body'><w:basedOn w:val='1'/>"
        "<w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
    )
    body = "".join(p(f"段{name}", f"<w:pStyle w:val='{name}'/>") for name in ("1", "my", "3", "body", "none"))
    body += p("直接", "<w:outlineLvl w:val='3'/>")
    marks = read_bytes(docx(body, styles=styles), "a").headings
    assert marks == (HeadingMark(0, 2, 1), HeadingMark(3, 6, 2), HeadingMark(7, 9, 3), HeadingMark(22, 24, 4))


def test_table_rows_are_lines_with_their_place() -> None:
    two = table(
        row(cell(p("项目")), cell(p("数量"))),
        row(cell(p("复议")), cell(p(""))),
        row(cell(p("应诉")), cell(p("12件"))),
    )
    document = read_bytes(docx(p("见表：") + two + p("后文") + table(row(cell(p("末")), cell(p("格"))))), "a")
    assert places(document) == [
        ("第1段", "见表："), ("表1第1行", "项目\t数量"), ("表1第2行", "复议"), ("表1第3行", "应诉\t12件"),
        ("第2段", "后文"), ("表2第1行", "末\t格"),
    ]  # fmt: skip


def test_merged_cells_speak_once() -> None:
    start, on = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    made = table(
        row(cell(p("复议"), start), cell(p("受理")), cell(p("35件"))),
        row(cell(p("复议"), on), cell(p("办结")), cell(p("30件"))),
        row(cell(p("合计65件"), "<w:gridSpan w:val='3'/>")),
    )
    assert lines(docx(made)) == ["复议\t受理\t35件", "办结\t30件", "合计65件"]


def test_deleted_rows_and_cells_are_left_out_and_inserted_ones_stay() -> None:
    made = table(
        row(cell(p("旧")), cell(p("1件")), properties="<w:del/>"),
        row(cell(p("新")), cell(p("废"), "<w:cellDel/>"), cell(p("2件")), properties="<w:ins/>"),
    )
    assert lines(docx(made)) == ["新\t2件"]


def test_rows_and_cells_within_content_controls_are_read() -> None:
    inner = f"<w:sdt><w:sdtContent>{cell(p('35件'))}</w:sdtContent></w:sdt>"
    made = table(f"<w:sdt><w:sdtContent>{row(cell(p('复议')), inner)}</w:sdtContent></w:sdt>")
    assert lines(docx(made)) == ["复议\t35件"]


def test_a_table_that_lays_out_the_page_keeps_its_paragraphs() -> None:
    alone = table(row(cell(p("一、工作") + p("全年完成。"))))
    side = table(row(cell(p("左栏")), cell(p("二、问题") + p("仍有不足。")), cell(p("右栏"))))
    assert lines(docx(alone + side)) == ["一、工作", "全年完成。", "左栏", "二、问题", "仍有不足。", "右栏"]


def test_a_table_in_a_table_keeps_the_place_of_its_row() -> None:
    inner = table(row(cell(p("甲")), cell(p("1件"))), row(cell(p("乙")), cell(p("2件"))))
    outer = table(row(cell(p("明细。") + inner)))
    document = read_bytes(docx(outer + table(row(cell(p("次"))))), "a")
    assert places(document) == [("表1第1行", "明细。\n甲\t1件\n乙\t2件"), ("表2第1行", "次")]


def test_notes_stand_apart_after_the_body_in_the_order_of_their_marks() -> None:
    def mark(kind: str, number: int) -> str:
        return f"<w:r><w:{kind}Reference w:id='{number}'/></w:r>"

    body = para(r("甲") + mark("footnote", 7) + r("乙") + mark("endnote", 2) + mark("footnote", 3)) + p("丙")
    notes = "".join(
        f"<w:footnote w:id='{number}'>{p(words)}</w:footnote>"
        for number, words in ((0, "线"), (3, "三"), (7, "七"), (9, "无"))
    )
    end = f"<w:endnote w:id='2'>{p('末')}{p('尾')}</w:endnote>"
    document = read_bytes(docx(body, footnotes=notes, endnotes=end), "a")
    assert places(document) == [
        ("第1段", "甲乙"), ("第2段", "丙"), ("脚注1", "［注1］七"), ("脚注2", "［注2］三"), ("尾注1", "［尾注1］末 尾"),
    ]  # fmt: skip


def test_comments_headers_and_footers_are_never_text() -> None:
    body = p("正文") + "<w:sectPr><w:headerReference/></w:sectPr>"
    assert lines(docx(body, comments=p("批注"), header1=p("页眉"), footer1=p("— 1 —"))) == ["正文"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<w:altChunk/>", "embedded_documents"),
        (para(r("甲") + "<w:r><w:object><o:OLEObject/></w:object></w:r>"), "embedded_objects"),
        (para("<w:r><w:drawing><c:chart/></w:drawing></w:r>"), "graphics"),
        (para("<w:r><w:drawing><a:blip/></w:drawing></w:r>"), "pictures"),
    ],
)
def test_what_cannot_be_read_is_told(content: str, code: str) -> None:
    assert codes(read_bytes(docx(p("正文") + content), "a")) == [code]


def test_pictures_beside_a_full_text_are_no_news_and_alone_they_are_an_error() -> None:
    picture = para("<w:r><w:pict><v:imagedata/></w:pict></w:r>")
    assert codes(read_bytes(docx(p("法治" * 200) + picture), "a")) == []
    with pytest.raises(InputError, match=r"^扫描\.docx: holds no text, only pictures \(2\); .*OCR"):
        read_bytes(docx(picture * 2), "扫描.docx")


def test_strict_documents_and_utf_16_read_alike() -> None:
    body = p("甲", "<w:outlineLvl w:val='0'/>") + table(row(cell(p("乙")), cell(p("丙"))))
    assert lines(docx(body, space=STRICT)) == ["甲", "乙\t丙"]
    parts = docx_parts(body)
    wide = str(parts["word/document.xml"]).replace("UTF-8", "UTF-16")
    assert lines(zipped({**parts, "word/document.xml": wide.encode("utf-16")})) == ["甲", "乙\t丙"]


def test_the_main_part_is_found_by_relationship_then_by_type_then_by_name() -> None:
    parts = docx_parts(p("甲"))
    main = parts.pop("word/document.xml")
    types = (
        "<Types><Override PartName='/word/document2.xml' ContentType='application/vnd.ms-word."
        "document.macroEnabled.main+xml'/></Types>"
    )
    moved = {
        **parts,
        "word/document2.xml": main,
        "_rels/.rels": relationships(officeDocument="/word/document2.xml"),
    }
    assert lines(zipped(moved)) == ["甲"]
    assert lines(zipped({**moved, "_rels/.rels": relationships(), "[Content_Types].xml": types})) == ["甲"]
    assert lines(zipped({"word/document.xml": main})) == ["甲"]


def test_a_package_with_backslashes_is_read() -> None:
    parts = {name.replace("/", "\\"): content for name, content in docx_parts(p("甲")).items()}
    assert lines(zipped(parts)) == ["甲"]


def test_external_parts_are_never_fetched() -> None:
    parts = docx_parts(p("甲", "<w:pStyle w:val='1'/>"))
    link = relationships(styles="http://example.invalid/s.xml").replace("/>", " TargetMode='External'/>")
    assert lines(zipped({**parts, "word/_rels/document.xml.rels": link})) == ["甲"]


def test_missing_neighbours_are_told_and_absent_ones_are_normal() -> None:
    parts = docx_parts(p("甲"), styles="", numbering="")
    del parts["word/styles.xml"]
    document = read_bytes(zipped(parts), "a")
    assert document.text.content == "甲\n"
    assert [warning.message for warning in document.warnings] == [
        "文档缺少部件styles.xml，标题、编号或脚注可能不全"
    ]
    assert codes(read_bytes(docx(p("甲")), "a")) == []


def core(title: str, creator: str) -> str:
    return f"<x xmlns:dc='d'><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></x>"


@pytest.mark.parametrize(
    ("title", "creator", "source"),
    [
        ("某县2021年法治政府建设情况报告", "某县人民政府", Source("某县2021年法治政府建设情况报告", "某县人民政府")),
        ("某县2021年法治政府建设情况报告", "微软用户", Source("某县2021年法治政府建设情况报告")),
        ("文档1", "微软用户", None),
        ("报告" * 60, "", None),
    ],
)  # fmt: skip
def test_properties_count_only_where_they_tell_of_the_report(
    title: str, creator: str, source: Source | None
) -> None:
    document = read_bytes(zipped({**docx_parts(p("甲")), "docProps/core.xml": core(title, creator)}), "a")
    assert document.source == source


def test_broken_properties_do_not_matter() -> None:
    assert lines(zipped({**docx_parts(p("甲")), "docProps/core.xml": "<x"})) == ["甲"]


def test_stray_runs_in_the_body_are_words() -> None:
    assert lines(docx(r("游离") + p("甲"))) == ["游离", "甲"]
