from io import BytesIO
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.shared import Pt
from PIL import Image

from forms.render.builtin.renderer import render_builtin
from tests.forms.render.docxkit import p, printed


def picture(kind: str) -> BytesIO:
    out = BytesIO()
    Image.new("RGB", (20, 10), "red").save(out, kind)
    out.seek(0)
    return out


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_inline_picture_stands_on_the_line(tmp_path: Path, kind: str) -> None:
    document = docx.Document()
    document.add_picture(picture(kind), width=Pt(100), height=Pt(50))
    document.save(str(tmp_path / "form.docx"))
    [pdf] = render_builtin([tmp_path / "form.docx"], tmp_path)
    with pdfplumber.open(pdf) as opened:
        [found] = opened.pages[0].images
    assert (found["width"], found["height"]) == (pytest.approx(100), pytest.approx(50))
    assert found["top"] == pytest.approx(72)


def broken_off(kind: str) -> bytes:
    """The first half of a picture: it opens, and is not there to the end."""
    out = BytesIO()
    Image.effect_noise((200, 100), 50).save(out, kind)
    return out.getvalue()[: len(out.getvalue()) // 2]


@pytest.mark.parametrize("content", [b"broken", broken_off("PNG"), broken_off("JPEG")], ids=["none", "png", "jpeg"])
def test_a_picture_that_cannot_be_read_is_named_and_its_place_shown(tmp_path: Path, content: bytes) -> None:
    document = docx.Document()
    document.add_picture(picture("PNG"), width=Pt(100), height=Pt(50))
    next(iter(document.part.package.image_parts))._blob = content
    document.save(str(tmp_path / "form.docx"))
    notes: list[str] = []
    [pdf] = render_builtin([tmp_path / "form.docx"], tmp_path, lambda _, note: notes.append(note))
    with pdfplumber.open(pdf) as opened:
        assert [round(rect["width"]) for rect in opened.pages[0].rects] == [100]
    assert "図" in notes[0]


def shapes(pdf: Path) -> list[tuple[float, ...]]:
    with pdfplumber.open(pdf) as opened:
        return [tuple(round(rect[k]) for k in ("x0", "top", "x1", "bottom")) for rect in opened.pages[0].rects]


@pytest.mark.parametrize("mark", ['<w:shd w:val="clear" w:fill="CCCCCC"/>', '<w:highlight w:val="yellow"/>'])
def test_marked_text_has_a_ground(tmp_path: Path, mark: str) -> None:
    assert shapes(printed(tmp_path, p("特許", rpr=mark))) == [(50, 50, 70, 60)]


def test_a_shaded_paragraph_fills_its_width(tmp_path: Path) -> None:
    assert shapes(printed(tmp_path, p("特許", '<w:shd w:val="clear" w:fill="CCCCCC"/>'))) == [(50, 50, 350, 60)]


def test_colours_are_drawn(tmp_path: Path) -> None:
    with pdfplumber.open(printed(tmp_path, p("赤", rpr='<w:color w:val="FF0000"/>'))) as opened:
        assert opened.pages[0].chars[0]["non_stroking_color"] == (1, 0, 0)
