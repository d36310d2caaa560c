"""Web pages of every kind give the words of the report, all of them and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorer.errors import InputError
from scorer.pipeline import Engine
from scorer.reading import Document, Source, read_bytes, read_file
from tests.reading.html_pages import FURNITURE, PAGES, page

FIXTURES = Path(__file__).parent / "fixtures" / "html"
SEEDS = Path(__file__).parents[2] / "seeds"
TITLE = "青山县人民政府关于2021年度法治政府建设情况的报告"
DUTIES = "<党政主要负责人履行推进法治建设第一责任人职责规定>"
PARAGRAPHS = (
    "2021年，青山县坚持以习近平新时代中国特色社会主义思想为指导，扎实推进法治政府建设。现将有关情况报告如下：",
    "一、主要做法",
    f"（一）加强组织领导。制定《青山县实施{DUTIES}办法》，召开专题会议4次。",
    "（二）规范行政执法。全年办理行政处罚案件120件，评查案卷96份，整改问题35个。",
    "二、存在的不足",
    "法治宣传形式单一，个别单位执法不够规范，队伍力量薄弱，工作还有差距。",
    "三、下一步打算",
    "2022年，将继续加大普法力度，提升执法水平，强化监督问责，建设更高水平的法治青山。",
    "青山县人民政府",
    "2022年1月20日",
)
LONG = "全年办理行政处罚案件120件，评查案卷96份，整改问题35个，群众满意度明显提升。"
P = f"<p>{LONG}</p>"


def read(markup: str | bytes, name: str = "a.html") -> Document:
    return read_bytes(markup.encode() if isinstance(markup, str) else markup, name)


def lines(markup: str | bytes) -> list[str]:
    return read(markup).text.content.splitlines()


def refusal(markup: str | bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(markup)
    return str(caught.value)


def words(document: Document) -> str:
    return "".join(document.text.content.split())


# --- pages of content systems --------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_the_report_and_nothing_of_the_page(name: str) -> None:
    document = read(page(name, TITLE, PARAGRAPHS))
    assert document.text.content.splitlines() == [TITLE, *PARAGRAPHS]
    assert document.reader == "html"
    assert not [word for word in FURNITURE if word in document.text.content]
    assert document.warnings == ()
    assert document.source is not None
    assert document.source.title == TITLE


@pytest.mark.parametrize("name", PAGES)
def test_a_title_inside_the_text_is_not_put_there_again(name: str) -> None:
    head = ["青山县人民政府文件", "青政发〔2022〕3号", "青山县人民政府", TITLE.removeprefix("青山县人民政府")]
    document = read(page(name, TITLE, [*head, *PARAGRAPHS]))
    assert document.text.content.splitlines() == [*head, *PARAGRAPHS]


def test_lines_of_the_report_that_share_words_with_the_page_stay() -> None:
    kept = [
        "3.推进无障碍环境建设",
        "4.开展ICP备案核查",
        "5.打击侵犯版权所有者行为",
        LONG,
        "关闭小散乱企业5家",
        "打印机共享1处",
    ]
    assert read(
        page("jpage", TITLE, [*PARAGRAPHS[:-2], *kept, *PARAGRAPHS[-2:]])
    ).text.content.splitlines() == [
        TITLE,
        *PARAGRAPHS[:-2],
        *kept,
        *PARAGRAPHS[-2:],
    ]


def test_what_pages_say_of_the_report() -> None:
    source = read(page("hanweb", TITLE, PARAGRAPHS)).source
    assert source == Source(TITLE, "青山县人民政府", "2022-01-20", "青政发〔2022〕3号", None)
    source = read(page("trs", TITLE, PARAGRAPHS)).source
    address = "http://www.example.gov.cn/zwgk/t20220128_1.html"
    assert source == Source(TITLE, "青山县司法局", "2022-01-28", None, address)
    source = read(page("central", TITLE, PARAGRAPHS)).source
    assert source == Source(
        TITLE, "青山县政府网站", "2022-01-28", None, "https://www.example.gov.cn/c/content_1.htm"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("word.doc", "\n".join([TITLE, *PARAGRAPHS])),
        ("pandoc.html", "\n".join([TITLE, *PARAGRAPHS])),
        ("libreoffice.html", "\n".join([TITLE, *PARAGRAPHS]).replace(DUTIES, "")),
        ("libreoffice.xhtml", "\n".join([TITLE, *PARAGRAPHS]).replace(DUTIES, "")),
    ],
)
def test_pages_made_by_office_programs(name: str, text: str) -> None:
    document = read_file(FIXTURES / name)
    assert words(document) == text.replace("\n", "")
    assert document.text.content.count("\n") == text.count("\n") + 1
    assert document.warnings == ()


@pytest.mark.parametrize("seed", sorted(path.stem for path in SEEDS.glob("*.txt")))
def test_real_reports_score_alike_on_every_page(seed: str) -> None:
    plain = read_file(SEEDS / f"{seed}.txt")
    rows = [line.strip() for line in plain.text.content.splitlines() if line.strip()]
    at = next(at for at, row in enumerate(rows) if row.endswith("报告") and ">" not in row)
    engine = Engine()
    expected = engine.score(plain)
    documents = {words(made): made for name in PAGES if (made := read(page(name, rows[at], rows)))}
    for document in documents.values():
        card = engine.score(document)
        assert abs(card.total.points - expected.total.points) <= 0.5
        pairs = zip(card.items, expected.items, strict=True)
        assert sum(one.status is other.status for one, other in pairs) >= 0.98 * len(card.items)


# --- what is shown and what is not -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='DISPLAY : none'>成功率12%</div>",
        "<div style='display:none !important'>成功率12%</div>",
        "<p style='visibility:hidden'>成功率12%</p>",
        "<p style='font-size:0px'>成功率12%</p>",
        "<p style='opacity:0'>成功率12%</p>",
        "<p style='position:absolute;left:-9999px'>成功率12%</p>",
        "<p style='text-indent:-9999px'>成功率12%</p>",
        "<p style='height:0;overflow:hidden'>成功率12%</p>",
        "<p style='color:transparent'>成功率12%</p>",
        "<p hidden>成功率12%</p>",
        "<p aria-hidden='true'>成功率12%</p>",
        "<p class='x sr-only'>成功率12%</p>",
        "<style>a{color:red} .q, #z { display:none }</style><p class=q>成功率12%</p><p id=z>成功率12%</p>",
        '<style>@charset "gb2312"; .q{display:none}</style><p class=q>成功率12%</p>',
        "<script>document.write('成功率12%')</script>",
        "<noscript>成功率12%</noscript><template><p>成功率12%</p></template>",
        "<svg><text>成功率12%</text></svg><textarea>成功率12%</textarea>",
        "<select><option>成功率12%</select><button>成功率12%</button>",
        "<!-- 成功率12% --><!--[if gte mso 9]><p>成功率12%</p><![endif]-->",
        "<del>成功率12%</del><span class=msoDel>成功率12%</span><p style='mso-hide:all'>成功率12%</p>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert lines(f"<html><body>{P}{hidden}<p>特此报告。</p></body></html>") == [LONG, "特此报告。"]


@pytest.mark.parametrize(
    "shown",
    [
        "<div style='display:none;display:block'>评查案卷9份。</div>",
        "<div style='font-size:0'><span style='font-size:16px'>评查案卷9份。</span></div>",
        "<div style='visibility:hidden'><p style='visibility:visible'>评查案卷9份。</p></div>",
        "<style>@media print{.q{display:none}}</style><p class=q>评查案卷9份。</p>",
        "<style>.q b{display:none}</style><p class=q>评查案卷9份。</p>",
        "<p style='text-indent:-21px;margin-left:-30px'>评查案卷9份。</p>",
        "<p style='overflow:hidden;height:20px'>评查案卷9份。</p>",
    ],
)
def test_what_is_shown_after_all_is_read(shown: str) -> None:
    assert lines(f"<html><body>{P}{shown}</body></html>") == [LONG, "评查案卷9份。"]


def test_a_body_hidden_until_a_script_runs_is_read() -> None:
    assert lines(f"<html><body style='display:none'>{P}</body></html>") == [LONG]


# --- paragraphs, tables, lists ---------------------------------------------------------------------------


def test_inline_elements_join_and_blocks_break() -> None:
    markup = f"{P}<div>受<b>理</b><span>案</span>件<font>5</font>件。<br>办结4件。<br/><p>&nbsp;&nbsp;</p>其余在办。</div>"
    assert lines(markup) == [LONG, "受理案件5件。", "办结4件。", "其余在办。"]


def test_line_ends_in_the_source_are_no_spaces_between_chinese_characters() -> None:
    assert lines(f"{P}<p>推进\n  依法行政，2021\n年共 5 件\n</p>") == [LONG, "推进依法行政，2021年共 5 件"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert lines(f"<pre>工作报告\n{LONG}\r\n\r\n办结4件。</pre>") == ["工作报告", LONG, "办结4件。"]


def test_entities_good_and_bad() -> None:
    markup = f"{P}<p>&#x4E00;&#26159;A&amp;B &lt;规定&gt; &#150;&lpar;x&rpar; &bogus; &#0; &#xD800; 5 < 6&#8203;</p>"
    document = read(markup)
    assert document.text.content.splitlines()[1] == "一是A&B <规定> –(x) &bogus; \ufffd \ufffd 5 < 6"
    assert [warning.code for warning in document.warnings] == ["replacement_characters"]


def test_data_tables_row_by_row() -> None:
    markup = (
        f"<body>{P}<table><caption>表</caption><thead><tr><th>项目<th>2020年<th>2021年</thead>"
        "<tr><td rowspan=2>案件<td>12<td>15<tr><td>1<br>063<td></table><p>以上。</p>"
    )
    document = read(markup)
    assert document.text.content.splitlines() == [
        LONG,
        "表",
        "项目\t2020年\t2021年",
        "案件\t12\t15",
        "1 063",
        "以上。",
    ]
    labels = [place.label for place in document.places]
    assert labels == ["第1段", "第2段", "表1第1行", "表1第2行", "表1第3行", "第3段"]
    assert [document.text.content[place.start : place.end] for place in document.places][3] == "案件\t12\t15"


def test_layout_tables_are_taken_apart() -> None:
    markup = f"<table><tr><td><table><tr><td>{P}<p>一、工作</p></td></tr></table></td></tr></table>"
    assert lines(markup) == [LONG, "一、工作"]


def test_lists_show_their_numbers() -> None:
    markup = (
        f"{P}<ol start=3><li>加强<li><p>推进</p><ol type=a><li>甲</ol><li value=9>规范</ol>"
        "<ol style='list-style-type:cjk-ideographic'><li>总体<li>二、已有</ol><ul><li>点</ul>"
        "<ol style='list-style:none'><li>无号</ol>"
    )
    expected = ["3. 加强", "4. 推进", "a. 甲", "9. 规范", "一、总体", "二、已有", "点", "无号"]
    assert lines(markup) == [LONG, *expected]


def test_headings_are_marked_with_their_depth() -> None:
    document = read(f"<body><h1>{TITLE}</h1>{P}<h2>主要<br>做法</h2>{P}<h3>组织领导</h3>{P}</body>")
    marked = [(mark.depth, document.text.content[mark.start : mark.end]) for mark in document.headings]
    assert marked == [(1, TITLE), (2, "主要做法"), (3, "组织领导")]


def test_footnote_numbers_do_not_join_the_number_before_them() -> None:
    markup = f"{P}<p>完成5件<sup><a href='#_ftn1' name='_ftnref1'>1</a></sup>。</p>"
    assert lines(markup) == [LONG, "完成5件。"]


def test_the_address_a_page_was_saved_from() -> None:
    markup = f"<!-- saved from url=(0071)http://www.example.gov.cn/a.html -->\n<html><body>{P}</body></html>"
    source = read(markup).source
    assert source is not None
    assert source.url == "http://www.example.gov.cn/a.html"


# --- encodings -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("utf-8", "utf-8-sig"),
        ("gbk", "utf-16"),
        ("utf-16", "utf-16-le"),
        ("nonsense", "utf-8"),
    ],
)
def test_declared_encodings_may_lie(declared: str, encoding: str) -> None:
    markup = f"<html><head><meta charset={declared}></head><body>{P}<p>镕、堃、㙍三人。</p></body></html>"
    assert lines(markup.encode(encoding)) == [LONG, "镕、堃、㙍三人。"]


def test_encodings_that_only_a_declaration_tells() -> None:
    text = "全年辦理行政處罰案件一百件，評查案卷九十份，整改問題三十個，群眾滿意度提升。"
    assert lines(f"<html><meta charset=big5><p>{text}</p></html>".encode("big5")) == [text]
    markup = b"<html><meta charset=windows-1252><body><p>\xa0&#20840;&#24180;120\xa0&#20214;&#12290;</p></body></html>"
    assert lines(markup) == ["全年120 件。"]


def test_damaged_bytes_are_told_and_the_rest_is_read() -> None:
    data = f"<html><meta charset=utf-8><body>{P * 20}".encode() + b"\xe4\xbd" + f"{P}</body></html>".encode()
    document = read(data)
    assert document.text.content.count(LONG) == 21
    assert "replacement_characters" in [warning.code for warning in document.warnings]


# --- pages without the report ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (
            "<html><frameset><frame src='top.htm'><frame src='主体.htm'></frameset></html>",
            "other files: top.htm, 主体.htm",
        ),
        (
            "<html><body><h1>报告</h1><iframe src='/v.html?file=%2Ff%2F%E6%8A%A5%E5%91%8A.pdf'></iframe></body></html>",
            "only the attached 报告.pdf",
        ),
        ("<body><h1>报告</h1><embed src='a/b/x.PDF?v=1'></body>", "only the attached x.PDF"),
        (
            "<body><h1>报告</h1><p>附件：<a href='/P02.docx'>报告.docx</a></p></body>",
            "only the attached P02.docx",
        ),
        ("<body><p>报告</p><iframe src='inner.html'></iframe></body>", "another page inside: inner.html"),
        (
            "<html><body><noscript>x</noscript><div id=app></div><script src=a.js></script></body></html>",
            "a script puts",
        ),
        ("<html><body><h1>报告</h1><img src=1.jpg><img src=2.jpg></body></html>", "only pictures (2)"),
        ("<html><body></body></html>", "shows no words"),
        ("<html>", "shows no words"),
        ("<html><body>" + "<div>" * 30_000 + LONG, "too deeply"),
        ("<html><body>" + "<b>x</b>" * 400_001, "too large a page"),
        (
            "<html><body>" + "<p " + " ".join(["a=1"] * 900) + ">" + ("<p " + "b " * 3000 + ">") * 400,
            "too large",
        ),
    ],
)
def test_a_page_without_the_report_says_where_it_is(markup: str, said: str) -> None:
    message = refusal(markup)
    assert message.startswith("a.html: ")
    assert said in message
    assert "; " in message  # the mend


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        (f"<html><body>{P}<embed src=x.pdf></body></html>", "embedded_file"),
        (f"<html><body>{P}<p><a href=2.htm>下一页</a></p></body></html>", "more_pages"),
        (f"<html><body>{P}<p>全年办理", "page_cut"),
    ],
)
def test_a_page_with_a_part_of_the_report_warns(markup: str, code: str) -> None:
    assert [warning.code for warning in read(markup).warnings] == [code]


def test_entity_declarations_are_neither_resolved_nor_read() -> None:
    declared = "".join(f"<!ENTITY b{i} '&b{i - 1};&b{i - 1};'>" for i in range(1, 40))
    file = "<!ENTITY x SYSTEM 'file:///etc/passwd'>"
    markup = f"<!DOCTYPE html [<!ENTITY b0 'x'>{declared}{file}]><html><body>{P}<p>&x;完。</p></body></html>"
    assert lines(markup) == [LONG, "&x;完。"]


def test_pictures_inside_a_page_do_not_count() -> None:
    picture = "<img src='data:image/png;base64," + "A" * 17_000_000 + "'>"
    assert lines(f"<html><body>{P}{picture}</body></html>") == [LONG]


@pytest.mark.parametrize(
    "tail",
    [
        "<h1>青山县法治政府建设情况报告</h1>" * 3000,
        "<p>" + "大中小" * 39 + "x</p>",
        "<style>" + "/*" * 100_000 + "</style>",
        "<style>" + "@media{" * 100_000 + "</style>",
        "<table><tr><td>" * 500,
        "<!--" * 50_000,
        "<p>发布时间：来源：</p>" * 3000,
    ],
)
def test_hostile_pages_are_read(tail: str) -> None:
    assert LONG in read(f"<html><body>{P}{tail}</body></html>").text.content


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(PAGES)),
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(["cut", "flip", "double"]), st.integers(0, 255)),
        min_size=1,
        max_size=6,
    ),
)
def test_damaged_pages_end_as_text_or_as_an_error(name: str, damages: list[tuple[float, str, int]]) -> None:
    data = bytearray(page(name, TITLE, PARAGRAPHS))
    for share, damage, value in damages:
        at = min(int(share * len(data)), len(data) - 1)
        if damage == "cut":
            del data[at : at + 1 + 4 * value]
        elif damage == "flip":
            data[at] = value
        else:
            data[at:at] = data[at : at + 8 * value]
        data = data or bytearray(b"x")
    try:
        document = read_bytes(bytes(data), name)
    except InputError as error:
        assert str(error).startswith(name)  # noqa: PT017 - either end is right
    else:
        assert document.text.content.strip()


def test_a_table_of_contents_amid_the_text_goes_and_parts_nothing() -> None:
    """As LibreOffice saves a report whose body stands in a table, below title, opening and contents."""
    opening, *rest = PARAGRAPHS
    contents = "<p>目 录</p><div id='Table of Contents1'><p>一、主要做法 1</p><p>二、存在的不足 2</p></div>"
    body = "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in rest * 4)
    markup = f"<html><body><h1>{TITLE}</h1><p>{opening}</p>{contents}<table><tr><td>{body}</td></tr></table></body></html>"
    assert lines(markup) == [TITLE, opening, *rest * 4]
