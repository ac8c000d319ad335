"""One question of a step: label, code, editor, and below it the complaint, an offer, and the help with its source.

Decision: made from the field's row of data alone; what is typed stays in sight whether its kind can read it or not.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.editors.editor import Editor
from desktop.editors.making import make_editor
from desktop.editors.rows import RowsEditor
from desktop.kit.chips import Chip
from desktop.kit.flow import Part
from desktop.kit.look import px, tokens_of
from desktop.kit.prose import Line, Prose
from desktop.questions.complaints import Complaint
from desktop.questions.workedout import show_worked_out
from desktop.session import Session
from forms.catalog.model import Field
from forms.check import Finding

LABEL, BAR, LEFT = 140, 3, 12
KEPT = 16  # characters of an example that stay in one line


class FieldRow(QWidget):
    """The row of a field; `left` says that its editor was left with something new in it."""

    left = Signal(str)

    def __init__(self, session: Session, field: Field) -> None:
        """Made from a field of the call."""
        super().__init__()
        self.field, self._session = field, session
        self.editor: Editor = make_editor(field)
        self.editor.setObjectName(field.id)
        self._label = Prose(field.label, size=14, token="text", bold=True)
        self._label.setBuddy(self.editor.target)
        self._complaints = Complaint()
        self.offers = QVBoxLayout()
        self._lay_out()
        if session.is_read_only:
            self.editor.set_readonly(True)
        self.editor.left.connect(lambda: self.left.emit(field.id))

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(LEFT, 8, 0, 8)
        self._row.setSpacing(0)
        self._side = self._labelled()
        self._row.addWidget(self._side)
        right = QVBoxLayout()
        right.setSpacing(4)
        wide = self.field.kind == "rows"
        right.addWidget(self.editor, 0, Qt.AlignmentFlag(0) if wide else self.editor.alignment)
        right.addWidget(self._complaints)
        right.addLayout(self.offers)
        right.addLayout(self._helped())
        right.addStretch(1)
        self._row.addLayout(right, 1)

    def _labelled(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 6, 12, 0)
        column.setSpacing(2)
        below = QHBoxLayout()
        below.setSpacing(8)
        if self.field.kind == "rows":
            below.addWidget(self._label)
        else:
            column.addWidget(self._label)
        below.addWidget(Line(self.field.code, size=12, token="text3"))
        if not self.field.required:
            below.addWidget(Chip("任意", "optional"))
        below.addStretch(1)
        column.addLayout(below)
        column.addStretch(1)
        return side

    def _helped(self) -> QHBoxLayout:
        below = QHBoxLayout()
        below.setSpacing(12)
        told = Prose("", size=13, token="text2")
        told.show_parts(_help_of(self.field))
        below.addWidget(told, 1)
        below.addWidget(Line(self.field.source, size=12, token="accent"), 0, Qt.AlignmentFlag.AlignTop)
        return below

    def be_sized(self, *, stacked: bool) -> None:
        """Put the label on top of the editor where the page is narrow, or the editor is a table."""
        on_top = stacked or self.field.kind == "rows"
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if on_top else QBoxLayout.Direction.LeftToRight)
        self._side.setMaximumWidth(16777215 if on_top else px(self, LABEL))
        self._side.setMinimumWidth(0 if on_top else px(self, LABEL))

    def refresh(self) -> None:
        """Show the kept answer and what is to be said of it; an editor that has the cursor and is unread keeps its text."""
        asked = self._session.facts.asks(self.field)
        if asked == self.isHidden():
            self.setVisible(asked)
        if asked:
            self.editor.show_plain(self._session.plain(self.field.id))
            if isinstance(self.editor, RowsEditor):
                show_worked_out(self.editor, self.field, self._session.facts)
            self._complain()

    def _complain(self) -> None:
        found = self._session.findings_of(self.field.id)
        worst = next((f.message for f in found if f.severity == "error" and f.subject == self.field.id), "")
        self.editor.set_bad(bool(worst), worst)
        if isinstance(self.editor, RowsEditor):  # the table itself says what is wrong in which cell
            cells = _of_cells(found)
            self.editor.set_cell_complaints(cells)
            found = tuple(finding for finding in found if finding.message not in cells.values())
        if self._complaints.show_findings(found):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar that marks a row with an error."""
        if self._complaints.is_error:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens_of(self).err))
            painter.drawRoundedRect(QRectF(0, 4, BAR, self.height() - 8), 1.5, 1.5)


def _help_of(field: Field) -> list[Part]:
    """The help, then an example; a short one is not broken."""
    example = f"例：{field.example}" if field.example else ""
    gap = "　" if field.help and example else ""
    return [Part(f"{field.help}{gap}"), Part(example, is_whole=len(example) <= KEPT)]


def _of_cells(found: tuple[Finding, ...]) -> dict[tuple[int, str], str]:
    """The errors that speak of a single cell, by row (from 0) and column."""
    cells = {}
    for finding in found:
        row, bracket, column = finding.subject.partition("[")[2].partition("].")
        if bracket and finding.severity == "error":
            cells[int(row), column] = finding.message
    return cells
