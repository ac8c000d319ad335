"""作成: what will be made and where, the build while it runs, and the packet that came out of it.

Decision: one page with three faces; the worker is the only one who knows the builder, and a packet is called out of date by
comparing what it was built from with the case now.
"""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.around.sheets import lay_over
from desktop.desk import Desk
from desktop.frame.steps import CHECK
from desktop.kit.banners import Banner
from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.notice import Notice
from desktop.packet.finishsheet import FinishLine
from desktop.packet.lastbuild import LastBuild, fingerprint, last_build, remember_build
from desktop.packet.packetbefore import PacketBefore
from desktop.packet.packetprogress import PacketProgress
from desktop.packet.packetresult import PacketResult
from desktop.packet.postsheet import PostSheet
from desktop.packet.printsheet import PrintSheet
from desktop.packet.roadside import RoadSide
from desktop.packet.sheetview import SheetView
from desktop.packetworker import PacketWorker
from desktop.page import Page
from forms.build import Order, build_packet
from forms.built import Built, read_built
from forms.catalog.model import Step
from forms.errors import FormsError
from forms.packet.receipt import CHECK_SHEET, IMPOSED
from forms.progress import Progress
from forms.render.renderers import renderer
from forms.road import show_day

WHILE_BUILDING = "作成しているあいだも、ほかの画面を見たり直したりできます。直した分は次の作成から入ります。"
ONCE_BUILT = "回答を変えると、作り直しが必要になったことをここでお知らせします。"
AIR = 8  # px under the head, where no words stand there


class PacketPage(Page):
    """Design pictures 06 and 07."""

    side_words = ("できあがり", "このあと行うこと")

    def __init__(self, desk: Desk, step: Step) -> None:
        """The last step."""
        super().__init__(desk, step)
        self.worker: PacketWorker | None = None
        self.build = build_packet
        self.open_url = QDesktopServices.openUrl
        self._built: Built | None = None
        self._side: RoadSide | None = None
        self._printing: PrintSheet | None = None
        self._is_narrow = self._shows_road = False
        self._notes: list[str] = []
        self.before, self.progress, self.result = PacketBefore(desk), PacketProgress(), PacketResult(desk.studio)
        self.finish = FinishLine(desk)
        self._stale = Banner("note", "作ったあとで、内容が変わりました", "提出する前に、作り直してください。", "作り直す")
        self._fault = Banner("error", "作成できませんでした", "")
        self._faces = QStackedWidget()
        self._lay_out_faces()
        self._add_buttons()
        self._connect()
        self._look_for_packet()

    def _lay_out_faces(self) -> None:
        for banner in (self._fault, self._stale):
            banner.hide()
            self.add_inset(banner)
        for face in (self.before, self.progress, self.result):
            self._faces.addWidget(face)
        self.add_inset(self._faces)
        self.add_inset(self.finish)
        self.column.addStretch(1)

    def _add_buttons(self) -> None:
        self.open_pdf = SecondaryButton("PDFを開く", icon="external")
        self.open_folder = SecondaryButton("フォルダーを開く", icon="folder")
        for button in (self.open_pdf, self.open_folder):
            self.head.insertWidget(self.head.count() - 1, button.make_small())
        self.make, self.again = PrimaryButton("作成する", icon="file"), SecondaryButton("作り直す", icon="refresh")
        self.errand = PrimaryButton("")
        self.bar = (_beside_one_another(self.again, self.make, self.errand),)

    def _connect(self) -> None:
        self.make.clicked.connect(self.start)
        self.again.clicked.connect(self._start_again)
        self.finish.changed.connect(self.refresh)
        self._stale.acted.connect(self._start_again)
        self.before.draft_wanted.connect(lambda: self.start(draft=True))
        self.before.check_wanted.connect(lambda: self.jumped.emit(CHECK))
        self.progress.stop_wanted.connect(self.stop)
        self.result.sheet_wanted.connect(self._show_sheet)
        self.open_pdf.clicked.connect(lambda: self._open(IMPOSED))
        self.open_folder.clicked.connect(lambda: self._open(""))

    def make_side(self) -> QWidget:
        """What is to be done by hand afterwards."""
        side = self._side = RoadSide(self.desk)
        self.errand.clicked.connect(side.do_next)
        side.print_wanted.connect(self.print_sheets)
        side.post_wanted.connect(self.show_post)
        side.check_sheet_wanted.connect(lambda: self._open(CHECK_SHEET))
        side.folder_wanted.connect(self._open)
        side.jumped.connect(self.jumped)
        side.show_packet(is_built=self._faces.currentWidget() is self.result)
        self._show_errand()
        return side

    @property
    def is_building(self) -> bool:
        """Whether a build runs."""
        return self.worker is not None and self.worker.isRunning()

    @property
    def _is_for_draft(self) -> bool:
        """Whether what stands here is a draft and can only be a draft again."""
        return self._built is not None and self._built.draft and not self.session.review.is_ready

    def _start_again(self) -> None:
        self.start(draft=self._is_for_draft)

    def start(self, *, draft: bool = False) -> None:
        """Build the packet; a draft where errors stand and the person wants one."""
        if self.is_building:
            return
        self._notes = []
        try:
            render = renderer(self.desk.settings.now.renderer, self._notes.append)
        except FormsError as error:
            self._fail(str(error))
            return
        order = Order(self.before.target, render, draft=draft, finish=self.finish.now)
        made_of = LastBuild(str(order.target), fingerprint(self.session), datetime.now().isoformat(timespec="minutes"))
        self.worker = PacketWorker(self.session.case.path, self.session.review, order, self.build)
        self.worker.progressed.connect(self._tell)
        self.worker.built.connect(lambda: self._finish(made_of))
        self.worker.failed.connect(self._fail)
        self.worker.stopped.connect(self._look_for_packet)
        self._fault.hide()
        self.progress.begin()
        self._show(self.progress)
        self.worker.start()

    def _tell(self, progress: Progress) -> None:
        self.progress.tell(progress)

    def stop(self) -> None:
        """Stop the build; what was there before stays."""
        if self.worker is not None and self.is_building:
            self.progress.show_stopping()
            self.worker.requestInterruption()

    def _finish(self, made_of: LastBuild) -> None:
        remember_build(self.session, made_of)
        self._look_for_packet()
        self.result.show_notes(tuple(dict.fromkeys(self._notes)))

    def _fail(self, sentence: str) -> None:
        self._look_for_packet()
        self._fault.show_words("作成できませんでした", sentence)
        self._fault.show()

    def _look_for_packet(self) -> None:
        """Show the packet that was built last, if it still is where it was put."""
        last = last_build(self.session)
        try:
            self._built = read_built(Path(last.folder)) if last else None
        except FormsError:
            self._built = None
        if self._built is not None:
            self.result.show_built(self._built)
            self.session.checked.add(self.step.id)
        self._show(self.result if self._built else self.before)

    def _show(self, face: QWidget) -> None:
        self._faces.setCurrentWidget(face)
        self.words = {self.progress: WHILE_BUILDING, self.result: ONCE_BUILT}.get(face, "")
        self.reworded.emit()
        for other in (self.before, self.progress, self.result):  # only the face that is shown takes room
            other.setVisible(other is face)
        self.intro.setVisible(face is self.before)
        around = self.column.contentsMargins()
        around.setTop(0 if face is self.before else AIR)
        self.column.setContentsMargins(around)
        self.view.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Show what may be made, and whether what was made is still of this case."""
        self.before.refresh()
        last, is_ready = last_build(self.session), self.session.review.is_ready
        shown = self._faces.currentWidget()
        self._stale.setVisible(shown is self.result and self._is_stale(last))
        self.finish.setVisible(shown is not self.progress)
        self.finish.refresh()
        self.open_pdf.setVisible(shown is self.result)
        self.open_folder.setVisible(shown is self.result)
        self.make.setVisible(shown is self.before and is_ready and not self.session.is_read_only)
        self.again.setVisible(shown is self.result and (is_ready or self._is_for_draft) and not self.session.is_read_only)
        self.count.set_text(self._words(last))
        if self._side is not None:
            self._side.show_packet(is_built=shown is self.result)
            self._side.refresh()
        self._show_errand()

    def _is_stale(self, last: LastBuild | None) -> bool:
        """Whether a packet made now would be another one."""
        is_otherwise_finished = self._built is not None and self._built.finish != self.finish.now
        return is_otherwise_finished or (last is not None and last.fingerprint != fingerprint(self.session))

    def host(self, side: QWidget | None) -> None:
        """In a narrow window, what is left to do has its own buttons."""
        super().host(side)
        self._shows_road = side is not None
        self._show_errand()

    def _show_errand(self) -> None:
        """In a narrow window what stands beside the packet is out of sight: its first button moves into the bar."""
        errand = self._side.next_offer() if self._side is not None else ""
        self.errand.set_text(errand)
        is_wanted = self._is_narrow and not self._shows_road and self._faces.currentWidget() is self.result
        self.errand.setVisible(bool(errand) and is_wanted)

    def _words(self, last: LastBuild | None) -> str:
        if self._faces.currentWidget() is self.progress:
            return "正本と副本をつくっています"
        if self._built is None or last is None:
            return "正本1部と副本をまとめて作ります"
        at = datetime.fromisoformat(last.at)
        return f"{show_day(at.date())}{at:%H:%M}に作成"

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """As many sheets in a row as there is room for."""
        super().be_sized(narrow=narrow, short=short)
        self.result.fit()
        for button in (self.open_pdf, self.open_folder):
            if narrow:
                self.result.tools.addWidget(button)
            else:
                self.head.insertWidget(self.head.count() - 1, button)
        self._is_narrow = narrow
        self._show_errand()
        self._help.hide()  # the head has room for the packet's own buttons only; F1 and the bar on top have the help

    def _open(self, name: str) -> None:
        """Open a file of the packet, or its folder, with the system's own program."""
        if self._built is not None and not self.open_url(QUrl.fromLocalFile(str(self._built.folder / name))):
            said = f"{self._built.folder / name} を開くプログラムが見つかりません。"
            lay_over(self, Notice("開けませんでした", said, "閉じる"))

    def _show_sheet(self, sheet: int) -> None:
        if self._built is not None:
            lay_over(self, SheetView(self.desk.studio, self._built, sheet))

    def print_sheets(self) -> None:
        """Choose sets and sheets, and print them."""
        if self._built is None:
            return
        self._leave_printing()
        if self._printing is None:
            self._printing = PrintSheet(self.desk.studio, self._built)
            self._printing.closed.connect(self._leave_printing)
        self._printing.open_over(self.window())

    def _leave_printing(self) -> None:
        """What is on its way to the printer keeps its panel, so that it can be looked at again and stopped."""
        if self._printing is not None and not self._printing.line.is_busy:
            self._printing.deleteLater()
            self._printing = None

    def show_post(self) -> None:
        """What goes around the packet, to be opened or printed."""
        if self._built is not None:
            sheet = PostSheet(self.desk.studio, self._built)
            sheet.open_wanted.connect(self._open)
            lay_over(self, sheet)

    def shut(self) -> None:
        """The case is closed: a build that still runs is stopped."""
        if self.worker is not None:
            self.worker.stop()


def _beside_one_another(*buttons: QWidget) -> QWidget:
    """In a row of their own: a button that is shown while it stands nowhere would open a window."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for button in buttons:
        row.addWidget(button)
    return whole
