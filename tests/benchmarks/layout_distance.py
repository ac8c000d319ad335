"""How far our pages lie from LibreOffice's: `python -m tests.benchmarks.layout_distance [FOLDER] [--keep DIR]`.

Prints per file: pages of both, the share of LibreOffice's lines of text that stand, word for word, on the same page of ours, and
how far their baselines lie apart (median, 95th percentile, maximum, in points). Without FOLDER it takes our forms filled from
every sample, with it every .docx in it; `--keep` leaves both PDFs there, to be looked at side by side.
Decision: white space does not count, and twins are paired by the nearest baseline.
"""

import argparse
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pdfplumber

from forms.errors import RenderError
from forms.render.builtin.renderer import render_builtin
from forms.render.libreoffice import find_soffice, libreoffice
from tests.packets.formtext import NAMES, filled_forms

SAME_LINE = 0.6  # points between the baselines of one line


class Line(NamedTuple):
    """A line of text and its baseline, in points from the top of the page."""

    text: str
    y: float


@dataclass(frozen=True)
class Distance:
    """How far two PDFs of one document lie apart."""

    pages: tuple[int, int]
    lines: int
    dy: tuple[float, ...]  # of each line that was found again

    @property
    def share(self) -> float:
        return len(self.dy) / self.lines if self.lines else 1.0


def lines_of(pdf: Path) -> list[list[Line]]:
    """The lines of each page, top to bottom."""
    with pdfplumber.open(pdf) as opened:
        return [list(_lines(page)) for page in opened.pages]


def _lines(page: pdfplumber.page.Page) -> Iterator[Line]:
    chars = sorted(
        (float(page.height) - char["matrix"][5], char["x0"], char["text"]) for char in page.chars if not char["text"].isspace()
    )
    row: list[tuple[float, str]] = []
    top = 0.0
    for y, x, text in chars:
        if row and y - top >= SAME_LINE:
            yield _line(row, top)
            row = []
        top = top if row else y
        row.append((x, text))
    if row:
        yield _line(row, top)


def _line(row: Iterable[tuple[float, str]], y: float) -> Line:
    return Line(unicodedata.normalize("NFC", "".join("".join(text.split()) for _, text in sorted(row))), y)


def distance(reference: Path, ours: Path) -> Distance:
    """Compare our PDF with the reference, page by page."""
    theirs, own = lines_of(reference), lines_of(ours)
    dy = tuple(gap for left, right in zip(theirs, own, strict=False) for gap in _gaps(left, right))
    return Distance((len(theirs), len(own)), sum(map(len, theirs)), dy)


def _gaps(theirs: Sequence[Line], own: Sequence[Line]) -> Iterator[float]:
    free = list(own)
    for line in theirs:
        twins = [each for each in free if each.text == line.text]
        if twins:
            twin = min(twins, key=lambda each: abs(each.y - line.y))
            free.remove(twin)
            yield abs(twin.y - line.y)


def spread(values: Sequence[float]) -> str:
    """Median, 95th percentile and maximum."""
    ordered = sorted(values)
    return " ".join(f"{ordered[min(len(ordered) - 1, int(part * len(ordered)))]:7.2f}" for part in (0.5, 0.95, 1)) if values else "-"


def measure(title: str, documents: Sequence[Path], folder: Path) -> list[Distance]:
    """Print a line for each document, with both its PDFs in new folders under `folder`; what we refuse is said."""
    references, found = folder / "libreoffice", []
    for place in (references, folder / "builtin"):
        place.mkdir(parents=True, exist_ok=True)
    for document, reference in zip(documents, filter(None, libreoffice(find_soffice())(documents, references)), strict=True):
        try:
            [ours] = render_builtin([document], folder / "builtin")
        except RenderError as error:
            print(f"{title + document.stem:<44} {error}")
            continue
        found.append(distance(reference, ours))
        show(title + document.stem, found[-1])
    return found


def show(title: str, found: Distance) -> None:
    theirs, ours = found.pages
    print(f"{title:<44}{theirs:>4}{ours:>4}{found.lines:>6}{100 * found.share:>8.1f}   {spread(found.dy)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    print(f"{'pages theirs, ours; lines, % found; dy':<44}{'':>25}{'median':>7} {'p95':>7} {'max':>7}")
    with tempfile.TemporaryDirectory() as scratch:
        found = measure_all(options.folder, options.keep or Path(scratch))
    equal = sum(each.pages[0] == each.pages[1] for each in found)
    gaps = [gap for each in found for gap in each.dy]
    total = sum(each.lines for each in found)
    print(f"{len(found)} files, page counts equal in {equal}; {100 * len(gaps) / max(total, 1):.1f} % of {total} lines; dy {spread(gaps)}")


def measure_all(given: Path | None, folder: Path) -> list[Distance]:
    """The documents of a folder, or our forms filled from every sample."""
    if given is not None:
        return measure("", sorted(given.glob("*.docx")), folder)
    found: list[Distance] = []
    for name in NAMES:
        (folder / name).mkdir(parents=True, exist_ok=True)
        found += measure(f"{name}/", filled_forms(name, folder / name), folder / name)
    return found


if __name__ == "__main__":
    main()
