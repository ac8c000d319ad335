"""What is left for the hands, beside the built packet: in order, with what is next in front, and ticks that the case remembers.

Decision: a tick on a step of the procedure is the case's own state; ticks on what only the applicant knows are kept in the case too.
"""

import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.around.copysheet import CopySheet, Text
from desktop.around.sheets import lay_over
from desktop.desk import Desk
from desktop.frame.steps import DOCUMENTS
from desktop.kit.button import Button
from desktop.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from desktop.kit.clearing import empty
from desktop.kit.ground import Ground
from desktop.kit.prose import Line, Prose
from desktop.kit.scroll import PageScroll
from forms.packet.receipt import WORD
from forms.road import DONE, Chore, chores_of, copied, mail_of

TICKS = "ticks"
BUTTONS = {  # what an errand offers: words, icon
    "copy": ("写す内容を見る...", "copy"),
    "mail": ("送る準備をする...", "mail"),
    "word": ("データの場所", "folder"),
    "attach": ("署名したものを入れる", "upload"),
    "print": ("印刷...", "print"),
    "receipt": ("シートを開く", "list"),
    "post": ("宛名と送付状...", "mail"),
}

OF_PACKET = ("word", "print", "receipt", "post")  # offers that open what has been built
AHEAD, LEFT = "できあがった後に行うこと", "このあと手で行うこと"


class RoadSide(Ground):
    """Design picture 07, right."""

    print_wanted, check_sheet_wanted, post_wanted = Signal(), Signal(), Signal()
    folder_wanted, jumped = Signal(str), Signal(str)

    def __init__(self, desk: Desk) -> None:
        """For an open case."""
        super().__init__("canvas")
        self._desk, self._session = desk, desk.session
        self._shown: tuple[tuple[Chore, bool], ...] = ()
        self._is_built = False
        self._count, self._list = Line("", size=13, token="text2"), QVBoxLayout()
        self._title = Line(AHEAD, size=14, bold=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        inside = QWidget()
        inside.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(PageScroll(inside), 1)
        self.refresh()

    def show_packet(self, *, is_built: bool) -> None:
        """Before there is a packet nothing here is the next thing to do, and nothing of it can be opened."""
        if is_built != self._is_built:
            self._is_built, self._shown = is_built, ()
            self._title.set_text(LEFT if is_built else AHEAD)
            self.refresh()

    def refresh(self) -> None:
        """Show how far the applicant is."""
        shown = tuple((chore, self._is_ticked(chore)) for chore in chores_of(self._session.review))
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._list)
        following = next((chore for chore, ticked in shown if not ticked), None)
        for chore, ticked in shown:
            self._list.addWidget(self._row(chore, ticked=ticked, is_next=self._is_built and chore is following))
        self._list.addStretch(1)
        self._count.set_text(f"{len(shown)}つのうち {sum(ticked for _, ticked in shown)}つ済み")

    def _row(self, chore: Chore, *, ticked: bool, is_next: bool) -> QWidget:
        row = Ground("tint" if is_next else "", "top")
        box = QCheckBox()
        box.setAccessibleName(chore.title)
        box.setChecked(ticked)
        box.setEnabled(not self._session.is_read_only and not chore.errand.document and (ticked or not chore.is_early))
        box.clicked.connect(lambda on: self._tick(chore, on=on))
        words, line = QVBoxLayout(), QHBoxLayout(row)
        words.setSpacing(4)
        words.addWidget(Prose(chore.title, size=14, bold=not ticked, token="text2" if ticked else "text"))
        words.addWidget(Prose(chore.text, size=13, token="text2"))
        if chore.is_early and not ticked:
            words.addWidget(Prose("事務局の確認の返事を受けてから行います。", size=13, token="warn"))
        if not ticked:
            words.addLayout(self._offers(chore, is_next=is_next))
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(10)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return row

    def _offers(self, chore: Chore, *, is_next: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        known = [offer for offer in chore.errand.offers if offer in BUTTONS and (self._is_built or offer not in OF_PACKET)]
        for place, offer in enumerate(known):
            button = self._button(offer, is_first=place == 0, is_next=is_next)
            button.clicked.connect(lambda _=False, offer=offer: self.do(offer, chore))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _button(self, offer: str, *, is_first: bool, is_next: bool) -> Button:
        words, icon = BUTTONS[offer]
        if not is_first:
            return LinkButton(words)
        return (PrimaryButton if is_next else SecondaryButton)(words, icon=icon).make_small()

    def next_offer(self) -> str:
        """The words of the first button of what is next; "" where it has none."""
        offer = self._following()
        return BUTTONS[offer[0]][0] if offer else ""

    def do_next(self) -> None:
        """Press that button."""
        offer = self._following()
        if offer:
            self.do(*offer)

    def _following(self) -> tuple[str, Chore] | None:
        following = next((chore for chore, ticked in self._shown if not ticked), None)
        offers = [offer for offer in following.errand.offers if offer in BUTTONS] if following else []
        return (offers[0], following) if offers and following else None

    def do(self, offer: str, chore: Chore) -> None:
        """Give what an errand offers."""
        steps = {step.id: step for step in self._session.call.terms.road}
        step = steps.get(chore.errand.road)
        facts = self._session.facts
        if offer == "copy" and step is not None:
            texts = [Text(each.label, each.text) for each in copied(facts, step) if each.text]
            links = [Text("入口のページ", page) for page in step.pages]
            lay_over(self, CopySheet(chore.title, step.hint or step.text, [*links, *texts]))
        elif offer == "mail" and step is not None and step.mail is not None:
            mail = mail_of(facts, step.mail)
            texts = [Text("宛先", mail.to), Text("件名", mail.subject), Text("本文", mail.body)]
            folder = PrimaryButton("添付するWordデータの場所を開く", icon="folder")
            folder.clicked.connect(lambda: self.folder_wanted.emit(WORD))
            lay_over(self, CopySheet(chore.title, "メールのソフトに写して、Wordデータを添えて送ります。", texts, folder))
        else:
            self._emit(offer, chore)

    def _emit(self, offer: str, chore: Chore) -> None:
        if offer == "word":
            self.folder_wanted.emit(WORD)
        elif offer == "attach":
            self.jumped.emit(chore.errand.document or DOCUMENTS)
        elif offer == "print":
            self.print_wanted.emit()
        elif offer == "receipt":
            self.check_sheet_wanted.emit()
        elif offer == "post":
            self.post_wanted.emit()

    def _is_ticked(self, chore: Chore) -> bool:
        return chore.state == DONE or chore.errand.title in self._ticks()

    def _ticks(self) -> list[str]:
        try:
            ticks = json.loads(self._session.recall(TICKS))
        except ValueError:
            return []
        return [str(title) for title in ticks] if isinstance(ticks, list) else []

    def _tick(self, chore: Chore, *, on: bool) -> None:
        """A step of the procedure moves the case's state, to that step or to the one before it; the rest is remembered by its title."""
        road = [step for step in self._session.call.terms.road if step.state]
        at = next((n for n, step in enumerate(road) if step.id == chore.errand.road), None)
        if at is None:
            others = [title for title in self._ticks() if title != chore.errand.title]
            self._session.remember(TICKS, json.dumps([*others, chore.errand.title] if on else others, ensure_ascii=False))
            return
        before = road[at - 1].state if at else self._session.call.fields[self._session.call.terms.stages.state].default
        self._session.enter({self._session.call.terms.stages.state: road[at].state if on else before})
