from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from forms.attachments.pdfs import pdf_pages
from tests.forms.pdfkit import box_pdf, difference, rendered, saved


def with_fonts(drawing: bytes) -> bytes:
    """A page that knows /A (Helvetica) and /B (Courier), neither embedded."""
    fonts = {
        key: Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=name)
        for key, name in (("/A", Name.Helvetica), ("/B", Name.Courier))
    }
    with Pdf.open(BytesIO(box_pdf(Resources=Dictionary(Font=Dictionary(fonts))))) as pdf:
        pdf.pages[0].obj.Contents = Stream(pdf, drawing)
        return saved(pdf)


@pytest.mark.parametrize(
    ("drawing", "left"),
    [
        (b"BT /A 12 Tf 14 TL ET 9 9 99 99 re f", []),
        (b"BT /A 12 Tf 100 100 Td (x) Tj ET", ["/A"]),
        (b"BT /A 40 Tf /B 40 Tf 100 100 Td [(x)] TJ ET", ["/B"]),
        (b"BT /A 40 Tf 100 100 Td (x) ' ET", ["/A"]),
        (b"BT /A 40 Tf ET q BT /B 40 Tf ET Q BT 100 100 Td (x) Tj ET", ["/A"]),
        (b"Q q Q BT /B 40 Tf ET q BT 100 100 Td (x) Tj ET Q", ["/B"]),
    ],
)
def test_only_fonts_that_write_something_are_kept(drawing: bytes, left: list[str]) -> None:
    source = with_fonts(drawing)
    made = pdf_pages("x.pdf", source)
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        assert list(pdf.pages[0].obj.Resources.XObject.P.Resources.Font.keys()) == left
    assert difference(rendered(made.pdf), rendered(source)) < 0.5


def test_a_font_that_an_old_form_borrows_is_kept() -> None:
    with Pdf.open(BytesIO(with_fonts(b"/F Do"))) as pdf:
        form = Stream(pdf, b"BT /A 40 Tf 100 100 Td (x) Tj ET")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
        pdf.pages[0].obj.Resources.XObject = Dictionary(F=form)
        made = pdf_pages("x.pdf", saved(pdf))
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        assert "/A" in pdf.pages[0].obj.Resources.XObject.P.Resources.Font
