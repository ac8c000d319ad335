"""How like the file a viewer's page and our page of it are: the source drawn by PDFium, put on A4 by other means than ours.

As a program it draws pairs to look at, the source left and ours right:

    python -m tests.forms.attachments.likeness SHEET.png FILE …
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageFilter

from forms.attachments.pdfs import pdf_pages
from forms.positions import A4
from tests.forms.pdfkit import difference, on_a4, rendered

SCALE = 0.6  # pixels a point
BLUR = 1.0  # pixels: a line that falls between two pixels is not another line
SLACK = 1.5  # points by which a sheet may be larger than A4 and is still A4
TOO_LARGE = 4000  # pixels along a side that are drawn


def source_page(pdf: bytes, page: int, password: str = "") -> Image.Image:
    """The page as a viewer shows it, with fields and notes, as large as on our A4."""
    opened = pypdfium2.PdfDocument(pdf, password=password or None)
    opened.init_forms()
    try:
        shown = opened[page]
        size = shown.get_size()
        fitted = _fitted(size)
        drawn = shown.render(scale=min(SCALE * fitted, TOO_LARGE / max(size)), may_draw_forms=True).to_pil().convert("RGB")
    finally:
        opened.close()
    turned = _is_turned(size)
    wide, high = (size[1], size[0]) if turned else size
    upright = drawn.transpose(Image.Transpose.ROTATE_90) if turned else drawn
    return on_a4(upright, (wide * fitted, high * fitted), SCALE)


def _is_turned(size: tuple[float, float]) -> bool:
    return size[0] > size[1] and size[0] > A4[0] + SLACK


def _fitted(size: tuple[float, float]) -> float:
    wide, high = (size[1], size[0]) if _is_turned(size) else size
    if wide <= A4[0] + SLACK and high <= A4[1] + SLACK:
        return 1.0
    return min(A4[0] / wide, A4[1] / high)


def unlikeness(one: Image.Image, other: Image.Image) -> float:
    """How much two pages differ, 0 to 255: in the mean, and a tenth of what the worst patch differs."""
    blurred = [image.filter(ImageFilter.GaussianBlur(BLUR)) for image in (one, other.resize(one.size))]
    patches = ImageChops.difference(*blurred).convert("L").resize((24, 34), Image.Resampling.BOX)
    return max(difference(*blurred), float(patches.getextrema()[1]) / 10)  # type: ignore[arg-type]


def pairs(name: str, data: bytes, pages: int, password: str = "") -> Iterator[tuple[Image.Image, Image.Image]]:
    """Source and ours of the first pages of a file."""
    made = pdf_pages(name, data, password)
    for page in range(min(pages, made.pages)):
        yield source_page(data, page, password), rendered(made.pdf, page, SCALE)


def contact_sheet(found: list[tuple[Image.Image, Image.Image]]) -> Image.Image:
    """Pairs in rows of four, each framed."""
    across, (width, height) = 4, (200, 283)
    rows = -(-len(found) // across)
    sheet = Image.new("RGB", (across * (2 * width + 24), rows * (height + 8)), "grey")
    for index, pair in enumerate(found):
        for side, image in enumerate(pair):
            at = (index % across * (2 * width + 24) + side * (width + 4), index // across * (height + 8))
            sheet.paste(image.resize((width, height)), at)
    return sheet


if __name__ == "__main__":
    shown = [pair for path in map(Path, sys.argv[2:]) for pair in pairs(path.name, path.read_bytes(), 3)]
    contact_sheet(shown).save(sys.argv[1])
