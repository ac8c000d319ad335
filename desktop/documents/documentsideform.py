"""A form that the program fills, seen page by page beside the list of documents.

Decision: the same look as beside the questions, so that both always agree; asked for only while it is seen.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.documents.documentsidelarge import Fail, LargeView, Show
from desktop.documents.documentsidetools import Pager
from desktop.kit.banners import Banner
from desktop.preview.previewpanelook import Look, look_at
from desktop.preview.previewpanepaper import PaperView
from desktop.preview.previewpanerequest import request_for
from desktop.studio import PICTURES, Job
from forms.errors import FormsError
from forms.plan import Planned

PLACE, PLACE_LARGE = "document.form", "document.form.large"
WIDE = 300  # px


class FormView(QWidget):
    """Shows one page of a form."""

    counted = Signal(str, int)  # the document and how many pages it has

    def __init__(self, desk: Desk) -> None:
        """Nothing is shown yet."""
        super().__init__()
        self._desk = desk
        self._planned: Planned | None = None
        self._page, self._pages = 0, 1
        self._asked: object = None
        self.paper, self.pager, self._fault = PaperView("様式のページ"), Pager(), Banner("warning")
        self._fault.hide()
        self.pager.turn_all.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fault)
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.pager)
        self.pager.turned.connect(self._turn)
        self.pager.opened.connect(self._zoom)

    def show_form(self, planned: Planned, room: int) -> None:
        """Show a form as it would be printed now; `room`: the width there is, in pixels."""
        if self._planned is None or planned.document.id != self._planned.document.id:
            self._page, self._asked = 0, None
            self.paper.show_nothing()
        self._planned = planned
        self.paper.set_paper_width(min(WIDE, room))
        self._ask()

    def _turn(self, by: int) -> None:
        self._page = min(max(self._page + by, 0), self._pages - 1)
        self._ask()

    def _ask(self) -> None:
        if self._planned is None:
            return
        request = request_for(self._desk.session, self._planned.document.id, self._page, self.paper.pixels())
        if request != self._asked:
            self._asked = request
            self._desk.studio.ask(PICTURES, Job(PLACE, look_at, (request, (), ()), self._show, self._fail))

    def _show(self, look: Look) -> None:
        shown = look.preview
        self._fault.hide()
        self._page, self._pages = shown.page, shown.pages
        self.paper.show_page(shown.picture)
        self.pager.show_place("", shown.page, shown.pages)
        self.pager.show()
        self.counted.emit(shown.document, shown.pages)

    def _fail(self, error: FormsError) -> None:
        self._fault.show_words(text=f"様式を表示できませんでした。{error}")
        self._fault.show()

    def _zoom(self) -> None:
        if self._planned is not None:
            LargeView(self, self._planned.title, self._pages, self._ask_large).open(self._page)

    def _ask_large(self, page: int, width: int, show: Show, fail: Fail) -> None:
        if self._planned is not None:
            request = request_for(self._desk.session, self._planned.document.id, page, width)
            job = Job(PLACE_LARGE, look_at, (request, (), ()), lambda look: show(look.preview.picture), fail)
            self._desk.studio.ask(PICTURES, job)
