"""Under the table: what the company of the case in hand asks for over all its cases, and what it may have."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.kit.figures import Amount, Bar
from desktop.kit.glyphs import Glyph
from desktop.kit.look import px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.prose import Line, ShrinkingLine
from desktop.register.arranging import company_sum
from desktop.register.columns import name_of
from desktop.register.looking import CaseRow


class CapPanel(QFrame):
    """Empty words until a case is shown."""

    def __init__(self) -> None:
        """Keeps its room, so that the table does not jump."""
        super().__init__()
        self.setObjectName("register.cap")
        self._name, self.count = ShrinkingLine("", size=14, bold=True), Line("", size=12, token="text2")
        self.total, self._cap = Amount(size=14, bold=True, unit=""), Amount(size=14)
        self._label, self._slash = Line("申請額の合計", size=13, token="text2"), Line("／", size=13, token="text2")
        self._bar, self._sign = Bar(height=6, name="会社の上限に対する申請額の割合"), Glyph("warning", size=16)
        self.left = ShrinkingLine("", size=13)
        self._bar.setMinimumWidth(px(self, 150))
        self._lay_out()
        self.show_row(None, ())

    def _lay_out(self) -> None:
        names, sums, figures = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        figures.setSpacing(6)
        for widget in (self._label, self.total, self._slash, self._cap):
            figures.addWidget(widget)
        figures.addStretch(1)
        for column in (names, sums):
            column.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self.count)
        sums.addLayout(figures)
        sums.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(18)
        row.addLayout(names)
        row.addLayout(sums)
        row.addWidget(self._sign)
        row.addWidget(self.left, 1)

    def show_row(self, row: CaseRow | None, rows: Sequence[CaseRow]) -> None:
        """Show what the company of a case comes to, among all the cases of the folder."""
        known = row is not None and row.looked and not row.fault
        for widget in (self._label, self.total, self._slash, self._cap, self._bar, self.count):
            widget.setVisible(known)
        self._sign.hide()
        self._name.set_text(name_of(row) if row else "")
        self.left.set_text(row.fault if row else "")
        if row is not None and known:
            self._show_sum(row, rows)

    def _show_sum(self, row: CaseRow, rows: Sequence[CaseRow]) -> None:
        found = company_sum(row, rows)
        others = "この案件だけ" if found.count <= 1 else f"同じ会社の{found.count}案件"
        self.count.set_text(others if row.company.counts else "上限に数えない案件")
        self.total.show_yen(found.total)
        self._cap.show_yen(found.cap)
        self._bar.show_share(found.total / found.cap if found.cap else 0.0)
        self._sign.setVisible(found.is_over)
        left = found.cap - found.total
        self.left.set_text(f"上限を{-left:,}円超えています。申請額を見直します。" if found.is_over else f"あと {left:,}円まで")
        self.setAccessibleName(f"{name_of(row)}、{self.count.text()}、申請額の合計 {found.total:,}円、上限 {found.cap:,}円")

    def be_sized(self, *, short: bool) -> None:
        """One line in a low window."""
        for line in (self.count, self._bar):
            line.setMaximumHeight(0 if short else 16777215)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate."""
        tokens = tokens_of(self)
        draw_plate(QPainter(self), QRectF(self.rect()), Plate(tokens.sunken, tokens.line, px(self, 8)))
