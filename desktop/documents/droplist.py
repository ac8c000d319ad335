"""Which document each dropped file belongs to: what the names say, for the person to confirm or to change.

Decision: nothing is taken in before it was confirmed here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from desktop.documents.documentrowstate import label_of, takes_papers
from desktop.documents.paperwork import Arrival
from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.prose import Prose
from desktop.kit.sheet import Sheet
from forms.attachments.archives import MOST_FILES
from forms.attachments.kinds import SUFFIXES
from forms.attachments.matching import Proposal, propose
from forms.plan import Planned

NOWHERE = "（入れない）"
INTRO = "名前から選びました。違うものは選び直してください。"
TOO_MANY = f"ファイルが多いため、はじめの{MOST_FILES}件だけを示しています。"
PATTERNS = " ".join(f"*.{ending}" for suffix in SUFFIXES for ending in (suffix, suffix.upper()))
FILTERS = (f"添付できるファイル ({PATTERNS})", "すべてのファイル (*)")
AskFiles = Callable[[QWidget, str, Callable[[list[Path]], None]], None]


def ask_files(over: QWidget, title: str, then: Callable[[list[Path]], None]) -> None:
    """Open the system's dialog for several files; `then` gets what was chosen, and is not called where nothing was."""
    dialog = QFileDialog(over.window(), title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(FILTERS)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


@dataclass(frozen=True)
class Proposed:
    """A file with what its name says."""

    file: Path
    proposal: Proposal


def proposed(files: Sequence[Path], packet: Sequence[Planned]) -> list[Proposed]:
    """What the names of the files say, in their order; files of the same name each for themselves."""
    documents = [planned.document for planned in packet]
    return [Proposed(file, propose([file.name], documents)[0]) for file in files]


class DropList(Sheet):
    """`confirmed` carries the arrivals that were agreed on."""

    confirmed = Signal(list)

    def __init__(self, files: Sequence[Path], packet: Sequence[Planned]) -> None:
        """One line a file."""
        super().__init__(f"{min(len(files), MOST_FILES)}つのファイルを、資料に振り分けます", width=620)
        self._take, stop = PrimaryButton(""), SecondaryButton("やめる")
        self.choices: list[tuple[Path, QComboBox]] = []
        self.body.addWidget(Prose(INTRO + (TOO_MANY if len(files) > MOST_FILES else ""), size=14))
        for line in proposed(files[:MOST_FILES], packet):
            self.body.addWidget(self._line(line, packet))
        self.foot.addStretch(1)
        self.foot.addWidget(stop)
        self.foot.addWidget(self._take)
        self._take.clicked.connect(self._confirm)
        stop.clicked.connect(self.close_sheet)
        self._count()

    def _line(self, line: Proposed, packet: Sequence[Planned]) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        choice = _Choice()
        choice.setAccessibleName(f"{line.file.name} を入れる資料")
        choice.addItem(NOWHERE, "")
        for planned in packet:
            if takes_papers(planned.document):
                choice.addItem(f"{label_of(planned.document)}　{planned.title}", planned.document.id)
        choice.setCurrentIndex(max(choice.findData(line.proposal.document or ""), 0))
        choice.currentIndexChanged.connect(self._count)
        column.addWidget(Prose(line.file.name, size=14, bold=True))
        column.addWidget(Prose(line.proposal.why, size=13))
        column.addWidget(choice)
        self.choices.append((line.file, choice))
        return whole

    def arrivals(self) -> list[Arrival]:
        """What was chosen, in order."""
        return [Arrival(file, str(choice.currentData())) for file, choice in self.choices if choice.currentData()]

    def take(self) -> None:
        """Agree, as the button does."""
        self._take.click()

    def _count(self) -> None:
        number = len(self.arrivals())
        self._take.set_text(f"{number}つを入れる" if number else "資料を選んでください")
        self._take.setEnabled(bool(number))

    def _confirm(self) -> None:
        arrivals = self.arrivals()
        self.close_sheet()
        self.confirmed.emit(arrivals)


class _Choice(QComboBox):
    """Does not change while a list is scrolled past it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
