"""A switch is one stop for Tab, arrows move inside, and it speaks when a person chooses."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.switch import Switch


@pytest.fixture
def switch(show: Callable[[QWidget], None]) -> Switch:
    made = Switch(["正本", "副本1", "副本2"], "部")
    show(made)
    return made


def test_arrows_choose(switch: Switch, qtbot: QtBot) -> None:
    switch.parts()[0].setFocus()
    with qtbot.waitSignal(switch.chosen) as told:
        QTest.keyClick(switch.parts()[0], Qt.Key.Key_Right)
    assert told.args == [1]
    assert switch.current() == 1


def test_the_program_chooses_without_telling(switch: Switch, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        switch.choose(2)
    assert switch.current() == 2


def test_choosing_moves_nothing(switch: Switch) -> None:
    before = [part.geometry() for part in switch.parts()]
    switch.choose(1)
    switch.updateGeometry()
    assert [part.geometry() for part in switch.parts()] == before
    assert switch.accessibleName() == "部"
