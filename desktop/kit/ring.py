"""The ring round the editor that has the focus: an overlay, so that nothing moves and a bad field shows both edges.

Decision: one ring for all editors under a widget; it follows QApplication.focusChanged and whatever moves the editor. A widget
says with its property `ring`: "inside" (the style sheet marks it), "none" (it paints its own), or nothing.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.kit.look import px, tokens_of
from desktop.kit.plates import draw_ring

EDITORS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton")
OUTSIDE = 4
MOVING = frozenset((QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest))


class FocusRing(QWidget):
    """Stands in `ground`, over everything, and lets the mouse through."""

    def __init__(self, ground: QWidget) -> None:
        """Ready: it appears when an editor under `ground` gets the focus."""
        super().__init__(ground)
        self._ground = ground
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        self._target = _ringed(now, self._ground)
        if self._target is None:
            self.hide()
            return
        link: QWidget | None = self._target
        while link is not None and link is not self._ground:
            link.installEventFilter(self)
            self._followed.append(link)
            link = link.parentWidget()
        self._stand()

    def _let_go(self) -> None:
        for widget in self._followed:
            if isValid(widget):  # rows come and go
                widget.removeEventFilter(self)
        self._followed = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the editor."""
        if event.type() in MOVING:
            self._stand()
        return False

    def _stand(self) -> None:
        if self._target is None or not isValid(self._target) or not self._target.isVisibleTo(self._ground):
            self.hide()
            return
        out = px(self, OUTSIDE)
        place = QRect(self._target.mapTo(self._ground, QPoint(0, 0)), self._target.size())
        self.setGeometry(place.adjusted(-out, -out, out, out))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """2 px of accent."""
        draw_ring(QPainter(self), QRectF(self.rect()), tokens_of(self).accent, px(self, 8))


def _ringed(widget: QWidget | None, ground: QWidget) -> QWidget | None:
    """The editor to draw the ring round: the one that has the focus or that holds it, if it stands on the ground."""
    while widget is not None and widget is not ground:
        if _is_editor(widget) and not _is_editor(widget.parentWidget()):
            return widget if not widget.property("ring") and ground.isAncestorOf(widget) else None
        widget = widget.parentWidget()
    return None


def _is_editor(widget: QWidget | None) -> bool:
    """Asked of Qt by name: PySide would have to make all these classes before the start page has one of them."""
    return widget is not None and any(widget.inherits(name) for name in EDITORS)
