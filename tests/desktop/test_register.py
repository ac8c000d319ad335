"""The list of many cases: each file is looked at, sorted, filtered, counted, written out and built with the others."""

import csv
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.register.arranging import (
    ERRORS,
    LACKING,
    NEARING,
    OVER,
    STAGE,
    Wish,
    arranged,
    belongs,
    company_sum,
    counts_of,
    fits,
    hindrance,
)
from desktop.register.batch import targets_of
from desktop.register.columns import short_day, told
from desktop.register.folder import register_folder
from desktop.register.looking import CaseRow, Company, look_at_case
from desktop.register.page import RegisterPage
from desktop.register.writing import write_csv
from desktop.session import Session
from desktop.settings import SettingsFile
from desktop.studio import Studio
from forms.built import read_built
from forms.casefile import create_case, open_case_file
from forms.errors import TargetError
from tests.desktop.journeycase import nameless
from tests.desktop.startkit import Clerk, settings_in

DAY = date(2023, 8, 24)
PLAIN = CaseRow(Path("a.shinsei"), name="株式会社みなと精機", looked=True, stage="入力中", company=Company(("1", "みなと"), 3_000_000, 2023))


@pytest.fixture
def folder(company_file: Path, tmp_path: Path) -> Path:
    """A whole case, one with faults, an empty one and a file that is no case."""
    folder = tmp_path / "案件"
    folder.mkdir()
    shutil.copy(company_file, folder / "whole.shinsei")
    shutil.copy(company_file, folder / "faulty.shinsei")
    with open_case_file(folder / "faulty.shinsei") as case:
        case.enter({"applicant.trade_name": "有限会社しおかぜ", "applicant.corporate_number": "123", "case.state": "draft"})
        case.remove(case.attached()[0])
    create_case(folder / "empty.shinsei", "hyogo-r5-2").close()
    (folder / "broken.shinsei").write_bytes(b"no case at all")
    return folder


@pytest.fixture
def page(qtbot: QtBot, folder: Path, studio: Studio, tmp_path: Path) -> Iterator[RegisterPage]:
    """The folder's list, looked at and in front."""
    settings = settings_in(tmp_path)
    settings.change(register=str(folder))
    page = RegisterPage(settings, studio, DAY, ask=Clerk(tmp_path / "out"))
    qtbot.addWidget(page)
    page.resize(1366, 688)
    with qtbot.waitSignal(page.looker.done, timeout=30_000):
        page.show()
    yield page
    page.shut()


def stems(page: RegisterPage) -> list[str]:
    return [row.path.stem for row in page.model.rows]


def place(page: RegisterPage, stem: str) -> int:
    return stems(page).index(stem)


# one case


def test_a_whole_case_is_seen_with_its_figures(company_file: Path) -> None:
    row = look_at_case(company_file, DAY)
    assert (row.name, row.right, row.number, row.stage) == ("株式会社みなと精機", "特許", "特願2022-990317", "事務局確認済")
    assert (row.deadline, row.requested, row.step) == (date(2023, 11, 21), 516_000, "作成")
    assert row.is_ready
    assert row.given == row.asked > 0


def test_faults_and_what_is_missing_are_counted_apart(folder: Path) -> None:
    row = look_at_case(folder / "faulty.shinsei", DAY)
    assert (row.errors > 0, row.lacking, row.blanks, row.is_ready) == (True, 1, 0, False)


def test_an_empty_case_begins_with_the_first_step(folder: Path) -> None:
    row = look_at_case(folder / "empty.shinsei", DAY)
    assert (row.name, row.deadline, row.requested, row.given) == ("", None, None, 0)
    assert row.blanks > 0


@pytest.mark.parametrize("name", ["broken.shinsei", "not-there.shinsei"])
def test_a_file_that_cannot_be_read_is_a_row_with_a_sentence(folder: Path, name: str) -> None:
    row = look_at_case(folder / name, DAY)
    assert row.fault.endswith("。")
    assert not row.is_ready


def test_looking_at_a_case_changes_nothing_in_it(folder: Path) -> None:
    before = (folder / "whole.shinsei").read_bytes()
    look_at_case(folder / "whole.shinsei", DAY)
    assert (folder / "whole.shinsei").read_bytes() == before


def test_the_other_cases_that_the_window_counts_count_here_too(folder: Path) -> None:
    others = tuple(folder / name for name in ("second.shinsei", "third.shinsei"))
    for other in others:
        shutil.copy(folder / "whole.shinsei", other)
        with open_case_file(other) as case:
            case.enter({"expenses": [{"country": "US", "official_fee": 9_000_000}]})
    alone = look_at_case(folder / "whole.shinsei", DAY).requested
    with open_case_file(folder / "whole.shinsei") as case:
        session = Session(case, DAY)
        session.consider(others)
    assert look_at_case(folder / "whole.shinsei", DAY).requested == session.facts.figure("derived.requested_amount") != alone


# many cases


def test_the_nearest_deadline_comes_first_and_none_comes_last() -> None:
    days = [date(2023, 10, 5), None, date(2023, 9, 1)]
    rows = [replace(PLAIN, path=Path(str(n)), deadline=day) for n, day in enumerate(days)]
    assert [row.deadline for row in arranged(rows, Wish(), DAY)] == [days[2], days[0], None]
    assert [row.deadline for row in arranged(rows, Wish(descending=True), DAY)] == [days[0], days[2], None]


@pytest.mark.parametrize("typed", ["みなと", "ﾐﾅﾄ", "ミナト　精機", "990317", "９９０３１７", "sole"])
def test_a_case_is_found_by_name_number_reading_and_file(typed: str) -> None:
    row = replace(PLAIN, path=Path("sole.shinsei"), number="特願2022-990317", words=("カブシキガイシャミナトセイキ",))
    assert fits(row, typed)
    assert not fits(row, f"{typed} しおかぜ")


@pytest.mark.parametrize(("day", "near"), [(date(2023, 9, 7), True), (date(2023, 9, 8), False), (date(2023, 1, 1), True), (None, False)])
def test_fourteen_days_are_near(day: date | None, near: bool) -> None:  # noqa: FBT001
    assert belongs(replace(PLAIN, deadline=day), NEARING, (), DAY) == near


def test_the_cases_of_one_company_share_its_cap() -> None:
    one, two = (replace(PLAIN, path=Path(name), requested=2_000_000) for name in "ab")
    given_up = replace(one, path=Path("c"), company=replace(one.company, counts=False))
    other_year = replace(one, path=Path("d"), company=replace(one.company, year=2022))
    found = company_sum(one, [one, two, given_up, other_year])
    assert (found.total, found.count, found.is_over) == (4_000_000, 2, True)
    assert counts_of([one, two, given_up, other_year], DAY)[OVER] == 2


def test_every_stage_that_occurs_is_counted() -> None:
    rows = [replace(PLAIN, path=Path("a"), errors=1), replace(PLAIN, path=Path("b"), stage="郵送済", rank=8, lacking=2)]
    counts = counts_of(rows, DAY)
    assert (counts[f"{STAGE}入力中"], counts[f"{STAGE}郵送済"], counts[ERRORS], counts[LACKING]) == (1, 1, 1, 1)


def test_what_stands_in_the_way_is_said_with_its_name() -> None:
    assert hindrance([PLAIN]) == ""
    said = hindrance([PLAIN, replace(PLAIN, name="しおかぜ", errors=2, lacking=1)])
    assert said.startswith("しおかぜに誤り2件、書類の不足1件がある")


def test_two_packets_never_share_a_folder() -> None:
    rows = [replace(PLAIN, number="商願2023-1/2")] * 2
    assert [target.name for target in targets_of(rows, Path("out"))] == ["株式会社みなと精機 商願2023-1_2", "株式会社みなと精機 商願2023-1_2 2"]


def test_a_day_is_short_and_a_row_is_said_whole() -> None:
    assert short_day(date(2023, 10, 5)) == "令5.10.5"
    assert told(replace(PLAIN, requested=516_000, errors=2), DAY).endswith("誤り2件、申請額 516,000円、入力中")


def test_the_list_is_written_for_a_spreadsheet(tmp_path: Path) -> None:
    write_csv([replace(PLAIN, requested=516_000, name="=1+1")], tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["申請者"], row["申請額"]) == ("'=1+1", "516000")


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(TargetError):
        write_csv([], tmp_path / "no" / "a.csv")


def test_the_folder_is_kept_as_long_as_it_is_there(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    (tmp_path / "外国出願").mkdir()
    settings.change(register=str(tmp_path / "外国出願"))
    assert register_folder(SettingsFile(settings.folder).now) == tmp_path / "外国出願"
    (tmp_path / "外国出願").rmdir()
    assert register_folder(SettingsFile(settings.folder).now) == tmp_path / "cases"


# the page


def test_every_file_of_the_folder_has_a_row(page: RegisterPage) -> None:
    assert sorted(stems(page)) == ["broken", "empty", "faulty", "whole"]
    assert page.headline.count.text() == "4件"
    assert page.rows[page.folder / "broken.shinsei"].fault


def test_what_is_typed_filters_and_escape_takes_it_back(page: RegisterPage) -> None:
    page.top.field.setText("しおかぜ")
    assert stems(page) == ["faulty"]
    page.stop()
    assert len(stems(page)) == 4


def test_nothing_that_fits_offers_the_way_out(page: RegisterPage) -> None:
    page.top.field.setText("どこにもない")
    assert page.empty.isVisible()
    page.empty.way_out.click()
    assert len(stems(page)) == 4


def test_space_ticks_and_enter_opens(page: RegisterPage, qtbot: QtBot) -> None:
    page.table.setCurrentIndex(page.model.index(place(page, "whole"), 1))
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert [row.path.stem for row in page.model.chosen()] == ["whole"]
    with qtbot.waitSignal(page.open_wanted) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [page.folder / "whole.shinsei"]


def test_a_case_with_faults_keeps_the_button_off_and_says_why(page: RegisterPage) -> None:
    page.model.tick(place(page, "whole"))
    assert page.foot.build.isEnabled()
    page.model.tick(place(page, "faulty"))
    assert not page.foot.build.isEnabled()
    assert "しおかぜ" in page.foot.words.text()


def test_the_cursor_and_the_ticks_stay_with_their_cases(page: RegisterPage) -> None:
    page.table.setCurrentIndex(page.model.index(place(page, "faulty"), 1))
    page.model.tick(place(page, "whole"))
    before = stems(page)
    page.table.sorted_by.emit("lacking")
    assert stems(page) != before
    current = page.table.current()
    assert current is not None
    assert (current.path.stem, [row.path.stem for row in page.model.chosen()]) == ("faulty", ["whole"])


def test_looking_again_sees_what_came_and_what_went(page: RegisterPage, qtbot: QtBot) -> None:
    shutil.move(page.folder / "whole.shinsei", page.folder / "moved.shinsei")
    with qtbot.waitSignal(page.looker.done, timeout=30_000):
        page.look()
    assert sorted(stems(page)) == ["broken", "empty", "faulty", "moved"]


def test_another_folder_is_shown_and_kept(page: RegisterPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    page.choose_folder()
    assert (page.folder, stems(page), page.empty.isVisible()) == (tmp_path / "out", [], True)


def test_the_shown_rows_are_exported(page: RegisterPage, tmp_path: Path) -> None:
    page.top.field.setText("しおかぜ")
    page.export()
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").count("\n") == 2


def test_the_ticked_cases_are_built_one_after_the_other(page: RegisterPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.model.tick(place(page, "whole"))
    with qtbot.waitSignal(page.building.ended, timeout=120_000) as ended:
        page.build()
    (made,) = ended.args[0].made
    assert (made.parent, ended.args[0].failed) == (tmp_path / "out", ())
    assert read_built(made).folder == made
    assert page.outcome.isVisible()


def test_a_stopped_build_leaves_nothing(page: RegisterPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.model.tick(place(page, "whole"))
    page.building.worked.connect(lambda words, share: page.stop())
    with qtbot.waitSignal(page.building.ended, timeout=120_000) as ended:
        page.build()
    assert (ended.args[0].made, ended.args[0].stopped) == ((), True)
    assert not (tmp_path / "out").exists()
    assert page.fault.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(page: RegisterPage) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize("size", [(1366, 688), (911, 432)])
def test_the_page_fits_into_small_windows(page: RegisterPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    QCoreApplication.processEvents()
    assert page.width() == size[0]
    for part in (page.top, page.rail, page.headline, page.cap, page.foot):
        assert part.minimumSizeHint().width() <= part.width()
        assert page.rect().contains(QRect(part.mapTo(page, QPoint(0, 0)), part.size()))
    head = page.table.heads
    assert head.length() <= page.table.viewport().width()
