"""The bar on top: home, whose case this is, search, when it was saved, undo and redo, the pane, help, more.

Decision: the bar only tells and asks; what its buttons do is decided where they are connected.
"""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.kit.buttons import ToolButton
from desktop.kit.ground import Ground
from desktop.kit.iconlabel import IconLabel
from desktop.kit.look import px
from desktop.kit.prose import Line, ShrinkingLine
from desktop.kit.searchbutton import SearchButton
from desktop.session import Session
from forms.answers import kind_of

SEARCH = "項目名やコードで探す"


class TopBar(Ground):
    """Signals are named after what the person wants."""

    home_wanted, search_wanted, help_wanted, pane_wanted = Signal(), Signal(), Signal(), Signal()
    undo_wanted, redo_wanted = Signal(), Signal()

    def __init__(self, session: Session, more: QMenu) -> None:
        """The bar of an open case; `more`: what else there is."""
        super().__init__("surface", "bottom")
        self._session = session
        self._name, self._details = ShrinkingLine("", size=16, bold=True), ShrinkingLine("", size=13, token="text2")
        self._saved = Saved(session)
        self.search = SearchButton(SEARCH, "Ctrl+F")
        self.undo, self.redo = ToolButton("undo", "元に戻す（Ctrl+Z）"), ToolButton("redo", "やり直す（Ctrl+Y）")
        self.pane = ToolButton("pane", "様式の表示を切り替える")
        self.pane.setCheckable(True)
        self._lay_out(self._tools(more))
        self._connect()

    def _tools(self, more: QMenu) -> list[QWidget]:
        self._help, self._more = ToolButton("help", "この画面の説明（F1）"), ToolButton("more", "そのほか")
        self._more.setMenu(more)
        return [self.undo, self.redo, self.pane, self._help, self._more]

    def _lay_out(self, tools: list[QWidget]) -> None:
        self._home = ToolButton("home", "はじめの画面へ")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._home)
        row.addWidget(self._name)
        row.addWidget(self._details, 1)
        row.addStretch(0)
        for widget in (self.search, self._saved, *tools):
            row.addWidget(widget)
        self.setFixedHeight(px(self, 52))

    def _connect(self) -> None:
        self._home.clicked.connect(self.home_wanted)
        self.search.clicked.connect(self.search_wanted)
        self._help.clicked.connect(self.help_wanted)
        self.pane.clicked.connect(self.pane_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)

    def refresh(self) -> None:
        """Show whose case it is and what can be undone."""
        facts, packet = self._session.facts, self._session.call.terms.packet
        self._name.set_text(facts.text(packet.applicant) or "名称がまだありません")
        shown = (_shown(self._session, name) for name in packet.subject)
        self._details.set_text("　".join(text for text in shown if text))
        self.undo.setEnabled(self._session.can_undo)
        self.redo.setEnabled(self._session.can_redo)
        self._saved.refresh()

    def say_saved(self) -> None:
        """Answer whoever asked for saving: it is done already."""
        self._saved.flash()

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """Leave out what a small window has no room for."""
        self._details.setVisible(not narrow)
        self.search.set_text("項目を探す" if narrow else SEARCH)
        self.search.be_sized(narrow=narrow)
        self._saved.be_sized(narrow=narrow)
        self.pane.setVisible(not narrow)
        self.setFixedHeight(px(self, 44 if short else 52))


def _shown(session: Session, name: str) -> str:
    """An answer as people read it; nothing where it is not known."""
    asked = session.call.fields.get(name) or session.call.derived[name]
    value = session.facts.value(name)
    return "" if value is None else kind_of(asked).show(value)


class Saved(QWidget):
    """保存済み 14:32, always in sight; who holds the case where it is read only; what went wrong where it was not kept."""

    def __init__(self, session: Session) -> None:
        """The state of an open case."""
        super().__init__()
        self._session = session
        self._is_narrow = False
        kept, locked = IconLabel("check", 18, token="ok"), IconLabel("lock", 18)
        self._icon, self._text = locked if session.is_read_only else kept, Line("", size=13, token="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._text)

    def refresh(self) -> None:
        """Say when the last answer was kept."""
        is_safe = not self._session.unsaved
        self._text.set_token("text2" if is_safe else "err")
        words = saved_words(self._session.saved_at) if is_safe else "まだ保存できていません"
        self._text.set_text(self._read_only() if self._session.is_read_only else words)
        if not self._session.is_read_only:
            self._icon.show_icon("check" if is_safe else "warning", "ok" if is_safe else "err")

    def _read_only(self) -> str:
        """Who has the case; in a narrow bar only that it can be read, the rest at hand."""
        self.setToolTip(f"この案件は、{self._session.holder}。読むだけです。")
        return "読むだけ" if self._is_narrow else self._session.holder

    def be_sized(self, *, narrow: bool) -> None:
        """Few words where room is short."""
        self._is_narrow = narrow
        self.refresh()

    def flash(self) -> None:
        """Say it bold for a moment."""
        self._text.set_bold(bold=True)
        QTimer.singleShot(1500, self._text, lambda: self._text.set_bold(bold=False))


def saved_words(at: datetime | None) -> str:
    """保存済み, with the time of the last change of this session."""
    return f"保存済み {at:%H:%M}" if at else "保存済み"
