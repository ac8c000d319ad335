"""The ground that buttons, cards, chips and banners stand on: a rounded plate with an edge, and the ring of the keyboard's focus.

Decision: rectangle and edge are brought to whole device pixels before they are drawn, so that edges are crisp at 125 % too. What the
start page needs is named tuples here and elsewhere: a data class takes Python 0.4 ms to make, one of many fields 1 ms.
"""

from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

TOLERANCE = 0.01
ROUNDING = 0.2  # so that one pixel at 150 % is one pixel of the device, and two are three


class Plate(NamedTuple):
    """Colours `#RRGGBB`, "" for none; radius and edge in pixels."""

    ground: str = ""
    edge: str = ""
    radius: float = 6
    width: float = 1


def draw_plate(painter: QPainter, rect: QRectF, plate: Plate) -> None:
    """Fill the rectangle and draw its edge just inside it."""
    rect, width = snapped(painter, rect), _snapped_width(painter, plate.width)
    inset = width / 2 if plate.edge else 0
    radius = max(plate.radius - inset, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(plate.edge), width) if plate.edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(plate.ground) if plate.ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def fill(painter: QPainter, rect: QRect | QRectF, colour: str) -> None:
    """Fill a rectangle; as `fillRect`, for which PySide first makes the 182 gradients that one could also fill with."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(rect)
    painter.restore()


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """The rectangle with its edges between the device's pixels, never larger than it was: a widget clips what is outside."""
    there = painter.deviceTransform()
    back, can_return = there.inverted()
    if not can_return:
        return rect
    found = there.mapRect(rect)
    left, top = (ceil(edge - TOLERANCE) for edge in (found.left(), found.top()))
    right, bottom = (floor(edge + TOLERANCE) for edge in (found.right(), found.bottom()))
    return back.mapRect(QRectF(left, top, right - left, bottom - top))


def _snapped_width(painter: QPainter, width: float) -> float:
    scale = abs(painter.deviceTransform().m11()) or 1
    return max(round(width * scale - ROUNDING), 1) / scale


def draw_ring(painter: QPainter, rect: QRectF, colour: str, radius: float = 6) -> None:
    """The ring of the focus: 2 px, just inside `rect`."""
    draw_plate(painter, rect, Plate(edge=colour, radius=radius, width=2))
