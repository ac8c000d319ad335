"""Pictures of the pages of papers, drawn by the worker, which reads the case file itself, and kept here while the page lives.

Decision: a picture that is there is shown at once; whether it still is what will be printed (a paper may have been turned) the
worker finds out by the bytes, once after each change of the case.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk
from desktop.studio import PICTURES, Job
from forms.casefile import Attached, open_case_file
from forms.errors import FormsError
from forms.pdf.pictures import Picture, page_picture

MOST = 150  # pictures kept


@dataclass(frozen=True)
class Wish:
    """One page (from 0) of a paper, so many pixels wide; papers are told apart by the id and the bytes that were given."""

    paper: int
    sha256: str
    page: int
    width: int


@dataclass(frozen=True)
class Drawn:
    """A picture, and of what printable bytes it was made; no picture where those are what the asker knows already."""

    digest: str
    picture: Picture | None


def draw_paper_page(case: Path, paper: Attached, wish: Wish, known: str) -> Drawn:
    """Draw a page of a paper in a case file; runs in the worker. Raises FormsError."""
    with open_case_file(case, read_only=True) as opened:
        pdf = opened.pdf(paper)
    digest = hashlib.sha256(pdf).hexdigest()
    return Drawn(digest, None if digest == known else page_picture(pdf, wish.page, wish.width))


class Thumbnails(QObject):
    """Asks for pictures and keeps them."""

    landed = Signal(object, object)  # the Wish and its Picture
    failed = Signal(object, str)  # the Wish, and why there is none

    def __init__(self, desk: Desk) -> None:
        """Nothing is drawn yet."""
        super().__init__()
        self._desk = desk
        self._kept: OrderedDict[Wish, Drawn] = OrderedDict()
        self._sure: set[Wish] = set()

    def look_again(self) -> None:
        """The case may have changed: what is wanted from now on is compared with its papers."""
        self._sure.clear()

    def want(self, paper: Attached, page: int, width: int) -> Wish:
        """Have a page drawn unless `picture` has it already and it still holds; what comes is announced by `landed`."""
        wish = Wish(paper.id, paper.sha256, page, width)
        known = self._kept.get(wish)
        if wish not in self._sure:
            self._sure.add(wish)
            self._ask(wish, paper, known.digest if known else "")
        return wish

    def picture(self, wish: Wish) -> Picture | None:
        """What has been drawn already."""
        known = self._kept.get(wish)
        return known.picture if known else None

    def _ask(self, wish: Wish, paper: Attached, known: str) -> None:
        def fail(error: FormsError) -> None:
            self._sure.discard(wish)
            self.failed.emit(wish, str(error))

        place = f"paper {wish.paper} {wish.page} {wish.width}"
        arguments = (self._desk.session.case.path, paper, wish, known)
        self._desk.studio.ask(PICTURES, Job(place, draw_paper_page, arguments, lambda drawn: self._keep(wish, drawn), fail))

    def _keep(self, wish: Wish, drawn: Drawn) -> None:
        if drawn.picture is not None:
            self._kept[wish] = drawn
            self._kept.move_to_end(wish)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
            self.landed.emit(wish, drawn.picture)
