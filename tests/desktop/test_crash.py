"""When something goes wrong that nobody expected: the program goes on, and nothing of the user's gets into the report."""

import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.around.crashsheet import CrashSheet
from desktop.crash import LARGEST, Watch, unwatch, watch, words_of_qt
from desktop.crashreport import report_of
from forms.errors import CaseError
from tests.desktop.startkit import has_sheet, sheet_over

SECRET = "佐伯みのり"
NOW = datetime(2023, 8, 24, 14, 32)


def fails(answer: str) -> None:
    """Raises with the answer in its message, its values, and the message of its cause."""
    try:
        raise CaseError(f"/home/{answer}/{answer}.shinsei を読めません")
    except CaseError as error:
        raise KeyError(answer) from error


def fault(answer: str = SECRET) -> BaseException:
    with pytest.raises(KeyError) as caught:
        fails(answer)
    return caught.value


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(911, 432)
    widget.show()
    return widget


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "desktop.log"


def take(watching: Watch, error: BaseException) -> None:
    watching.take(type(error), error, error.__traceback__)


def test_a_report_says_where_but_nothing_of_the_answer() -> None:
    report = report_of(fault(), NOW)
    assert "KeyError" in report
    assert "forms.errors.CaseError" in report
    assert "test_crash.py:" in report
    assert "fails" in report
    assert SECRET not in report


def test_a_report_names_no_folder() -> None:
    assert "/" not in report_of(fault(), NOW).partition("\n")[2]


def test_neither_log_nor_sheet_holds_the_answer(window: QWidget, log: Path, qtbot: QtBot) -> None:
    take(Watch(window, log), fault())
    qtbot.waitUntil(lambda: has_sheet(window))
    shown = sheet_over(window, CrashSheet).report.toPlainText()
    assert "KeyError" in shown
    assert shown in log.read_text(encoding="utf-8")
    assert SECRET not in shown + log.read_text(encoding="utf-8")


def test_the_report_can_be_copied_and_the_work_goes_on(window: QWidget, log: Path, qtbot: QtBot) -> None:
    take(Watch(window, log), fault())
    qtbot.waitUntil(lambda: has_sheet(window))
    sheet = sheet_over(window, CrashSheet)
    sheet.copy_button.click()
    assert QGuiApplication.clipboard().text() == sheet.report.toPlainText()
    sheet.close_button.click()
    assert not has_sheet(window)


def test_the_same_fault_is_told_once(window: QWidget, log: Path, qtbot: QtBot) -> None:
    watching = Watch(window, log)
    for answer in ("甲", "乙"):
        take(watching, fault(answer))
    qtbot.waitUntil(lambda: has_sheet(window))
    assert log.read_text(encoding="utf-8").count("KeyError") == 1


def test_a_log_that_cannot_be_written_keeps_nobody_from_the_report(window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "logs").touch()
    take(Watch(window, tmp_path / "logs" / "desktop.log"), fault())
    qtbot.waitUntil(lambda: has_sheet(window))


def test_a_log_does_not_grow_for_ever(window: QWidget, log: Path) -> None:
    log.parent.mkdir()
    log.write_bytes(b"x" * (LARGEST + 1))
    take(Watch(window, log), fault())
    assert log.stat().st_size < LARGEST


def test_a_message_of_qt_leaves_only_the_function_it_begins_with(window: QWidget, log: Path) -> None:
    watching = Watch(window, log)
    for message in (f"QFile::open: /home/{SECRET}/x.shinsei", f"{SECRET} is not known"):
        watching.take_from_qt(QtMsgType.QtWarningMsg, QMessageLogContext(), message)
    assert "QFile::open" in log.read_text(encoding="utf-8")
    assert SECRET not in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("message", "kept"), [("QPainter::begin: no engine", "qt QPainter::begin"), ("plain words", "qt"), ("Straße::x", "qt")]
)
def test_what_is_kept_of_qts_words(message: str, kept: str) -> None:
    assert words_of_qt("qt", message) == kept


@pytest.fixture
def watched(window: QWidget, log: Path) -> Iterator[Watch]:
    before = sys.excepthook, threading.excepthook
    yield watch(window, log)
    unwatch()
    sys.excepthook, threading.excepthook = before


def test_faults_of_threads_and_words_of_qt_arrive(watched: Watch, window: QWidget, log: Path, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fails, args=(SECRET,))
    thread.start()
    thread.join()
    qWarning("QWidget::paintEngine: should not be called")
    qtbot.waitUntil(lambda: has_sheet(window))
    kept = log.read_text(encoding="utf-8")
    assert "KeyError" in kept
    assert "QWidget::paintEngine" in kept
    assert SECRET not in kept
    assert sys.excepthook == watched.take
