"""A calendar that drops from a date's editor: the months under a head that counts the years as the forms do (令和5年 2023年).

Decision: a pop-up that is shown and never waited for; choosing a day closes it.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.kit.look import font, px
from desktop.kit.qicons import icon
from forms.values.wareki import ERAS, show_date

LAST = QDate(2100, 12, 31)
WEEKDAYS = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """A month; `chosen` with the day."""

    chosen = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        """Belongs to a date's editor."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget()
        self._title = QLabel()
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setFont(font(self, 14, bold=True))
        self._dress_calendar()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(self, 8), px(self, 8), px(self, 8), px(self, 8))
        column.addLayout(self._head())
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        self.calendar.currentPageChanged.connect(self._tell_month)

    def _dress_calendar(self) -> None:
        plain = QTextCharFormat()
        for day in WEEKDAYS:
            self.calendar.setWeekdayTextFormat(day, plain)
        self.calendar.setLocale(QLocale(QLocale.Language.Japanese, QLocale.Country.Japan))
        self.calendar.setNavigationBarVisible(False)
        self.calendar.setMinimumSize(px(self, 320), px(self, 216))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setDateRange(QDate(*_parts(ERAS[0].first)), LAST)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._turner("前年", "", self.calendar.showPreviousYear))
        row.addWidget(self._turner("前の月", "chevron-left", self.calendar.showPreviousMonth))
        row.addWidget(self._title, 1)
        row.addWidget(self._turner("次の月", "chevron-right", self.calendar.showNextMonth))
        row.addWidget(self._turner("翌年", "", self.calendar.showNextYear))
        return row

    def _turner(self, name: str, picture: str, turn: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        if picture:
            button.setIcon(icon(picture))
        else:
            button.setText(name)
        button.setMinimumSize(px(self, 28), px(self, 28))
        button.clicked.connect(turn)
        return button

    def open_at(self, place: QPoint, day: QDate) -> None:
        """Show the month of a day, its corner at a place of the screen."""
        self.calendar.setSelectedDate(day)
        self._tell_month(day.year(), day.month())
        self.adjustSize()
        self.move(self._within(place))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _within(self, place: QPoint) -> QPoint:
        """Moved so that nothing of it is off the screen."""
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = min(place.y(), room.bottom() - self.height())
        return QPoint(max(left, room.left()), max(top, room.top()))

    def _tell_month(self, year: int, month: int) -> None:
        first = date(year, month, 1)
        era = show_date(max(first, ERAS[0].first)).partition("年")[0]
        self._title.setText(f"{era}年{month}月（{year}年）")

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(day)


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
