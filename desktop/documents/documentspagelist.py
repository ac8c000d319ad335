"""The rows of all documents, each with the files that it did not get below it, and what this case does not need."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.documents.documentrow import DocumentRow
from desktop.documents.documentrowrefusal import RefusalPlate
from desktop.documents.documentrowstate import RowState
from desktop.documents.paperwork import Refusal
from desktop.kit.glyphs import Glyph
from desktop.kit.prose import Prose


class Entry(QWidget):
    """A row and the refusals under it."""

    def __init__(self, row: DocumentRow) -> None:
        """No refusals yet."""
        super().__init__()
        self.row = row
        self.plates: list[RefusalPlate] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(row)

    def show_refusals(self, refusals: Sequence[Refusal], make: Callable[[Refusal], RefusalPlate]) -> None:
        """Have a plate for each of these, and keep those that are there."""
        if [plate.refusal for plate in self.plates] == list(refusals):
            return
        known = {plate.refusal: plate for plate in self.plates}
        self.plates = [known.pop(refusal) if refusal in known else make(refusal) for refusal in refusals]
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        for plate in self.plates:
            self._column.addWidget(plate)


class DocumentList(QWidget):
    """Signals carry the document's id first."""

    chosen, opened = Signal(str), Signal(str)
    walked = Signal(int)
    dropped = Signal(str, list)
    given = Signal(int, str)  # a paper's id, dragged onto a document
    unlocked = Signal(object, str)  # a Refusal and a password
    dismissed, other_wanted = Signal(object), Signal(object)
    grown = Signal(object)  # the plate that has just appeared

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self._entries: dict[str, Entry] = {}
        self._column, self._notes = QVBoxLayout(), QVBoxLayout()
        self._said: tuple[str, ...] = ()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for layout in (self._column, self._notes):
            whole.addLayout(layout)
        self._column.setSpacing(0)
        self._notes.setSpacing(4)

    @property
    def names(self) -> list[str]:
        """The documents, in order."""
        return list(self._entries)

    def row(self, name: str) -> DocumentRow:
        """A document's row."""
        return self._entries[name].row

    def plates(self, name: str) -> list[RefusalPlate]:
        """The refusals that stand under a document's row."""
        return self._entries[name].plates

    @property
    def has_focus(self) -> bool:
        """Whether the cursor stands on a row."""
        return any(entry.row.hasFocus() for entry in self._entries.values())

    def show_names(self, names: Sequence[str], takes_files: Callable[[str], bool]) -> None:
        """Have a row for each of these, in this order; rows that are there stay."""
        if list(names) == self.names:
            return
        known = self._entries
        self._entries = {name: known.pop(name) if name in known else self._entry(name, takes_files=takes_files(name)) for name in names}
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        for place, entry in enumerate(self._entries.values()):
            self._column.insertWidget(place, entry)

    def _entry(self, name: str, *, takes_files: bool) -> Entry:
        row = DocumentRow(RowState("optional", "", "", "", "text2", ""), takes_files=takes_files)
        row.setObjectName(f"document.{name}")
        row.clicked.connect(lambda: self.chosen.emit(name))
        row.opened.connect(lambda: self.opened.emit(name))
        row.walked.connect(self.walked)
        row.dropped.connect(lambda paths: self.dropped.emit(name, paths))
        row.moved.connect(lambda paper: self.given.emit(paper, name))
        return Entry(row)

    def show_row(self, name: str, state: RowState, refusals: Sequence[Refusal]) -> None:
        """Say how far a document is."""
        self._entries[name].row.show_state(state)
        self._entries[name].show_refusals(refusals, self._plate)

    def _plate(self, refusal: Refusal) -> RefusalPlate:
        plate = RefusalPlate(refusal)
        plate.unlocked.connect(lambda password: self.unlocked.emit(refusal, password))
        plate.dismissed.connect(lambda: self.dismissed.emit(refusal))
        plate.other_wanted.connect(lambda: self.other_wanted.emit(refusal))
        QTimer.singleShot(0, plate, lambda: self.grown.emit(plate))  # once it has its place
        return plate

    def select(self, name: str) -> None:
        """Mark one row."""
        for other, entry in self._entries.items():
            entry.row.select(selected=other == name)

    def focus(self, name: str) -> None:
        """Put the cursor on a row."""
        self._entries[name].row.setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, sentences: tuple[str, ...]) -> None:
        """Say below what the case does not need."""
        if sentences == self._said:
            return
        self._said = sentences
        while taken := self._notes.takeAt(0):
            if (gone := taken.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for sentence in sentences:
            self._notes.addWidget(_noted(sentence))


def _noted(sentence: str) -> QWidget:
    """A quiet line."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(14, 0, 12, 0)
    row.setSpacing(12)
    row.addWidget(Glyph("note", size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose(sentence, size=13, token="text2"), 1)
    return line
