"""The editors of long texts and of lists of names, one a line."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from desktop.editors.display import understood
from desktop.editors.editor import Editor
from desktop.editors.textbox import TextBox
from forms.answers import kind_of
from forms.catalog.model import Column, Field
from forms.values.kinds import typed
from forms.values.plain import Plain


class LongTextEditor(Editor):
    """A text of several lines, from 3 to 12 lines high."""

    lines = (3, 12)

    def __init__(self, asked: Field | Column) -> None:
        """For a long text."""
        super().__init__(asked)
        self.box = TextBox(*self.lines)
        self.box.setAccessibleName(asked.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        self.box.departed.connect(self._depart)
        self.show_plain("")

    @property
    def target(self) -> TextBox:
        """The box of text."""
        return self.box

    def plain(self) -> Plain:
        """The text, without blanks alone."""
        text = self.box.text()
        return text if text.strip() else ""

    def _form(self, value: Plain) -> Plain:
        text = typed(value) or self.asked.default
        read = understood(self.asked, text)
        return text if read is None else kind_of(self.asked).plain(read)

    def _put(self, form: Plain) -> None:
        self.box.put(str(form))

    def set_readonly(self, readonly: bool) -> None:
        """The text can be selected and copied, not changed."""
        self.box.setReadOnly(readonly)

    def _scale(self) -> None:
        self.box.fit()


class TextsEditor(LongTextEditor):
    """A list of names, one a line; from 2 to 8 lines high."""

    lines = (2, 8)

    def __init__(self, asked: Field | Column) -> None:
        """For a list of names."""
        super().__init__(asked)
        self.box.setPlaceholderText("1行に1つずつ書きます")

    def plain(self) -> Plain:
        """The lines that are not blank, as a list; "" for nothing."""
        lines: list[Plain] = [line for line in self.box.text().split("\n") if line.strip()]
        return lines or ""

    def _form(self, value: Plain) -> Plain:
        read = understood(self.asked, typed(value) or self.asked.default)
        return kind_of(self.asked).plain(read) or "" if read is not None else ""

    def _put(self, form: Plain) -> None:
        self.box.put("\n".join(map(str, form)) if isinstance(form, list) else str(form))
