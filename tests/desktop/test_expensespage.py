"""経費と申請額 shows at every change how much may be asked for and why."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.around.askfile import FileQuestion
from desktop.desk import Desk
from desktop.editors.rowstable import RowsTable
from desktop.questions.expensespage import ExpensesPage
from desktop.questions.expensespageoffer import rows_to_add
from desktop.questions.printingexpenses import expenses_document
from forms.cases import import_case
from forms.explaining import explain_amount
from forms.paths import RESOURCES
from forms.values.plain import Plain
from tests.desktop.pageskit import opened, rows_of, shown, step_of, words_in


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path, "company-patent") as desk:
        yield desk


def make_page(qtbot: QtBot, desk: Desk, width: int = 1138, other: Path | None = None) -> ExpensesPage:
    def ask(over: QWidget, question: FileQuestion, then: Callable[[Path], None]) -> None:
        if other is not None:
            then(other)

    page = ExpensesPage(desk, step_of(desk, "expenses"), ask)
    qtbot.addWidget(page)
    shown(page, width)
    return page


def table_of(page: ExpensesPage) -> RowsTable:
    editor = page.rows["expenses"].editor
    assert isinstance(editor, RowsTable)
    return editor


def with_cell(desk: Desk, row: int, column: str, value: Plain) -> None:
    rows = rows_of(desk.session.plain("expenses"))
    rows[row][column] = value
    kept: list[Plain] = [*rows]
    desk.session.enter({"expenses": kept})


def test_the_amount_and_every_figure_of_its_chain_are_told(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    explained = explain_amount(sample.session.facts)
    words = words_in(page.amount)
    assert page.amount.requested.amount.accessibleName() == "516,000円"
    assert all(f"{link.yen:,}円" in words and link.done in words for link in explained.links)
    assert explained.sentence in words


def test_a_changed_cell_changes_the_amount_at_once(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    with_cell(sample, 0, "official_fee", 305560)
    assert page.amount.requested.amount.accessibleName() == "576,000円"
    sample.session.undo()
    assert page.amount.requested.amount.accessibleName() == "516,000円"


def test_a_cell_that_cannot_be_read_leaves_the_amount_open_and_says_so(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    with_cell(sample, 0, "official_fee", "十二万くらい")
    assert page.amount.requested.amount.accessibleName() == "未入力"
    assert "読み取れない額があります" in words_in(page.amount)


def test_computed_columns_and_totals_stand_in_the_table(qtbot: QtBot, sample: Desk) -> None:
    sheet = table_of(make_page(qtbot, sample)).view.sheet
    assert sheet.computed["total"] == ("655,870", "453,795", "691,810")
    assert sheet.computed["eligible"] == ("622,910", "426,915", "671,810")
    assert [total.texts["translation"] for total in sheet.totals] == ["273,240", "248,400"]
    assert sheet.totals[-1].texts["eligible"] == "1,721,635"


def test_both_caps_show_what_is_left(qtbot: QtBot, sample: Desk) -> None:
    words = words_in(make_page(qtbot, sample).amount.requested)
    assert "984,000円" in words
    assert "2,484,000円" in words


def test_a_reached_cap_is_said_in_chain_and_sentence(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    with_cell(sample, 0, "official_fee", 9_000_000)
    assert page.amount.requested.amount.accessibleName() == "1,500,000円"
    assert "上限 1,500,000" in words_in(page.amount.reckoning)


def test_another_case_of_the_applicant_is_counted_and_left_out_again(qtbot: QtBot, sample: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.shinsei"
    import_case(RESOURCES / "samples" / "company-patent", other)
    page = make_page(qtbot, sample, other=other)
    assert not page.amount.requested.drop.isVisible()
    page.amount.requested.count.click()
    assert sample.session.others == (other,)
    assert "ほか1案件 516,000円" in words_in(page.amount.requested)
    page.amount.requested.drop.click()
    assert not sample.session.others
    assert "ほか1案件" not in words_in(page.amount.requested)


def test_the_case_itself_is_never_counted_as_another(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample, other=sample.session.case.path)
    page.amount.requested.count.click()
    assert sample.session.others == ()


def test_a_case_of_another_applicant_is_refused_in_a_sentence(qtbot: QtBot, sample: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.shinsei"
    import_case(RESOURCES / "samples" / "company-defensive", other)
    page = make_page(qtbot, sample, other=other)
    with qtbot.waitSignal(sample.session.refused) as refused:
        page.amount.requested.count.click()
    assert "ほかの申請者の案件です" in str(refused.args)
    assert sample.session.others == ()


def test_destinations_without_a_row_are_offered_and_taken_over(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    (_, offer), *_ = page.tables
    assert offer.isHidden()
    kept: list[Plain] = [*rows_of(sample.session.plain("expenses"))[:1]]
    sample.session.enter({"expenses": kept})
    assert "中国、欧州特許庁の行を作る" in words_in(offer)
    offer.accept()
    assert [row["country"] for row in rows_of(sample.session.plain("expenses"))] == ["US", "CN", "EP"]
    assert offer.isHidden()


def test_nothing_is_offered_while_there_are_no_destinations(sample: Desk) -> None:
    sample.session.enter({"destinations": ""})
    assert rows_to_add(sample.session.facts, sample.session.call.fields["expenses"]) == []


def test_the_other_fields_of_the_step_stay_below_the_amount(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    below = page.amount.mapTo(page, page.amount.rect().bottomLeft()).y()
    note = page.rows["cost.note"]
    assert note.mapTo(page, note.rect().topLeft()).y() >= below


@pytest.mark.parametrize(("width", "stacked"), [(1138, False), (721, True)])
def test_the_cards_stand_beside_or_below_one_another(qtbot: QtBot, sample: Desk, width: int, stacked: bool) -> None:
    amount = make_page(qtbot, sample, width).amount
    assert (amount.requested.y() > amount.reckoning.y()) == stacked
    assert amount.rect().contains(amount.requested.geometry())


def test_the_amount_stays_in_sight_in_the_head(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    assert page.head_amount.isVisible()
    assert page.head_amount.accessibleName() == page.amount.requested.amount.accessibleName()


def test_the_printed_list_has_every_cost_its_totals_and_the_amount(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    facts = sample.session.facts
    text = expenses_document("題", facts, [page.rows["expenses"].field], explain_amount(facts)).toPlainText()
    for said in ("国名", "現地代理人費用", "助成対象経費（消費税を除く）", "1,801,475", "1,721,635", "516,000円", explain_amount(facts).sentence):
        assert said in text
    assert "国内代理人費用と翻訳費用は税込み" not in text


def test_the_list_is_printed_across_the_page(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    page.print.click()
    dialog = page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.windowTitle() == "費用の一覧を印刷"
    assert dialog.printer().pageLayout().orientation() == QPageLayout.Orientation.Landscape
    dialog.reject()
