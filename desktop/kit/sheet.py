"""A panel over the dimmed window: settings, about, help, questions.

Decision: a child of the window and never a dialog with a loop of its own, so that a test can answer it and nothing hangs. Esc
closes it, Tab stays inside, the keys of the window behind do nothing meanwhile, and the focus returns to where it was.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.kit.buttons import ToolButton
from desktop.kit.card import Card
from desktop.kit.look import px
from desktop.kit.prose import Prose
from desktop.kit.scroll import PageScroll

DIM = 110
AIR = 24
ALIGNED = 12  # px by which the tops of widgets in one line may differ


class Sheet(QWidget):
    """Fill `body` and `foot`; `open_over(window)` shows it, `close_sheet()` and Esc take it away, then `closed` is emitted."""

    closed = Signal()

    def __init__(self, title: str, *, side: str = "centre", width: int = 520) -> None:
        """`side`: centre, or right for a panel of the window's whole height; `width` in pixels at 100 %."""
        super().__init__()
        self._side, self._wish = side, width
        self._before: QWidget | None = None
        self.panel = Card()
        self.title = Prose(title, size=16, bold=True)
        self.close_button = ToolButton("close", "閉じる（Esc）")
        self.body, self.foot = QVBoxLayout(), QHBoxLayout()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.clicked.connect(self.close_sheet)
        self.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self.panel.setParent(self)
        head = QHBoxLayout()
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._inside = QWidget()
        self._inside.setLayout(self.body)
        self.body.setContentsMargins(20, 4, 20, 8)
        self.body.setSpacing(12)
        self._scroll = PageScroll(self._inside)
        self.foot.setContentsMargins(20, 8, 20, 16)
        self.foot.setSpacing(8)
        head.setContentsMargins(20, 14, 14, 6)
        column = self.panel.body
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.foot)

    def open_over(self, window: QWidget) -> None:
        """Show it over the whole of `window`."""
        self._before = QApplication.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self._stand()
        self.show()
        self.raise_()
        self._place_panel()
        first = next(iter(self.stops()), self.close_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Take it away and give the focus back."""
        if self.isHidden():
            return
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def stops(self) -> list[QWidget]:
        """Where Tab stops inside, in order; the button that closes it is the last."""
        found = [child for child in self.panel.findChildren(QWidget) if child is not self.close_button and _takes_tab(child, self)]
        return [*in_reading_order(found, self.panel), self.close_button]

    def _stand(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())

    def _place_panel(self) -> None:
        width = min(px(self, self._wish), self.width() - 2 * AIR)
        if self._side == "right":
            self.panel.setGeometry(self.width() - width, 0, width, self.height())
            return
        height = min(self._wanted_height(width), self.height() - 2 * AIR)
        self.panel.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 3, width, height))

    def _wanted_height(self, width: int) -> int:
        inside = max(self.body.heightForWidth(width - 2), 0) if self.body.hasHeightForWidth() else self.body.sizeHint().height()
        head = max(self.title.heightForWidth(width - px(self, 80)), self.close_button.sizeHint().height()) + 20
        return inside + head + self.foot.sizeHint().height() + 4

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self._stand()
            self._place_panel()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the window behind from working."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_panel()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no key goes on to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is dimmed cannot be pressed."""
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round inside."""
        stops = self.stops()
        now = next_stop(stops, QApplication.focusWidget(), 1 if next else -1)
        now.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what is behind."""
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(DIM)
        QPainter(self).fillRect(self.rect(), shade)


def _takes_tab(widget: QWidget, sheet: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisibleTo(sheet)


def in_reading_order(widgets: list[QWidget], ground: QWidget) -> list[QWidget]:
    """Line by line: a widget that begins little lower than the first of a line belongs to it."""
    places = {widget: widget.mapTo(ground, QPoint(0, 0)) for widget in widgets}
    lines: list[list[QWidget]] = []
    for widget in sorted(widgets, key=lambda widget: places[widget].y()):
        if lines and places[widget].y() - places[lines[-1][0]].y() <= ALIGNED:
            lines[-1].append(widget)
        else:
            lines.append([widget])
    return [widget for line in lines for widget in sorted(line, key=lambda widget: places[widget].x())]


def next_stop(stops: list[QWidget], now: QWidget | None, step: int) -> QWidget:
    """The stop after or before the one that has the focus, or holds it; round at the ends."""
    at = next((place for place, stop in enumerate(stops) if now is not None and (stop is now or stop.isAncestorOf(now))), -step)
    return stops[(at + step) % len(stops)]
