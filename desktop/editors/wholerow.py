"""Radio buttons and tick boxes whose whole row can be clicked and whose label wraps instead of being cut.

Decision: Qt's own buttons (a screen reader knows them), only label, size and the place to click are ours.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from desktop.editors.composing import is_leaving
from desktop.kit.flow import Flow, Part
from desktop.kit.look import font, px, tokens_of

ROW, GAP, NARROWEST = 32, 8, 120  # px at 100 %: least height of a row; from the mark to the label; least width of a long label
TEXT = 14  # px at 100 %


class Label:
    """The words beside the mark; laid out when they, or the size of text, are others than before."""

    def __init__(self, button: QAbstractButton) -> None:
        """Of a radio button or a tick box."""
        self._button = button
        self._laid: tuple[str, int] | None = None
        self._flow = Flow([], button.font())

    def flow(self) -> Flow:
        """The words in lines."""
        now = self._button.text(), px(self._button, 100)
        if now != self._laid:
            self._laid, self._flow = now, Flow([Part(now[0])], font(self._button, TEXT))
        return self._flow

    def height(self, width: int) -> int:
        """How high the row is at a width."""
        room = _label_rect(self._button, width).width()
        return max(px(self._button, ROW), self.flow().height(room) + px(self._button, 8))

    def draw(self, option: QStyleOptionButton, mark: QStyle.PrimitiveElement) -> None:
        """The mark as the style has it, then the words."""
        button, side, tokens = self._button, _mark_side(self._button), tokens_of(self._button)
        label, flow = _label_rect(button, button.width()), self.flow()
        painter = QStylePainter(button)
        option.rect = QRect(px(button, 2), (button.height() - side) // 2, side, side)
        painter.drawPrimitive(mark, option)
        painter.setPen(QColor(tokens.text if button.isEnabled() else tokens.text3))
        flow.paint(painter, QPointF(label.left(), (button.height() - flow.height(label.width())) / 2), label.width())
        painter.end()


class RadioRow(QRadioButton):
    """One of a few choices."""

    departed = Signal()

    def __init__(self, text: str) -> None:
        """With its label."""
        super().__init__(text)
        self.label = Label(self)
        _be_a_row(self)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row is the button."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Wide enough for the label in one line."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """A few characters wide: the label wraps."""
        return _least_size(self)

    def heightForWidth(self, width: int) -> int:
        """As high as the label wraps."""
        return self.label.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark as the style does, then the label."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.label.draw(option, QStyle.PrimitiveElement.PE_IndicatorRadioButton)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say when the keyboard has gone elsewhere in the window."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.departed.emit()


class TickRow(QCheckBox):
    """One of several things that may all hold."""

    departed = Signal()

    def __init__(self, text: str) -> None:
        """With its label."""
        super().__init__(text)
        self.label = Label(self)
        _be_a_row(self)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row is the button."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Wide enough for the label in one line."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """A few characters wide: the label wraps."""
        return _least_size(self)

    def heightForWidth(self, width: int) -> int:
        """As high as the label wraps."""
        return self.label.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark as the style does, then the label."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.label.draw(option, QStyle.PrimitiveElement.PE_IndicatorCheckBox)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say when the keyboard has gone elsewhere in the window."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.departed.emit()


def _be_a_row(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _mark_side(button: QAbstractButton) -> int:
    return px(button, 18)


def _label_rect(button: QAbstractButton, width: int) -> QRect:
    left = px(button, 2) + _mark_side(button) + px(button, GAP)
    return QRect(left, 0, max(width - left - 2, 1), button.height())


def _size(button: QAbstractButton) -> QSize:
    left = _label_rect(button, 1000).left()
    return QSize(left + button.fontMetrics().horizontalAdvance(button.text()) + px(button, 12), px(button, ROW))


def _least_size(button: QAbstractButton) -> QSize:
    label = min(button.fontMetrics().horizontalAdvance(button.text()) + px(button, 12), px(button, NARROWEST))
    return QSize(_label_rect(button, 1000).left() + label, px(button, ROW))
