"""A built packet as its folder tells: how many pages and sheets, and which document lies on which sheet.

Decision: read from the receipt alone, with the one position function; nothing is counted in a PDF.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forms.errors import TargetError
from forms.packet.finish import Finish
from forms.packet.receipt import RECEIPT, grams_of
from forms.positions import HALVES_PER_SHEET, HALVES_PER_SIDE, Layout
from forms.wholefolder import recover


@dataclass(frozen=True)
class BuiltDocument:
    """One document of a set: `label` is 資料6 or 様式, in packet order."""

    document: str
    label: str
    title: str
    pages: int


@dataclass(frozen=True)
class Built:
    """A packet in a folder."""

    folder: Path
    documents: tuple[BuiltDocument, ...]
    layout: Layout
    draft: bool
    finish: Finish

    @property
    def grams(self) -> int:
        """The weight of all sheets at 64 g/m², to the next gram."""
        return grams_of(self.layout.sheets)

    def labels_on(self, sheet: int) -> tuple[str, ...]:
        """What lies on a sheet of the original (from 0): the labels of its documents, each once."""
        places = ((side, half) for side in range(HALVES_PER_SHEET // HALVES_PER_SIDE) for half in range(HALVES_PER_SIDE))
        origins = (self.layout.at(sheet, side, half) for side, half in places)
        return tuple(dict.fromkeys(self.documents[origin.part].label for origin in origins if origin))

    def is_blank(self, sheet: int, side: int, half: int) -> bool:
        """Whether that half of a side stays blank."""
        return self.layout.at(sheet, side, half) is None


def read_built(folder: Path) -> Built:
    """The packet in a folder. Raises TargetError where there is none that can be read."""
    recover(folder)
    try:
        receipt = json.loads((folder / RECEIPT).read_text(encoding="utf-8"))
        documents = tuple(_document(row) for row in receipt["documents"])
        fresh = tuple(row["fresh"] for row in receipt["documents"])
        layout = Layout(tuple(row.pages for row in documents), int(receipt["sets"]), fresh)
        return Built(folder, documents, layout, bool(receipt["draft"]), Finish(**receipt["finish"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TargetError(f"{folder} に、作成した申請書類一式がありません。もう一度作成してください。") from error


def _document(row: dict[str, Any]) -> BuiltDocument:
    number, title = row["number"], str(row["title"])
    short = title.partition(" ")[0].partition("（")[0]
    label = f"資料{number}" if number else short if row["leaf"] else short.rpartition("の")[2]
    return BuiltDocument(str(row["document"]), label, title, int(row["pages"]))
