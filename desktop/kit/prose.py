"""Text that stands on the page: `Prose` wraps, `Line` never does.

Decision: both are labels to Qt (so that screen readers read them and a `Line` can be a field's buddy) and paint themselves with
the line height of the design. They report the height that their width needs, and no more.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.kit.flow import Flow, Part
from desktop.kit.look import font, is_redressing, px, tokens_of

LONGEST = 55  # full-width characters a line
SHORTEST = 6
BODY = 14


class _Text(QLabel):
    """What both have: a text, its size at 100 %, its token and weight."""

    def __init__(self, text: str, *, size: int, token: str, bold: bool) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size, self._bold = size, bold
        self._token = token or ("text" if bold or size >= BODY else "text2")
        self._parts: Sequence[Part] = [Part(text)]
        self._face = font(self, size, bold=bold)
        self._flow = Flow(self._parts, self._face)
        QLabel.setText(self, text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.show_parts([Part(text)])

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show a text with bold stretches in it."""
        if parts == self._parts:
            return
        self._parts = parts
        QLabel.setText(self, "".join(part.text for part in parts))
        self._lay_out()

    def setText(self, text: str) -> None:
        """The same as `set_text`, under the name that Qt's users know."""
        self.set_text(text)

    def set_token(self, token: str) -> None:
        """Take another colour."""
        if token != self._token:
            self._token = token
            self.update()

    def set_size(self, size: int) -> None:
        """Take another size, in pixels at 100 %."""
        self._size = size
        self._lay_out()

    def set_bold(self, *, bold: bool) -> None:
        """Take the bold face, or leave it."""
        self._bold = bold
        self._lay_out()

    def _lay_out(self) -> None:
        """Take the text over; the window is laid out anew only where it needs other room than before."""
        before = self._room()
        self._face = font(self, self._size, bold=self._bold)
        self._flow = Flow(self._parts, self._face)
        if self._room() != before:
            self.updateGeometry()
        self.update()

    def _room(self) -> tuple[int, int, int]:
        """What its layout asks for depends on these alone: the width of the text, its height in the width it has, a line's."""
        return self._flow.natural_width(), self._flow.height(self.width()), self._flow.pitch

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event) and self._face != font(self, self._size, bold=self._bold):
            self._lay_out()

    def _pen(self) -> QPen:
        return QPen(QColor(getattr(tokens_of(self), self._token if self.isEnabled() else "text3")))


class Prose(_Text):
    """A wrapped text; `size` in pixels at 100 %. Without a token it is `text` when bold or from 14 pixels on, else `text2`."""

    def __init__(self, text: str = "", *, size: int = 13, token: str = "", bold: bool = False) -> None:
        """Ready to be put into a layout."""
        super().__init__(text, size=size, token=token, bold=bold)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text needs at that width."""
        return self._flow.height(width)

    def sizeHint(self) -> QSize:
        """One line, or as many as a width of 55 characters takes."""
        width = min(self._flow.natural_width(), px(self, self._size) * LONGEST)
        return QSize(width, self._flow.height(width))

    def minimumSizeHint(self) -> QSize:
        """A few characters wide; the height follows the width."""
        return QSize(min(self._flow.natural_width(), px(self, self._size) * SHORTEST), self._flow.pitch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw from the top."""
        painter = QPainter(self)
        painter.setPen(self._pen())
        self._flow.paint(painter, QPointF(0, 0), self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where a layout did not."""
        super().resizeEvent(event)
        if self._flow.height(self.width()) > self.height():
            self.updateGeometry()


class Line(_Text):
    """A single line, as wide as its text."""

    def __init__(self, text: str = "", *, size: int = 14, token: str = "", bold: bool = False) -> None:
        """Ready to be put into a layout, or to be a buddy."""
        super().__init__(text, size=size, token=token, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The text and one line's height."""
        return QSize(self._flow.natural_width() + 1, self._flow.pitch)

    def minimumSizeHint(self) -> QSize:
        """The same: a line is not cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the middle of the height."""
        painter = QPainter(self)
        painter.setPen(self._pen())
        self._paint(painter, (self.height() - self._flow.pitch) / 2)

    def _paint(self, painter: QPainter, top: float) -> None:
        beside = self.width() - self._flow.natural_width()
        share = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}
        left = beside * share.get(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask, 0.0) if beside > 0 else 0.0
        self._flow.paint(painter, QPointF(left, top), self._flow.natural_width() + 1)


class ShrinkingLine(Line):
    """A single line for names of any length: where room is short its middle goes, and the tooltip has the whole."""

    def minimumSizeHint(self) -> QSize:
        """A few characters."""
        return QSize(min(self.sizeHint().width(), px(self, self._size) * SHORTEST), self._flow.pitch)

    def _paint(self, painter: QPainter, top: float) -> None:
        if self._flow.natural_width() <= self.width():
            super()._paint(painter, top)
            return
        face = font(self, self._size, bold=self._bold)
        short = shortened(self.text(), QFontMetrics(face), self.width())
        Flow([Part(short)], face).paint(painter, QPointF(0, top), self.width() + px(self, 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the whole text at hand where it is not seen."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._flow.natural_width() > self.width() else "")


def shortened(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text with "..." in its middle, as much of it as fits into `width` pixels: Qt's "…" sits mid-height in these faces."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    for kept in range(len(text) - 1, 1, -1):
        short = f"{text[: (kept + 1) // 2]}...{text[len(text) - kept // 2 :]}"
        if metrics.horizontalAdvance(short) <= width:
            return short
    return "..."
