"""The paper beside the questions: the page on which the current answer lands, as a build would print it.

Decision: the worker makes one picture at a time for this one place, the latest wish wins, and what was drawn last stays in sight
until then; hidden, the pane asks for nothing.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox

from desktop.around.sheets import lay_over
from desktop.desk import Desk
from desktop.kit.banners import Banner
from desktop.kit.look import px
from desktop.kit.prose import Line
from desktop.preview.previewpanehead import Side
from desktop.preview.previewpanelook import Look, look_at
from desktop.preview.previewpanepaper import PaperView
from desktop.preview.previewpanerequest import request_for
from desktop.preview.previewpanesheet import PaperSheet
from desktop.preview.previewpanewords import note_of, short_title
from desktop.studio import PICTURES, Job
from forms.errors import FormsError
from forms.preview import PreviewRequest, Strip

PLACE, PLACE_LARGE = "preview", "preview.large"
REST = 60  # ms without another wish before one is sent
STRIP_HIGH, READING = 140, 1.3  # px; px a point: 10.5 pt of the form are then as large as the questions
PAGE_LEAST, PAGE_MOST = 230, 460  # px


class PreviewPane(Side):
    """Follows the cursor: part of the page in reading size, the whole page below."""

    def __init__(self, desk: Desk) -> None:
        """Empty until it is shown."""
        super().__init__("ページ")
        self._desk, self._session = desk, desk.session
        self._subjects: tuple[str, ...] = ()
        self._step = self._document = ""
        self._page: int | None = None
        self._asked: tuple[PreviewRequest, tuple[str, ...]] | None = None
        self._look: Look | None = None
        self._sheet: PaperSheet | None = None
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._ask)
        self._make_parts()
        self._lay_out()
        self.head.turned.connect(self._turn)
        self.head.zoomed.connect(self._zoom)
        self._show_nothing_yet()

    def _make_parts(self) -> None:
        self.forms = QComboBox()
        self.forms.setAccessibleName("表示する様式")
        self.forms.activated.connect(lambda place: self._choose(self.forms.itemData(place)))
        self._near, self._whole = (Line(text, size=13, bold=True, token="text2") for text in ("いまの項目のあたり", "ページ全体"))
        self.strip = PaperView("いまの項目のあたり", STRIP_HIGH / 404)
        self.page = PaperView("ページ全体")
        self.note = Banner("note")
        self.fault = Banner("warning")
        self.note.hide()
        self.fault.hide()
        self.forms.hide()

    def _lay_out(self) -> None:
        for widget in (self.fault, self.forms, self._near, self.strip, self.note, self._whole):
            self.column.addWidget(widget)
        self.column.addWidget(self.page, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(1)

    def show_step(self, step: str) -> None:
        """Show the form into which a step's answers go."""
        if step != self._step:
            self._step = step
            fields = [field.id for field in self._session.call.fields.values() if field.step == step]
            self._turn_to(tuple(fields))

    def follow(self, subject: str) -> None:
        """The cursor stands on that field or cell now."""
        group = subject.partition("[")[0]
        if group in self._session.call.fields:
            self._turn_to((subject, group) if group != subject else (subject,))

    def refresh(self) -> None:
        """The case has changed; asks for nothing if that does not show. The cursor may be about to go on: one picture for both."""
        if self.isVisible():
            self._rest.start(0)

    def _turn_to(self, subjects: tuple[str, ...]) -> None:
        if subjects != self._subjects:
            self._subjects, self._document, self._page = subjects, "", None
            if self._rest.remainingTime() != 0:
                self._rest.start(REST)

    def _choose(self, document: str) -> None:
        self._document, self._page = document, None
        self._ask()

    def _turn(self, by: int) -> None:
        if self._look is not None:
            shown = self._look.preview
            self._document, self._page = shown.document, min(max(shown.page + by, 0), shown.pages - 1)
            self._ask()

    def _ask(self) -> None:
        """Send the present wish to the worker, unless it is the last one again."""
        self._rest.stop()
        if not self.isVisible():
            return
        wish = (self._request(), self._subjects)
        if wish != self._asked:
            self._asked = wish
            job = Job(PLACE, look_at, (*wish, self._ours()), lambda look: self._show(look, wish[1]), self._fail)
            self._desk.studio.ask(PICTURES, job)

    def _request(self) -> PreviewRequest:
        request = request_for(self._session, self._document, self._page, self.page.pixels())
        return replace(request, strip=self._strip())

    def _strip(self) -> Strip:
        wide, ratio = self.strip.pixels(), self.devicePixelRatioF()
        return Strip(wide, round(px(self, STRIP_HIGH) * ratio), px(self, 100) / 100 * READING * ratio)

    def _ours(self) -> dict[str, str]:
        """This case's forms with their titles, in packet order."""
        return {planned.document.id: planned.title for planned in self._session.review.packet if planned.document.template}

    def _show(self, look: Look, subjects: tuple[str, ...]) -> None:
        self._look = look
        shown = look.preview
        self.fault.hide()
        self._show_forms(look)
        self.head.show_words(short_title(shown.title), f"{shown.page + 1} / {shown.pages} ページ", shown.title)
        self.head.be_at(shown.page, shown.pages)
        self.head.zoom.setEnabled(True)
        self.page.show_page(shown.picture, shown.box)
        for widget in (self._near, self.strip):
            widget.setVisible(shown.strip is not None)
        if shown.strip is not None:
            self.strip.show_page(shown.strip, shown.strip_box)
        self._say(note_of(self._session, look, subjects))
        self._ask_large()

    def _show_forms(self, look: Look) -> None:
        titles = self._ours()
        several = [name for name in look.forms if name in titles]
        self.forms.setVisible(len(several) > 1)
        if [self.forms.itemData(place) for place in range(self.forms.count())] != several:
            self.forms.clear()
            for name in several:
                self.forms.addItem(titles[name], name)
        self.forms.setCurrentIndex(several.index(look.preview.document) if look.preview.document in several else -1)

    def _say(self, note: str) -> None:
        self.note.show_words(text=note)
        self.note.setVisible(bool(note))

    def _fail(self, error: FormsError) -> None:
        """Say why there is no picture; the last one stays."""
        self.fault.show_words(text=f"様式を表示できませんでした。{error}")
        self.fault.show()

    def _show_nothing_yet(self) -> None:
        self.head.show_words("様式", "")
        self.head.be_at(0, 1)
        self.head.zoom.setEnabled(False)

    def _zoom(self) -> None:
        if self._look is not None:
            self._sheet = PaperSheet(self._look.preview.title)
            self._sheet.wanted.connect(self._ask_large)
            self._sheet.turned.connect(self._turn)
            self._sheet.closed.connect(self._forget_sheet)
            lay_over(self, self._sheet)

    def _forget_sheet(self) -> None:
        self._sheet = None
        self._desk.studio.forget(PLACE_LARGE)

    def _ask_large(self) -> None:
        if self._sheet is None or self._look is None or self._asked is None:
            return
        shown, subject = self._look.preview, self._look.subject
        self._sheet.show_place(shown.page, shown.pages)
        wide = self._sheet.paper.pixels()
        large = replace(self._asked[0], width=wide, document=shown.document, page=shown.page, strip=None)
        subjects = (subject,) if subject else ()
        job = Job(PLACE_LARGE, look_at, (large, subjects, self._ours()), self._show_large, self._fail_large)
        self._desk.studio.ask(PICTURES, job)

    def _show_large(self, look: Look) -> None:
        if self._sheet is not None:
            self._sheet.show_page(look.preview.picture, look.preview.box)

    def _fail_large(self, error: FormsError) -> None:
        if self._sheet is not None:
            self._sheet.fail(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was not asked for while it was hidden."""
        super().showEvent(event)
        self._fit()
        self._rest.start(REST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size, once it rests."""
        super().resizeEvent(event)
        self._fit()
        self._rest.start(REST)

    def _fit(self) -> None:
        room = self.room()
        self.strip.set_paper_width(room)
        left = self.view.viewport().height() - px(self, STRIP_HIGH) - px(self, 150)
        page = max(px(self, PAGE_LEAST), min(round(left / 1.414), px(self, PAGE_MOST)))
        self.page.set_paper_width(min(page, room))
