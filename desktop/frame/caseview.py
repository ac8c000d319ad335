"""An open case: bars, rail, the pages, and the paper beside them.

Decision: pages stand side by side and are made when they are first looked at; the road is free, 次へ only checks.
"""

import gc
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.around.casemenu import CaseMenu
from desktop.desk import Desk
from desktop.frame.bottombar import BottomBar
from desktop.frame.caseroute import Route
from desktop.frame.focuswalk import first_focusable, onward
from desktop.frame.pages import make_page
from desktop.frame.pane import Pane
from desktop.frame.rail import Rail
from desktop.frame.shortcuts import bind, left_over
from desktop.frame.steps import CHECK, road, step_of
from desktop.frame.topbar import TopBar
from desktop.kit.look import is_redressing, px
from desktop.page import Page
from forms.catalog.model import Step
from forms.errors import FormsError

NARROW, SHORT, WIDE = 1100, 600, 1600
RAIL, RAIL_NARROW, PANE, PANE_WIDE = 228, 190, 436, 600
PLACE = "step"  # under which the case keeps where one was
MOST = 16777215  # Qt's own "no limit"


class CaseView(QWidget):
    """The window's content while a case is open."""

    home_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Shows the first step."""
        super().__init__()
        self.desk, self.session, self.settings = desk, desk.session, desk.settings
        session = desk.session
        self._pages: dict[str, Page] = {}
        self.menu = CaseMenu(self, desk)
        self.topbar, self.rail, self.bottombar = TopBar(session, self.menu.menu), Rail(session), BottomBar()
        self.pane = Pane(desk)
        self._stack = QStackedWidget()
        self._route = Route([step.id for step in road(session)])
        self._shows_paper = False
        self._lay_out()
        self._connect()
        self.show_step(self._first_step())

    def _first_step(self) -> str:
        """Where one was when the case was closed, else the beginning."""
        kept = self.session.recall(PLACE)
        return kept if any(step.id == kept for step in road(self.session)) else self._route.here

    def _lay_out(self) -> None:
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._stack, 1)
        self._middle.addWidget(self.pane)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._middle, 1)
        right.addWidget(self.bottombar)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_step)
        self.bottombar.back_wanted.connect(self.go_back)
        self.bottombar.next_wanted.connect(self.go_on)
        self.topbar.undo_wanted.connect(self._undo)
        self.topbar.redo_wanted.connect(self._redo)
        self.topbar.home_wanted.connect(self.home_wanted)
        self.topbar.search_wanted.connect(self.menu.search)
        self.topbar.help_wanted.connect(self._help)
        self.menu.jumped.connect(self.jump)
        self.menu.home_wanted.connect(self.home_wanted)
        self.topbar.pane_wanted.connect(self._switch_pane)
        self.pane.closed.connect(self._switch_pane)
        self.pane.jumped.connect(self.jump)
        self.session.changed.connect(self.refresh)
        bind(self, self._actions())

    def _actions(self) -> dict[str, Callable[[], None]]:
        return {
            "go_on": self.go_on,
            "go_back": self.go_back,
            "step_down": lambda: self.jump(self._route.after),
            "step_up": self.go_back,
            "look_back": self.look_back,
            "search": self.menu.search,
            "help": self._help,
            "walk_focus": self.walk_focus,
            "undo": self._undo,
            "redo": self._redo,
            "say_saved": self._say_saved,
            "stop": lambda: self.page.stop(),
        }

    def _help(self) -> None:
        self.menu.help(self.page.step)

    def _undo(self) -> None:
        """What is being typed counts as a change of its own."""
        self.commit()
        self.session.undo()

    def _redo(self) -> None:
        self.commit()
        self.session.redo()

    def _say_saved(self) -> None:
        self.commit()
        self.session.save_again()
        self.topbar.say_saved()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._route.here]

    def show_step(self, step: str) -> None:
        """Show a step; what is being typed on the one before is kept first."""
        self.commit()
        self._route.go(step)
        if step not in self._pages:
            self._pages[step] = self._made(step)
        self._make_room()
        self._stack.setCurrentWidget(self.page)
        if step == CHECK:
            self.session.checked.add(step)
        self._fit()
        self.refresh()
        self.rail.show_step(step)
        before, after = self._route.before, self._route.after
        self.bottombar.show_road(self._title(before), self._title(after), self.page.words)
        self.bottombar.show_actions(self.page.bar)
        self.pane.show_page(self.page)

    def _make_room(self) -> None:
        """Before a page is shown: a window grows at once, and for good, where its parts together ask for more than it has."""
        for page in self._pages.values():  # a stack asks for the room of all its pages, also of those that are not seen
            width = QSizePolicy.Policy.Preferred if page is self.page else QSizePolicy.Policy.Ignored
            page.setSizePolicy(width, width)
        self.page.be_sized(narrow=self._is_narrow, short=self._is_short)
        if not self.page.has_side:
            self.pane.hide()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < px(self, NARROW)

    @property
    def _is_short(self) -> bool:
        return self.height() < px(self, SHORT)

    def _made(self, step: str) -> Page:
        page = make_page(self.desk, self._step(step))
        page.jumped.connect(self.jump)
        page.focused.connect(self.pane.follow)
        page.help_wanted.connect(self._help)
        page.reworded.connect(lambda: self.bottombar.say(self.page.words))
        page.switched.connect(self._show_paper)
        self._stack.addWidget(page)
        gc.freeze()  # a page stays until the case is closed: looking through all of it again and again stops typing for 60 ms
        return page

    def _step(self, name: str) -> Step:
        return next(step for step in road(self.session) if step.id == name)

    def _title(self, name: str) -> str:
        return self._step(name).title if name else ""

    def refresh(self) -> None:
        """Show the session as it is now: bars, rail, and the page that is looked at."""
        self.topbar.refresh()
        self.rail.refresh()
        self.page.refresh()
        self.pane.refresh()

    def commit(self) -> None:
        """Keep what is being typed."""
        if self._route.here in self._pages:
            self.page.commit()

    def pause(self) -> None:
        """The person looks at another window."""
        if self._route.here in self._pages:
            self.page.pause()

    def go_on(self) -> None:
        """The next step, if this one is in order."""
        if self.page.is_passed():
            self.jump(">")

    def go_back(self) -> None:
        """The step before."""
        self.jump(self._route.before)

    def jump(self, goal: str) -> None:
        """Go to a step, to the field or document that a finding speaks of, or on (">")."""
        if goal == ">":
            goal = self._route.after
        if not goal:
            return
        is_step = any(step.id == goal for step in road(self.session))
        self.show_step(goal if is_step else step_of(self.session, goal))
        page = self.page
        QTimer.singleShot(0, page, page.take_focus if is_step else lambda: page.reveal(goal))  # once it has its size

    def shut(self) -> None:
        """The case is being closed: end what runs, remember where one was."""
        gc.unfreeze()
        for page in self._pages.values():
            page.shut()
        if not self.session.is_read_only:
            with suppress(FormsError):  # then one begins at the first step again
                self.session.case.remember(PLACE, self._route.here)

    def look_back(self) -> None:
        """To 確認 and back again to where one came from."""
        self.jump(self._route.origin if self._route.here == CHECK else CHECK)

    def _switch_pane(self) -> None:
        self.settings.change(shows_pane=not self.settings.now.shows_pane)
        self._fit()
        self.pane.refresh()

    def _show_paper(self, paper: bool) -> None:
        self._shows_paper = paper
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new size into account."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size asks for other widths."""
        super().changeEvent(event)
        if is_redressing(event) and self._route.here in self._pages:
            self._fit()

    def _fit(self) -> None:
        narrow, short = self._is_narrow, self._is_short
        for part in (self.topbar, self.bottombar, self.page):
            part.be_sized(narrow=narrow, short=short)
        self.rail.setFixedWidth(px(self, RAIL_NARROW if narrow else RAIL))
        self.rail.be_short(short=short)
        shown = self.page.has_side and (self._shows_paper if narrow else self.settings.now.shows_pane)
        if narrow:
            self.pane.setMaximumWidth(MOST)
            self.pane.setMinimumWidth(0)
            self.page.host(self.pane if shown else None)
        else:
            self.page.host(None)
            self.pane.setFixedWidth(PANE_WIDE if self.width() >= px(self, WIDE) else PANE)
            self._middle.addWidget(self.pane)
        self.pane.setVisible(shown)
        self.topbar.pane.setChecked(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nothing with the cursor wanted."""
        does = left_over(event)
        if does:
            self._actions()[does]()
        else:
            super().keyPressEvent(event)

    def walk_focus(self) -> None:
        """F6: rail → page → pane → bar."""
        for place in onward((self.rail, self._stack, self.pane, self.bottombar), self.window().focusWidget()):
            if place is self._stack:
                self.page.take_focus()
                return
            target = first_focusable(place)
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return
