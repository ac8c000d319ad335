"""A text of several lines that grows with what is written, between a least and a most number of lines.

Decision: QTextEdit with plain text only, because the bundled font has no leading and only its documents take a line height.
"""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from desktop.editors.composing import is_leaving, is_undoing
from desktop.kit.look import px

LINE_HEIGHT = 150  # percent of the font's
PADDING, EDGE, MARGIN, ABOVE = 4, 1, 4, 7  # px: the style sheet's padding and edge; the document's margin, more of it above
BREAKS = str.maketrans(dict.fromkeys("\u2028\u2029\ufdd0\ufdd1", "\n"))


class TextBox(QTextEdit):
    """Several lines; Tab goes on, `departed` when the keyboard goes."""

    departed = Signal()

    def __init__(self, least: int, most: int) -> None:
        """Between `least` and `most` lines high."""
        super().__init__()
        self.preedit = ""
        self._least, self._most = least, most
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.put("")

    def put(self, text: str) -> None:
        """Show a text and forget what was typed before."""
        place = self.textCursor().position()
        self.setPlainText(text)
        self._space_lines()
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)
        self.document().clearUndoRedoStacks()

    def _space_lines(self) -> None:
        """Qt puts all of a line's air below it; as much is put above the first line, so that the text stands in the middle."""
        around = self.document().rootFrame().frameFormat()
        around.setTopMargin(ABOVE)
        around.setBottomMargin(2 * MARGIN - ABOVE)
        self.document().rootFrame().setFrameFormat(around)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def text(self) -> str:
        """The text, its characters untouched, lines parted by line feeds."""
        return self.document().toRawText().translate(BREAKS)

    def fit(self) -> None:
        """Be as high as the text, within bounds; beyond them it scrolls."""
        line = self.fontMetrics().height() * LINE_HEIGHT / 100
        text = self.document().size().height() - 2 * MARGIN
        height = round(min(max(text, self._least * line), self._most * line)) + 2 * (px(self, PADDING) + EDGE + MARGIN)
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text as text."""
        self.insertPlainText(source.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note what is being composed."""
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say when the keyboard has gone elsewhere in the window."""
        super().focusOutEvent(event)
        if is_leaving(event):
            self.departed.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window where there is nothing to undo here."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_for_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key but an undo that is the window's."""
        if self._is_for_window(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _is_for_window(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and is_undoing(event) and not self.document().isUndoAvailable()
