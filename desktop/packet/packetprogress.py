"""A build while it runs: the sentence of what is happening, the bar, the phases, and the way to stop.

Decision: phases are the builder's own, with the time each took; percent stands beside words, never alone.
"""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.buttons import SecondaryButton
from desktop.kit.card import Card
from desktop.kit.figures import Bar
from desktop.kit.glyphs import Glyph
from desktop.kit.ground import Ground
from desktop.kit.prose import Line
from forms.build import FILL, PAPERS, PHASES, PROOF, RENDER, SETS
from forms.progress import Progress

WORDS = {
    FILL: ("様式に書き込む", "回答を、Wordの様式に入れます"),
    RENDER: ("PDFに変換する", "Wordの様式を、印刷する頁にします"),
    PAPERS: ("順に並べる", "資料番号を付けます"),
    SETS: ("部数をそろえ、2ページを1面に割り付ける", ""),
    PROOF: ("読み返して確かめる", "全ページの場所、フォント、部数"),
}
SHARE = {FILL: 5, RENDER: 25, PAPERS: 30, SETS: 20, PROOF: 20}  # percent of the whole, as a rule


class PacketProgress(QWidget):
    """Design picture 06."""

    stop_wanted = Signal()

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock`: seconds."""
        super().__init__()
        self._clock, self._began, self._phase = clock, 0.0, ""
        self._task, self._percent = Line("", size=16, bold=True), Line("", size=16, bold=True)
        self._count = Line("", size=14)
        self._bar = Bar(height=10)
        self.stop = SecondaryButton("中止する", hint="Esc", icon="square")
        self.stop.clicked.connect(self.stop_wanted)
        self._lines = {phase: _PhaseLine(*WORDS[phase]) for phase in PHASES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head())
        column.addWidget(self._list())

    def _head(self) -> Card:
        card = Card()
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._task, 1)
        top.addWidget(self._percent)
        words = QVBoxLayout()
        words.addWidget(self._count)
        words.addWidget(Line("中止しても、入力した内容と前に作ったものはそのまま残ります。", size=13, token="text2"))
        below.addLayout(words, 1)
        below.addWidget(self.stop)
        card.body.addLayout(top)
        card.body.addWidget(self._bar)
        card.body.addLayout(below)
        return card

    def _list(self) -> Card:
        card = Card()
        card.body.setContentsMargins(0, 4, 0, 4)
        card.body.setSpacing(0)
        for line in self._lines.values():
            card.body.addWidget(line)
        return card

    def begin(self) -> None:
        """A new build starts."""
        self._phase = ""
        for line in self._lines.values():
            line.show_waiting()
        self._task.set_text("作成をはじめています")
        self._count.set_text("")
        self._show_share(0)
        self.stop.setEnabled(True)

    def show(self) -> None:
        """Become visible, with the cursor on the way to stop."""
        super().show()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, progress: Progress) -> None:
        """The builder has come that far."""
        if progress.phase in self._lines and progress.phase != self._phase:
            self._turn_to(progress.phase)
        if self._phase:
            self._lines[self._phase].show_running(f"{progress.done} / {progress.total}" if progress.total > 1 else "")
        self._task.set_text(progress.task.removesuffix("。"))
        self._count.set_text(f"{progress.total}件のうち {min(progress.done + 1, progress.total)}件め" if progress.total > 1 else "")
        before = sum(SHARE[phase] for phase in PHASES[: PHASES.index(self._phase)]) if self._phase else 0
        within = SHARE.get(self._phase, 0) * progress.done // max(progress.total, 1)
        self._show_share(before + within)

    def _turn_to(self, phase: str) -> None:
        now = self._clock()
        if self._phase:
            self._lines[self._phase].show_done(now - self._began)
        self._phase, self._began = phase, now

    def _show_share(self, percent: int) -> None:
        self._percent.set_text(f"{percent} %")
        self._bar.show_share(percent / 100)

    def show_stopping(self) -> None:
        """Stopping takes until the step in hand is done."""
        self.stop.setEnabled(False)
        self._task.set_text("中止しています")


class _PhaseLine(Ground):
    """One phase: glyph, what it does, how long it took."""

    def __init__(self, title: str, details: str) -> None:
        super().__init__("")
        self._title = title
        self._glyph, self._words, self._right = Glyph(size=20), Line(title, size=14), Line("", size=13, token="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._glyph)
        row.addWidget(self._words)
        row.addWidget(Line(details, size=13, token="text2"), 1)
        row.addWidget(self._right)

    def show_waiting(self) -> None:
        """Not begun."""
        self._tell("empty", "", "これから")

    def show_running(self, right: str) -> None:
        """In hand."""
        self._tell("going", right, "作業中")

    def show_done(self, seconds: float) -> None:
        """Done, in so many seconds."""
        self._tell("done", f"{seconds:.1f}秒", "済み")

    def _tell(self, glyph: str, right: str, state: str) -> None:
        self._glyph.show_state(glyph, 0.5)
        self._words.set_bold(bold=glyph == "going")
        self.set_token("tint" if glyph == "going" else "")
        self._right.set_text(right)
        self.setAccessibleName(f"{self._title}、{state}")
