"""What must be readable on paper, read by PDFium: 資料 numbers, running numbers, the sets' names, 下書き, the amount asked for.

Decision: the other proofs know pages by hashes and would not see a wrong number that is wrong everywhere; this one reads.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from forms.packet.leaves import SLIP_BOX
from forms.packet.receipt import ORIGINAL, PACKET, RECEIPT
from forms.pdf.contentstream import DRAFT_WORD
from forms.positions import A4, Box, Origin, mark_box, number_box, set_name, stamp_box
from forms.proof.packetproof import Plan, Steps

CORNERS = {"top_right": "右上", "top_left": "左上", "bottom_right": "右下", "bottom_left": "左下"}
MARGIN = 2.0  # points by which text may stand out of its box
WHOLE = (0.0, 0.0, *A4)
SLIP_NAME = (SLIP_BOX[0], SLIP_BOX[1], SLIP_BOX[0] + SLIP_BOX[2], SLIP_BOX[1] + SLIP_BOX[3])


def original_text_faults(folder: Path, plan: Plan, requested: int | None) -> Steps:
    """What cannot be read in original.pdf; `requested`: yen that one of the forms must name."""
    forms = ""
    one_set = plan.of_sets(1)
    with pypdfium2.PdfDocument(folder / ORIGINAL) as pdf:
        for origin in one_set.layout.origins():
            document = plan.documents[origin.part]
            number = one_set.layout.place(origin).packet_page
            for where, wanted, box in _wanted(plan, origin, number):
                if wanted not in _text(pdf, number, box):
                    yield f"{plan.name(origin)}{where}「{wanted}」がありません。"
            if document.number is None:
                forms += _text(pdf, number, WHOLE) + "\n"
            yield None
    if requested is not None and str(requested) not in re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", forms)):
        yield f"{RECEIPT} の間接補助金申請額 {requested:,} 円が、様式に見当たりません。金額が変えられています。"


def _wanted(plan: Plan, origin: Origin, number: int) -> Iterator[tuple[str, str, Box]]:
    """What must stand on a page: where in words, the text, and the box that it stands in."""
    finish, stamp = plan.finish, plan.documents[origin.part].stamp
    if stamp and origin.page == 0:
        yield f"の{CORNERS[finish.stamp_corner]}に", stamp, stamp_box(finish.stamp_corner, finish.stamp_size)
    if finish.page_numbers:
        yield "の下に", str(number + 1), number_box()
    if plan.draft:
        yield "に", DRAFT_WORD, WHOLE


def mark_faults(folder: Path, plan: Plan) -> Steps:
    """Sets of packet.pdf that do not say which set they are, where they are to say it."""
    layout = plan.layout
    with pypdfium2.PdfDocument(folder / PACKET) as pdf:
        for number in range(layout.sets):
            told: set[bool] = set()
            for origin in layout.origins_of(number):
                slip = plan.is_slip(origin)
                if plan.is_marked(origin) and slip not in told:
                    told.add(slip)
                    text = _text(pdf, layout.place(origin).packet_page, SLIP_NAME if slip else mark_box(plan.finish.stamp_corner))
                    yield None if text.strip() == set_name(number) else f"{plan.name(origin)}に「{set_name(number)}」の印がありません。"


def _text(pdf: pypdfium2.PdfDocument, number: int, box: Box) -> str:
    """The text in a box of a page, and a little around it."""
    page = pdf[number]
    text = page.get_textpage()
    found = str(text.get_text_bounded(box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN))
    text.close()
    page.close()
    return found
