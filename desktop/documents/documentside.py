"""Beside the list of documents: the papers of the selected one as they will be printed, and what is to be known of it.

Decision: every tool acts on the selected paper and can be taken back; what was taken out says so here, with the way back.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent

from desktop.changes import PaperMoved, PaperRemoved, PaperReplaced
from desktop.desk import Desk
from desktop.documents.documentrowstate import label_of, pages_of, takes_papers
from desktop.documents.documentsidefacts import DocumentFacts
from desktop.documents.documentsideform import FormView
from desktop.documents.documentsidelarge import Fail, LargeView, Show
from desktop.documents.documentsidethumbs import PaperGrid
from desktop.documents.documentsidetools import Pager, PaperTools
from desktop.documents.dropping import DropTarget
from desktop.documents.paperwork import Arrival, Paperwork
from desktop.documents.thumbnails import Thumbnails, Wish, draw_paper_page
from desktop.kit.banners import Banner
from desktop.kit.prose import Prose
from desktop.preview.previewpanehead import Side
from desktop.questions.complaints import Complaint
from desktop.studio import PAPERS, PICTURES, Job
from forms.attachments.images import may_be_lighter
from forms.attachments.rasterising import may_be_drawn
from forms.casefile import Attached
from forms.plan import Planned
from forms.taking import draw_in, lighten_in, turn_in

NONE_YET = "まだ入っていません。この欄か、一覧の行に、ファイルを落としても入れられます。"
HEAVY_TEXT = "写真が印刷に要るより細かく、書類一式が重くなります。見た目を変えずに軽くできます。"
FONTS_TEXT = "字体の入っていないページがあります。画像（300 dpi）にすると、どのプリンターでも下の絵のとおりに出ます。"
LARGE = "paper.large"


class DocumentSide(Side):
    """The side of one document at a time."""

    walked = Signal(int)  # to the document before (-1) or after (1)
    choosing = Signal(str, object)  # files are to be chosen: for a document, in the place of a paper or (None) behind the others
    dropped = Signal(str, list)  # files were dropped here: the document, and their paths

    def __init__(self, desk: Desk, paperwork: Paperwork, thumbnails: Thumbnails) -> None:
        """Nothing is shown yet."""
        super().__init__("書類")
        self._desk, self._session, self._paperwork, self._thumbnails = desk, desk.session, paperwork, thumbnails
        self._planned: Planned | None = None
        self._is_reworking = False
        self.head.zoom.hide()
        self.head.turned.connect(self.walked)
        self._target = DropTarget(self, allows=self._takes_files)
        self._target.dropped.connect(self._drop)
        self.tools, self.grid, self.pager, self.form = PaperTools(), PaperGrid(thumbnails), Pager(), FormView(desk)
        self.taken_out, self.fault = Banner("note"), Banner("error")
        self.heavy = Banner("offer", text=HEAVY_TEXT, action="軽くする")
        self.fontless = Banner("offer", text=FONTS_TEXT, action="画像にする")
        self._title = Prose("", size=15, bold=True)
        self._none, self._complaint, self._facts = Prose(NONE_YET), Complaint(), DocumentFacts()
        above = (self._title, self.taken_out, self.tools, self.fault, self.heavy, self.fontless, self._complaint)
        for widget in (*above, self._none, self.grid, self.pager, self.form, self._facts):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        for banner in (self.taken_out, self.fault, self.heavy, self.fontless):
            banner.hide()
        self._connect()

    def _connect(self) -> None:
        self.tools.adding.connect(lambda: self._choose(None))
        self.tools.replacing.connect(lambda: self._choose(self.grid.chosen))
        self.tools.turning.connect(self._turn_page)
        self.tools.removing.connect(lambda: self._remove(self.grid.chosen))
        self.pager.all_turned.connect(lambda: self._turn_chosen(None))
        self.pager.turned.connect(self._page)
        self.pager.opened.connect(lambda: self._zoom(self.grid.chosen))
        self.grid.selected.connect(lambda _: self._show_chosen())
        self.grid.removed.connect(self._remove)
        self.grid.moved.connect(self._move)
        self.grid.opened.connect(self._zoom)
        self.taken_out.acted.connect(self._session.undo)
        self.heavy.acted.connect(lambda: self._rework_chosen(lighten_in))
        self.fontless.acted.connect(lambda: self._rework_chosen(draw_in))
        self._session.changed.connect(self.taken_out.hide)

    @property
    def planned(self) -> Planned | None:
        """The document that is shown."""
        return self._planned

    def show_document(self, planned: Planned, place: int, places: int) -> None:
        """Show a document, which is the one that `place` counts (from 0) in the list."""
        if self._planned is None or planned.document.id != self._planned.document.id:
            self.fault.hide()
            self.view.verticalScrollBar().setValue(0)
        self._planned = planned
        pages = pages_of(planned)
        self.head.show_words(label_of(planned.document), f"{pages}ページ" if pages else "", planned.title)
        self._title.set_text(planned.title)
        self.head.be_at(place, places)
        self._complaint.show_findings(self._session.findings_of(planned.document.id))
        self._facts.show_planned(planned, ())
        self.grid.show_papers(planned.papers)
        self._show_chosen()
        self._show_form()

    def _show_chosen(self) -> None:
        if self._planned is None:
            return
        chosen, may = self.grid.chosen, not self._session.is_read_only
        takes, papers = takes_papers(self._planned.document), len(self._planned.papers)
        self.tools.setVisible(takes or papers > 0)
        self.tools.allow(adding=may and takes, selected=may and chosen is not None and not self._is_reworking, papers=papers)
        self.pager.show_paper(chosen, self.grid.page_of(chosen) if chosen else 0, may_turn=may)
        notes = chosen.notes if may and chosen is not None and not self._is_reworking else ()
        self.heavy.setVisible(may_be_lighter(notes))
        self.fontless.setVisible(may_be_drawn(notes))
        self._none.setVisible(takes and not papers and not self._planned.document.template)
        self.grid.setVisible(papers > 0)

    def _show_form(self) -> None:
        planned = self._planned
        is_form = planned is not None and bool(planned.document.template) and not planned.papers
        self.form.setVisible(is_form)
        if planned is not None and is_form and self.isVisible():
            self.form.show_form(planned, self.room())

    def _choose(self, instead: Attached | None) -> None:
        if self._planned is not None:
            self.choosing.emit(self._planned.document.id, instead)

    def take_files(self, files: Sequence[Path], instead: Attached | None = None) -> None:
        """Take files in for this document; the first of them in the place of a paper, where one is given."""
        if self._planned is not None and files:
            name = self._planned.document.id
            self._paperwork.take(Arrival(file, name, None if n else instead) for n, file in enumerate(files))

    def _remove(self, paper: Attached | None) -> None:
        if paper is None or self._planned is None or self._session.is_read_only:
            return
        self._session.do(PaperRemoved(paper))
        if paper.id not in (kept.id for kept in self._session.case.attached()):
            text = f"{label_of(self._planned.document)}から「{paper.name}」を取り除きました。"
            self.taken_out.show_words(text=text, action="元に戻す")
            self.taken_out.show()

    def _move(self, number: int, place: int) -> None:
        kept = next((paper for paper in self._planned.papers if paper.id == number), None) if self._planned else None
        if kept is not None and kept.place != place and not self._session.is_read_only:
            self._session.do(PaperMoved(kept, kept.document, place))

    def _turn_page(self) -> None:
        if self.grid.chosen is not None:
            self._turn_chosen(self.grid.page_of(self.grid.chosen))

    def _turn_chosen(self, page: int | None) -> None:
        self._rework_chosen(turn_in, 1, page)

    def _rework_chosen(self, function: Callable[..., Attached], *more: object) -> None:
        """Have the worker make something else of a paper of the case, which can be taken back."""
        paper = self.grid.chosen
        if paper is None or self._is_reworking or self._session.is_read_only:
            return
        self._is_reworking = True
        self._show_chosen()

        def end(change: PaperReplaced | None, fault: str) -> None:
            self._is_reworking = False
            self.fault.show_words(text=fault)
            self.fault.setVisible(bool(fault))
            if change is not None:
                self._session.note(change)
            self._show_chosen()

        arguments = (self._session.case.path, paper, *more)
        job = Job("", function, arguments, lambda after: end(PaperReplaced(paper, after), ""), lambda error: end(None, str(error)))
        self._desk.studio.ask(PAPERS, job)

    def _page(self, by: int) -> None:
        paper = self.grid.chosen
        if paper is not None:
            self.grid.show_page(paper, self.grid.page_of(paper) + by)
            self._show_chosen()

    def _zoom(self, paper: Attached | None) -> None:
        if paper is None:
            return

        def ask(page: int, width: int, show: Show, fail: Fail) -> None:
            arguments = (self._session.case.path, paper, Wish(paper.id, paper.sha256, page, width), "")
            job = Job(LARGE, draw_paper_page, arguments, lambda drawn: show(drawn.picture), fail)
            self._desk.studio.ask(PICTURES, job)

        LargeView(self, paper.name, paper.pages, ask).open(self.grid.page_of(paper))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was not asked for while it was hidden."""
        super().showEvent(event)
        self._show_form()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the thumbnails and the form's page."""
        super().resizeEvent(event)
        self.grid.set_grid_width(self.room())
        self._show_form()

    def _takes_files(self) -> bool:
        return self._planned is not None and takes_papers(self._planned.document) and not self._session.is_read_only

    def _drop(self, files: Sequence[Path]) -> None:
        """They are for the document that is shown."""
        if self._planned is not None:
            self.dropped.emit(self._planned.document.id, files)
