"""The packet two pages to a side: packet-2in1.pdf, A4 landscape, both sides, to be turned over the short edge.

Decision: read back from packet.pdf, so that what was stamped is what is imposed; each page that the sets share is one Form
XObject, clipped to its box, and each side that the sets share one drawing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import IndirectObject, NameObject

from forms.packet.pdfwriting import PacketWriter
from forms.pdf.contentstream import HALVES, side_content
from forms.positions import A4, Layout
from forms.progress import Progress

PREFERENCES = {"/Duplex": NameObject("/DuplexFlipShortEdge"), "/PrintScaling": NameObject("/None")}
SIDES = (0, 1)


@dataclass(frozen=True)
class _Imposer:
    """Forms and sides made so far: pages of equal drawing and resources are one form."""

    writer: PacketWriter
    packet: PdfReader
    forms: dict[tuple[int, int], IndirectObject] = field(default_factory=dict)
    sides: dict[tuple[int, ...], tuple[IndirectObject, IndirectObject]] = field(default_factory=dict)

    def form(self, number: int) -> IndirectObject:
        """The page of packet.pdf with this number as a form."""
        page = self.packet.pages[number]
        key = (page.raw_get("/Contents").idnum, page.raw_get("/Resources").idnum)
        if key not in self.forms:
            self.forms[key] = self.writer.form(page)
        return self.forms[key]

    def side(self, numbers: list[int | None]) -> None:
        """Append a side that shows these pages of packet.pdf, left and right; None is blank."""
        forms = [None if number is None else self.form(number) for number in numbers]
        filled = [half for half, form in enumerate(forms) if form is not None]
        if not filled:
            self.writer.page(None, None)
            return
        key = tuple(0 if form is None else form.idnum for form in forms)
        if key not in self.sides:
            shown = {HALVES[half]: form for half, form in enumerate(forms) if form is not None}
            self.sides[key] = self.writer.stream(side_content(filled)), self.writer.resources(shown)
        self.writer.page(*self.sides[key])


def impose(packet: Path, layout: Layout, target: Path) -> Iterator[Progress]:
    """Write `packet` (a packet.pdf of this layout) two to a side to `target`; RenderError, TargetError.

    Yields once a set and before writing; no file is there until the last step.
    """
    writer = PacketWriter((A4[1], A4[0]), PREFERENCES)
    imposer = _Imposer(writer, writer.read(packet))
    for sheet in range(layout.sheets):
        if sheet % layout.sheets_per_set == 0:
            yield Progress(f"{target.name} の面付けをしています。", sheet // layout.sheets_per_set, layout.sets + 1)
        for side in SIDES:
            imposer.side([_packet_page(layout, sheet, side, half) for half in range(len(HALVES))])
    yield Progress(f"{target.name} を書き出しています。", layout.sets, layout.sets + 1)
    writer.save(target, "申請書類一式（2-in-1・両面・短辺とじ）")


def _packet_page(layout: Layout, sheet: int, side: int, half: int) -> int | None:
    origin = layout.at(sheet, side, half)
    return None if origin is None else layout.place(origin).packet_page
