"""The deadline at the bottom of the rail: how many days are left, and what counts on the last one."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.kit.ground import Ground
from desktop.kit.iconlabel import IconLabel
from desktop.kit.look import px
from desktop.kit.prose import Line
from forms.catalog.model import Call
from forms.road import show_day, show_days_left


class Deadline(Ground):
    """締切まで あと8日 / 9月1日（金）当日消印有効."""

    def __init__(self, call: Call, today: date) -> None:
        """The deadline of a call, seen from `today`."""
        super().__init__("rail", "top", "right")
        self._left = Line(show_days_left(call.terms.reception.closes, today), size=14, bold=True)
        counts = "当日消印有効" if call.terms.reception.postmark_counts else "必着"
        self._day = Line(f"{show_day(call.terms.reception.closes)}{counts}", size=12, token="text2")
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(12)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._left)
        words.addWidget(self._day)
        words.addStretch(1)
        row.addWidget(IconLabel("calendar", 18))
        row.addLayout(words, 1)
        self.setFixedHeight(px(self, 56))

    def be_short(self, *, short: bool) -> None:
        """One line in a low window."""
        self._day.setVisible(not short)
        self.setFixedHeight(px(self, 48 if short else 56))
