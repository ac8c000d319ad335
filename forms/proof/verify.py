"""The proof of a built packet: everything in its folder is held against its receipt, anew and with another library.

Decision: verify reads only what is in the folder. Each thing that is not as the receipt has it is one sentence that says
where; an empty list is the proof.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from pikepdf import PasswordError, Pdf, PdfError

from forms.errors import FormsError
from forms.packet.receipt import CHECK_SHEET, IMPOSED, ORIGINAL, PACKET, RECEIPT, file_hashes, seal_of
from forms.pdf.contentstream import DRAFT_WORD
from forms.pdf.pagehash import page_hashes
from forms.positions import A4, STAMP_ORIGIN, STAMP_SIZE
from forms.proof.packetproof import Expected, Plan, packet_faults
from forms.proof.sheetproof import active_faults, imposed_faults

FILES = frozenset((PACKET, ORIGINAL, IMPOSED, RECEIPT, CHECK_SHEET))
MARGIN = 2.0  # points by which text may stand out of the stamp's box
WHOLE = (0.0, 0.0, *A4)
CORNER = (
    STAMP_ORIGIN[0] - MARGIN,
    STAMP_ORIGIN[1] - MARGIN,
    STAMP_ORIGIN[0] + STAMP_SIZE[0] + MARGIN,
    STAMP_ORIGIN[1] + STAMP_SIZE[1] + MARGIN,
)
MISSHAPEN = (KeyError, TypeError, ValueError, AttributeError)
BROKEN = (PdfError, OSError, RuntimeError, KeyError, TypeError, ValueError, AttributeError, IndexError)
UNSEALED = f"{RECEIPT} が、作成された後に書き換えられています（封印が合いません）。"


def verify(folder: Path) -> list[str]:
    """What in a built packet is not as its receipt has it, as Japanese sentences; empty where all is proven.

    Raises FormsError where there is no packet to read.
    """
    receipt = _read_receipt(folder)
    if isinstance(receipt, str):
        return [receipt]
    faults = [] if receipt.get("seal") == seal_of(receipt) else [UNSEALED]
    try:
        plan = _plan(receipt)
        faults += [*_folder_faults(folder, receipt), *_figure_faults(receipt, plan)]
        check_sheet, requested = list(receipt["check_sheet"]), _yen(receipt["amounts"]["requested"])
    except MISSHAPEN:
        return [*faults, f"{RECEIPT} の内容が揃っていません。もう一度作成してください。"]
    proof = _Proof(folder, plan, check_sheet, requested)
    return [*faults, *proof.faults()]


def _yen(value: object) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError(value)
    return value


def _read_receipt(folder: Path) -> dict[str, Any] | str:
    """The receipt, or the sentence that says why it is none."""
    if not folder.is_dir():
        raise FormsError(f"「{folder}」というフォルダーがありません。作成した申請書類一式のフォルダーを指定してください。")
    try:
        found = json.loads((folder / RECEIPT).read_text("utf-8"))
    except FileNotFoundError:
        return f"{RECEIPT} がありません。作成した申請書類一式のフォルダーかどうかお確かめください。"
    except OSError as error:
        raise FormsError(f"「{folder}」の {RECEIPT} を読めません（{error.strerror}）。場所をお確かめください。") from error
    except ValueError:
        return f"{RECEIPT} を読み取れません。書き換えられたか、壊れています。"
    return found if isinstance(found, dict) else f"{RECEIPT} を読み取れません。書き換えられたか、壊れています。"


def _plan(receipt: Mapping[str, Any]) -> Plan:
    documents = tuple(
        Expected(
            number=document["number"],
            title=document["title"],
            stamp=document["stamp"],
            hashes=tuple(document["page_hashes"]),
            fonts=tuple(document["unembedded_fonts"]),
        )
        for document in receipt["documents"]
    )
    return Plan(documents, receipt["sets"], receipt["draft"])


def _folder_faults(folder: Path, receipt: Mapping[str, Any]) -> Iterator[str]:
    """Files that are missing, unexpected or not what they were."""
    present = {path.name for path in folder.iterdir() if path.is_file()}
    yield from (f"{name} がありません。" for name in sorted(FILES - present))
    yield from (f"{name} は、作成されたものではありません。" for name in sorted(present - FILES))
    wanted, found = receipt.get("files", {}), file_hashes(folder)
    yield from (f"{name} がありません。" for name in sorted(wanted.keys() - found.keys()))
    yield from (f"{name} は、作成されたものではありません。" for name in sorted(found.keys() - wanted.keys()))
    for name in sorted(found.keys() & wanted.keys()):
        if found[name] != wanted[name]:
            yield f"{name} が、作成された後に書き換えられています。"


def _figure_faults(receipt: Mapping[str, Any], plan: Plan) -> Iterator[str]:
    """Whether the receipt agrees with itself."""
    layout = plan.layout
    counted = {
        "pages_per_set": layout.pages_per_set,
        "sheets_per_set": layout.sheets_per_set,
        "sheets": layout.sheets,
    }
    for name, count in counted.items():
        if receipt[name] != count:
            yield f"{RECEIPT} の {name} は {count} のはずですが、{receipt[name]} になっています。"
    for part, document in enumerate(receipt["documents"]):
        if (document["pages"], document["sheets"]) != (layout.parts[part], layout.sheets_of_part(part)):
            yield f"{RECEIPT} の「{plan.documents[part].heading}」のページ数か用紙の枚数が合いません。"


@dataclass(frozen=True)
class _Proof:
    """The PDFs of a folder, each held against the plan; a file that cannot be read is said once and not looked at again."""

    folder: Path
    plan: Plan
    check_sheet: list[str]
    requested: int | None

    def faults(self) -> Iterator[str]:
        """What is wrong with each file that is there."""
        checks = {
            PACKET: self._packet, ORIGINAL: self._original, IMPOSED: self._imposed, CHECK_SHEET: self._sheet,
        }  # fmt: skip
        for name, check in checks.items():
            if (self.folder / name).is_file():
                yield from self._guarded(name, check)

    def _guarded(self, name: str, check: Callable[[], Iterator[str]]) -> Iterator[str]:
        try:
            found = list(check()) if _is_sound(self.folder / name) else [f"{name} は壊れていて読めません。"]
        except PasswordError:
            found = [f"{name} はパスワードで保護されています。作成したままのものではありません。"]
        except BROKEN:
            found = [f"{name} は壊れていて読めません。"]
        yield from found

    def _packet(self) -> Iterator[str]:
        with Pdf.open(self.folder / PACKET) as packet:
            yield from packet_faults(PACKET, packet, self.plan, self._pages_of_a_set())
            yield from active_faults(PACKET, packet)

    def _original(self) -> Iterator[str]:
        one_set = self.plan.of_sets(1)
        with Pdf.open(self.folder / ORIGINAL) as original:
            yield from packet_faults(ORIGINAL, original, one_set, self._pages_of_a_set(), PACKET)
            yield from active_faults(ORIGINAL, original)
            pages = len(original.pages)
        if pages == one_set.layout.pages:
            yield from _text_faults(self.folder / ORIGINAL, one_set, self.requested)

    def _imposed(self) -> Iterator[str]:
        with Pdf.open(self.folder / IMPOSED) as imposed:
            yield from imposed_faults(IMPOSED, imposed, self._pages_of_a_set(), self.plan)
            yield from active_faults(IMPOSED, imposed)

    def _pages_of_a_set(self) -> tuple[str, ...]:
        """The hashes of a set's pages as most sets of packet.pdf have them; none where pages are missing, which is said elsewhere."""
        try:
            found = page_hashes(self.folder / PACKET)
        except (PasswordError, *BROKEN):
            return ()
        size = self.plan.layout.pages_per_set
        if len(found) != self.plan.layout.pages:
            return ()
        return tuple(Counter(found[page::size]).most_common(1)[0][0] for page in range(size))

    def _sheet(self) -> Iterator[str]:
        if list(page_hashes(self.folder / CHECK_SHEET)) != self.check_sheet:
            yield f"{CHECK_SHEET} が、作成された後に書き換えられています。"


def _is_sound(path: Path) -> bool:
    with Pdf.open(path) as pdf:
        return len(pdf.pages) > 0 and not pdf.get_warnings()


def _text_faults(path: Path, plan: Plan, requested: int | None) -> Iterator[str]:
    """What must be readable on the paper: 資料 numbers, 下書き, and in the forms the amount that is asked for."""
    forms = ""
    with pypdfium2.PdfDocument(path) as pdf:
        for origin in plan.layout.origins():
            document = plan.documents[origin.part]
            number = plan.layout.place(origin).packet_page
            if document.stamp and origin.page == 0 and document.stamp not in _text(pdf, number, CORNER):
                yield f"{plan.name(origin)}の右上に「{document.stamp}」がありません。"
            if plan.draft and DRAFT_WORD not in _text(pdf, number, WHOLE):
                yield f"{plan.name(origin)}に「{DRAFT_WORD}」の印がありません。"
            if document.number is None:
                forms += _text(pdf, number, WHOLE) + "\n"
    if requested is not None and str(requested) not in re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", forms)):
        yield f"{RECEIPT} の間接補助金申請額 {requested:,} 円が、様式に見当たりません。金額が変えられています。"


def _text(pdf: pypdfium2.PdfDocument, number: int, area: tuple[float, float, float, float]) -> str:
    """The text in an area (left, bottom, right, top) of a page."""
    page = pdf[number]
    text = page.get_textpage()
    found = str(text.get_text_bounded(*area))
    text.close()
    page.close()
    return found
