"""Files taken into a case by a worker: whole or not at all, whatever dies, fills up or is locked on the way.

`SHINSEI_KILLS=20 python -m pytest tests/forms/test_taking.py` kills at so many moments each.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Timer

import pytest
from pikepdf import Encryption, Pdf
from PIL import Image

from forms.casefile import CaseFile, create_case, open_case_file
from forms.errors import CaseError, PaperError, PasswordNeeded, WorkerError
from forms.taking import Coming, taking, turn_in
from forms.workers.serving import Work
from forms.workers.worker import Worker
from tests.forms.pdfkit import box_pdf, picture_file, saved

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("SHINSEI_KILLS", "4"))
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is Unix's")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    with create_case(tmp_path / "a.shinsei", "hyogo-r5-2") as made:
        made.enter({"plan.use": "自社"})
    return tmp_path / "a.shinsei"


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture that takes a while, and ten megabytes."""
    noise = random.Random(3).randbytes(3 * 1800 * 2400)
    path = tmp_path_factory.mktemp("heavy") / "写真.png"
    path.write_bytes(picture_file(Image.frombytes("RGB", (1800, 2400), noise), "PNG"))
    return path


def papers(case: Path) -> list[str]:
    """The names of what the case holds, every one of which must be whole."""
    with open_case_file(case) as opened:
        assert opened.answers() == {"plan.use": "自社"}
        for paper in opened.attached():
            assert sha256(opened.original(paper)).hexdigest() == paper.sha256
            with Pdf.open(BytesIO(opened.pdf(paper))) as pdf:
                assert len(pdf.pages) == paper.pages
        return [paper.name for paper in opened.attached()]


def test_a_file_is_in_the_case_when_its_work_is_done(case: Path, worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "見積.pdf").write_bytes(box_pdf())
    paper = worker.do(taking(case, Coming(tmp_path / "見積.pdf", "estimates")))
    with open_case_file(case) as opened:
        assert opened.attached() == (paper,)
        assert opened.original(paper) == (tmp_path / "見積.pdf").read_bytes()
    turned = worker.do(Work(turn_in, (case, paper, 1, None)))
    assert (turned.id, turned.original, turned.printable != paper.printable) == (paper.id, paper.original, True)


def test_a_file_takes_the_place_of_another(case: Path, worker: Worker, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(box_pdf())
    first = worker.do(taking(case, Coming(tmp_path / "a.pdf", "estimates")))
    second = worker.do(taking(case, Coming(tmp_path / "b.pdf", "estimates", instead=first)))
    assert (second.id, papers(case)) == (first.id, ["b.pdf"])


def test_known_passwords_are_tried_and_none_is_asked_for_where_none_is_needed(case: Path, worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "open.pdf").write_bytes(box_pdf())
    with Pdf.open(tmp_path / "open.pdf") as pdf:
        (tmp_path / "locked.pdf").write_bytes(saved(pdf, Encryption(owner="o", user="himitsu")))
    for known in ((), ("chigau",)):
        with pytest.raises(PasswordNeeded, match=r"「locked\.pdf」は"):
            worker.do(taking(case, Coming(tmp_path / "locked.pdf", "estimates", passwords=known)))
    worker.do(taking(case, Coming(tmp_path / "locked.pdf", "estimates", passwords=("chigau", "himitsu", "mou"))))
    worker.do(taking(case, Coming(tmp_path / "open.pdf", "estimates", passwords=("chigau",))))
    assert papers(case) == ["locked.pdf", "open.pdf"]
    assert b"himitsu" not in case.read_bytes()


def test_a_refused_file_leaves_nothing_behind(case: Path, worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and no more")
    before = case.read_bytes()
    with pytest.raises(PaperError, match=r"^「a\.pdf」は"):
        worker.do(taking(case, Coming(tmp_path / "a.pdf", "estimates")))
    assert case.read_bytes() == before


@POSIX
def test_a_worker_killed_at_any_moment_leaves_the_state_before_or_after(case: Path, heavy: Path, worker: Worker) -> None:
    chance, count = random.Random(7), 0
    for _ in range(KILLS):
        timer = Timer(chance.uniform(0.0, 1.5), os.kill, (worker.do(Work(os.getpid, ())), signal.SIGKILL))
        timer.start()
        with suppress(WorkerError):
            worker.do(taking(case, Coming(heavy, "estimates")))
            count += 1
        timer.cancel()
        timer.join()
        assert count <= len(papers(case)) <= count + 1  # killed after the commit, before it could say so
        count = len(papers(case))
    worker.do(taking(case, Coming(heavy, "register")))
    assert papers(case)[-1] == "写真.png"


@POSIX
def test_the_program_killed_at_any_moment_leaves_whole_papers_only(case: Path, heavy: Path) -> None:
    chance, count = random.Random(11), 0
    for _ in range(KILLS):
        command: list[str | Path] = [sys.executable, "-m", "forms", "attach", case, "estimates", heavy, heavy]
        program = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 2.0))
        program.kill()
        program.wait()
        now = len(papers(case))
        assert count <= now <= count + 2
        count = now


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of that size; the test is skipped where nobody may make one."""
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the super-user can make a small disk: a full one was not tested")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], check=False, capture_output=True)
    if made.returncode:
        pytest.skip("no disk can be mounted here: a full one was not tested")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk_refuses_the_paper_and_leaves_the_state_before(tmp_path: Path, heavy: Path, worker: Worker) -> None:
    with small_disk(tmp_path / "disk", 18) as disk:
        with create_case(disk / "a.shinsei", "hyogo-r5-2") as made:
            made.enter({"plan.use": "自社"})
        with pytest.raises(CaseError, match="ディスクの空きがありません"):
            worker.do(taking(disk / "a.shinsei", Coming(heavy, "estimates")))
        assert papers(disk / "a.shinsei") == []
        (tmp_path / "small.pdf").write_bytes(box_pdf())
        worker.do(taking(disk / "a.shinsei", Coming(tmp_path / "small.pdf", "estimates")))
        assert papers(disk / "a.shinsei") == ["small.pdf"]


def test_a_case_that_another_program_writes_without_end_refuses_the_paper(case: Path, worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(box_pdf())
    with closing(sqlite3.connect(case, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CaseError, match="ほかで開かれています"):
            worker.do(taking(case, Coming(tmp_path / "a.pdf", "estimates")))
    assert papers(case) == []


def test_an_answer_can_be_kept_while_a_large_paper_is_written(case: Path, heavy: Path, worker: Worker) -> None:
    waited: list[float] = []

    def keep(opened: CaseFile) -> None:
        began = time.perf_counter()
        opened.enter({"plan.use": "自社"})
        waited.append(time.perf_counter() - began)

    with open_case_file(case) as opened:
        worker.do(taking(case, Coming(heavy, "estimates")), lambda progress: keep(opened))
    assert waited
    assert papers(case) == ["写真.png"]
