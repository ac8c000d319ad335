"""作成: a draft, a stop, a failure, a packet that is out of date, and what is left for the hands."""

import hashlib
import shutil
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.around.copysheet import CopySheet
from desktop.desk import Desk
from desktop.editors.textbox import TextBox
from desktop.frame.caseview import CaseView
from desktop.kit.banners import Banner
from desktop.packet.lastbuild import LastBuild, fingerprint, remember_build
from desktop.packet.packetbefore import PacketBefore
from desktop.packet.packetpage import PacketPage
from desktop.packet.postsheet import PostSheet
from desktop.packet.printing import PrintJob, Sides
from desktop.packet.printsheet import PrintSheet
from desktop.packet.roadside import RoadSide
from desktop.packet.sheetcard import SheetCard
from desktop.packet.sheetview import SheetView
from desktop.packetworker import STUMBLED
from forms.build import Order, build_packet
from forms.casefile import CaseFile
from forms.errors import RenderError
from forms.progress import Progress
from forms.proof.verify import verify
from forms.review import Review
from tests.desktop.journey import SOON, built
from tests.desktop.journeycase import nameless, shown_view
from tests.desktop.journeyhands import click, press
from tests.desktop.pageskit import words_in
from tests.desktop.startkit import Clerk, button, has_sheet, sheet_over

Steps = Generator[Progress, None, None]


@dataclass
class Opener:
    """Stands for the system's programs: notes what is to be opened; `works`: whether there is a program."""

    works: bool = True
    opened: list[Path] = field(default_factory=list)

    def __call__(self, url: QUrl | str, /) -> bool:
        """Open it."""
        self.opened.append(Path(QUrl(url).toLocalFile()))
        return self.works


def packet_page(view: CaseView) -> PacketPage:
    view.show_step("packet")
    QCoreApplication.processEvents()
    page = view.page
    assert isinstance(page, PacketPage)
    return page


def side_of(view: CaseView) -> RoadSide:
    side = view.pane.findChild(RoadSide)
    assert side is not None
    return side


def ticks(view: CaseView) -> dict[str, QCheckBox]:
    """The ticks of what is left to do, by their words, as they stand now."""
    QCoreApplication.processEvents()
    return {box.accessibleName(): box for box in side_of(view).findChildren(QCheckBox) if box.isVisible()}


def said_by_banners(page: QWidget) -> str:
    return "".join(words_in(banner) for banner in page.findChildren(Banner) if banner.isVisible())


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def built_page(qtbot: QtBot, built_desk: Desk) -> PacketPage:
    return packet_page(shown_view(qtbot, built_desk))


def view_of(page: PacketPage) -> CaseView:
    view = page.window()
    assert isinstance(view, CaseView)
    return view


def test_errors_lead_to_the_check_or_to_a_draft_that_says_so(qtbot: QtBot, new_view: CaseView) -> None:
    page = packet_page(new_view)
    assert not page.make.isVisible()
    assert "直すところが" in said_by_banners(page)
    click(page.before.draft)
    folder = built(qtbot, page)
    assert verify(folder) == []
    assert "下書きができました" in said_by_banners(page)


def test_a_draft_that_is_out_of_date_can_be_made_again_as_a_draft(qtbot: QtBot, new_view: CaseView) -> None:
    page = packet_page(new_view)
    click(page.before.draft)
    folder = built(qtbot, page)
    before = digests(folder)
    new_view.session.enter({"contact.name": "佐伯　みのり"})
    click(page.again)
    qtbot.waitUntil(lambda: not page.is_building and page.result.isVisible(), timeout=SOON)
    assert verify(folder) == []
    assert digests(folder) != before


def test_a_packet_that_is_stopped_leaves_nothing_behind(qtbot: QtBot, view: CaseView) -> None:
    page = packet_page(view)
    home = page.before.target.parent
    click(page.make)
    qtbot.waitUntil(page.progress.isVisible)
    click(page.progress.stop)
    qtbot.waitUntil(page.before.isVisible, timeout=SOON)
    assert not home.exists() or list(home.iterdir()) == []
    assert page.make.isVisible()


def test_esc_stops_too_and_the_former_packet_stays_whole(qtbot: QtBot, desk: Desk, packet: Path) -> None:
    view = shown_view(qtbot, desk)
    page = packet_page(view)
    target = Path(shutil.copytree(packet, page.before.target))
    remember_build(desk.session, LastBuild(str(target), fingerprint(desk.session), "2023-08-21T14:32"))
    page._look_for_packet()
    before = digests(target.parent)
    click(page.again)
    qtbot.waitUntil(page.progress.isVisible)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(page.result.isVisible, timeout=SOON)
    assert digests(target.parent) == before


@pytest.mark.parametrize(("error", "said"), [(RenderError("印刷できません。"), "印刷できません。"), (ValueError("?"), STUMBLED)])
def test_a_build_that_fails_says_why_and_can_be_tried_again(qtbot: QtBot, view: CaseView, error: Exception, said: str) -> None:
    def broken(case: CaseFile, review: Review, order: Order) -> Steps:
        yield Progress("様式に書き込んでいます。", 0, 1, "fill")
        raise error

    page = packet_page(view)
    page.build = broken
    click(page.make)
    qtbot.waitUntil(page.before.isVisible, timeout=SOON)
    assert "作成できませんでした" in said_by_banners(page)
    assert said in said_by_banners(page)
    page.build = build_packet
    assert page.make.isEnabled()


def test_other_steps_may_be_looked_at_while_it_runs(qtbot: QtBot, view: CaseView) -> None:
    page = packet_page(view)
    click(page.make)
    view.show_step("plan")
    qtbot.waitUntil(lambda: not page.is_building and not page.progress.isVisibleTo(page), timeout=SOON)
    assert (view.page.step.id, page.isVisible(), page.again.isVisible()) == ("plan", False, False)
    view.show_step("packet")
    assert page.result.isVisible()


def test_a_packet_is_remembered_with_its_case(built_page: PacketPage, packet: Path) -> None:
    assert built_page.result.isVisible()
    assert built_page.step.id in built_page.session.checked  # the rail calls it done
    assert built_page.count.text() == "8月21日（月）14:32に作成"
    assert "6部がそろいました" in said_by_banners(built_page)
    assert "作ったあとで、内容が変わりました" not in said_by_banners(built_page)


def test_a_packet_that_was_moved_away_is_not_shown(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    remember_build(desk.session, LastBuild(str(tmp_path / "gone"), fingerprint(desk.session), "2023-08-21T14:32"))
    assert packet_page(shown_view(qtbot, desk)).before.isVisible()


def test_a_packet_of_other_answers_says_that_it_is_out_of_date(built_page: PacketPage) -> None:
    built_page.session.enter({"case.state": "posted"})
    assert "内容が変わりました" not in said_by_banners(built_page)
    built_page.session.enter({"contact.name": "甲"})
    assert "作ったあとで、内容が変わりました" in said_by_banners(built_page)
    built_page.session.undo()
    assert "内容が変わりました" not in said_by_banners(built_page)


def test_a_packet_without_one_of_its_papers_is_out_of_date(built_page: PacketPage) -> None:
    with_all = built_page.session.case.attached()
    built_page.session.case.remove(with_all[0])
    built_page.refresh()
    assert "作ったあとで、内容が変わりました" in said_by_banners(built_page)


def test_ticks_of_the_procedure_set_the_cases_state(built_page: PacketPage) -> None:
    view = view_of(built_page)
    built_page.session.enter({"case.state": "draft"})
    for title, state in (("エントリーをする", "entered"), ("Wordデータをメールで送る", "word_sent"), ("事務局の確認を待つ", "office_ok")):
        click(ticks(view)[title])
        assert built_page.session.plain("case.state") == state
    click(ticks(view)["事務局の確認を待つ"])
    assert built_page.session.plain("case.state") == "word_sent"


def test_printing_and_posting_wait_for_the_offices_answer(built_page: PacketPage) -> None:
    built_page.session.enter({"case.state": "word_sent"})
    QCoreApplication.processEvents()
    assert "事務局の確認の返事を受けてから行います。" in words_in(side_of(view_of(built_page)))
    built_page.session.enter({"case.state": "office_ok"})
    QCoreApplication.processEvents()
    assert "事務局の確認の返事を受けてから行います。" not in words_in(side_of(view_of(built_page)))


def test_other_ticks_are_remembered_by_the_case(qtbot: QtBot, built_desk: Desk) -> None:
    view = shown_view(qtbot, built_desk)
    packet_page(view)
    click(ticks(view)["封入チェックシートで数える"])
    again = shown_view(qtbot, built_desk)
    packet_page(again)
    assert ticks(again)["封入チェックシートで数える"].isChecked()
    assert not ticks(again)["両面で印刷する"].isChecked()


def test_what_the_entry_page_asks_stands_ready_to_copy(built_page: PacketPage) -> None:
    view = view_of(built_page)
    built_page.session.enter({"case.state": "draft"})
    QCoreApplication.processEvents()
    click(button(side_of(view), "写す内容を見る"))
    sheet = sheet_over(view, CopySheet)
    lines = {line.accessibleName(): line.text() for line in sheet.findChildren(QLineEdit)}
    assert "株式会社みなと精機" in lines.values()
    assert nameless(sheet) == []
    label = next(name for name, text in lines.items() if text == "株式会社みなと精機")
    click(button(sheet, f"{label}をコピー"))
    assert QGuiApplication.clipboard().text() == "株式会社みなと精機"


def test_the_letter_with_the_word_data_has_address_subject_and_text(built_page: PacketPage) -> None:
    opener = Opener()
    built_page.open_url = opener
    view = view_of(built_page)
    built_page.session.enter({"case.state": "entered"})
    QCoreApplication.processEvents()
    click(button(side_of(view), "送る準備をする"))
    sheet = sheet_over(view, CopySheet)
    assert "kaigai-syutsugan@niro.or.jp" in [line.text() for line in sheet.findChildren(QLineEdit)]
    assert "株式会社みなと精機" in "".join(lines.text() for lines in sheet.findChildren(TextBox))
    click(button(sheet, "添付するWordデータの場所を開く"))
    assert [path.name for path in opener.opened] == ["word"]


def test_files_of_the_packet_are_opened_by_the_systems_own_program(built_page: PacketPage, packet: Path) -> None:
    opener = Opener()
    built_page.open_url = opener
    click(built_page.open_pdf)
    click(built_page.open_folder)
    assert opener.opened == [packet / "packet-2in1.pdf", packet]
    built_page.open_url = Opener(works=False)
    click(built_page.open_pdf)
    assert has_sheet(built_page)


def test_every_sheet_of_paper_can_be_looked_at_in_large_and_left_before_it_is_drawn(qtbot: QtBot, built_page: PacketPage) -> None:
    card = built_page.findChildren(SheetCard)[0]
    assert card.accessibleName().startswith("用紙 1、")
    for _ in range(2):
        click(card)
        sheet = sheet_over(built_page, SheetView)
        assert nameless(sheet) == []
        press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Escape)
        QCoreApplication.processEvents()
    qtbot.wait(300)  # what was asked for comes back, and nobody is there any more
    assert not has_sheet(built_page)


def test_the_panels_of_the_packet_name_what_takes_the_keyboard(built_page: PacketPage) -> None:
    built_page.print_sheets()
    assert nameless(sheet_over(built_page, PrintSheet)) == []
    assert nameless(view_of(built_page)) == []


def test_in_a_narrow_window_the_next_errand_stands_in_the_bar(qtbot: QtBot, built_desk: Desk) -> None:
    built_desk.session.enter({"case.state": "draft"})
    view = shown_view(qtbot, built_desk, 911, 432)
    page = packet_page(view)
    QCoreApplication.processEvents()
    assert page.errand.label() == "写す内容を見る..."
    page.session.enter({"case.state": "entered"})
    QCoreApplication.processEvents()
    assert page.errand.label() == "送る準備をする..."
    click(page.errand)
    assert sheet_over(view, CopySheet)


def test_what_goes_around_the_packet_is_opened_from_where_the_errands_speak_of_it(built_page: PacketPage, packet: Path) -> None:
    opener = Opener()
    built_page.open_url = opener
    built_page.session.enter({"case.state": "office_ok"})
    QCoreApplication.processEvents()
    click(button(side_of(view_of(built_page)), "宛名と送付状"))
    sheet = sheet_over(built_page, PostSheet)
    assert nameless(sheet) == []
    for title, name in (("送付状を開く", "cover-letter.pdf"), ("日程（カレンダー）を開く", "calendar.ics")):
        click(button(sheet, title))
        assert opener.opened[-1] == packet / "post" / name


def test_the_bar_says_what_may_be_done_meanwhile_and_afterwards(qtbot: QtBot, view: CaseView) -> None:
    page = packet_page(view)
    assert "いつ閉じてもかまいません" in words_in(view.bottombar)
    click(page.make)
    assert "作成しているあいだも、ほかの画面を見たり直したりできます。" in words_in(view.bottombar)
    qtbot.waitUntil(page.result.isVisible, timeout=SOON)
    assert "回答を変えると、作り直しが必要になったことを" in words_in(view.bottombar)


def test_the_folder_to_build_into_is_chosen_with_the_systems_dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "elsewhere")
    before = PacketBefore(desk, clerk)
    qtbot.addWidget(before)
    named = before.target.name
    before.resize(700, 500)
    before.show()
    click(button(before, "保存する場所を変更"))
    assert before.target == tmp_path / "elsewhere" / named
    assert clerk.asked[0].wants == "folder"


def test_what_is_on_its_way_to_the_printer_keeps_its_panel(qtbot: QtBot, built_page: PacketPage, tmp_path: Path) -> None:
    built_page.print_sheets()
    panel = sheet_over(built_page, PrintSheet)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    panel.line.begin(PrintJob(built_page.desk.studio, tmp_path / "none.pdf", Sides((0,)), printer))
    panel.close_sheet()
    built_page.print_sheets()
    assert sheet_over(built_page, PrintSheet) is panel
    qtbot.waitUntil(lambda: "見つかりません" in words_in(panel), timeout=SOON)
    panel.close_sheet()
    built_page.print_sheets()
    assert sheet_over(built_page, PrintSheet) is not panel


def test_whoever_comes_back_to_the_page_finds_its_buttons(view: CaseView) -> None:
    page = packet_page(view)
    for step in ("plan", "packet", "packet"):
        view.show_step(step)
    assert page.make.isVisible()
