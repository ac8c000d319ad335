"""The right part of the start page: the call's card, the cases opened lately, and what to know about the forms."""

from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.buttons import LinkButton, SecondaryButton
from desktop.kit.card import Card
from desktop.kit.iconlabel import IconLabel
from desktop.kit.look import px
from desktop.kit.prose import Line, Prose
from desktop.kit.scroll import PageScroll
from desktop.start.startpagecall import CallCard
from desktop.start.startpagewords import ShownCase

if TYPE_CHECKING:
    from desktop.start.startpagerecents import RecentList

RECENTS = "desktop.start.startpagerecents"  # loaded when there is a case to list
FIRST = 6  # rows at first
REMADE = "この公募の様式は、公開された資料をもとに作り直したものです。事務局のWordファイルが手に入ったら、READMEの手順で差し替えられます。"
EMPTY = "まだ案件がありません。申請書1部につき、案件を1つ作ります。見本を開いて、できあがりを先に見ることもできます。"
AIR = 12


class MainColumn(PageScroll):
    """Emits what is wanted of the list's cases, and by the buttons that stand there without any."""

    new_wanted, samples_wanted = Signal(), Signal()
    opened, removed, revealed = Signal(object), Signal(object), Signal(object)

    def __init__(self) -> None:
        """No cases yet, and a card that keeps its room."""
        super().__init__()
        self.setObjectName("start.main")
        self.card, self.empty = CallCard(), Card()
        self._title, self._hint = Line("最近の案件", size=16, bold=True), Line("押すと、前回の続きから始まります", size=13, token="text2")
        self.more = LinkButton("", icon="list")
        self._cases: Sequence[ShownCase] = ()
        self._shows_all = False
        self.more.clicked.connect(self._show_all)
        inside = QWidget()
        inside.setObjectName("column")
        self._column = QVBoxLayout(inside)
        self._lay_out()
        self.be_sized(narrow=False)  # before it is measured for the first time
        self.setWidget(inside)

    def _lay_out(self) -> None:
        self._column.setSpacing(0)
        self._column.addWidget(self.card)
        self._column.addSpacing(18)
        self._column.addLayout(self._head())
        self._column.addSpacing(8)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self._column.addSpacing(16)
        self._column.addLayout(_note())
        self._fill_empty()

    @cached_property
    def recents(self) -> "RecentList":
        """The list, made when it is first asked for."""
        made: RecentList = import_module(RECENTS).RecentList()
        for came, passed_on in ((made.opened, self.opened), (made.removed, self.removed), (made.revealed, self.revealed)):
            came.connect(passed_on)
        made.walked.connect(self._follow)
        self._column.insertWidget(self._column.indexOf(self.empty), made)
        return made

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _fill_empty(self) -> None:
        new, samples = SecondaryButton("新しい申請をはじめる", icon="plus"), LinkButton("見本を見る", icon="eye")
        new.clicked.connect(self.new_wanted)
        samples.clicked.connect(self.samples_wanted)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(new)
        row.addWidget(samples)
        row.addStretch(1)
        self.empty.body.setContentsMargins(20, 16, 20, 18)
        self.empty.body.addWidget(Prose(EMPTY, size=14))
        self.empty.body.addLayout(row)

    def show_cases(self, cases: Sequence[ShownCase]) -> None:
        """List the cases, the first few unless all were asked for."""
        self._cases = cases
        shown = cases if self._shows_all else cases[:FIRST]
        if cases or "recents" in vars(self):
            self.recents.show_cases(shown)
            self.recents.setVisible(bool(cases))
        self.empty.setVisible(not cases)
        self._hint.setVisible(bool(cases))
        self.more.set_text(f"すべての案件（{len(cases)}）")
        self.more.setVisible(len(shown) < len(cases))

    def _show_all(self) -> None:
        self._shows_all = True
        self.show_cases(self._cases)
        self.recents.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, row: QRectF) -> None:
        inside = self.recents.parentWidget()
        if inside is None:
            return
        middle = self.recents.mapTo(inside, QPoint(0, round(row.center().y())))
        self.ensureVisible(0, middle.y(), 0, round(row.height()) // 2 + px(self, AIR))

    def be_sized(self, *, narrow: bool) -> None:
        """Smaller margins in a small window."""
        side = px(self, 16 if narrow else 28)
        self._column.setContentsMargins(side, px(self, 16 if narrow else 22), side, px(self, 16))
        self._hint.set_text("" if narrow else "押すと、前回の続きから始まります")


def _note() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(IconLabel("info", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose(REMADE, size=12), 1)
    return row
