"""The papers of one document side by side, in the order in which they will be printed.

Decision: cards are kept by the paper's id, so that a change moves and renames them and nothing flickers.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.documents.documentsidecard import PaperCard
from desktop.documents.dropping import PAPER
from desktop.documents.thumbnails import Thumbnails, Wish
from desktop.kit.look import px, tokens_of
from forms.casefile import Attached
from forms.pdf.pictures import Picture

LEAST, GAP = 118, 6  # px


class PaperGrid(QWidget):
    """`moved` carries a paper's id and the place (from 0) that it is to have."""

    selected = Signal(object)  # the paper
    moved = Signal(int, int)
    removed = Signal(object)
    opened = Signal(object)

    def __init__(self, thumbnails: Thumbnails) -> None:
        """Empty."""
        super().__init__()
        self._thumbnails = thumbnails
        self._cards: list[PaperCard] = []
        self._wishes: dict[Wish, PaperCard] = {}
        self._pages: dict[int, int] = {}
        self._chosen = -1
        self._drop_at = -1
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        thumbnails.landed.connect(self._land)

    @property
    def cards(self) -> list[PaperCard]:
        """In order."""
        return self._cards

    @property
    def chosen(self) -> Attached | None:
        """The paper that is selected."""
        return next((card.paper for card in self._cards if card.paper.id == self._chosen), None)

    def page_of(self, paper: Attached) -> int:
        """The page (from 0) that is shown of a paper."""
        return min(self._pages.get(paper.id, 0), paper.pages - 1)

    def show_page(self, paper: Attached, page: int) -> None:
        """Show another page of a paper."""
        self._pages[paper.id] = min(max(page, 0), paper.pages - 1)
        self._want()

    def show_papers(self, papers: tuple[Attached, ...]) -> None:
        """Show these, in this order; what was selected stays so, or its neighbour takes over."""
        known = {card.paper.id: card for card in self._cards}
        places = [card.paper.id for card in self._cards]
        at = places.index(self._chosen) if self._chosen in places else 0
        cards = [known.pop(paper.id) if paper.id in known else self._card(paper) for paper in papers]
        for card in known.values():
            card.hide()
            card.deleteLater()
        self._cards = cards
        for card, paper in zip(cards, papers, strict=True):
            if card.paper != paper:
                card.set_paper(paper)
        if self.chosen is None and papers:
            self._chosen = papers[min(at, len(papers) - 1)].id
        self._mark()
        self._arrange()
        self._want()

    def _card(self, paper: Attached) -> PaperCard:
        card = PaperCard(paper)
        card.setParent(self)
        card.clicked.connect(lambda: self._choose(card))
        card.walked.connect(lambda by: self._walk(card, by))
        card.moved.connect(lambda by: self._move(card.paper, by))
        card.removed.connect(lambda: self.removed.emit(card.paper))
        card.opened.connect(lambda: self.opened.emit(card.paper))
        card.show()
        return card

    def _is_place(self, place: int) -> bool:
        return 0 <= place < len(self._cards)

    def _choose(self, card: PaperCard) -> None:
        self._chosen = card.paper.id
        self._mark()
        self.selected.emit(card.paper)

    def _walk(self, card: PaperCard, by: int) -> None:
        place = self._cards.index(card) + by
        if self._is_place(place):
            self._choose(self._cards[place])
            self._cards[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, paper: Attached, by: int) -> None:
        if self._is_place(paper.place + by):
            self.moved.emit(paper.id, paper.place + by)

    def _mark(self) -> None:
        for card in self._cards:
            card.select(selected=card.paper.id == self._chosen)

    def _want(self) -> None:
        """Have the pages drawn that are shown."""
        self._wishes = {}
        for card in self._cards:
            wish = self._thumbnails.want(card.paper, self.page_of(card.paper), card.picture_width())
            self._wishes[wish] = card
            picture = self._thumbnails.picture(wish)
            if picture is not None:
                card.show_picture(picture)

    def _land(self, wish: Wish, picture: Picture) -> None:
        if wish in self._wishes:
            self._wishes[wish].show_picture(picture)

    def _columns(self, width: int) -> int:
        return max((width + px(self, GAP)) // (px(self, LEAST) + px(self, GAP)), 1)

    def _arrange(self) -> None:
        columns, gap = self._columns(self.width()), px(self, GAP)
        wide = (self.width() - gap * (columns - 1)) // columns
        top = high = 0
        before: QWidget | None = None
        for number, card in enumerate(self._cards):
            card.set_card_width(wide)
            if number % columns == 0:
                top, high = (top + high + gap if number else 0), 0
            card.move((number % columns) * (wide + gap), top)
            high = max(high, card.height())
            if before is not None:
                QWidget.setTabOrder(before, card)
            before = card
        self.setFixedHeight(top + high)

    def set_grid_width(self, width: int) -> None:
        """Be so wide, in pixels."""
        if width != self.width():
            self.setFixedWidth(width)
            self._arrange()
            self._want()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One of these papers; files are for the whole side."""
        if event.mimeData().hasFormat(PAPER):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self._drop_at = self._place_at(event.position().x(), event.position().y())
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went on."""
        self._drop_at = -1
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there."""
        paper = int(event.mimeData().data(PAPER).data())
        place = self._place_at(event.position().x(), event.position().y())
        was = next((card.paper.place for card in self._cards if card.paper.id == paper), len(self._cards))
        self._drop_at = -1
        self.update()
        event.acceptProposedAction()
        self.moved.emit(paper, place - 1 if was < place else place)

    def _place_at(self, x: float, y: float) -> int:
        """Before which card a point lies."""
        for number, card in enumerate(self._cards):
            box: QRect = card.geometry()
            if y <= box.bottom() and x < box.center().x():
                return number
        return len(self._cards)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The place to which something is being dragged."""
        if self._drop_at >= 0 and self._cards:
            card = self._cards[min(self._drop_at, len(self._cards) - 1)].geometry()
            left = card.left() - 4 if self._drop_at < len(self._cards) else card.right() + 2
            QPainter(self).fillRect(left, card.top(), 3, card.height(), QColor(tokens_of(self).accent))
