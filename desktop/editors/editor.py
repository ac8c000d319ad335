"""What every editor can do: show an answer, tell what stands in it, and say when the person has left it.

Decision: an editor accepts anything. It puts what it holds into the kind's own form only when it is left, and never while an
input method is composing; what the kind refuses stays as it was typed.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.editors.composing import commit_composition, is_composing
from desktop.kit.look import is_redressing, mark
from forms.catalog.model import Column, Field
from forms.values.plain import Plain


class Editor(QWidget):
    """One answer being edited. Subclasses give `target`, `plain`, `_form`, `_put`, `set_readonly`."""

    left = Signal()  # left or chosen, with something else in it than was shown last: read it now
    departed = Signal()  # the keyboard has gone elsewhere, changed or not

    alignment = Qt.AlignmentFlag(0)  # how a row lays the editor out: over its whole width, or at the left

    def __init__(self, asked: Field | Column) -> None:
        """For a field, or for a column of rows. A field's id becomes the objectName."""
        super().__init__()
        self.asked = asked
        self._shown: Plain | None = None
        self._waiting: Plain | None = None
        self._help = ""
        self._complained: tuple[QWidget, bool, str] | None = None
        self.setAccessibleName(asked.label)
        if isinstance(asked, Field):
            self.setObjectName(asked.id)

    @property
    def target(self) -> QWidget:
        """The widget that takes the keyboard; a label's buddy."""
        raise NotImplementedError

    def plain(self) -> Plain:
        """What stands there; "" for nothing."""
        raise NotImplementedError

    def _form(self, value: Plain) -> Plain:
        """What `plain` gives once this answer is shown: its kind's own form, the default for nothing, bad text as it is."""
        raise NotImplementedError

    def _put(self, form: Plain) -> None:
        """Bring a form into the widgets; emits nothing."""
        raise NotImplementedError

    def show_plain(self, value: Plain) -> None:
        """Show what is kept. What is shown already disturbs nothing that is being typed; a composition ends first."""
        if value == self._shown:
            return
        form = self._form(value)
        if form == self._shown:
            return
        if is_composing(self.target):
            self._waiting = value
            return
        self._shown, self._waiting = form, None
        self._put(form)

    @property
    def is_unread(self) -> bool:
        """Whether something else stands there than was shown last."""
        return self.plain() != self._shown

    def leave(self) -> None:
        """Take what stands there as finished: into its kind's form, and `left` if that is new. A composition is committed."""
        commit_composition(self.target)
        form = self._form(self.plain())
        self._put(form)
        if form != self._shown:
            self._shown, self._waiting = form, None
            self.left.emit()
        elif self._waiting is not None:
            self.show_plain(self._waiting)

    def revert(self) -> None:
        """Go back to what was shown last."""
        if self._shown is not None:
            self._put(self._shown)

    def _depart(self) -> None:
        self.leave()
        self.departed.emit()

    def take_focus(self, cell: str = "") -> None:
        """Put the cursor here; `cell` says where in a table (`2].name`)."""
        self.target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_busy(self) -> bool:
        """Whether keys belong to something open: a composition, a list of suggestions."""
        return is_composing(self.target)

    def set_bad(self, bad: bool, complaint: str = "") -> None:
        """Draw the edge of a refused answer; a screen reader says the complaint, and the help again once it is gone."""
        now = (self.target, bad, complaint)
        if now == self._complained:
            return
        self._complained = now
        for widget in self._edged():
            mark(widget, "bad" if bad else "")
        if not self.accessibleDescription():
            self._help = self.target.accessibleDescription()
        self.setAccessibleDescription(complaint)
        self.target.setAccessibleDescription(complaint or self._help)

    def _edged(self) -> Iterable[QWidget]:
        return (self.target,)

    def set_readonly(self, readonly: bool) -> None:
        """Show without letting anything be changed."""
        raise NotImplementedError

    def fill_cell(self) -> None:
        """Be the editor of a table's cell: as wide as the cell, without what stands beside the answer."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if is_redressing(event):
            self._scale()

    def _scale(self) -> None:
        """Take the sizes that go with the font."""

