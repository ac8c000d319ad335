"""回答と書類の一覧: a card for each step and one for the papers, in the form's order, in two columns where there is room.

Decision: a card goes to the column that is shorter so far, so that nothing stands far from its neighbours; only a card whose
answers have changed is touched.
"""

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.checking.entrylines import EntryLines
from desktop.checking.overview import Group
from desktop.kit.headedcard import HeadedCard
from desktop.kit.look import px
from forms.tally import DOCUMENTS

GAP, TWO = 16, 820  # px at 100 %: between cards; width from which there are two columns


class AnswersCard(HeadedCard):
    """One step: its state, its answers, and the way to change them."""

    wanted = Signal(str)  # an answer, a paper, or the step itself

    def __init__(self, group: Group) -> None:
        """The card of a step."""
        action = "書類を入れる" if group.step == DOCUMENTS else "変更"
        super().__init__(group.title, action)
        self.setObjectName(f"answers.{group.step}")
        self.action.setAccessibleName(f"{group.title}：{action}")
        self.action.set_size(13)
        self._lines = EntryLines()
        self.body.setContentsMargins(16, 2, 16, 4)
        self.body.addWidget(self._lines)
        self._lines.wanted.connect(self.wanted)
        self.acted.connect(lambda: self.wanted.emit(group.step))
        self._shown: Group | None = None

    def show_group(self, group: Group) -> None:
        """Show the answers as they are now."""
        if group != self._shown:
            self._shown = group
            self.show_state(group.glyph, group.share)
            self._lines.show_entries(group.entries)

    def height_at(self, width: int) -> int:
        """How high it is at a width, in px."""
        return self.head.maximumHeight() + 2 + 6 + self._lines.heightForWidth(width - 34)


class AnswersList(QWidget):
    """All cards."""

    wanted = Signal(str)

    def __init__(self) -> None:
        """No cards."""
        super().__init__()
        self._cards: dict[str, AnswersCard] = {}
        self._groups: tuple[Group, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these steps and hide all others."""
        if groups == self._groups:
            return
        self._groups = groups
        for group in groups:
            if group.step not in self._cards:
                self._cards[group.step] = self._made(group)
            self._cards[group.step].show_group(group)
        shown = {group.step for group in groups}
        for step, card in self._cards.items():
            card.setVisible(step in shown)
        self._arrange()
        self.updateGeometry()

    def _made(self, group: Group) -> AnswersCard:
        card = AnswersCard(group)
        card.setParent(self)
        card.wanted.connect(self.wanted)
        return card

    def _places(self, width: int) -> dict[str, QRect]:
        """Where each card stands in a width."""
        gap = px(self, GAP)
        columns = 2 if width >= px(self, TWO) else 1
        wide = (width - gap * (columns - 1)) // columns
        ends = [0] * columns
        places: dict[str, QRect] = {}
        for group in self._groups:
            column = ends.index(min(ends))
            height = self._cards[group.step].height_at(wide)
            places[group.step] = QRect(column * (wide + gap), ends[column], wide, height)
            ends[column] += height + gap
        return places

    def _arrange(self) -> None:
        for step, place in self._places(self.width()).items():
            self._cards[step].setGeometry(place)

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the longer column."""
        return max((place.bottom() + 1 for place in self._places(width).values()), default=0)

    def sizeHint(self) -> QSize:
        """For the width it has."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The height follows the width."""
        return QSize(px(self, 240), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width moves the cards."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A card that asks for another height has the others moved too."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)
