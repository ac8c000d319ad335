"""Links side by side, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kit.buttons import LinkButton
from desktop.kit.look import px

GAP = 16


class Links(QWidget):
    """A link a subject; `chosen` is the subject of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, subjects: Sequence[tuple[str, str]]) -> None:
        """Subjects and what their links say."""
        super().__init__()
        self.links = [self._link(subject, words) for subject, words in subjects]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _link(self, subject: str, words: str) -> LinkButton:
        link = LinkButton(words)
        link.setParent(self)
        link.set_size(13)
        link.clicked.connect(lambda: self.chosen.emit(subject))
        return link

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = 0
        for link in self.links:
            size = link.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + size.height()
            places.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + px(self, GAP)
        return places

    def hasHeightForWidth(self) -> bool:
        """Always."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the links take."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """For the width it has."""
        return QSize(px(self, 300), self.heightForWidth(max(self.width(), px(self, 300))))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest link; the height follows the width."""
        return QSize(max((link.sizeHint().width() for link in self.links), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks elsewhere."""
        super().resizeEvent(event)
        for link, place in zip(self.links, self._places(self.width()), strict=True):
            link.setGeometry(place)
