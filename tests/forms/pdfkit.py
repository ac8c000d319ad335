"""Makes PDFs and pictures for the tests, reads pages back with pypdfium2, and builds small packets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from pikepdf import Array, Dictionary, Encryption, Name, Page, Pdf, Stream
from PIL import Image, ImageChops, ImageStat

from forms.packet.arranging import arranged
from forms.packet.assemble import Job, Part, Source, assemble, layout_of
from forms.packet.coverpages import draw_check_sheet
from forms.packet.drawing import Sheet, save_canvas
from forms.packet.finish import Finish
from forms.packet.impose import impose
from forms.packet.parts import measured
from forms.packet.receipt import CHECK_SHEET, Amounts, ReceiptFacts, write_receipt
from forms.positions import A4
from forms.progress import outcome

CORNERS = ((1, 0, 0), (0, 0.6, 0), (0, 0, 1))  # colours of the squares at the left foot, right foot, left head of a box
REQUESTED = 665_000
PLAIN = Finish()

FACTS = ReceiptFacts(
    program="shinsei-packet",
    version="1.2.3",
    call="hyogo-r5-2",
    call_name="令和5年度 兵庫県中小企業等外国出願支援事業（二次公募）",
    applicant="株式会社みなと精機",
    subject="特願2023-012345",
    day=date(2023, 8, 25),
    deadline=date(2023, 9, 1),
    deadline_note="当日消印有効",
    address=("〒650-0046", "神戸市中央区港島中町6丁目1番地", "新産業創造研究機構"),
    mailing="簡易書留で送ることをお勧めします。",
    by_hand=("協力承諾書に署名をもらいます。",),
    amounts=Amounts(REQUESTED, 1_330_000, 1_463_000),
    copies=5,
    draft=False,
    missing=(),
)


def marked(box: Sequence[float]) -> bytes:
    """A drawing with a coloured square in three corners of a box, and a cross through it."""
    left, bottom, right, top = box
    size = min(right - left, top - bottom) / 5
    places = ((left, bottom), (right - size, bottom), (left, top - size))
    squares = [
        f"{r} {g} {b} rg {x} {y} {size} {size} re f" for (r, g, b), (x, y) in zip(CORNERS, places, strict=True)
    ]
    return " ".join([*squares, f"{size / 10} w {left} {bottom} m {right} {top} l S"]).encode()


def page_pdf(content: bytes, entries: Mapping[str, Any], pages: int = 1, root: Mapping[str, Any] | None = None) -> bytes:
    """A PDF of equal pages with this drawing and these entries in the page dictionary; Contents may be overridden."""
    pdf = Pdf.new()
    for _ in range(pages):
        page = {"/Type": Name.Page, "/Resources": Dictionary(), "/Contents": Stream(pdf, content), **entries}
        pdf.pages.append(Page(pdf.make_indirect(Dictionary(page))))
    for key, value in (root or {}).items():
        pdf.Root[key] = value
    return saved(pdf)


def box_pdf(box: Sequence[float] = (0, 0, *A4), **entries: object) -> bytes:
    """A one-page PDF with corner marks in its box."""
    named = {f"/{key}": value for key, value in entries.items()}
    return page_pdf(marked(box), {"/MediaBox": Array(list(box)), **named})


def saved(pdf: Pdf, encryption: Encryption | None = None) -> bytes:
    """A document as bytes."""
    out = BytesIO()
    pdf.save(out, encryption=encryption)
    return out.getvalue()


def picture(size: tuple[int, int] = (600, 800), mode: str = "RGB") -> Image.Image:
    """A picture with the corner marks of `marked`."""
    image = Image.new("RGB", size, "white")
    side = min(size) // 5
    width, height = size
    for (r, g, b), at in zip(CORNERS, ((0, height - side), (width - side, height - side), (0, 0)), strict=True):
        colour = (round(r * 255), round(g * 255), round(b * 255))
        image.paste(colour, (*at, at[0] + side, at[1] + side))
    return image.convert(mode)


def picture_file(image: Image.Image, kind: str, **options: object) -> bytes:
    """A picture as a file of this kind."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def rendered(pdf: bytes | Path, page: int = 0, scale: float = 0.5) -> Image.Image:
    """A page as PDFium draws it, `scale` pixels a point."""
    with pypdfium2.PdfDocument(pdf) as opened:
        shown: Image.Image = opened[page].render(scale=scale).to_pil().convert("RGB")
        return shown


def text_of(pdf: bytes | Path, page: int = 0) -> str:
    """The text that PDFium reads on a page."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return str(opened[page].get_textpage().get_text_range())


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255, the second made as large as the first."""
    delta = ImageChops.difference(one, other.resize(one.size))
    return sum(ImageStat.Stat(delta).mean) / len(delta.getbands())


def on_a4(shown: Image.Image, size: tuple[float, float], scale: float = 0.5) -> Image.Image:
    """A picture laid in the middle of a white A4 page, `size` points wide and high."""
    sheet = Image.new("RGB", (round(A4[0] * scale), round(A4[1] * scale)), "white")
    small = shown.resize((round(size[0] * scale), round(size[1] * scale)))
    sheet.paste(small, ((sheet.width - small.width) // 2, (sheet.height - small.height) // 2))
    return sheet


@dataclass(frozen=True)
class Built:
    """A packet in a folder, and what it was made from."""

    folder: Path
    parts: tuple[Part, ...]


def make_part(folder: Path, index: int, pages: int) -> Part:
    """A part whose pages say its number and theirs; the first two parts are forms, and say the amount asked for."""
    target = folder / f"part{index}.pdf"
    number = index - 1 if index > 1 else None
    with save_canvas(target, "part") as canvas:
        sheet = Sheet(canvas, 50, 500, 800, 50)
        for page in range(pages):
            sheet.text(60, 400, f"part {index} page {page}", 30)
            sheet.text(60, 300, f"申請額 {REQUESTED:,} 円" if number is None else "添付", 14)
            if page + 1 < pages:
                canvas.showPage()
    sources = (Source(f"file{index}.pdf", sha256(target.read_bytes()).hexdigest()),)
    stamp = f"資料{number}" if number else ""
    return outcome(measured(Part(f"document_{index}", number, f"書類{index}", (target,), (), (), stamp, sources)))


def make_parts(folder: Path, pages: Sequence[int]) -> tuple[Part, ...]:
    """Parts of so many pages each."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(make_part(folder, index, count) for index, count in enumerate(pages))


def build(folder: Path, pages: Sequence[int], *, draft: bool = False, copies: int = 5, finish: Finish = PLAIN) -> Built:
    """A whole packet in `folder`, the way the builder makes it."""
    facts = replace(FACTS, draft=draft, copies=copies, finish=finish)
    room = folder.with_name(f"{folder.name}-parts")
    parts = outcome(arranged(make_parts(room, pages), finish, room))
    (folder / "word").mkdir(parents=True)
    (folder / "word" / "form_1_1.docx").write_bytes(b"filled form")
    list(assemble(Job(parts, copies, finish, draft), folder / "packet.pdf"))
    list(assemble(Job(parts, 0, finish, draft), folder / "original.pdf"))
    list(impose(folder / "packet.pdf", layout_of(parts, copies), folder / "packet-2in1.pdf", finish.binding))
    draw_check_sheet(parts, facts, folder / CHECK_SHEET)
    write_receipt(folder, parts, facts)
    return Built(folder, parts)
