"""The window in its application: colours, crash report, the case that is asked for, and what may come a moment later.

Decision: the window stands first; what is seen a moment later as well as at once is done by `complete`, after the first painting.
"""

import gc
from datetime import date
from importlib import import_module
from pathlib import Path

from PySide6 import QtCore

from desktop.crash import watch
from desktop.kit.look import paint, put_on_sheet
from desktop.mainwindow import MainWindow
from desktop.qtapplication import Application
from desktop.settings import SettingsFile

ICONS = "desktop.kit.qicons"  # loaded late
STOOD = 100  # milliseconds after which the window is painted and has answered what was waiting


def start(app: Application, case: Path | None, today: date | None, calls: Path | None) -> int:
    """Open the window, with a case if one is named, and stay until it is closed; the exit status."""
    window = make_window(app, today, calls)
    window.show()
    if case is None:
        QtCore.QTimer.singleShot(STOOD, app, lambda: complete(app))
    else:
        complete(app)
        window.open_case(case)
    return app.exec()


def complete(app: Application) -> None:
    """What the start page can do without while it comes: Qt's Japanese words, the icon, the style sheet; and Python collects again."""
    words = QtCore.QTranslator(app)
    if words.load("qtbase_ja", QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    app.setWindowIcon(import_module(ICONS).icon("app"))
    put_on_sheet(app)
    gc.freeze()  # what the start has made is there to stay
    gc.enable()


def make_window(app: Application, today: date | None, calls: Path | None) -> MainWindow:
    """The window in the colours and sizes that its person has set, not shown yet."""
    settings = SettingsFile()
    app.wait_for_fonts()
    paint(app, scheme=settings.now.scheme, scale=settings.now.text_size)
    window = MainWindow(settings, (lambda: today) if today else date.today, calls)
    watch(window)
    return window
