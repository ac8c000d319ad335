"""The answer on top of 申請資格: fits, does not fit, or not yet known; why, what is still to be answered, and where else to turn.

Decision: what says something else is made anew and the rest left alone; the verdict itself is the library's.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.banners import Banner
from desktop.kit.buttons import LinkButton
from desktop.kit.clearing import empty, replace_at
from desktop.kit.flow import Part
from desktop.kit.glyphs import Glyph
from desktop.kit.headedcard import HeadedCard
from desktop.kit.prose import Line, Prose
from desktop.page import INSET
from desktop.questions.eligibilitypagelinks import Links
from desktop.session import Session
from forms.answers import code_of, label_of
from forms.catalog.model import Call
from forms.check import Finding
from forms.eligibility import DOES_NOT_FIT, FITS, MET, NOT_MET, OPEN, Judged, Verdict, judge_eligibility
from forms.elsewhere import Helper, helpers_of

KINDS = {FITS: "ok", DOES_NOT_FIT: "error"}
TITLES = {FITS: "今の回答では、この公募の補助の対象になります", DOES_NOT_FIT: "今の回答では、この公募の補助を受けられません"}
OPEN_TITLE = "補助の対象になるかどうかは、まだ決まりません"
GLYPHS = {MET: "done", NOT_MET: "error", OPEN: "empty"}
WORDS = {MET: "満たしています", NOT_MET: "満たしていません", OPEN: "まだわかりません"}


class VerdictPanel(QWidget):
    """The banner, and below it where else to turn when it does not fit."""

    wanted = Signal(str)  # the subject that the person wants to answer or change

    def __init__(self) -> None:
        """Nothing is known."""
        super().__init__()
        self._shown: tuple[Verdict, tuple[Helper, ...]] | None = None
        self.banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INSET, 0, 0, INSET)
        self._column.setSpacing(10)

    def show_session(self, session: Session) -> bool:
        """Show the verdict as it is now; whether that is another one than before."""
        verdict = judge_eligibility(session.review)
        helpers = helpers_of(session.facts) if verdict.state == DOES_NOT_FIT else ()
        if (verdict, helpers) == self._shown:
            return False
        before, self._shown = self._shown, (verdict, helpers)
        self.banner = self._banner(session.call, verdict)
        if before is not None and before[1] == helpers:
            replace_at(self._column, 0, self.banner)
        else:
            empty(self._column)
            for part in (self.banner, *([_helpers(helpers)] if helpers else [])):
                self._column.addWidget(part)
                part.show()  # at once, so that the page can be laid out before it is painted
        return True

    def _banner(self, call: Call, verdict: Verdict) -> Banner:
        banner = Banner(KINDS.get(verdict.state, "note"), TITLES.get(verdict.state, OPEN_TITLE), _text(verdict))
        banner.setObjectName(f"verdict.{verdict.state}")
        for finding in verdict.reasons:
            banner.body.addWidget(self._said(finding, "err"))
        for finding in verdict.doubts:
            banner.body.addWidget(self._said(finding, "warn"))
        if verdict.state != DOES_NOT_FIT and verdict.asks:
            links = Links([(name, f"{code_of(call, name)} {label_of(call, name).strip('「」')}") for name in verdict.asks])
            links.chosen.connect(self.wanted)
            banner.body.addWidget(links)
        return banner

    def _said(self, finding: Finding, token: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        link = LinkButton(finding.message, token=token, wraps=True)
        link.set_size(13)
        link.clicked.connect(lambda: self.wanted.emit(finding.subject))
        row.addWidget(link, 1)
        row.addWidget(Line(finding.source, size=12, token="text2"), 0, Qt.AlignmentFlag.AlignTop)
        return line


def _text(verdict: Verdict) -> str:
    later = sum(one.state == OPEN and one.requirement.later for one in verdict.judged)
    if verdict.state == DOES_NOT_FIT:
        return "理由の文を押すと、その項目へ移ります。答えがこのとおりのときは、下の相談先をご覧ください。"
    if verdict.state == FITS:
        rest = f"残りの{later}件は、あとの画面の答えで決まります。" if later else ""
        return f"{sum(one.state == MET for one in verdict.judged)}の条件を満たしています。{rest}"
    return f"あと{len(verdict.asks)}問に答えるとわかります。"


def _helpers(helpers: tuple[Helper, ...]) -> HeadedCard:
    card = HeadedCard("ほかの相談先")
    card.setObjectName("helpers")
    for helper in helpers:
        card.body.addWidget(_helper(helper))
    return card


def _helper(helper: Helper) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 2, 0, 4)
    column.setSpacing(0)
    first = "　".join((helper.name, *helper.ways))
    for prose in _lines(helper, first):
        column.addWidget(prose)
    return whole


def _lines(helper: Helper, first: str) -> Iterator[Prose]:
    yield Prose(first, size=14, bold=True)
    if helper.help:
        yield Prose(helper.help, size=13, token="text2")
    if helper.note:
        yield Prose(helper.note, size=12, token="text3")


class Conditions(HeadedCard):
    """Every condition with how it stands, at the end of the page."""

    def __init__(self) -> None:
        """Nothing is known."""
        super().__init__("対象となる条件")
        self._shown: tuple[Judged, ...] = ()

    def show_session(self, session: Session) -> None:
        """Show how each condition stands."""
        judged = judge_eligibility(session.review).judged
        before, self._shown = self._shown, judged
        if [one.requirement for one in judged] != [one.requirement for one in before]:
            empty(self.body)
            for one in judged:
                self.body.addWidget(_condition(one))
            return
        for place, (now, then) in enumerate(zip(judged, before, strict=True)):
            if now != then:
                replace_at(self.body, place, _condition(now))


def _condition(one: Judged) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Glyph(GLYPHS[one.state], size=16), 0, Qt.AlignmentFlag.AlignTop)
    words = "あとの画面で確かめます" if one.state == OPEN and one.requirement.later else WORDS[one.state]
    said = Prose("", size=13, token="text")
    said.show_parts([Part(f"{one.requirement.title}　"), Part(words, is_whole=True)])
    row.addWidget(said, 1)
    row.addWidget(Line(one.requirement.source, size=12, token="text3"), 0, Qt.AlignmentFlag.AlignTop)
    return whole
