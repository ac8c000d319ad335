"""Choosing what to print: sets, sheets, both sides or two passes; then the system's own printer dialog.

Decision: reprinting sheet 7 of set 3 is as easy as printing everything; a test sheet comes first for whoever does not trust the printer.
While something is on its way to the printer, nothing else can be sent, and it can be stopped.
"""

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from desktop.editors.wholerow import TickRow
from desktop.kit.banners import Banner
from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet
from desktop.packet.printing import LONG_EDGE, ONE_SIDE, SHORT_EDGE, Sides, Way, backs, fronts, set_up, sides_of
from desktop.packet.printline import Ask, PrintLine, ask_printer
from desktop.packet.testsheet import draw_test_sheet
from desktop.studio import Studio
from forms.built import Built
from forms.packet.finish import BINDING_NAMES
from forms.packet.receipt import IMPOSED
from forms.positions import Binding, set_name

EDGES: dict[Binding, tuple[QPrinter.DuplexMode, str]] = {"short_edge": (SHORT_EDGE, "短い辺"), "long_edge": (LONG_EDGE, "長い辺")}
PASSES = (
    "1　「おもてを印刷」で、選んだ用紙のおもてをすべて印刷します。\n"
    "2　出てきた束を、順を変えずに{edge}を軸に裏返し、給紙トレイに入れ直します。\n"
    "3　「うらを印刷」で、うらをすべて印刷します。\n"
    "はじめは用紙を1枚だけ選んで、向きと順をお確かめください。"
)


class PrintSheet(Sheet):
    """A panel over the window."""

    def __init__(self, studio: Studio, built: Built, ask: Ask = ask_printer) -> None:
        """What may be printed of a packet; `ask` chooses the printer."""
        super().__init__("印刷", width=620)
        self._built, self._ask = built, ask
        self._edge, self._edge_words = EDGES[built.finish.binding]
        self._edge_name = BINDING_NAMES[built.finish.binding]
        self.sets = [QCheckBox(set_name(number)) for number in range(built.layout.sets)]
        self.sheets = QLineEdit()
        self.both_sides = TickRow(f"プリンターが両面に印刷できる（{self._edge_name}）")
        self.reverse = TickRow("束が逆の順に出てくる（最後の用紙がいちばん上になる）")
        self.fault, self.line = Banner("error"), PrintLine(studio, ask)
        self._count, self._words = Line("", size=14, bold=True), Prose("", size=13, token="text2")
        self.go, self.second = PrimaryButton("印刷...", icon="print"), SecondaryButton("うらを印刷...")
        self.test = SecondaryButton("試し刷り...")
        self._fill()
        self._connect()
        self._suit()

    def _fill(self) -> None:
        row = QHBoxLayout()
        for box in self.sets:
            box.setChecked(True)
            row.addWidget(box)
        row.addStretch(1)
        self.body.addWidget(Line("どの部を", size=14, bold=True))
        self.body.addLayout(row)
        label = Line("どの用紙を", size=14, bold=True)
        label.setBuddy(self.sheets)
        self.sheets.setAccessibleName("どの用紙を")
        self.sheets.setPlaceholderText(f"すべて（1-{self._built.layout.sheets_per_set}）。一部だけなら 7 や 2-4,7 のように")
        self.both_sides.setChecked(True)
        for widget in (label, self.sheets, self._count, self.both_sides, self.reverse, self._words, self.fault, self.line):
            self.body.addWidget(widget)
        for button in (self.test, self.second, self.go):
            self.foot.addWidget(button)
        self.foot.insertStretch(1, 1)
        self.fault.hide()

    def _connect(self) -> None:
        self.go.clicked.connect(lambda: self._print(first=True))
        self.second.clicked.connect(lambda: self._print(first=False))
        self.test.clicked.connect(self._print_test)
        self.both_sides.toggled.connect(self._suit)
        self.sheets.textChanged.connect(self._tell_count)
        for box in self.sets:
            box.toggled.connect(self._tell_count)
        self.line.busy.connect(self._be_busy)

    def _be_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's own argument
        for button in (self.go, self.second, self.test):
            button.setEnabled(not busy)

    def _suit(self) -> None:
        both = self.both_sides.isChecked()
        self.second.setVisible(not both)
        self.reverse.setVisible(not both)
        self.go.set_text("印刷..." if both else "おもてを印刷...")
        one = f"A4・両面（{self._edge_name}）・拡大縮小なしで印刷します。ホチキスでは留めません。"
        self._words.set_text(one if both else PASSES.format(edge=self._edge_words))
        self._tell_count()

    def _tell_count(self) -> None:
        """How much paper that is."""
        sets, sheets = self._wanted()
        self._count.set_text(f"用紙{len(sheets)}枚×{len(sets)}部、計{len(sheets) * len(sets)}枚" if sets and sheets else "")

    def _wanted(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        sets = tuple(number for number, box in enumerate(self.sets) if box.isChecked())
        return sets, read_sheets(self.sheets.text(), self._built.layout.sheets_per_set)

    def chosen(self) -> Sides | None:
        """The sides that are wanted; None, with a complaint, where the sheets cannot be read."""
        sets, sheets = self._wanted()
        if sets and sheets:
            self.fault.hide()
            return sides_of(self._built.layout, sets, sheets)
        said = f"用紙は 1 から {self._built.layout.sheets_per_set} までの番号で、7 や 2-4,7 のように書いてください。"
        self.fault.show_words("", said if sets else "印刷する部を選んでください。")
        self.fault.show()
        return None

    def _print(self, *, first: bool) -> None:
        sides = self.chosen()
        if sides is None:
            return
        if self.both_sides.isChecked():
            self.line.print(self._built.folder / IMPOSED, sides, Way(self._edge))
        else:
            wanted = fronts(sides) if first else backs(sides, reverse=self.reverse.isChecked())
            self.line.print(self._built.folder / IMPOSED, wanted, Way(ONE_SIDE))

    def _print_test(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        way = Way(self._edge if self.both_sides.isChecked() else ONE_SIDE)
        set_up(printer, way)

        def draw() -> None:
            set_up(printer, way)
            draw_test_sheet(printer, self._edge)

        self._ask(printer, self, draw)


def read_sheets(text: str, last: int) -> tuple[int, ...]:
    """Sheets (from 0) that "2-4,7" names; all for nothing, none where it cannot be read or names one that there is not."""
    narrow = text.translate(str.maketrans("０１２３４５６７８９－ー、，〜～", "0123456789--,,--")).replace(" ", "")
    if not narrow:
        return tuple(range(last))
    chosen: set[int] = set()
    for part in narrow.split(","):
        first, dash, final = part.partition("-")
        if not (first.isdecimal() and (final.isdecimal() if dash else True)):
            return ()
        chosen |= set(range(int(first) - 1, int(final or first)))
    return tuple(sorted(chosen)) if chosen and min(chosen) >= 0 and max(chosen) < last else ()
