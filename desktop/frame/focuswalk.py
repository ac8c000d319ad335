"""F6: where the keyboard goes when it walks from part to part of the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def onward(places: Sequence[QWidget], now: QWidget | None) -> tuple[QWidget, ...]:
    """The parts in the order in which they are tried: those after the one that has the cursor, and that one last."""
    at = next((n for n, place in enumerate(places) if now is not None and place.isAncestorOf(now)), -1)
    return (*places[at + 1 :], *places[: at + 1])


def first_focusable(place: QWidget) -> QWidget | None:
    """The first widget in a part of the window that takes the cursor."""
    for widget in place.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
    return None
