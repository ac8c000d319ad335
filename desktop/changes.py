"""What a person did to a case, each step able to be taken back and done again.

Decision: a change knows both directions and nothing of the window; the history is a list of them, kept while the case is open.
Ten files dropped at once are committed one by one, each as soon as it is read, and share a batch: one step of undo. Papers are
written by a worker; here they are only taken away, put back and restored, which moves none of their bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Protocol

from forms.casefile import Attached, CaseFile
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


@dataclass(frozen=True)
class PaperAdded:
    """A paper that was attached; `batch` names what was dropped in one go."""

    kept: Attached
    batch: str = ""

    def do(self, case: CaseFile) -> None:
        """Put it back where it was."""
        case.put_back(self.kept)

    def undo(self, case: CaseFile) -> None:
        """Take it out again."""
        case.remove(self.kept)


@dataclass(frozen=True)
class PaperRemoved:
    """A paper taken out."""

    kept: Attached
    batch: str = ""

    def do(self, case: CaseFile) -> None:
        """Take it out."""
        case.remove(self.kept)

    def undo(self, case: CaseFile) -> None:
        """Put it back."""
        case.put_back(self.kept)


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


@dataclass(frozen=True)
class PaperReplaced:
    """Another paper, or the same one turned, in the place of one: what was there, and what is there now."""

    before: Attached
    after: Attached
    batch: str = ""

    def do(self, case: CaseFile) -> None:
        """Have the new one there."""
        case.restore(self.after)

    def undo(self, case: CaseFile) -> None:
        """Have what was there before."""
        case.restore(self.before)


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
        """Make a new change. Raises CaseError."""
        change.do(case)
        self.note(change)

    def note(self, change: Change) -> None:
        """A new change was made; what had been taken back is forgotten."""
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
