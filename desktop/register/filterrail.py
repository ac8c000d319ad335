"""The left rail of the list: stages and what to take care of, each with its number of cases; one Tab stop, arrows inside."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from desktop.kit.figures import amount_width, draw_amount
from desktop.kit.glyphs import draw_glyph
from desktop.kit.ground import Ground
from desktop.kit.iconlabel import IconLabel
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.prose import Line, ShrinkingLine, shortened
from desktop.register.arranging import ALL, ERRORS, LACKING, NEARING, OVER, STAGE

GROUP, COUNT, SIGN = (Qt.ItemDataRole.UserRole + place for place in range(3))
ROW, HEAD = 31, 28
WIDE, NARROW = 200, 190
CARES = (
    (ERRORS, "誤りがある", "error"),
    (LACKING, "書類が足りない", "missing"),
    (NEARING, "優先期限が近い", "warning"),
    (OVER, "会社の上限超え", "warning"),
)
Index = QModelIndex | QPersistentModelIndex


class FilterRail(Ground):
    """Emits the group that a person wants to see; the folder stands at the bottom."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Everything, at first."""
        super().__init__("rail", "right")
        self.list = QListWidget()
        self.list.setObjectName("register.groups")
        self.list.setAccessibleName("絞り込み")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_GroupRow(self.list))
        self.list.currentItemChanged.connect(self._choose)
        self.folder, self._inside = ShrinkingLine("", size=14, bold=True), Line("", size=12, token="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(self, 6), 1, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot())

    def _foot(self) -> Ground:
        foot = Ground("rail", "top")
        row, words = QHBoxLayout(foot), QVBoxLayout()
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(10)
        words.setSpacing(0)
        words.addWidget(self.folder)
        words.addWidget(self._inside)
        row.addWidget(IconLabel("folder", 18))
        row.addLayout(words, 1)
        return foot

    def show_folder(self, folder: Path, count: int) -> None:
        """Name the folder that is shown."""
        self.folder.set_text(folder.name or str(folder))
        self.folder.setToolTip(str(folder))
        self._inside.set_text(f"フォルダーの中の{count}件")

    def show_counts(self, stages: Sequence[str], counts: Mapping[str, int], group: str) -> None:
        """Show these groups, with the cursor on one."""
        self.list.blockSignals(True)
        self.list.clear()
        self._head("状態")
        self._row(ALL, "すべて", counts)
        for stage in stages:
            self._row(STAGE + stage, stage, counts)
        self._head("気をつけるもの")
        for care, words, sign in CARES:
            self._row(care, words, counts, sign)
        for place in range(self.list.count()):
            if self.list.item(place).data(GROUP) == group:
                self.list.setCurrentRow(place)
        self.list.blockSignals(False)

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _row(self, group: str, words: str, counts: Mapping[str, int], sign: str = "") -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(GROUP, group)
        item.setData(COUNT, counts.get(group, 0))
        item.setData(SIGN, sign)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}、{counts.get(group, 0)}件")

    def _choose(self, now: QListWidgetItem | None) -> None:
        if now is not None and now.data(GROUP):
            self.chosen.emit(now.data(GROUP))

    def be_sized(self, *, narrow: bool) -> None:
        """Leave more room to the table in a small window."""
        self.setFixedWidth(px(self, NARROW if narrow else WIDE))


class _GroupRow(QStyledItemDelegate):
    """Sign, words, number; the current one on a plate with a bar."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(self._view, 100), px(self._view, ROW if index.data(GROUP) else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, tokens, row = self._view, tokens_of(self._view), QRectF(option.rect)
        left = row.left() + px(view, 18)
        if not index.data(GROUP):
            self._words(painter, QRectF(left, row.top() + px(view, 4), row.width(), row.height()), str(index.data()), 12, "text2")
            return
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            self._plate(painter, row)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_plate(painter, row.adjusted(px(view, 8), 1, -px(view, 8), -1), Plate("", tokens.line, px(view, 6)))
        sign, side = index.data(SIGN), px(view, 16)
        if sign:
            draw_glyph(painter, QRectF(left + 2, row.center().y() - side / 2, side, side), sign, tokens)
        count = str(index.data(COUNT))
        right = row.right() - px(view, 16)
        words = left + px(view, 26 if sign else 2)
        room = right - amount_width(count, size=14) - px(view, 4) - words
        self._words(painter, QRectF(words, row.top(), room, row.height()), str(index.data()), 14, "text", bold=is_current)
        pale = index.data(COUNT) == 0
        draw_amount(painter, QRectF(words, row.top(), right - words, row.height()), count, size=14, token="text2" if pale else "text")

    def _plate(self, painter: QPainter, row: QRectF) -> None:
        view, tokens = self._view, tokens_of(self._view)
        plate = row.adjusted(px(view, 8), 1, -px(view, 8), -1)
        focused = view.hasFocus()
        draw_plate(painter, plate, Plate(tokens.surface, tokens.accent if focused else tokens.line, px(view, 6), 2 if focused else 1))
        draw_plate(painter, QRectF(plate.left() + 3, plate.top() + 7, 3, plate.height() - 14), Plate(tokens.accent, radius=1.5))

    def _words(self, painter: QPainter, place: QRectF, text: str, size: int, token: str, *, bold: bool = False) -> None:
        face = font(self._view, size, bold=bold)
        painter.setFont(face)
        painter.setPen(QPen(QColor(getattr(tokens_of(self._view), token))))
        words = shortened(text, QFontMetrics(face), round(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
