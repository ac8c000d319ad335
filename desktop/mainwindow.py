"""The window: the start page, or one open case; opens, closes and remembers cases.

Decision: what needs the whole library (an open case) is loaded after the start page stands, so that the window is there at once.
"""

from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desktop.kit.notice import Notice
from desktop.settings import SettingsFile
from desktop.sheets import lay_over
from desktop.startpage import StartPage
from forms.errors import FormsError

TITLE = "申請パケット"
MINIMUM = (900, 430)
OPENED = "desktop.opened"  # what the whole library hangs on


class MainWindow(QMainWindow):
    """One window, one case at a time."""

    def __init__(self, settings: SettingsFile, today: Callable[[], date] = date.today, calls: Path | None = None) -> None:
        """`today`: asked when a case is opened; `calls`: a folder with more calls."""
        super().__init__()
        self.settings, self._today, self._calls = settings, today, calls
        self.opened: Any = None  # desktop.opened.Opened, loaded late
        self._stack = QStackedWidget()
        self.start = StartPage(settings, today(), calls)
        self.start.open_wanted.connect(self.open_case)
        self.start.sample_wanted.connect(self.open_sample)
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*MINIMUM)
        self.setAcceptDrops(True)
        self.resize(1366, 720)

    def showEvent(self, event: QShowEvent) -> None:
        """Once the window stands, load what an open case needs, out of the way."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: Thread(target=import_module, args=(OPENED,), daemon=True).start())

    def open_case(self, path: Path, today: date | None = None) -> None:
        """Open a case in the place of the one that is open; where that fails, say why and stay."""
        try:
            opened = import_module(OPENED).open_case(path, today or self._today(), self.settings, self._calls)
        except FormsError as error:
            self.settings.keep(self.settings.now.without_recent(str(path)) if not path.exists() else self.settings.now)
            self.start.refresh()
            self.tell("開けませんでした", str(error))
            return
        self.close_case()
        self.opened = opened
        opened.view.home_wanted.connect(self.close_case)
        opened.session.refused.connect(lambda text: self.tell("保存できませんでした", text))
        self._stack.addWidget(opened.view)
        self._stack.setCurrentWidget(opened.view)
        opened.session.changed.connect(self._name_window)
        self._name_window()

    def open_sample(self, path: Path, today: date) -> None:
        """Open a copy of a sample as on its own day."""
        self.open_case(path, today)

    def close_case(self) -> None:
        """Back to the start page; everything is kept already."""
        if self.opened is None:
            return
        opened, self.opened = self.opened, None
        opened.close(self.settings, datetime.now())
        self._stack.removeWidget(opened.view)
        opened.view.deleteLater()
        self.start.refresh()
        self._name_window()

    def tell(self, title: str, text: str) -> None:
        """Say something that needs no answer."""
        lay_over(self, Notice(title, text, "閉じる"))

    def _name_window(self) -> None:
        name = self.opened.name if self.opened is not None else ""
        self.setWindowTitle(f"{name} - {TITLE}" if name else TITLE)

    def changeEvent(self, event: QEvent) -> None:
        """Leaving the window: keep what is typed. Coming back: see whether another program has changed the case."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.opened is not None:
            if self.isActiveWindow():
                self.opened.session.look_again()
            else:
                self.opened.view.pause()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A case file may be dropped anywhere."""
        if _dropped_case(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the case file that was dropped."""
        path = _dropped_case(event)
        if path is not None:
            self.open_case(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and give the case back."""
        self.close_case()
        super().closeEvent(event)


def _dropped_case(event: QDropEvent) -> Path | None:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix == ".shinsei"), None)
