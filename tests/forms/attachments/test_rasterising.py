from dataclasses import replace
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from forms.attachments.pdfs import pdf_pages
from forms.attachments.rasterising import may_be_drawn, rasterised, with_fonts_drawn
from forms.attachments.turning import turned
from forms.errors import PaperError
from forms.papers import Paper
from forms.pdf.foreignfonts import fonts_missing
from tests.forms.pdfkit import box_pdf, difference, page_pdf, rendered

MINCHO = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/MS-Mincho"))


def paper(source: bytes) -> Paper:
    made = pdf_pages("x.pdf", source)
    return Paper("x.pdf", "0" * 64, source, made.pdf, made.pages, made.notes)


def written(pages: int = 1) -> Paper:
    resources = Dictionary(Font=Dictionary(F=MINCHO))
    return paper(page_pdf(b"BT /F 30 Tf 99 500 Td (abc) Tj ET", {"/MediaBox": Array([0, 0, 595, 842]), "/Resources": resources}, pages))


def missing(pdf: bytes) -> tuple[str, ...]:
    with Pdf.open(BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
        return fonts_missing(page.obj.Resources for page in opened.pages)


def test_a_page_made_a_picture_needs_no_font_any_more_and_looks_as_it_did() -> None:
    before = written()
    after = rasterised(before, [0])
    assert (missing(before.pdf), missing(after.pdf)) == (("MS-Mincho",), ())
    assert difference(rendered(after.pdf), rendered(before.pdf)) < 1


def test_only_the_pages_named_are_made_pictures_and_that_is_said_once() -> None:
    after = rasterised(rasterised(written(3), [1]), [1])
    with Pdf.open(BytesIO(after.pdf)) as opened:
        kinds = [str(page.obj.Resources.XObject.P.Subtype) for page in opened.pages]
    assert kinds == ["/Form", "/Image", "/Form"]
    assert [note for note in after.notes if "dpi" in note] == ["2ページ目は文字の形が変わらないよう、画像（300 dpi）にしました。"]


def test_pages_whose_fonts_do_not_come_along_are_made_pictures_and_nothing_is_left_to_be_said_of_fonts() -> None:
    before = written(2)
    after = with_fonts_drawn(before)
    assert (may_be_drawn(before.notes), may_be_drawn(after.notes), missing(after.pdf)) == (True, False, ())
    assert [note for note in after.notes if "dpi" in note] == ["1～2ページ目は文字の形が変わらないよう、画像（300 dpi）にしました。"]


@pytest.mark.parametrize(("colour", "space"), [(b"0 g", "/DeviceGray"), (b"1 0 0 rg", "/DeviceRGB")])
def test_a_picture_is_grey_where_the_page_is(colour: bytes, space: str) -> None:
    after = rasterised(paper(page_pdf(colour + b" 99 99 200 200 re f", {"/MediaBox": Array([0, 0, 595, 842])})), [0], dpi=50)
    with Pdf.open(BytesIO(after.pdf)) as opened:
        assert str(opened.pages[0].obj.Resources.XObject.P.ColorSpace) == space


def test_a_page_turned_by_hand_is_a_picture_as_it_was_turned_and_can_be_turned_on() -> None:
    sideways = turned(paper(box_pdf()), 1)
    picture = rasterised(sideways, [0], dpi=100)
    assert difference(rendered(picture.pdf), rendered(sideways.pdf)) < 1
    assert difference(rendered(turned(picture, 2).pdf), rendered(turned(sideways, 2).pdf)) < 3


def test_a_page_that_is_not_there_and_a_paper_that_cannot_be_read_are_said() -> None:
    with pytest.raises(PaperError, match="2ページ目はありません（全1ページ）"):
        rasterised(written(), [1])
    with pytest.raises(PaperError, match="画像にできません"):
        rasterised(replace(written(), pdf=b"no PDF"), [0])
