"""The bar at the bottom of the list: what is selected and whether it can be built, and while something runs how far it is.

Decision: the button that builds is off with its reason beside it, never off without a word.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.figures import Bar
from desktop.kit.ground import Ground
from desktop.kit.look import px
from desktop.kit.prose import Line, ShrinkingLine
from desktop.register.arranging import hindrance
from desktop.register.looking import CaseRow

NOBODY = "行の左の四角に印を付けると、まとめて作成できます。"


class RegisterFoot(Ground):
    """Signals are named after what the person wants."""

    look_wanted, build_wanted, stop_wanted = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        """Nothing selected."""
        super().__init__("surface", "top")
        self._is_busy = False
        self.count, self.words = Line("", size=14, bold=True), ShrinkingLine("", size=13, token="text2")
        self.bar = Bar(height=6)
        self.look = SecondaryButton("まとめて確認", hint="F5", icon="check")
        self.build = PrimaryButton("作成...", hint="Ctrl+B", icon="copy")
        self.stop = SecondaryButton("中止する", hint="Esc", icon="square")
        for button, wanted in ((self.look, self.look_wanted), (self.build, self.build_wanted), (self.stop, self.stop_wanted)):
            button.clicked.connect(wanted)
        self._lay_out()
        self.show_chosen(())

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addStretch(1)
        said.addWidget(self.words)
        said.addWidget(self.bar)
        said.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        row.addWidget(self.count)
        row.addSpacing(6)
        row.addLayout(said, 1)
        for widget in (self.stop, self.look, self.build):
            row.addWidget(widget)

    def show_chosen(self, rows: Sequence[CaseRow]) -> None:
        """Tell how many are selected and whether packets can be made of them; nothing while something runs."""
        if self._is_busy:
            return
        self._show_tools()
        reason = hindrance(rows) if rows else NOBODY
        self.count.set_text(f"{len(rows)}件を選んでいます" if rows else "")
        self.words.set_text(reason or ("誤りがなく、書類もそろっています。" if len(rows) == 1 else "どれも誤りがなく、書類もそろっています。"))
        self.build.set_text(f"{len(rows)}件を作成..." if rows else "作成...")
        self.build.setEnabled(bool(rows) and not reason)
        self.build.setAccessibleDescription(reason or "Ctrl+B")

    def show_work(self, words: str, share: float, *, builds: bool) -> None:
        """Something runs: what, and how much of it is done; `builds`: packets are made, which can be stopped here."""
        self._is_busy = True
        self._show_tools()
        self.count.set_text("作成しています" if builds else "確かめています")
        self.words.set_text(words)
        self.bar.show_share(share)

    def show_stopping(self) -> None:
        """Stopping takes until the step in hand is done."""
        self.stop.setEnabled(False)
        self.count.set_text("中止しています")

    def show_rest(self, rows: Sequence[CaseRow]) -> None:
        """Nothing runs any more."""
        self._is_busy = False
        self.stop.setEnabled(True)
        self.show_chosen(rows)

    def _show_tools(self) -> None:
        busy = self._is_busy
        for widget, shown in ((self.bar, busy), (self.stop, busy), (self.look, not busy), (self.build, not busy)):
            widget.setVisible(shown)

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """No keys in a narrow bar."""
        for button, keys in ((self.look, "F5"), (self.build, "Ctrl+B"), (self.stop, "Esc")):
            button.set_hint("" if narrow else keys)
        self.setFixedHeight(px(self, 48 if short else 56))
