"""Blocks that were set before are not set again, and nobody can tell from the paper."""

import subprocess
import sys
from pathlib import Path

import pytest

from forms.render.builtin.columns import Setter
from forms.render.builtin.memory import MOST, MOST_BYTES, Memory
from forms.render.builtin.package import Package, open_package
from forms.render.builtin.renderer import lay_out
from forms.render.builtin.text import Area
from tests.forms.render.docxkit import cell, found, p, printed, row, said, table, texts, word_file

FIELD = '<w:sdt><w:sdtPr><w:tag w:val="list[].name"/></w:sdtPr><w:sdtContent><w:r><w:t>氏名</w:t></w:r></w:sdtContent></w:sdt>'
FOOTNOTE = '<w:footnote w:id="1"><w:p><w:r><w:t>注の文</w:t></w:r></w:p></w:footnote>'
CALL = '<w:p><w:r><w:t>本文</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
WRAPPED = f'<w:sdt><w:sdtPr><w:tag w:val="whole"/></w:sdtPr><w:sdtContent>{p("段落")}</w:sdtContent></w:sdt>'
FRESH = (
    "import sys; from pathlib import Path; from forms.render.builtin.renderer import render_builtin\n"
    "list(render_builtin([Path(sys.argv[1])], Path(sys.argv[2])))"
)


def package(folder: Path, body: str) -> Package:
    return open_package(word_file(folder / "form.docx", body))


def block(opened: Package, width: float = 300.0) -> object:
    """The first block of a document, set in an area."""
    [found, *_] = Setter(opened).blocks([opened.body[0]], Area(width, 0.0, opened.document))
    return found


@pytest.mark.parametrize("body", [p("同じ段落"), table(row(cell("同じ"), cell("表")))], ids=("paragraph", "table"))
def test_a_block_of_another_document_is_not_set_again(tmp_path: Path, body: str) -> None:
    assert block(package(tmp_path, body)) is block(package(tmp_path, body + p("ほかの段落")))


def test_a_block_is_set_anew_for_another_width(tmp_path: Path) -> None:
    opened = package(tmp_path, p("幅"))
    assert block(opened, 300.0) is not block(opened, 200.0)


def test_other_styles_set_the_same_words_otherwise(tmp_path: Path) -> None:
    large = '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    small = large.replace("40", "16")
    body = p("文字", '<w:pStyle w:val="A"/>')
    words = [found(printed(tmp_path, body, styles=styles), "文字") for styles in (large, small)]
    assert [word.x1 - word.x0 for word in words] == pytest.approx([40, 16])


def test_what_its_style_puts_into_a_list_is_counted_every_time(tmp_path: Path) -> None:
    listed = '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    opened = open_package(word_file(tmp_path / "form.docx", p("項目", '<w:pStyle w:val="A"/>'), styles=listed))
    assert block(opened) is not block(opened)


def test_rows_that_say_the_same_keep_controls_of_their_own(tmp_path: Path) -> None:
    rows = [row(cell(f"<w:p>{FIELD}</w:p>"), cell("")) for _ in range(3)]
    for _ in range(2):
        boxes = lay_out(word_file(tmp_path / "form.docx", table(*rows))).boxes
        assert [box.number for box in boxes] == [0, 1, 2]


def test_a_paragraph_knows_whether_a_control_holds_it(tmp_path: Path) -> None:
    counts = []
    for body in (WRAPPED + p("段落"), p("段落") + WRAPPED, WRAPPED):
        counts.append(len(lay_out(word_file(tmp_path / "form.docx", body)).boxes))
    assert counts == [1, 1, 1]


def test_what_is_reported_is_reported_every_time(tmp_path: Path) -> None:
    body = p("絵文字\U0001f600") + table(row(cell("\U0001f601"), cell("")))
    assert said(tmp_path, body) == said(tmp_path, body) != []


def test_footnotes_are_there_every_time(tmp_path: Path) -> None:
    for _ in range(2):
        assert "注の文" in "".join(texts(printed(tmp_path, CALL, notes=FOOTNOTE))[0])


def test_a_process_that_has_printed_much_prints_the_same_bytes_as_a_fresh_one(tmp_path: Path) -> None:
    body = p("一行目") + table(row(cell("甲"), cell("乙")), row(cell("甲"), cell("甲"))) + p("一行目")
    for text in ("一行目", "甲", "別の文"):
        printed(tmp_path, p(text) + table(row(cell("甲"), cell(text))))
    pdf = printed(tmp_path, body)
    known = pdf.read_bytes()
    subprocess.run([sys.executable, "-c", FRESH, str(tmp_path / "form.docx"), str(tmp_path)], check=True)
    assert pdf.read_bytes() == known


def test_a_full_memory_forgets() -> None:
    memory = Memory()
    memory.keep(("long",), "long", MOST_BYTES)
    memory.keep(("next",), "next", 1)
    assert (memory.recall(("long",)), memory.recall(("next",))) == (None, "next")
    for number in range(MOST):
        memory.keep((number,), number, 1)
    assert memory.recall(("next",)) is None
