"""A page seen large, in a sheet over the window.

Decision: it only shows what it is given and says what it wants; the same sheet serves forms and papers.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

from desktop.kit.banners import Banner
from desktop.kit.buttons import SecondaryButton
from desktop.kit.look import px
from desktop.kit.prose import Line
from desktop.kit.sheet import AIR, Sheet
from desktop.preview.previewpanepaper import PaperView
from forms.errors import FormsError
from forms.pdf.pictures import Box, Picture

WIDEST = 1000
BESIDE = 60  # px of the panel that are not paper: its margins and the scroll bar
REST = 80  # ms
TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class PaperSheet(Sheet):
    """`wanted` asks for a picture of `paper.pixels()` width; `turned` for the page before (-1) or after (1)."""

    wanted = Signal()
    turned = Signal(int)

    def __init__(self, title: str) -> None:
        """`title`: what the paper is."""
        super().__init__(title, width=WIDEST)
        self.paper, self._at, self._fault = PaperView("大きく表示したページ"), Line("", token="text2"), Banner("warning")
        self._fault.hide()
        self.before, self.after = SecondaryButton("前のページ", icon="chevron-left"), SecondaryButton("次のページ", icon="chevron-right")
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.body.addWidget(self._fault)
        self.body.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignHCenter)
        self.foot.addWidget(self._at, 1)
        self.foot.addWidget(self.before)
        self.foot.addWidget(self.after)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.wanted)

    def show_place(self, page: int, pages: int) -> None:
        """Say which page (from 0) this is."""
        self._at.set_text(f"{page + 1} / {pages} ページ")
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < pages - 1)

    def show_page(self, picture: Picture, box: Box | None = None) -> None:
        """Show the picture that was asked for."""
        self._fault.hide()
        self.paper.show_page(picture, box)

    def fail(self, error: FormsError) -> None:
        """Say why there is none."""
        self._fault.show_words(text=str(error))
        self._fault.show()

    def _fit(self) -> None:
        self.paper.set_paper_width(max(min(self.width() - 2 * AIR, px(self, WIDEST)) - BESIDE, 200))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the picture."""
        super().showEvent(event)
        self._fit()
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the panel, and ask anew once the size rests."""
        super().resizeEvent(event)
        self._fit()
        self._rest.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page keys turn."""
        step = TURNS.get(Qt.Key(event.key()), 0)
        if step:
            (self.after if step > 0 else self.before).click()
        else:
            super().keyPressEvent(event)
