"""What the page has to say at once: one sign, one sentence, at most one action. It stays until its reason is gone."""

from types import MappingProxyType

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.kit.buttons import LOWEST, LinkButton
from desktop.kit.glyphs import Glyph
from desktop.kit.iconlabel import IconLabel
from desktop.kit.look import is_redressing, px, tokens_of
from desktop.kit.plates import Plate, draw_plate
from desktop.kit.prose import Line, Prose

KINDS = MappingProxyType(  # kind: ground, edge, sign, colour of the title
    {
        "note": ("sunken", "line", "note", "text"),
        "offer": ("tint", "", "note", "text"),
        "ok": ("ok_tint", "ok_edge", "ready", "text"),
        "warning": ("warn_tint", "warn_edge", "warning", "warn"),
        "error": ("err_tint", "err_edge", "error", "err"),
    }
)
RADIUS = 8


class Banner(QFrame):
    """`kind`: note, offer, ok, warning or error; `body` takes what comes below the text."""

    acted = Signal()

    def __init__(self, kind: str, title: str = "", text: str = "", action: str = "") -> None:
        """Without a title it is a low line, with one a plate."""
        super().__init__()
        self._kind = kind
        self._title = Prose("", size=16, token=KINDS[kind][3], bold=True)
        self._text = Prose("", size=13, token="text")
        self._sign = Glyph(KINDS[kind][2], size=18)
        self._action = LinkButton("", wraps=True)
        self._action.set_size(13)
        self.body = QVBoxLayout()
        self._action.clicked.connect(self.acted)
        self._lay_out()
        self.show_words(title, text, action)

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self._title)
        self._words.addWidget(self._text)
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addLayout(self._words, 1)
        first.addWidget(self._action, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(self.body)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)

    def show_words(self, title: str = "", text: str = "", action: str = "") -> None:
        """Say something else."""
        for widget, words in ((self._title, title), (self._text, text), (self._action, action)):
            widget.set_text(words)
            widget.setVisible(bool(words))
        self.setAccessibleName("。".join(words.rstrip("。") for words in (title, text) if words))
        self._fit()

    def _fit(self) -> None:
        """Bring sign, first line and action to one height."""
        titled = not self._title.isHidden()
        line = (self._title if titled else self._text).minimumSizeHint().height()
        first = max(line, px(self, LOWEST) if not self._action.isHidden() else 0)
        self._sign.set_size(18 if titled else 16)
        self._sign.setMinimumHeight(first)
        self._words.setContentsMargins(0, (first - line) // 2, 0, 0)
        high = px(self, 12 if titled else 6) - (first - line) // 2
        self._row.setContentsMargins(px(self, 15), high, px(self, 15), px(self, 12 if titled else 6))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's look."""
        super().changeEvent(event)
        if is_redressing(event):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate."""
        tokens = tokens_of(self)
        ground, edge = (getattr(tokens, token) if token else "" for token in KINDS[self._kind][:2])
        draw_plate(QPainter(self), QRectF(self.rect()), Plate(ground, edge, px(self, RADIUS)))


class Offer(QFrame):
    """One line in tint: what it is, the offered words as a link, and what pressing them does; emits `acted`."""

    acted = Signal()

    def __init__(self, before: str, link: str, after: str = "") -> None:
        """住所の候補 · [兵庫県神戸市中央区港島南町] · を住所欄に入れる."""
        super().__init__()
        self._link = LinkButton(link, wraps=True)
        self._link.setAccessibleName(f"{before} {link} {after}".strip())
        self._link.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 1, 12, 1)
        row.setSpacing(8)
        row.addWidget(IconLabel("list", 16, token="accent"))
        row.addWidget(Line(before, size=13, token="text2"))
        row.addWidget(self._link)
        row.addWidget(Line(after, size=13, token="text2"))
        row.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate."""
        draw_plate(QPainter(self), QRectF(self.rect()), Plate(tokens_of(self).tint, "", px(self, 6)))
