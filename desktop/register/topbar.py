"""The bar on top of the list: home, what this is, the deadline, the filter, export, folder, help."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.kit.buttons import SecondaryButton, ToolButton
from desktop.kit.ground import Ground
from desktop.kit.look import px
from desktop.kit.prose import Line, ShrinkingLine
from desktop.kit.qicons import icon
from desktop.register.looking import CaseRow
from forms.road import show_day, show_days_left

FIND, FIND_SHORT = "会社名・番号・かなで絞り込む", "絞り込む"


class RegisterTop(Ground):
    """Signals are named after what the person wants."""

    home_wanted, export_wanted, folder_wanted, help_wanted = Signal(), Signal(), Signal(), Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        """Without a deadline."""
        super().__init__("surface", "bottom")
        self._deadline = ShrinkingLine("", size=13, token="text2")
        self.field = QLineEdit()
        self.field.setObjectName("register.filter")
        self.field.setAccessibleName("絞り込むことば")
        self.field.setToolTip("Ctrl+F")
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.export = SecondaryButton("CSVに書き出す...", icon="download")
        self.folder = SecondaryButton("フォルダーを選ぶ...", icon="folder")
        self._home, self._help = ToolButton("home", "はじめの画面へ"), ToolButton("help", "この画面の説明（F1）")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._home)
        row.addWidget(Line("案件一覧", size=16, bold=True))
        row.addWidget(self._deadline, 1)
        for widget in (self.field, self.export, self.folder, self._help):
            row.addWidget(widget)

    def _connect(self) -> None:
        for button, wanted in (
            (self._home, self.home_wanted),
            (self.export, self.export_wanted),
            (self.folder, self.folder_wanted),
            (self._help, self.help_wanted),
        ):
            button.clicked.connect(wanted)
        self.field.textChanged.connect(self.typed)

    def show_deadline(self, rows: Sequence[CaseRow], today: date) -> None:
        """Tell the next day on which a reception ends, of the calls that these cases are for."""
        days = sorted({row.closes for row in rows if row.closes is not None})
        next_day = next((day for day in days if day >= today), days[-1] if days else None)
        if next_day is None:
            self._deadline.set_text("")
            return
        day = f"　{show_day(next_day)}" if next_day >= today else ""
        self._deadline.set_text(show_days_left(next_day, today) + day)

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """Fewer words where room is short."""
        self.field.setPlaceholderText(FIND_SHORT if narrow else f"{FIND}　Ctrl+F")
        self.field.setFixedWidth(px(self, 150 if narrow else 330))
        self.export.set_text("CSV..." if narrow else "CSVに書き出す...")
        self.folder.set_text("フォルダー..." if narrow else "フォルダーを選ぶ...")
        self.setFixedHeight(px(self, 44 if short else 52))
