"""The editor of a date: one line that takes every way of writing one, and a calendar for those who would rather look."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.editors.calendarpopup import CalendarPopup
from desktop.editors.display import understood
from desktop.editors.lineeditor import LineEditor
from desktop.kit.qicons import icon
from forms.catalog.model import Column, Field


class DateEditor(LineEditor):
    """A line with a calendar at its end (F4 opens it too)."""

    def __init__(self, asked: Field | Column) -> None:
        """For a date."""
        super().__init__(asked)
        self._calendar: CalendarPopup | None = None
        self._opening = self.box.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        self._opening.setText("カレンダー")
        self._opening.triggered.connect(self.open_calendar)
        self.box.installEventFilter(self)

    def open_calendar(self) -> CalendarPopup:
        """Drop the calendar at the day that stands here, else at today."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.chosen.connect(self._take)
        read = understood(self.asked, self.box.text())
        day = QDate(read.year, read.month, read.day) if isinstance(read, date) else QDate.currentDate()
        self._calendar.open_at(self.box.mapToGlobal(QPoint(0, self.box.height() + 2)), day)
        return self._calendar

    def _take(self, day: QDate) -> None:
        self._put(self._form(day.toString(Qt.DateFormat.ISODate)))
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)
        self.leave()

    def is_busy(self) -> bool:
        """Whether the calendar is open, or something is being composed."""
        return super().is_busy() or (self._calendar is not None and self._calendar.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F4 opens the calendar."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F4:
            if not self.box.isReadOnly():
                self.open_calendar()
            return True
        return super().eventFilter(watched, event)

    def set_readonly(self, readonly: bool) -> None:
        """Without the calendar."""
        super().set_readonly(readonly)
        self._opening.setEnabled(not readonly)
