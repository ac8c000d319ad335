"""確認: everything that is wrong or may be, each one a step from its field and back, and below it every answer and paper.

Decision: this page checks all of the case, so it shows what is missing everywhere, whether 次へ has asked for it or not; 次へ leads on
from here in any case, to a draft where errors stand.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.checking.answerslist import AnswersList
from desktop.checking.checkpageadvice import Ahead, Criteria, Helped
from desktop.checking.checkpagehead import Counters
from desktop.checking.findinglines import lines_of
from desktop.checking.findingslist import FindingsList
from desktop.checking.overview import Group, narrowed, overview
from desktop.checking.printinglists import lists_document, open_print_dialog
from desktop.desk import Desk
from desktop.frame.steps import PACKET
from desktop.kit.banners import Banner
from desktop.kit.buttons import LinkButton
from desktop.kit.card import Card
from desktop.kit.look import px
from desktop.kit.prose import Line
from desktop.kit.qicons import icon
from desktop.page import Page
from forms.catalog.model import Step

AIR = 40  # px kept free above and below a row that the keyboard comes to


class CheckPage(Page):
    """Findings, answers, the reviewers' questions."""

    has_side = False
    words = "誤りは、行を押すとその項目へ移ります。直したら Alt+K でここへ戻れます。"

    def __init__(self, desk: Desk, step: Step) -> None:
        """For an open case."""
        super().__init__(desk, step)
        self.counters, self.findings, self.answers = Counters(), FindingsList(), AnswersList()
        self.print = LinkButton("回答と書類を印刷", icon="print")
        self.filter = QLineEdit()
        self._ready = Banner("ok", "誤りはありません", self._what_comes_next())
        self._plate, self._found_nothing = Card(), Line("見つかりませんでした。ほかの言葉でお探しください。", size=13, token="text2")
        self._criteria, self._ahead, self._helped = Criteria(self.session.call.terms), Ahead(), Helped(self.session)
        self._groups: tuple[Group, ...] = ()
        self._lay_out_head()
        self._lay_out_column()
        self._connect()

    def add_inset(self, widget: QWidget) -> None:
        """Flush with the cards: no field with a bar stands here."""
        self.column.addWidget(widget)
        self.column.addSpacing(10)

    def _what_comes_next(self) -> str:
        packet = self.session.call.pages[PACKET]
        return f"次は「{packet.title}」です。{packet.intro}"

    def _lay_out_head(self) -> None:
        self.head.insertWidget(2, self.counters)
        self.head.insertWidget(3, self.print)

    def _lay_out_column(self) -> None:
        self._plate.body.setContentsMargins(0, 0, 0, 0)
        self._plate.body.addWidget(self.findings)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._criteria, 1)
        self._cards.addWidget(self._ahead, 1)
        self.column.setContentsMargins(28, 0, 28, 20)
        top = QVBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._ready)
        top.addWidget(self._plate)
        self.column.addLayout(top)
        self.column.addSpacing(16)
        self.column.addLayout(self._lay_out_title())
        self.column.addSpacing(8)
        self.column.addWidget(self.answers)
        self.column.addWidget(self._found_nothing)
        self.column.addSpacing(16)
        self.column.addWidget(self._helped)
        self.column.addSpacing(12)
        self.column.addLayout(self._cards)
        self.column.addStretch(1)

    def _lay_out_title(self) -> QHBoxLayout:
        self.filter.setPlaceholderText("一覧の中を探す")
        self.filter.setAccessibleName("一覧の中を探す")
        self.filter.setObjectName("answersfilter")
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setFixedWidth(px(self, 236))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Line("回答と書類の一覧", size=16, bold=True))
        row.addWidget(Line("様式に入る順に並べています", size=13, token="text2"), 1)
        row.addWidget(self.filter)
        return row

    def _connect(self) -> None:
        self.findings.wanted.connect(self.jumped)
        self.findings.moved.connect(self._keep_in_sight)
        self.answers.wanted.connect(self.jumped)
        self._criteria.wanted.connect(self.jumped)
        self.filter.textChanged.connect(self._show_answers)
        self.print.clicked.connect(self.open_print_dialog)

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """Cards below one another, and fewer words in the head."""
        super().be_sized(narrow=narrow, short=short)
        self.count.setVisible(not narrow)
        self._cards.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def refresh(self) -> None:
        """Show findings, answers and papers as they are now."""
        found = self.session.review.findings
        self.counters.show_findings(found)
        errors = sum(finding.severity == "error" for finding in found)
        self.count.set_text(f"作成の前に直すところが{errors}か所あります" if errors else "作成できます")
        self._ready.setVisible(not errors)
        self._plate.setVisible(bool(found))
        self.findings.show_rows(lines_of(self.session))
        self._groups = overview(self.session)
        self._show_answers()
        self._helped.refresh()
        self._criteria.show_criteria(self.session)
        self._ahead.show_road(self.session)

    def _show_answers(self) -> None:
        shown = narrowed(self._groups, self.filter.text())
        self.answers.show_groups(shown)
        self._found_nothing.setVisible(not shown)

    def take_focus(self) -> None:
        """The row that was followed last, or the one that has taken its place; at first the worst."""
        if self.findings.model().rowCount():
            self.findings.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def _keep_in_sight(self, row: QRect) -> None:
        place = self._plate.pos() + self.findings.pos() + row.center()
        self.view.ensureVisible(place.x(), place.y(), 0, row.height() // 2 + px(self, AIR))

    def stop(self) -> None:
        """Esc empties the search."""
        self.filter.clear()

    def open_print_dialog(self) -> None:
        """Ask for a printer, then print findings, answers and papers."""
        named = self.session.facts.text(self.session.call.terms.packet.applicant) or ""
        title = f"{named}　{self.session.call.terms.name}".strip()
        open_print_dialog(self, lists_document(title, self.session.review.findings, self._groups))

    def is_passed(self) -> bool:
        """Looked through; 次へ leads on, to a draft where errors stand."""
        self.session.check(self.step.id)
        return True
