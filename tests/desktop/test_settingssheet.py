"""Settings hold at once and are kept at once; about and help say what they must."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.around.aboutsheet import AboutSheet
from desktop.around.helpsheet import HelpSheet, paragraphs
from desktop.around.libraries import libraries_of
from desktop.around.settingssheet import SettingsSheet
from desktop.around.sheets import lay_over
from desktop.crash import log_file
from desktop.kit.look import dress
from desktop.settings import SettingsFile
from forms.catalog.model import Call
from tests.desktop.startkit import Clerk, button, texts


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(911, 432)
    widget.show()
    yield widget
    dress(qapp, scheme="light", scale=100)


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path)


@pytest.fixture
def sheet(window: QWidget, settings: SettingsFile, tmp_path: Path) -> SettingsSheet:
    sheet = SettingsSheet(settings, Clerk(tmp_path / "elsewhere"), has=lambda name: name != "word")
    lay_over(window, sheet)
    return sheet


def test_the_text_grows_while_one_moves_the_slider(sheet: SettingsSheet, settings: SettingsFile, qapp: QApplication, tmp_path: Path) -> None:
    before = qapp.font().pixelSize()
    sheet.slider.setValue(sheet.slider.maximum())
    assert settings.now.text_size == 150
    assert qapp.font().pixelSize() > before
    assert SettingsFile(tmp_path).now.text_size == 150


def test_dark_colours_hold_at_once(sheet: SettingsSheet, settings: SettingsFile, qapp: QApplication) -> None:
    before = qapp.palette().window().color()
    sheet.radio("scheme", "dark").click()
    assert settings.now.scheme == "dark"
    assert qapp.palette().window().color().lightness() < before.lightness()


def test_a_choice_is_told(sheet: SettingsSheet, qtbot: QtBot, settings: SettingsFile) -> None:
    with qtbot.waitSignal(sheet.changed):
        sheet.radio("renderer", "builtin").click()
    assert settings.now.renderer == "builtin"


def test_the_whole_row_of_a_choice_can_be_pressed(sheet: SettingsSheet, settings: SettingsFile) -> None:
    row = sheet.radio("scheme", "dark")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center() + QPoint(row.width() // 2 - 4, 0))
    assert row.width() > 300
    assert settings.now.scheme == "dark"


def test_what_is_not_on_this_machine_cannot_be_chosen(sheet: SettingsSheet) -> None:
    assert not sheet.radio("renderer", "word").isEnabled()
    assert sheet.radio("renderer", "libreoffice").isEnabled()
    assert "このパソコンには見つかりません。" in texts(sheet)


def test_a_folder_is_chosen_and_given_up_again(sheet: SettingsSheet, settings: SettingsFile, tmp_path: Path) -> None:
    button(sheet, "フォルダーを選ぶ").click()
    assert settings.now.folder == str(tmp_path / "elsewhere")
    assert str(tmp_path / "elsewhere") in texts(sheet)
    sheet.usual.click()
    assert settings.now.folder == ""


def test_about_names_licences_fonts_libraries_and_the_log(window: QWidget) -> None:
    sheet = AboutSheet()
    lay_over(window, sheet)
    shown = texts(sheet)
    for words in ("MIT License", "SIL Open Font License", "pypdf", "PySide6", str(log_file())):
        assert words in shown


def test_every_library_that_is_installed_with_us_has_a_licence() -> None:
    found = libraries_of()
    assert {"lxml", "pikepdf", "pillow", "reportlab"} <= {library.name for library in found}
    assert all(library.licence and library.version for library in found)
    assert "pytest" not in {library.name for library in found}


def test_of_a_program_that_is_not_installed_nothing_is_known() -> None:
    assert libraries_of("no-such-program") == ()


def test_help_shows_the_calls_own_text_and_the_keys(window: QWidget, call: Call) -> None:
    for step in (*call.steps.values(), *call.pages.values()):
        sheet = HelpSheet(step.title, step.help)
        lay_over(window, sheet)
        shown = texts(sheet)
        assert all(line.removeprefix("・") in shown for lines in paragraphs(step.help) for line in lines)
        assert "Ctrl+F" in shown
        sheet.close_sheet()


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert list(paragraphs("a\n\nb\n・c\n")) == [("a",), ("b", "・c")]
