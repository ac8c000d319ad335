from pathlib import Path

import pytest

from tests.forms.render.docxkit import SECTION, cell, p, row, said, table, texts

NUMBER = '<w:fldSimple w:instr="PAGE"><w:r><w:t>9</w:t></w:r></w:fldSimple>'


def run(content: str) -> str:
    return f"<w:p><w:r>{content}<w:t>字</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (run('<w:footnoteReference w:id="1"/>'), "中身がファイルにない脚注"),
        (p("字", rpr='<w:eastAsianLayout w:vert="1"/>'), "縦中横・組み文字"),
        (p("字", rpr="<w:shadow/>"), "影付き文字"),
        (p("字") + "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>", "数式"),
        (table(row(cell("字")), tblpr='<w:tblCellSpacing w:w="20"/>'), "セルの間隔"),
        (p("字") + '<w:altChunk r:id="rId99" xmlns:r="urn:x"/>', "埋め込み文書"),
        (run("<w:somethingNew/>"), "w:somethingNew"),
        (p("字", "<w:bidi/>"), "右から左への段落"),
    ],
)
def test_what_is_printed_otherwise_is_named_and_the_rest_printed(tmp_path: Path, body: str, name: str) -> None:
    [note] = said(tmp_path, body)
    assert f"「{name}」" in note
    assert "字" in "".join(texts(tmp_path / "form.pdf")[0])


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ('<w:textDirection w:val="tbRl"/>', "縦書きのページ"),
        ('<w:vAlign w:val="center"/>', "ページの中の縦の配置"),
        ('<w:cols w:num="2" w:sep="1"/>', "段の境界線"),
        ('<w:lnNumType w:countBy="1"/>', "行番号"),
    ],
)
def test_what_a_section_asks_for_in_vain_is_named(tmp_path: Path, more: str, name: str) -> None:
    [note] = said(tmp_path, p("字"), section=SECTION + more)
    assert f"「{name}」" in note


def test_each_thing_is_named_once(tmp_path: Path) -> None:
    assert len(said(tmp_path, run("<w:somethingNew/>") * 3)) == 1


def test_a_style_in_use_is_looked_at_too(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="F"><w:rPr><w:emboss/></w:rPr></w:style>'
    assert "浮き出し文字" in said(tmp_path, p("字", '<w:pStyle w:val="F"/>'), styles=style)[0]
    assert said(tmp_path, p("字"), styles=style) == []


def test_what_stands_in_a_footer_is_named_too(tmp_path: Path) -> None:
    assert "w:somethingNew" in said(tmp_path, p("字"), footer=run("<w:somethingNew/>"))[0]


def test_a_character_without_a_glyph_is_printed_as_a_missing_type_and_named(tmp_path: Path) -> None:
    assert "U+1F600" in said(tmp_path, p("前\U0001f600後"))[0]
    assert texts(tmp_path / "form.pdf") == [["前〓後"]]


@pytest.mark.parametrize(
    "harmless",
    [
        p("字", '<w:bidi w:val="0"/>'),
        p("字", rpr='<w:lang w:eastAsia="ja-JP"/><w:kern w:val="2"/><w:bdr w:val="none"/>'),
        '<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:r><w:lastRenderedPageBreak/><w:t>字</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>',
        "<w:p><w:proofErr w:type='spellStart'/><w:r><w:t>字</w:t></w:r></w:p>",
    ],
)
def test_what_leaves_no_trace_on_paper_is_not_named(tmp_path: Path, harmless: str) -> None:
    assert said(tmp_path, harmless, section=SECTION) == []
    assert texts(tmp_path / "form.pdf") == [["字"]]


def test_a_page_number_in_the_text_is_counted(tmp_path: Path) -> None:
    body = f"<w:p>{NUMBER}</w:p>" + p("次", "<w:pageBreakBefore/>") + f"<w:p>{NUMBER}</w:p>"
    assert said(tmp_path, body) == []
    assert texts(tmp_path / "form.pdf") == [["1"], ["次", "2"]]
