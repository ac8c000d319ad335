"""How many pages the forms have that the program fills: known only once they are drawn, so they are drawn in quiet moments.

Decision: one form at a time, each asked for when the one before is there, so that a thumbnail never waits for all of them.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.desk import Desk
from desktop.preview.previewpanelook import look_at
from desktop.preview.previewpanerequest import request_for
from desktop.studio import PICTURES, Job
from forms.preview import PreviewRequest

REST = 600  # ms after the last change
PLACE = "documents.pages"


class FormPages(QObject):
    """Counts; what was counted stays until a form is counted anew."""

    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing is counted yet."""
        super().__init__()
        self._desk = desk
        self._known: dict[str, int] = {}
        self._asked: dict[str, PreviewRequest] = {}
        self._forms: tuple[str, ...] = ()
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._ask)

    def pages(self, document: str) -> int:
        """The pages of a form, 0 while they are not known."""
        return self._known.get(document, 0)

    def keep(self, document: str, pages: int) -> None:
        """Somebody who drew it knows."""
        if self._known.get(document) != pages:
            self._known[document] = pages
            self.counted.emit()

    def count(self, forms: tuple[str, ...]) -> None:
        """Count these soon."""
        self._forms = forms
        self._rest.start()

    def stop(self) -> None:
        """Nobody looks at them any more."""
        self._rest.stop()
        self._forms = ()

    def _ask(self) -> None:
        for form in self._forms:
            request = request_for(self._desk.session, form, 0, 1)
            if self._asked.get(form) != request:
                self._asked[form] = request
                job = Job(PLACE, look_at, (request, (), ()), lambda look: self._keep(look.preview.document, look.preview.pages), self._pass)
                self._desk.studio.ask(PICTURES, job)
                return

    def _keep(self, document: str, pages: int) -> None:
        self.keep(document, pages)
        self._ask()

    def _pass(self, _: object) -> None:
        """A form that cannot be drawn has no pages to tell; the side says why."""
        self._ask()
