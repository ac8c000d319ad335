"""The tools over a document's papers, and the small row that pages through one of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.kit.buttons import LinkButton, SecondaryButton, ToolButton
from desktop.kit.prose import Line, ShrinkingLine
from forms.casefile import Attached

MOVE = "並べ替えは、つまんで移動"


class PaperTools(QWidget):
    """Signals are named after what the person wants done with the selected paper."""

    adding, replacing, turning, removing = Signal(), Signal(), Signal(), Signal()

    def __init__(self) -> None:
        """Nothing is selected."""
        super().__init__()
        self.add = SecondaryButton("ファイルを追加...", icon="plus").make_small()
        self.turn = ToolButton("rotate", "いまのページを右に回す")
        self.replace = ToolButton("swap", "ほかのファイルに替える")
        self.remove = ToolButton("trash", "取り除く（Delete）")
        self._hint = Line("", size=13, token="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.add, self.turn, self.replace, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._hint)
        self.add.clicked.connect(self.adding)
        self.turn.clicked.connect(self.turning)
        self.replace.clicked.connect(self.replacing)
        self.remove.clicked.connect(self.removing)

    def allow(self, *, adding: bool, selected: bool, papers: int) -> None:
        """What can be done now."""
        self.add.setEnabled(adding)
        for button in (self.turn, self.replace, self.remove):
            button.setEnabled(selected)
            button.setVisible(papers > 0)
        self._hint.set_text(MOVE if papers > 1 else "")


class Pager(QWidget):
    """`turned` carries -1 or 1; `all_turned`: every page of the paper is to be turned."""

    turned = Signal(int)
    all_turned = Signal()
    opened = Signal()

    def __init__(self) -> None:
        """Hidden until there is something to page through."""
        super().__init__()
        self.before, self.after = ToolButton("chevron-left", "前のページ"), ToolButton("chevron-right", "次のページ")
        self.large = ToolButton("zoom-in", "大きく見る（Enter）")
        self.turn_all = LinkButton("全ページを回す")
        self.turn_all.set_size(13)
        self._name, self._at = ShrinkingLine("", size=13, token="text2"), Line("", size=13, token="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._name)
        row.addStretch(1)
        for widget in (self.turn_all, self.before, self._at, self.after, self.large):
            row.addWidget(widget)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.large.clicked.connect(self.opened)
        self.turn_all.clicked.connect(self.all_turned)
        self.hide()

    def show_paper(self, paper: Attached | None, page: int, *, may_turn: bool) -> None:
        """Page through a paper; hidden where there is none."""
        self.setVisible(paper is not None)
        if paper is not None:
            self.show_place(paper.name, page, paper.pages)
            self.turn_all.setVisible(may_turn and paper.pages > 1)

    def show_place(self, name: str, page: int, pages: int) -> None:
        """Page (from 0) so and so of so many; just the loupe where there is but one."""
        self._name.set_text(name)
        self._at.set_text(f"{page + 1} / {pages}")
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < pages - 1)
        for widget in (self.before, self._at, self.after):
            widget.setVisible(pages > 1)
