"""A line of text that knows when it is left, what is being composed in it, and lets the window undo what it cannot undo itself."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from desktop.editors.composing import is_leaving, is_undoing

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineBox(QLineEdit):
    """One line; `departed` when the keyboard goes, `finished` at Enter."""

    departed = Signal()
    finished = Signal()
    composed = Signal()  # what is being composed has changed

    def __init__(self) -> None:
        """An empty line."""
        super().__init__()
        self.preedit = ""

    def put(self, text: str) -> None:
        """Show a text and forget what was typed before; its beginning is in sight while nobody types here."""
        place = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)
        self._tell_whole()

    def _tell_whole(self) -> None:
        """Where the line is too short for its text, the whole of it is told in the tool tip."""
        room = self.width() - 2 * self.fontMetrics().averageCharWidth() - self.textMargins().right()
        self.setToolTip(self.text() if self.fontMetrics().horizontalAdvance(self.text()) > room else "")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note what is being composed."""
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)
        self.composed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say when the keyboard has gone elsewhere in the window."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.departed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes; undo goes to the window where there is nothing to undo here."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not self.preedit:
            self.finished.emit()
            return
        if is_undoing(event) and not self._can(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave the window's undo to the window where there is nothing to undo here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undoing(event) and not self._can(event):
            event.ignore()
            return False
        return super().event(event)

    def _can(self, event: QKeyEvent) -> bool:
        return self.isUndoAvailable() if event.matches(QKeySequence.StandardKey.Undo) else self.isRedoAvailable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider line may show its whole text."""
        super().resizeEvent(event)
        self._tell_whole()
