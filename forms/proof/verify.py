"""The proof of a built packet: everything in its folder is held against its receipt, anew and with another library.

Decision: only what is in the folder is read. Each thing that is not as the receipt has it is one sentence that says where; an empty
list is the proof. It is a generator like the build that ends with it: the caller drives, shows and may stop it.
"""

import json
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import Any

from pypdf.errors import PyPdfError

from forms.errors import FormsError
from forms.packet.finish import Finish
from forms.packet.receipt import CHECK_SHEET, IMPOSED, ORIGINAL, PACKET, RECEIPT, file_hashes, seal_of
from forms.pdf.pagehash import page_hashes
from forms.pdf.reading import pages_of, reading
from forms.positions import Room
from forms.progress import Progress, outcome
from forms.proof.packetproof import Expected, Opened, Pages, Plan, Steps, packet_faults
from forms.proof.sheetproof import active_faults, imposed_faults
from forms.proof.textproof import mark_faults, original_text_faults
from forms.wholefolder import recover

FILES = frozenset((PACKET, ORIGINAL, IMPOSED, RECEIPT, CHECK_SHEET))
MISSHAPEN = (KeyError, TypeError, ValueError, AttributeError)
BROKEN = (PyPdfError, OSError, RuntimeError, KeyError, TypeError, ValueError, AttributeError, IndexError)
UNSEALED = f"{RECEIPT} が、作成された後に書き換えられています（封印が合いません）。"


def verify(folder: Path) -> list[str]:
    """What in a built packet is not as its receipt has it, as Japanese sentences; empty where all is proven.

    Raises FormsError where there is no packet to read.
    """
    return outcome(proving(folder))


def proving(folder: Path, phase: str = "") -> Generator[Progress, None, list[str]]:
    """The same in small steps, each told as part of a `phase`; returns the sentences."""
    recover(folder)
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
    faults += yield from _Proof(folder, plan, check_sheet, requested, phase).faults()
    return faults


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
            leaf=document["leaf"],
            fresh=document["fresh"],
            rooms={room["page"]: Room(room["head"], room["foot"]) for room in document["rooms"]},
        )
        for document in receipt["documents"]
    )
    return Plan(documents, receipt["sets"], receipt["draft"], Finish(**receipt["finish"]))


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


class _Proof:
    """The PDFs of a folder, each held against the plan; a file that cannot be read is said once and not looked at again."""

    def __init__(self, folder: Path, plan: Plan, check_sheet: list[str], requested: int | None, phase: str) -> None:
        self._folder, self._plan, self._check_sheet, self._requested, self._phase = folder, plan, check_sheet, requested, phase
        self._pages = Pages()  # of a set, as packet.pdf has them

    def faults(self) -> Generator[Progress, None, list[str]]:
        """What is wrong with each file that is there."""
        checks = {
            PACKET: self._packet, ORIGINAL: self._original, IMPOSED: self._imposed, CHECK_SHEET: self._sheet,
        }  # fmt: skip
        found: list[str] = []
        for done, (name, check) in enumerate(checks.items()):
            if (self._folder / name).is_file():
                for fault in self._guarded(name, check):
                    yield Progress(f"{name} を読み返して確かめています。", done, len(checks), self._phase)
                    found += [fault] if fault else []
        return found

    def _guarded(self, name: str, check: Callable[[Opened], Steps]) -> Steps:
        try:
            with reading(self._folder / name, strict=True) as pdf:
                if pdf.is_encrypted:
                    yield f"{name} はパスワードで保護されています。作成したままのものではありません。"
                    return
                pages = []
                for page in pages_of(pdf):
                    pages.append(page)
                    yield None
                yield from check(Opened(name, pdf, pages)) if pages else [f"{name} は壊れていて読めません。"]
        except BROKEN:
            yield f"{name} は壊れていて読めません。"

    def _packet(self, opened: Opened) -> Steps:
        self._pages = yield from packet_faults(opened, self._plan)
        yield from active_faults(opened)
        if self._pages.hashes:
            yield from mark_faults(self._folder, self._plan)

    def _original(self, opened: Opened) -> Steps:
        one_set = self._plan.of_sets(1)
        yield from packet_faults(opened, one_set, self._pages, PACKET)
        yield from active_faults(opened)
        if len(opened.pages) == one_set.layout.pages:
            yield from original_text_faults(self._folder, self._plan, self._requested)

    def _imposed(self, opened: Opened) -> Steps:
        yield from imposed_faults(opened, self._pages, self._plan)
        yield from active_faults(opened)

    def _sheet(self, _: Opened) -> Steps:
        if list(page_hashes(self._folder / CHECK_SHEET)) != self._check_sheet:
            yield f"{CHECK_SHEET} が、作成された後に書き換えられています。"
