"""How fast forms are printed: `python -m tests.benchmarks.render_speed [--sample NAME]`, with LibreOffice installed.

Prints a table: the built-in renderer, first call in a fresh process, after another case's forms, and once more (as a preview
does), against a `soffice --convert-to` process, for four pages of the application form (it is cut after them), the whole of it,
and all forms of one case. Every figure is the median of five; both sides alternate in one run, so that the ratios hold on a busy
machine as well. Decisions: soffice has its profile warm and gets no private fonts, which is its best case; the goals are asked of
forms that are printed for the first time, after another case's.
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
FRESH = """
import sys, time
from pathlib import Path
from forms.render.builtin.renderer import render_builtin
folder, before = map(Path, sys.argv[1:3])
list(render_builtin(sorted(before.glob("*.docx")), before))
began = time.perf_counter()
list(render_builtin([Path(name) for name in sys.argv[3:]], folder))
print(time.perf_counter() - began)
"""


def milliseconds(work: Callable[[], object]) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def fresh(documents: Sequence[Path], folder: Path, before: Path) -> float:
    """Milliseconds in a fresh process that has printed the forms in `before`; imports are left out."""
    command = [sys.executable, "-c", FRESH, str(folder), str(before), *map(str, documents)]
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


def medians(documents: Sequence[Path], folder: Path, other: Path) -> tuple[float, ...]:
    """Milliseconds: built-in first, after the forms of the case in `other`, once more, soffice."""
    nothing = folder / "nothing"
    nothing.mkdir(exist_ok=True)
    convert(documents, folder)
    list(render_builtin(documents, folder))
    rounds = [
        (
            fresh(documents, folder, nothing),
            fresh(documents, folder, other),
            milliseconds(lambda: list(render_builtin(documents, folder))),
            milliseconds(lambda: convert(documents, folder)),
        )
        for _ in range(ROUNDS)
    ]
    return tuple(statistics.median(figures) for figures in zip(*rounds, strict=True))


def line(title: str, documents: Sequence[Path], folder: Path, other: Path) -> tuple[float, float]:
    """Print one line of the table; (after another case, times faster)."""
    first, after, again, suite = medians(documents, folder, other)
    pages = sum(len(PdfReader(folder / f"{document.stem}.pdf").pages) for document in documents)
    times = "".join(f"{suite / own:>8.1f}" for own in (first, after, again))
    print(f"{title:<28}{pages:>6}{first:>8.0f}{after:>8.0f}{again:>8.0f}{suite:>9.0f}{times}")
    return after, suite / after


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", choices=NAMES, default="company-patent")
    sample = parser.parse_args().sample
    print(f"{'ms, median of 5':<28}{'pages':>6}{'first':>8}{'after':>8}{'again':>8}{'soffice':>9}{'× first':>8}{'× after':>8}{'× again':>8}")
    with tempfile.TemporaryDirectory() as name:
        folder, other = Path(name), Path(name) / "other"
        other.mkdir()
        filled_forms(next(one for one in NAMES if one != sample), other)
        documents = filled_forms(sample, folder)
        _, ratio = line(f"four pages of {documents[0].stem}", [four_pages(documents[0], folder)], folder, other)
        line(documents[0].stem, documents[:1], folder, other)
        after, _ = line(f"all {len(documents)} of {sample}", documents, folder, other)
    print(f"goals: {ratio:.1f} of {RATIO} times faster, {after:.0f} of at most {SET_LIMIT} ms for a case")


if __name__ == "__main__":
    main()
