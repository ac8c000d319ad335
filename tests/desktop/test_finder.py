"""Finding a question or a paper by any word of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.around.finder import Finder
from desktop.around.finding import find, key
from desktop.around.sheets import lay_over
from forms.catalog.model import Call


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("法人番号", "applicant.corporate_number"),
        ("C03", "applicant.corporate_number"),
        ("ｃ０３", "applicant.corporate_number"),
        ("ふりがな", "applicant.trade_name_kana"),
        ("ﾌﾘｶﾞﾅ", "applicant.trade_name_kana"),
        ("担当者　メールアドレス", "contact.email"),
        ("冒認", "base.right"),
        ("見積書", "estimates"),
        ("P01", "form_1_1"),
    ],
)
def test_a_question_or_paper_is_found(call: Call, typed: str, subject: str) -> None:
    assert subject in [hit.subject for hit in find(call, typed)]


def test_a_label_comes_before_a_help_text(call: Call) -> None:
    ranks = [hit.rank for hit in find(call, "住所")]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


@pytest.mark.parametrize("typed", ["", "　 ", "そのようなものはない"])
def test_nothing_is_found_for_nothing(call: Call, typed: str) -> None:
    assert find(call, typed) == ()


def test_every_field_and_document_is_found_by_its_code(call: Call) -> None:
    codes = {row.id: row.code for row in call.fields.values()} | {row.id: row.code for row in call.documents.values()}
    assert [name for name, code in codes.items() if name not in [hit.subject for hit in find(call, code)]] == []


def test_spellings_that_sound_alike_are_one() -> None:
    assert key("ＦＡＸ　ばんごう") == key("fax バンゴウ") == key("Faxﾊﾞﾝｺﾞｳ")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(911, 432)
    widget.show()
    return widget


@pytest.fixture
def finder(window: QWidget, call: Call) -> Finder:
    finder = Finder(call, asks=lambda subject: subject != "contact.email")
    lay_over(window, finder)
    return finder


def test_enter_goes_to_the_chosen_hit(finder: Finder, qtbot: QtBot) -> None:
    finder.field.setText("電話")
    second = finder.hits.item(1).data(Qt.ItemDataRole.UserRole).subject
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(finder.chosen) as caught:
        QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert caught.args == [second]
    assert not finder.isVisible()


def test_what_this_case_is_not_asked_is_not_offered(finder: Finder) -> None:
    finder.field.setText("メールアドレス")
    assert "contact.email" not in [finder.hits.item(n).data(Qt.ItemDataRole.UserRole).subject for n in range(finder.hits.count())]


def test_enter_without_a_hit_stays(finder: Finder, qtbot: QtBot) -> None:
    finder.field.setText("そのようなものはない")
    with qtbot.assertNotEmitted(finder.chosen):
        QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isVisible()


def test_a_hit_is_read_out_with_its_page(finder: Finder) -> None:
    finder.field.setText("C03")
    assert finder.hits.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "法人番号、C03、申請者"
