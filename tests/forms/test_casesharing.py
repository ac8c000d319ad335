"""Two windows on one case: who has it open, and what each sees of the other's changes."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from forms.casefile import Attached, CaseFile, Holder, create_case, open_case_file
from forms.errors import CaseError
from forms.papers import Paper

SCAN = Paper("登記簿.pdf", "ab" * 32, b"the original", b"the pages", 2, ("1ページ目の向きを直しました。",))
SAEKI = Holder("佐伯", datetime(2023, 8, 21, 14, 20))
MINATO = Holder("湊", datetime(2023, 8, 21, 15, 0))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.shinsei"


@pytest.fixture
def file(path: Path) -> Iterator[CaseFile]:
    with create_case(path, "hyogo-r5-2") as opened:
        yield opened


@pytest.mark.parametrize(
    "change",
    [
        lambda case, paper: case.enter({"plan.use": "他社"}),
        lambda case, paper: case.attach("register", SCAN),
        lambda case, paper: case.remove(paper),
        lambda case, paper: case.put_back(paper),
        lambda case, paper: case.replace(paper, SCAN),
        lambda case, paper: case.restore(paper),
        lambda case, paper: case.sweep(),
        lambda case, paper: case.move(paper, "accounts", 0),
        lambda case, paper: case.detach("register"),
        lambda case, paper: case.hold(SAEKI),
        lambda case, paper: case.release(SAEKI),
    ],
    ids=["enter", "attach", "remove", "put_back", "replace", "restore", "sweep", "move", "detach", "hold", "release"],
)
def test_a_case_opened_for_reading_refuses_every_change(file: CaseFile, path: Path, change: Callable[[CaseFile, Attached], object]) -> None:
    file.enter({"plan.use": "自社"})
    paper = file.attach("register", SCAN)
    before = path.read_bytes()
    with open_case_file(path, read_only=True) as reader:
        with pytest.raises(CaseError, match="読むだけで開いています"):
            change(reader, paper)
        assert (reader.answers(), reader.paper(paper)) == ({"plan.use": "自社"}, SCAN)
    assert path.read_bytes() == before


def test_a_reader_sees_what_the_writer_has_committed(file: CaseFile, path: Path) -> None:
    with open_case_file(path, read_only=True) as reader:
        before = reader.version()
        assert reader.version() == before
        file.enter({"plan.use": "自社"})
        assert reader.version() != before
        assert reader.answers() == {"plan.use": "自社"}


def test_own_changes_are_no_news(file: CaseFile) -> None:
    before = file.version()
    file.enter({"plan.use": "自社"})
    assert file.version() == before


def test_who_has_the_case_open_is_said_until_they_go(file: CaseFile, path: Path) -> None:
    assert (file.holder(), file.hold(SAEKI), file.holder()) == (None, SAEKI, SAEKI)
    with open_case_file(path) as other:
        assert (other.holder(), other.hold(MINATO), other.holder()) == (SAEKI, SAEKI, SAEKI)
        other.release(MINATO)
        assert other.holder() == SAEKI
    file.release(SAEKI)
    assert file.holder() is None


def test_a_case_can_be_taken_over_from_who_was_seen_only(file: CaseFile, path: Path) -> None:
    file.hold(SAEKI)
    with open_case_file(path) as other:
        assert other.hold(MINATO, instead_of=replace(SAEKI, name="その前の人")) == SAEKI
        assert other.hold(MINATO, instead_of=SAEKI) == MINATO
    file.release(SAEKI)
    assert file.holder() == MINATO


def test_a_holder_that_cannot_be_read_holds_nothing(file: CaseFile, path: Path) -> None:
    file.hold(SAEKI)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'yesterday' WHERE key = 'held_since'")
    assert (file.holder(), file.hold(MINATO)) == (None, MINATO)
