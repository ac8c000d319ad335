"""Files that no Word wrote: they print or are refused with a sentence, in little time, and nothing gets lost in silence."""

import time
import zipfile
from pathlib import Path

import pytest

from forms.errors import RenderError, TargetError
from forms.render.builtin.renderer import render_builtin
from tests.forms.render.docxkit import KANJI, cell, p, pages, printed, row, table, texts, word_file


def seconds(folder: Path, body: str) -> float:
    form = word_file(folder / "form.docx", body)
    began = time.perf_counter()
    list(render_builtin([form], folder))
    return time.perf_counter() - began


def text(pdf: Path) -> str:
    return "".join("".join(page) for page in texts(pdf))


@pytest.mark.parametrize(
    "body",
    [
        p("a" * 8000),
        "".join(p("国", ppr="<w:keepNext/>") for _ in range(1500)),
        table(*(row(cell("", '<w:vMerge w:val="restart"/>' if n % 9 == 0 else "<w:vMerge/>"), cell("国")) for n in range(800))),
    ],
    ids=["an unbreakable word", "kept paragraphs", "merged rows"],
)
def test_long_things_take_no_longer_than_they_are(body: str, tmp_path: Path) -> None:
    assert seconds(tmp_path, body) < 5  # it is less than half a second; growing with the square they took up to a minute


def test_an_unbreakable_word_is_cut_where_the_line_is_full(tmp_path: Path) -> None:
    lines = texts(printed(tmp_path, p("a" * 150)))[0]
    assert lines == ["a" * 60, "a" * 60, "a" * 30]


@pytest.mark.parametrize("value", ["0", "-1", "63", "100", "99999999", "1e9", "inf", "NaN", "x", ""])
def test_any_number_of_columns_leaves_the_text_of_a_table(value: str, tmp_path: Path) -> None:
    spanning = row(cell("甲", f'<w:gridSpan w:val="{value}"/>'), cell("乙"), trpr=f'<w:gridBefore w:val="{value}"/>')
    assert set(text(printed(tmp_path, table(spanning, row(cell("丙"), cell("丁")))))) == set("甲乙丙丁")


@pytest.mark.parametrize("value", ["0", "-1", "99999999", "inf", "-inf", "NaN", "x", "", "９９"])
@pytest.mark.parametrize(
    "rpr", ['<w:w w:val="{}"/>', '<w:sz w:val="{}"/>', '<w:spacing w:val="{}"/>', '<w:fitText w:val="{}" w:id="1"/>', '<w:position w:val="{}"/>']
)
def test_any_value_of_a_run_leaves_its_text(rpr: str, value: str, tmp_path: Path) -> None:
    assert text(printed(tmp_path, p("国際", rpr=rpr.format(value)))) in ("国際", "際国")


@pytest.mark.parametrize("value", ["0", "-1", "99999999", "inf", "NaN", "x", ""])
@pytest.mark.parametrize(
    "ppr", ['<w:ind w:left="{0}" w:firstLine="{0}"/>', '<w:spacing w:line="{0}" w:before="{0}"/>', '<w:ind w:rightChars="{0}"/>']
)
def test_any_value_of_a_paragraph_leaves_its_text(ppr: str, value: str, tmp_path: Path) -> None:
    assert len(pages(printed(tmp_path, p("国際", ppr=ppr.format(value))))) >= 1


@pytest.mark.parametrize("value", ["0", "-3", "45", "99999999", "inf", "NaN", "x", ""])
def test_any_number_of_columns_leaves_the_text_of_a_page(value: str, tmp_path: Path) -> None:
    section = f'<w:pgSz w:w="8000" w:h="10000"/><w:cols w:num="{value}" w:space="{value}"/>'
    assert text(printed(tmp_path, p("国"), section=section)) == "国"


@pytest.mark.parametrize("value", ["0", "-1", "inf", "NaN", "x", "99999999"])
def test_any_paper_gives_a_pdf(value: str, tmp_path: Path) -> None:
    section = f'<w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar w:left="{value}" w:top="{value}"/><w:docGrid w:type="lines" w:linePitch="{value}"/>'
    assert printed(tmp_path, p("国"), section=section).read_bytes().startswith(b"%PDF")


def test_a_leader_ends_with_the_widest_page(tmp_path: Path) -> None:
    tab = '<w:r><w:tab/></w:r></w:p>'
    far = p(ppr='<w:tabs><w:tab w:val="left" w:leader="dot" w:pos="99999999"/></w:tabs>').replace("</w:p>", tab)
    assert 100 < len(text(printed(tmp_path, far))) < 1000


def test_deep_tables_print(tmp_path: Path) -> None:
    deep = p("芯")
    for _ in range(75):
        deep = table(row(cell(deep + p())), widths=(90,))
    assert text(printed(tmp_path, deep)) == "芯"


def test_every_content_of_a_control_is_printed(tmp_path: Path) -> None:
    contents = "".join(f"<w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent>" for sign in "甲乙")
    assert text(printed(tmp_path, f"<w:p><w:sdt>{contents}</w:sdt></w:p>")) == "甲乙"
    blocks = "".join(f"<w:sdtContent>{p(sign)}</w:sdtContent>" for sign in "丙丁")
    assert text(printed(tmp_path, f"<w:sdt>{blocks}</w:sdt>")) == "丙丁"


def test_a_second_body_and_what_stands_behind_the_last_section_are_printed(tmp_path: Path) -> None:
    form = word_file(tmp_path / "form.docx", p("甲"))
    with zipfile.ZipFile(form) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    behind = parts["word/document.xml"].replace(b"</w:body>", f"{p('乙')}</w:body><w:body>{p('丙')}</w:body>".encode())
    with zipfile.ZipFile(form, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, behind if name == "word/document.xml" else content)
    [pdf] = render_builtin([form], tmp_path)
    assert text(pdf) == "甲乙丙"


def test_documents_that_would_land_on_one_pdf_are_refused_before_any_is_printed(tmp_path: Path) -> None:
    documents = []
    for name in ("a/form.docx", "b/FORM.docx"):
        (tmp_path / name).parent.mkdir()
        documents.append(word_file(tmp_path / name, p(KANJI)))
    with pytest.raises(RenderError, match="同じ名前の文書"):
        next(render_builtin(documents, tmp_path))
    assert not list(tmp_path.glob("*.pdf"))


def test_a_broken_file_is_refused_and_named(tmp_path: Path) -> None:
    form = word_file(tmp_path / "form.docx", p("国" * 500))
    data = bytearray(form.read_bytes())
    start = data.index(b"word/document.xml") + 30
    data[start : start + 60] = bytes(60)
    form.write_bytes(data)
    with pytest.raises(RenderError, match="form.docx"):
        next(render_builtin([form], tmp_path))


def test_a_place_that_cannot_be_written_is_no_fault_of_the_form(tmp_path: Path) -> None:
    form = word_file(tmp_path / "form.docx", p("国"))
    with pytest.raises(TargetError, match="書き込めません"):
        next(render_builtin([form], tmp_path / "nowhere"))
