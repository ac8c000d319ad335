"""Ctrl+F: a field to type in, and the questions and papers that fit, each with the page on which it stands. Enter goes there."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.around.finding import Hit, find
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.prose import Prose, shortened
from desktop.kit.sheet import Sheet
from forms.catalog.model import Call

HIGH, SEEN = 36, 8
ABOVE = 210  # what stands over and under the list, and around the sheet
CODE = 56
ROLE = Qt.ItemDataRole.UserRole
EMPTY = "項目名、コード（C03、P04など）、選択肢、説明のことばで探します。全角と半角、ひらがなとカタカナは区別しません。"
NOTHING = "見つかりません。別のことばか、短いことばでお試しください。"
KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Finder(Sheet):
    """Emits `chosen` with the id of a field or a document, and closes."""

    chosen = Signal(str)

    def __init__(self, call: Call, asks: Callable[[str], bool] = lambda _: True) -> None:
        """`asks`: whether this case is asked a question or for a paper; what it is not, is left out."""
        super().__init__("項目や書類を探す", width=620)
        self.setObjectName("finder")
        self._call, self._asks = call, asks
        self.field, self.hits, self._said = QLineEdit(), QListWidget(), Prose(EMPTY, size=13)
        self.body.setContentsMargins(20, 6, 20, 20)
        self.foot.setContentsMargins(0, 0, 0, 0)
        for widget in (self.field, self._said, self.hits):
            self.body.addWidget(widget)
        self._make_field()
        self._make_list()

    def _make_field(self) -> None:
        self.field.setObjectName("finder.field")
        self.field.setAccessibleName("探すことば")
        self.field.setPlaceholderText("例：法人番号、C03、見積書")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._choose_current)
        self.field.installEventFilter(self)

    def _make_list(self) -> None:
        self.hits.setObjectName("finder.hits")
        self.hits.setAccessibleName("見つかった項目")
        self.hits.setFrameShape(QFrame.Shape.NoFrame)
        self.hits.setItemDelegate(_HitRow(self.hits))
        self.hits.setMouseTracking(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.hide()
        self.hits.itemActivated.connect(self._choose)
        self.hits.itemClicked.connect(self._choose)

    def _look(self, typed: str) -> None:
        found = [hit for hit in find(self._call, typed) if self._asks(hit.subject)]
        self.hits.clear()
        for hit in found:
            item = QListWidgetItem(self.hits)
            item.setData(ROLE, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.label}、{hit.code}、{hit.place}")
        self.hits.setCurrentRow(0)
        self.hits.setVisible(bool(found))
        self.hits.setFixedHeight(min(len(found), self._seen()) * px(self, HIGH) + 2)
        self._said.set_text(EMPTY if not typed.strip() else f"{len(found)}件見つかりました。Enterでその項目へ移ります。" if found else NOTHING)

    def _seen(self) -> int:
        """How many hits can stand in the window, so that only the list scrolls."""
        return min(max((self.height() - px(self, ABOVE)) // px(self, HIGH), 2), SEEN)

    def _choose_current(self) -> None:
        if self.hits.currentItem() is not None:
            self._choose(self.hits.currentItem())

    def _choose(self, item: QListWidgetItem) -> None:
        hit: Hit = item.data(ROLE)
        self.close_sheet()
        self.chosen.emit(hit.subject)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys walk through the list while one types."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in KEYS:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SEEN, Qt.Key.Key_PageUp: -SEEN}[Qt.Key(event.key())]
            self.hits.setCurrentRow(min(max(self.hits.currentRow() + step, 0), self.hits.count() - 1))
            return True
        return super().eventFilter(watched, event)


class _HitRow(QStyledItemDelegate):
    """Code, label, page."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(self._view, 200), px(self._view, HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        hit: Hit = index.data(ROLE)
        at: Any = option
        row, tokens = QRectF(at.rect), tokens_of(self._view)
        if at.state & QStyle.StateFlag.State_Selected:
            draw_plate(painter, row, Plate(tokens.tint, radius=px(self._view, 6)))
        elif at.state & QStyle.StateFlag.State_MouseOver:
            draw_plate(painter, row, Plate(tokens.sunken, radius=px(self._view, 6)))
        left = row.left() + px(self._view, 10)
        place_wide = QFontMetricsF(font(self._view, 13)).horizontalAdvance(hit.place)
        right = row.right() - px(self._view, 10) - place_wide
        self._words(painter, QPointF(left, row.center().y()), (hit.code, 12, "text2"), CODE)
        self._words(painter, QPointF(right, row.center().y()), (hit.place, 13, "text2"), round(place_wide) + 2)
        label = QPointF(left + px(self._view, CODE), row.center().y())
        self._words(painter, label, (hit.label, 14, "text"), round(right - label.x()) - px(self._view, 12))

    def _words(self, painter: QPainter, at: QPointF, words: tuple[str, int, str], width: int) -> None:
        text, size, token = words
        face = font(self._view, size)
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(QColor(getattr(tokens_of(self._view), token)))
        painter.drawText(QPointF(at.x(), at.y() + (metrics.ascent() - metrics.descent()) / 2), shortened(text, metrics, width))
