"""The Qt application: fonts, look, Japanese standard words, the crash report, the window."""

import gc
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.crash import watch
from desktop.kit.icons import icon
from desktop.kit.look import FUSION, IS_FUSION, dressing, register_fonts
from desktop.mainwindow import MainWindow
from desktop.settings import SettingsFile
from forms.paths import FONTS

STOOD = 100  # milliseconds after which the window is painted and has answered what was waiting


def start(case: Path | None, today: date | None, calls: Path | None) -> int:
    """Open the window, with a case if one is named, and stay until it is closed; the exit status."""
    app = make_application()
    window = make_window(app, today, calls)
    window.show()
    if case is not None:
        window.open_case(case)
    QTimer.singleShot(STOOD, app, collect_again)
    return app.exec()


def collect_again() -> None:
    """Let Python look for what is no longer used, but not among what the start has made."""
    gc.freeze()
    gc.enable()


def make_window(app: QApplication, today: date | None, calls: Path | None) -> MainWindow:
    """The window, dressed as its person has set it and not shown yet."""
    settings = SettingsFile()
    with dressing(app, scheme=settings.now.scheme, scale=settings.now.text_size):
        window = MainWindow(settings, (lambda: today) if today else date.today, calls)
    watch(window)
    return window


def make_application() -> QApplication:
    """The application object, with our fonts and Qt's Japanese words."""
    app = QApplication([*sys.argv[:1], *FUSION])
    app.setProperty(IS_FUSION, True)
    app.setApplicationName("shinsei-packet")
    app.setApplicationDisplayName("申請パケット")
    app.setWindowIcon(icon("app"))
    words = QTranslator(app)
    if words.load("qtbase_ja", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    register_fonts(FONTS)
    return app
