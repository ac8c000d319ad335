"""The row of a document: sign, number, title, state in words, pages; the whole of it can be pressed and takes files.

Decision: a button to Qt and to screen readers, painted whole; the list is one stop for Tab, with the arrow keys inside.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.documents.documentrowstate import RowState
from desktop.documents.dropping import DropTarget
from desktop.kit.flow import Flow, Part
from desktop.kit.glyphs import draw_glyph
from desktop.kit.icons import draw_icon
from desktop.kit.look import font, is_redressing, px, tokens_of
from desktop.kit.plates import Plate, draw_plate, draw_ring
from desktop.kit.tokens import Tokens

HIGH, AIR = 35, 13
SIGN, SIGN_LEFT, LABEL_LEFT, TITLE_LEFT = 18, 14, 44, 106  # px at 100 %
WORDS_WIDE, PAGES_WIDE, RIGHT, GAP = 146, 66, 40, 12
LEAST_TITLE, BELOW = 180, 22
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class DocumentRow(QAbstractButton):
    """`clicked` selects it; `walked` carries how many rows the arrow keys go on."""

    walked = Signal(int)
    opened = Signal()
    dropped = Signal(list)  # of Path
    moved = Signal(int)  # the id of a paper of another document

    def __init__(self, state: RowState, *, takes_files: bool) -> None:
        """`takes_files`: whether files may be dropped on it."""
        super().__init__()
        self._state = state
        self._by_keys = False
        self.setCheckable(True)
        self._target = DropTarget(self, takes_papers=True)
        self._target.dropped.connect(self.dropped)
        self._target.moved.connect(self.moved)
        self.setAcceptDrops(takes_files)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title = self._flow()
        self._name()

    @property
    def state(self) -> RowState:
        """What it says."""
        return self._state

    def show_state(self, state: RowState) -> None:
        """Say something else."""
        if state != self._state:
            self._state = state
            self._lay_out()
            self._name()

    def select(self, *, selected: bool) -> None:
        """Be the selected row, which alone Tab reaches, or not."""
        if selected != self.isChecked():
            self.setChecked(selected)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus)
            self._lay_out()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._state.label} {self._state.title}")
        self.setAccessibleDescription("　".join(part for part in (self._state.words, self._state.pages) if part))
        self.update()

    def _flow(self) -> Flow:
        return Flow([Part(self._state.title)], font(self, 14, bold=self.isChecked()))

    def _lay_out(self) -> None:
        self._title = self._flow()
        self.updateGeometry()
        self.update()

    def _is_stacked(self, width: int) -> bool:
        """Whether the state stands below the title, for large text in a narrow page."""
        return width < px(self, TITLE_LEFT + LEAST_TITLE + WORDS_WIDE + PAGES_WIDE + RIGHT + GAP)

    def _title_wide(self, width: int) -> int:
        beside = 0 if self._is_stacked(width) else WORDS_WIDE + PAGES_WIDE + GAP
        return max(width - px(self, TITLE_LEFT + beside + RIGHT), 1)

    def hasHeightForWidth(self) -> bool:
        """Long titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its title's lines."""
        below = px(self, BELOW) if self._is_stacked(width) else 0
        return max(px(self, HIGH), self._title.height(self._title_wide(width)) + px(self, AIR)) + below

    def sizeHint(self) -> QSize:
        """As it stands now."""
        return QSize(px(self, 560), self.heightForWidth(max(self.width(), px(self, 480))))

    def minimumSizeHint(self) -> QSize:
        """Not narrower than its columns."""
        return QSize(px(self, TITLE_LEFT + WORDS_WIDE + PAGES_WIDE + RIGHT), px(self, HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the new width asks for."""
        super().resizeEvent(event)
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter and → go to its papers."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.walked.emit(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.click()
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, words."""
        painter, tokens = QPainter(self), tokens_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, tokens)
        middle = self.height() / 2
        side = px(self, SIGN)
        draw_glyph(painter, QRectF(px(self, SIGN_LEFT), middle - side / 2, side, side), self._state.glyph, tokens)
        self._paint_words(painter, tokens)
        arrow = px(self, 16)
        draw_icon(painter, QRectF(self.width() - px(self, 30), middle - arrow / 2, arrow, arrow), "chevron-right", tokens.text2)
        if self.hasFocus() and self._by_keys:
            draw_ring(painter, QRectF(self.rect()), tokens.accent, px(self, 6))

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        rect = QRectF(self.rect())
        if self.isChecked():
            draw_plate(painter, rect, Plate(tokens.tint, radius=px(self, 6)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(0, rect.height() * 0.25, 3, rect.height() * 0.5), 1.5, 1.5)
        else:
            if self.underMouse():
                draw_plate(painter, rect, Plate(tokens.sunken, radius=px(self, 6)))
            painter.fillRect(QRectF(px(self, 12), rect.height() - 1, rect.width() - px(self, 14), 1), QColor(tokens.line))
        if self._target.is_over:
            painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(self, 6), px(self, 6))

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        state, width = self._state, self.width()
        below = px(self, BELOW) if self._is_stacked(width) else 0
        high, top = self.height() - below, self.height() - below - px(self, 4) if below else 0
        side = QRectF(0, top, width - px(self, RIGHT), below or high)
        left, middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.text2))
        painter.setFont(font(self, 14))
        painter.drawText(QRectF(px(self, LABEL_LEFT), 0, px(self, TITLE_LEFT - LABEL_LEFT), high), left, state.label)
        painter.drawText(side, middle | Qt.AlignmentFlag.AlignRight, state.pages)
        painter.setPen(QColor(getattr(tokens, state.token)))
        painter.setFont(font(self, 14, bold=state.bold))
        side.setLeft(px(self, TITLE_LEFT) if below else width - px(self, RIGHT + PAGES_WIDE + WORDS_WIDE))
        painter.drawText(side, left, state.words)
        painter.setPen(QColor(tokens.text2 if state.glyph == "optional" else tokens.text))
        wide = self._title_wide(width)
        self._title.paint(painter, QPointF(px(self, TITLE_LEFT), (high - self._title.height(wide)) / 2), wide)

