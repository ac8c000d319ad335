"""Panels over the window: answered without a loop of their own, left with the keyboard, and the focus comes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.notice import Notice
from desktop.kit.sheet import Sheet


@pytest.fixture
def window(show: Callable[[QWidget], None]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for _ in range(2):
        column.addWidget(QLineEdit())
    made.resize(900, 430)
    show(made)
    made.findChildren(QLineEdit)[0].setFocus()
    return made


def asked(window: QWidget) -> Notice:
    notice = Notice("この案件を閉じますか", "入力した内容は保存されています。", "閉じる", "戻る")
    notice.open_over(window)
    return notice


def test_accepting_emits_accepted_only(window: QWidget, qtbot: QtBot) -> None:
    notice = asked(window)
    with qtbot.assertNotEmitted(notice.refused), qtbot.waitSignal(notice.accepted):
        notice.primary.click()
    assert notice.isHidden()


def test_esc_refuses_and_gives_the_focus_back(window: QWidget, qtbot: QtBot) -> None:
    notice = asked(window)
    focused = QApplication.focusWidget()
    assert focused is notice.secondary
    with qtbot.assertNotEmitted(notice.accepted), qtbot.waitSignal(notice.refused):
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.findChildren(QLineEdit)[0]


def test_tab_stays_inside(window: QWidget) -> None:
    notice = asked(window)
    met = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert set(met) == {notice.primary, notice.secondary, notice.close_button}


def test_the_keys_of_the_window_behind_rest(window: QWidget) -> None:
    pressed: list[bool] = []
    shortcut = QShortcut(QKeySequence("Alt+N"), window)
    shortcut.activated.connect(lambda: pressed.append(True))
    notice = asked(window)
    QTest.keyClick(notice.secondary, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert pressed == []
    notice.close_sheet()
    QTest.keyClick(window.findChildren(QLineEdit)[0], Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert pressed == [True]


def test_a_notice_shows_all_it_says_in_the_smallest_window(window: QWidget, qapp: QApplication) -> None:
    notice = asked(window)
    qapp.processEvents()
    assert notice.rect().contains(notice.panel.geometry())
    assert notice.primary.height() == notice.primary.sizeHint().height()


def test_a_sheet_at_the_right_has_the_window_s_height_and_follows_it(window: QWidget) -> None:
    sheet = Sheet("設定", side="right", width=400)
    sheet.open_over(window)
    window.resize(1000, 600)
    assert (sheet.panel.width(), sheet.panel.height(), sheet.panel.x()) == (400, 600, 600)
