"""添付書類: every document of this case in packet order, what is there, what is missing, and a place to drop files.

Decision: files dropped on the page are shown with the document that their names speak for, and taken in once that is confirmed;
files dropped on a document go straight there.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.around.sheets import lay_over
from desktop.changes import PaperMoved
from desktop.desk import Desk
from desktop.documents.documentrowstate import label_of, pages_of, row_state, takes_papers
from desktop.documents.documentside import DocumentSide
from desktop.documents.documentspagedrop import DropZone, TakingIn
from desktop.documents.documentspageforms import FormPages
from desktop.documents.documentspagelist import DocumentList
from desktop.documents.documentspagewords import not_needed
from desktop.documents.droplist import AskFiles, DropList, ask_files
from desktop.documents.paperwork import Arrival, Paperwork, Refusal
from desktop.documents.thumbnails import Thumbnails
from desktop.documents.unpacking import Unpacking
from desktop.kit.banners import Banner
from desktop.page import Page
from forms.casefile import Attached
from forms.catalog.model import Step
from forms.plan import MISSING, Planned
from forms.tally import tally_of_papers


class DocumentsPage(Page):
    """`drop`, `drop_on` and `choose` are what dropping and the buttons do; `ask_files` asks the person for files."""

    side_words = ("一覧", "書類を見る")

    def __init__(self, desk: Desk, step: Step, ask_files: AskFiles = ask_files) -> None:
        """The documents of the open case."""
        super().__init__(desk, step)
        self._ask_files = ask_files
        self._is_narrow = False
        self._chosen = ""
        self.paperwork, self.thumbnails, self._forms = Paperwork(desk.session, desk.studio), Thumbnails(desk), FormPages(desk)
        self._unpacking = Unpacking(desk.studio)
        self.zone, self.fault, self.coming = DropZone(), Banner("error"), TakingIn()
        self.list, self.side = DocumentList(), DocumentSide(desk, self.paperwork, self.thumbnails)
        self.column.setSpacing(6)
        for part in (self.zone, self.fault, self.coming, self.list):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.fault.hide()
        self._connect()

    def _connect(self) -> None:
        self.zone.choosing.connect(lambda: self._ask_files(self, "入れるファイルを選ぶ", self.drop))
        self.zone.dropped.connect(self.drop)
        self.coming.stopped.connect(self.paperwork.stop)
        self.paperwork.changed.connect(self.refresh)
        self.paperwork.told.connect(lambda: self.coming.show_progress(self.paperwork.progress))
        self._forms.counted.connect(self.refresh)
        self.list.chosen.connect(self._press)
        self.list.opened.connect(self._go_to_papers)
        self.list.walked.connect(self._walk)
        self.list.dropped.connect(self.drop_on)
        self.list.given.connect(self._give)
        self.list.unlocked.connect(self.paperwork.unlock)
        self.list.dismissed.connect(self.paperwork.dismiss)
        self.list.other_wanted.connect(self._choose_other)
        self.list.grown.connect(self.view.reveal)
        self.side.walked.connect(self._walk)
        self.side.closed.connect(self._leave_side)
        self.side.choosing.connect(self.choose)
        self.side.dropped.connect(self.drop_on)
        self.side.form.counted.connect(self._forms.keep)

    def make_side(self) -> QWidget:
        """The papers of the selected document."""
        return self.side

    @property
    def listed(self) -> tuple[Planned, ...]:
        """The documents of the packet, then those that this case does not need but has papers for."""
        call, packet = self.session.call, self.session.review.packet
        planned = {row.document.id for row in packet}
        left: dict[str, tuple[Attached, ...]] = {}
        for paper in self.session.case.attached():
            if paper.document not in planned and paper.document in call.documents:
                left[paper.document] = (*left.get(paper.document, ()), paper)
        return (*packet, *(Planned(call.documents[name], call.documents[name].title, papers) for name, papers in left.items()))

    def drop(self, paths: Sequence[Path]) -> None:
        """Files or folders dropped on the page: show which document each is for, to be confirmed."""
        if not self.session.is_read_only:
            self._open_up(paths, self._propose)

    def _propose(self, files: Sequence[Path]) -> None:
        asked = DropList(files, self.session.review.packet)
        asked.confirmed.connect(self.paperwork.take)
        lay_over(self, asked)

    def _open_up(self, paths: Sequence[Path], then: Callable[[list[Path]], None]) -> None:
        """The files that were dropped or chosen, those in zips too; what cannot be opened is said on top."""
        self.fault.hide()
        self._unpacking.open_up(paths, then, self._say_fault)

    def _say_fault(self, sentence: str) -> None:
        self.fault.show_words(text=sentence)
        self.fault.show()

    def drop_on(self, document: str, paths: Sequence[Path]) -> None:
        """Files or folders dropped on a document: take them in."""
        if not self.session.is_read_only:
            self._open_up(paths, lambda files: self._take(document, files))

    def choose(self, document: str, instead: Attached | None = None) -> None:
        """Ask for files for a document, the first of them in the place of a paper, where one is given."""
        planned = next((row for row in self.listed if row.document.id == document), None)
        if planned is not None and not self.session.is_read_only:
            title = f"{label_of(planned.document)}「{planned.title}」に入れるファイルを選ぶ"
            self._ask_files(self, title, lambda paths: self._open_up(paths, lambda files: self._take(document, files, instead)))

    def _take(self, document: str, files: Sequence[Path], instead: Attached | None = None) -> None:
        self.select(document)
        self.paperwork.take(Arrival(file, document, None if number else instead) for number, file in enumerate(files))

    def select(self, document: str) -> None:
        """Show a document beside the list."""
        self._chosen = document
        self.focused.emit(document)
        self._show_side()

    def _show_side(self) -> None:
        listed = self.listed
        names = [planned.document.id for planned in listed]
        if self._chosen not in names:
            self._chosen = next((row.document.id for row in listed if row.state == MISSING), names[0] if names else "")
        self.list.select(self._chosen)
        if self._chosen:
            place = names.index(self._chosen)
            self.side.show_document(listed[place], place, len(listed))

    def _walk(self, by: int) -> None:
        """To another row, by so many; the cursor goes along where it is in the list."""
        names = self.list.names
        name = names[min(max(names.index(self._chosen) + by, 0), len(names) - 1)]
        goes_along = self.list.has_focus
        self.select(name)
        self.view.reveal(self.list.row(name))
        if goes_along:
            self.list.focus(name)

    def refresh(self) -> None:
        """Rows, refusals, what is on its way, and the side."""
        listed = {planned.document.id: planned for planned in self.listed}
        self.list.show_names(list(listed), lambda name: self._may_take(listed[name]))
        for name, planned in listed.items():
            pages = pages_of(planned) or self._forms.pages(name)
            state = row_state(self.session, planned, self.paperwork.doing(name), pages)
            self.list.show_row(name, state, self.paperwork.refused(name))
        self.list.say(not_needed(self.session.facts, self.session.review.packet))
        tally = tally_of_papers(self.session.review)
        self.count.set_text(f"必要な{tally.asked}点のうち {tally.given}点がそろいました")
        self.zone.setVisible(not self.session.is_read_only)
        self.coming.show_progress(self.paperwork.progress)
        self.thumbnails.look_again()
        self._show_side()
        if self.isVisible():
            self._forms.count(tuple(name for name, row in listed.items() if row.document.template and not row.papers))

    def _may_take(self, planned: Planned) -> bool:
        return takes_papers(planned.document) and not self.session.is_read_only

    def _press(self, name: str) -> None:
        self.select(name)
        if self._is_narrow:
            self.switched.emit(True)

    def _leave_side(self) -> None:
        """In a narrow window, closing the papers leads back to the list."""
        if self._is_narrow:
            self.switched.emit(False)

    def _go_to_papers(self) -> None:
        """To the papers of the selected document, with the cursor."""
        card = next((card for card in self.side.grid.cards if card.isChecked()), None)
        (card or self.side.tools.add).setFocus(Qt.FocusReason.TabFocusReason)

    def _give(self, number: int, document: str) -> None:
        """A paper was dragged from one document onto another."""
        paper = next((kept for kept in self.session.case.attached() if kept.id == number), None)
        if paper is not None and paper.document != document:
            place = sum(kept.document == document for kept in self.session.case.attached())
            self.session.do(PaperMoved(paper, document, place))
            self.select(document)

    def _choose_other(self, refusal: Refusal) -> None:
        def take(files: Sequence[Path]) -> None:
            self.paperwork.dismiss(refusal)
            self._take(refusal.arrival.document, files, refusal.arrival.replaces)

        self._ask_files(self, "代わりのファイルを選ぶ", take)

    def reveal(self, subject: str) -> None:
        """Select a document and put the cursor on its row."""
        if subject in self.list.names:
            self.select(subject)
            self.view.reveal(self.list.row(subject))
            self.list.focus(subject)

    def take_focus(self) -> None:
        """The selected row."""
        if self._chosen in self.list.names:
            self.list.focus(self._chosen)

    def stop(self) -> None:
        """Esc: take in no more files."""
        self.paperwork.stop()

    def shut(self) -> None:
        """The case is being closed."""
        self.paperwork.stop()
        self._unpacking.close()

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """In a narrow window a row leads to its papers."""
        super().be_sized(narrow=narrow, short=short)
        self._is_narrow = narrow

    def showEvent(self, event: QShowEvent) -> None:
        """Count the forms' pages while the page is looked at; files may come."""
        super().showEvent(event)
        self.paperwork.get_ready()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """And no longer."""
        super().hideEvent(event)
        self._forms.stop()

