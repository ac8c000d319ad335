"""Broken Word files: whatever is done to our templates' XML, the built-in renderer ends with a PDF or with a RenderError.

An example takes one of our forms and removes, repeats, nests and swaps elements, gives them odd attribute values or sows
properties with such values that our forms do not use. Every day a few examples run, always the same;
`SHINSEI_FUZZ=1000 python -m pytest tests/forms/render/test_fuzz.py` runs so many new ones.
Decision: text is looked for only where it stands in places that Word allows; a paragraph inside a cell's properties is nobody's.
"""

import copy
import os
import re
import signal
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader

from forms.errors import RenderError
from forms.paths import TEMPLATES
from forms.render.builtin.renderer import render_builtin

EVERYDAY = 30
EXAMPLES = int(os.environ.get("SHINSEI_FUZZ", EVERYDAY))
LIMIT = 30  # seconds for one example; an honest one takes a tenth of a second
FORMS = sorted(TEMPLATES.glob("*/*.docx"))
PARTS = ("word/document.xml",) * 8 + ("word/styles.xml", "word/footer1.xml", "word/settings.xml", "word/numbering.xml")
ODD = ("", "0", "1", "-1", "-5000", "7", "31680", "99999999", "1.5", "1e9", "NaN", "inf", "x", "９", "auto", "none", "true", "rId99")
SEEDS = {  # by the properties that they belong to
    "rPr": ("w:val", "sz:val", "spacing:val", "position:val", "fitText:val", "color:val", "u:val", "vertAlign:val", "shd:fill"),
    "pPr": ("ind:left", "ind:hanging", "ind:firstLineChars", "spacing:line", "spacing:before", "spacing:beforeLines", "jc:val"),
    "tcPr": ("gridSpan:val", "vMerge:val", "tcW:w", "vAlign:val"),
    "trPr": ("trHeight:val", "gridBefore:val", "gridAfter:val", "tblHeader:val", "cantSplit:val"),
    "tblPr": ("tblW:w", "tblInd:w", "jc:val", "tblLayout:type"),
    "sectPr": ("cols:num", "cols:space", "docGrid:linePitch", "docGrid:charSpace", "pgNumType:start", "pgSz:h", "pgMar:left"),
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCKS = {"body", "tc", "hdr", "ftr"}
PLACES = {  # where Word looks for text, by element: what may stand around it
    "t": {"r"},
    "r": {"p", "hyperlink", "smartTag", "fldSimple"},
    "hyperlink": {"p"},
    "p": BLOCKS,
    "tbl": BLOCKS,
    "tr": {"tbl"},
    "tc": {"tr"},
    "body": {"document"},
}


@dataclass(frozen=True)
class Change:
    """One thing done to one element: numbers count the elements of a part in document order, and start again at its end."""

    kind: str
    part: str
    where: int
    other: int
    value: str


CHANGES = st.builds(
    Change,
    kind=st.sampled_from(("remove", "repeat", "nest", "swap", "attribute", "sow")),
    part=st.sampled_from(PARTS),
    where=st.integers(0, 5000),
    other=st.integers(0, 5000),
    value=st.sampled_from(ODD),
)


@cache
def parts(form: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(form) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def mutated(form: Path, changes: Sequence[Change]) -> dict[str, bytes]:
    """The parts of a form after these changes."""
    contents = dict(parts(form))
    for change in changes:
        if change.part in contents:
            root = etree.fromstring(contents[change.part])
            apply(change, root)
            contents[change.part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return contents


def apply(change: Change, root: etree._Element) -> None:
    elements = [element for element in root.iter(etree.Element) if element.getparent() is not None]
    if not elements:
        return
    chosen, other = elements[change.where % len(elements)], elements[change.other % len(elements)]
    note(f"{change.kind} {local(chosen)} {local(other)}")
    parent = chosen.getparent()
    assert parent is not None
    if change.kind == "remove":
        parent.remove(chosen)
    elif change.kind == "repeat":
        parent.insert(parent.index(chosen), copy.deepcopy(chosen))
    elif change.kind == "nest":
        other.insert(change.where % (len(other) + 1), copy.deepcopy(chosen))
    elif change.kind == "swap":
        swap(chosen, other)
    elif change.kind == "sow":
        sow(change, root)
    elif chosen.attrib:
        chosen.set(sorted(map(str, chosen.attrib))[change.other % len(chosen.attrib)], change.value)


def swap(one: etree._Element, two: etree._Element) -> None:
    """Exchange two elements, unless one lies in the other."""
    if one is two or one in two.iterancestors() or two in one.iterancestors():
        return
    first, second = copy.deepcopy(one), copy.deepcopy(two)
    for old, new in ((one, second), (two, first)):
        parent = old.getparent()
        assert parent is not None
        parent.replace(old, new)


def sow(change: Change, root: etree._Element) -> None:
    """Give an element a property of its kind, with an odd value."""
    beds = [element for element in root.iter(etree.Element) if local(element) in SEEDS]
    if beds:
        bed = beds[change.where % len(beds)]
        kind, _, attribute = SEEDS[local(bed)][change.other % len(SEEDS[local(bed)])].partition(":")
        note(f"sow {kind} {attribute}={change.value}")
        for old in bed.findall(W + kind):
            bed.remove(old)
        etree.SubElement(bed, W + kind).set(W + attribute, change.value)


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def expected(document: bytes) -> Counter[str]:
    """The characters that must be on paper: what stands where Word looks for text."""
    root = etree.fromstring(document)
    if next(root.iter(f"{W}vanish", f"{W}webHidden", f"{W}specVanish"), None) is not None:
        return Counter()
    return characters("".join(text.text or "" for text in root.iter(f"{W}t") if is_placed(text)))


def is_placed(element: etree._Element) -> bool:
    """Whether everything around an element may stand there."""
    parent = element.getparent()
    while parent is not None and local(parent) == "sdtContent":
        control = parent.getparent()
        if control is None or local(control) != "sdt":
            return False
        parent = control.getparent()
    if parent is None:
        return local(element) == "document"
    return local(parent) in PLACES.get(local(element), ()) and is_placed(parent)


def characters(text: str) -> Counter[str]:
    return Counter(re.sub(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]", "", unicodedata.normalize("NFKC", text)))


@contextmanager
def time_limit() -> Iterator[None]:
    """Fail the test where the block does not end."""
    if sys.platform == "win32":
        yield
        return

    def give_up(*_: object) -> None:
        raise AssertionError(f"the renderer did not end in {LIMIT} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def printed(contents: dict[str, bytes], folder: Path) -> str | None:
    """The text of the PDF; None where the file was refused."""
    document = folder / "様式.docx"
    with zipfile.ZipFile(document, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    refusal, pdfs = "", list[Path]()
    with time_limit():
        try:
            pdfs = list(render_builtin([document], folder))
        except RenderError as error:
            refusal = str(error)
    if refusal:
        assert "様式.docx" in refusal
        return None
    [pdf] = pdfs
    pages = PdfReader(pdf).pages
    assert len(pages) > 0
    return "".join(page.extract_text() for page in pages)


@settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES == EVERYDAY,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(form=st.sampled_from(FORMS), changes=st.lists(CHANGES, min_size=1, max_size=8))
def test_a_broken_form_ends_in_a_pdf_with_its_text_or_in_a_sentence(form: Path, changes: list[Change]) -> None:
    contents = mutated(form, changes)
    with tempfile.TemporaryDirectory() as folder:
        text = printed(contents, Path(folder))
    if text is not None:
        assert expected(contents["word/document.xml"]) - characters(text) == Counter()
