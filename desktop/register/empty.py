"""What stands in the table's place while there is nothing to show: one sentence, and the button that ends it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from desktop.kit.buttons import SecondaryButton
from desktop.kit.card import Card
from desktop.kit.prose import Prose


class Empty(Card):
    """`acted` when the button is pressed."""

    acted = Signal()

    def __init__(self) -> None:
        """Without a reason."""
        super().__init__()
        self.words, self.way_out = Prose("", size=14), SecondaryButton("")
        self.way_out.clicked.connect(self.acted)
        self.body.setContentsMargins(20, 20, 20, 20)
        self.body.setSpacing(12)
        self.body.addWidget(self.words)
        self.body.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_reason(self, folder: Path, *, has_rows: bool) -> None:
        """Why nothing is shown: nothing fits, or the folder has no cases."""
        if has_rows:
            self.words.set_text("当てはまる案件がありません。絞り込みを解くと、すべての案件が見られます。")
            self.way_out.set_text("絞り込みを解く")
        else:
            self.words.set_text(f"{folder} に案件のファイル（.shinsei）がありません。案件を入れているフォルダーを選びます。")
            self.way_out.set_text("フォルダーを選ぶ...")
