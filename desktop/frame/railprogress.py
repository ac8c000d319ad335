"""How far the case is, on top of the rail: answers and papers, and a bar of the answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.kit.figures import Bar
from desktop.kit.look import font, px, tokens_of
from forms.tally import Tally


class Progressed(QWidget):
    """記入 71 / 88　書類 6 / 9 and a bar."""

    def __init__(self) -> None:
        """Nothing is shown until there is a review."""
        super().__init__()
        self._figures, self._bar = _Figures(), Bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 8)
        column.setSpacing(4)
        column.addWidget(self._figures)
        column.addWidget(self._bar)

    def show_tallies(self, answers: Tally, papers: Tally) -> None:
        """Show how far a case is."""
        self._figures.show_tallies(answers, papers)
        self._bar.show_share(answers.given / answers.asked if answers.asked else 0.0)


class _Figures(QWidget):
    """The two pairs of figures, painted in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._answers, self._papers = Tally(0, 0), Tally(0, 0)
        self.setMinimumHeight(px(self, 20))

    def show_tallies(self, answers: Tally, papers: Tally) -> None:
        """Take over two tallies."""
        if (answers, papers) == (self._answers, self._papers) and self.accessibleName():
            return
        self._answers, self._papers = answers, papers
        self.setAccessibleName(f"記入 {answers.asked}のうち{answers.given}、書類 {papers.asked}のうち{papers.given}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words pale and figures dark."""
        painter = QPainter(self)
        between = next((air for air in (" / ", "/") if self._fits(air)), "/")
        self._pair(painter, 0, "記入", _figures(self._answers, between))
        papers = _figures(self._papers, between)
        self._pair(painter, self.width() - self._width("書類", papers), "書類", papers)

    def _fits(self, between: str) -> bool:
        pairs = (("記入", self._answers), ("書類", self._papers))
        return sum(self._width(word, _figures(tally, between)) for word, tally in pairs) + px(self, 10) <= self.width()

    def _width(self, word: str, figures: str) -> int:
        return self._word_width(word) + self.fontMetrics().horizontalAdvance(figures) + 2

    def _word_width(self, word: str) -> int:
        return px(self, 12) * len(word) + px(self, 6)

    def _pair(self, painter: QPainter, left: int, word: str, figures: str) -> None:
        tokens, middle = tokens_of(self), Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(self, 12))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(left, 0, self.width(), self.height(), middle, word)
        painter.setFont(font(self, 14))
        painter.setPen(QColor(tokens.text))
        painter.drawText(left + self._word_width(word), 0, self.width(), self.height(), middle, figures)


def _figures(tally: Tally, between: str) -> str:
    return f"{tally.given}{between}{tally.asked}"
