"""Builds the packet: fill → render → put together → impose → receipt → proof, as a generator that its caller drives.

Decision: everything is made in a room beside the target and takes its place as a whole, proven (wholefolder.py tells how); stopped,
failed or killed at any point, the target is as it was before. The steps are small, so that whoever drives can stop soon after
somebody asks for it; the longest, but for a form that Word prints, is a form of many pages drawn by the built-in renderer.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from forms.casefile import CaseFile
from forms.errors import ProofError, TargetError, UnreadyError
from forms.fill import fill_form
from forms.fonts import FAMILIES, drawable, face
from forms.packet.arranging import arranged
from forms.packet.assemble import Job, Part, assemble, layout_of
from forms.packet.coverpages import draw_check_sheet
from forms.packet.finish import Finish, finish_of
from forms.packet.impose import impose
from forms.packet.parts import Workshop, make_part
from forms.packet.receipt import CHECK_SHEET, IMPOSED, ORIGINAL, PACKET, RECEIPT, WORD, Amounts, ReceiptFacts, write_receipt
from forms.plan import FILLED, MISSING, Planned
from forms.post.writing import POST, write_post
from forms.progress import Progress, repeated
from forms.proof.verify import proving
from forms.render.renderers import Render
from forms.review import Review
from forms.slots import slots_of, with_marks
from forms.templates import template_of
from forms.wholefolder import Room, replacing

PROGRAM = "shinsei-packet"
PHASES = (FILL, RENDER, PAPERS, SETS, PROOF) = ("fill", "render", "papers", "sets", "proof")  # the parts of a build, in order


@dataclass(frozen=True)
class Order:
    """What to build and how: where to, with which renderer, from whose templates; a draft may have errors and gaps.

    `finish`: the packet's switches; None as the call has them.
    """

    target: Path
    render: Render
    templates: Path | None = None
    draft: bool = False
    finish: Finish | None = None


def build_packet(case: CaseFile, review: Review, order: Order) -> Generator[Progress, None, None]:
    """Build the packet of a reviewed case into `order.target`; the caller drives, shows and may stop it.

    Raises UnreadyError while an error stands (but for a draft), RenderError, TemplateError, TargetError.
    """
    if not (review.is_ready or order.draft):
        raise UnreadyError("直すところが残っているため、作成していません。shinsei check でお確かめください。")
    with _staged(order.target) as room:
        (room.new / WORD).mkdir()
        yield from _make(case, review, order, room)
        faults = yield from proving(room.new, PROOF)
        if faults:
            raise ProofError(f"作ったPDFが確かめと合わないため、取りやめました。{faults[0]}")


def _make(case: CaseFile, review: Review, order: Order, room: Room) -> Iterator[Progress]:
    stage = room.new
    for family in FAMILIES:  # one by one; all at once, at the first form, would be a long step
        yield Progress("字体を用意しています。", 0, len(FAMILIES), FILL)
        face(family, False)
    yield from _print_forms(review, order, stage / WORD, room.work)  # in two phases of its own
    terms = review.facts.call.terms.packet
    finish = order.finish or finish_of(terms)
    packet = [planned for planned in review.packet if planned.in_packet]
    parts = yield from _make_parts(packet, Workshop(case, room.work, stage / WORD, finish))
    for steps in (
        assemble(Job(parts, terms.copies, finish, order.draft), stage / PACKET),
        assemble(Job(parts, 0, finish, order.draft), stage / ORIGINAL),
        impose(stage / PACKET, layout_of(parts, terms.copies), stage / IMPOSED, finish.binding),
    ):
        yield from (replace(progress, phase=SETS) for progress in steps)
    around = Progress("封入チェックシートと、郵送に使うものを作っています。", 0, 1, SETS)
    yield around
    facts = replace(receipt_facts(review, packet, draft=order.draft), finish=finish)
    draw_check_sheet(parts, facts, stage / CHECK_SHEET)
    yield around
    write_post(stage / POST, review.facts, parts, layout_of(parts, terms.copies), draft=order.draft)
    yield around
    write_receipt(stage, parts, facts)


def _make_parts(packet: Sequence[Planned], workshop: Workshop) -> Generator[Progress, None, tuple[Part, ...]]:
    """The parts of the documents and the leaves between them, each told when it is begun."""
    parts: list[Part] = []
    for done, planned in enumerate(packet):
        progress = Progress(f"{planned.title}をそろえています。", done, len(packet), PAPERS)
        parts.append((yield from repeated(progress, make_part(workshop, planned))))
    leaves = Progress("書類の順を整えています。", len(packet), len(packet), PAPERS)
    return (yield from repeated(leaves, arranged(parts, workshop.finish, workshop.folder)))


def _print_forms(review: Review, order: Order, word: Path, folder: Path) -> Iterator[Progress]:
    slots = slots_of(review.facts, review.packet)
    if order.draft:
        slots = with_marks(slots, drawable())
    filled = [planned for planned in review.packet if planned.document.template]
    for done, planned in enumerate(filled):
        yield Progress(f"{planned.title}に書き込んでいます。", done, len(filled), FILL)
        template = template_of(review.facts.call, planned.document, order.templates)
        fill_form(template, slots, word / planned.document.template)
    documents = [word / planned.document.template for planned in filled]
    titles = {Path(planned.document.template).stem: planned.title for planned in filled}
    told = Progress("様式を印刷用にしています。", 0, len(filled), RENDER)
    for pdf in order.render(documents, folder):
        if pdf is not None:
            told = Progress(f"{titles.get(pdf.stem, pdf.stem)}を印刷用にしました。", told.done + 1, len(filled), RENDER)
        yield told


def receipt_facts(review: Review, packet: list[Planned], *, draft: bool) -> ReceiptFacts:
    """What the receipt says of the case and the call."""
    facts, terms = review.facts, review.facts.call.terms
    return ReceiptFacts(
        program=PROGRAM,
        version=program_version(),
        call=facts.call.id,
        call_name=terms.name,
        applicant=facts.text(terms.packet.applicant) or "",
        subject="　".join(text for name in terms.packet.subject if (text := facts.text(name))),
        day=facts.day("application.date"),
        deadline=terms.reception.closes,
        deadline_note="当日消印有効" if terms.reception.postmark_counts else "必着",
        address=(f"〒{terms.office.postal_code}", terms.office.address, terms.office.name, terms.office.department, terms.office.addressee),
        mailing=terms.road[-1].text,
        by_hand=tuple(f"{planned.title}：{planned.document.by_hand}" for planned in packet if planned.document.by_hand and planned.state == FILLED),
        amounts=Amounts(
            requested=facts.figure("derived.requested_amount"),
            eligible=facts.figure("derived.eligible_total"),
            expenses=facts.figure("derived.expenses_total"),
        ),
        copies=terms.packet.copies,
        draft=draft,
        missing=tuple(planned.title for planned in packet if planned.state == MISSING),
    )


def program_version() -> str:
    """The version of the installed program."""
    try:
        return version(PROGRAM)
    except PackageNotFoundError:
        return "0"


@contextmanager
def _staged(target: Path) -> Iterator[Room]:
    """Room for a packet that takes the target's place if all goes well."""
    try:
        _refuse_foreign(target)
        with replacing(target) as room:
            yield room
    except OSError as error:
        raise TargetError(f"{target} に書き込めません（{error.strerror or error}）。場所、アクセス権、空きをお確かめください。") from error


def _refuse_foreign(target: Path) -> None:
    """Only a new folder, an empty one, or one that holds an earlier packet may be replaced."""
    if target.is_dir() and any(target.iterdir()) and not (target / RECEIPT).is_file():
        raise TargetError(f"{target} にはほかのファイルがあります。空のフォルダーか、新しい名前を選んでください。")
    if target.exists() and not target.is_dir():
        raise TargetError(f"{target} はフォルダーではありません。新しい名前を選んでください。")
