"""Reads packet-2in1.pdf anew and says what does not lie where it should, and what in any file is more than pages to look at.

Decision: the halves are held against the pages of a set that packet.pdf is proven by too, and the position function says where
each belongs. Read with pypdf; pikepdf wrote.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from forms.packet.finish import BINDING_NAMES
from forms.packet.impose import DUPLEX
from forms.pdf.contentstream import HALVES, MARK, side_content
from forms.pdf.pagehash import PageHasher
from forms.pdf.reading import met
from forms.positions import A4, Origin, set_name
from forms.proof.packetproof import Opened, Pages, Plan, Steps, is_plain, xobject

PAGE_KEYS = frozenset(("/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"))
ROOT_KEYS = frozenset(("/Type", "/Pages", "/ViewerPreferences", "/Outlines", "/PageMode"))
INFO_KEYS = frozenset(("/Title",))
ACTIVE_KEYS = ("/JS", "/AA", "/OpenAction", "/EF", "/AcroForm", "/Annots", "/EmbeddedFiles")
ACTIONS = ("/JavaScript", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/GoToE", "/ImportData")
SIDE_NAMES = ("表", "裏")
HALF_NAMES = ("左", "右")
AT_ONCE = 50  # objects looked at between two steps


def imposed_faults(opened: Opened, pages: Pages, plan: Plan) -> Steps:
    """What lies wrong on the sheets of packet-2in1.pdf, held against the pages of a set (where they are known)."""
    file, layout, binding = opened.file, plan.layout, plan.finish.binding
    if len(opened.pages) != layout.sheets * 2:
        yield f"{file} は用紙{layout.sheets}枚（{layout.sheets * 2}面）のはずですが、{len(opened.pages)}面あります。"
        return
    preferences = met(opened.pdf.root_object.get("/ViewerPreferences"))
    if not isinstance(preferences, DictionaryObject) or preferences.get("/Duplex") != DUPLEX[binding]:
        yield f"{file} の両面印刷の設定が、{BINDING_NAMES[binding]}ではありません。"
    looker = _HalfLooker()
    for number, (_, page) in enumerate(opened.pages):
        sheet, side = divmod(number, 2)
        yield from _side_faults(_Side(file, plan, sheet, side), page, pages, looker)
        yield None


@dataclass
class _HalfLooker:
    """Looks at halves, each form once: what it shows but for its mark, and the mark."""

    hasher: PageHasher = field(default_factory=PageHasher)
    _seen: dict[int, tuple[str, str]] = field(default_factory=dict)

    def half(self, form: object) -> tuple[str, str]:
        """Hash of what the half shows without its mark, and hash of the mark."""
        if not isinstance(form, IndirectObject):
            return self.hasher.form(form, (MARK,)), ""
        if form.idnum not in self._seen:
            found = met(form)
            mark = xobject(found, MARK) if isinstance(found, DictionaryObject) else None
            self._seen[form.idnum] = self.hasher.form(form, (MARK,)), self.hasher.form(mark)
        return self._seen[form.idnum]


@dataclass(frozen=True)
class _Side:
    file: str
    plan: Plan
    sheet: int
    side: int

    @property
    def where(self) -> str:
        """The side in words, sheets counted within the set."""
        number, sheet = divmod(self.sheet, self.plan.layout.sheets_per_set)
        return f"{self.file} の{set_name(number)}・用紙{sheet + 1}枚目の{SIDE_NAMES[self.side]}"

    def origin(self, half: int) -> Origin | None:
        """The page that must lie there."""
        return self.plan.layout.at(self.sheet, self.side, half)


def _side_faults(side: _Side, page: DictionaryObject, pages: Pages, looker: _HalfLooker) -> Iterator[str]:
    origins = [side.origin(half) for half in range(len(HALVES))]
    filled = [half for half, origin in enumerate(origins) if origin is not None]
    contents = met(page.get("/Contents"))
    drawing = contents.get_data() if isinstance(contents, StreamObject) else b""
    placed = side_content(filled, side.side, side.plan.finish.binding)
    if not (is_plain(page, (A4[1], A4[0])) and drawing.split() == placed.split()):
        yield f"{side.where}は、2ページの置き方が変えられています。"
    for half, origin in enumerate(origins):
        if origin is None or not pages.hashes:
            continue
        shown, mark = looker.half(xobject(page, HALVES[half]))
        number = side.plan.layout.place(Origin(0, origin.part, origin.page)).packet_page
        marked = side.plan.is_marked(origin)
        if shown != pages.hashes[number] or (marked and mark != pages.marks[origin.set_number, side.plan.is_slip(origin)]):
            yield f"{side.where}の{HALF_NAMES[half]}は{side.plan.name(origin)}のはずですが、違うものです。"


def active_faults(opened: Opened) -> Steps:
    """Whatever is more than pages to look at: scripts, annotations, embedded files, links, foreign metadata."""
    extra = {key for key in opened.pdf.root_object if key not in ROOT_KEYS}
    extra |= {key for _, page in opened.pages for key in page if key not in PAGE_KEYS}
    info = met(opened.pdf.trailer.get("/Info"))
    extra |= {key for key in info if key not in INFO_KEYS} if isinstance(info, DictionaryObject) else set()
    for count, item in enumerate(_objects(opened.pdf)):
        extra.update(_active(item))
        if count % AT_ONCE == 0:
            yield None
    if extra:
        yield f"{opened.file} に、ページのほかのものが含まれています（{'・'.join(sorted(extra))}）。"


def _objects(pdf: PdfReader) -> Iterator[object]:
    """Every object of a file, also those that nothing refers to."""
    for generation, table in pdf.xref.items():
        free = pdf.xref_free_entry.get(generation, {})
        yield from (met(IndirectObject(number, generation, pdf)) for number in table if not free.get(number))
    yield from (met(IndirectObject(number, 0, pdf)) for number in pdf.xref_objStm)


def _active(item: object) -> Iterator[str]:
    """Keys in an object, and in what is written directly inside it, that do something or carry a file."""
    if isinstance(item, ArrayObject):
        for entry in list(item):
            yield from _active(entry)
    elif isinstance(item, DictionaryObject):
        yield from (key for key in ACTIVE_KEYS if key in item)
        yield from (action for action in ACTIONS if item.get("/S") == action)
        for entry in item.values():
            yield from _active(entry)
