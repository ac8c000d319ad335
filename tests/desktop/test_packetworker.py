"""The thread that drives a build: it tells, stops when asked, and turns every end into one signal."""

import logging
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.packetworker import STUMBLED, Build, PacketWorker
from forms.build import Order
from forms.casefile import CaseFile
from forms.errors import RenderError
from forms.progress import Progress
from forms.render.renderers import renderer
from forms.review import Review

Steps = Generator[Progress, None, None]
Made = Callable[[Build], PacketWorker]


@pytest.fixture
def made(desk: Desk, tmp_path: Path) -> Made:
    """Makes a worker for a builder."""
    order = Order(tmp_path / "packet", renderer("builtin", lambda _: None))
    return lambda build: PacketWorker(desk.session.case.path, desk.session.review, order, build)


def endless(ended: list[str]) -> Build:
    def build(case: CaseFile, review: Review, order: Order) -> Steps:
        try:
            while True:
                yield Progress("様式に書き込んでいます。", 0, 1, "fill")
        finally:
            ended.append("whole")

    return build


def test_it_tells_every_step_and_the_end(qtbot: QtBot, made: Made) -> None:
    def build(case: CaseFile, review: Review, order: Order) -> Steps:
        assert case.read_only
        for done in range(3):
            yield Progress("そろえています。", done, 3, "papers")

    worker, told = made(build), list[Progress]()
    worker.progressed.connect(told.append)
    with qtbot.waitSignal(worker.built), qtbot.assertNotEmitted(worker.failed):
        worker.start()
    worker.wait()
    assert [progress.done for progress in told] == [0, 1, 2]


def test_a_stop_closes_the_builder_before_it_is_told(qtbot: QtBot, made: Made) -> None:
    ended: list[str] = []
    worker, told = made(endless(ended)), list[Progress]()
    worker.progressed.connect(told.append)
    with qtbot.waitSignal(worker.stopped), qtbot.assertNotEmitted(worker.built):
        worker.start()
        qtbot.waitUntil(lambda: bool(told))
        worker.requestInterruption()
    worker.stop()
    assert ended == ["whole"]


def test_stopping_waits_until_nothing_half_made_is_left(qtbot: QtBot, made: Made) -> None:
    ended: list[str] = []
    worker = made(endless(ended))
    with qtbot.waitSignal(worker.progressed):
        worker.start()
    worker.stop()
    assert (worker.isRunning(), ended) == (False, ["whole"])


def test_a_refusal_is_told_in_its_own_words(qtbot: QtBot, made: Made) -> None:
    def build(case: CaseFile, review: Review, order: Order) -> Steps:
        raise RenderError("印刷できません。")
        yield

    worker = made(build)
    with qtbot.waitSignal(worker.failed) as caught:
        worker.start()
    worker.wait()
    assert caught.args == ["印刷できません。"]


def test_what_nobody_expected_is_logged_and_told_without_its_details(
    qtbot: QtBot, made: Made, caplog: pytest.LogCaptureFixture
) -> None:
    def build(case: CaseFile, review: Review, order: Order) -> Steps:
        yield Progress("", 0, 1, "fill")
        raise ValueError("株式会社みなと精機")

    worker = made(build)
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(worker.failed) as caught:
        worker.start()
    worker.wait()
    assert caught.args == [STUMBLED]
    assert "ValueError" in caplog.text


def test_a_case_file_that_is_gone_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    order = Order(tmp_path / "packet", renderer("builtin", lambda _: None))
    worker = PacketWorker(tmp_path / "gone.shinsei", desk.session.review, order)
    with qtbot.waitSignal(worker.failed) as caught:
        worker.start()
    worker.wait()
    assert "gone.shinsei" in str(caught.args)
