"""Work in a process of its own: results and refusals come back, the latest wish wins, and a broken worker is replaced."""

import os
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.studio import PAPERS, PICTURES, Job, Studio
from forms.errors import FormsError, PaperError, PasswordNeeded, WorkerError
from forms.workers.worker import Limits, Worker

SOON = 20_000  # ms: a worker has to start first


def double(number: int) -> int:
    return 2 * number


def refuse(sentence: str) -> None:
    raise PasswordNeeded(sentence)


def rest(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def die() -> None:
    os._exit(1)


def worker() -> int:
    return os.getpid()


class Heard:
    """What came back."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.results: list[object] = []
        self.errors: list[FormsError] = []

    def ask(self, function: Callable[..., object], *arguments: object, place: str = "", lane: str = PICTURES) -> None:
        self.studio.ask(lane, Job(place, function, arguments, self.results.append, self.errors.append))

    @property
    def count(self) -> int:
        return len(self.results) + len(self.errors)


@pytest.fixture
def heard() -> Iterator[Heard]:
    studio = Studio(lambda: Worker(Limits(silence=5.0, mute=5.0)))  # of which a worker that starts on a busy machine takes its part
    yield Heard(studio)
    studio.close()


def test_a_result_comes_back_from_another_process(qtbot: QtBot, heard: Heard) -> None:
    heard.ask(double, 21)
    heard.ask(worker)
    qtbot.waitUntil(lambda: heard.count == 2, timeout=SOON)
    assert heard.results[0] == 42
    assert heard.results[1] != os.getpid()


def test_a_refusal_comes_back_as_the_error_that_it_is(qtbot: QtBot, heard: Heard) -> None:
    heard.ask(refuse, "パスワードが要ります。")
    qtbot.waitUntil(lambda: heard.count == 1, timeout=SOON)
    (error,) = heard.errors
    assert isinstance(error, PasswordNeeded)
    assert isinstance(error, PaperError)
    assert str(error) == "パスワードが要ります。"


def test_of_several_wishes_for_one_place_only_the_last_is_told(qtbot: QtBot, heard: Heard) -> None:
    heard.ask(rest, 0.2)
    for number in range(5):
        heard.ask(double, number, place="preview")
    heard.ask(double, 100)
    qtbot.waitUntil(lambda: 200 in heard.results, timeout=SOON)
    assert heard.results == [0.2, 8, 200]


def test_a_place_that_is_gone_hears_nothing(qtbot: QtBot, heard: Heard) -> None:
    heard.ask(double, 1, place="thumbnail")
    heard.studio.forget("thumbnail")
    heard.ask(double, 2)
    qtbot.waitUntil(lambda: bool(heard.results), timeout=SOON)
    assert heard.results == [4]


def test_a_worker_that_dies_is_told_and_the_next_job_has_a_new_one(qtbot: QtBot, heard: Heard) -> None:
    heard.ask(die)
    heard.ask(double, 4)
    qtbot.waitUntil(lambda: heard.count == 2, timeout=SOON)
    assert isinstance(heard.errors[0], WorkerError)
    assert heard.results == [8]


def test_a_job_that_takes_too_long_is_given_up(qtbot: QtBot, heard: Heard) -> None:
    heard.ask(rest, 60)
    heard.ask(double, 4)
    qtbot.waitUntil(lambda: heard.count == 2, timeout=SOON)
    assert "時間がかかりすぎる" in str(heard.errors[0])
    assert heard.results == [8]


def test_pictures_do_not_wait_for_papers(qtbot: QtBot, heard: Heard) -> None:
    heard.ask(double, 1, lane=PAPERS)
    heard.ask(double, 1)
    qtbot.waitUntil(lambda: heard.count == 2, timeout=SOON)
    heard.ask(rest, 1.5, lane=PAPERS)
    heard.ask(double, 3)
    qtbot.waitUntil(lambda: heard.count == 4, timeout=SOON)
    assert heard.results[2:] == [6, 1.5]
