from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf, Stream, String
from PIL import Image

from forms.attachments.pdfs import pdf_pages
from forms.errors import PaperError
from forms.positions import A4
from tests.forms.pdfkit import box_pdf, difference, marked, on_a4, page_pdf, rendered, saved, text_of

A3_BOX = (0, 0, 841.89, 1190.55)


def as_is(shown: Image.Image) -> Image.Image:
    return shown


def left(shown: Image.Image) -> Image.Image:
    return shown.transpose(Image.Transpose.ROTATE_90)


Change = Callable[[Image.Image], Image.Image]
ODD: dict[str, tuple[bytes, tuple[float, float], Change]] = {
    "plain": (box_pdf(), A4, as_is),
    "turned upside down": (box_pdf(Rotate=180), A4, as_is),
    "turned and so on its side": (box_pdf(Rotate=90), A4, left),
    "turned the other way": (box_pdf(Rotate=270), A4, left),
    "turned by less than nothing": (box_pdf((0, 0, 842, 595), Rotate=-90), A4, as_is),
    "off the origin": (box_pdf((200, 300, 795, 1142)), A4, as_is),
    "below the origin": (box_pdf((-595, -842, 0, 0)), A4, as_is),
    "corners the wrong way round": (
        page_pdf(marked((0, 0, 595, 842)), {"/MediaBox": Array([595, 842, 0, 0])}), A4, as_is,
    ),
    "cropped": (box_pdf(CropBox=Array([100, 100, 400, 500])), (300, 400), as_is),
    "cropped beyond the sheet": (box_pdf(CropBox=Array([-50, -50, 2000, 2000])), A4, as_is),
    "landscape": (box_pdf((0, 0, 842, 595)), A4, left),
    "A3": (box_pdf(A3_BOX), A4, as_is),
    "A3 landscape": (box_pdf((0, 0, 1190.55, 841.89)), A4, left),
    "a receipt": (box_pdf((0, 0, 200, 500)), (200, 500), as_is),
    "a card": (box_pdf((0, 0, 258, 156)), (258, 156), as_is),
    "A5 landscape": (box_pdf((0, 0, 595, 420)), (595, 420), as_is),
    "state left unbalanced": (
        page_pdf(marked((0, 0, 595, 842)) + b" q q 3 0 0 3 0 0 cm", {"/MediaBox": Array([0, 0, 595, 842])}), A4, as_is,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "size", "change"), ODD.values(), ids=ODD.keys())
def test_a_page_looks_as_it_did(source: bytes, size: tuple[float, float], change: Change) -> None:
    made = pdf_pages("x.pdf", source)
    shown = rendered(made.pdf)
    assert difference(shown, on_a4(change(rendered(source)), size)) < 2
    assert shown.size == (298, 421)


@pytest.mark.parametrize("source", [case[0] for case in ODD.values()], ids=ODD.keys())
def test_every_page_is_one_clipped_form_on_upright_a4(source: bytes) -> None:
    with Pdf.open(BytesIO(pdf_pages("x.pdf", source).pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
        page = pdf.pages[0].obj
        assert [float(edge) for edge in page.MediaBox] == [0, 0, *A4]
        assert set(page.keys()) == {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}
        assert page.Contents.read_bytes().split()[-3:] == [b"/P", b"Do", b"Q"]
        assert page.Resources.XObject.P.Subtype == Name.Form


def test_a_larger_unit_makes_a_larger_page() -> None:
    made = pdf_pages("x.pdf", box_pdf((0, 0, 200, 300), UserUnit=2))
    assert difference(rendered(made.pdf), on_a4(rendered(box_pdf((0, 0, 400, 600))), (400, 600))) < 2


def test_a_crop_that_leaves_nothing_is_ignored() -> None:
    made = pdf_pages("x.pdf", box_pdf(CropBox=Array([900, 900, 950, 950])))
    assert difference(rendered(made.pdf), rendered(box_pdf())) < 2


def test_entries_are_inherited_from_the_tree() -> None:
    with Pdf.open(BytesIO(box_pdf())) as pdf:
        page = pdf.pages[0].obj
        pdf.Root.Pages.MediaBox, pdf.Root.Pages.Rotate = Array([0, 0, 842, 595]), 90
        del page.MediaBox
        made = pdf_pages("x.pdf", saved(pdf))
    assert made.notes == ()


@pytest.mark.parametrize(
    ("source", "note"),
    [
        (box_pdf((0, 0, 842, 595)), "1ページ目は横長のため、上を左にして縦向きに直しました。"),
        (box_pdf(A3_BOX), "1ページ目は A4 より大きいため、A4 に収まるよう縮小しました（最小71 %）。"),
        (box_pdf(Rotate=7), "1ページ目は向きの指定が半端なため、近い向きに直しました。"),
        (box_pdf((0, 0, 0, 0)), "1ページ目は用紙の大きさが書かれていないため、A4 として扱いました。"),
        (page_pdf(b"", {"/MediaBox": Array([0, 0, 595, 842])}), "1ページ目は何も描かれていない白紙です。"),
    ],
)
def test_what_was_changed_is_said(source: bytes, note: str) -> None:
    assert pdf_pages("x.pdf", source).notes == (note,)


def written_with(font: Object) -> bytes:
    resources = Dictionary(Font=Dictionary(F=font))
    return page_pdf(b"BT /F 12 Tf (x) Tj ET", {"/MediaBox": Array([0, 0, 595, 842]), "/Resources": resources})


@pytest.mark.parametrize(("name", "noted"), [("/MS-Mincho", True), ("/Helvetica-Bold", False), ("/ArialMT", False)])
def test_a_font_that_is_not_embedded_is_said_unless_every_printer_has_it(name: str, noted: bool) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name(name))
    notes = pdf_pages("x.pdf", written_with(font)).notes
    assert any("字体（MS-Mincho）が埋め込まれていません" in note for note in notes) is noted


def test_an_ordinary_page_needs_no_note() -> None:
    assert pdf_pages("x.pdf", box_pdf()).notes == ()


def torn(source: bytes) -> bytes:
    return source[: source.rindex(b"xref")]


def test_a_repaired_file_is_said_to_be_one() -> None:
    made = pdf_pages("x.pdf", torn(box_pdf()))
    assert made.pages == 1
    assert made.notes[-1].startswith("壊れていたところを直して読み込みました。")


def test_a_torn_drawing_is_said_to_be_incomplete() -> None:
    with Pdf.open(BytesIO(box_pdf())) as pdf:
        contents = pdf.pages[0].obj.Contents
        whole = Stream(pdf, marked((0, 0, 595, 842)) * 50)
        whole.write(whole.read_bytes(), filter=None)
        pdf.pages[0].obj.Contents = whole
        source = saved(pdf)
    with Pdf.open(BytesIO(source)) as pdf:
        contents = pdf.pages[0].obj.Contents
        contents.write(contents.read_raw_bytes()[:-30], filter=Name.FlateDecode)
        made = pdf_pages("x.pdf", saved(pdf))
    assert "1ページ目は壊れていて、一部が欠けているかもしれません。表示を元の書類と見比べてください。" in made.notes


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"%PDF-1.7\n", "壊れていて"),
        (box_pdf()[:100], "壊れていて"),
        (page_pdf(b"", {}, pages=0), "1枚もありません"),
        (page_pdf(b"", {}, root={"/NeedsRendering": True, "/AcroForm": Dictionary(XFA=String("x"))}), "XFA"),
    ],
    ids=["only a header", "torn off", "no page", "XFA"],
)
def test_what_cannot_be_printed_is_refused(source: bytes, reason: str) -> None:
    with pytest.raises(PaperError, match=f"「x.pdf」.*{reason}"):
        pdf_pages("x.pdf", source)


def protected(user: str) -> bytes:
    with Pdf.open(BytesIO(box_pdf())) as pdf:
        return saved(pdf, encryption=Encryption(owner="owner", user=user))


def test_a_file_that_is_only_protected_against_changes_is_opened() -> None:
    made = pdf_pages("x.pdf", protected(""))
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        assert not pdf.is_encrypted


@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_file_with_a_password_is_refused_until_it_is_given(password: str) -> None:
    with pytest.raises(PaperError, match="「x.pdf」.*パスワード"):
        pdf_pages("x.pdf", protected("secret"), password)
    assert pdf_pages("x.pdf", protected("secret"), "secret").pages == 1


def test_a_drawing_that_unpacks_to_too_much_is_refused() -> None:
    with Pdf.open(BytesIO(box_pdf())) as pdf:
        pdf.pages[0].obj.Contents = Stream(pdf, b" " * (257 * 2**20))
        source = saved(pdf)
    with pytest.raises(PaperError, match="「x.pdf」には描かれているものが多すぎて"):
        pdf_pages("x.pdf", source)


def test_the_same_file_gives_the_same_bytes() -> None:
    assert pdf_pages("x.pdf", ODD["A3"][0]).pdf == pdf_pages("x.pdf", ODD["A3"][0]).pdf


def field(pdf: Pdf, **entries: object) -> Dictionary:
    named = {f"/{key}": value for key, value in entries.items()}
    basis = {"/Type": Name.Annot, "/Subtype": Name.Widget, "/Rect": Array([100, 700, 300, 720]), "/F": 4}
    return pdf.make_indirect(Dictionary({**basis, **named}))


def with_field(**entries: object) -> bytes:
    with Pdf.open(BytesIO(box_pdf())) as pdf:
        widget = field(pdf, **entries)
        pdf.pages[0].obj.Annots = Array([widget])
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        resources = Dictionary(Font=Dictionary(Helv=font))
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), NeedAppearances=True, DR=resources)
        return saved(pdf)


def test_what_was_typed_into_a_form_is_printed() -> None:
    made = pdf_pages("x.pdf", with_field(FT=Name.Tx, V=String("1,330,000"), DA=String("/Helv 12 Tf"), T=String("a")))
    assert "1,330,000" in text_of(made.pdf)
    assert made.notes == ()


def test_japanese_in_a_form_without_its_drawing_is_drawn() -> None:
    made = pdf_pages("x.pdf", with_field(FT=Name.Tx, V=String("湊精機"), DA=String("/Helv 12 Tf"), T=String("a")))
    assert "湊精機" in text_of(made.pdf)
    assert made.notes == ()


def test_a_signature_is_said_to_stay_in_the_file() -> None:
    made = pdf_pages("x.pdf", with_field(FT=Name.Sig, V=Dictionary(), T=String("a")))
    assert made.notes[0].startswith("電子署名は、紙に印刷した写しには残りません")


def test_a_highlight_that_only_viewers_draw_is_drawn() -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([200, 300, 400, 320]), F=4, C=Array([1, 1, 0]))
    made = pdf_pages("x.pdf", box_pdf(Annots=Array([note])))
    assert rendered(made.pdf).getpixel((150, 421 - 155)) == (255, 255, 0)
    assert made.notes == ()


def test_nothing_that_acts_or_carries_a_file_is_kept() -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    target = Dictionary(S=Name.URI, URI=String("http://x"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=target)
    with Pdf.open(BytesIO(box_pdf(Annots=Array([link]), AA=Dictionary(O=script)))) as pdf:
        pdf.Root.OpenAction = script
        pdf.attachments["secret.txt"] = b"secret"
        pdf.docinfo.Author = "somebody"
        pdf.pages[0].obj.Resources.Properties = Dictionary(MC0=Dictionary(Metadata=Stream(pdf, b"somebody")))
        made = pdf_pages("x.pdf", saved(pdf))
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        whole = b"".join(item.unparse(resolved=True) for item in pdf.objects)
        data = b"".join(item.read_bytes() for item in pdf.objects if isinstance(item, Stream))
    assert not [word for word in (b"JavaScript", b"URI", b"secret", b"somebody", b"app.alert") if word in whole + data]


@pytest.mark.parametrize("name", [b"/#82#a0", b"/AA", b"/Metadata", b"/#90}#81".replace(b"}", b"#7d")])
def test_what_is_called_by_an_odd_name_is_still_drawn(name: bytes) -> None:
    with Pdf.open(BytesIO(box_pdf())) as pdf:
        page = pdf.pages[0].obj
        form = Stream(pdf, page.Contents.read_bytes())
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, page.MediaBox
        page.Resources.XObject = Dictionary()
        page.Resources.XObject[pikepdf.Object.parse(name)] = form
        page.Contents = Stream(pdf, b"q " + name + b" Do Q")
        made = pdf_pages("x.pdf", saved(pdf))
    assert difference(rendered(made.pdf), rendered(box_pdf())) < 1
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        assert all(b"#8" not in item.unparse(resolved=True) for item in pdf.objects)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (b"#82l#82r#96#be#92#a9", "/MS-Mincho"),
        (b"ABCDEF+#82l#82r#83S#83V#83b#83N", "/ABCDEF+MS-Gothic"),
        (b"#83#80", "/X8380"),
        (b"Helvetica", "/Helvetica"),
    ],
)
def test_font_names_in_shift_jis_become_ascii(name: bytes, expected: str) -> None:
    font = pikepdf.Object.parse(b"<< /Type /Font /Subtype /TrueType /BaseFont /" + name + b" >>")
    made = pdf_pages("x.pdf", written_with(font))
    with Pdf.open(BytesIO(made.pdf)) as pdf:
        assert str(pdf.pages[0].obj.Resources.XObject.P.Resources.Font.F.BaseFont) == expected
