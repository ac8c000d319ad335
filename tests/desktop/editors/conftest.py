"""An editor in a window of its own."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.editors.editor import Editor
from desktop.editors.making import make_editor
from forms.catalog.model import Field
from tests.desktop.editors.editorskit import Shown


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Makes the editor of a field and shows it between two buttons, called before and after."""

    windows: list[QWidget] = []  # held until the test is over

    def show(asked: Field) -> Editor:
        window = QWidget()
        column = QVBoxLayout(window)
        editor = make_editor(asked)
        for name in ("before", "", "after"):
            widget = QPushButton(name) if name else editor
            if name:
                widget.setObjectName(name)
            column.addWidget(widget)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(1100, 600)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return editor

    return show
