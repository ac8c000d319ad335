"""Over the table: how many cases are shown and in which order, what they ask for, how many are ready."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.kit.figures import Amount
from desktop.kit.prose import Line
from desktop.register.arranging import Wish, requested_total
from desktop.register.columns import COLUMNS
from desktop.register.looking import CaseRow

ORDERS = {"deadline": ("優先期限の近い順", "優先期限の遠い順")}


class Headline(QWidget):
    """Figures of what is shown."""

    def __init__(self) -> None:
        """No cases yet."""
        super().__init__()
        self.count, self._order = Line("", size=18, bold=True), Line("", size=13, token="text2")
        self.total, self.ready = Amount(size=16, bold=True), Amount(size=16, bold=True, unit="件")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addWidget(self._order)
        row.addStretch(1)
        row.addWidget(Line("申請額の合計", size=13, token="text2"))
        row.addWidget(self.total)
        row.addSpacing(8)
        row.addWidget(Line("誤りなしで書類もそろった", size=13, token="text2"))
        row.addWidget(self.ready)

    def show_rows(self, rows: Sequence[CaseRow], wish: Wish) -> None:
        """Count what is shown."""
        self.count.set_text(f"{len(rows)}件")
        self._order.set_text("　".join(filter(None, (order_words(wish), _unread(rows)))))
        self.total.show_yen(requested_total(rows))
        self.ready.show_yen(sum(row.is_ready for row in rows))

    def be_sized(self, *, narrow: bool) -> None:
        """The order is seen in the header too."""
        self._order.setVisible(not narrow)


def order_words(wish: Wish) -> str:
    """By what the rows are sorted."""
    title = next(column.title for column in COLUMNS if column.id == wish.column)
    near, far = ORDERS.get(wish.column, (f"{title}の順", f"{title}の逆の順"))
    return far if wish.descending else near


def _unread(rows: Sequence[CaseRow]) -> str:
    count = sum(bool(row.fault) for row in rows)
    return f"うち{count}件は読めません" if count else ""
