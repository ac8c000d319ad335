"""A list to choose one from, which the mouse wheel never changes and whose list is as wide as its longest label."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from desktop.editors.composing import is_leaving
from desktop.kit.look import px

NOT_CHOSEN = "選んでください"


class ChoiceBox(QComboBox):
    """A combo box; `departed` when the keyboard goes."""

    departed = Signal()

    def __init__(self) -> None:
        """With nothing chosen."""
        super().__init__()
        self.setPlaceholderText(NOT_CHOSEN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentTextChanged.connect(self.setToolTip)

    def showPopup(self) -> None:
        """Open the list, wide enough for every label."""
        longest = self.view().sizeHintForColumn(0) + 2 * px(self, 12)
        self.view().setMinimumWidth(max(longest, self.width()))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say when the keyboard has gone elsewhere in the window; the list that drops down takes it too, and gives it back."""
        super().focusOutEvent(event)
        if is_leaving(event) and not self.view().isVisible():
            self.departed.emit()
