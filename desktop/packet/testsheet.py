"""A sheet to try the printer with: an arrow on each side and a ruler of 10 cm.

Decision: the back stands as the backs of the packet stand, so the sheet tells at a glance whether the printer turns the paper over
the edge that the packet was made for, and whether it keeps the scale.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtPrintSupport import QPrinter

from desktop.packet.printing import LONG_EDGE

LINE = 0.3  # mm: a ruler that can be read
WIDTH, HEIGHT = 297.0, 210.0  # mm
RULER, RULER_TOP = 100, 120.0  # mm
SIDES = ("おもて", "うら")
CENTRED = Qt.AlignmentFlag.AlignCenter


def draw_test_sheet(printer: QPrinter, edge: QPrinter.DuplexMode) -> None:
    """Front and back; `edge`: over which the packet's paper is turned."""
    painter = QPainter(printer)
    for side in SIDES:
        if side == SIDES[1]:
            printer.newPage()
        painter.save()
        painter.scale(printer.resolution() / 25.4, printer.resolution() / 25.4)
        if side == SIDES[1] and edge == LONG_EDGE:
            painter.translate(WIDTH, HEIGHT)
            painter.rotate(180)
        _draw_side(painter, side)
        painter.restore()
    painter.end()


def _draw_side(painter: QPainter, side: str) -> None:
    painter.setPen(QPen(Qt.GlobalColor.black, LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    _write(painter, 64, 9, f"{side}：こちらが上")
    _write(painter, 84, 5, "用紙をめくって、うらの矢印も同じ向きなら、とじる辺の設定は合っています。")
    _write(painter, 93, 5, "下の線の長さが10cmなら、拡大も縮小もされていません。")
    _draw_arrow(painter)
    _draw_ruler(painter)


def _write(painter: QPainter, top: float, size: float, text: str) -> None:
    face = painter.font()
    face.setPixelSize(round(size))
    painter.setFont(face)
    painter.drawText(QRectF(0, top, WIDTH, size * 1.5), CENTRED, text)


def _draw_arrow(painter: QPainter) -> None:
    middle, top = WIDTH / 2, 20.0
    shape = ((0, 0), (16, 18), (6, 18), (6, 38), (-6, 38), (-6, 18), (-16, 18))
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawPolygon(QPolygonF([QPointF(middle + x, top + y) for x, y in shape]))


def _draw_ruler(painter: QPainter) -> None:
    left = (WIDTH - RULER) / 2
    for at in range(0, RULER + 1, 10):
        painter.drawLine(QPointF(left + at, RULER_TOP), QPointF(left + at, RULER_TOP + (6 if at % 50 else 10)))
    painter.drawLine(QPointF(left, RULER_TOP), QPointF(left + RULER, RULER_TOP))
    for at in (0, 50, RULER):
        painter.drawText(QRectF(left + at - 15, RULER_TOP + 11, 30, 8), CENTRED, f"{at // 10}cm" if at else "0")
