"""Choosing what to print: sets, sheets, both sides or two passes; then the system's own printer dialog.

Decision: reprinting sheet 7 of set 3 is as easy as printing everything; a test sheet comes first for whoever does not trust the printer.
"""

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from desktop.editors.wholerow import TickRow
from desktop.kit.banners import Banner
from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.figures import Bar
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet
from desktop.packet.printing import PrintJob, Sides, backs, draw_test_sheet, fronts, set_up, sides_of
from desktop.studio import Studio
from forms.built import Built
from forms.packet.receipt import IMPOSED
from forms.positions import set_name

Ask = Callable[[QPrinter, QWidget, Callable[[], None]], None]


def ask_printer(printer: QPrinter, parent: QWidget, then: Callable[[], None]) -> None:
    """The system's dialog for a printer; `then` once one is chosen."""
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(then)
    dialog.show()


class PrintSheet(Sheet):
    """A panel over the window."""

    def __init__(self, studio: Studio, built: Built, ask: Ask = ask_printer) -> None:
        """What may be printed of a packet; `ask` chooses the printer."""
        super().__init__("印刷", width=620)
        self._studio, self._built, self._ask = studio, built, ask
        self._job: PrintJob | None = None
        self.sets = [QCheckBox(set_name(number)) for number in range(built.layout.sets)]
        self.sheets = QLineEdit()
        self.both_sides = TickRow("プリンターが両面に印刷できる（短辺とじ）")
        self.fault, self._bar = Banner("error"), Bar(height=8)
        self._words = Prose("", size=13, token="text2")
        self.go, self.second = PrimaryButton("印刷...", icon="print"), SecondaryButton("うらを印刷...")
        self._fill()
        self.go.clicked.connect(lambda: self._print(first=True))
        self.second.clicked.connect(lambda: self._print(first=False))
        self.both_sides.toggled.connect(self._suit)
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
        for widget in (label, self.sheets, self.both_sides, self._words, self.fault, self._bar):
            self.body.addWidget(widget)
        self._add_buttons()
        self.fault.hide()
        self._bar.hide()

    def _add_buttons(self) -> None:
        test = SecondaryButton("試し刷り...")
        test.clicked.connect(self._print_test)
        self.foot.addWidget(test)
        self.foot.addStretch(1)
        self.foot.addWidget(self.second)
        self.foot.addWidget(self.go)

    def _suit(self) -> None:
        both = self.both_sides.isChecked()
        self.second.setVisible(not both)
        self.go.set_text("印刷..." if both else "おもてを印刷...")
        two = "はじめに「おもて」をすべて印刷し、出てきた束を、短い辺を軸に裏返して入れ直してから「うら」を印刷します。"
        one = "A4・両面（短辺とじ）・拡大縮小なしで印刷します。ホチキスでは留めません。"
        self._words.set_text(one if both else two)

    def chosen(self) -> Sides | None:
        """The sides that are wanted; None, with a complaint, where the sheets cannot be read."""
        sets = tuple(number for number, box in enumerate(self.sets) if box.isChecked())
        sheets = read_sheets(self.sheets.text(), self._built.layout.sheets_per_set)
        if sets and sheets:
            self.fault.hide()
            return sides_of(self._built.layout, sets, sheets)
        said = f"用紙は 1 から {self._built.layout.sheets_per_set} までの番号で、7 や 2-4,7 のように書いてください。"
        self._complain(said if sets else "印刷する部を選んでください。")
        return None

    def _complain(self, text: str) -> None:
        self.fault.show_words("", text)
        self.fault.show()

    def _print(self, *, first: bool) -> None:
        sides = self.chosen()
        if sides is None:
            return
        both = self.both_sides.isChecked()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, both_sides=both)
        wanted = sides if both else fronts(sides) if first else backs(sides)
        self._ask(printer, self, lambda: self._start(printer, wanted))

    def _start(self, printer: QPrinter, sides: Sides) -> None:
        set_up(printer, both_sides=self.both_sides.isChecked())
        self._job = PrintJob(self._studio, self._built.folder / IMPOSED, sides, printer)
        self._job.progressed.connect(self._tell)  # methods, for who closes this panel meanwhile goes on printing
        self._job.failed.connect(self._complain)
        self._bar.show()
        self._job.start()

    def _tell(self, done: int, total: int) -> None:
        self._bar.show_share(done / total)
        if done == total:
            self._words.set_text(f"{total}面をプリンターに送りました。")

    def _print_test(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, both_sides=self.both_sides.isChecked())
        self._ask(printer, self, lambda: draw_test_sheet(printer))


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
