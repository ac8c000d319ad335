"""What PySide6 itself must do right, and what a killed window leaves."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

from forms.casefile import create_case, open_case_file
from tests.desktop.journey import SOON

CALLS, SLACK = 1_000, 50
TYPING = """
import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.mainwindow import MainWindow
from desktop.qtapplication import Application
from desktop.settings import SettingsFile
from tests.desktop.journeyhands import click, commit, leave

app = Application()
app.wait_for_fonts()
window = MainWindow(SettingsFile(Path(sys.argv[2])), lambda: date(2023, 8, 21))
window.show()
window.activateWindow()
window.open_case(Path(sys.argv[1]))
QApplication.processEvents()
window.opened.view.show_step("applicant")
click(window.opened.view.page.rows["applicant.trade_name"].editor.target)
commit("株式会社みなと精機")
leave()
print("left", flush=True)
sys.exit(app.exec())
"""


class Bell(QObject):
    """Rings with a truth."""

    rung = Signal(bool)


def test_calls_that_return_nothing_leave_none_and_the_truths_alone(qapp: QApplication) -> None:
    label, bell = QLabel(), Bell()
    before = [sys.getrefcount(value) for value in (None, True, False)]
    for number in range(CALLS):
        label.setText("")
        label.update()
        bell.rung.emit(number % 2 == 0)
    after = [sys.getrefcount(value) for value in (None, True, False)]
    assert all(now > then - SLACK for now, then in zip(after, before, strict=True)), (before, after)


def test_a_field_that_was_left_survives_the_sudden_end_of_the_window(tmp_path: Path) -> None:
    file = tmp_path / "a.shinsei"
    with create_case(file, "hyogo-r5-2") as case:
        case.enter({"applicant.type": "corporation", "base.right": "patent"})
    line = [sys.executable, "-c", TYPING, str(file), str(tmp_path / "settings")]
    here = Path(__file__).resolve().parent.parent.parent
    window = subprocess.Popen(line, cwd=here, env={**os.environ, "PYTHONPATH": str(here)}, stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    with window.stdout as told:
        said = told.readline()
        window.kill()
        window.wait(SOON / 1000)
    assert said == "left\n"
    with open_case_file(file) as case:
        assert case.answers()["applicant.trade_name"] == "株式会社みなと精機"


def test_the_program_starts_opens_a_case_and_ends_when_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.shinsei"
    create_case(file, "hyogo-r5-2").close()
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_LOGGING_RULES": "*=false"}
    here = Path(__file__).resolve().parent.parent.parent
    window = subprocess.Popen([sys.executable, "-m", "desktop", str(file)], cwd=here, env=environment, stderr=subprocess.PIPE, text=True)
    held = False
    while window.poll() is None and not held:
        with open_case_file(file, read_only=True) as case:
            held = case.holder() is not None
    window.kill()
    _, said = window.communicate(timeout=SOON / 1000)
    assert (held, said.strip()) == (True, "")
