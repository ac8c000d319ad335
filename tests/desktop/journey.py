"""A whole way through the window, from the start page to the packet: a sample's answers, entered by hand, step after step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.documentspage import DocumentsPage
from desktop.frame.caseview import CaseView
from desktop.mainwindow import MainWindow
from desktop.packet.packetpage import PacketPage
from desktop.questions.steppage import StepPage
from desktop.settings import SettingsFile
from desktop.start.newcase import NewCaseSheet
from forms.answers import canonical
from forms.casetoml import CaseText, read_case_toml
from forms.catalog.load import load_call
from forms.catalog.model import Call, Field
from forms.paths import SAMPLES
from forms.values.plain import Plain
from tests.desktop.journeyhands import click, drop, rewrite
from tests.desktop.journeytypist import enter
from tests.desktop.startkit import sheet_over

SOON = 60_000  # ms: a worker has to start, or a packet to be built


def open_window(qtbot: QtBot, folder: Path, today: date, calls: Path | None = None) -> MainWindow:
    """A window with settings and cases of its own, in front; `calls`: a folder with more calls."""
    settings = SettingsFile(folder / "settings")
    settings.change(folder=str(folder / "cases"))
    window = MainWindow(settings, lambda: today, calls)
    qtbot.addWidget(window, before_close_func=_give_back)
    window.resize(1366, 688)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _give_back(window: MainWindow) -> None:
    """Whatever the test left open is closed with its worker."""
    window.close_case(lose=True)


@dataclass
class Journey:
    """A person with a sample on the desk and a window in front; `asked` grows with every field that was answered."""

    qtbot: QtBot
    window: MainWindow
    text: CaseText

    @property
    def view(self) -> CaseView:
        """The open case."""
        view = self.window.opened.view
        assert isinstance(view, CaseView)
        return view

    @property
    def call(self) -> Call:
        """The call of the sample."""
        return load_call(self.text.call_id)

    @property
    def step(self) -> str:
        """The step that is looked at."""
        return self.view.page.step.id

    def begin(self) -> None:
        """A new case: choose what is asked before, name it, make it."""
        click(self.window.start.side.new)
        sheet = sheet_over(self.window, NewCaseSheet)
        for radio in sheet.findChildren(QRadioButton):
            name, _, choice = radio.objectName().partition("=")
            if self.text.answers.get(name) == choice:
                click(radio)
        click(named(sheet, "newcase.name"))
        rewrite("申請")
        click(sheet.make)

    def wanted(self, field: Field) -> Plain:
        """The sample's answer in the form in which it is kept."""
        return canonical(field, self.text.answers.get(field.id, ""))

    def fill_step(self) -> None:
        """Answer every question of the page that is asked for now and that the sample answers."""
        page = self.view.page
        assert isinstance(page, StepPage)
        for row in page.rows.values():
            if not row.isHidden() and row.field.id in self.text.answers and page.session.plain(row.field.id) != self.wanted(row.field):
                enter(row.editor, row.field, self.text.answers[row.field.id])

    def go_on(self) -> None:
        """Press 次へ; whatever keeps the page from being left is told."""
        here = self.step
        click(self.view.bottombar.next)
        assert self.step != here, [finding.message for finding in self.view.session.errors_in(here)]

    def answer_everything(self) -> None:
        """Every step with questions, in order."""
        while isinstance(self.view.page, StepPage):
            self.fill_step()
            self.go_on()

    def bring_papers(self) -> None:
        """Drop the sample's files on the rows of their documents, one by one in its order, and wait until all have been read."""
        page = self.view.page
        assert isinstance(page, DocumentsPage)
        for document, files in self.text.attachments.items():
            for file in files:
                drop(page.list.row(document), [file])
        self.qtbot.waitUntil(lambda: page.paperwork.progress is None, timeout=SOON)
        assert page.paperwork.refusals == ()

    def build(self) -> Path:
        """Press 作成する and wait for the packet; its folder."""
        page = self.view.page
        assert isinstance(page, PacketPage)
        click(page.make)
        return built(self.qtbot, page)

    def papers(self) -> Mapping[str, list[str]]:
        """The names of the papers that the case has, by document."""
        kept: dict[str, list[str]] = {}
        for paper in self.view.session.case.attached():
            kept.setdefault(paper.document, []).append(paper.name)
        return kept


def built(qtbot: QtBot, page: PacketPage) -> Path:
    """Wait for the packet that is being built; its folder."""
    qtbot.waitUntil(page.result.isVisible, timeout=SOON)
    return page.before.target


def journey(qtbot: QtBot, folder: Path, sample: str) -> Journey:
    """Sit down with a sample, on its own day."""
    text = read_case_toml(SAMPLES / sample)
    return Journey(qtbot, open_window(qtbot, folder, day_of(text)), text)


def day_of(text: CaseText) -> date:
    """The day on which the sample applies."""
    return date.fromisoformat(str(text.answers["application.date"]))


def named(widget: QWidget, name: str) -> QWidget:
    """The widget of that objectName that is shown."""
    found = next((child for child in widget.findChildren(QWidget, name) if child.isVisible()), None)
    assert found is not None, name
    return found
