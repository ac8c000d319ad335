"""The last line of a table: the button that adds a row, and where there is room the word that a block can be pasted."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.editors.rowslayout import GRIP, PAD
from desktop.kit.buttons import QuietButton
from desktop.kit.look import px
from desktop.kit.prose import Line

EMPTY_WORDS = "まだ入力がありません。"
PASTING = "Excelの表は、コピーして Ctrl+V で貼り付けられます"


class RowsFoot(QWidget):
    """Stands in the room that the table's layout keeps for it."""

    def __init__(self, label: str, ground: QWidget) -> None:
        """`label`: what the table is of."""
        super().__init__(ground)
        self.button = QuietButton(f"{label.removesuffix('等')}を追加", icon="plus")
        self._empty = Line(EMPTY_WORDS, size=14, token="text2")
        self._pasting = Line(PASTING, size=12, token="text3")
        self._line = row = QHBoxLayout(self)
        row.setSpacing(px(self, 8))
        row.addWidget(self._empty)
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self._pasting)

    def stand(self, room: QRect, *, is_empty: bool, is_fixed: bool) -> None:
        """Fill a rectangle of the table."""
        left = PAD if is_empty or is_fixed else GRIP - 6
        self._line.setContentsMargins(px(self, left), 0, px(self, PAD), 0)
        self.button.setVisible(not is_fixed)
        self._empty.setVisible(is_empty)
        need = self.button.sizeHint().width() + self._pasting.sizeHint().width() + px(self, 80)
        need += self._empty.sizeHint().width() if is_empty else 0
        self._pasting.setVisible(not is_fixed and need < room.width())
        self.setGeometry(room)
        self.setVisible(room.height() > 0)
