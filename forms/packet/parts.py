"""The finished parts of a packet: printed forms, papers, and a visible page where one is missing.

Decision: papers were made printable when they were attached; here they are only laid out on disk, one behind another, and every
page is hashed before anything is put together.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pypdf.errors import PyPdfError

from forms.casefile import CaseFile
from forms.errors import RenderError
from forms.packet.assemble import Part, Source
from forms.packet.coverpages import draw_missing_page
from forms.packet.finish import Finish
from forms.packet.stamproom import rooms_needed
from forms.pdf.pagehash import read_in_turn
from forms.plan import FILLED, MISSING, Planned
from forms.positions import Box, Room, mark_box, number_box, stamp_box

Steps = Generator[None, None, Part]


@dataclass(frozen=True)
class Workshop:
    """Where parts are made: the case, a folder to work in that holds the printed forms, the filled Word forms, the switches."""

    case: CaseFile
    folder: Path
    word: Path
    finish: Finish


def make_part(workshop: Workshop, planned: Planned) -> Steps:
    """The part of one document; whoever drives may stop at any step. RenderError, OSError where the disk refuses."""
    document = planned.document
    pdfs, sources = yield from _made(workshop, planned)
    stamp = workshop.finish.stamp.replace("{number}", str(document.number)) if document.number is not None else ""
    part = yield from measured(Part(document.id, document.number, planned.title, pdfs, (), (), stamp, sources))
    return (yield from _with_rooms(part, workshop.finish))


def _made(workshop: Workshop, planned: Planned) -> Generator[None, None, tuple[tuple[Path, ...], tuple[Source, ...]]]:
    document = planned.document
    if planned.state == FILLED:
        form = workshop.word / document.template
        source = Source(document.template, sha256(form.read_bytes()).hexdigest())
        return (workshop.folder / form.with_suffix(".pdf").name,), (source,)
    if planned.state == MISSING:
        target = workshop.folder / f"{document.id}.missing.pdf"
        draw_missing_page(f"資料{document.number} {planned.title}", target)
        return (target,), ()
    pdfs = []
    for paper in planned.papers:
        pdfs.append(workshop.folder / f"{document.id}.{paper.place}.paper.pdf")
        with pdfs[-1].open("wb") as file:
            for piece in workshop.case.pdf_pieces(paper):
                file.write(piece)
                yield
    return tuple(pdfs), tuple(Source(paper.name, paper.sha256) for paper in planned.papers)


def measured(part: Part) -> Steps:
    """The part with the hashes of its pages and the fonts that they do not bring along."""
    hashes: list[str] = []
    fonts: set[str] = set()
    for pdf in part.pdfs:
        try:
            for found, missing in read_in_turn(pdf):
                hashes.append(found)
                fonts |= missing
                yield
        except PyPdfError as error:
            raise RenderError(f"{part.heading}の PDF「{pdf.name}」を読めません。元の書類から作り直して入れ直してください。") from error
    return replace(part, hashes=tuple(hashes), fonts=tuple(sorted(fonts)))


def _with_rooms(part: Part, finish: Finish) -> Steps:
    """The part with room on every page where something that is drawn over it would cover something."""
    rooms: dict[int, Room] = {}
    for page, room in enumerate(rooms_needed(part.pdfs, lambda page: _drawn_on(part, page, finish))):
        if room != Room():
            rooms[page] = room
        yield
    return replace(part, rooms=rooms)


def _drawn_on(part: Part, page: int, finish: Finish) -> tuple[Box, ...]:
    return (
        *([stamp_box(finish.stamp_corner, finish.stamp_size)] if part.stamp and page == 0 else []),
        *([number_box()] if finish.page_numbers else []),
        *([mark_box(finish.stamp_corner)] if finish.set_marks else []),
    )
