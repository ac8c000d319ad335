"""The paper beside the questions follows the cursor, shows what was entered, and asks for nothing while it is hidden."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.preview.previewpane import PreviewPane
from desktop.preview.previewpanepaper import PaperView
from desktop.preview.previewpanewords import NOT_PRINTED, short_title
from desktop.session import Session
from desktop.studio import Job, Studio
from forms.errors import RenderError
from tests.desktop.pageskit import TODAY, opened

SOON = 30_000  # ms: the worker has to start first


class Notebook(Studio):
    """A studio that writes down what it is asked and makes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job] = []

    def ask(self, lane: str, job: Job) -> None:
        self.jobs.append(job)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path) as made:
        made.session.enter({"applicant.type": "corporation", "applicant.trade_name": "株式会社みなと精機", "base.right": "patent"})
        yield made


def made(qtbot: QtBot, desk: Desk) -> PreviewPane:
    pane = PreviewPane(desk)
    qtbot.addWidget(pane)
    pane.resize(436, 600)
    desk.session.changed.connect(pane.refresh)
    return pane


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> PreviewPane:
    """Shown, and standing on the applicant's name."""
    pane = made(qtbot, desk)
    pane.show()
    follow(qtbot, pane, "applicant.trade_name")
    return pane


def renewed(qtbot: QtBot, view: PaperView, act: Callable[[], object]) -> None:
    """Do something and wait until another picture stands there."""
    before = view.grab().toImage()
    act()
    qtbot.waitUntil(lambda: view.has_picture() and view.grab().toImage() != before, timeout=SOON)


def follow(qtbot: QtBot, pane: PreviewPane, subject: str) -> None:
    renewed(qtbot, pane.page, lambda: pane.follow(subject))


def test_it_shows_where_the_field_lands_in_reading_size_and_on_the_whole_page(pane: PreviewPane) -> None:
    assert pane.head.words() == ("様式第1-1", "1 / 8 ページ")
    assert pane.strip.has_picture()
    assert pane.strip.box is not None
    assert pane.page.box is not None


def test_what_is_entered_appears_on_the_paper(qtbot: QtBot, pane: PreviewPane, desk: Desk) -> None:
    renewed(qtbot, pane.strip, lambda: desk.session.enter({"applicant.trade_name": "株式会社しおかぜ"}))


def test_the_cursor_on_another_page_of_the_form_turns_to_it(qtbot: QtBot, pane: PreviewPane) -> None:
    follow(qtbot, pane, "plan.product")
    assert pane.head.words()[1] != "1 / 8 ページ"


def test_the_head_leafs_through_the_form(qtbot: QtBot, pane: PreviewPane) -> None:
    renewed(qtbot, pane.page, pane.head.after.click)
    assert pane.head.words() == ("様式第1-1", "2 / 8 ページ")
    assert not pane.strip.isVisibleTo(pane)


def test_a_field_on_several_forms_offers_them(qtbot: QtBot, pane: PreviewPane, desk: Desk) -> None:
    desk.session.enter({"attorney.none": False})
    qtbot.waitUntil(lambda: pane.forms.findData("consent") > 0, timeout=SOON)
    assert pane.forms.currentData() == "form_1_1"
    renewed(qtbot, pane.page, lambda: pane.forms.activated.emit(pane.forms.findData("consent")))
    assert pane.head.words()[0] == "様式第1-1の別紙第1"


def test_a_field_that_no_form_prints_says_so(qtbot: QtBot, pane: PreviewPane) -> None:
    pane.follow("case.state")
    qtbot.waitUntil(lambda: pane.note.accessibleName() == NOT_PRINTED.rstrip("。"), timeout=SOON)
    assert pane.note.isVisibleTo(pane)
    assert not pane.strip.isVisibleTo(pane)


def test_a_bad_answer_stays_blank_and_the_note_says_it(qtbot: QtBot, pane: PreviewPane, desk: Desk) -> None:
    desk.session.enter({"applicant.corporate_number": "5835678252642"})
    pane.follow("applicant.corporate_number")
    qtbot.waitUntil(lambda: pane.note.accessibleName() == "法人番号は、直すまで空欄のまま表示します", timeout=SOON)


def test_the_loupe_shows_the_page_large(qtbot: QtBot, pane: PreviewPane) -> None:
    pane.resize(900, 600)
    pane.head.zoom.click()
    large = next(view for view in pane.findChildren(PaperView) if view.accessibleName() == "大きく表示したページ")
    qtbot.waitUntil(large.has_picture, timeout=SOON)
    assert large.pixels() > pane.page.pixels()


@pytest.fixture
def notebook(desk: Desk) -> Iterator[Notebook]:
    studio = Notebook()
    yield studio
    studio.close()


def test_hidden_it_asks_for_nothing_and_shown_it_asks_once(qtbot: QtBot, desk: Desk, notebook: Notebook) -> None:
    pane = made(qtbot, Desk(desk.session, notebook, desk.settings))
    pane.follow("applicant.trade_name")
    desk.session.enter({"applicant.trade_name": "みなと"})
    qtbot.wait(150)
    assert not notebook.jobs
    pane.show()
    qtbot.waitUntil(lambda: len(notebook.jobs) == 1)
    pane.refresh()
    assert len(notebook.jobs) == 1


def test_a_cursor_that_hurries_through_the_fields_asks_only_where_it_stays(qtbot: QtBot, desk: Desk, notebook: Notebook) -> None:
    pane = made(qtbot, Desk(desk.session, notebook, desk.settings))
    pane.show()
    for name in ("applicant.trade_name", "applicant.trade_name_kana", "applicant.postal_code"):
        pane.follow(name)
    qtbot.waitUntil(lambda: len(notebook.jobs) == 1)
    assert notebook.jobs[0].arguments[1] == ("applicant.postal_code",)


def test_a_form_that_cannot_be_drawn_is_said_in_place(qtbot: QtBot, desk: Desk, notebook: Notebook) -> None:
    pane = made(qtbot, Desk(desk.session, notebook, desk.settings))
    pane.show()
    qtbot.waitUntil(lambda: bool(notebook.jobs))
    notebook.jobs[0].failed(RenderError("様式の書体がありません。"))
    assert pane.fault.isVisibleTo(pane)
    assert pane.fault.accessibleName() == "様式を表示できませんでした。様式の書体がありません"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("様式第1-1 間接補助金交付申請書", "様式第1-1"),
        ("様式第1-1の別紙第1（協力承諾書）", "様式第1-1の別紙第1"),
        ("役員等名簿（別添）", "役員等名簿"),
    ],
)
def test_titles_are_cut_where_the_explanation_begins(title: str, short: str) -> None:
    assert short_title(title) == short


def test_every_tool_of_the_pane_has_a_name(pane: PreviewPane) -> None:
    tools = (pane.head.before, pane.head.after, pane.head.zoom, pane.head.close_button, pane.forms, pane.strip, pane.page)
    assert all(isinstance(tool, QWidget) and tool.accessibleName() for tool in tools)
    assert isinstance(pane._session, Session)
    assert pane._session.today == TODAY
