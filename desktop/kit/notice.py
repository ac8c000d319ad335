"""A question over the window: one sentence of what, one of what follows, and two answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.prose import Prose
from desktop.kit.sheet import Sheet


class Notice(Sheet):
    """Emits `accepted` or `refused`, once; Esc and 閉じる refuse. Without `secondary` there is one answer only."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, title: str, text: str, primary: str, secondary: str = "") -> None:
        """Shown by `open_over(window)`."""
        super().__init__(title, width=460)
        self._is_accepted = False
        self.primary, self.secondary = PrimaryButton(primary), SecondaryButton(secondary)
        self.body.addWidget(Prose(text, size=14, token="text"))
        self.foot.addStretch(1)
        self.foot.addWidget(self.secondary)
        self.foot.addWidget(self.primary)
        self.secondary.setVisible(bool(secondary))
        self.primary.clicked.connect(self._accept)
        self.secondary.clicked.connect(self.close_sheet)
        self.closed.connect(self._answer)

    def open_over(self, window: QWidget) -> None:
        """Ask, with the cursor on the answer that changes nothing."""
        self._is_accepted = False
        super().open_over(window)
        (self.primary if self.secondary.isHidden() else self.secondary).setFocus()


    def _accept(self) -> None:
        self._is_accepted = True
        self.close_sheet()

    def _answer(self) -> None:
        (self.accepted if self._is_accepted else self.refused).emit()
