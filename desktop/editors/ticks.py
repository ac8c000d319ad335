"""Several things that may all hold: tick boxes, and 「なし」, which says that none does.

Decision: an empty list is an answer (none of them) and nothing ticked is no answer, so none has a box of its own; only where an
answer is required, because elsewhere both mean the same.
"""

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from desktop.editors.choosing import chosen
from desktop.editors.editor import Editor
from desktop.editors.wholerow import TickRow
from desktop.kit.look import px
from forms.catalog.model import Column, Field
from forms.values.plain import Plain

NONE = "なし"


class TicksEditor(Editor):
    """Any of several choices."""

    def __init__(self, asked: Field | Column) -> None:
        """For choices."""
        super().__init__(asked)
        self.buttons = {name: TickRow(label) for name, label in asked.choices.items()}
        self.none = TickRow(NONE)
        self._frame = QWidget()
        self._lay_out()
        for name, button in (*self.buttons.items(), ("", self.none)):
            button.setObjectName(f"{self.objectName()}={name}")
            button.setAccessibleDescription(asked.label)
            button.departed.connect(self._depart_from)
            if name:
                button.clicked.connect(self._tick)
        self.none.clicked.connect(self._tick_none)
        self.show_plain("")

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._frame)
        rows.setContentsMargins(px(self, 4), 1, px(self, 4), 1)
        rows.setSpacing(0)
        for button in (*self.buttons.values(), self.none):
            rows.addWidget(button)
        self.none.setHidden(not self.asked.required)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def target(self) -> TickRow:
        """The first box."""
        return next(iter(self.buttons.values()), self.none)

    def plain(self) -> Plain:
        """Ids of what is ticked; [] for none of them; what was refused, while nothing is ticked; "" for nothing."""
        ticked: list[Plain] = [name for name, button in self.buttons.items() if button.isChecked()]
        if ticked or self.none.isChecked():
            return ticked
        return self._unticked()

    def _unticked(self) -> Plain:
        """Nothing is ticked: what cannot be shown by ticks stays as it is kept."""
        hidden = isinstance(self._shown, str) or (self._shown == [] and self.none.isHidden())
        return self._shown if hidden and self._shown is not None else ""

    def _form(self, value: Plain) -> Plain:
        return chosen(self.asked, value)

    def _put(self, form: Plain) -> None:
        for name, button in self.buttons.items():
            button.setChecked(isinstance(form, list) and name in form)
        self.none.setChecked(form == [])

    def _tick(self) -> None:
        if any(button.isChecked() for button in self.buttons.values()):
            self.none.setChecked(False)
        self.leave()

    def _tick_none(self) -> None:
        if self.none.isChecked():
            for button in self.buttons.values():
                button.setChecked(False)
        self.leave()

    def _depart_from(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self._depart()

    def _edged(self) -> Iterable[QWidget]:
        return (*self.buttons.values(), self.none)

    def set_readonly(self, readonly: bool) -> None:
        """What is ticked can be seen, not changed."""
        self._frame.setEnabled(not readonly)
