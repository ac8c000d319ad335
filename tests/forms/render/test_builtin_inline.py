from pathlib import Path

import pytest

from tests.forms.render.docxkit import found, p, pages, printed, rules, said, texts

RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="distributeSpace"/></w:rubyPr><w:rt><w:r><w:rPr><w:sz w:val="10"/></w:rPr>'
    "<w:t>{}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{}</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)


def test_ruby_stands_above_its_base(tmp_path: Path) -> None:
    body = f"<w:p>{RUBY.format('かん', '漢字')}<w:r><w:t>後</w:t></w:r></w:p>"
    [above, below] = pages(printed(tmp_path, body))[0]
    assert (above.text, below.text) == ("かん", "漢字後")
    assert below.x1 == pytest.approx(80)
    assert above.y < below.y - 8


def test_a_long_reading_widens_its_base(tmp_path: Path) -> None:
    body = f"<w:p>{RUBY.format('ながいよみかた', '字')}<w:r><w:t>後</w:t></w:r></w:p>"
    assert found(printed(tmp_path, body), "後").x0 == pytest.approx(85)


def test_tracked_changes_count_as_accepted(tmp_path: Path) -> None:
    run, gone = "<w:r><w:t>{}</w:t></w:r>", '<w:del w:id="2"><w:r><w:delText>消</w:delText></w:r></w:del>'
    body = f'<w:p>{run.format("前")}<w:ins w:id="1">{run.format("加")}</w:ins>{gone}{run.format("後")}</w:p>'
    moved = f'<w:p><w:moveFrom w:id="3">{run.format("元")}</w:moveFrom><w:moveTo w:id="4">{run.format("先")}</w:moveTo></w:p>'
    assert said(tmp_path, body + moved) == []
    assert texts(tmp_path / "form.pdf") == [["前加後", "先"]]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert texts(printed(tmp_path, p("連", mark) + p("結"))) == [["連結"]]


def test_a_deleted_row_is_gone(tmp_path: Path) -> None:
    rows = '<w:tr><w:trPr>{}</w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>'
    gone, kept = rows.format('<w:del w:id="1"/>', "消"), rows.format("", "残")
    body = f'<w:tbl><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>{gone}{kept}</w:tbl>'
    assert texts(printed(tmp_path, body)) == [["残"]]


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [("Wingdings", "F0FE", "☑"), ("Wingdings 2", "F0A3", "□"), ("Symbol", "F0B4", "×"), ("ＭＳ 明朝", "2460", "①")],
)
def test_symbols_print_as_characters_that_we_have(tmp_path: Path, font: str, char: str, shown: str) -> None:
    body = f'<w:p><w:r><w:sym w:font="{font}" w:char="{char}"/></w:r></w:p>'
    assert said(tmp_path, body) == []
    assert texts(tmp_path / "form.pdf") == [[shown]]


def test_a_symbol_that_we_do_not_have_is_named(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:sym w:font="Webdings" w:char="F021"/></w:r></w:p>'
    assert "Webdings" in said(tmp_path, body)[0]
    assert texts(tmp_path / "form.pdf") == [["〓"]]


def test_small_capitals_are_smaller_capitals(tmp_path: Path) -> None:
    [line] = pages(printed(tmp_path, p("Ab", rpr="<w:smallCaps/>")))[0]
    assert line.text == "AB"
    assert line.x1 == pytest.approx(59)


def test_emphasis_dots_need_room_above_and_are_no_text(tmp_path: Path) -> None:
    pdf = printed(tmp_path, p("圏点", rpr='<w:em w:val="dot"/>'))
    assert texts(pdf) == [["圏点"]]
    assert found(pdf, "圏点").y == pytest.approx(62.3)


def test_boxed_text_is_no_text_more(tmp_path: Path) -> None:
    pdf = printed(tmp_path, p("囲み", rpr='<w:bdr w:val="single" w:sz="4"/>'))
    assert (texts(pdf), rules(pdf)) == ([["囲み"]], [])


@pytest.mark.parametrize(("align", "x1"), [("right", 350), ("center", 205)])
def test_an_alignment_tab_leads_to_the_margin_or_the_middle(tmp_path: Path, align: str, x1: float) -> None:
    body = f'<w:p><w:r><w:t>左</w:t></w:r><w:r><w:ptab w:relativeTo="margin" w:alignment="{align}" w:leader="none"/><w:t>印</w:t></w:r></w:p>'
    assert found(printed(tmp_path, body), "印").x1 == pytest.approx(x1)


def test_what_stands_in_wrappers_is_read(tmp_path: Path) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f'<w:p><w:smartTag w:element="x">{run.format("賢")}</w:smartTag><w:customXml w:element="y">{run.format("慣")}</w:customXml>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run.format('☒')}</w:sdtContent></w:sdt></w:p>"
    )
    assert texts(printed(tmp_path, body)) == [["賢慣☒"]]


def test_equations_print_their_characters_in_a_row(tmp_path: Path) -> None:
    body = "<w:p><m:oMathPara><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></m:oMathPara></w:p>"
    assert "数式" in said(tmp_path, body)[0]
    assert texts(tmp_path / "form.pdf") == [["x+1"]]
