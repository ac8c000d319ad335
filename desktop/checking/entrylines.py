"""The lines of one card of 回答と書類の一覧: label, then the answer as long as it is; painted.

Decision: one widget a card instead of hundreds of labels; texts are laid out once for a width. A click on a line wants its subject
changed; the keyboard takes the card's link.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.checking.overview import Entry
from desktop.kit.flow import Flow, Part
from desktop.kit.glyphs import draw_glyph
from desktop.kit.look import font, is_redressing, px, tokens_of

LABEL, GAP, PADDING, SIGN = 152, 12, 4, 16


class EntryLines(QWidget):
    """As high as its entries need at its width."""

    wanted = Signal(str)  # the subject of the line that was clicked

    def __init__(self) -> None:
        """No entries."""
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._flows: list[tuple[Flow, Flow]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these and no others."""
        if entries == self._entries:
            return
        known = dict(zip(self._entries, self._flows, strict=True))
        self._entries = entries
        self._flows = [known.get(entry) or self._lay_out(entry) for entry in entries]
        self.setAccessibleName("、".join(f"{entry.label} {entry.text}" for entry in entries))
        self.updateGeometry()
        self.update()

    def _lay_out(self, entry: Entry) -> tuple[Flow, Flow]:
        return Flow([Part(entry.label)], font(self, 13)), Flow([Part(entry.text)], font(self, 13))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if is_redressing(event):
            self._flows = [self._lay_out(entry) for entry in self._entries]
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines together."""
        return round(sum(self._height(number, width) for number in range(len(self._entries))))

    def sizeHint(self) -> QSize:
        """For the width it has."""
        return QSize(px(self, 360), self.heightForWidth(max(self.width(), px(self, 360))))

    def minimumSizeHint(self) -> QSize:
        """The height follows the width."""
        return QSize(px(self, 200), 0)

    def _text_width(self, number: int, width: int) -> int:
        sign = px(self, SIGN) + px(self, 8) if self._entries[number].glyph else 0
        return width - px(self, LABEL) - px(self, GAP) - sign

    def _height(self, number: int, width: int) -> float:
        label, text = self._flows[number]
        return max(label.height(px(self, LABEL)), text.height(self._text_width(number, width))) + 2 * px(self, PADDING) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines in sight, a rule between them."""
        painter, top = QPainter(self), 0.0
        for number in range(len(self._entries)):
            height = self._height(number, self.width())
            if top + height >= event.rect().top() and top <= event.rect().bottom():
                self._paint(painter, number, top)
                if number:
                    painter.setPen(QPen(QColor(tokens_of(self).line), 1))
                    painter.drawLine(QPointF(0, top + 0.5), QPointF(self.width(), top + 0.5))
            top += height

    def _paint(self, painter: QPainter, number: int, top: float) -> None:
        entry, (label, text), tokens = self._entries[number], self._flows[number], tokens_of(self)
        left, inside = px(self, LABEL) + px(self, GAP), top + px(self, PADDING) + 1
        painter.setPen(QColor(tokens.text2))
        label.paint(painter, QPointF(0, inside), px(self, LABEL))
        if entry.glyph:
            side = px(self, SIGN)
            draw_glyph(painter, QRectF(left, inside + (text.pitch - side) / 2, side, side), entry.glyph, tokens)
            left += side + px(self, 8)
        painter.setPen(QColor(tokens.text3 if entry.is_blank else tokens.text))
        text.paint(painter, QPointF(left, inside), self._text_width(number, self.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the line under the pointer."""
        super().mouseReleaseEvent(event)
        subject = self.subject_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()) and subject:
            self.wanted.emit(subject)

    def subject_at(self, height: float) -> str:
        """Whose line stands at that height, "" below the last."""
        top = 0.0
        for number, entry in enumerate(self._entries):
            top += self._height(number, self.width())
            if height < top:
                return entry.subject
        return ""
