"""The left rail: every step with its state, free to jump; one Tab stop, arrows inside.

Decision: a list view with a painted delegate, so that screen readers get rows with names and states from Qt itself.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.frame.raildeadline import Deadline
from desktop.frame.railprogress import Progressed
from desktop.frame.steps import road
from desktop.kit.glyphs import draw_glyph
from desktop.kit.ground import Ground
from desktop.kit.look import font, px, tokens_of
from desktop.session import Session
from forms.tally import DOCUMENTS, PageState, Tally, state_of_page

STEP, STATE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROW, HEAD = 33, 26
Index = QModelIndex | QPersistentModelIndex


class Rail(Ground):
    """Progress on top, the steps, the deadline at the bottom."""

    chosen = Signal(str)  # the id of the step that the person wants to see

    def __init__(self, session: Session) -> None:
        """The rail of an open case."""
        super().__init__("rail", "right")
        self._session = session
        self._progress, self._deadline = Progressed(), Deadline(session.call, session.today)
        self._list = _steps(session)
        self._states: dict[str, PageState] = {}  # what is shown
        self._list.currentItemChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addWidget(self._list, 1)
        column.addWidget(self._deadline)
        self.refresh()

    def _choose(self, now: QListWidgetItem | None) -> None:
        if now is not None and now.data(STEP):
            self.chosen.emit(now.data(STEP))

    def show_step(self, step: str) -> None:
        """Mark the step that is shown."""
        for row in range(self._list.count()):
            item = self._list.item(row)
            if item.data(STEP) == step and item is not self._list.currentItem():
                self._list.blockSignals(True)  # the page is shown already
                self._list.setCurrentItem(item)
                self._list.blockSignals(False)
        self._list.scrollToItem(self._list.currentItem())
        self._list.viewport().update()

    def refresh(self) -> None:
        """Show the states as they are now."""
        review, checked = self._session.review, self._session.checked
        states = {step.id: state_of_page(review, step.id, checked) for step in road(self._session)}
        if states != self._states:
            self._show_states(states)
        steps = [states[step].tally for step in self._session.call.steps]
        answers = Tally(sum(tally.given for tally in steps), sum(tally.asked for tally in steps))
        self._progress.show_tallies(answers, states[DOCUMENTS].tally)

    def _show_states(self, states: dict[str, PageState]) -> None:
        before, self._states = self._states, states
        for item in (self._list.item(row) for row in range(self._list.count())):
            step = item.data(STEP)
            if step and states[step] != before.get(step):
                self._tell(item, states[step])

    def _tell(self, item: QListWidgetItem, state: PageState) -> None:
        """Give a step its state; its row alone is painted anew, where a change of the model would have Qt lay out the whole list."""
        self._list.model().blockSignals(True)
        item.setData(STATE, state)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}、{state.words}")
        self._list.model().blockSignals(False)
        self._list.viewport().update(self._list.visualItemRect(item))

    def be_short(self, *, short: bool) -> None:
        """Whether the window is low: one line for the deadline."""
        self._deadline.be_short(short=short)

    def take_focus(self) -> None:
        """Put the cursor on the step that is shown."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _steps(session: Session) -> QListWidget:
    steps = QListWidget()
    steps.setAccessibleName("入力ステップ")
    steps.setFrameShape(QFrame.Shape.NoFrame)
    steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    steps.viewport().setAutoFillBackground(False)
    steps.setItemDelegate(StepDelegate(steps))
    group = ""
    for step in road(session):
        if step.group != group:
            group = step.group
            head = QListWidgetItem(session.call.groups[group], steps)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
        item = QListWidgetItem(step.title, steps)
        item.setData(STEP, step.id)
    return steps


class StepDelegate(QStyledItemDelegate):
    """Paints a step: glyph, name, number of errors; the current one on a white plate with a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of 33 px, heads of 26."""
        widget = option.widget
        return QSize(100, px(widget, ROW if index.data(STEP) else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a head or a step."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(STEP):
            self._paint_step(painter, option, index)
        else:
            tokens = tokens_of(option.widget)
            painter.setFont(font(option.widget, 12))
            painter.setPen(QColor(tokens.text2))
            painter.drawText(option.rect.adjusted(px(option.widget, 20), px(option.widget, 4), 0, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.restore()

    def _paint_step(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        widget, tokens, state = option.widget, tokens_of(option.widget), index.data(STATE)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            self._paint_plate(painter, option, is_current=is_current)
        rect: QRect = option.rect
        glyph = QRectF(rect.left() + px(widget, 22), rect.center().y() - px(widget, 9) + 1, px(widget, 18), px(widget, 18))
        draw_glyph(painter, glyph, state.glyph, tokens, state.share)
        painter.setFont(font(widget, 14, bold=is_current))
        pale = state.glyph == "empty" and not is_current
        painter.setPen(QColor(tokens.text2 if pale else tokens.text))
        painter.drawText(rect.adjusted(px(widget, 50), 0, -px(widget, 12), 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        if state.errors:
            painter.setFont(font(widget, 14))
            painter.setPen(QColor(tokens.err))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(rect.adjusted(0, 0, -px(widget, 18), 0), right, str(state.errors))

    def _paint_plate(self, painter: QPainter, option: QStyleOptionViewItem, *, is_current: bool) -> None:
        widget, tokens = option.widget, tokens_of(option.widget)
        plate = QRectF(option.rect).adjusted(px(widget, 8), 1.5, -px(widget, 10), -1.5)
        painter.setPen(QPen(QColor(tokens.accent), 2) if is_current and widget.hasFocus() else QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.surface) if is_current else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plate, 6, 6)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(plate.left() + 2, plate.top() + 7, 3, plate.height() - 14), 1.5, 1.5)


def is_rail(widget: QWidget | None) -> bool:
    """Whether the cursor is in the rail."""
    return isinstance(widget, QListWidget) and widget.accessibleName() == "入力ステップ"
