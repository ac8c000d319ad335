"""Pictures of the sheets held against pictures of the pages: `python -m tests.soak.rasters [SAMPLE …]`, with pdftoppm installed.

Builds the samples and proves of each, as an independent renderer draws it: every half of every sheet of packet-2in1.pdf shows the
page that it should, and no page near it fits better; what is to be blank is white; the sets are equal to the pixel.
Decision: pages are known by their pictures alone here; where they belong is what the position function says.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageStat

from forms.build import Order, build_packet
from forms.built import Built, read_built
from forms.cases import import_case
from forms.paths import SAMPLES
from forms.positions import HALF_SCALE, HALVES_PER_SHEET, HALVES_PER_SIDE, Origin
from forms.render.renderers import renderer
from forms.review import review_case

DPI = 60.0
NEAR = 6.0  # mean difference, 0 to 255, within which two pictures of a page agree
SAME = 0.05  # within which two pages are the same page
WHITE = (255, 255)
REACH = 12  # pages before and behind that a half is held against, too
SHIFTS = [(x, y) for x in (0, -1, 1) for y in (0, -1, 1)]  # pixels: a page on a side begins anywhere in one

Pictures = Callable[[Path, float], Sequence[Image.Image]]


def by_poppler(pdf: Path, dpi: float) -> list[Image.Image]:
    """All pages as pdftoppm draws them, in grey."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-gray", "-r", f"{dpi:.4f}", str(pdf), f"{folder}/page"], check=True)
        return [_read(path) for path in sorted(Path(folder).iterdir())]


def _read(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("L")


def by_pdfium(pdf: Path, dpi: float) -> list[Image.Image]:
    """All pages as PDFium draws them, in grey."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in opened]


def has_poppler() -> bool:
    """Whether pdftoppm is installed."""
    return shutil.which("pdftoppm") is not None


def faults(folder: Path, pictures: Pictures) -> Iterator[str]:
    """What on the sheets of a built packet is not as it should be."""
    built = read_built(folder)
    layout, finish = built.layout, built.finish
    sides = list(pictures(folder / "packet-2in1.pdf", DPI))
    pages = list(pictures(folder / "packet.pdf", DPI * HALF_SCALE))
    if (len(sides), len(pages)) != (2 * layout.sheets, layout.pages):
        yield f"{len(sides)} sides of {layout.sheets} sheets, {len(pages)} pages of {layout.pages}"
        return
    if finish.binding == "long_edge":
        sides = [side.rotate(180) if number % 2 else side for number, side in enumerate(sides)]
    alike = not (finish.set_marks or finish.slip)
    for number in range(layout.sets):
        if alike and number:
            yield from _unequal(built, sides, pages, number)
        else:
            yield from _misplaced(built, sides, pages, number)


def _unequal(built: Built, sides: Sequence[Image.Image], pages: Sequence[Image.Image], number: int) -> Iterator[str]:
    """Where a set is not equal to the original to the pixel."""
    for what, pictures, size in (("side", sides, 2 * built.layout.sheets_per_set), ("page", pages, built.layout.pages_per_set)):
        for place in range(size):
            if pictures[place].tobytes() != pictures[number * size + place].tobytes():
                yield f"set {number + 1}: {what} {place + 1} is not that of the original"


def _misplaced(built: Built, sides: Sequence[Image.Image], pages: Sequence[Image.Image], number: int) -> Iterator[str]:
    """Halves of a set that do not show their page, or show another one better."""
    layout = built.layout
    own = pages[number * layout.pages_per_set :][: layout.pages_per_set]
    for half_of_set in range(layout.sheets_per_set * HALVES_PER_SHEET):
        side, half = divmod(half_of_set, HALVES_PER_SIDE)
        sheet = number * layout.sheets_per_set + side // 2
        picture = sides[2 * sheet + side % 2]
        found = picture.crop((half * picture.width // 2, 0, (half + 1) * picture.width // 2, picture.height))
        fault = _half_fault(found, layout.at(sheet, side % 2, half), own, built)
        if fault:
            yield f"set {number + 1}, sheet {side // 2 + 1}, {('front', 'back')[side % 2]}, {('left', 'right')[half]}: {fault}"


def _half_fault(found: Image.Image, origin: Origin | None, own: Sequence[Image.Image], built: Built) -> str:
    if origin is None:
        return "" if found.getextrema() == WHITE else "not blank"
    wanted = built.layout.place(Origin(0, origin.part, origin.page)).packet_page
    found = min((ImageChops.offset(found, *by) for by in SHIFTS), key=lambda shifted: distance(shifted, own[wanted]))
    far = distance(found, own[wanted])
    if far > NEAR:
        return f"not page {wanted + 1} (differs by {far:.1f})"
    near = range(max(wanted - REACH, 0), min(wanted + REACH + 1, len(own)))
    better = [page for page in near if distance(found, own[page]) < far and distance(own[wanted], own[page]) > SAME]
    return f"rather page {better[0] + 1} than {wanted + 1}" if better else ""


def distance(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255, the second made as large as the first."""
    return ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean[0]


def build(sample: str, room: Path) -> Path:
    """A sample's packet, built on its own day."""
    with import_case(SAMPLES / sample, room / f"{sample}.shinsei") as case:
        day = review_case(case, date(2023, 8, 21)).facts.day("application.date") or date(2023, 8, 21)
        for _ in build_packet(case, review_case(case, day), Order(room / sample, renderer("builtin"))):
            pass
    return room / sample


def main() -> int:
    """Prove all samples, or those that are named."""
    names = sys.argv[1:] or sorted(folder.name for folder in SAMPLES.iterdir() if (folder / "case.toml").is_file())
    wrong = 0
    for name in names:
        with tempfile.TemporaryDirectory() as room:
            packet = build(name, Path(room))
            found = list(faults(packet, by_poppler))
            print(f"{name}: {read_built(packet).layout.sheets} sheets, {len(found)} faults", *found, sep="\n  ")
            wrong += len(found)
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
