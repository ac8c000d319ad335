"""The sheet on which a new case begins: which call, who applies for what, where the file lies; from an earlier case, what it brings.

Decision: what is asked here are the choices of the call's first step, read from its data; nothing is written before the button.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desktop.around.askfile import AskFile, FileQuestion
from desktop.around.places import standing_folder
from desktop.editors.wholerow import RadioRow
from desktop.kit.banners import Banner
from desktop.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from desktop.kit.prose import Line, Prose, ShrinkingLine
from desktop.kit.sheet import Sheet
from desktop.start.casefiles import Carried, Wish, carried_from, file_for, make_case, questions_of, usable_calls
from desktop.start.newcasecarried import CarriedList
from forms.catalog.model import Call, Field
from forms.errors import FormsError
from forms.values.plain import Plain

UNNAMED = "新しい申請"
ABREAST = 3


@dataclass(frozen=True)
class NewCase:
    """What the sheet begins with: where cases lie, more calls, the call to propose, an earlier case to take from."""

    folder: Path
    ask_file: AskFile
    calls: Path | None = None
    proposed: str = ""
    earlier: Path | None = None


class Question(QWidget):
    """A choice of the call, as radio buttons with its help; its id is its objectName."""

    def __init__(self, field: Field) -> None:
        """Nothing is chosen yet."""
        super().__init__()
        self.field = field
        self.setObjectName(field.id)
        self.setAccessibleName(field.label)
        self._group, self._complaint = QButtonGroup(self), Prose("", size=13, token="err", bold=True)
        self._complaint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addWidget(Line(field.label, bold=True))
        column.addWidget(self._complaint)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for place, (choice, label) in enumerate(field.choices.items()):
            grid.addWidget(self._radio(choice, label), place // ABREAST, place % ABREAST)
        column.addLayout(grid)
        if field.help:
            column.addWidget(Prose(field.help, size=13))

    def _radio(self, choice: str, label: str) -> QRadioButton:
        radio = RadioRow(label)
        radio.setObjectName(f"{self.field.id}={choice}")
        radio.setAccessibleName(f"{self.field.label}：{label}")
        self._group.addButton(radio)
        return radio

    def answer(self) -> str:
        """The id of the choice; "" for none."""
        chosen = self._group.checkedButton()
        return chosen.objectName().partition("=")[2] if chosen else ""

    def is_answered(self) -> bool:
        """Whether something is chosen; if not, it says so."""
        answered = bool(self.answer())
        self._complaint.set_text("" if answered else f"{self.field.label}を選んでください。")
        self._complaint.setVisible(not answered)
        return answered


class NewCaseSheet(Sheet):
    """Emits `made` with the path of the case file that it has made, and closes."""

    made = Signal(object)

    def __init__(self, begin: NewCase) -> None:
        """Raises CatalogError where no call can be used."""
        super().__init__("以前の申請をもとに作る" if begin.earlier else "新しい申請をはじめる", width=680)
        self._begin, self._folder = begin, begin.folder
        usable = usable_calls(begin.calls)
        self._calls = {call.id: call for call in usable.calls}
        self._brought: CarriedList | None = None
        self._questions: list[Question] = []
        self.setObjectName("newcase")
        self._fault, self._asked, self._from = Banner("error"), QVBoxLayout(), QVBoxLayout()
        self._call, self._name, self._where = QComboBox(), QLineEdit(), ShrinkingLine("", size=13, token="text2")
        self._fault.hide()
        self._fill()
        self._offer_calls(begin.proposed)
        self._show_call()
        if usable.faults:
            self._complain(f"使えない公募を除きました。{''.join(usable.faults)}")

    def _fill(self) -> None:
        self.body.addWidget(self._fault)
        self.body.addLayout(self._call_row())
        self.body.addLayout(self._asked)
        self.body.addLayout(self._from)
        self.body.addLayout(self._file_row())
        self.make, cancel = PrimaryButton("作成して入力をはじめる"), SecondaryButton("やめる")
        self.make.clicked.connect(self.make_it)
        cancel.clicked.connect(self.close_sheet)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.make)

    def _call_row(self) -> QVBoxLayout:
        column, label = QVBoxLayout(), Line("公募", bold=True)
        column.setSpacing(4)
        label.setBuddy(self._call)
        self._call.setObjectName("newcase.call")
        self._call.setAccessibleName("公募")
        self._only = Prose("", size=14)
        for widget in (label, self._call, self._only):
            column.addWidget(widget)
        return column

    def _file_row(self) -> QVBoxLayout:
        column, row, label = QVBoxLayout(), QHBoxLayout(), Line("ファイルの名前", bold=True)
        column.setSpacing(4)
        label.setBuddy(self._name)
        self._name.setObjectName("newcase.name")
        self._name.setAccessibleName("ファイルの名前")
        self._name.textChanged.connect(self._tell_place)
        elsewhere = LinkButton("別のフォルダーにする...")
        elsewhere.clicked.connect(self._ask_folder)
        row.setSpacing(16)
        row.addWidget(self._where, 1)
        row.addWidget(elsewhere)
        column.addWidget(label)
        column.addWidget(self._name)
        column.addLayout(row)
        return column

    def _offer_calls(self, proposed: str) -> None:
        for name, call in self._calls.items():
            self._call.addItem(call.terms.name, name)
        self._call.setCurrentIndex(max(self._call.findData(proposed), 0))
        alone = len(self._calls) == 1
        self._call.setHidden(alone)
        self._only.setVisible(alone)
        self._only.set_text(self._call.currentText())
        self._call.currentIndexChanged.connect(self._show_call)

    @property
    def call(self) -> Call:
        """The call that is chosen."""
        return self._calls[str(self._call.currentData())]

    def _carried(self) -> tuple[Carried, ...]:
        try:
            return carried_from(self._begin.earlier, self.call) if self._begin.earlier else ()
        except FormsError as error:
            self._complain(str(error))
            return ()

    def _show_call(self) -> None:
        """Ask what this call asks, but for what an earlier case answers, and show that."""
        carried = self._carried()
        _empty(self._asked)
        _empty(self._from)
        known = {each.field for each in carried}
        self._questions = [Question(field) for field in questions_of(self.call) if field.id not in known]
        for question in self._questions:
            self._asked.addWidget(question)
        self._brought = CarriedList(carried) if self._begin.earlier else None
        if self._brought is not None:
            self._from.addWidget(self._brought)
        applicant = next((each.shown for each in carried if each.field == self.call.terms.packet.applicant), UNNAMED)
        self._name.setText(applicant)
        self._tell_place()

    def target(self) -> Path:
        """The file as it would be made now."""
        return file_for(self._folder, self._name.text() or UNNAMED)

    def _tell_place(self) -> None:
        self._where.set_text(f"保存する場所：{self.target()}")

    def _ask_folder(self) -> None:
        self._begin.ask_file(self, FileQuestion("案件を保存するフォルダー", standing_folder(self._folder), "folder"), self._take_folder)

    def _take_folder(self, folder: Path) -> None:
        self._folder = folder
        self._tell_place()

    def answers(self) -> Mapping[str, Plain]:
        """What the case begins with: what was chosen here, and what was ticked of the earlier case."""
        chosen: dict[str, Plain] = {question.field.id: question.answer() for question in self._questions}
        return {**(self._brought.ticked() if self._brought is not None else {}), **chosen}

    def make_it(self) -> None:
        """Make the file, if every question is answered; where that fails, say why and stay."""
        open_questions = [question for question in self._questions if not question.is_answered()]
        if open_questions:
            self._scroll.reveal(open_questions[0])
            return
        try:
            path = make_case(Wish(self.call.id, self.target(), self.answers()), self._begin.calls)
        except FormsError as error:
            self._complain(str(error))
            return
        self.close_sheet()
        self.made.emit(path)

    def _complain(self, text: str) -> None:
        self._fault.show_words(text=text)
        self._fault.show()
        self._scroll.reveal(self._fault)


def _empty(column: QVBoxLayout) -> None:
    while taken := column.takeAt(0):
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()


