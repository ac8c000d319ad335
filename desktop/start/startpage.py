"""The start page: where one was, how long is left, what the whole road is; a new case, an earlier one, a sample.

Decision: the page stands before anything of the library is loaded. What needs it (the call's card, the sheets) comes by
`import_module` after the first painting, into room that was kept for it.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.kit.look import is_redressing, px, tokens_of
from desktop.kit.plates import fill
from desktop.settings import SettingsFile
from desktop.start.startpagemain import MainColumn
from desktop.start.startpageside import SideColumn
from desktop.start.startpagewords import ShownCase, shown_case
from forms.errors import FormsError
from forms.paths import SAMPLES

if TYPE_CHECKING:
    from desktop.around.askfile import AskFile
    from desktop.start.startpageflows import Flows

NARROW = 1100
CALLS, FLOWS = "desktop.start.startpagecalls", "desktop.start.startpageflows"  # both loaded late
TURN = 30  # milliseconds between two looks


class StartPage(QWidget):
    """`open_wanted` carries a path; `sample_wanted` the path of a sample's copy and the day on which it is looked at."""

    open_wanted, sample_wanted = Signal(object), Signal(object, object)

    def __init__(self, settings: SettingsFile, today: date, calls: Path | None = None, ask: "AskFile | None" = None) -> None:
        """`calls`: a folder with more calls; `ask`: how a file is asked for, with the system's dialog if not told."""
        super().__init__()
        self.setObjectName("start")
        self.setAccessibleName("はじめの画面")
        self.settings, self._today, self._calls, self._ask = settings, today, calls, ask
        self._flows: Flows | None = None
        self._loading: Thread | None = None
        self._bell = QTimer(self)
        self._bell.timeout.connect(self._look)
        self.side, self.main = SideColumn(sum((folder / "case.toml").is_file() for folder in SAMPLES.iterdir())), MainColumn()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.main, 1)
        self._connect()
        self.main.show_cases([shown_case(recent, today, missing=False) for recent in settings.now.recents])

    def _connect(self) -> None:
        side, main = self.side, self.main
        for wanted, begin in (
            (side.new_wanted, "begin_new"),
            (side.open_wanted, "choose_file"),
            (side.earlier_wanted, "begin_from_earlier"),
            (side.samples_wanted, "show_samples"),
            (side.guide_wanted, "show_guide"),
            (side.settings_wanted, "show_settings"),
            (side.about_wanted, "show_about"),
            (main.new_wanted, "begin_new"),
            (main.samples_wanted, "show_samples"),
        ):
            wanted.connect(self._begin(begin))
        main.opened.connect(self._open)
        main.removed.connect(self._forget)
        main.revealed.connect(lambda case: self.flows().reveal(Path(case.recent.path)))

    def _begin(self, name: str) -> Callable[[], None]:
        return lambda: getattr(self.flows(), name)()

    def flows(self) -> "Flows":
        """What begins here; loaded when it is first wanted."""
        if self._flows is None:
            self._flows = self._made_flows()
        return self._flows

    def _made_flows(self) -> "Flows":
        flows: Flows = import_module(FLOWS).Flows(self, self.settings, self._calls, self._ask)
        flows.opened.connect(self.open_wanted)
        flows.sampled.connect(self.sample_wanted)
        return flows

    def refresh(self) -> None:
        """Show the recent cases as the settings have them now, and which of them are gone."""
        recents = self.settings.now.recents
        self.main.show_cases([shown_case(recent, self._today, missing=not Path(recent.path).exists()) for recent in recents])

    def _load(self) -> None:
        """What may come after the page stands: keys, whether the recent files are still there, and what hangs on the library."""
        for keys, begin in (("Ctrl+N", "begin_new"), ("Ctrl+O", "choose_file"), ("F1", "show_help")):
            QtGui.QShortcut(QtGui.QKeySequence(keys), self, self._begin(begin))
        self.refresh()
        self._loading = Thread(target=_warm, args=(self._today, self._calls), daemon=True)
        self._loading.start()

    def _look(self) -> None:
        """Show the call as soon as its data is there."""
        if self._loading is None:
            self._load()
        if self._loading is None or self._loading.is_alive():
            return
        self._bell.stop()
        try:
            words = import_module(CALLS)
            call = words.call_of_the_day(self._today, self._calls)
            self.main.card.show_call(words.shown_call(call, self._today))
            self.flows().proposed, self.flows().prefecture = call.id, call.terms.prefecture
        except FormsError as error:
            self.main.card.show_fault(str(error))

    def _open(self, case: ShownCase) -> None:
        if not case.is_missing:
            self.open_wanted.emit(Path(case.recent.path))

    def _forget(self, case: ShownCase) -> None:
        self.settings.keep(self.settings.now.without_recent(case.recent.path))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor on what one came for: the last case, or the first one to make."""
        super().showEvent(event)
        if self._loading is not None:
            self.refresh()
        (self.main.recents if self.settings.now.recents else self.side.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new size into account."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < px(self, NARROW)
        self.side.be_narrow(narrow=narrow)
        self.main.be_sized(narrow=narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk's ground; after the first time, load the rest: not at once, so that what is waiting to be answered goes first."""
        fill(QPainter(self), self.rect(), tokens_of(self).canvas)
        if not self._bell.isActive() and self._loading is None:
            self._bell.start(TURN)


def _warm(today: date, calls: Path | None) -> None:
    """Read the data beforehand, beside the window's thread; a fault comes again there, where it is shown."""
    with suppress(FormsError):
        import_module(CALLS).call_of_the_day(today, calls)
