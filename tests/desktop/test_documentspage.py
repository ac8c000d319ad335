"""添付書類: files come in by dropping and choosing, are seen, moved, turned, replaced and taken out, and all of it can be taken back."""

import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.changes import PaperAdded
from desktop.desk import Desk
from desktop.documents.documentspage import DocumentsPage
from desktop.documents.documentspagewords import not_needed
from desktop.documents.droplist import DropList
from desktop.documents.dropping import PAPER
from desktop.preview.previewpanepaper import PaperView
from desktop.session import Session
from forms.attachments.turning import turns_of
from forms.casefile import open_case_file
from forms.papers import Paper
from forms.paths import RESOURCES
from tests.desktop.pageskit import TODAY, opened, shown, step_of, words_in
from tests.forms.pdfkit import page_pdf

FILES = RESOURCES / "samples" / "company-patent" / "files"
FUNDING, ART, ESTIMATE = FILES / "shikin.pdf", FILES / "chosa.pdf", FILES / "quotation-us.pdf"
SOON = 30_000  # ms: the worker has to start first
Asked = Callable[[QWidget, str, Callable[[list[Path]], None]], None]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path) as made:
        made.session.enter({"applicant.type": "corporation"})
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> DocumentsPage:
    return made(qtbot, desk)


def made(qtbot: QtBot, desk: Desk, answer: list[Path] | None = None) -> DocumentsPage:
    """The page with its side, both shown; `answer`: the files that are chosen whenever the page asks for some."""

    def ask(over: QWidget, title: str, then: Callable[[list[Path]], None]) -> None:
        then(answer or [])

    page = DocumentsPage(desk, step_of(desk, "documents"), ask)
    qtbot.addWidget(page)
    qtbot.addWidget(page.side)
    shown(page, 702, 577)
    page.side.resize(436, 577)
    page.side.show()
    return page


def names(page: DocumentsPage, document: str) -> list[str]:
    return [paper.name for paper in page.session.case.attached() if paper.document == document]


def take(qtbot: QtBot, page: DocumentsPage, document: str, *files: Path) -> None:
    """Drop files on a document's row and wait until all have been read."""
    page.drop_on(document, files)
    rest(qtbot, page)


def rest(qtbot: QtBot, page: DocumentsPage) -> None:
    qtbot.waitUntil(lambda: page.paperwork.progress is None, timeout=SOON)


def copies(folder: Path, source: Path, *called: str) -> list[Path]:
    return [Path(shutil.copy(source, folder / name)) for name in called]


def locked(folder: Path, name: str, password: str) -> Path:
    with pikepdf.open(ESTIMATE) as pdf:
        pdf.save(folder / name, encryption=pikepdf.Encryption(owner="owner", user=password))
    return folder / name


def words(page: DocumentsPage, document: str) -> str:
    return page.list.row(document).state.words


def test_every_document_of_the_case_has_a_row_in_packet_order(page: DocumentsPage) -> None:
    assert page.list.names == [planned.document.id for planned in page.session.review.packet]
    assert words(page, "funding_plan") == "まだありません"
    assert words(page, "officers_list") == "プログラムが作成"
    assert page.count.text() == "必要な7点のうち 0点がそろいました"
    assert all(page.list.row(name).accessibleName() for name in page.list.names)


def test_a_file_dropped_on_a_row_is_taken_in_and_seen(qtbot: QtBot, page: DocumentsPage) -> None:
    take(qtbot, page, "funding_plan", FUNDING)
    assert (names(page, "funding_plan"), page.list.row("funding_plan").state.pages) == (["shikin.pdf"], "1ページ")
    qtbot.waitUntil(lambda: page.side.grid.cards[0].has_picture, timeout=SOON)
    page.session.undo()
    assert (names(page, "funding_plan"), words(page, "funding_plan")) == ([], "まだありません")
    page.session.redo()
    assert names(page, "funding_plan") == ["shikin.pdf"]


def test_files_dropped_on_the_page_are_confirmed_first_and_are_one_step_of_undo(
    qtbot: QtBot, page: DocumentsPage, tmp_path: Path
) -> None:
    files = copies(tmp_path, FUNDING, "見積書(10).pdf", "見積書(2).pdf", "資料7 資金計画.pdf", "scan.pdf", "決め手のない名前.pdf")
    page.drop(files)
    asked = page.window().findChild(DropList)
    assert asked is not None
    chosen = {file.name: box.currentData() for file, box in asked.choices}
    assert chosen["見積書(2).pdf"] == chosen["見積書(10).pdf"] == "estimates"
    assert (chosen["資料7 資金計画.pdf"], chosen["scan.pdf"]) == ("funding_plan", "")
    assert not page.session.case.attached()
    box = next(box for file, box in asked.choices if file.name == "scan.pdf")
    box.setCurrentIndex(box.findData("prior_art"))
    asked.take()
    rest(qtbot, page)
    assert names(page, "estimates") == ["見積書(2).pdf", "見積書(10).pdf"]
    assert (names(page, "funding_plan"), names(page, "prior_art")) == (["資料7 資金計画.pdf"], ["scan.pdf"])
    page.session.undo()
    assert not page.session.case.attached()


def proposed(page: DocumentsPage) -> list[str]:
    """The files of the list that asks which document each is for."""
    asked = page.window().findChild(DropList)
    return [file.name for file, _ in asked.choices] if asked else []


def test_a_dropped_folder_stands_for_its_files_in_the_order_in_which_people_count(page: DocumentsPage, tmp_path: Path) -> None:
    folder = tmp_path / "書類"
    (folder / "中").mkdir(parents=True)
    copies(folder, FUNDING, "10.pdf", ".hidden.pdf")
    copies(folder / "中", FUNDING, "2.pdf")
    page.drop([folder, FUNDING])
    assert proposed(page) == ["2.pdf", "10.pdf", "shikin.pdf"]


def test_a_dropped_zip_stands_for_its_files_and_one_that_cannot_be_opened_is_said(qtbot: QtBot, page: DocumentsPage, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "書類.zip", "w") as archive:
        archive.write(FUNDING, "書類/資料7.pdf")
        archive.write(FUNDING, "書類/資料10.pdf")
    (tmp_path / "壊れた.zip").write_bytes(b"PK and no more")
    page.drop([tmp_path / "書類.zip", tmp_path / "壊れた.zip"])
    qtbot.waitUntil(lambda: bool(proposed(page)), timeout=SOON)
    assert proposed(page) == ["資料7.pdf", "資料10.pdf"]
    assert "「壊れた.zip」は壊れているか" in words_in(page.fault)
    asked = page.window().findChild(DropList)
    assert asked is not None
    asked.take()
    rest(qtbot, page)
    assert names(page, "funding_plan") == ["資料7.pdf"]
    page.shut()


def test_a_protected_file_asks_for_its_password_in_place_and_the_next_one_needs_none(
    qtbot: QtBot, page: DocumentsPage, tmp_path: Path
) -> None:
    take(qtbot, page, "estimates", locked(tmp_path, "見積書（中国）.pdf", "himitsu"), ESTIMATE)
    assert (names(page, "estimates"), words(page, "estimates")) == (["quotation-us.pdf"], "1件が入りません")
    (plate,) = page.list.plates("estimates")
    assert "見積書（中国）.pdf は入れられませんでした" in words_in(plate)
    plate.way_out.click()
    plate.password.setText("chigau")
    plate.open.click()
    rest(qtbot, page)
    (plate,) = page.list.plates("estimates")
    plate.way_out.click()
    plate.password.setText("himitsu")
    QTest.keyClick(plate.password, Qt.Key.Key_Return)
    rest(qtbot, page)
    assert names(page, "estimates") == ["quotation-us.pdf", "見積書（中国）.pdf"]
    assert not page.list.plates("estimates")
    take(qtbot, page, "estimates", locked(tmp_path, "見積書（韓国）.pdf", "himitsu"))
    assert names(page, "estimates")[-1] == "見積書（韓国）.pdf"


def test_what_cannot_be_taken_in_says_why_and_offers_another_file(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page = made(qtbot, desk, [FUNDING])
    broken = tmp_path / "資金計画.pdf"
    broken.write_text("これは PDF ではありません")
    take(qtbot, page, "funding_plan", broken)
    (plate,) = page.list.plates("funding_plan")
    assert "資金計画.pdf" in plate.refusal.reason
    assert not plate.refusal.wants_password
    plate.way_out.click()
    rest(qtbot, page)
    assert names(page, "funding_plan") == ["shikin.pdf"]
    assert not page.list.plates("funding_plan")


def test_a_refusal_can_be_closed(qtbot: QtBot, page: DocumentsPage, tmp_path: Path) -> None:
    take(qtbot, page, "funding_plan", tmp_path / "ない.pdf")
    (plate,) = page.list.plates("funding_plan")
    plate.dismiss.click()
    assert not page.list.plates("funding_plan")
    assert words(page, "funding_plan") == "まだありません"


def test_stopping_leaves_out_what_has_not_come_in_yet(qtbot: QtBot, page: DocumentsPage) -> None:
    page.drop_on("estimates", [ESTIMATE, FUNDING, ART])
    assert page.coming.isVisibleTo(page)
    page.coming.stop.click()
    assert not page.coming.isVisibleTo(page)
    take(qtbot, page, "funding_plan", FUNDING)
    assert not names(page, "estimates")


def test_a_paper_taken_out_says_so_and_comes_back(qtbot: QtBot, page: DocumentsPage) -> None:
    take(qtbot, page, "estimates", ESTIMATE, FUNDING)
    page.side.tools.remove.click()
    assert names(page, "estimates") == ["shikin.pdf"]
    assert page.side.taken_out.accessibleName() == "資料6から「quotation-us.pdf」を取り除きました"
    page.side.taken_out.acted.emit()
    assert names(page, "estimates") == ["quotation-us.pdf", "shikin.pdf"]
    assert not page.side.taken_out.isVisibleTo(page.side)


def test_keys_choose_move_and_take_out_papers(qtbot: QtBot, page: DocumentsPage) -> None:
    take(qtbot, page, "estimates", ESTIMATE, FUNDING)
    first, second = page.side.grid.cards
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert page.side.grid.chosen == second.paper
    QTest.keyClick(second, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert names(page, "estimates") == ["shikin.pdf", "quotation-us.pdf"]
    assert page.side.grid.cards == [second, first]
    page.session.undo()
    assert names(page, "estimates") == ["quotation-us.pdf", "shikin.pdf"]
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert names(page, "estimates") == ["quotation-us.pdf"]


def drop_at(place: QWidget, data: QMimeData, at: QPointF) -> None:
    """What Qt sends when the mouse comes in and lets go."""
    buttons, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    entering = QDragEnterEvent(at.toPoint(), action, data, buttons, keys)
    QApplication.sendEvent(place, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(place, QDropEvent(at, action, data, buttons, keys))


def test_a_thumbnail_is_dragged_to_another_place_or_document(qtbot: QtBot, page: DocumentsPage) -> None:
    take(qtbot, page, "estimates", ESTIMATE, FUNDING)
    data = QMimeData()
    data.setData(PAPER, QByteArray(str(page.side.grid.cards[0].paper.id).encode()))
    drop_at(page.side.grid, data, QPointF(page.side.grid.width() - 1, 20))
    assert names(page, "estimates") == ["shikin.pdf", "quotation-us.pdf"]
    drop_at(page.list.row("prior_art"), data, QPointF(5, 5))
    assert (names(page, "estimates"), names(page, "prior_art")) == (["shikin.pdf"], ["quotation-us.pdf"])
    page.session.undo()
    assert names(page, "estimates") == ["shikin.pdf", "quotation-us.pdf"]


def test_files_dropped_by_mouse_on_a_row_are_for_its_document(qtbot: QtBot, page: DocumentsPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(FUNDING))])
    drop_at(page.list.row("funding_plan"), data, QPointF(5, 5))
    rest(qtbot, page)
    assert names(page, "funding_plan") == ["shikin.pdf"]


def test_a_page_is_turned_and_its_picture_with_it(qtbot: QtBot, page: DocumentsPage) -> None:
    take(qtbot, page, "funding_plan", FUNDING)
    (card,) = page.side.grid.cards
    qtbot.waitUntil(lambda: card.has_picture, timeout=SOON)
    before = card.grab().toImage()
    case = page.session.case
    page.side.tools.turn.click()
    qtbot.waitUntil(lambda: turns_of(case.pdf(card.paper))[0] == 1, timeout=SOON)
    qtbot.waitUntil(lambda: card.grab().toImage() != before, timeout=SOON)
    page.session.undo()
    assert turns_of(case.pdf(card.paper))[0] == 0


def test_a_paper_is_replaced_at_its_place(qtbot: QtBot, desk: Desk) -> None:
    page = made(qtbot, desk, [ART])
    take(qtbot, page, "estimates", ESTIMATE, FUNDING)
    page.side.tools.replace.click()
    rest(qtbot, page)
    assert names(page, "estimates") == ["chosa.pdf", "shikin.pdf"]
    page.session.undo()
    assert names(page, "estimates") == ["quotation-us.pdf", "shikin.pdf"]


def test_a_paper_of_several_pages_can_be_leafed_through_and_seen_large(qtbot: QtBot, page: DocumentsPage) -> None:
    take(qtbot, page, "base_application", FILES / "tokugan.pdf")
    page.side.pager.after.click()
    paper = page.side.grid.chosen
    assert paper is not None
    assert page.side.grid.page_of(paper) == 1
    page.side.pager.large.click()
    large = next(view for view in page.side.window().findChildren(PaperView) if view.accessibleName() == "大きく表示したページ")
    qtbot.waitUntil(large.has_picture, timeout=SOON)


def test_arrow_keys_walk_the_rows_and_reveal_selects_one(page: DocumentsPage) -> None:
    page.reveal("funding_plan")
    assert page.list.row("funding_plan").isChecked()
    assert page.side.planned is not None
    assert page.side.planned.document.id == "funding_plan"
    QTest.keyClick(page.list.row("funding_plan"), Qt.Key.Key_Down)
    assert page.list.row("prior_art").isChecked()
    page.side.head.before.click()
    assert page.list.row("funding_plan").isChecked()


def test_a_form_is_seen_as_it_will_be_printed(qtbot: QtBot, page: DocumentsPage) -> None:
    page.list.row("officers_list").click()
    qtbot.waitUntil(page.side.form.paper.has_picture, timeout=SOON)
    qtbot.waitUntil(lambda: page.list.row("officers_list").state.pages == "1ページ", timeout=SOON)
    assert not page.side.tools.isVisibleTo(page.side)


def test_a_signed_scan_takes_the_place_of_a_form_that_is_signed_by_hand(qtbot: QtBot, page: DocumentsPage) -> None:
    page.session.enter({"attorney.none": False})
    page.list.row("consent").click()
    qtbot.waitUntil(lambda: "手で行うこと" in words_in(page.side))
    take(qtbot, page, "consent", FUNDING)
    assert words(page, "consent") == "署名入りを入れました"
    assert not page.side.form.isVisibleTo(page.side)


def one_page(name: str) -> Paper:
    return Paper(name, name, b"original", FUNDING.read_bytes(), 1, ())


def test_a_finding_stands_in_the_row_in_short_and_in_the_side_whole(qtbot: QtBot, page: DocumentsPage) -> None:
    page.session.enter({"applicant.established": "2001-04-01"})
    page.session.note(PaperAdded(page.session.case.attach("accounts", one_page("決算書.pdf"))))
    page.reveal("accounts")
    assert words(page, "accounts") == "1期分だけのようです"
    qtbot.waitUntil(lambda: "決算書が1期分だけのようです。直近2期分を入れてください。" in words_in(page.side))


def test_papers_that_this_case_does_not_need_are_listed_so_that_they_can_be_taken_out(page: DocumentsPage) -> None:
    page.session.note(PaperAdded(page.session.case.attach("residence", one_page("住民票.pdf"))))
    assert words(page, "residence") == "印刷しません"
    page.reveal("residence")
    page.side.tools.remove.click()
    assert "residence" not in page.list.names


def test_what_is_not_needed_is_said_once_with_its_reason(qtbot: QtBot, page: DocumentsPage) -> None:
    page.session.enter({"base.joint": False, "foreign.joint": False})
    said = not_needed(page.session.facts, page.session.review.packet)
    assert "資料9（持分割合及び費用負担割合の明記がある契約書等の写し）は、「外国出願の共同出願の有無」が「いいえ」のため、必要ありません。" in said
    qtbot.waitUntil(lambda: said[0] in words_in(page.list))


def test_a_case_that_is_only_read_takes_nothing_and_loses_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.session.note(PaperAdded(desk.session.case.attach("funding_plan", one_page("資金計画.pdf"))))
    with open_case_file(desk.session.case.path, read_only=True) as case:
        page = made(qtbot, Desk(Session(case, TODAY), desk.studio, desk.settings), [FUNDING])
        page.reveal("funding_plan")
        take(qtbot, page, "funding_plan", FUNDING)
        page.drop([FUNDING])
        QTest.keyClick(page.side.grid.cards[0], Qt.Key.Key_Delete)
        assert not page.side.tools.add.isEnabled()
        assert not page.zone.isVisibleTo(page)
        assert names(page, "funding_plan") == ["資金計画.pdf"]


def test_what_hangs_on_a_question_that_is_still_open_is_not_called_unneeded(page: DocumentsPage) -> None:
    page.session.enter({"applicant.type": ""})
    said = not_needed(page.session.facts, page.session.review.packet)
    label = page.session.call.fields["applicant.type"].label
    assert said[0] == f"資料1（登記簿謄本の写しなど）は、必要かどうかがまだ決まりません。「{label}」が決まると分かります。"
    assert all("のため、必要" in sentence or "いまの答えでは、必要" in sentence or "まだ決まりません" in sentence for sentence in said)


def test_a_picture_finer_than_a_printer_shows_is_made_lighter_on_request_and_back(
    qtbot: QtBot, page: DocumentsPage, tmp_path: Path
) -> None:
    Image.effect_noise((7000, 9000), 20).save(tmp_path / "細かい写真.jpg", quality=75)
    take(qtbot, page, "funding_plan", tmp_path / "細かい写真.jpg")
    page.reveal("funding_plan")
    case, (card,) = page.session.case, page.side.grid.cards
    heavy = case.pdf(card.paper)
    assert page.side.heavy.isVisibleTo(page.side)
    page.side.heavy.acted.emit()
    qtbot.waitUntil(lambda: any("600 dpi に減らして軽くしました" in note for note in card.paper.notes), timeout=SOON)
    assert len(case.pdf(card.paper)) < len(heavy)
    assert not page.side.heavy.isVisibleTo(page.side)
    page.session.undo()
    assert case.pdf(card.paper) == heavy
    assert page.side.heavy.isVisibleTo(page.side)


def test_pages_without_their_fonts_are_made_pictures_on_request_and_back(qtbot: QtBot, page: DocumentsPage, tmp_path: Path) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/MS-Mincho"))
    drawing = {"/MediaBox": Array([0, 0, 595, 842]), "/Resources": Dictionary(Font=Dictionary(F=font))}
    (tmp_path / "資金.pdf").write_bytes(page_pdf(b"BT /F 30 Tf 99 500 Td (abc) Tj ET", drawing))
    take(qtbot, page, "funding_plan", tmp_path / "資金.pdf")
    page.reveal("funding_plan")
    (card,) = page.side.grid.cards
    assert page.side.fontless.isVisibleTo(page.side)
    page.side.fontless.acted.emit()
    qtbot.waitUntil(lambda: any("画像（300 dpi）にしました" in note for note in card.paper.notes), timeout=SOON)
    assert not page.side.fontless.isVisibleTo(page.side)
    page.session.undo()
    assert page.side.fontless.isVisibleTo(page.side)
