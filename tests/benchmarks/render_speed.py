"""How fast forms are printed: `python -m tests.benchmarks.render_speed [--sample NAME]`, with LibreOffice installed.

Prints a table: the built-in renderer, first call in a fresh process and warm, against a `soffice --convert-to` process, for four
pages of the application form (it is cut after them), the whole of it, and all forms of one case. Every figure is the median of
five; both sides alternate in one run, so that the ratios hold on a busy machine as well. Decision: soffice has its profile warm
and gets no private fonts, which is its best case.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document
from pypdf import PdfReader

from forms.render.builtin.renderer import render_builtin
from forms.render.libreoffice import find_soffice
from tests.packets.formtext import NAMES, filled_forms

ROUNDS = 5
RATIO, SET_LIMIT = 12, 300  # the goals: times faster than soffice, milliseconds for the forms of a case
FIRST = """
import sys, time
from pathlib import Path
from forms.render.builtin.renderer import render_builtin
began = time.perf_counter()
list(render_builtin([Path(name) for name in sys.argv[2:]], Path(sys.argv[1])))
print(time.perf_counter() - began)
"""


def milliseconds(work: Callable[[], object]) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def first(documents: Sequence[Path], folder: Path) -> float:
    """Milliseconds of the first call in a fresh process, its imports left out."""
    command = [sys.executable, "-c", FIRST, str(folder), *map(str, documents)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) * 1000


def convert(documents: Sequence[Path], folder: Path) -> None:
    """One `soffice --convert-to` process."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(find_soffice()), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
    subprocess.run(command, check=True, capture_output=True)


def four_pages(form: Path, folder: Path) -> Path:
    """The form up to the end of its fourth page, as a Word file of its own."""
    target = folder / "four_pages.docx"

    def pages(kept: int) -> int:
        document = Document(str(form))
        body = document.element.body
        for block in list(body)[kept:-1]:
            body.remove(block)
        document.save(str(target))
        return len(PdfReader(next(render_builtin([target], folder))).pages)

    blocks = len(Document(str(form)).element.body)
    pages(bisect_right(range(blocks), 4, key=pages) - 1)
    return target


def medians(documents: Sequence[Path], folder: Path) -> tuple[float, float, float]:
    """Milliseconds: built-in first, built-in warm, soffice."""
    convert(documents, folder)
    list(render_builtin(documents, folder))
    rounds = [
        (
            first(documents, folder),
            milliseconds(lambda: list(render_builtin(documents, folder))),
            milliseconds(lambda: convert(documents, folder)),
        )
        for _ in range(ROUNDS)
    ]
    fresh, warm, suite = (statistics.median(figures) for figures in zip(*rounds, strict=True))
    return fresh, warm, suite


def line(title: str, documents: Sequence[Path], folder: Path) -> tuple[float, float]:
    """Print one line of the table; (warm, times faster)."""
    fresh, warm, suite = medians(documents, folder)
    pages = sum(len(PdfReader(folder / f"{document.stem}.pdf").pages) for document in documents)
    print(f"{title:<28}{pages:>6}{fresh:>10.0f}{warm:>10.0f}{suite:>10.0f}{suite / fresh:>9.1f}{suite / warm:>9.1f}")
    return warm, suite / warm


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", choices=NAMES, default="company-patent")
    sample = parser.parse_args().sample
    print(f"{'ms, median of 5':<28}{'pages':>6}{'first':>10}{'warm':>10}{'soffice':>10}{'× first':>9}{'× warm':>9}")
    with tempfile.TemporaryDirectory() as folder:
        documents = filled_forms(sample, Path(folder))
        _, ratio = line(f"four pages of {documents[0].stem}", [four_pages(documents[0], Path(folder))], Path(folder))
        line(documents[0].stem, documents[:1], Path(folder))
        warm, _ = line(f"all {len(documents)} of {sample}", documents, Path(folder))
    print(f"goals: {ratio:.1f} of {RATIO} times faster, {warm:.0f} of at most {SET_LIMIT} ms for a case")


if __name__ == "__main__":
    main()
