"""What a document is asked for, what may stand in, where one gets it, what is done by hand: the words of the call's data."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.banners import Banner
from desktop.kit.iconlabel import IconLabel
from desktop.kit.prose import Line, Prose
from forms.plan import Planned

HEADS = (
    ("by_hand", "手で行うこと", "pencil"),
    ("why", "なぜ必要か", "question"),
    ("instead", "代わりになるもの", "swap"),
    ("where", "どこでもらうか", "pencil"),
)


class DocumentFacts(QWidget):
    """A column of short sections, and the notes on the papers."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(10)

    def show_planned(self, planned: Planned, extra: tuple[str, ...]) -> None:
        """Show what the data says of it; `extra`: more notes."""
        shown = (planned, extra)
        if shown == self._shown:
            return
        self._shown = shown
        while taken := self._column.takeAt(0):
            if (gone := taken.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for key, head, icon in HEADS:
            text = getattr(planned.document, key)
            if text:
                self._column.addWidget(_section(head, text, icon))
        self._column.addWidget(_section("根拠", planned.document.source, "note"))
        for note in (*extra, *(f"{paper.name}：{note}" for paper in planned.papers for note in paper.notes)):
            self._column.addWidget(Banner("note", text=note))


def _section(head: str, text: str, icon: str) -> QWidget:
    section = QWidget()
    row = QHBoxLayout(section)
    row.setContentsMargins(8, 0, 0, 0)
    row.setSpacing(18)
    row.addWidget(IconLabel(icon, 16), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Line(head, size=13, token="text2"))
    words.addWidget(Prose(text, size=13, token="text"))
    row.addLayout(words, 1)
    return section
