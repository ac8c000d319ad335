"""What a person did to a case, each step able to be taken back and done again.

Decision: a change knows both directions and nothing of the window; the history is a list of them, kept while the case is open.
Ten files dropped at once are committed one by one, each as soon as it is read, and share a batch: one step of undo.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Protocol

from forms.casefile import Attached, CaseFile
from forms.papers import Paper
from forms.values.plain import Plain


class Change(Protocol):
    """One step of a person's work, or a part of one: neighbours with the same `batch` are taken back together."""

    @property
    def batch(self) -> str:
        """What it was done together with; "" stands alone."""

    def do(self, case: CaseFile) -> None:
        """Make the change. Raises CaseError, and then nothing has changed."""

    def undo(self, case: CaseFile) -> None:
        """Take it back. Raises CaseError, and then nothing has changed."""


@dataclass(frozen=True)
class Entered:
    """Answers typed, in one commit: what stood before and what stands after, "" for nothing."""

    before: Mapping[str, Plain]
    after: Mapping[str, Plain]
    batch: str = ""

    def do(self, case: CaseFile) -> None:
        """Keep the answers."""
        case.enter(self.after)

    def undo(self, case: CaseFile) -> None:
        """Keep what stood there before."""
        case.enter(self.before)


@dataclass
class PaperAdded:
    """A paper put in at a place of its document (from 0), or behind the others; `batch` names what was dropped in one go."""

    document: str
    paper: Paper
    place: int | None = None
    batch: str = ""
    kept: Attached | None = None

    def do(self, case: CaseFile) -> None:
        """Attach it; done again, it comes back under the id that it had."""
        if self.kept is None:
            self.kept = case.attach(self.document, self.paper, at=self.place)
        else:
            case.put_back(self.kept, self.paper)

    def undo(self, case: CaseFile) -> None:
        """Take it out again."""
        if self.kept is not None:
            case.remove(self.kept)


@dataclass
class PaperRemoved:
    """A paper taken out; its bytes are kept here, so that it can come back to its place."""

    kept: Attached
    batch: str = ""
    paper: Paper | None = None

    def do(self, case: CaseFile) -> None:
        """Take it out."""
        self.paper = case.remove(self.kept)

    def undo(self, case: CaseFile) -> None:
        """Put it back."""
        if self.paper is not None:
            case.put_back(self.kept, self.paper)


@dataclass(frozen=True)
class PaperMoved:
    """A paper made the one that `place` counts (from 0) among a document's, its own or another's."""

    kept: Attached
    document: str
    place: int
    batch: str = ""

    def do(self, case: CaseFile) -> None:
        """Move it."""
        case.move(self.kept, self.document, self.place)

    def undo(self, case: CaseFile) -> None:
        """Move it back to where it was."""
        case.move(self.kept, self.kept.document, self.kept.place)


@dataclass
class PaperReplaced:
    """Another paper, or the same one turned, in the place of one."""

    kept: Attached
    paper: Paper
    batch: str = ""
    before: Paper | None = None

    def do(self, case: CaseFile) -> None:
        """Put it there."""
        self.before = case.replace(self.kept, self.paper)

    def undo(self, case: CaseFile) -> None:
        """Put what was there back."""
        if self.before is not None:
            case.replace(self.kept, self.before)


class History:
    """The changes done and those taken back; those of one batch go together."""

    def __init__(self) -> None:
        """Nothing has been done yet."""
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something taken back can be done again."""
        return bool(self._undone)

    def do(self, case: CaseFile, change: Change) -> None:
        """Make a new change; what had been taken back is forgotten. Raises CaseError."""
        change.do(case)
        self._done.append(change)
        self._undone.clear()

    def undo(self, case: CaseFile) -> None:
        """Take the last change back, with its batch. Raises CaseError at the first one that cannot be taken back."""
        for _ in range(_batch(self._done)):
            self._done[-1].undo(case)
            self._undone.append(self._done.pop())

    def redo(self, case: CaseFile) -> None:
        """Do the last change that was taken back again, with its batch. Raises CaseError at the first one that cannot be."""
        for _ in range(_batch(self._undone)):
            self._undone[-1].do(case)
            self._done.append(self._undone.pop())


def _batch(changes: list[Change]) -> int:
    """How many of the last changes go together."""
    batch = changes[-1].batch
    return len(list(takewhile(lambda change: change.batch == batch, reversed(changes)))) if batch else 1
