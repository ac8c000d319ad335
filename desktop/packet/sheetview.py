"""One sheet in large: front above, back below, with the way to the sheets before and after."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from desktop.kit.buttons import ToolButton
from desktop.kit.paper import PaperPicture
from desktop.kit.prose import Line
from desktop.kit.sheet import Sheet
from desktop.packet.sheetcard import drawing_of
from desktop.studio import PICTURES, Job, Studio
from forms.built import Built
from forms.packet.receipt import IMPOSED
from forms.pdf.pictures import Picture

PIXELS = 1200
SIDES = ("おもて", "うら")
PLACE = "large {}"


class SheetView(Sheet):
    """A panel over the window; ← and → turn the sheets."""

    def __init__(self, studio: Studio, built: Built, sheet: int) -> None:
        """Shows a sheet (from 0) of the original."""
        super().__init__("用紙", width=1000)
        self._studio, self._built, self._sheet = studio, built, sheet
        self._words = Line("", size=13, token="text2")
        self._papers = tuple(PaperPicture(name, width=900) for name in SIDES)
        self._back, self._forth = ToolButton("chevron-left", "前の用紙"), ToolButton("chevron-right", "次の用紙")
        self._back.clicked.connect(lambda: self._turn(-1))
        self._forth.clicked.connect(lambda: self._turn(1))
        head = QHBoxLayout()
        for widget in (self._back, self._forth):
            head.addWidget(widget)
        head.addWidget(self._words, 1)
        self.body.addLayout(head)
        for side, paper in enumerate(self._papers):
            self.body.addWidget(Line(SIDES[side], size=12, token="text2"))
            self.body.addWidget(paper)
        self.closed.connect(self._end)
        self._turn(0)

    def _turn(self, by: int) -> None:
        self._sheet = max(0, min(self._built.layout.sheets_per_set - 1, self._sheet + by))
        self._words.set_text(f"用紙 {self._sheet + 1} / {self._built.layout.sheets_per_set}　{'・'.join(self._built.labels_on(self._sheet))}")
        self._back.setEnabled(self._sheet > 0)
        self._forth.setEnabled(self._sheet + 1 < self._built.layout.sheets_per_set)
        for side, paper in enumerate(self._papers):
            arguments = (self._built.folder / IMPOSED, self._sheet * 2 + side, PIXELS)
            show = partial(show_on, paper)
            job = Job(PLACE.format(side), drawing_of(self._built, side), arguments, show, lambda error: self._words.set_text(str(error)))
            self._studio.ask(PICTURES, job)

    def _end(self) -> None:
        """Closed: no picture is wanted any more."""
        for side in range(len(SIDES)):
            self._studio.forget(PLACE.format(side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → turn the sheets; the rest is the panel's."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._turn(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def show_on(paper: PaperPicture, picture: Picture) -> None:
    """Put a drawn page on a paper."""
    paper.show_picture(picture.width, picture.height, picture.rgb)
