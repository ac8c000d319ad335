"""Pages of a paper made pictures, on request: what a page shows here is then what every printer prints, fonts or no fonts.

Decision: drawn as large as a printer draws (300 dpi) and packed without loss; a page that was turned by hand is a picture of the
turned page, and stays upright A4.
"""

import zlib
from collections.abc import Collection
from dataclasses import replace
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from pikepdf import Dictionary, Name, Object, Pdf, PdfError, Stream
from PIL import Image, ImageChops

from forms.attachments.notes import on_pages
from forms.attachments.pagenotes import SUBSTITUTED, fonts_to_find
from forms.errors import PaperError
from forms.papers import Paper
from forms.pdf.contentstream import placed
from forms.pdf.saving import saved
from forms.positions import A4

DPI = 300
INCH = 72.0
DRAWN = "は文字の形が変わらないよう、画像（{dpi} dpi）にしました。"
DRAWN_ENDING = DRAWN.rpartition("（")[0]
COLOURLESS = 8  # levels by which red, green and blue may differ in what counts as grey


def rasterised(paper: Paper, pages: Collection[int], dpi: int = DPI) -> Paper:
    """The paper with these pages (from 0) drawn as pictures; PaperError where there is no such page or it cannot be drawn."""
    wrong = [page for page in pages if not 0 <= page < paper.pages]
    if wrong:
        raise PaperError(f"「{paper.name}」に{wrong[0] + 1}ページ目はありません（全{paper.pages}ページ）。一覧を開き直してください。")
    try:
        pdf = _with_pictures(paper.pdf, sorted(set(pages)), dpi)
    except (PdfError, pypdfium2.PdfiumError) as error:
        raise PaperError(f"「{paper.name}」の頁を画像にできません。元のファイルを入れ直してください。") from error
    kept = tuple(note for note in paper.notes if DRAWN_ENDING not in note)
    return replace(paper, pdf=pdf, notes=kept + on_pages((page + 1 for page in pages), DRAWN.format(dpi=dpi)))


def may_be_drawn(notes: tuple[str, ...]) -> bool:
    """Whether a paper with these notes uses fonts that do not come with it."""
    return any(note.endswith(SUBSTITUTED) for note in notes)


def with_fonts_drawn(paper: Paper) -> Paper:
    """The paper with every page made a picture that uses such fonts; PaperError where one cannot be drawn."""
    with Pdf.open(BytesIO(paper.pdf)) as opened:
        pages = [number for number, page in enumerate(opened.pages) if fonts_to_find([page.obj.get("/Resources")])]
    drawn = rasterised(paper, pages)
    return replace(drawn, notes=tuple(note for note in drawn.notes if not note.endswith(SUBSTITUTED)))


def _with_pictures(pdf: bytes, pages: list[int], dpi: int) -> bytes:
    with pypdfium2.PdfDocument(pdf) as shown, Pdf.open(BytesIO(pdf)) as target:
        for number in pages:
            picture = _picture(target, shown[number].render(scale=dpi / INCH).to_pil())
            page = target.pages[number].obj
            page.Resources = Dictionary(XObject=Dictionary(P=picture))
            page.Contents = Stream(target, placed("P", (A4[0], 0, 0, A4[1], 0, 0)))
        target.remove_unreferenced_resources()
        return saved(target)


def _picture(target: Pdf, drawn: Image.Image) -> Object:
    """The picture packed, grey where nothing on it has a colour."""
    plain = drawn.convert("RGB")
    shown = plain.convert("L") if _is_grey(plain) else plain
    image = Stream(target, b"")
    image.write(zlib.compress(shown.tobytes()), filter=Name.FlateDecode)
    image.Type, image.Subtype, image.BitsPerComponent = Name.XObject, Name.Image, 8
    image.Width, image.Height = shown.size
    image.ColorSpace = Name.DeviceGray if shown.mode == "L" else Name.DeviceRGB
    return target.make_indirect(image)


def _is_grey(picture: Image.Image) -> bool:
    red, green, blue = picture.split()
    return all(ImageChops.difference(red, other).getextrema()[1] <= COLOURLESS for other in (green, blue))  # type: ignore[operator]
