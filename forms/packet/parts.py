"""The finished PDFs of a packet, one a document: printed forms, papers put together, and a visible page where one is missing.

Decision: papers were made printable when they were attached; here they are only put behind one another.
"""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf

from forms.casefile import CaseFile
from forms.packet.assemble import Part, Source
from forms.packet.coverpages import draw_missing_page
from forms.packet.pdfwriting import saved, write_whole
from forms.packet.stamproom import make_room
from forms.plan import MISSING, Planned


@dataclass(frozen=True)
class Workshop:
    """Where parts are made: the case, a folder to work in that holds the printed forms, the filled Word forms, the stamp's text."""

    case: CaseFile
    folder: Path
    word: Path
    stamp: str
    program: str


def make_part(workshop: Workshop, planned: Planned) -> Part:
    """The part of one document."""
    document = planned.document
    pdf, sources = _made(workshop, planned)
    with pikepdf.open(pdf) as opened:
        pages = len(opened.pages)
    stamp = workshop.stamp.format(number=document.number) if document.number else ""
    if stamp:
        make_room(pdf)
    return Part(document.id, document.number, planned.title, pdf, pages, stamp, sources)


def _made(workshop: Workshop, planned: Planned) -> tuple[Path, tuple[Source, ...]]:
    document = planned.document
    if document.template:
        form = workshop.word / document.template
        source = Source(document.template, sha256(form.read_bytes()).hexdigest())
        return workshop.folder / form.with_suffix(".pdf").name, (source,)
    target = workshop.folder / f"{document.id}.papers.pdf"
    if planned.state == MISSING:
        draw_missing_page(f"資料{document.number} {planned.title}", target, program=workshop.program)
        return target, ()
    _join(workshop.case, planned, target)
    return target, tuple(Source(paper.name, paper.sha256) for paper in planned.papers)


def _join(case: CaseFile, planned: Planned, target: Path) -> None:
    first, *others = planned.papers
    data = case.pdf(first)
    if others:
        with pikepdf.open(BytesIO(data)) as joined:
            for paper in others:
                with pikepdf.open(BytesIO(case.pdf(paper))) as opened:
                    joined.pages.extend(opened.pages)
            data = saved(joined)
    write_whole(target, data)
