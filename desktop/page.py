"""What every page of a case has: a head, a column that scrolls, and a few verbs that the window calls.

Decision: a page shows the session and never keeps a copy; it is made when it is first looked at.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.buttons import LinkButton
from desktop.kit.prose import Line, Prose, ShrinkingLine
from desktop.kit.scroll import PageScroll
from desktop.kit.switch import Switch
from forms.catalog.model import Step

INSET, RIGHT = 12, 28
DROP = 3  # px between the lower edges of a title's line and of a small line on the same base line


class Page(QWidget):
    """One step of the road. Subclasses fill `column` and override what they need of the verbs below."""

    focused = Signal(str)  # the subject on which the cursor stands: `applicant.trade_name`, `officers[2].name`, a document
    jumped = Signal(str)  # the person wants to go to that subject or step
    help_wanted = Signal()
    reworded = Signal()  # the bottom bar is to say something else
    switched = Signal(bool)  # in a narrow window: the paper (true) or the questions are wanted

    has_side = True  # whether something stands beside it: the paper, if the page brings nothing of its own
    side_words = ("入力", "様式を見る")  # what the switch of a narrow window says
    bar: tuple[QWidget, ...] = ()  # buttons of its own in the bottom bar
    words = ""  # what the bottom bar says, if not the usual

    def __init__(self, desk: Desk, step: Step) -> None:
        """The page of a step."""
        super().__init__()
        self.desk, self.session, self.step = desk, desk.session, step
        self.setObjectName(f"page.{step.id}")
        self.column = QVBoxLayout()
        self.column.setContentsMargins(16, 0, RIGHT, 20)
        self.column.setSpacing(0)
        self.title, self.count = Line(step.title, size=22, bold=True), ShrinkingLine("", size=13, token="text2")
        self.head, self.intro = QHBoxLayout(), Prose(step.intro, size=14, token="text2")
        self._help = LinkButton("この画面の説明", hint="F1", icon="help")
        self.view, self.body = PageScroll(), QStackedWidget()
        self._inset: QVBoxLayout | None = None
        self.switch = Switch(self.side_words, "入力と様式の切り替え")
        self.switch.chosen.connect(lambda place: self.switched.emit(place == 1))
        self._lay_out()
        self._help.clicked.connect(self.help_wanted)

    def _lay_out(self) -> None:
        self.head.setContentsMargins(28, 14, 28, 4)
        self.head.setSpacing(14)
        self.head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        self.head.addLayout(on_title_line(self.count), 1)
        self.head.addWidget(self._help)
        self.head.addWidget(self.switch)
        self.switch.hide()
        inside = QWidget()
        inside.setObjectName("column")
        inside.setLayout(self.column)
        self.view.setWidget(inside)
        all_of_it = QVBoxLayout(self)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.setSpacing(0)
        all_of_it.addLayout(self.head)
        self.body.addWidget(self.view)
        all_of_it.addWidget(self.body, 1)
        if self.step.intro:
            self.add_inset(self.intro)
        self.view.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self, least: int, most: int) -> None:
        """Have the column end where the head ends, whether a scroll bar stands beside it or not."""
        bar = self.view.verticalScrollBar().sizeHint().width() if most > least else 0
        around = self.column.contentsMargins()
        around.setRight(RIGHT - bar)
        self.column.setContentsMargins(around)

    def add_inset(self, widget: QWidget) -> None:
        """Put something into the column, flush with the fields' labels; left of them is room for the bar of a complaint."""
        last = self.column.itemAt(self.column.count() - 1) if self.column.count() else None
        if last is None or last is not self._inset:
            self._inset = QVBoxLayout()
            self._inset.setContentsMargins(INSET, 0, 0, INSET)
            self._inset.setSpacing(INSET)
            self.column.addLayout(self._inset)
        self._inset.addWidget(widget)

    def take_focus(self) -> None:
        """The page has just been gone to: put the cursor where one begins."""
        self.view.setFocus()

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """Take a small window into account."""
        self.title.set_size(20 if short else 22)
        self._help.setVisible(not narrow)
        self.switch.setVisible(narrow and self.has_side)

    def make_side(self) -> QWidget | None:
        """What stands beside this page; None for the paper. Called once."""
        return None

    def host(self, side: QWidget | None) -> None:
        """In a narrow window: show what otherwise stands beside the page in its place, or (None) the page again."""
        if side is not None:
            self.body.addWidget(side)
        self.body.setCurrentWidget(side or self.view)
        self.switch.choose(1 if side else 0)

    def refresh(self) -> None:
        """Show the session as it is now."""

    def reveal(self, subject: str) -> None:
        """Bring a subject into sight and put the cursor on it."""

    def commit(self) -> None:
        """Keep what is being typed."""

    def pause(self) -> None:
        """Keep what is being typed as far as that disturbs nobody: the person looks at another window."""

    def is_passed(self) -> bool:
        """Asked by 次へ: check the page; where something is wrong, show it and stay."""
        return True

    def stop(self) -> None:
        """Esc: stop what runs."""

    def shut(self) -> None:
        """The case is being closed: end what runs."""


def on_title_line(line: QWidget) -> QVBoxLayout:
    """A small line on the base line of the title beside it."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(line)
    column.addSpacing(DROP)
    return column
