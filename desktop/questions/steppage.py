"""A step of the form: its fields in sections, made from the call's data alone.

Decision: 次へ checks the whole page at once; a list on top then says what is wrong in the very words that stand beside the fields.
"""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.ground import Ground
from desktop.kit.look import px
from desktop.kit.prose import Line
from desktop.page import Page
from desktop.questions.errorlist import ErrorList
from desktop.questions.fieldrow import FieldRow
from desktop.questions.postaloffer import PostalOffer
from forms.catalog.model import Field, Step

STACKED = 560  # px of page under which labels stand on top


class StepPage(Page):
    """All fields of a step."""

    def __init__(self, desk: Desk, step: Step) -> None:
        """The fields that the call puts into that step."""
        super().__init__(desk, step)
        self.errors = ErrorList()
        self.errors.jumped.connect(self.reveal)
        self.errors.passed.connect(lambda: self.jumped.emit(">"))
        self.add_inset(self.errors)
        self.rows = {field.id: self._add_row(field) for field in self.session.call.fields.values() if field.step == step.id}
        self._heads = self._add_heads()
        self.add_below()
        self.column.addStretch(1)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._follow_focus)

    def take_focus(self) -> None:
        """The first question that has no answer yet, else the first."""
        asked = [row for row in self.rows.values() if not row.isHidden()]
        empty = (row for row in asked if row.field.required and not self.session.facts.is_given(row.field.id))
        row = next(empty, asked[0] if asked else None)
        if row is not None:
            row.editor.take_focus("")
            self.view.verticalScrollBar().setValue(0)
            if row is not asked[0]:  # above the first there is only what belongs to it
                self.view.reveal(row)

    def add_below(self) -> None:
        """Room for what a special step shows under its fields."""

    def _add_row(self, field: Field) -> FieldRow:
        row = FieldRow(self.session, field)
        row.left.connect(self._keep)
        if field.fills:
            row.offers.addWidget(PostalOffer(self.session, field))
        return row

    def _add_heads(self) -> dict[str, QWidget]:
        """Put the rows into the column, each section under its head."""
        heads: dict[str, QWidget] = {}
        for row in self.rows.values():
            if row.field.section and row.field.section not in heads:
                heads[row.field.section] = _head(row.field.section, is_first=not heads)
                self.column.addWidget(heads[row.field.section])
            self.column.addWidget(row)
        return heads

    def _keep(self, name: str) -> None:
        self.session.enter({name: self.rows[name].editor.plain()})

    def commit(self) -> None:
        """Keep what stands in the editor that has the cursor."""
        for row in self.rows.values():
            row.editor.leave()

    def pause(self) -> None:
        """The window is being left: keep what is typed, but for a word that is still being composed."""
        for row in self.rows.values():
            if not row.editor.is_busy():
                row.editor.leave()

    def refresh(self) -> None:
        """Show answers, complaints, and which questions are asked for now."""
        for row in self.rows.values():
            row.refresh()
        for section, head in self._heads.items():
            head.setVisible(any(row.field.section == section and not row.isHidden() for row in self.rows.values()))
        asked = [row for row in self.rows.values() if not row.isHidden()]
        given = sum(self.session.facts.is_given(row.field.id) for row in asked)
        self.count.set_text(f"{len(asked)}項目のうち {given}項目を記入")
        self.errors.keep_only(self.session.errors_in(self.step.id))

    def is_passed(self) -> bool:
        """Check all fields; where something is wrong, list it and go to the first."""
        self.commit()
        found = self.session.check(self.step.id)
        self.errors.show_findings(found, self.session.call)
        if found:
            self.view.verticalScrollBar().setValue(0)
            self.reveal(found[0].subject)
        return not found

    def reveal(self, subject: str) -> None:
        """Put the cursor on a field, or on a cell of its rows."""
        name, _, cell = subject.partition("[")
        if name in self.rows:
            editor = self.rows[name].editor
            self.view.reveal(self.rows[name])
            editor.take_focus(cell)

    def _follow_focus(self, before: QWidget | None, target: QWidget | None) -> None:
        """Tell on which subject the cursor stands, for the paper beside the page."""
        while target is not None and target is not self:
            if target.objectName().partition("[")[0] in self.rows:
                self.focused.emit(target.objectName())
                return
            target = target.parentWidget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new width into account."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Labels on top where the page is narrow."""
        for row in self.rows.values():
            row.be_sized(stacked=self.width() < px(self, STACKED))


def _head(text: str, *, is_first: bool) -> QWidget:
    """A section's head, with a line above all but the first."""
    head = Ground("", *(() if is_first else ("top",)))
    column = QVBoxLayout(head)
    column.setContentsMargins(12, 8 if is_first else 20, 0, 4)
    column.addWidget(Line(text, size=16, bold=True))
    return head
