from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from forms.attachments.layers import HIDDEN, UNSURE
from forms.attachments.pdfs import pdf_pages
from tests.forms.pdfkit import box_pdf, difference, rendered, saved

Membership = Callable[[Object, Object], Object]
RED, BLUE = b"1 0 0 rg 100 100 200 200 re f", b"0 0 1 rg 300 400 200 200 re f"


def group(policy: Name) -> Membership:
    return lambda shown, hidden: Dictionary(Type=Name.OCMD, OCGs=Array([shown, hidden]), P=policy)


def layered(drawing: bytes, membership: Membership | None = None, **setting: object) -> bytes:
    """A page with layers /On and /Off in its resources, /Off being off, and a form /F that belongs to `membership`."""
    with Pdf.open(BytesIO(box_pdf())) as pdf:
        page = pdf.pages[0].obj
        shown = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("shown")))
        hidden = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("hidden")))
        default = Dictionary(OFF=Array([hidden]))
        for key, value in setting.items():
            default[f"/{key}"] = value
        pdf.Root.OCProperties = Dictionary(OCGs=Array([shown, hidden]), D=default)
        form = Stream(pdf, BLUE)
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, page.MediaBox
        form.OC = pdf.make_indirect(membership(shown, hidden)) if membership else hidden
        page.Resources = Dictionary(XObject=Dictionary(F=form), Properties=Dictionary(On=shown, Off=hidden))
        page.Contents = Stream(pdf, drawing)
        return saved(pdf)


@pytest.mark.parametrize(
    "drawing",
    [
        b"/OC /Off BDC " + RED + b" EMC " + BLUE,
        b"/OC /On BDC " + RED + b" EMC " + BLUE,
        b"/OC /Off BDC " + BLUE + b" /Span BMC /OC /On BDC " + RED + b" EMC EMC EMC",
        b"/OC /On BDC " + BLUE + b" /OC /Off BDC " + RED + b" EMC EMC",
        b"/Span BMC " + RED + b" EMC /F Do",
        b"/OC /Off BDC 1 0 0 1 50 50 cm 0 1 0 rg EMC 100 100 200 200 re f",
        b"EMC " + RED + b" EMC /OC /Missing BDC " + BLUE,
    ],
)
def test_what_a_viewer_hides_stays_hidden_and_what_it_shows_is_shown(drawing: bytes) -> None:
    source = layered(drawing)
    made = pdf_pages("x.pdf", source)
    assert difference(rendered(made.pdf), rendered(source)) < 0.5
    assert made.notes == (HIDDEN,)


@pytest.mark.parametrize("policy", [Name.AnyOn, Name.AllOn, Name.AnyOff, Name.AllOff])
def test_groups_of_layers_are_understood(policy: Name) -> None:
    source = layered(b"/F Do " + RED, group(policy))
    assert difference(rendered(pdf_pages("x.pdf", source).pdf), rendered(source)) < 0.5


def test_all_layers_may_be_off_but_those_named() -> None:
    source = layered(b"/OC /On BDC " + RED + b" EMC " + BLUE, BaseState=Name.OFF)
    assert difference(rendered(pdf_pages("x.pdf", source).pdf), rendered(source)) < 0.5


def test_layers_inside_a_form_are_hidden_too() -> None:
    with Pdf.open(BytesIO(layered(b"/G Do"))) as pdf:
        resources = pdf.pages[0].obj.Resources
        form = Stream(pdf, b"/OC /Off BDC " + RED + b" EMC " + BLUE)
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
        form.Resources = Dictionary(Properties=resources.Properties)
        resources.XObject.G = form
        source = saved(pdf)
    assert difference(rendered(pdf_pages("x.pdf", source).pdf), rendered(source)) < 0.5


def test_no_condition_is_left_in_what_is_kept() -> None:
    with Pdf.open(BytesIO(pdf_pages("x.pdf", layered(b"/OC /On BDC " + RED + b" EMC /F Do")).pdf)) as pdf:
        assert not [item for item in pdf.objects if b"/OC" in item.unparse(resolved=True)]


def test_a_drawing_that_cannot_be_read_is_said() -> None:
    assert pdf_pages("x.pdf", layered(b"BDC " + RED)).notes == (HIDDEN, UNSURE)


def test_a_document_without_layers_is_left_alone() -> None:
    assert pdf_pages("x.pdf", box_pdf()).notes == ()
