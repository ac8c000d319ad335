"""The receipt of a packet, receipt.json: what every page, file and figure of it must be.

Decision: page hashes are taken from the parts, before they are put together, so that the proof does not rest on what put
them together. The seal is the SHA-256 of the receipt without it: it tells an accident from an untouched receipt, it is no
signature.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from forms.errors import TargetError
from forms.packet.assemble import Part, layout_of
from forms.packet.finish import Finish
from forms.pdf.pagehash import page_hashes
from forms.positions import Layout

PACKET, ORIGINAL, IMPOSED, WORD = "packet.pdf", "original.pdf", "packet-2in1.pdf", "word"
A4_AREA, GRAMMAGE = 210 * 297, 64  # mm², g/m²
RECEIPT, CHECK_SHEET = "receipt.json", "receipt.pdf"


@dataclass(frozen=True)
class Amounts:
    """Yen; None while a figure cannot be worked out (in a draft)."""

    requested: int | None
    eligible: int | None
    expenses: int | None


@dataclass(frozen=True)
class ReceiptFacts:
    """What the receipt says beside the parts: the call, the case, and the texts of the check sheet.

    `day` is that of the application; `address` are lines as they are to be written on the envelope, postal code first;
    `by_hand` are sentences on what is still to be done by hand; `missing` the headings of papers that are not there.
    """

    program: str
    version: str
    call: str
    call_name: str
    applicant: str
    subject: str
    day: date | None
    deadline: date
    deadline_note: str
    address: tuple[str, ...]
    mailing: str
    by_hand: tuple[str, ...]
    amounts: Amounts
    copies: int
    draft: bool
    missing: tuple[str, ...]
    finish: Finish = Finish()


def write_receipt(folder: Path, parts: Sequence[Part], facts: ReceiptFacts) -> dict[str, Any]:
    """Write receipt.json into a folder that holds all else of the packet, the check sheet too; returns what it says.

    Files in subfolders of `folder` (word/) are written down with their SHA-256. TargetError.
    """
    layout = layout_of(parts, facts.copies)
    receipt = {
        "program": {"name": facts.program, "version": facts.version},
        "call": {"id": facts.call, "name": facts.call_name},
        "date": facts.day.isoformat() if facts.day else None,
        "draft": facts.draft,
        "finish": asdict(facts.finish),
        "sets": layout.sets,
        "pages_per_set": layout.pages_per_set,
        "sheets_per_set": layout.sheets_per_set,
        "sheets": layout.sheets,
        "amounts": asdict(facts.amounts),
        "documents": [_document(part, index, layout) for index, part in enumerate(parts)],
        "files": file_hashes(folder),
        "check_sheet": list(page_hashes(folder / CHECK_SHEET)),
    }
    receipt["seal"] = seal_of(receipt)
    try:
        (folder / RECEIPT).write_text(json.dumps(receipt, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    except OSError as error:
        raise TargetError(
            f"「{folder / RECEIPT}」に書き込めません（{error.strerror}）。空き容量をお確かめください。"
        ) from error
    return receipt


def _document(part: Part, index: int, layout: Layout) -> dict[str, Any]:
    return {
        "document": part.document,
        "number": part.number,
        "title": part.title,
        "leaf": part.leaf,
        "stamp": part.stamp,
        "fresh": part.fresh,
        "pages": part.pages,
        "sheets": layout.sheets_of_part(index),
        "sources": [asdict(source) for source in part.sources],
        "rooms": [{"page": page, **asdict(room)} for page, room in sorted(part.rooms.items())],
        "page_hashes": list(part.hashes),
        "unembedded_fonts": list(part.fonts),
    }


def file_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in the subfolders of a packet's folder, by its path in it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.parent != folder)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def grams_of(sheets: int) -> int:
    """The weight of A4 sheets of common copying paper, to the next gram."""
    return -(-sheets * A4_AREA * GRAMMAGE // 1_000_000)


def seal_of(receipt: Mapping[str, Any]) -> str:
    """SHA-256 of the receipt's canonical JSON, the seal itself left out."""
    unsealed = {key: value for key, value in receipt.items() if key != "seal"}
    text = json.dumps(unsealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
