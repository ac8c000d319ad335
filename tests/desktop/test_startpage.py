"""The start page: cases at hand, the call of the day, and what begins there."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.around.aboutsheet import AboutSheet
from desktop.around.helpsheet import HelpSheet
from desktop.around.settingssheet import SettingsSheet
from desktop.kit.look import dress
from desktop.start.newcase import NewCaseSheet
from desktop.start.picksheet import PickSheet
from desktop.start.startpage import StartPage
from desktop.start.startpagecall import CallCard
from desktop.start.startpagecalls import shown_call
from desktop.start.startpagerecents import REMOVE
from desktop.start.startpagewords import left_words, when_words
from forms.cases import read_case
from forms.catalog.model import Call
from tests.desktop.startkit import TODAY, Clerk, button, has_sheet, recent, settings_in, sheet_over, texts

ROOT = Path(__file__).resolve().parent.parent.parent
Open = Callable[..., StartPage]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens a start page with these recent cases and waits until the call is shown."""

    def open_page(*names: str, clerk: Clerk | None = None, today: date = TODAY, gone: str = "") -> StartPage:
        paths = [tmp_path / f"{name}.shinsei" for name in names]
        for path in paths:
            path.touch()
        (tmp_path / f"{gone}.shinsei").unlink(missing_ok=True)
        page = StartPage(settings_in(tmp_path, (recent(path, path.stem) for path in paths)), today, ask=clerk)
        qtbot.addWidget(page)
        page.resize(1366, 688)
        page.show()
        qtbot.waitUntil(lambda: "公募" in page.main.card.accessibleName(), timeout=20_000)
        return page

    return open_page


def test_the_whole_row_opens_its_case(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened("甲", "乙")
    place = page.main.recents.visualItemRect(page.main.recents.item(1)).center()
    with qtbot.waitSignal(page.open_wanted) as caught:
        QTest.mouseClick(page.main.recents.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [tmp_path / "乙.shinsei"]


def test_arrows_and_enter_open_a_case(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened("甲", "乙", "丙")
    QTest.keyClick(page.main.recents, Qt.Key.Key_Down)
    QTest.keyClick(page.main.recents, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_wanted) as caught:
        QTest.keyClick(page.main.recents, Qt.Key.Key_Return)
    assert caught.args == [tmp_path / "丙.shinsei"]


def test_a_row_tells_a_screen_reader_everything(opened: Open) -> None:
    told = opened("甲").main.recents.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "甲、特許　特願2023-012345、記入 88のうち71、書類 9のうち6、入力中、誤り2、あと8日、今日 14:32"


def test_a_missing_file_is_said_and_not_opened(opened: Open, qtbot: QtBot) -> None:
    page = opened("甲", gone="甲")
    assert "ファイルが見つかりません" in page.main.recents.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    with qtbot.assertNotEmitted(page.open_wanted):
        QTest.keyClick(page.main.recents, Qt.Key.Key_Return)


def test_a_row_can_be_taken_off_the_list_and_its_file_stays(opened: Open, tmp_path: Path) -> None:
    page = opened("甲", "乙")
    menu = page.main.recents.make_menu(QPoint(10, 10))
    next(action for action in menu.actions() if action.text() == REMOVE).trigger()
    assert [page.main.recents.case_at(row).recent.name for row in range(page.main.recents.count())] == ["乙"]
    assert (tmp_path / "甲.shinsei").exists()


def test_the_list_begins_with_six_and_shows_all_when_asked(opened: Open, qtbot: QtBot) -> None:
    page = opened(*"甲乙丙丁戊己庚辛")
    assert page.main.recents.count() == 6
    QTest.mouseClick(page.main.more, Qt.MouseButton.LeftButton)
    assert page.main.recents.count() == 8
    assert not page.main.more.isVisible()


def test_a_newcomer_sees_how_to_begin(opened: Open) -> None:
    page = opened()
    assert page.main.empty.isVisible()
    assert not page.main.recents.isVisible()
    assert page.side.new.hasFocus()


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2023, 7, 1), "受付前の公募"),
        (date(2023, 8, 24), "受付中の公募"),
        (date(2023, 9, 2), "受付は終わりました"),
    ],
)
def test_the_call_is_shown_as_it_stands_that_day(opened: Open, today: date, words: str) -> None:
    assert words in texts(opened(today=today).main.card)


@pytest.mark.parametrize("width", [560, 1000])
def test_nothing_moves_when_the_call_arrives(qtbot: QtBot, call: Call, width: int) -> None:
    card = CallCard()
    qtbot.addWidget(card)
    before = card.heightForWidth(width)
    card.show_call(shown_call(call, TODAY)._replace(details="8月1日から9月1日まで"))
    assert card.heightForWidth(width) == before


def test_a_file_is_asked_for_and_opened(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "x.shinsei")
    page = opened(clerk=clerk)
    with qtbot.waitSignal(page.open_wanted) as caught:
        QTest.mouseClick(page.side.open, Qt.MouseButton.LeftButton)
    assert caught.args == [tmp_path / "x.shinsei"]
    assert clerk.asked[0].wants == "open"


def test_a_sample_is_opened_as_a_copy_on_its_own_day(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened()
    QTest.mouseClick(page.side.samples, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.sample_wanted) as caught:
        QTest.mouseClick(button(sheet_over(page, PickSheet), "株式会社みなと精機"), Qt.MouseButton.LeftButton)
    path, day = caught.args
    assert day == date(2023, 8, 21)
    assert path.is_relative_to(tmp_path)
    assert read_case(path)[1]["applicant.trade_name"] == "株式会社みなと精機"


def test_a_sample_that_cannot_be_copied_is_said_in_place(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened()
    (tmp_path / "cases").write_text("a file where the folder should be")
    QTest.mouseClick(page.side.samples, Qt.MouseButton.LeftButton)
    sheet = sheet_over(page, PickSheet)
    QTest.mouseClick(sheet.rows[0], Qt.MouseButton.LeftButton)
    assert "作れません" in texts(sheet)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("設定", SettingsSheet), ("このプログラムについて", AboutSheet), ("新しい申請をはじめる", NewCaseSheet)],
)
def test_the_left_column_opens_its_sheets(opened: Open, qtbot: QtBot, name: str, kind: type[PickSheet]) -> None:
    page = opened()
    QTest.mouseClick(button(page.side, name), Qt.MouseButton.LeftButton)
    sheet = sheet_over(page, kind)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not has_sheet(page)


def test_f1_explains_the_start_page(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.side.new, Qt.Key.Key_F1)
    assert "見本を見る" in texts(sheet_over(page, HelpSheet))


def test_who_comes_back_stands_on_the_last_case(opened: Open, tmp_path: Path) -> None:
    page = opened()
    (tmp_path / "甲.shinsei").touch()
    page.hide()
    page.settings.change(recents=(recent(tmp_path / "甲.shinsei"),))
    page.show()
    assert page.focusWidget() is page.main.recents
    assert page.main.recents.count() == 1


def test_every_button_has_a_name(opened: Open) -> None:
    page = opened("甲")
    assert [each for each in page.findChildren(QAbstractButton) if each.isVisible() and not each.accessibleName()] == []


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 688, 100), (911, 432, 100), (1366, 688, 150)])
def test_nothing_is_wider_than_its_place(opened: Open, qapp: QApplication, qtbot: QtBot, width: int, height: int, scale: int) -> None:
    page = opened("甲")
    dress(qapp, scheme="light", scale=scale)
    page.resize(width, height)
    qtbot.wait(20)
    places = [(inside.minimumSizeHint().width(), area.viewport().width()) for area in (page.main, page.side.area) if (inside := area.widget())]
    dress(qapp, scheme="light", scale=100)
    assert [place for place in places if place[0] > place[1]] == []


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2023-08-24T14:32", "今日 14:32"),
        ("2023-08-23T09:00", "昨日"),
        ("2023-08-10T09:00", "8月10日"),
        ("2022-12-31T09:00", "2022年12月31日"),
        ("nonsense", ""),
    ],
)
def test_when_a_case_was_touched_is_said_as_people_say_it(at: str, words: str) -> None:
    assert when_words(at, TODAY) == words


@pytest.mark.parametrize(("closes", "words"), [("2023-09-01", "あと8日"), ("2023-08-24", "今日まで"), ("2023-08-23", "受付終了"), ("", "—")])
def test_the_days_left_are_counted_from_today(closes: str, words: str) -> None:
    assert left_words(closes, TODAY) == words


def test_the_window_stands_without_what_it_does_not_show() -> None:
    library = ("forms.catalog", "forms.review", "forms.fonts", "forms.render", "docx", "reportlab", "pypdf", "sqlite3", "importlib.metadata")
    later = ("desktop.kit.sheet", "desktop.kit.style", "desktop.kit.qicons", "desktop.start.startpagerecents", "desktop.start.startpageflows")
    slow = ("json", "dataclasses", "platformdirs", "ctypes")
    script = f"import sys, desktop.__main__, desktop.application; sys.exit(any(name.startswith({library + later + slow}) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
