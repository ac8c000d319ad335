"""A file that was not taken in, under its document's row: why, and the way out as a button.

Decision: the password is asked for in place, shown as dots, and goes straight to where it is tried; it is written nowhere.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.documents.paperwork import Refusal
from desktop.kit.banners import Banner
from desktop.kit.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.kit.look import px

INDENT = 40


class RefusalPlate(QWidget):
    """`unlocked` carries the password that was typed."""

    unlocked = Signal(str)
    other_wanted = Signal()
    dismissed = Signal()

    def __init__(self, refusal: Refusal) -> None:
        """Shown until somebody deals with it."""
        super().__init__()
        self.refusal = refusal
        banner = Banner("error", f"{refusal.arrival.file.name} は入れられませんでした", refusal.reason)
        self.way_out = SecondaryButton("パスワードを入力..." if refusal.wants_password else "ほかのファイルを選ぶ...")
        self.dismiss = QuietButton("閉じる")
        self.password, self.open = QLineEdit(), PrimaryButton("開いて入れる")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(f"{refusal.arrival.file.name} のパスワード")
        self.password.setPlaceholderText("パスワード")
        self._lay_out(banner)
        self.way_out.clicked.connect(self._act)
        self.dismiss.clicked.connect(self.dismissed)
        self.password.returnPressed.connect(self._unlock)
        self.open.clicked.connect(self._unlock)

    def _lay_out(self, banner: Banner) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        buttons.setSpacing(8)
        self.password.setFixedWidth(px(self, 240))
        for widget in (self.password, self.open, self.way_out, self.dismiss):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self.password.hide()
        self.open.hide()
        for button in (self.open, self.way_out, self.dismiss):
            button.make_small()
        banner.body.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(self, INDENT), 4, 0, 6)
        row.addWidget(banner)

    def _act(self) -> None:
        if not self.refusal.wants_password:
            self.other_wanted.emit()
            return
        self.way_out.hide()
        self.password.show()
        self.open.show()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlock(self) -> None:
        if self.password.text():
            self.unlocked.emit(self.password.text())
