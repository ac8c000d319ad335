"""Every change can be taken back and done again, alone and in batches."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.changes import Change, Entered, History, PaperAdded, PaperMoved, PaperRemoved, PaperReplaced
from forms.casefile import Attached, CaseFile, create_case
from forms.errors import CaseError
from forms.papers import Paper
from forms.values.plain import Plain


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    with create_case(tmp_path / "a.shinsei", "hyogo-r5-2") as opened:
        for name in "ab":
            opened.attach("estimates", paper(name))
        opened.enter({"applicant.trade_name": "みなと"})
        yield opened


def paper(name: str) -> Paper:
    return Paper(f"{name}.pdf", name * 8, f"original {name}".encode(), f"pages {name}".encode(), 1, ())


def find(file: CaseFile, name: str) -> Attached:
    return next(kept for kept in file.attached() if kept.name == f"{name}.pdf")


def state(file: CaseFile) -> tuple[dict[str, Plain], list[tuple[Attached, bytes]]]:
    """Everything that a change may touch: answers, and papers with what is printed of them."""
    return file.answers(), [(kept, file.pdf(kept)) for kept in sorted(file.attached(), key=lambda kept: kept.id)]


CHANGES: dict[str, Callable[[CaseFile], Change]] = {
    "an answer": lambda file: Entered({"applicant.trade_name": "みなと"}, {"applicant.trade_name": "株式会社みなと"}),
    "a paper taken out": lambda file: PaperRemoved(find(file, "a")),
    "a paper moved": lambda file: PaperMoved(find(file, "b"), "estimates", 0),
    "a paper given to another document": lambda file: PaperMoved(find(file, "a"), "register", 0),
}


# What a worker has done already, and how that is noted.
NOTED: dict[str, Callable[[CaseFile], Change]] = {
    "a paper behind the others": lambda file: added(file, "estimates", "c"),
    "a paper in front": lambda file: PaperAdded(file.attach("estimates", paper("c"), at=0)),
    "a paper replaced": lambda file: PaperReplaced(find(file, "a"), file.replace(find(file, "a"), paper("d"))),
}


def added(file: CaseFile, document: str, name: str, batch: str = "") -> PaperAdded:
    return PaperAdded(file.attach(document, paper(name)), batch)


@pytest.mark.parametrize("name", NOTED)
def test_what_a_worker_did_can_be_taken_back_and_done_again(file: CaseFile, name: str) -> None:
    history, before = History(), state(file)
    history.note(NOTED[name](file))
    after = state(file)
    assert after != before
    history.undo(file)
    assert state(file) == before
    history.redo(file)
    assert state(file) == after


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_can_be_taken_back_and_done_again(file: CaseFile, name: str) -> None:
    history, before = History(), state(file)
    history.do(file, CHANGES[name](file))
    after = state(file)
    assert after != before
    history.undo(file)
    assert state(file) == before
    history.redo(file)
    assert state(file) == after


def test_what_came_in_one_batch_goes_in_one_step(file: CaseFile) -> None:
    history, before = History(), state(file)
    history.note(added(file, "register", "x"))
    alone = state(file)
    for name in "cde":
        history.note(added(file, "estimates", name, "1"))
    together = state(file)
    history.undo(file)
    assert state(file) == alone
    history.redo(file)
    assert state(file) == together
    history.undo(file)
    history.undo(file)
    assert state(file) == before
    assert not history.can_undo


def test_two_batches_stay_two_steps(file: CaseFile) -> None:
    history = History()
    history.note(added(file, "estimates", "c", "1"))
    history.note(added(file, "estimates", "d", "2"))
    history.undo(file)
    assert [kept.name for kept in file.attached()] == ["a.pdf", "b.pdf", "c.pdf"]


def test_a_new_change_forgets_what_was_taken_back(file: CaseFile) -> None:
    history = History()
    history.note(added(file, "estimates", "c"))
    history.undo(file)
    history.note(added(file, "estimates", "d"))
    assert not history.can_redo


def test_a_change_that_cannot_be_taken_back_stays_done(file: CaseFile) -> None:
    history = History()
    history.do(file, PaperMoved(find(file, "a"), "estimates", 1))
    file.remove(find(file, "a"))
    with pytest.raises(CaseError):
        history.undo(file)
    assert history.can_undo
    assert not history.can_redo
