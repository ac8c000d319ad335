"""The seam between the window and the library: one open case, what is known of it now, and one signal when that changes.

Decision: every change is committed, then the whole case is looked at anew (a few milliseconds), and whoever shows something of it
reads it from here; nobody else holds a copy.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.changes import Change, Entered, History
from desktop.others import OTHERS, as_kept, review_beside_known
from forms.answers import canonical, find_field
from forms.casefile import CaseFile
from forms.catalog.model import Call
from forms.check import MISSING_ANSWER, Finding
from forms.errors import FormsError
from forms.facts import Facts
from forms.memory import Memory
from forms.review import review_case
from forms.values.plain import Plain


class Session(QObject):
    """One case that is open in the window."""

    changed = Signal()  # answers, papers or findings are others than before
    refused = Signal(str)  # a change could not be kept: one sentence for the user; nothing was changed

    def __init__(
        self, case: CaseFile, today: date, *, calls: Path | None = None, holder: str = "", now: Callable[[], datetime] = datetime.now
    ) -> None:
        """Look at an open case; `calls`: a folder with more calls; `holder`: who has it, where it is only read. Raises FormsError."""
        super().__init__()
        self.case, self.today, self.calls, self.holder = case, today, calls, holder
        self.saved_at: datetime | None = None
        self.unsaved: dict[str, Plain] = {}  # answers that the disk refused
        self.checked: set[str] = set()  # steps that 次へ has checked: there, what is missing is shown too
        self._now = now
        self._history = History()
        self._memory = Memory[Finding]()
        self.review, self.others = review_beside_known(case, today, calls, self._memory)
        self._version = case.version()

    def _read(self) -> None:
        self.review = review_case(self.case, self.today, self.others, self.calls, memory=self._memory)
        self._version = self.case.version()

    @property
    def call(self) -> Call:
        """The call that the case applies under."""
        return self.review.facts.call

    @property
    def facts(self) -> Facts:
        """What is known of the case now."""
        return self.review.facts

    @property
    def is_read_only(self) -> bool:
        """Whether somebody else has the case open: everything is shown, nothing is changed."""
        return self.case.read_only

    def plain(self, name: str) -> Plain:
        """The answer as it is kept, also while its question is hidden; "" where there is none; what could not be kept goes first."""
        return self.unsaved.get(name, self._kept(name))

    def _kept(self, name: str) -> Plain:
        return self.review.plain.get(name, "")

    def findings_of(self, name: str) -> tuple[Finding, ...]:
        """What is to be said of a field, its rows, or a document; missing answers only where 次へ has checked the step."""
        step = self.call.fields[name].step if name in self.call.fields else ""
        found = self.review.by_group.get(name, ())
        return tuple(f for f in found if f.id != MISSING_ANSWER or step in self.checked)

    def enter(self, answers: Mapping[str, Plain]) -> None:
        """Keep these answers in their kinds' own form, in one commit and one step of undo; what is kept already changes nothing.

        What cannot be kept (a full disk) is not lost: it stays in `unsaved`, is shown, and goes with the next answer.
        """
        read = {name: canonical(find_field(self.call, name), plain) for name, plain in answers.items()}
        after = {name: plain for name, plain in {**self.unsaved, **read}.items() if plain != self._kept(name)}
        is_kept = not after or self.do(Entered({name: self._kept(name) for name in after}, after))
        self.unsaved = {} if is_kept or self.is_read_only else after
        if self.unsaved:
            self.changed.emit()

    def save_again(self) -> None:
        """Try once more to keep what could not be kept."""
        self.enter({})

    def do(self, change: Change) -> bool:
        """Make a change that can be taken back; whether it was kept."""
        return self._keep(lambda: self._history.do(self.case, change))

    def note(self, change: Change) -> None:
        """A worker has made a change that can be taken back."""
        self._keep(lambda: self._history.note(change))

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        if self.can_undo:
            self._keep(lambda: self._history.undo(self.case))

    def redo(self) -> None:
        """Do again what was taken back last, if anything was."""
        if self.can_redo:
            self._keep(lambda: self._history.redo(self.case))

    @property
    def can_undo(self) -> bool:
        """Whether a change can be taken back."""
        return self._history.can_undo and not self.is_read_only

    @property
    def can_redo(self) -> bool:
        """Whether a change can be done again."""
        return self._history.can_redo and not self.is_read_only

    def _keep(self, change: Callable[[], None]) -> bool:
        try:
            change()
            self._read()
        except FormsError as error:
            self._show_part()
            self.refused.emit(str(error))
            return False
        self.saved_at = self._now()
        self.unsaved = {}
        self.changed.emit()
        return True

    def _show_part(self) -> None:
        """A batch that stopped half-way has changed something all the same."""
        before = self.review
        with suppress(FormsError):  # what stopped it is told already
            self._read()
        if (self.review.plain, self.review.packet) != (before.plain, before.packet):
            self.changed.emit()

    def check(self, step: str) -> tuple[Finding, ...]:
        """Check a step as a whole: from now on its missing answers are shown; the errors that stand in it."""
        if step not in self.checked:
            self.checked.add(step)
            self.changed.emit()
        return self.errors_in(step)

    def errors_in(self, step: str) -> tuple[Finding, ...]:
        """The errors of a step of the form, in the order of its questions."""
        return tuple(finding for finding in self.review.by_step.get(step, ()) if finding.severity == "error")

    def consider(self, others: tuple[Path, ...]) -> None:
        """Count the applicant's other cases of the year, which share the company's cap."""
        before, self.others = self.others, others
        try:
            self._read()
        except FormsError as error:
            self.others = before
            self.refused.emit(str(error))
            return
        self.remember(OTHERS, as_kept(others))

    def look_again(self) -> None:
        """Read the case anew if another program has changed the file meanwhile."""
        try:
            if self.case.version() == self._version:
                return
            self._read()
        except FormsError as error:
            self.refused.emit(str(error))
            return
        self.changed.emit()

    def recall(self, key: str) -> str:
        """What the window keeps in the case beside answers and papers; "" for nothing."""
        return self.case.recall(key)

    def remember(self, key: str, text: str) -> None:
        """Keep something of the window's own; no part of undo."""
        try:
            self.case.remember(key, text)
        except FormsError as error:
            self.refused.emit(str(error))
            return
        self.changed.emit()
