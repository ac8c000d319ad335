"""How a case stands in the list of the start page: name, answers, papers, state, days left, when.

Decision: in a narrow window the state stands over the faults and the days over the date, in a tight one answers over papers too, so
that nothing goes but the bars.
"""

from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.kit.chips import HEIGHT as CHIP
from desktop.kit.chips import chip_width, draw_chip
from desktop.kit.figures import draw_amount, draw_bar
from desktop.kit.glyphs import draw_glyph
from desktop.kit.icons import draw_icon
from desktop.kit.look import font, px, tokens_of
from desktop.kit.plates import Plate, draw_plate, draw_ring, fill
from desktop.kit.prose import shortened
from desktop.settings import Recent

HIGH, WIDE, TIGHT = 56, 940, 720
PAD, GAP = 18, 26
CRAMPED = 190  # a name column in which the number is set smaller
GONE = "ファイルが見つかりません。動かしたときは「ファイルを開く」で選び直してください。"
KEYED = "keyed"  # the property by which a view says that the keyboard brought the cursor
ROLE = Qt.ItemDataRole.UserRole


class Columns(NamedTuple):
    """Where each column lies in a row."""

    name: QRectF
    answers: QRectF
    papers: QRectF
    state: QRectF
    days: QRectF
    arrow: QRectF
    is_wide: bool


class RecentRow(QStyledItemDelegate):
    """Paints a ShownCase."""

    def __init__(self, view: QAbstractItemView) -> None:
        """The rows of a view."""
        super().__init__(view)
        self._view = view

    def _px(self, size: float) -> int:
        return px(self._view, size)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as two lines with air."""
        return QSize(self._px(300), self._px(HIGH))

    def columns(self, row: QRectF) -> Columns:
        """The columns of a row, laid out from the right; the name takes what is left."""
        wide, tight = row.width() >= self._px(WIDE), row.width() < self._px(TIGHT)
        gap, right = self._px(GAP if wide else 12), row.right() - self._px(12 if wide else 8)
        sizes = (16, 214, 150, 80, 150) if wide else (16, 118, 124, 0, 92) if tight else (16, 118, 124, 80, 92)
        places = []
        for place, size in enumerate(sizes):
            places.append(QRectF(right - self._px(size), row.top(), self._px(size), row.height()))
            right -= (self._px(size) + (gap if place else self._px(8))) if size else 0
        left = row.left() + self._px(PAD if wide else 14)
        arrow, days, state, papers, answers = places
        return Columns(QRectF(left, row.top(), right - left, row.height()), answers, papers, state, days, arrow, wide)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Ground, columns, divider, ring."""
        shown: Any = index.data(ROLE)
        at: Any = option
        tokens, row = tokens_of(self._view), QRectF(at.rect)
        places = self.columns(row)
        focused = self._view.hasFocus() and self._view.currentIndex() == index
        if focused or self._is_under_pointer(row):
            draw_plate(painter, row.adjusted(1, 1, -1, -1), Plate(tokens.sunken, radius=self._px(7)))
        if index.row():
            fill(painter, QRectF(row.left() + 1, row.top(), row.width() - 2, 1), tokens.line)
        self._draw_name(painter, places.name if not shown.is_missing else row.adjusted(self._px(PAD), 0, -self._px(PAD), 0), shown)
        if not shown.is_missing:
            self._draw_tallies(painter, places, shown.recent)
            self._draw_state(painter, places, shown)
            self._draw_days(painter, places, shown)
            draw_icon(painter, _middle(places.arrow, self._px(16)), "chevron-right", tokens.text2)
        if focused and self._view.property(KEYED):
            draw_ring(painter, row.adjusted(2, 2, -2, -2), tokens.accent, self._px(6))

    def _is_under_pointer(self, row: QRectF) -> bool:
        """Asked of the view: QStyle, which knows it too, takes 10 ms of the start to load."""
        ground = self._view.viewport()
        return ground.underMouse() and row.contains(ground.mapFromGlobal(QCursor.pos()).toPointF())

    def _draw_name(self, painter: QPainter, place: QRectF, shown: Any) -> None:  # noqa: ANN401 - a ShownCase
        case, pale = shown.recent, shown.is_missing
        self._line(painter, place, 14, case.name, "text3" if pale else "text", bold=True)
        self._line(painter, place, 36, GONE if pale else case.details, "text3" if pale else "text2")

    def _line(self, painter: QPainter, place: QRectF, middle: float, text: str, token: str, *, bold: bool = False) -> None:
        small = 13 if place.width() > self._px(CRAMPED) else 12
        face = font(self._view, 14 if bold else small, bold=bold)
        painter.setFont(face)
        painter.setPen(QColor(getattr(tokens_of(self._view), token)))
        metrics = QFontMetrics(face)
        base = place.top() + self._px(middle + 6) + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(place.left(), base), shortened(text, metrics, round(place.width())))

    def _draw_tallies(self, painter: QPainter, places: Columns, case: Recent) -> None:
        answers, papers = (case.given, case.asked), (case.papers, case.papers_asked)
        if places.papers.width():
            for place, word, tally in ((places.answers, "記入", answers), (places.papers, "書類", papers)):
                self._draw_tally(painter, place.adjusted(0, self._px(10), 0, 0), word, tally)
                bar = QRectF(place.left(), place.top() + self._px(38), place.width(), self._px(4))
                draw_bar(painter, bar, tally[0] / tally[1] if tally[1] else 0.0)
            return
        self._draw_tally(painter, places.answers.adjusted(0, self._px(7), 0, 0), "記入", answers)
        self._draw_tally(painter, places.answers.adjusted(0, self._px(29), 0, 0), "書類", papers)

    def _draw_tally(self, painter: QPainter, place: QRectF, word: str, tally: tuple[int, int]) -> None:
        line = QRectF(place.left(), place.top(), place.width(), self._px(20))
        painter.setFont(font(self._view, 12))
        painter.setPen(QColor(tokens_of(self._view).text2))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word)
        draw_amount(painter, line, f"{tally[0]} / {tally[1]}", size=13)

    def _draw_state(self, painter: QPainter, places: Columns, shown: Any) -> None:  # noqa: ANN401 - a ShownCase
        case, place = shown.recent, places.state
        wide = chip_width(self._view, case.stage, case.tone)
        stacked = bool(case.errors) and wide + self._px(70) > place.width()
        chip_top = place.top() + self._px(6) if stacked else place.center().y() - self._px(CHIP) / 2
        chip = QRectF(place.left(), chip_top, wide, self._px(CHIP))
        draw_chip(painter, chip, case.stage, case.tone, tokens_of(self._view))
        if case.errors:
            left = place.left() + self._px(4) if stacked else chip.right() + self._px(8)
            middle = place.top() + self._px(41) if stacked else place.center().y()
            self._draw_faults(painter, QPointF(left, middle), case.errors)

    def _draw_faults(self, painter: QPainter, at: QPointF, count: int) -> None:
        tokens, side = tokens_of(self._view), self._px(16)
        draw_glyph(painter, QRectF(at.x(), at.y() - side / 2, side, side), "error", tokens)
        painter.setFont(font(self._view, 13, bold=True))
        painter.setPen(QColor(tokens.err))
        words = QRectF(at.x() + self._px(20), at.y() - self._px(10), self._px(80), self._px(20))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"誤り {count}")

    def _draw_days(self, painter: QPainter, places: Columns, shown: Any) -> None:  # noqa: ANN401 - a ShownCase
        place, tokens, right = places.days, tokens_of(self._view), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if places.is_wide:
            left_place, when_place = place.adjusted(0, 0, -self._px(130), 0), place
        else:
            left_place = QRectF(place.left(), place.top() + self._px(7), place.width(), self._px(20))
            when_place = left_place.translated(0, self._px(22))
        counts = shown.left.startswith(("あと", "今日"))
        painter.setFont(font(self._view, 13, bold=counts))
        painter.setPen(QColor(tokens.text if counts else tokens.text2))
        painter.drawText(left_place, right, shown.left)
        painter.setFont(font(self._view, 13))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(when_place, right, shown.when)


def _middle(place: QRectF, side: float) -> QRectF:
    return QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
