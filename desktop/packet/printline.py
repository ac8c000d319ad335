"""Something on its way to the printer, in one line: how far it is, the way to stop it, what went wrong.

Decision: one line sends one thing at a time; asking for the printer is a parameter, so that a test prints into a file.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.banners import Banner
from desktop.kit.buttons import SecondaryButton
from desktop.kit.figures import Bar
from desktop.kit.prose import Line
from desktop.packet.printing import PrintJob, Sides, Way, set_up
from desktop.studio import Studio

Ask = Callable[[QPrinter, QWidget, Callable[[], None]], None]
STOPPED = "中止しました。プリンターに送った分は、そのまま出てくることがあります。"


def ask_printer(printer: QPrinter, parent: QWidget, then: Callable[[], None]) -> None:
    """The system's dialog for a printer; `then` once one is chosen."""
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)


class PrintLine(QWidget):
    """`busy` says whether something is being sent."""

    busy = Signal(bool)

    def __init__(self, studio: Studio, ask: Ask = ask_printer) -> None:
        """Nothing is being printed; `ask` chooses the printer."""
        super().__init__()
        self._studio, self._ask = studio, ask
        self._job: PrintJob | None = None
        self._fault, self._bar, self._words = Banner("error"), Bar(height=8), Line("", size=13, token="text2")
        self.stop = SecondaryButton("中止する", icon="square").make_small()
        self.stop.clicked.connect(self._stop)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.stop)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fault)
        column.addWidget(self._bar)
        column.addLayout(row)
        for widget in (self._fault, self._bar, self._words, self.stop):
            widget.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way."""
        return self._job is not None and self._job.is_printing

    def print(self, file: Path, sides: Sides, way: Way) -> None:
        """Ask for a printer, then send pages of a PDF to it; nothing happens while something else is on its way."""
        if self.is_busy:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, way)

        def start() -> None:
            set_up(printer, way)  # whatever was chosen in the dialog, the paper lies as it must
            self.begin(PrintJob(self._studio, file, sides, printer))

        self._ask(printer, self, start)

    def begin(self, job: PrintJob) -> None:
        """Send it, and say how far it is."""
        if self.is_busy:
            return
        self._job = job
        job.progressed.connect(self._tell)  # methods, for who closes this panel meanwhile goes on printing
        job.failed.connect(self.complain)
        job.stopped.connect(self._be_stopped)
        self._fault.hide()
        self._show(running=True)
        self._words.set_text("プリンターに送っています")
        job.start()

    def _show(self, *, running: bool) -> None:
        self._bar.setVisible(running)
        self.stop.setVisible(running)
        self._words.show()
        self.busy.emit(running)

    def _tell(self, done: int, total: int) -> None:
        self._bar.show_share(done / total)
        if done == total:
            self._show(running=False)
            self._words.set_text(f"{total}面をプリンターに送りました。")
        else:
            self._words.set_text(f"{total}面のうち {done}面をプリンターに送りました")

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _be_stopped(self) -> None:
        self._show(running=False)
        self._words.set_text(STOPPED)

    def complain(self, sentence: str) -> None:
        """Say why nothing comes out."""
        self._show(running=False)
        self._words.hide()
        self._fault.show_words("", sentence)
        self._fault.show()
