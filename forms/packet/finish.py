"""How a packet is finished: numbers, marks, pages put between the documents, where documents begin, how the paper is turned.

Decision: one frozen value goes from the call's [packet] table, or from whoever builds and wants it otherwise, through the whole
build into the receipt; the proof reads it there. As it stands without a word, every set is the documents and nothing else.
"""

from dataclasses import dataclass, fields

from forms.catalog.terms import Packet
from forms.positions import Binding, Corner, Fresh, StampSize

BINDING_NAMES: dict[Binding, str] = {"short_edge": "短辺とじ", "long_edge": "長辺とじ"}  # as printers call them


@dataclass(frozen=True)
class Finish:
    """The switches of a packet.

    `stamp` is the 資料 number's text with `{number}` in it, "" for none; it stands in `stamp_corner` of the first page of each
    資料. `page_numbers` run through a set. `set_marks` write 正本 or 副本1 on every page: off, the copies are copies. `contents`,
    `separators` (before each 資料) and `slip` (keep the original unstapled) are pages of their own. `fresh`: where a 資料 begins
    when printed 2-in-1. `binding`: over which edge the printer turns the paper.
    """

    stamp: str = "資料{number}"
    stamp_corner: Corner = "top_right"
    stamp_size: StampSize = "normal"
    page_numbers: bool = False
    set_marks: bool = False
    separators: bool = False
    contents: bool = False
    slip: bool = False
    fresh: Fresh = "page"
    binding: Binding = "short_edge"


def finish_of(packet: Packet) -> Finish:
    """What the call asks for: its [packet] table has a key for every switch."""
    return Finish(**{switch.name: getattr(packet, switch.name) for switch in fields(Finish)})
