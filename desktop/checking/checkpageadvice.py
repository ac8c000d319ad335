"""The end of 確認: what the reviewers look at as questions to oneself, who helps where little is written, and what is next.

Decision: questions, steps and addresses are the call's data, and whether a text is thin is judged by it too; here they are only shown.
"""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.kit.banners import Banner
from desktop.kit.buttons import LinkButton
from desktop.kit.chips import Chip
from desktop.kit.clearing import empty
from desktop.kit.glyphs import Glyph, draw_number
from desktop.kit.headedcard import HeadedCard
from desktop.kit.look import font, is_redressing, px, tokens_of
from desktop.kit.prose import Line, Prose
from desktop.session import Session
from forms.catalog.guide import load_guide, place_of
from forms.catalog.terms import Terms
from forms.road import DONE, NEXT, Asked, Waypoint, criteria_of, road_of
from forms.tally import findings_on

SEVERE = ("error", "warning")


class Numbered(QWidget):
    """A number in a ring, the one to be done now in accent."""

    def __init__(self, number: int, *, is_current: bool = False) -> None:
        """The number itself."""
        super().__init__()
        self._number, self._is_current = number, is_current
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(px(self, 22), px(self, 22))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if is_redressing(event):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setFont(font(self, 12))
        draw_number(painter, QRectF(self.rect()), self._number, tokens_of(self), current=self._is_current)


class Ahead(HeadedCard):
    """The steps of applying, the next one marked."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        super().__init__("申請の流れと、次にすること")
        self._shown: tuple[Waypoint, ...] = ()

    def show_road(self, session: Session) -> None:
        """Show the steps as they stand."""
        road = road_of(session.review)
        if road == self._shown:
            return
        self._shown = road
        empty(self.body)
        for number, waypoint in enumerate(road, 1):
            self.body.addWidget(_waypoint(number, waypoint))
        self.body.addStretch(1)


def _waypoint(number: int, waypoint: Waypoint) -> QWidget:
    is_next = waypoint.state == NEXT
    sign = Glyph("done", size=22) if waypoint.state == DONE else Numbered(number, is_current=is_next)
    title = QHBoxLayout()
    title.setSpacing(10)
    title.addWidget(Line(waypoint.step.title, size=14, bold=True))
    if is_next:
        title.addWidget(Chip("次にすること", "now"))
    title.addWidget(Line(waypoint.short, size=13, token="text2"), 1)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addLayout(title)
    if is_next:
        words.addWidget(Prose(waypoint.text, size=13, token="text2"))
    return _beside(sign, words)


class Criteria(HeadedCard):
    """The reviewers' questions, each with a link to where its answer stands; `wanted` is the step."""

    wanted = Signal(str)

    def __init__(self, terms: Terms) -> None:
        """Nothing is shown yet."""
        super().__init__(f"審査で見られる{len(terms.criteria)}つの点")
        self._shown: tuple[Asked, ...] = ()

    def show_criteria(self, session: Session) -> None:
        """Show the questions, and where little is written yet."""
        asked = criteria_of(session.facts)
        if asked == self._shown:
            return
        self._shown = asked
        empty(self.body)
        self.body.addWidget(Prose("申請書を読み返して、ご自分に問いかけてみてください。", size=13, token="text2"))
        for number, each in enumerate(asked, 1):
            self.body.addWidget(self._question(session, number, each))
        self.body.addStretch(1)

    def _question(self, session: Session, number: int, asked: Asked) -> QWidget:
        words, below = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(1)
        below.setSpacing(14)
        words.addWidget(Prose(asked.criterion.question, size=14))
        words.addWidget(Prose(asked.hint, size=13, token="text2"))
        for step in asked.criterion.steps:
            link = LinkButton(session.call.steps[step].title)
            link.set_size(13)
            link.clicked.connect(lambda _=False, step=step: self.wanted.emit(step))
            below.addWidget(link)
        below.addWidget(Line(asked.criterion.source, size=12, token="text3"), 1)
        words.addLayout(below)
        return _beside(Numbered(number), words)


def _beside(sign: QWidget, words: QVBoxLayout) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return whole


class Helped(Banner):
    """The window that helps for nothing, shown where the reviewers' questions find little written."""

    def __init__(self, session: Session) -> None:
        """Nothing is said yet."""
        super().__init__("offer")
        self._session, self._told = session, ""

    def refresh(self) -> None:
        """Show it where it helps."""
        told = "と".join(f"「{title}」" for title in thin_steps(self._session))
        if told and told != self._told:
            self.show_words(f"{told}は、書き足すと伝わりやすくなります", window_words(self._session.call.terms))
        self._told = told
        self.setVisible(bool(told))


def thin_steps(session: Session) -> tuple[str, ...]:
    """The titles of the steps with texts that the reviewers weigh and that are thin, or of which something is to be said."""
    weighed = (asked for asked in criteria_of(session.facts) if asked.criterion.thin is not None)
    first = ((asked, asked.criterion.steps[0]) for asked in weighed)
    return tuple(session.call.steps[step].title for asked, step in first if asked.is_thin or _is_spoken_of(session, step))


def _is_spoken_of(session: Session, step: str) -> bool:
    return any(finding.severity in SEVERE for finding in findings_on(session.review, step))


def window_words(terms: Terms) -> str:
    """Name, hours, telephone and address of the window that advises for nothing."""
    place = place_of(load_guide(), terms.prefecture)
    phones = "、".join(phone for window in place.windows for phone in window.phones)
    return f"{terms.window.name}で、無料で相談できます。{terms.window.hours}、電話 {phones}。{terms.window.url}"
