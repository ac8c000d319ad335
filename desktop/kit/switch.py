"""A choice of two or more parts in one row: 入力 | 様式を見る, 正本 | 副本1 | ….

Decision: an exclusive group of buttons, so that Qt itself makes it one stop for Tab with the arrow keys inside.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from desktop.kit.button import Button, Colours
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate


class Switch(QFrame):
    """`chosen` is emitted with the part's place when a person chooses one."""

    chosen = Signal(int)

    def __init__(self, parts: Sequence[str], name: str) -> None:
        """The first is chosen; `name` says what is chosen here."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for place, words in enumerate(parts):
            part = _Part(words)
            self._group.addButton(part, place)
            row.addWidget(part)
        self._group.idToggled.connect(self._tell)
        self.choose(0)

    def choose(self, place: int) -> None:
        """Choose a part by its place, without telling anybody."""
        self._group.blockSignals(True)
        self._group.button(place).setChecked(True)
        self._group.blockSignals(False)

    def current(self) -> int:
        """The place of what is chosen."""
        return self._group.checkedId()

    def parts(self) -> list[Button]:
        """The buttons, in their order."""
        return [button for button in self._group.buttons() if isinstance(button, Button)]

    def _tell(self, place: int, chosen: bool) -> None:
        if chosen:
            self.chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground under all parts."""
        tokens = tokens_of(self)
        draw_plate(QPainter(self), QRectF(self.rect()), Plate(tokens.sunken, tokens.line, px(self, 8)))


class _Part(Button):
    height_at_100, padding, text_size = 28, 12, 14

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def face(self) -> QFont:
        return font(self, self.text_size, bold=self.isChecked())

    def sizeHint(self) -> QSize:
        bold = QFontMetrics(font(self, self.text_size, bold=True)).horizontalAdvance(self.label())
        return QSize(bold + 2 * px(self, self.padding), px(self, self.height_at_100))

    def colours(self) -> Colours:
        if self.isChecked():
            return Colours("surface", "ctl", "text", "text3")
        return Colours(self.pick("", "disabled", "disabled"), "", "text2", "text3")
