"""A built packet: that it is proven, how much paper it is, and every sheet, front and back.

Decision: what is counted comes from the receipt, the pictures from the imposed PDF; the sheets of all sets are equal, so the chosen
set changes the pictures only.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.banners import Banner
from desktop.kit.clearing import empty
from desktop.kit.look import px
from desktop.kit.prose import Line
from desktop.kit.switch import Switch
from desktop.packet.sheetcard import SheetCard, drawing_of
from desktop.studio import PICTURES, Job, Studio
from forms.built import Built
from forms.errors import FormsError
from forms.packet.finish import BINDING_NAMES
from forms.packet.receipt import IMPOSED
from forms.positions import set_name

CARD, GAP = 200, 10
SIDE_PIXELS = 400
PLACE = "sheet {} {}"  # a card's number and side: of several pictures wanted there the last one comes


class PacketResult(QWidget):
    """Design picture 07."""

    sheet_wanted = Signal(int)  # a sheet of the shown set (from 0) to look at in large

    def __init__(self, studio: Studio) -> None:
        """Shows nothing until there is a packet."""
        super().__init__()
        self._studio = studio
        self._built: Built | None = None
        self._set = 0
        self._cards: list[SheetCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._top, self._grid, self.tools = QVBoxLayout(), QGridLayout(), QHBoxLayout()
        self._grid.setSpacing(GAP)
        self.tools.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._top)
        self._column.addLayout(self.tools)
        self._column.addLayout(self._grid)
        self._how = Banner("note")
        self._column.addWidget(self._how)
        self._notes = Banner("warning")
        self._notes.hide()
        self._column.addWidget(self._notes)

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """What the renderer could not print as the forms ask for it."""
        self._notes.show_words("印刷で、様式と違うところがあります", "\n".join(notes))
        self._notes.setVisible(bool(notes))

    def show_built(self, built: Built) -> None:
        """Show a packet."""
        self._built = built
        self._set = 0
        empty(self._top)
        self._top.addWidget(_verdict(built))
        self._top.addLayout(_figures(built))
        self._top.addLayout(self._heading(built))
        edge = BINDING_NAMES[built.finish.binding]
        self._how.show_words(text=f"{edge}の両面、拡大縮小なしで印刷します。どの部も新しい用紙から始まります。")
        self._make_cards(built)
        self._draw()

    def _heading(self, built: Built) -> QHBoxLayout:
        row = QHBoxLayout()
        sets = Switch(tuple(set_name(number) for number in range(built.layout.sets)), "どの部を見るか")
        sets.chosen.connect(self._choose_set)
        row.addWidget(Line("用紙のおもてとうら", size=16, bold=True), 1)
        row.addWidget(sets)
        return row

    def _choose_set(self, number: int) -> None:
        self._set = number
        self._draw()

    def _make_cards(self, built: Built) -> None:
        for number, card in enumerate(self._cards):
            for side in (0, 1):
                self._studio.forget(PLACE.format(number, side))
            card.hide()
            card.deleteLater()
        self._cards = [SheetCard(built, sheet) for sheet in range(built.layout.sheets_per_set)]
        for sheet, card in enumerate(self._cards):
            card.clicked.connect(lambda sheet=sheet: self.sheet_wanted.emit(sheet))
        self._place_cards()

    def _place_cards(self) -> None:
        columns = max(1, (self.width() + GAP) // (px(self, CARD) + GAP))
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def fit(self) -> None:
        """The page has another width."""
        self._place_cards()

    def _draw(self) -> None:
        if self._built is None:
            return
        first = self._set * self._built.layout.sheets_per_set
        for number, card in enumerate(self._cards):
            for side in (0, 1):
                arguments = (self._built.folder / IMPOSED, (first + number) * 2 + side, SIDE_PIXELS)
                then, fail = partial(card.show_picture, side), partial(_say_fault, card)
                self._studio.ask(PICTURES, Job(PLACE.format(number, side), drawing_of(self._built, side), arguments, then, fail))


def _say_fault(card: SheetCard, error: FormsError) -> None:
    card.setToolTip(str(error))


def _verdict(built: Built) -> Banner:
    if built.draft:
        said = "どのページにも「下書き」と入っています。提出には、誤りを直してから作り直したものをお使いください。"
        return Banner("warning", "下書きができました", said)
    read = "作ったPDFを読み返し、すべてのページが決められた場所に1回ずつあることを確かめました。"
    return Banner("ok", f"{built.layout.sets}部がそろいました", read)


def _figures(built: Built) -> QHBoxLayout:
    layout = built.layout
    row = QHBoxLayout()
    row.setSpacing(40)
    told = (
        ("1部", f"{layout.pages_per_set}ページ・用紙{layout.sheets_per_set}枚"),
        (f"{layout.sets}部", f"{layout.pages}ページ・用紙{layout.sheets}枚"),
        ("重さの目安", f"約 {-(-built.grams // 10) * 10} g"),
    )
    for label, figure in told:
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(Line(label, size=12, token="text2"))
        cell.addWidget(Line(figure, size=14, bold=True))
        row.addLayout(cell)
    row.addStretch(1)
    return row
