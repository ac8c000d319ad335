from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream
from pypdf import PdfReader

from forms.pdf.pagehash import PageHasher, page_hashes, unembedded_fonts
from tests.forms.pdfkit import box_pdf, make_part, page_pdf, picture, picture_file, saved

BOX = {"/MediaBox": Array([0, 0, 595, 842])}


def hash_of(source: bytes) -> str:
    return PageHasher().page(PdfReader(BytesIO(source)).pages[0])


def test_packing_and_numbering_change_nothing(tmp_path: Path) -> None:
    part = make_part(tmp_path, 2, 3)
    before = page_hashes(part.pdfs[0])
    with Pdf.open(part.pdfs[0]) as pdf:
        pdf.add_blank_page()
        pdf.pages.insert(0, pdf.pages[3])
        del pdf.pages[4], pdf.pages[0]
        pdf.save(tmp_path / "other.pdf", recompress_flate=True, object_stream_mode=ObjectStreamMode.generate)
    assert page_hashes(tmp_path / "other.pdf") == before
    assert len(set(before)) == 3


def test_a_form_made_of_a_page_has_its_hash() -> None:
    with Pdf.open(BytesIO(box_pdf((0, 0, 595, 842)))) as pdf:
        page = pdf.pages[0].obj
        form = Stream(pdf, page.Contents.read_bytes())
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 595.0, 842])
        form.Resources = page.Resources
        page.Resources = Dictionary(XObject=Dictionary(P=form))
        page.Contents = Stream(pdf, b"/P Do")
        shown = PdfReader(BytesIO(saved(pdf))).pages[0]["/Resources"]["/XObject"].raw_get("/P")  # type: ignore[index]
    assert PageHasher().form(shown) == hash_of(box_pdf((0, 0, 595, 842)))


@pytest.mark.parametrize(
    "other",
    [
        page_pdf(b"1 0 0 RG n", BOX),
        page_pdf(b"0 0 1 RG", BOX),
        page_pdf(b"0 0 1 RG n", {"/MediaBox": Array([0, 0, 595, 843])}),
        page_pdf(b"0 0 1 RG n", {**BOX, "/Group": Dictionary(S=Name.Transparency)}),
    ],
    ids=["drawing", "shorter drawing", "box", "group"],
)
def test_whatever_shows_changes_the_hash(other: bytes) -> None:
    assert hash_of(other) != hash_of(page_pdf(b"0 0 1 RG n", BOX))


@pytest.mark.parametrize("quality", [90, 91])
def test_a_picture_is_part_of_the_page(quality: int) -> None:
    def page(data: bytes) -> str:
        with Pdf.open(BytesIO(page_pdf(b"/I Do", BOX))) as pdf:
            image = Stream(pdf, data)
            image.Filter = Name.DCTDecode
            pdf.pages[0].obj.Resources.XObject = Dictionary(I=image)
            return hash_of(saved(pdf))

    one, other = (picture_file(picture(), "JPEG", quality=q) for q in (90, quality))
    assert (page(one) == page(other)) is (quality == 90)


@pytest.mark.parametrize(("drawing", "counts"), [(b"/F 9 Tf", True), (b"/G 9 Tf", False), (b"n", False)])
def test_only_resources_that_the_drawing_names_count(drawing: bytes, counts: bool) -> None:
    font = Dictionary(Font=Dictionary(F=Dictionary(BaseFont=Name.A)))
    assert (hash_of(page_pdf(drawing, {**BOX, "/Resources": font})) != hash_of(page_pdf(drawing, BOX))) is counts


def test_resources_that_lead_back_to_themselves_are_hashed() -> None:
    with Pdf.open(BytesIO(page_pdf(b"/F Do", BOX))) as pdf:
        resources = pdf.make_indirect(Dictionary())
        form = Stream(pdf, b"n")
        form.Resources = resources
        resources.XObject = Dictionary(F=form)
        pdf.pages[0].obj.Resources = resources
        assert len(hash_of(saved(pdf))) == 64


def test_fonts_that_are_not_brought_along_are_named(tmp_path: Path) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/MS-Mincho"))
    (tmp_path / "x.pdf").write_bytes(page_pdf(b"", {**BOX, "/Resources": Dictionary(Font=Dictionary(F=font))}))
    assert unembedded_fonts(tmp_path / "x.pdf") == ("MS-Mincho",)
    assert unembedded_fonts(make_part(tmp_path, 0, 1).pdfs[0]) == ()
