"""What attaching 100 scanned pages (30 MB) costs: `python -m tests.benchmarks.attach_scans [--rounds N]`, against qpdf copying them.

Prints seconds, their ratio, and the longest time for which the window's thread answered nothing, while the pages are taken in and
while that is taken back and done again. Both sides alternate in one run, so that the ratio holds on a busy machine as well. A timer
of one millisecond in the window's thread tells how long it was kept waiting. The first round, in which the worker starts, is told
apart. qpdf gets a free ride: it writes the file once and does not wait for the disk; we write what was given and what is printed.
"""

import argparse
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.desk import Desk
from desktop.documents.documentspage import DocumentsPage
from forms.positions import A4
from tests.desktop.pageskit import opened, shown, step_of

ROUNDS, PAGES, MEGABYTES = 7, 100, 30
RATIO, BLOCK, STOP = 2.5, 50.0, 200.0  # at most: times as long as qpdf, milliseconds
REST = 1.5  # seconds
SCAN = (1240, 1754)  # 150 dpi


def scans(path: Path) -> Path:
    """A PDF of so many grey pages with so much noise on each."""
    with Pdf.new() as pdf:
        for number in range(PAGES):
            picture = Image.effect_noise((SCAN[0], SCAN[1]), 20 + number % 5).convert("L")
            out = io.BytesIO()
            picture.save(out, "JPEG", quality=34)
            shown = Stream(pdf, out.getvalue())
            shown.Type, shown.Subtype, shown.Filter = Name.XObject, Name.Image, Name.DCTDecode
            shown.Width, shown.Height = SCAN
            shown.ColorSpace, shown.BitsPerComponent = Name.DeviceGray, 8
            page = pdf.add_blank_page(page_size=A4)
            page.obj.Resources = Dictionary(XObject=Dictionary(I=shown))
            page.obj.Contents = Stream(pdf, b"q %f 0 0 %f 0 0 cm /I Do Q" % A4)
        pdf.save(path)
    return path


@dataclass
class Watch:
    """How long the window's thread was kept from answering, at most, in milliseconds."""

    longest: float = 0.0

    def during(self, begin: Callable[[], None], is_over: Callable[[], bool]) -> float:
        """Begin something and let events run until it is over; seconds it took."""
        loop, beat = QEventLoop(), QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        began = last = time.perf_counter()

        def look() -> None:
            nonlocal last
            now = time.perf_counter()
            self.longest, last = max(self.longest, (now - last) * 1000), now
            if is_over():
                loop.quit()

        beat.timeout.connect(look)
        beat.start()
        begin()
        loop.exec()
        return time.perf_counter() - began


def copied(source: Path, target: Path) -> float:
    """Seconds that qpdf takes."""
    began = time.perf_counter()
    subprocess.run(["qpdf", source, target], check=True)
    return time.perf_counter() - began


@dataclass(frozen=True)
class Round:
    """Seconds of both, milliseconds of blocking."""

    qpdf: float
    ours: float
    taking: float
    undoing: float
    stopping: float


def measured(desk: Desk, page: DocumentsPage, source: Path) -> Round:
    """Copy, attach, take back, do again, take back, and begin once more to stop in the middle."""
    taking, undoing, stopping = Watch(), Watch(), Watch()
    qpdf = copied(source, source.with_name("copy.pdf"))
    ours = taking.during(lambda: page.drop_on("estimates", [source]), lambda: page.paperwork.progress is None)
    for change in (desk.session.undo, desk.session.redo, desk.session.undo):
        undoing.during(change, lambda: True)
    page.drop_on("estimates", [source])
    taking.during(lambda: None, lambda: page.paperwork.progress is None or page.paperwork.progress.within.done > 0)
    stop = stopping.during(page.paperwork.stop, lambda: True)
    time.sleep(REST)  # until the next worker stands ready
    return Round(qpdf, ours, taking.longest, undoing.longest, stop * 1000)


def run(rounds: int, folder: Path) -> list[Round]:
    """The first round, in which the worker starts, and as many as were asked for."""
    source = scans(folder / "scans.pdf")
    with opened(folder) as desk:
        desk.session.enter({"applicant.type": "corporation"})
        page = DocumentsPage(desk, step_of(desk, "documents"))
        shown(page, 702, 577)
        page.side.resize(436, 577)
        page.side.show()
        Watch().during(lambda: None, lambda: True)
        return [measured(desk, page, source) for _ in range(rounds + 1)]


def table(rounds: Sequence[Round]) -> str:
    """All rounds and their medians."""
    lines = ["round   qpdf s   ours s   ratio   blocked ms (taking in, taking back)   stop ms"]
    for number, one in enumerate(rounds):
        blocked = f"{one.taking:8.1f} {one.undoing:12.1f}"
        lines.append(f"{number or 'first':>5} {one.qpdf:8.3f} {one.ours:8.3f} {one.ours / one.qpdf:7.2f} {blocked} {one.stopping:22.1f}")
    return "\n".join(lines)


def main() -> int:
    """Whether the limits hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    line = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        rounds = run(line.rounds, Path(folder))
        size = (Path(folder) / "scans.pdf").stat().st_size / 1e6
    later = rounds[1:]
    ratio = statistics.median(one.ours for one in later) / statistics.median(one.qpdf for one in later)
    blocked = max(max(one.taking, one.undoing) for one in rounds)
    stop = max(one.stopping for one in rounds)
    print(f"{table(rounds)}\n{PAGES} pages, {size:.0f} MB: {ratio:.2f} times as long as qpdf (at most {RATIO}), "
          f"blocked {blocked:.0f} ms (at most {BLOCK:.0f}), stopped within {stop:.0f} ms (at most {STOP:.0f})")
    application.quit()
    return 0 if ratio <= RATIO and blocked <= BLOCK and stop <= STOP else 1


if __name__ == "__main__":
    sys.exit(main())
