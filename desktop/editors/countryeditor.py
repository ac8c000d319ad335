"""The editor of a country: type any part of its name or its code, also while composing, or open the whole list."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.editors.countries import matching
from desktop.editors.lineeditor import LineEditor
from desktop.editors.suggestions import Suggestions
from desktop.kit.qicons import icon
from forms.catalog.model import Column, Field

TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}


class CountryEditor(LineEditor):
    """A line with suggestions."""

    def __init__(self, asked: Field | Column) -> None:
        """For a country."""
        super().__init__(asked)
        self.suggestions = Suggestions(self.box)
        self._all = self.box.addAction(icon("chevron-down"), QLineEdit.ActionPosition.TrailingPosition)
        self._all.setText("国・地域の一覧")
        self._all.triggered.connect(self._offer_all)
        self.box.textEdited.connect(self._offer)
        self.box.composed.connect(self._offer)
        self.box.installEventFilter(self)
        self.box.departed.connect(self.suggestions.hide)
        self.suggestions.picked.connect(self._pick)
        self.destroyed.connect(self.suggestions.deleteLater)

    def _offer(self) -> None:
        """Suggest for what stands here and what is being composed."""
        place = self.box.cursorPosition()
        text = self.box.text()[:place] + self.box.preedit + self.box.text()[place:]
        if text.strip():
            self._suggest(text)
        else:
            self.suggestions.hide()

    def _offer_all(self) -> None:
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        self._suggest("")

    def _suggest(self, text: str) -> None:
        self.suggestions.offer([(code, f"{name}　{code}") for code, name in matching(text)])

    def _pick(self, code: str) -> None:
        self._put(self._form(code))
        self.leave()

    def is_busy(self) -> bool:
        """Whether the list is open, or something is being composed."""
        return self.suggestions.isVisible() or super().is_busy()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the open list; an arrow opens it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self.box.preedit:
            return self._steer(event)
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if not self.suggestions.isVisible():
            opening = key == Qt.Key.Key_F4 and not self.box.isReadOnly()
            if opening:
                self._offer_all()
            return opening
        if key in STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.suggestions.step(STEPS[key])
        elif key in TAKING:
            self.suggestions.take()
        elif key == Qt.Key.Key_Escape:
            self.suggestions.hide()
        else:
            return False
        return True

    def set_readonly(self, readonly: bool) -> None:
        """Without the list."""
        super().set_readonly(readonly)
        self._all.setEnabled(not readonly)
