"""What one does on a page (F1), and every key of the window.

Decision: the text is the call's own (Step.help): paragraphs parted by an empty line, a line that begins with ・ is one item.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.frame.shortcuts import KEYS
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet

ITEM = "・"
ELSEWHERE = (  # what works in one place only
    ("Tab、Shift+Tab", "次・前の項目へ"),
    ("Ctrl+N、Ctrl+O", "はじめの画面で、新しい申請、ファイルを開く"),
    ("表の中で Enter、Ctrl+Enter", "下の行へ、行を追加"),
    ("表の中で Alt+↑、Alt+↓、Delete", "行を上・下へ動かす、行を消す"),
    ("表の中で Ctrl+V", "表計算ソフトから写したまとまりを貼り付ける"),
)


def paragraphs(text: str) -> Iterator[tuple[str, ...]]:
    """The lines of each paragraph."""
    for part in text.strip().split("\n\n"):
        yield tuple(line.strip() for line in part.splitlines() if line.strip())


class HelpSheet(Sheet):
    """The page's text on top, the keys below."""

    def __init__(self, title: str, text: str) -> None:
        """`title` and `text` of the page."""
        super().__init__(title, width=640)
        self.setObjectName("help")
        self.body.setContentsMargins(20, 4, 20, 20)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(10)
        for lines in paragraphs(text):
            self._add(lines)
        self.body.addSpacing(8)
        self.body.addWidget(Line("キーボードの使い方", size=14, bold=True))
        self.body.addLayout(_keys())

    def _add(self, lines: tuple[str, ...]) -> None:
        for line in lines:
            if line.startswith(ITEM):
                self.body.addLayout(_item(line.removeprefix(ITEM)))
            else:
                self.body.addWidget(Prose(line, size=14, token="text"))

    def stops(self) -> list[QWidget]:
        """What scrolls takes the cursor too, so that the arrow keys scroll it."""
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return [self._scroll, self.close_button]


def _item(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(2, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(Line(ITEM, size=14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose(text, size=14, token="text"), 1)
    return row


def _bound() -> Iterator[tuple[str, str]]:
    """The keys of an open case with their words; those that share them in one line."""
    for words in dict.fromkeys(key.words for key in KEYS):
        yield "、".join(key.keys.replace("Pg", "Page") for key in KEYS if key.words == words), words


def _keys() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, (keys, does) in enumerate((*_bound(), *ELSEWHERE)):
        grid.addWidget(Prose(keys, size=13, token="text"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Prose(does, size=13), row, 1, Qt.AlignmentFlag.AlignTop)
    return grid
