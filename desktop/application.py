"""The Qt application: fonts, look, Japanese standard words, the crash report, the window.

Decision: the window stands first. What is seen a moment later as well as at once is done by `complete`, after the first painting.
"""

import gc
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.crash import watch
from desktop.kit.look import FUSION, IS_FUSION, paint, put_on_sheet, register_fonts
from desktop.mainwindow import MainWindow
from desktop.settings import SettingsFile
from forms.paths import FONTS

ICONS = "desktop.kit.qicons"  # loaded late
STOOD = 100  # milliseconds after which the window is painted and has answered what was waiting


def start(case: Path | None, today: date | None, calls: Path | None) -> int:
    """Open the window, with a case if one is named, and stay until it is closed; the exit status."""
    app = make_application()
    window = make_window(app, today, calls)
    window.show()
    if case is None:
        QTimer.singleShot(STOOD, app, lambda: complete(app))
    else:
        complete(app)
        window.open_case(case)
    return app.exec()


def complete(app: QApplication) -> None:
    """What the start page can do without while it comes: Qt's Japanese words, the icon, the style sheet; and Python collects again."""
    words = QtCore.QTranslator(app)
    if words.load("qtbase_ja", QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    app.setWindowIcon(import_module(ICONS).icon("app"))
    put_on_sheet(app)
    gc.freeze()  # what the start has made is there to stay
    gc.enable()


def make_window(app: QApplication, today: date | None, calls: Path | None) -> MainWindow:
    """The window in the colours and sizes that its person has set, not shown yet."""
    settings = SettingsFile()
    paint(app, scheme=settings.now.scheme, scale=settings.now.text_size)
    window = MainWindow(settings, (lambda: today) if today else date.today, calls)
    watch(window)
    return window


def make_application() -> QApplication:
    """The application object, with our fonts."""
    app = QApplication([*sys.argv[:1], *FUSION])
    app.setProperty(IS_FUSION, True)
    app.setApplicationName("shinsei-packet")
    app.setApplicationDisplayName("申請パケット")
    register_fonts(FONTS)
    return app
