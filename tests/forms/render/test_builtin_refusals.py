from pathlib import Path

import pytest

from forms.errors import RenderError
from tests.forms.render.docxkit import SECTION, cell, p, printed, row, table, texts

DRAWING = '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice></mc:AlternateContent>'


def run(content: str) -> str:
    return f"<w:p><w:r>{content}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (run('<w:footnoteReference w:id="1"/>'), "脚注"),
        (run('<w:endnoteReference w:id="1"/>'), "文末脚注"),
        (run(DRAWING), "テキストボックス・図形"),
        (run("<w:pict/>"), "図形"),
        (run("<w:object/>"), "埋め込みオブジェクト"),
        (run("<w:drawing><wp:anchor/></w:drawing>"), "文字列の折り返しを伴う図や図形"),
        (run("<w:ruby/>"), "ルビ"),
        (p("字", rpr='<w:em w:val="dot"/>'), "圏点"),
        (p("字", rpr='<w:eastAsianLayout w:vert="1"/>'), "縦中横・組み文字"),
        (p("字", rpr='<w:bdr w:val="single"/>'), "囲み線"),
        (p("字", '<w:framePr w:w="100"/>'), "レイアウト枠"),
        ("<w:p><m:oMath/></w:p>", "数式"),
        ("<w:p><w:ins><w:r><w:t>加</w:t></w:r></w:ins></w:p>", "変更履歴"),
        ("<w:p><w:del><w:r><w:delText>消</w:delText></w:r></w:del></w:p>", "変更履歴"),
        (table(row(cell("字", '<w:textDirection w:val="tbRlV"/>'))), "縦書き"),
        (table(row(cell("字")), tblpr='<w:tblCellSpacing w:w="20"/>'), "セルの間隔"),
        (table(row("<w:tblPrEx><w:tblBorders/></w:tblPrEx>", cell("字"))), "途中の行から変わる表の罫線"),
        (table(row(cell("字")), tblpr='<w:tblpPr w:tblpX="1"/>'), "文字列の折り返しを伴う表"),
        (run("<w:somethingNew/>"), "w:somethingNew"),
    ],
)
def test_what_cannot_be_printed_is_refused_by_name(tmp_path: Path, body: str, name: str) -> None:
    with pytest.raises(RenderError, match=f"form.docxの「{name}」"):
        printed(tmp_path, body)
    assert not list(tmp_path.glob("*.pdf"))


def test_a_style_in_use_is_looked_at_too(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="F"><w:pPr><w:framePr w:w="100"/></w:pPr></w:style>'
    with pytest.raises(RenderError, match="レイアウト枠"):
        printed(tmp_path, p("字", '<w:pStyle w:val="F"/>'), styles=style)
    assert texts(printed(tmp_path, p("字"), styles=style)) == [["字"]]


def test_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="段組み"):
        printed(tmp_path, p("字"), section=SECTION + '<w:cols w:num="2"/>')


def test_what_stands_in_a_footer_is_refused_too(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="脚注"):
        printed(tmp_path, p("字"), footer=run('<w:footnoteReference w:id="1"/>'))


def test_a_page_number_in_the_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"form\.docx.*ページ番号"):
        printed(tmp_path, '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>')


def test_a_character_without_a_glyph_is_refused_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"form\.docx.*U\+1F600"):
        printed(tmp_path, p("\U0001f600"))


@pytest.mark.parametrize(
    "harmless",
    [
        p("字", '<w:bidi w:val="0"/>'),
        p("字", rpr='<w:lang w:eastAsia="ja-JP"/><w:kern w:val="2"/><w:bdr w:val="none"/>'),
        '<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:r><w:lastRenderedPageBreak/><w:t>字</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>',
        "<w:p><w:proofErr w:type='spellStart'/><w:r><w:t>字</w:t></w:r></w:p>",
    ],
)
def test_what_leaves_no_trace_on_paper_is_no_reason(tmp_path: Path, harmless: str) -> None:
    assert texts(printed(tmp_path, harmless)) == [["字"]]
