"""The other seam: a thread that drives the builder, tells how far it is, and stops when asked.

Decision: the thread opens the case file for itself and works on the review it was given; what is typed meanwhile comes with the
next build.
"""

import logging
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QThread, Signal

from forms.build import Order, build_packet
from forms.casefile import CaseFile, open_case_file
from forms.errors import FormsError
from forms.progress import Progress
from forms.review import Review

Build = Callable[[CaseFile, Review, Order], Generator[Progress, None, None]]
STUMBLED = "思わぬところで止まりました。前に作ったものはそのまま残っています。もう一度作成してください。"


class PacketWorker(QThread):
    """One build; start it once."""

    progressed = Signal(Progress)
    built = Signal()
    failed = Signal(str)  # one sentence for the user
    stopped = Signal()

    def __init__(self, case: Path, review: Review, order: Order, build: Build = build_packet) -> None:
        """What to build, from the case file at `case`."""
        super().__init__()
        self._case, self._review, self._order, self._build = case, review, order, build

    def run(self) -> None:
        """Drive the builder to its end, or until somebody asks to stop."""
        try:
            with open_case_file(self._case, read_only=True) as case, closing(self._build(case, self._review, self._order)) as steps:
                for progress in steps:
                    if self.isInterruptionRequested():
                        self.stopped.emit()
                        return
                    self.progressed.emit(progress)
            self.built.emit()
        except FormsError as error:
            self.failed.emit(str(error))
        except Exception:
            logging.getLogger("shinsei").exception("a build stopped")
            self.failed.emit(STUMBLED)

    def stop(self) -> None:
        """Ask to stop, and wait until nothing half made is left."""
        self.requestInterruption()
        self.wait()
