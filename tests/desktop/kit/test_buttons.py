"""Buttons: names for screen readers, whole words, the focus seen when the keyboard brought it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.button import Button
from desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton, SecondaryButton, ToolButton
from desktop.kit.searchbutton import SearchButton

LABELLED = (PrimaryButton, SecondaryButton, QuietButton, LinkButton, SearchButton)
LONG = "法人番号の検査用の数字が合いません。13桁をもう一度お確かめください。"


@pytest.mark.parametrize("kind", LABELLED)
def test_a_button_has_its_words_as_its_name(qtbot: QtBot, kind: type[Button]) -> None:
    button = kind("調べる R&D", "Alt+N")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.label()) == ("調べる R&D", "調べる R&D")
    button.set_text("次へ：役員等")
    spoken = QAccessible.queryAccessibleInterface(button)
    assert (spoken.text(QAccessible.Text.Name), spoken.role()) == ("次へ：役員等", QAccessible.Role.Button)


def test_a_tool_has_its_name_as_tooltip_and_for_screen_readers(qtbot: QtBot) -> None:
    tool = ToolButton("undo", "元に戻す（Ctrl+Z）")
    qtbot.addWidget(tool)
    assert (tool.accessibleName(), tool.toolTip()) == ("元に戻す（Ctrl+Z）", "元に戻す（Ctrl+Z）")
    assert min(tool.sizeHint().toTuple()) >= 28


@pytest.mark.parametrize(("button", "height"), [(PrimaryButton, 36), (SecondaryButton, 36), (QuietButton, 36)])
def test_buttons_have_the_height_of_the_design(qtbot: QtBot, button: type[Button], height: int) -> None:
    made = button("次へ")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert (made.sizeHint().height(), made.minimumHeight()) == (height, 0)
    assert made.make_small().sizeHint().height() == 30


@pytest.mark.parametrize("kind", LABELLED)
def test_a_button_can_be_pressed(qtbot: QtBot, kind: type[Button]) -> None:
    button = kind("押す")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        button.click()


@pytest.mark.parametrize("kind", [*LABELLED, ToolButton])
def test_the_focus_is_seen_when_tab_brought_it(show: Callable[[QWidget], None], kind: type[Button | ToolButton]) -> None:
    window = QWidget()
    before, button = QLineEdit(), kind("help", "F1")
    column = QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(button)
    show(window)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    plain = button.grab().toImage()
    before.setFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != plain


def test_a_long_link_wraps_and_is_never_cut(qtbot: QtBot) -> None:
    link = LinkButton(LONG, wraps=True)
    qtbot.addWidget(link)
    assert link.heightForWidth(200) > 2 * link.heightForWidth(2000)
    assert link.heightForWidth(2000) == 28


def test_a_link_that_does_not_wrap_keeps_its_width(qtbot: QtBot) -> None:
    link = LinkButton(LONG)
    qtbot.addWidget(link)
    assert link.minimumSizeHint() == link.sizeHint()
