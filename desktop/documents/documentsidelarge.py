"""A document's pages seen large, one after the other."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.around.sheets import lay_over
from desktop.preview.previewpanesheet import PaperSheet
from forms.errors import FormsError
from forms.pdf.pictures import Picture

Show = Callable[[Picture], None]
Fail = Callable[[FormsError], None]
Ask = Callable[[int, int, Show, Fail], None]  # the page (from 0), its width in pixels, and whom to tell


class LargeView(QObject):
    """Lives as long as its sheet."""

    def __init__(self, over: QWidget, title: str, pages: int, ask: Ask) -> None:
        """`ask` has a page drawn."""
        super().__init__(over)
        self._ask, self._page, self._pages = ask, 0, pages
        self._is_open = True
        self.sheet = PaperSheet(title)
        self.sheet.wanted.connect(self._want)
        self.sheet.turned.connect(lambda by: self.go(self._page + by))
        self.sheet.closed.connect(self._end)

    def open(self, page: int) -> None:
        """Show it, beginning with that page."""
        self._page = page
        self.sheet.show_place(page, self._pages)
        lay_over(self.parent(), self.sheet)  # type: ignore[arg-type]

    def go(self, page: int) -> None:
        """Show another page."""
        self._page = min(max(page, 0), self._pages - 1)
        self.sheet.show_place(self._page, self._pages)
        self._want()

    def _want(self) -> None:
        page = self._page
        self._ask(page, self.sheet.paper.pixels(), lambda picture: self._show(page, picture), self._fail)

    def _show(self, page: int, picture: Picture) -> None:
        if self._is_open and page == self._page:
            self.sheet.show_page(picture)

    def _fail(self, error: FormsError) -> None:
        if self._is_open:
            self.sheet.fail(error)

    def _end(self) -> None:
        self._is_open = False
        self.deleteLater()
