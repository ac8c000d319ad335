"""How much may be asked for and why: the chain with its sentence, and beside it the one big figure with what the caps leave.

Decision: every figure comes from forms/explaining; here they are only shown. Where room is short the two cards stand below one another.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.buttons import LinkButton
from desktop.kit.card import Card
from desktop.kit.figures import Amount, Bar
from desktop.kit.flow import Part
from desktop.kit.glyphs import Glyph
from desktop.kit.look import px
from desktop.kit.prose import Line, Prose
from desktop.questions.amountcardchain import AmountChain
from forms.explaining import Cap, Explanation

SIDE = 318  # px at 100 %: the width of the card with the figure


class ReckoningCard(Card):
    """申請額の決まり方."""

    def __init__(self, excluded: Sequence[str]) -> None:
        """`excluded`: what is never paid for."""
        super().__init__()
        self.setAccessibleName("申請額の決まり方")
        self._source = Line("", size=13, token="accent")
        self._chain, self._sentence = AmountChain(), Prose("", size=14)
        head, aside = QHBoxLayout(), QHBoxLayout()
        head.addWidget(Line("申請額の決まり方", size=14, bold=True), 1)
        head.addWidget(self._source)
        aside.setSpacing(8)
        aside.addWidget(Glyph("note", size=16), 0, Qt.AlignmentFlag.AlignTop)
        aside.addWidget(Prose(f"対象にならない費用：{'、'.join(excluded)}", size=12, token="text2"), 1)
        self.body.addLayout(head)
        self.body.addWidget(self._chain)
        self.body.addWidget(self._sentence)
        self.body.addLayout(aside)
        self.body.addStretch(1)

    def show_explanation(self, explained: Explanation) -> None:
        """Show how the amount was reached."""
        self._source.set_text(explained.source)
        self._chain.show_links(explained.links)
        self._chain.setVisible(bool(explained.links))
        self._sentence.show_parts(_bold_amount(explained))


def _bold_amount(explained: Explanation) -> list[Part]:
    """The sentence with what is asked for in bold."""
    amount = "" if explained.requested is None else f"{explained.requested:,}円"
    before, found, after = explained.sentence.rpartition(f"{amount}を申請")
    if not amount or not found:
        return [Part(explained.sentence)]
    return [Part(before), Part(amount, is_bold=True), Part(f"を申請{after}")]


class CapRow(QWidget):
    """One cap: what is left of it, a bar, and its limit."""

    def __init__(self) -> None:
        """Nothing is known."""
        super().__init__()
        self._label, self._limit = Line("", size=13), Line("", size=12, token="text2")
        self._left, self._bar = Amount(size=14, bold=True), Bar(height=6)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._label, 1)
        first.addWidget(Line("あと", size=12, token="text2"))
        first.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        column.addLayout(first)
        column.addWidget(self._bar)
        column.addWidget(self._limit)

    def show_cap(self, cap: Cap, others: int) -> None:
        """Show a cap; `others`: how many other cases are counted."""
        counted = f"・ほか{others}案件 {cap.others:,}円" if others and cap.others else ""
        self._label.set_text(cap.label)
        self._left.show_yen(cap.left)
        self._bar.setAccessibleName(f"{cap.label} {cap.limit:,}円のうち使う割合")
        self._bar.show_share(cap.share)
        self._limit.set_text(f"上限 {cap.limit:,}円{counted}")


class RequestedCard(Card):
    """間接補助金申請額."""

    others_wanted = Signal()  # the person wants to name other cases of the applicant
    others_dropped = Signal()  # they shall not be counted any more

    def __init__(self, label: str) -> None:
        """`label`: what the amount is called."""
        super().__init__()
        self.set_ground("tint", "tint")
        self.setAccessibleName(label)
        self.amount = Amount(size=32, bold=True)
        self._caps = (CapRow(), CapRow())
        self.count, self.drop = LinkButton("ほかの案件を数える..."), LinkButton("数えるのをやめる")
        figure, links = QHBoxLayout(), QHBoxLayout()
        figure.addWidget(self.amount)
        figure.addStretch(1)
        links.setSpacing(14)
        links.addWidget(self.count)
        links.addWidget(self.drop)
        links.addStretch(1)
        self.body.setSpacing(4)
        self.body.addWidget(Line(label, size=14, bold=True))
        self.body.addLayout(figure)
        for row in self._caps:
            self.body.addWidget(row)
        self.body.addLayout(links)
        self.body.addStretch(1)
        for link, signal in ((self.count, self.others_wanted), (self.drop, self.others_dropped)):
            link.set_size(13)
            link.clicked.connect(signal)

    def show_explanation(self, explained: Explanation, others: int) -> None:
        """Show the amount and its caps; `others`: how many other cases are counted."""
        self.amount.show_yen(explained.requested)
        for place, row in enumerate(self._caps):
            row.setVisible(place < len(explained.caps))
            if place < len(explained.caps):
                row.show_cap(explained.caps[place], others)
        self.drop.setVisible(bool(others))


class AmountCard(QWidget):
    """Both cards."""

    def __init__(self, label: str, excluded: Sequence[str]) -> None:
        """`label`: what the amount is called; `excluded`: what is never paid for."""
        super().__init__()
        self.reckoning, self.requested = ReckoningCard(excluded), RequestedCard(label)
        self._shown: tuple[Explanation, int] | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._row.addWidget(self.reckoning, 1)
        self._row.addWidget(self.requested)

    def show_explanation(self, explained: Explanation, others: int) -> None:
        """Show how much may be asked for; what is shown already is not touched."""
        if (explained, others) != self._shown:
            self._shown = (explained, others)
            self.reckoning.show_explanation(explained)
            self.requested.show_explanation(explained, others)

    def be_sized(self, *, stacked: bool) -> None:
        """Put one below the other where the page is narrow."""
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else beside)
        self.requested.setMinimumWidth(0 if stacked else px(self, SIDE))
        self.requested.setMaximumWidth(16777215 if stacked else px(self, SIDE))
