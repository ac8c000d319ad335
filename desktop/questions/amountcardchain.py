"""The chain of figures from the cost to the amount that may be asked for, with what was done between them on chips; painted.

Decision: a chip and the figure behind it stay together; where the width ends the chain goes on in the next line.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.figures import amount_width, draw_amount
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from forms.explaining import Link

FIGURE, LABEL, UNIT, GAP = 16, 13, 13, 12
BLOCK, LINES, CHIP, ENDS = 46, 10, 24, 10  # px at 100 %: a figure's height, between lines, a chip's height, its ends


class AmountChain(QWidget):
    """Shows links."""

    def __init__(self) -> None:
        """Nothing is known."""
        super().__init__()
        self._links: tuple[Link, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_links(self, links: tuple[Link, ...]) -> None:
        """Show another chain."""
        if links != self._links:
            self._links = links
            self.setAccessibleName("、".join(f"{link.done} {link.label} {link.yen:,}円".strip() for link in links))
            self.updateGeometry()
            self.update()

    def _figure_width(self, link: Link, *, bold: bool) -> float:
        amount = amount_width(f"{link.yen:,}", size=FIGURE, bold=bold) + self._unit_width()
        return max(amount, QFontMetricsF(font(self, LABEL)).horizontalAdvance(link.label))

    def _unit_width(self) -> float:
        return QFontMetricsF(font(self, UNIT)).horizontalAdvance("円") + px(self, 3)

    def _chip_width(self, link: Link) -> float:
        return QFontMetricsF(font(self, LABEL)).horizontalAdvance(link.done) + 2 * px(self, ENDS) if link.done else 0

    def _places(self, width: int) -> list[tuple[QRectF, QRectF]]:
        """For each link its chip and its figure."""
        places: list[tuple[QRectF, QRectF]] = []
        left, top, gap = 0.0, 0.0, px(self, GAP)
        for link in self._links:
            chip, figure = self._chip_width(link), self._figure_width(link, bold=link is self._links[-1])
            whole = chip + (gap if chip else 0) + figure
            if left and left + gap + whole > width:
                left, top = 0.0, top + px(self, BLOCK + LINES)
            left += gap if left else 0
            drop = px(self, BLOCK - CHIP) / 2
            places.append(
                (QRectF(left, top + drop, chip, px(self, CHIP)), QRectF(left + whole - figure, top, figure, px(self, BLOCK)))
            )
            left += whole
        return places

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the chain takes."""
        places = self._places(width)
        return round(places[-1][1].bottom()) if places else 0

    def sizeHint(self) -> QSize:
        """For the width it has."""
        return QSize(px(self, 420), self.heightForWidth(max(self.width(), px(self, 200))))

    def minimumSizeHint(self) -> QSize:
        """The height follows the width."""
        return QSize(px(self, 200), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chips and figures."""
        painter, tokens = QPainter(self), tokens_of(self)
        for link, (chip, figure) in zip(self._links, self._places(self.width()), strict=True):
            if link.done:
                draw_plate(painter, chip, Plate(tokens.sunken, tokens.line, chip.height() / 2))
                painter.setPen(QColor(tokens.text))
                painter.setFont(font(self, LABEL))
                painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, link.done)
            self._paint_figure(painter, figure, link, bold=link is self._links[-1])

    def _paint_figure(self, painter: QPainter, place: QRectF, link: Link, *, bold: bool) -> None:
        tokens, half = tokens_of(self), place.height() / 2
        painter.setPen(QColor(tokens.text2))
        painter.setFont(font(self, LABEL))
        painter.drawText(place.adjusted(0, 0, 0, -half), Qt.AlignmentFlag.AlignVCenter, link.label)
        amount = amount_width(f"{link.yen:,}", size=FIGURE, bold=bold)
        below = QRectF(place.left(), place.top() + half, amount, half)
        draw_amount(painter, below, f"{link.yen:,}", size=FIGURE, bold=bold)
        metrics = QFontMetricsF(font(self, FIGURE, bold=bold))
        base = below.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font(self, UNIT))
        painter.drawText(QPointF(below.right() + px(self, 3), base), "円")
