"""A few choices, all in sight: one row each, the whole row clickable; nothing chosen is possible until something is.

Decision: a choice is taken back by undo only; clicking it again leaves it. The group is one stop of the Tab key.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QBoxLayout, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop.editors.choosing import choices_of, chosen
from desktop.editors.editor import Editor
from desktop.editors.wholerow import RadioRow
from desktop.kit.look import px
from forms.catalog.model import Column, Field
from forms.values.kinds import typed
from forms.values.plain import Plain


class RadiosEditor(Editor):
    """A choice among a few, or yes and no side by side."""

    def __init__(self, asked: Field | Column) -> None:
        """For a choice or a boolean."""
        super().__init__(asked)
        self.buttons = {name: RadioRow(label) for name, label in choices_of(asked).items()}
        self._group = QButtonGroup(self)
        self._frame = QWidget()
        self._lay_out()
        for name, button in self.buttons.items():
            button.setObjectName(f"{self.objectName()}={name}")
            button.setAccessibleDescription(asked.label)
            button.departed.connect(self._depart_from)
            self._group.addButton(button)
        self._group.buttonClicked.connect(self.leave)
        self.show_plain("")

    def _lay_out(self) -> None:
        across = self.asked.kind == "boolean"
        rows = QBoxLayout(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom, self._frame)
        rows.setContentsMargins(px(self, 4), 1, px(self, 4), 1)
        rows.setSpacing(px(self, 12) if across else 0)
        for button in self.buttons.values():
            rows.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame, 0, Qt.AlignmentFlag.AlignLeft if across else Qt.AlignmentFlag(0))
        if across:
            self.alignment = Qt.AlignmentFlag.AlignLeft
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def target(self) -> QAbstractButton:
        """What is chosen, else the first choice."""
        return self._group.checkedButton() or next(iter(self.buttons.values()))

    def plain(self) -> Plain:
        """The id of the choice, true or false; what was refused, while nothing else is chosen; "" for nothing."""
        name = next((name for name, button in self.buttons.items() if button.isChecked()), None)
        if name is None:
            return "" if self._shown is None else self._shown
        return chosen(self.asked, name)

    def _form(self, value: Plain) -> Plain:
        return chosen(self.asked, value)

    def _put(self, form: Plain) -> None:
        self._group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == typed(form))
        self._group.setExclusive(True)
        self._settle_stops()

    def _settle_stops(self) -> None:
        """One stop for the Tab key: what is chosen, else the first."""
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is self.target else Qt.FocusPolicy.ClickFocus)

    def _depart_from(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self._depart()

    def _edged(self) -> Iterable[QWidget]:
        return self.buttons.values()

    def set_readonly(self, readonly: bool) -> None:
        """What is chosen can be seen, not changed."""
        self._frame.setEnabled(not readonly)
