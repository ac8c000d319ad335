"""A case that is open in the window: its lock, session, worker and view, opened and closed together.

Decision: this module is what loads the library whole; the window imports it late.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop.desk import Desk
from desktop.frame.caseview import CaseView
from desktop.holding import Held, hold
from desktop.session import Session
from desktop.settings import SettingsFile
from desktop.start.recents import recent_of
from desktop.studio import Studio


@dataclass(frozen=True)
class Opened:
    """Everything that belongs to the open case."""

    held: Held
    session: Session
    studio: Studio
    view: CaseView

    @property
    def name(self) -> str:
        """Whose case it is, for the window's title."""
        return self.session.facts.text(self.session.call.terms.packet.applicant) or self.held.case.path.stem

    def is_of(self, path: Path) -> bool:
        """Whether it is the case at that path."""
        return path.exists() and path.samefile(self.held.case.path)

    def close(self, settings: SettingsFile, now: datetime) -> None:
        """Keep what is being typed, remember the case, give everything back."""
        self.view.commit()
        self.view.shut()
        settings.keep(settings.now.with_recent(recent_of(self.session, now)))
        self.studio.close()
        self.held.close()


def open_case(path: Path, today: date, settings: SettingsFile, calls: Path | None) -> Opened:
    """Open a case. Raises FormsError, and then nothing stays open."""
    with ExitStack() as undo:
        held = hold(path, datetime.now())
        undo.callback(held.close)
        session = Session(held.case, today, calls=calls, holder=held.words)
        undo.pop_all()
    studio = Studio()
    view = CaseView(Desk(session, studio, settings))
    settings.keep(settings.now.with_recent(recent_of(session, datetime.now())))
    return Opened(held, session, studio, view)
