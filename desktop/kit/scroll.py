"""A column that scrolls up and down and never sideways, with the focus ring over it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.kit.look import px
from desktop.kit.ring import FocusRing

AIR = 20


class PageScroll(QScrollArea):
    """Takes one widget by `setWidget`; its ground is what it stands on."""

    def __init__(self, inside: QWidget | None = None) -> None:
        """`inside`: the column, or set it later."""
        super().__init__()
        self._ring: FocusRing | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()  # Qt's own would be asked for, and PySide would make the classes of all widgets to name it: 10 ms
        self.setViewport(ground)
        ground.setAutoFillBackground(False)
        if inside is not None:
            self.setWidget(inside)

    def setWidget(self, widget: QWidget) -> None:
        """Show a column."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)
        self._ring = FocusRing(widget)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: what scrolls may be small, and never raises the window's own minimum."""
        return QSize(px(self, 120), px(self, 32))

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget of the column is seen whole, or its top where it is higher than the view."""
        column = self.widget()
        if column is None or not column.isAncestorOf(widget):
            return
        if (layout := column.layout()) is not None:
            layout.activate()
        place, air = QRect(widget.mapTo(column, QPoint(0, 0)), widget.size()), px(self, AIR)
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        if place.top() - air < bar.value() or place.height() + 2 * air > seen:
            bar.setValue(place.top() - air)
        elif place.bottom() + air > bar.value() + seen:
            bar.setValue(place.bottom() + air - seen)
