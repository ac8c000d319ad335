"""The papers of a case one by one: put in their place, moved, replaced, taken away and put back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from forms.casecontents import PIECE
from forms.casefile import Attached, CaseFile, create_case, open_case_file
from forms.errors import CaseError
from forms.papers import Paper

SCAN = Paper("登記簿.pdf", "ab" * 32, b"the original", b"the pages", 2, ("1ページ目の向きを直しました。",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.shinsei"


@pytest.fixture
def file(path: Path) -> Iterator[CaseFile]:
    with create_case(path, "hyogo-r5-2") as opened:
        yield opened


def named(name: str) -> Paper:
    return Paper(name, name * 8, f"original {name}".encode(), f"pages {name}".encode(), 1, ())


def attach(file: CaseFile, *papers: str) -> None:
    """Papers given as `document name`, in that order."""
    for document, name in (paper.split() for paper in papers):
        file.attach(document, named(name))


def find(file: CaseFile, name: str) -> Attached:
    return next(paper for paper in file.attached() if paper.name == name)


def order(file: CaseFile) -> str:
    """The names of each document's papers in order, which their places have to agree with."""
    names: dict[str, list[str]] = {}
    for paper in file.attached():
        listed = names.setdefault(paper.document, [])
        assert paper.place == len(listed)
        listed.append(paper.name)
    return " / ".join(f"{document}: {' '.join(listed)}" for document, listed in sorted(names.items()))


def test_a_paper_is_taken_in_among_its_documents_others(file: CaseFile) -> None:
    attach(file, "estimates a", "register x", "estimates b")
    taken = file.attach("estimates", named("c"), at=1)
    assert (taken.document, taken.name, taken.place) == ("estimates", "c", 1)
    assert taken in file.attached()
    assert order(file) == "estimates: a c b / register: x"


@pytest.mark.parametrize(("removed", "rest"), [("a", "b c"), ("b", "a c"), ("c", "a b")])
def test_a_paper_taken_away_can_be_put_back_at_its_place(file: CaseFile, removed: str, rest: str) -> None:
    attach(file, "estimates a", "register x", "estimates b", "estimates c")
    before = file.attached()
    attached = find(file, removed)
    paper = file.paper(attached)
    file.remove(attached)
    assert order(file) == f"estimates: {rest} / register: x"
    file.put_back(attached)
    assert {entry.name: entry for entry in file.attached()} == {entry.name: entry for entry in before}
    assert file.paper(attached) == paper


def test_an_id_is_never_given_to_another_paper(file: CaseFile, path: Path) -> None:
    first = file.attach("register", SCAN)
    file.remove(first)
    with open_case_file(path) as other:
        second = other.attach("register", SCAN)
    assert second.id != first.id
    file.put_back(first)
    assert {paper.id for paper in file.attached()} == {first.id, second.id}
    with pytest.raises(CaseError, match="すでにこの案件にあります"):
        file.put_back(first)


@pytest.mark.parametrize(
    ("name", "document", "place", "then"),
    [
        ("a", "estimates", 2, "estimates: b c a / register: x"),
        ("c", "estimates", 0, "estimates: c a b / register: x"),
        ("b", "estimates", 1, "estimates: a b c / register: x"),
        ("b", "estimates", 99, "estimates: a c b / register: x"),
        ("b", "register", 0, "estimates: a c / register: b x"),
        ("b", "register", 1, "estimates: a c / register: x b"),
        ("x", "estimates", 1, "estimates: a x b c"),
        ("x", "accounts", 0, "accounts: x / estimates: a b c"),
    ],
)
def test_a_paper_is_moved_and_moved_back(file: CaseFile, name: str, document: str, place: int, then: str) -> None:
    attach(file, "estimates a", "estimates b", "register x", "estimates c")
    start, paper = order(file), find(file, name)
    file.move(paper, document, place)
    assert order(file) == then
    file.move(paper, paper.document, paper.place)
    assert order(file) == start


def test_a_paper_is_replaced_where_it_is_and_the_one_before_comes_back(file: CaseFile) -> None:
    attach(file, "estimates a", "estimates b", "estimates c")
    before = find(file, "b")
    after = file.replace(before, SCAN)
    assert (file.paper(before), order(file), file.attached()[1]) == (SCAN, "estimates: a 登記簿.pdf c", after)
    file.restore(before)
    assert (file.paper(before), file.attached()[1]) == (named("b"), before)
    file.restore(after)
    assert (file.paper(before), file.attached()[1]) == (SCAN, after)


def test_what_is_restored_stays_where_it_stands_now(file: CaseFile) -> None:
    attach(file, "estimates a", "estimates b")
    before = find(file, "a")
    file.replace(before, SCAN)
    file.move(before, "register", 0)
    file.restore(before)
    assert order(file) == "estimates: b / register: a"


def pieces(path: Path) -> int:
    """How many pieces of bytes the file holds."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM piece").fetchone()[0])


def test_turning_or_moving_a_paper_writes_its_original_no_second_time(file: CaseFile, path: Path) -> None:
    attached = file.attach("register", SCAN)
    assert pieces(path) == 2
    file.replace(attached, replace(SCAN, pdf=b"turned"))
    file.move(attached, "accounts", 0)
    assert (file.original(attached), file.pdf(attached)) == (SCAN.original, b"turned")
    assert pieces(path) == 3


def test_bytes_are_kept_in_pieces_and_read_back_as_they_were(file: CaseFile, path: Path) -> None:
    large = Paper("a", "a", bytes(range(256)) * (4 * PIECE // 256) + b"rest", bytes(PIECE), 1, ())
    assert file.paper(file.attach("register", large)) == large
    assert pieces(path) == 6


def test_what_was_taken_away_or_replaced_is_swept_for_good(file: CaseFile, path: Path) -> None:
    attach(file, "estimates a", "estimates b", "estimates c")
    gone, before = find(file, "a"), find(file, "b")
    file.remove(gone)
    after = file.replace(before, SCAN)
    file.sweep()
    assert (order(file), pieces(path), b"original a" in path.read_bytes()) == ("estimates: 登記簿.pdf c", 4, False)
    with pytest.raises(CaseError, match="すでに案件から取り除かれています"):
        file.put_back(gone)
    with pytest.raises(CaseError, match="すでに案件から取り除かれています"):
        file.restore(before)
    assert file.attached()[0] == replace(after, place=0)


@pytest.mark.parametrize("change", ["remove", "put_back", "replace", "restore", "move", "pdf", "original", "paper"])
def test_a_paper_that_another_program_took_away_is_said_to_be_gone(file: CaseFile, path: Path, change: str) -> None:
    paper = file.attach("register", SCAN)
    with open_case_file(path) as other:
        other.detach("register")
    more = {"replace": (SCAN,), "move": ("accounts", 0)}.get(change, ())
    with pytest.raises(CaseError, match="すでに案件から取り除かれています"):
        getattr(file, change)(paper, *more)
    assert file.attached() == ()


def test_what_a_paper_says_is_kept_with_it_and_goes_with_it(file: CaseFile, path: Path) -> None:
    read = replace(SCAN, words=("商号\t株式会社みなと精機", ""))
    taken = file.attach("register", read)
    assert taken.words == read.words
    assert file.paper(taken).words == read.words
    file.remove(taken)
    file.put_back(taken)
    assert find(file, SCAN.name).words == read.words
    file.remove(taken)
    file.sweep()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM words").fetchone() == (0,)


def test_the_same_paper_twice_is_said_once_and_stays_until_both_are_gone(file: CaseFile) -> None:
    read = replace(SCAN, words=("合計 1,000円",))
    first, second = file.attach("register", read), file.attach("estimates", read)
    assert first.words is second.words
    file.remove(first)
    assert file.attached()[0].words == read.words


def test_a_paper_that_takes_the_place_of_another_says_its_own(file: CaseFile) -> None:
    taken = file.attach("register", replace(SCAN, words=("前の頁",)))
    file.replace(taken, replace(SCAN, sha256="cd" * 32, words=("後の頁",)))
    assert file.attached()[0].words == ("後の頁",)


def test_a_case_from_before_papers_were_read_opens_and_its_papers_say_nothing(file: CaseFile, path: Path) -> None:
    file.attach("register", SCAN)
    file.close()
    with closing(sqlite3.connect(path)) as db:
        db.executescript("DROP TABLE words; PRAGMA user_version = 3;")
    with open_case_file(path) as opened:
        assert opened.attached()[0].words == ()
