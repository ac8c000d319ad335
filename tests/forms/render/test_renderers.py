import shutil
import stat
from pathlib import Path

import pytest
from pypdf import PdfReader

from forms.errors import RenderError
from forms.render.builtin.renderer import render_builtin
from forms.render.libreoffice import libreoffice
from forms.render.renderers import renderer
from tests.forms.render.docxkit import p, word_file


def program(folder: Path, script: str) -> Path:
    """A stand-in for soffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize("name", ["auto", "builtin"])
def test_the_built_in_renderer_is_the_default_and_says_what_it_cannot_draw(tmp_path: Path, name: str) -> None:
    said: list[tuple[Path, str]] = []
    document = word_file(tmp_path / "様式.docx", p("影", rpr="<w:shadow/>"))
    assert list(renderer(name, lambda *note: said.append(note))([document], tmp_path)) == [tmp_path / "様式.pdf"]
    assert [(path, "影付き文字" in note) for path, note in said] == [(document, True)]


@pytest.mark.parametrize(("name", "words"), [("word", "Word"), ("tex", "tex")])
def test_what_we_cannot_print_with_is_said(name: str, words: str) -> None:
    with pytest.raises(RenderError, match=words):
        renderer(name)


def test_each_document_lands_under_its_own_name(tmp_path: Path) -> None:
    documents = [word_file(tmp_path / f"様式{number}.docx", p("本文")) for number in (1, 2)]
    landed = render_builtin(documents, tmp_path)
    assert next(landed) == tmp_path / "様式1.pdf"
    assert not (tmp_path / "様式2.pdf").exists()
    assert list(landed) == [tmp_path / "様式2.pdf"]


def test_no_document_no_pdf(tmp_path: Path) -> None:
    assert list(render_builtin([], tmp_path)) == []


def test_a_value_that_cannot_be_read_counts_as_not_said(tmp_path: Path) -> None:
    [pdf] = render_builtin([word_file(tmp_path / "form.docx", p("字", rpr='<w:sz w:val="large"/>'))], tmp_path)
    assert "字" in PdfReader(pdf).pages[0].extract_text()


RENDERERS = [
    "builtin",
    pytest.param("libreoffice", marks=pytest.mark.skipif(not shutil.which("soffice"), reason="not installed")),
]


@pytest.mark.parametrize("name", RENDERERS)
def test_every_renderer_keeps_the_contract(name: str, tmp_path: Path) -> None:
    documents = [word_file(tmp_path / f"様式{number}.docx", p("正副"[number - 1] + "本")) for number in (1, 2)]
    landed = list(renderer(name)(documents, tmp_path))
    assert landed == [tmp_path / "様式1.pdf", tmp_path / "様式2.pdf"]
    assert [PdfReader(pdf).pages[0].extract_text().strip() for pdf in landed] == ["正本", "副本"]


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_file_that_is_no_word_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "こわれた.docx").write_bytes(content)
    with pytest.raises(RenderError, match="こわれた.docx"):
        list(render_builtin([tmp_path / "こわれた.docx"], tmp_path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="ない.docx"):
        list(render_builtin([tmp_path / "ない.docx"], tmp_path))


def test_a_program_that_writes_nothing_has_failed(tmp_path: Path) -> None:
    document = word_file(tmp_path / "a.docx", p("本文"))
    with pytest.raises(RenderError, match=r"a\.docx"):
        list(libreoffice(program(tmp_path, "exit 0"))([document], tmp_path))


def test_a_hanging_program_is_ended(tmp_path: Path) -> None:
    document = word_file(tmp_path / "a.docx", p("本文"))
    with pytest.raises(RenderError, match="終わりません"):
        list(libreoffice(program(tmp_path, "sleep 60 & wait"), limit=0.2)([document], tmp_path))


def test_a_program_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="起動できません"):
        list(libreoffice(tmp_path / "nothing")([], tmp_path))
