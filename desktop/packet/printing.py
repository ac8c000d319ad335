"""Printing sides of the imposed PDF at true scale: each drawn by the worker and painted over the whole paper.

Decision: the sides are bitmaps at 300 dpi, one at a time, so that every printer driver gives the same paper and memory stays small.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from desktop.studio import PICTURES, Job, Studio
from forms.errors import FormsError
from forms.pdf.pictures import Picture, page_picture
from forms.positions import Layout

DPI = 300
LANDSCAPE_INCHES = 297 / 25.4
LINE = 0.3  # mm: a ruler that can be read


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


def backs(sides: Sides) -> Sides:
    """Only the backs, in the same order: the second pass, the pile put back as it came out."""
    return Sides(sides.pages[1::2])


def set_up(printer: QPrinter, *, both_sides: bool) -> None:
    """A4 landscape, no margins of ours, true scale, turned on the short edge."""
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setResolution(DPI)
    printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide if both_sides else QPrinter.DuplexMode.DuplexNone)


class PrintJob(QObject):
    """Sides on their way to a printer."""

    progressed = Signal(int, int)  # sides painted, sides in all
    finished = Signal()
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
        pixels = round(LANDSCAPE_INCHES * DPI)
        arguments = (self._file, self._sides.pages[self._done], pixels)
        self._studio.ask(PICTURES, Job("", page_picture, arguments, self._paint, self._fail))

    def _paint(self, picture: Picture) -> None:
        image = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
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
        self._painter.end()
        self.failed.emit(str(error))

    def stop(self) -> None:
        """Print no further side."""
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()


def draw_test_sheet(printer: QPrinter) -> None:
    """A sheet with an arrow on each side and a ruler of 10 cm: shows whether the printer turns on the short edge, at true scale."""
    painter = QPainter(printer)
    for side in ("おもて", "うら"):
        if side == "うら":
            printer.newPage()
        _draw_test_side(painter, printer, side)
    painter.end()


def _draw_test_side(painter: QPainter, printer: QPrinter, side: str) -> None:
    millimetre = printer.resolution() / 25.4
    paper = QSizeF(297 * millimetre, 210 * millimetre)
    painter.setPen(QPen(Qt.GlobalColor.black, LINE * millimetre, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    face = painter.font()
    face.setPixelSize(round(8 * millimetre))
    painter.setFont(face)
    painter.drawText(QRectF(0, 20 * millimetre, paper.width(), 12 * millimetre), 0x84, f"{side}　↑ こちらが上")
    note = "うらの矢印も同じ向きなら、短辺とじになっています。下の線は10cmです。"
    face.setPixelSize(round(5 * millimetre))
    painter.setFont(face)
    painter.drawText(QRectF(0, 40 * millimetre, paper.width(), 10 * millimetre), 0x84, note)
    left, top = (paper.width() - 100 * millimetre) / 2, 100 * millimetre
    for tick in range(11):
        at = left + tick * 10 * millimetre
        painter.drawLine(round(at), round(top), round(at), round(top + (6 if tick % 5 else 10) * millimetre))
    painter.drawLine(round(left), round(top), round(left + 100 * millimetre), round(top))
