"""How the list of cases is laid out: bars, rail, figures, table, company; and what a small window leaves out."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.kit.banners import Banner
from desktop.kit.card import Card
from desktop.kit.look import px, tokens_of
from desktop.register.cappanel import CapPanel
from desktop.register.empty import Empty
from desktop.register.filterrail import FilterRail
from desktop.register.foot import RegisterFoot
from desktop.register.headline import Headline
from desktop.register.model import RegisterModel
from desktop.register.table import RegisterTable
from desktop.register.topbar import RegisterTop

NARROW, SHORT = 1100, 600


class RegisterFrame(QWidget):
    """The widgets of design picture 08, without knowing what they are for."""

    def __init__(self, model: RegisterModel) -> None:
        """`model`: the rows of the table."""
        super().__init__()
        self.setObjectName("register")
        self.setAccessibleName("案件一覧")
        self.model = model
        self.top, self.rail, self.foot = RegisterTop(), FilterRail(), RegisterFoot()
        self.headline, self.table, self.cap = Headline(), RegisterTable(model), CapPanel()
        self.empty, self.outcome, self.fault = Empty(), Banner("ok"), Banner("error")
        self._lay_out()

    def _lay_out(self) -> None:
        self._stack, card = QStackedWidget(), Card()
        card.body.setContentsMargins(0, 0, 0, 6)  # the table's corners are square, the card's are round
        card.body.addWidget(self.table)
        self._stack.addWidget(card)
        self._stack.addWidget(self.empty)
        self._middle, below, whole = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for widget in (self.headline, self.outcome, self.fault):
            self._middle.addWidget(widget)
        self._middle.addWidget(self._stack, 1)
        self._middle.addWidget(self.cap)
        right = QVBoxLayout()
        right.addLayout(self._middle, 1)
        right.addWidget(self.foot)
        below.addWidget(self.rail)
        below.addLayout(right, 1)
        for layout in (right, below, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what a wide page needs must not keep it from being narrow
        whole.addWidget(self.top)
        whole.addLayout(below, 1)
        self.outcome.hide()
        self.fault.hide()

    def show_table(self, *, shows: bool) -> None:
        """Show the table, or in its place why there is nothing in it."""
        self._stack.setCurrentIndex(0 if shows else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new size into account."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave out what a small window has no room for."""
        narrow, short = self.width() < px(self, NARROW), self.height() < px(self, SHORT)
        side = px(self, 12 if narrow else 20)
        self._middle.setContentsMargins(side, px(self, 6 if short else 12), side, px(self, 6 if short else 9))
        self._middle.setSpacing(px(self, 6 if short else 10))
        for bar in (self.top, self.foot):
            bar.be_sized(narrow=narrow, short=short)
        for part in (self.rail, self.table, self.headline):
            part.be_sized(narrow=narrow)
        self.cap.be_sized(short=short)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page's ground."""
        QPainter(self).fillRect(self.rect(), QColor(tokens_of(self).surface))
