"""Who has a case open: one writes, all others read and know who it is."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from desktop.holding import hold
from forms.casefile import open_case_file
from forms.errors import CaseError

NOON, LATER = datetime(2023, 8, 21, 14, 20), datetime(2023, 8, 21, 15, 0)


@pytest.fixture
def file(company_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOGNAME", "佐伯")
    return Path(shutil.copy(company_file, tmp_path / "a.shinsei"))


def test_the_first_writes_and_the_second_reads_and_knows_the_first(file: Path) -> None:
    first, second = hold(file, NOON), hold(file, LATER)
    assert (first.case.read_only, first.words) == (False, "")
    assert (second.case.read_only, second.words) == (True, "佐伯さんが14:20から開いています")
    second.close()
    first.close()


def test_what_was_given_back_can_be_written_again_and_leaves_no_lock(file: Path) -> None:
    hold(file, NOON).close()
    again = hold(file, LATER)
    assert not again.case.read_only
    again.close()
    with open_case_file(file, read_only=True) as case:
        assert case.holder() is None
    assert [path.name for path in file.parent.iterdir()] == ["a.shinsei"]


def test_a_name_of_somebody_who_is_gone_keeps_nobody_out(file: Path) -> None:
    gone = hold(file, NOON)
    gone.case.close()
    assert gone.lock is not None
    gone.lock.unlock()  # its process was killed: the name still stands in the file
    now = hold(file, LATER)
    holder = now.case.holder()
    assert (now.case.read_only, holder and holder.since) == (False, LATER)
    now.close()


def test_a_file_that_is_no_case_stays_unlocked(tmp_path: Path) -> None:
    (tmp_path / "x.shinsei").write_bytes(b"no case")
    with pytest.raises(CaseError):
        hold(tmp_path / "x.shinsei", NOON)
    assert [path.name for path in tmp_path.iterdir()] == ["x.shinsei"]


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CaseError):
        hold(tmp_path / "x.shinsei", NOON)
    assert list(tmp_path.iterdir()) == []
