"""What else there is in an open case: the menu of the bar on top, the search, the help.

Decision: each opens in the window itself, over the page; nothing here changes the case.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from desktop.around.aboutsheet import AboutSheet
from desktop.around.finder import Finder
from desktop.around.helpsheet import HelpSheet
from desktop.around.settingssheet import SettingsSheet
from desktop.around.sheets import lay_over
from desktop.desk import Desk
from forms.catalog.model import Step


class CaseMenu(QObject):
    """`jumped`: a field or document that was found; `home_wanted`: back to the start page."""

    jumped, home_wanted = Signal(str), Signal()

    def __init__(self, over: QWidget, desk: Desk) -> None:
        """`over`: the view over whose window things open."""
        super().__init__(over)
        self._over, self._desk = over, desk
        self.menu = QMenu(over)
        for words, action in self._actions():
            self.menu.addAction(words).triggered.connect(lambda _=False, action=action: action())

    def _actions(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (
            ("案件のファイルの場所を開く", self._open_place),
            ("設定...", self._open_settings),
            ("このプログラムについて", self._open_about),
            ("案件を閉じて、はじめの画面へ", self.home_wanted.emit),
        )

    def _open_place(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.session.case.path.absolute().parent)))

    def _open_settings(self) -> None:
        lay_over(self._over, SettingsSheet(self._desk.settings))

    def _open_about(self) -> None:
        lay_over(self._over, AboutSheet())

    def search(self) -> None:
        """Ctrl+F: find a field or a document by its name or code."""
        finder = Finder(self._desk.session.call, self._is_asked)
        finder.chosen.connect(self.jumped)
        lay_over(self._over, finder)

    def _is_asked(self, name: str) -> bool:
        session = self._desk.session
        row = session.call.fields.get(name) or session.call.documents.get(name)
        return row is not None and session.facts.holds(row.when)

    def help(self, step: Step) -> None:
        """F1: what a step is about."""
        lay_over(self._over, HelpSheet(step.title, step.help))
