"""A sheet with a list of things to choose one of: samples, earlier cases. Each is a button with a sentence below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.kit.banners import Banner
from desktop.kit.prose import Prose
from desktop.kit.sheet import Sheet
from desktop.start.startpageaction import ActionRow


@dataclass(frozen=True)
class Pick:
    """One thing to choose."""

    title: str
    note: str
    icon: str
    choose: Callable[[], None]


class PickSheet(Sheet):
    """What is chosen closes the sheet itself, or says by `complain` why it cannot be taken."""

    def __init__(self, title: str, intro: str = "") -> None:
        """Nothing to choose from yet."""
        super().__init__(title, width=600)
        self.setObjectName("picks")
        self._fault = Banner("error")
        self._fault.hide()
        self.rows: list[ActionRow] = []
        self.body.setSpacing(2)
        self.body.setContentsMargins(20, 4, 20, 20)
        self.foot.setContentsMargins(0, 0, 0, 0)
        if intro:
            self.body.addWidget(Prose(intro, size=14))
            self.body.addSpacing(6)
        self.body.addWidget(self._fault)

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Add more to choose from."""
        for pick in picks:
            self.rows.append(self._row(pick))
            self.body.addWidget(self.rows[-1])

    def _row(self, pick: Pick) -> ActionRow:
        row = ActionRow(pick.title, pick.note, pick.icon)
        row.clicked.connect(pick.choose)
        return row

    def complain(self, text: str) -> None:
        """Say in place why a choice could not be taken."""
        self._fault.show_words(text=text)
        self._fault.show()
        self._scroll.reveal(self._fault)
