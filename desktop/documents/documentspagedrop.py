"""The place on top of the documents where files may be dropped all at once, and, while some are on their way, how far they are."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.documents.dropping import DropTarget
from desktop.documents.paperwork import Taking
from desktop.kit.buttons import SecondaryButton
from desktop.kit.figures import Bar
from desktop.kit.iconlabel import IconLabel
from desktop.kit.look import px, tokens_of
from desktop.kit.prose import Prose
from forms.attachments.kinds import KINDS

TITLE = "ここに、ファイルをまとめて入れられます"
TEXT = f"名前から資料に振り分け、確認してから入れます。{KINDS}"


class DropZone(QFrame):
    """A dashed plate that takes files and folders."""

    choosing = Signal()
    dropped = Signal(list)  # of Path

    def __init__(self) -> None:
        """Waits for files."""
        super().__init__()
        self._target = DropTarget(self)
        self._target.dropped.connect(self.dropped)
        self.setAccessibleName(TITLE)
        self.button = SecondaryButton("ファイルを選ぶ...")
        self.button.clicked.connect(self.choosing)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(14)
        row.addWidget(IconLabel("upload", 20, token="accent"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Prose(TITLE, size=14, bold=True))
        words.addWidget(Prose(TEXT, size=13, token="text2"))
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dashes; accent while something is held over it."""
        painter, tokens = QPainter(self), tokens_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.accent if self._target.is_over else tokens.ctl), 2 if self._target.is_over else 1.4, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.tint if self._target.is_over else tokens.sunken))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(self, 8), px(self, 8))


class TakingIn(QWidget):
    """How many of the files are in, with a way to stop; hidden while none is on its way."""

    stopped = Signal()

    def __init__(self) -> None:
        """Nothing is on its way."""
        super().__init__()
        self._words, self._bar, self.stop = Prose("", size=13, token="text"), Bar(), SecondaryButton("中止する").make_small()
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 4)
        row.setSpacing(14)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row.addLayout(column, 1)
        row.addWidget(self.stop)
        self.hide()

    def show_progress(self, taking: Taking | None) -> None:
        """Say which file is being taken in, and how far it is."""
        if taking is not None:
            self._words.set_text(taking.words)
            self._bar.show_share(taking.share)
        self.setVisible(taking is not None)

