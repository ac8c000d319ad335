"""The editor of one choice among many, and of every choice in a table's cell."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from desktop.editors.choosing import choices_of, chosen
from desktop.editors.combobox import ChoiceBox
from desktop.editors.editor import Editor
from forms.catalog.model import Column, Field
from forms.values.kinds import typed
from forms.values.plain import Plain


class ComboEditor(Editor):
    """One choice out of a list."""

    def __init__(self, asked: Field | Column) -> None:
        """For a choice or a boolean."""
        super().__init__(asked)
        self.box = ChoiceBox()
        self.box.setAccessibleName(asked.label)
        for name, label in choices_of(asked).items():
            self.box.addItem(label, name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self.leave)
        self.box.departed.connect(self._depart)
        self.show_plain("")

    @property
    def target(self) -> ChoiceBox:
        """The combo box."""
        return self.box

    def plain(self) -> Plain:
        """The id of the choice, true or false; what was refused, while nothing else is chosen; "" for nothing."""
        name = self.box.currentData()
        if name is None:
            return "" if self._shown is None else self._shown
        return chosen(self.asked, str(name))

    def _form(self, value: Plain) -> Plain:
        return chosen(self.asked, value)

    def _put(self, form: Plain) -> None:
        self.box.setCurrentIndex(self.box.findData(typed(form)))

    def is_busy(self) -> bool:
        """Whether the list is open."""
        return self.box.view().isVisible()

    def set_readonly(self, readonly: bool) -> None:
        """What is chosen can be seen, not changed."""
        self.box.setEnabled(not readonly)

    def fill_cell(self) -> None:
        """As wide as the cell."""
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumWidth(0)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
