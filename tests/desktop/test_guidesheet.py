"""Support by purpose, and whom to ask where."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.around.sheets import lay_over
from desktop.start.guidesheet import GuideSheet
from forms.catalog.guide import load_guide, programmes_for
from tests.desktop.startkit import button, texts


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(911, 432)
    widget.show()
    return widget


@pytest.fixture
def sheet(window: QWidget) -> GuideSheet:
    sheet = GuideSheet("兵庫県")
    lay_over(window, sheet)
    return sheet


def test_the_windows_of_ones_own_prefecture_come_first(sheet: GuideSheet) -> None:
    assert sheet.prefecture.currentText() == "兵庫県"
    assert "078-306-6808" in texts(sheet)


def test_another_prefecture_has_other_windows(sheet: GuideSheet, qtbot: QtBot) -> None:
    sheet.prefecture.setCurrentText("北海道")
    qtbot.waitUntil(lambda: "078-306-6808" not in texts(sheet))
    assert "北海道" in texts(sheet)


def test_every_purpose_lists_its_programmes(sheet: GuideSheet) -> None:
    for at, purpose in enumerate(load_guide().programmes.purpose):
        sheet.purpose.setCurrentIndex(at)
        shown = texts(sheet)
        assert all(programme.name in shown for programme in programmes_for(load_guide(), purpose.id))


def test_the_year_of_the_leaflets_is_said(sheet: GuideSheet) -> None:
    assert load_guide().programmes.vintage.caution in texts(sheet)


def test_an_address_is_copied(sheet: GuideSheet) -> None:
    button(sheet, "INPIT 兵庫県知財総合支援窓口のアドレスを写す").click()
    assert QGuiApplication.clipboard().text() == "https://chizai-portal.inpit.go.jp/madoguchi/hyogo/"
