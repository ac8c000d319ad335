"""Printing pages of a PDF at true scale: each drawn by the worker and painted over the whole paper.

Decision: the sides are bitmaps at 300 dpi, one at a time, so that every printer driver gives the same paper and memory stays small.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.kit.paper import page_image
from desktop.studio import PICTURES, Job, Studio
from forms.errors import FormsError
from forms.pdf.pictures import Picture, page_picture
from forms.positions import Layout

DPI = 300
LANDSCAPE, PORTRAIT = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
ONE_SIDE, SHORT_EDGE, LONG_EDGE = (
    QPrinter.DuplexMode.DuplexNone,
    QPrinter.DuplexMode.DuplexShortSide,
    QPrinter.DuplexMode.DuplexLongSide,
)


@dataclass(frozen=True)
class Way:
    """How the paper lies in the printer, and over which edge it is turned."""

    duplex: QPrinter.DuplexMode = ONE_SIDE
    orientation: QPageLayout.Orientation = LANDSCAPE


@dataclass(frozen=True)
class Sides:
    """Pages of the imposed PDF (from 0), in the order in which they go to the printer."""

    pages: tuple[int, ...]


def sides_of(layout: Layout, sets: tuple[int, ...], sheets: tuple[int, ...]) -> Sides:
    """Front and back of the chosen sheets (from 0, within a set) of the chosen sets."""
    chosen = (number * layout.sheets_per_set + sheet for number in sets for sheet in sheets)
    return Sides(tuple(page for sheet in chosen for page in (sheet * 2, sheet * 2 + 1)))


def fronts(sides: Sides) -> Sides:
    """Only the fronts: the first pass of a printer that cannot turn paper."""
    return Sides(sides.pages[::2])


def backs(sides: Sides, *, reverse: bool) -> Sides:
    """Only the backs: the second pass; in reverse where the pile that came out has its last sheet on top."""
    pages = sides.pages[1::2]
    return Sides(pages[::-1] if reverse else pages)


def set_up(printer: QPrinter, way: Way) -> None:
    """A4, no margins of ours, true scale."""
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way.orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setResolution(DPI)
    printer.setDuplex(way.duplex)


class PrintJob(QObject):
    """Sides on their way to a printer."""

    progressed = Signal(int, int)  # sides painted, sides in all
    finished, stopped = Signal(), Signal()
    failed = Signal(str)

    def __init__(self, studio: Studio, file: Path, sides: Sides, printer: QPrinter) -> None:
        """`printer` has been set up; `sides` are pages of `file`."""
        super().__init__()
        self._studio, self._file, self._sides, self._printer = studio, file, sides, printer
        self._painter = QPainter()
        self._done = 0

    def start(self) -> None:
        """Begin to print."""
        if not self._painter.begin(self._printer):
            self.failed.emit("プリンターに送れませんでした。プリンターの電源と接続をお確かめください。")
            return
        self._ask()

    def _ask(self) -> None:
        pixels = self._printer.pageLayout().fullRectPixels(DPI).width()
        arguments = (self._file, self._sides.pages[self._done], pixels)
        self._studio.ask(PICTURES, Job("", page_picture, arguments, self._paint, self._fail))

    @property
    def is_printing(self) -> bool:
        """Whether sides are still to come."""
        return self._painter.isActive()

    def _paint(self, picture: Picture) -> None:
        if not self.is_printing:
            return  # stopped meanwhile
        image = page_image(picture.width, picture.height, picture.rgb)
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image, QRectF(0, 0, picture.width, picture.height))
        self._done += 1
        self.progressed.emit(self._done, len(self._sides.pages))
        if self._done == len(self._sides.pages):
            self._painter.end()
            self.finished.emit()
        else:
            self._printer.newPage()
            self._ask()

    def _fail(self, error: FormsError) -> None:
        if self.is_printing:
            self._painter.end()
            self.failed.emit(str(error))

    def stop(self) -> None:
        """Print no further side."""
        if self.is_printing:
            self._printer.abort()
            self._painter.end()
            self.stopped.emit()
