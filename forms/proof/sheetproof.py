"""Reads packet-2in1.pdf anew and says what does not lie where it should, and what in any file is more than pages to look at.

Decision: the halves are held against original.pdf, one set of pages that packet.pdf is proven by too, and the position
function says where each belongs. Read with pikepdf; pypdf wrote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pikepdf import Array, Dictionary, Object, Pdf, Stream

from forms.pdf.contentstream import HALVES, side_content
from forms.pdf.pagehash import PageHasher
from forms.positions import A4, Origin, set_name
from forms.proof.packetproof import Plan, drawn_as_expected, xobject

PAGE_KEYS = frozenset(("/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"))
ROOT_KEYS = frozenset(("/Type", "/Pages", "/ViewerPreferences", "/Outlines", "/PageMode"))
ACTIVE_KEYS = ("/JS", "/AA", "/OpenAction", "/EF", "/AcroForm", "/Annots", "/EmbeddedFiles")
ACTIONS = ("/JavaScript", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/GoToE", "/ImportData")
SIDE_NAMES = ("表", "裏")
HALF_NAMES = ("左", "右")


def imposed_faults(file: str, pdf: Pdf, pages: Sequence[str], plan: Plan) -> Iterator[str]:
    """What lies wrong on the sheets of packet-2in1.pdf, held against the hashes of a set's pages (where there are any)."""
    layout = plan.layout
    if len(pdf.pages) != layout.sheets * 2:
        yield f"{file} は用紙{layout.sheets}枚（{layout.sheets * 2}面）のはずですが、{len(pdf.pages)}面あります。"
        return
    if pdf.Root.get("/ViewerPreferences", Dictionary()).get("/Duplex") != "/DuplexFlipShortEdge":
        yield f"{file} の両面印刷の設定が、短辺とじではありません。"
    hasher = PageHasher()
    for number, page in enumerate(pdf.pages):
        sheet, side = divmod(number, 2)
        yield from _side_faults(_Side(file, plan, sheet, side), page.obj, pages, hasher)


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


def _side_faults(side: _Side, page: Object, pages: Sequence[str], hasher: PageHasher) -> Iterator[str]:
    origins = [side.origin(half) for half in range(len(HALVES))]
    filled = [half for half, origin in enumerate(origins) if origin is not None]
    if not drawn_as_expected(page, (A4[1], A4[0]), side_content(filled)):
        yield f"{side.where}は、2ページの置き方が変えられています。"
    for half, origin in enumerate(origins):
        shown = xobject(page, HALVES[half])
        if origin is None or not pages:
            continue
        wanted = pages[side.plan.layout.place(replace(origin, set_number=0)).packet_page]
        if hasher.form(shown) != wanted:
            yield f"{side.where}の{HALF_NAMES[half]}は{side.plan.name(origin)}のはずですが、違うものです。"


def active_faults(file: str, pdf: Pdf) -> Iterator[str]:
    """Whatever is more than pages to look at: scripts, annotations, embedded files, links, foreign metadata."""
    extra = {key for key in pdf.Root.keys() if key not in ROOT_KEYS}  # noqa: SIM118
    extra |= {key for page in pdf.pages for key in page.obj.keys() if key not in PAGE_KEYS}  # noqa: SIM118
    extra |= {key for item in pdf.objects for key in _active(item)}
    if extra:
        yield f"{file} に、ページのほかのものが含まれています（{'・'.join(sorted(extra))}）。"


def _active(item: object) -> Iterator[str]:
    """Keys in an object, and in what is written directly inside it, that do something or carry a file."""
    if isinstance(item, Array):
        for entry in item:
            if isinstance(entry, Dictionary | Array) and entry.objgen == (0, 0):
                yield from _active(entry)
    elif isinstance(item, Dictionary | Stream):
        yield from (key for key in ACTIVE_KEYS if key in item)
        yield from (action for action in ACTIONS if item.get("/S") == action)
        for _, entry in item.items():
            if isinstance(entry, Dictionary | Array) and entry.objgen == (0, 0):
                yield from _active(entry)
