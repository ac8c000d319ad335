"""A worker does work after work; what breaks it is told in a sentence, and the next work has a new process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from forms.errors import PasswordNeeded, WorkerError
from forms.progress import Progress, Tell
from forms.workers.memory import MOST
from forms.workers.serving import Work
from forms.workers.worker import Limits, Worker

ROOT = Path(__file__).resolve().parents[3]
SHORT = Limits(silence=4.0, mute=6.0, longest=6.0)
GIGABYTE = 2**30
ORPHAN = """
import sys, time
from pathlib import Path
from threading import Thread
from tests.forms.workers.test_worker import note_and_rest
from forms.workers.serving import Work
from forms.workers.worker import Worker

if __name__ == "__main__":
    Worker().do(Work(note_and_rest, (Path(sys.argv[1]),)))
"""


def process_id() -> int:
    return os.getpid()


def refuse(sentence: str) -> None:
    raise PasswordNeeded(sentence)


def rest(seconds: float) -> None:
    time.sleep(seconds)


def fill(size: int) -> int:
    return len(bytearray(size))


def deepen(depth: int) -> int:
    return deepen(depth + 1)


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def count_to(number: int, pause: float, tell: Tell) -> int:
    for done in range(number):
        tell(Progress("数えています。", done, number))
        time.sleep(pause)
    return number


def note_and_rest(file: Path) -> None:
    file.write_text(str(os.getpid()))
    time.sleep(60)


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(SHORT) as made:
        made.do(Work(process_id, ()))  # it takes a while to start on a busy machine
        yield made


def test_work_is_done_one_after_the_other_in_one_other_process(worker: Worker) -> None:
    first, second = worker.do(Work(process_id, ())), worker.do(Work(process_id, ()))
    assert first == second != os.getpid()


def test_a_refusal_comes_back_as_it_is_and_the_process_lives_on(worker: Worker) -> None:
    first = worker.do(Work(process_id, ()))
    with pytest.raises(PasswordNeeded, match="パスワードが要ります"):
        worker.do(Work(refuse, ("パスワードが要ります。",)))
    assert worker.do(Work(process_id, ())) == first


@pytest.mark.parametrize(
    ("function", "arguments", "said"),
    [
        (rest, (60,), "時間がかかりすぎるため"),
        (fill, (GIGABYTE,), "メモリーが足りないため"),
        (kill_itself, (), "途中で止まりました"),
        (deepen, (0,), "途中で止まりました"),
        (os._exit, (0,), "途中で止まりました"),
    ],
)
def test_what_breaks_a_worker_is_said_and_the_next_work_has_a_new_one(
    worker: Worker, function: Callable[..., object], arguments: tuple[object, ...], said: str
) -> None:
    before = worker.do(Work(process_id, ()))
    with pytest.raises(WorkerError, match=f"^「a.pdf」の読み取りは{said}.*ください。$"):
        worker.do(Work(function, arguments, about="「a.pdf」の読み取り"))
    assert worker.do(Work(process_id, ())) != before


def test_a_worker_has_memory_for_honest_files(worker: Worker) -> None:
    assert worker.do(Work(fill, (MOST * 3 // 4,))) == MOST * 3 // 4


def test_work_that_gives_signs_of_life_may_take_its_time_but_not_for_ever(worker: Worker) -> None:
    heard: list[Progress] = []
    assert worker.do(Work(count_to, (20, 0.1), reports=True), heard.append) == 20
    assert heard[0] == Progress("数えています。", 0, 20)
    assert len(heard) > 5
    with pytest.raises(WorkerError, match="時間がかかりすぎるため"):
        worker.do(Work(count_to, (1000, 0.1), reports=True))


def test_signs_of_life_are_not_sent_more_often_than_anybody_can_see(worker: Worker) -> None:
    heard: list[Progress] = []
    worker.do(Work(count_to, (50_000, 0.0), reports=True), heard.append)
    assert 1 <= len(heard) < 200


def test_work_given_up_ends_at_once(worker: Worker) -> None:
    Timer(0.3, worker.give_up).start()
    began = time.monotonic()
    with pytest.raises(WorkerError, match="途中で止まりました"):
        worker.do(Work(rest, (60,)))
    assert time.monotonic() - began < 1.0
    assert worker.do(Work(process_id, ())) > 0


def test_a_closed_worker_does_nothing_more() -> None:
    worker = Worker(SHORT)
    worker.close()
    with pytest.raises(WorkerError):
        worker.do(Work(process_id, ()))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is Unix's")
def test_a_worker_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(ORPHAN, encoding="utf-8")
    program = subprocess.Popen([sys.executable, tmp_path / "program.py", tmp_path / "noted"], env=os.environ | {"PYTHONPATH": str(ROOT)})
    number = int(_soon(lambda: (tmp_path / "noted").read_text() if (tmp_path / "noted").exists() else ""))
    program.kill()
    program.wait()
    assert _soon(lambda: "" if _lives(number) else "gone") == "gone"


def _soon(look: Callable[[], str]) -> str:
    end = time.monotonic() + 20
    while not (seen := look()) and time.monotonic() < end:
        time.sleep(0.05)
    return seen


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
