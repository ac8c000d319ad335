"""経費と申請額: the table of costs over the whole width, and under it how much may be asked for and why, live.

Decision: a step like any other with two cards under its table; the paper beside it gives way to the table. The amount stands small
in the head too, so that it is in sight while a long table is filled in.
"""

from pathlib import Path

from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.around.askfile import AskFile, FileQuestion, ask_file
from desktop.around.places import case_folder, standing_folder
from desktop.checking.printinglists import open_print_dialog
from desktop.desk import Desk
from desktop.editors.rowstable import RowsTable
from desktop.kit.buttons import LinkButton
from desktop.kit.figures import Amount
from desktop.kit.look import px
from desktop.kit.prose import Line
from desktop.page import INSET, on_title_line
from desktop.questions.amountcard import AmountCard
from desktop.questions.expensespageoffer import RowsOffer
from desktop.questions.printingexpenses import expenses_document
from desktop.questions.steppage import StepPage
from forms.catalog.model import Step
from forms.explaining import explain_amount

AMOUNT = "derived.requested_amount"
STACKED = 880  # px of page under which the cards stand below one another


class ExpensesPage(StepPage):
    """The step's fields, the amount under its table."""

    has_side = False

    def __init__(self, desk: Desk, step: Step, ask: AskFile = ask_file) -> None:
        """`ask`: who is asked for the file of another case."""
        self._ask = ask
        super().__init__(desk, step)

    def add_below(self) -> None:
        """The cards right under the table, and what it could take over in it."""
        call = self.session.call
        self.head_amount = Amount(size=16, bold=True)
        self.head.insertLayout(2, on_title_line(Line(call.derived[AMOUNT].label, size=13, token="text2")))
        self.head.insertLayout(3, on_title_line(self.head_amount))
        self.amount = AmountCard(call.derived[AMOUNT].label, call.terms.money.excluded)
        self.amount.requested.others_wanted.connect(self._ask_other)
        self.amount.requested.others_dropped.connect(lambda: self.session.consider(()))
        self.print = LinkButton("費用の一覧を印刷", icon="print")
        self.print.clicked.connect(self.open_print_dialog)
        self.head.insertWidget(4, self.print)
        self.tables = [(row, RowsOffer(self.session, row.field)) for row in self.rows.values() if isinstance(row.editor, RowsTable)]
        for row, offer in self.tables:
            row.offers.addWidget(offer)
        inset = QWidget()
        column = QVBoxLayout(inset)
        column.setContentsMargins(INSET, 4, 0, INSET)
        column.addWidget(self.amount)
        last = self.tables[-1][0] if self.tables else self.errors
        self.column.insertWidget(self.column.indexOf(last) + 1, inset)

    def refresh(self) -> None:
        """The fields, then what is worked out of them."""
        super().refresh()
        facts = self.session.facts
        for _, offer in self.tables:
            offer.refresh()
        explained = explain_amount(facts)
        self.head_amount.show_yen(explained.requested)
        self.amount.show_explanation(explained, len(self.session.others))

    def fit(self) -> None:
        """Cards below one another where the page is narrow."""
        super().fit()
        self.amount.be_sized(stacked=self.width() < px(self, STACKED))

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """A narrow head has no room for printing; 確認 prints all answers."""
        super().be_sized(narrow=narrow, short=short)
        self.print.setVisible(not narrow)

    def open_print_dialog(self) -> None:
        """Ask for a printer, then print the tables and how the amount comes about."""
        facts = self.session.facts
        names = [self.step.title, *(facts.text(name) for name in (facts.call.terms.packet.applicant, facts.call.terms.packet.subject[0]))]
        tables = [row.field for row, _ in self.tables]
        document = expenses_document("　".join(name for name in names if name), facts, tables, explain_amount(facts))
        open_print_dialog(self, document, "費用の一覧を印刷", QPageLayout.Orientation.Landscape)

    def _ask_other(self) -> None:
        """Ask for the file of another case of the applicant."""
        folder = standing_folder(case_folder(self.desk.settings.now))
        self._ask(self, FileQuestion("同じ申請者のほかの案件", folder), self.count_other)

    def count_other(self, other: Path) -> None:
        """Count another case of the applicant into the company's cap; its own file, or one that is counted, changes nothing."""
        if other != self.session.case.path and other not in self.session.others:
            self.session.consider((*self.session.others, other))
