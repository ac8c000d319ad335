"""Qt without a screen, dressed as the program dresses itself."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from desktop.kit.look import dress, register_fonts
from forms.paths import FONTS


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application in the program's faces and colours."""
    register_fonts(FONTS)
    dress(qapp, scheme="light", scale=100)
    return qapp
