"""When the program runs into something nobody expected: it is written down, the person is told, and the program goes on.

Decision: every answer is in the case file before anything can go wrong with showing it, so that going on is safe. Each fault is
written down and told once; what may be written is decided in crashreport.py, and nothing else is written anywhere.
"""

import re
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QStandardPaths, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

LARGEST = 256 * 1024  # bytes of the log, after which it begins anew
ORIGIN = r"[A-Za-z_][A-Za-z0-9_]*(?:::~?[A-Za-z_][A-Za-z0-9_]*)+"  # QPainter::begin
REPORT, SHEET = "desktop.crashreport", "desktop.around.crashsheet"  # loaded when they are needed


def log_file() -> Path:
    """Where reports are written on this machine; it need not exist."""
    state = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(state) / "shinsei-packet" / "log" / "desktop.log"


class Watch(QObject):
    """Takes faults from any thread; tells of them in the window's."""

    _came = Signal(str)

    def __init__(self, window: QWidget, log: Path, now: Callable[[], datetime] = datetime.now) -> None:
        """`log`: the file that reports are added to."""
        super().__init__(window)
        self._window, self._log, self._now = window, log, now
        self._known: set[object] = set()
        self._sheet: QObject | None = None
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """A fault that nobody caught, as `sys.excepthook` gets it."""
        if error is None or not issubclass(kind, Exception):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        report = import_module(REPORT)
        place = report.trace_of(error)
        if place in self._known:
            return
        self._known.add(place)
        text = report.report_of(error, self._now())
        self._write(text)
        self._came.emit(text)

    def take_from_thread(self, fault: threading.ExceptHookArgs) -> None:
        """A fault in a thread, as `threading.excepthook` gets it."""
        self.take(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def take_from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """A message of Qt's: warnings and worse are written down, nobody is told."""
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            return
        words = f"{kind.name} {words_of_qt(context.category, message)}"
        if words not in self._known:
            self._known.add(words)
            self._write(f"{self._now():%Y-%m-%d %H:%M:%S}　{words}")

    def _write(self, text: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            fresh = not self._log.exists() or self._log.stat().st_size > LARGEST
            with self._log.open("w" if fresh else "a", encoding="utf-8") as file:
                file.write(f"{text}\n\n")
        except OSError:
            return  # the report is on the screen all the same

    def _tell(self, text: str) -> None:
        if self._sheet is not None:
            return
        self._sheet = import_module(SHEET).tell_of(self._window, text, self._log, self._forget)

    def _forget(self) -> None:
        self._sheet = None


def words_of_qt(category: str | None, message: str) -> str:
    """What is kept of a message of Qt's: its category and the function that it begins with, never the rest."""
    origin = re.match(ORIGIN, message)
    return f"{category or 'qt'} {origin[0] if origin else ''}".strip()


def watch(window: QWidget, log: Path | None = None) -> Watch:
    """From now on whatever nobody caught comes here, from the window's thread, from others, and from Qt."""
    watching = Watch(window, log or log_file())
    sys.excepthook = watching.take
    threading.excepthook = watching.take_from_thread
    qInstallMessageHandler(watching.take_from_qt)
    return watching


def unwatch() -> None:
    """Leave faults to Python and Qt again."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    qInstallMessageHandler(None)
