"""The editor of every answer that is one line of text: names, numbers, amounts, codes, addresses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from desktop.editors.display import AMOUNTS, WIDE, displayed, unit_of, width_of
from desktop.editors.editor import Editor
from desktop.editors.linebox import LineBox
from desktop.kit.look import font, px
from forms.catalog.model import Column, Field
from forms.values.plain import Plain

FIGURES = 15  # px at 100 %: digits of one width in the columns of a table, one px larger than text


class LineEditor(Editor):
    """One line, as wide as its answer; figures stand at the right, their unit after them."""

    def __init__(self, asked: Field | Column) -> None:
        """For any kind that people type."""
        super().__init__(asked)
        self.box = LineBox()
        self.box.setAccessibleName(asked.label)
        self._width, self._is_cell = width_of(asked), False
        self._unit = QLabel(unit_of(asked))
        if asked.kind in AMOUNTS:
            self.box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self.box.finished.connect(self.leave)
        self.box.departed.connect(self._depart)
        self.show_plain("")

    def _lay_out(self) -> None:
        if self._width != WIDE:
            self.alignment = Qt.AlignmentFlag.AlignLeft
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self._unit)
        self._unit.setHidden(not self._unit.text())  # not before it stands here: a widget alone would open a window
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        self._scale()

    def _scale(self) -> None:
        if self._is_cell and self.asked.kind in AMOUNTS:
            self.box.setFont(font(self, FIGURES, figures=True))
        if self._width != WIDE:
            self.box.setMinimumWidth(px(self, min(self._width, 112)))
            self.box.setFixedWidth(px(self, self._width))

    @property
    def target(self) -> LineBox:
        """The line."""
        return self.box

    def plain(self) -> Plain:
        """The text, without blanks alone."""
        text = self.box.text()
        return text if text.strip() else ""

    def _form(self, value: Plain) -> str:
        return displayed(self.asked, value)

    def _put(self, form: Plain) -> None:
        self.box.put(str(form))

    def set_readonly(self, readonly: bool) -> None:
        """The text can be selected and copied, not changed."""
        self.box.setReadOnly(readonly)

    def fill_cell(self) -> None:
        """The line alone, as wide as the cell."""
        self._width, self._is_cell = WIDE, True
        self._unit.hide()
        self._scale()
        self.box.setMinimumWidth(0)
        self.box.setMaximumWidth(16777215)
