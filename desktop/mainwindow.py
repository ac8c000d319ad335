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
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.casedrop import CaseDrop
from desktop.settings import SettingsFile
from desktop.start.startpage import StartPage
from forms.errors import FormsError

TITLE = "申請パケット"
MINIMUM = (900, 430)
SETTLED = 150  # milliseconds after which the first painting is done: loading beside it would take it twice as long
REGISTER, NOTICES = "desktop.register.opened", "desktop.around.notices"
OPENED = "desktop.opened"  # what the whole library hangs on


class MainWindow(QMainWindow):
    """One window, one case at a time."""

    def __init__(self, settings: SettingsFile, today: Callable[[], date] = date.today, calls: Path | None = None) -> None:
        """`today`: asked when a case is opened; `calls`: a folder with more calls."""
        super().__init__()
        self.settings, self._today, self._calls = settings, today, calls
        self.opened: Any = None  # desktop.opened.Opened, loaded late
        self._register: Any = None  # desktop.register.opened.Register, loaded when it is first wanted
        self._stack = QStackedWidget()
        self.start = StartPage(settings, today(), calls)
        self.start.open_wanted.connect(self.open_case)
        self.start.sample_wanted.connect(self.open_sample)
        self._home: QWidget = self.start  # where one goes when the case is closed
        self.start.side.register_wanted.connect(self.open_register)
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*MINIMUM)
        self.setAcceptDrops(True)
        self._drop: CaseDrop | None = None  # watches the window once it is shown
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(_load_library)
        self.resize(1366, 720)

    def showEvent(self, event: QShowEvent) -> None:
        """Take cases that are dropped; once the window stands, load what an open case needs, out of the way."""
        super().showEvent(event)
        if self._drop is None:
            self._drop = CaseDrop(self)
            self._drop.dropped.connect(self.open_case)
        self._settled.start(SETTLED)

    def open_case(self, path: Path, today: date | None = None) -> None:
        """Open a case in the place of the one that is open; where that fails, say why and stay."""
        if self.opened is not None and self.opened.is_of(path):
            return
        if not self._is_kept():
            return
        try:
            opened = import_module(OPENED).open_case(path, today or self._today(), self.settings, self._calls)
        except FormsError as error:
            self.settings.keep(self.settings.now.without_recent(str(path)) if not path.exists() else self.settings.now)
            self.start.refresh()
            self.tell("開けませんでした", str(error))
            return
        self.close_case()
        self._home = self._stack.currentWidget() or self.start
        self.opened = opened
        opened.view.home_wanted.connect(lambda: self.close_case())
        opened.session.refused.connect(lambda text: self.tell("保存できませんでした", text))
        self._stack.addWidget(opened.view)
        self._stack.setCurrentWidget(opened.view)
        opened.session.changed.connect(self._name_window)
        self._name_window()
        if opened.held.words:
            self.tell("読むだけで開きました", f"この案件は、{opened.held.words}。書き直すには、そちらを閉じてから開き直してください。")
        QTimer.singleShot(0, opened.view, opened.view.page.take_focus)  # once it has its size

    def open_sample(self, path: Path, today: date) -> None:
        """Open a copy of a sample as on its own day."""
        self.open_case(path, today)

    def open_register(self) -> None:
        """All cases of a folder, to be checked and built together."""
        if self._register is None:
            self._register = register = import_module(REGISTER).make_register(self.settings, self._today(), self._calls)
            register.page.open_wanted.connect(self.open_case)
            register.page.home_wanted.connect(self._go_home)
            self._stack.addWidget(register.page)
        self._stack.setCurrentWidget(self._register.page)

    def _go_home(self) -> None:
        self.start.refresh()
        self._stack.setCurrentWidget(self.start)

    def close_case(self, *, lose: bool = False) -> bool:
        """Back to the start page; everything is kept already, or (a full disk) the person is asked. Whether the case is closed."""
        if self.opened is None:
            return True
        if not (lose or self._is_kept()):
            return False
        opened, self.opened = self.opened, None
        opened.close(self.settings, datetime.now())
        self._stack.setCurrentWidget(self._home)
        self._stack.removeWidget(opened.view)
        opened.view.deleteLater()
        self.start.refresh()
        self._name_window()
        return True

    def _is_kept(self) -> bool:
        """Whether all that was typed is kept; if not, the person is asked."""
        if self.opened is None:
            return True
        self.opened.view.commit()
        if self.opened.session.unsaved:
            import_module(NOTICES).ask_to_lose(self, lambda: self.close_case(lose=True))
        return not self.opened.session.unsaved

    def tell(self, title: str, text: str) -> None:
        """Say something that needs no answer."""
        import_module(NOTICES).tell(self, title, text)

    def _name_window(self) -> None:
        name = self.opened.name if self.opened is not None else ""
        self.setWindowTitle(f"{name} - {TITLE}" if name else TITLE)

    def changeEvent(self, event: QEvent) -> None:
        """Leaving the window: keep what is typed. Coming back: see whether another program has changed the case."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.opened is not None:
            self.opened.view.pause()
            if self.isActiveWindow():
                self.opened.session.look_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and give the case back."""
        if self.close_case():
            if self._register is not None:
                self._register.shut()
            super().closeEvent(event)
        else:
            event.ignore()


def _load_library() -> None:
    """Beside the window's thread, so that the first case opens at once."""
    Thread(target=import_module, args=(OPENED,), daemon=True).start()
