"""The case file: one SQLite file, committed with every change; whatever happens to it is said in a sentence."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from forms.casedatabase import APPLICATION_ID
from forms.casefile import Attached, CaseFile, create_case, open_case_file
from forms.errors import CaseError
from forms.migrations import STEPS
from forms.papers import Paper
from forms.values.plain import Plain

ROOT = Path(__file__).resolve().parents[2]
SCAN = Paper("登記簿.pdf", "ab" * 32, b"the original", b"the pages", 2, ("1ページ目の向きを直しました。",))
WRITER = """
import sys
from pathlib import Path
from forms.casefile import open_case_file
from forms.papers import Paper
with open_case_file(Path(sys.argv[1])) as case:
    n = len(case.attached())
    while True:
        case.enter({"cost.note": f"note {n}", "plan.use": "x" * (n * 997 % 9000)})
        print("answer", n, flush=True)
        n += 1
        case.attach("register", Paper(f"{n}.pdf", "", bytes(200_000), b"", 1, ()))
        print("paper", n, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.shinsei"


@pytest.fixture
def file(path: Path) -> Iterator[CaseFile]:
    with create_case(path, "hyogo-r5-2") as opened:
        yield opened


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def foreign(path: Path, script: str) -> bytes:
    """A file that another program, or another version of ours, has left."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"CREATE TABLE IF NOT EXISTS theirs (a); {script}")
    return path.read_bytes()


def test_a_case_file_says_what_it_is(file: CaseFile, path: Path) -> None:
    assert pragma(path, "application_id") == APPLICATION_ID == 0x53485353
    assert pragma(path, "user_version") == len(STEPS)
    assert pragma(path, "journal_mode") == "delete"
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert file.call_id == "hyogo-r5-2"


@pytest.mark.parametrize(
    "value", ["湊　春香", "一\r\n二", "😀𠮷", 48_000_000, 10**30, True, [], ["a", ""], [{"country": "US", "fee": 1}], {"a": [1]}]
)
def test_any_answer_is_kept_as_it_is(file: CaseFile, value: Plain) -> None:
    file.enter({"plan.use": value})
    kept = file.answers()["plan.use"]
    assert (kept, type(kept)) == (value, type(value))


def test_an_empty_text_takes_an_answer_away(file: CaseFile) -> None:
    file.enter({"plan.use": "自社", "cost.note": "なし"})
    file.enter({"plan.use": "", "plan.market": ""})
    assert file.answers() == {"cost.note": "なし"}


def test_every_change_is_committed_when_its_call_returns(file: CaseFile, path: Path) -> None:
    with open_case_file(path, patience=0) as other:
        file.enter({"plan.use": "自社"})
        assert other.answers() == {"plan.use": "自社"}
        file.attach("register", SCAN)
        assert len(other.attached()) == 1
        assert file.detach("register") == 1
        assert other.attached() == ()


def test_answers_are_entered_together_or_not_at_all(file: CaseFile) -> None:
    file.enter({"plan.use": "自社"})
    with pytest.raises(TypeError):
        file.enter({"plan.use": "他社", "cost.note": object()})  # type: ignore[dict-item]
    assert file.answers() == {"plan.use": "自社"}


def test_papers_are_kept_with_their_bytes_in_the_order_of_taking_in(file: CaseFile) -> None:
    for document in ("estimates", "register", "estimates"):
        file.attach(document, SCAN)
    papers = file.attached()
    assert [paper.document for paper in papers] == ["estimates", "register", "estimates"]
    assert (papers[0].name, papers[0].sha256, papers[0].pages, papers[0].notes) == (SCAN.name, SCAN.sha256, 2, SCAN.notes)
    assert (file.original(papers[2]), file.pdf(papers[2])) == (b"the original", b"the pages")


def test_only_the_papers_of_one_document_are_detached(file: CaseFile) -> None:
    for document in ("estimates", "register", "estimates"):
        file.attach(document, SCAN)
    assert (file.detach("estimates"), file.detach("estimates")) == (2, 0)
    assert [paper.document for paper in file.attached()] == ["register"]


def test_a_name_that_is_no_unicode_does_not_stop_the_taking_in(file: CaseFile) -> None:
    name = os.fsdecode("登記.pdf".encode("cp932"))
    file.attach("register", Paper(name, "", b"", b"", 1, ()))
    assert file.attached()[0].name.endswith(".pdf")


def test_what_is_deleted_is_overwritten(file: CaseFile, path: Path) -> None:
    file.enter({"plan.use": "THE SECRET PLAN"})
    file.attach("register", Paper("a", "", b"THE SECRET PAPER" * 1000, b"", 1, ()))
    assert b"THE SECRET" in path.read_bytes()
    file.enter({"plan.use": ""})
    file.detach("register")
    assert b"THE SECRET" not in path.read_bytes()


def test_nothing_is_written_over(path: Path) -> None:
    path.write_bytes(b"somebody's")
    with pytest.raises(CaseError, match="すでにあります"):
        create_case(path, "hyogo-r5-2")
    assert path.read_bytes() == b"somebody's"


@pytest.mark.parametrize(("place", "said"), [("none/a", "フォルダーがありません"), ("file/a", "フォルダーがありません"), ("x" * 300, "作れません")])
def test_a_place_that_cannot_hold_a_case_is_said(tmp_path: Path, place: str, said: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CaseError, match=said):
        create_case(tmp_path / place, "hyogo-r5-2")


def test_a_failed_creation_leaves_no_file(path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        create_case(path, "\ud800")
    assert not path.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "がありません"),
        (b"", "案件のファイルではありません"),
        (b"%PDF-1.7 and more than a hundred bytes of it" * 9, "案件のファイルとして読めません"),
    ],
)
def test_what_is_no_case_file_is_said_and_not_touched(path: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CaseError, match=said):
        open_case_file(path)
    assert (path.read_bytes() if path.exists() else None) == content


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("", "案件のファイルではありません"),
        ("PRAGMA journal_mode = WAL", "案件のファイルではありません"),
        (STEPS[0] + "PRAGMA user_version = 1", "案件のファイルではありません"),
        (f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 99", "新しい版のプログラム"),
    ],
    ids=["other program", "other program in WAL mode", "half made", "newer version"],
)
def test_a_file_of_another_program_or_version_is_not_touched(path: Path, script: str, said: str) -> None:
    before = foreign(path, script)
    with pytest.raises(CaseError, match=said):
        open_case_file(path)
    assert path.read_bytes() == before


def test_a_damaged_case_file_is_said_to_be_so(file: CaseFile, path: Path) -> None:
    for _ in range(9):
        file.attach("register", Paper("a", "", bytes(20_000), b"", 1, ()))
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 40_000)
    with pytest.raises(CaseError, match="読めません.*控えがあれば"), open_case_file(path) as broken:
        broken.attached()


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_file_that_another_process_writes_is_said_to_be_open(file: CaseFile, path: Path, lock: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        with pytest.raises(CaseError, match="ほかで開かれています"), open_case_file(path, patience=0) as case:
            case.enter({"plan.use": "自社"})
    file.enter({"plan.use": "自社"})


def test_a_full_disk_is_said_and_leaves_the_state_before(file: CaseFile, path: Path) -> None:
    file.enter({"plan.use": "自社"})
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA max_page_count = 1")
        full = CaseFile(path, connection)
        with pytest.raises(CaseError, match="ディスクの空きがありません"):
            full.attach("register", Paper("a", "", bytes(100_000), b"", 1, ()))
        with pytest.raises(CaseError, match="ディスクの空きがありません"):
            full.enter({"plan.use": "", "plan.market": "x" * 100_000})
    assert (file.answers(), file.attached()) == ({"plan.use": "自社"}, ())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for the super-user")
def test_a_read_only_case_can_be_read_but_not_changed(file: CaseFile, path: Path) -> None:
    path.chmod(0o444)
    with open_case_file(path) as case:
        assert case.answers() == {}
        with pytest.raises(CaseError, match="アクセス権をお確かめください"):
            case.enter({"plan.use": "自社"})


def test_a_case_of_the_first_version_is_brought_up_with_all_it_holds(path: Path) -> None:
    rows = "INSERT INTO meta VALUES ('call', 'hyogo-r5-2'); INSERT INTO answer VALUES ('plan.use', '\"自社\"');"
    for number, name in ((3, "b"), (7, "a")):
        rows += f"INSERT INTO paper VALUES ({number}, 'register', '{name}', 'ab', 2, '[\"n\"]', x'0{number}', x'1{number}');"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{STEPS[0]} {rows} PRAGMA user_version = 1; PRAGMA application_id = {APPLICATION_ID}")
    with pytest.raises(CaseError, match="前の版"):
        open_case_file(path, read_only=True)
    with open_case_file(path) as case:
        assert (case.answers(), pragma(path, "user_version")) == ({"plan.use": "自社"}, len(STEPS))
        assert case.attached() == (Attached(3, "register", "b", "ab", 2, ("n",), 0, 6, 7), Attached(7, "register", "a", "ab", 2, ("n",), 1, 14, 15))
        assert [case.paper(paper) for paper in case.attached()][1] == Paper("a", "ab", b"\x07", b"\x17", 2, ("n",))
        assert case.attach("register", SCAN, at=0).id == 8


def test_a_killed_writer_loses_nothing_that_was_acknowledged(file: CaseFile, path: Path) -> None:
    random = Random(5)
    for _ in range(10):
        acknowledged = kill_a_writer(path, random)
        note = str(file.answers()["cost.note"])
        assert int(note.removeprefix("note ")) >= acknowledged["answer"]
        assert len(file.attached()) >= acknowledged["paper"]
        assert all(file.original(paper) == bytes(200_000) for paper in file.attached()[-2:])


def kill_a_writer(path: Path, random: Random) -> dict[str, int]:
    """Start a process that writes without end, kill it somewhere; the last answer and paper that it acknowledged."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(random.randint(1, 12))]
        try:
            writer.wait(random.uniform(0, 0.003))
        except subprocess.TimeoutExpired:
            writer.kill()
        lines += writer.stdout.readlines()
    acknowledged = {"answer": 0, "paper": 0}
    acknowledged.update((kind, int(number)) for kind, number in (line.split() for line in lines if line.endswith("\n")))
    return acknowledged
