"""The packet two pages to a side: packet-2in1.pdf, A4 landscape, both sides, to be turned over the short edge.

For printers that can only turn paper over its long edge, the backs stand on their heads. Decision: read back from packet.pdf, so
that what was stamped is what is imposed; each page that the sets share is one Form XObject, clipped to its box, and each side
that the sets share one drawing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pikepdf import Name, Object, Page

from forms.packet.pdfwriting import PacketWriter
from forms.pdf.contentstream import HALVES, side_content
from forms.positions import A4, Binding, Layout
from forms.progress import Progress

DUPLEX: dict[Binding, str] = {"short_edge": "/DuplexFlipShortEdge", "long_edge": "/DuplexFlipLongEdge"}
TITLES: dict[Binding, str] = {
    "short_edge": "申請書類一式（2-in-1・両面・短辺とじ）",
    "long_edge": "申請書類一式（2-in-1・両面・長辺とじ、裏面は上下逆）",
}
SIDES = (0, 1)
AT_ONCE = 10  # sheets imposed between two looks at whether to go on
Key = tuple[tuple[int, int], ...]  # object numbers of what is shown


@dataclass(frozen=True)
class _Imposer:
    """Forms and sides made so far: pages of equal drawing and resources are one form."""

    writer: PacketWriter
    packet: Sequence[Page]
    binding: Binding
    forms: dict[Key, Object] = field(default_factory=dict)
    sides: dict[tuple[int, Key], tuple[Object, Object]] = field(default_factory=dict)

    def form(self, number: int) -> Object:
        """The page of packet.pdf with this number as a form."""
        page = self.packet[number]
        key = (page.obj.Contents.objgen, page.obj.Resources.objgen)
        if key not in self.forms:
            self.forms[key] = self.writer.form(page)
        return self.forms[key]

    def side(self, side: int, numbers: list[int | None]) -> None:
        """Append a side that shows these pages of packet.pdf, left and right; None is blank."""
        shown = {half: self.form(number) for half, number in enumerate(numbers) if number is not None}
        if not shown:
            self.writer.page(None, None)
            return
        key = (side, tuple((half, form.objgen[0]) for half, form in shown.items()))
        if key not in self.sides:
            resources = self.writer.resources({HALVES[half]: form for half, form in shown.items()})
            self.sides[key] = self.writer.stream(side_content(shown, side, self.binding)), resources
        self.writer.page(*self.sides[key])


def impose(packet: Path, layout: Layout, target: Path, binding: Binding = "short_edge") -> Iterator[Progress]:
    """Write `packet` (a packet.pdf of this layout) two to a side to `target`; RenderError, TargetError.

    Yields every few sheets and while writing; the caller may stop at any step, and then no file is there.
    """
    with PacketWriter((A4[1], A4[0]), {"/Duplex": Name(DUPLEX[binding]), "/PrintScaling": Name("/None")}) as writer:
        imposer = _Imposer(writer, writer.read(packet), binding)
        for sheet in range(layout.sheets):
            if sheet % layout.sheets_per_set % AT_ONCE == 0:
                yield Progress(f"{target.name} の面付けをしています。", sheet // layout.sheets_per_set, layout.sets + 1)
            for side in SIDES:
                imposer.side(side, [_packet_page(layout, sheet, side, half) for half in range(len(HALVES))])
        writing = Progress(f"{target.name} を書き出しています。", layout.sets, layout.sets + 1)
        yield writing
        for _ in writer.save(target, TITLES[binding]):
            yield writing


def _packet_page(layout: Layout, sheet: int, side: int, half: int) -> int | None:
    origin = layout.at(sheet, side, half)
    return None if origin is None else layout.place(origin).packet_page
