"""申請資格: the step's fields, on top of them at once whether this call is for the applicant, and at the end every condition.

Decision: a step like any other; the verdict follows each answer, and what the person is looking at stays where it is.
"""

from desktop.questions.eligibilitypageverdict import Conditions, VerdictPanel
from desktop.questions.steppage import StepPage


class EligibilityPage(StepPage):
    """The step's fields between verdict and conditions."""

    def add_below(self) -> None:
        """The verdict above the first field, the conditions below the last."""
        self.verdict, self.conditions = VerdictPanel(), Conditions()
        self.verdict.wanted.connect(self._go_to)
        first = min(self.column.indexOf(widget) for widget in (*self.rows.values(), *self._heads.values()))
        self.column.insertWidget(first, self.verdict)
        self.column.addSpacing(12)
        self.add_inset(self.conditions)

    def _go_to(self, subject: str) -> None:
        """To a field of this page, or of another one."""
        if subject.partition("[")[0] in self.rows:
            self.reveal(subject)
        else:
            self.jumped.emit(subject)

    def refresh(self) -> None:
        """The fields, then what comes of them."""
        super().refresh()
        bar, before = self.view.verticalScrollBar(), self.verdict.height()
        if self.verdict.show_session(self.session) and bar.value() > 0:
            self.column.activate()
            bar.setValue(bar.value() + self.verdict.height() - before)
        self.conditions.show_session(self.session)
