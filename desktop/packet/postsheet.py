"""What goes around the packet, ready to be opened and printed: labels, the letter, tabs, the calendar, the check sheet.

Decision: only what lies in the packet's folder is offered, so that a packet of an older version shows what it has.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from desktop.kit.button import Button
from desktop.kit.buttons import SecondaryButton
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet
from desktop.packet.printing import PORTRAIT, Sides, Way
from desktop.packet.printline import Ask, PrintLine, ask_printer
from desktop.studio import PICTURES, Job, Studio
from forms.built import Built
from forms.packet.receipt import CHECK_SHEET
from forms.pdf.pictures import page_count
from forms.post.writing import CALENDAR, LABEL_A4, LABEL_LETTERPACK, LETTER, POST, TABS


@dataclass(frozen=True)
class Piece:
    """A file of the packet's folder; what cannot be printed is opened only."""

    name: str
    title: str
    text: str
    is_printed: bool = True


PIECES = (
    Piece(f"{POST}/{LETTER}", "送付状", "いちばん上に1枚入れます。"),
    Piece(f"{POST}/{LABEL_A4}", "宛名ラベル（A4）", "角形2号の封筒の表に貼ります。"),
    Piece(f"{POST}/{LABEL_LETTERPACK}", "宛名ラベル（レターパック）", "「お届け先」と「ご依頼主」の欄に、切って貼ります。"),
    Piece(f"{POST}/{TABS}", "資料番号のインデックス", "付けるときに、切って折り、用紙の右端に貼ります。"),
    Piece(CHECK_SHEET, "封入チェックシート", "数えながら印を付けます。封筒には入れません。"),
    Piece(f"{POST}/{CALENDAR}", "日程（カレンダー）", "締切と優先期限を、お使いの予定表に取り込みます。", is_printed=False),
)


class PostSheet(Sheet):
    """A panel over the window; `open_wanted`: a file of the packet's folder is to be opened."""

    open_wanted = Signal(str)

    def __init__(self, studio: Studio, built: Built, ask: Ask = ask_printer) -> None:
        """What lies in that packet's folder; `ask` chooses the printer."""
        super().__init__("宛名と送付状", width=680)
        self._studio, self._built = studio, built
        self.line = PrintLine(studio, ask)
        self._buttons: list[Button] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        for row, piece in enumerate(piece for piece in PIECES if (built.folder / piece.name).is_file()):
            self._add(grid, row, piece)
        self.body.addWidget(Prose("A4の紙に、片面・拡大縮小なしで印刷します。", size=13, token="text2"))
        self.body.addLayout(grid)
        self.body.addWidget(self.line)
        self.line.busy.connect(self._be_busy)

    def _add(self, grid: QGridLayout, row: int, piece: Piece) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Line(piece.title, size=14, bold=True))
        words.addWidget(Prose(piece.text, size=13, token="text2"))
        grid.addLayout(words, row, 0)
        look = SecondaryButton("開く", icon="external").make_small()
        look.setAccessibleName(f"{piece.title}を開く")
        look.clicked.connect(partial(self.open_wanted.emit, piece.name))
        grid.addWidget(look, row, 1, Qt.AlignmentFlag.AlignVCenter)
        if piece.is_printed:
            button = SecondaryButton("印刷...", icon="print").make_small()
            button.setAccessibleName(f"{piece.title}を印刷")
            button.clicked.connect(lambda: self._print(piece))
            self._buttons.append(button)
            grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignVCenter)

    def _be_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's own argument
        for button in self._buttons:
            button.setEnabled(not busy)

    def _print(self, piece: Piece) -> None:
        """Count the pages where PDFs are read, then print them all."""
        file = self._built.folder / piece.name
        then = partial(self._send, piece)
        self._studio.ask(PICTURES, Job("", page_count, (file,), then, lambda error: self.line.complain(str(error))))

    def _send(self, piece: Piece, pages: int) -> None:
        self.line.print(self._built.folder / piece.name, Sides(tuple(range(pages))), Way(orientation=PORTRAIT))
