"""The first thing made of Qt's: the application object, which reads its fonts while Python loads the window's modules.

Decision: reading the two faces takes Qt 5 ms, without Python's lock; so it is done on a thread of its own, and whoever is about to
make a widget waits for it. This module imports next to nothing, so that the thread starts early.
"""

import sys
from collections.abc import Sequence
from threading import Thread

from PySide6.QtWidgets import QApplication

from desktop.kit.faces import register_faces
from desktop.kit.fusion import IN_FUSION, IS_FUSION
from forms.paths import FONTS


class Application(QApplication):
    """The program as Qt knows it."""

    def __init__(self, line: Sequence[str] = ()) -> None:
        """`line`: what it was started with, the program's name if not told."""
        super().__init__([*(line or sys.argv[:1]), *IN_FUSION])
        self.setProperty(IS_FUSION, True)
        self.setApplicationName("shinsei-packet")
        self.setApplicationDisplayName("申請パケット")
        self._fonts = Thread(target=register_faces, args=(FONTS,))
        self._fonts.start()

    def wait_for_fonts(self) -> None:
        """Come back when the fonts are there; before that no widget may be made."""
        self._fonts.join()
