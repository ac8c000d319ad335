"""A step of the form: bad text stays, one wording in both places, 次へ checks and never walls, hidden questions keep their answers."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.editors.radios import RadiosEditor
from desktop.frame.caseview import CaseView
from desktop.kit.banners import Offer
from desktop.kit.buttons import LinkButton
from desktop.questions.complaints import Complaint
from desktop.questions.steppage import StepPage
from desktop.session import Session
from forms.casefile import open_case_file
from tests.desktop.journeycase import TODAY, desk_for, shown_view, step_page
from tests.desktop.journeyhands import click, commit, compose, leave, press, rewrite
from tests.desktop.pageskit import words_in

NUMBER, POSTAL, ADDRESS = "applicant.corporate_number", "applicant.postal_code", "applicant.head_office_address"


def type_into(page: StepPage, name: str, text: str) -> None:
    """Type over what stands in a field and leave it."""
    click(page.rows[name].editor.target)
    rewrite(text)
    leave()


def text_of(page: StepPage, name: str) -> str:
    return str(page.rows[name].editor.target.property("text"))


def complaints(page: StepPage, name: str) -> list[str]:
    """The sentences that stand beside a field."""
    said = page.rows[name].findChild(Complaint)
    assert said is not None
    return [str(line.property("text")) for line in said.findChildren(QWidget) if line.isVisible() and line.property("text")]


def listed(page: StepPage) -> list[str]:
    """The errors of the list on top."""
    links = [link.label() for link in page.errors.findChildren(LinkButton) if link.isVisible()]
    return [label for label in links if label != "あとで直して、次へ進む"]


def offers(page: StepPage) -> list[Offer]:
    return [offer for offer in page.rows[POSTAL].findChildren(Offer) if offer.isVisible()]


def test_bad_text_stays_in_sight_and_the_complaint_is_the_findings_own(new_view: CaseView) -> None:
    page = step_page(new_view, "applicant")
    type_into(page, NUMBER, "1234567890123")
    (finding,) = new_view.session.findings_of(NUMBER)
    assert text_of(page, NUMBER) == new_view.session.plain(NUMBER) == "1234567890123"
    assert complaints(page, NUMBER) == [finding.message]
    assert page.rows[NUMBER].editor.target.accessibleDescription() == finding.message
    type_into(page, NUMBER, "９１４０００１９９９１０１")
    assert (complaints(page, NUMBER), new_view.session.plain(NUMBER)) == ([], "9140001999101")
    assert finding.message not in page.rows[NUMBER].editor.target.accessibleDescription()


def test_an_answer_takes_its_kinds_form_when_it_is_left_and_not_before(new_view: CaseView) -> None:
    page = step_page(new_view, "applicant")
    click(page.rows["applicant.established"].editor.target)
    compose("へいせい")
    assert (text_of(page, "applicant.established"), new_view.session.plain("applicant.established")) == ("", "")
    commit("平成十年四月一日")
    assert text_of(page, "applicant.established") == "平成十年四月一日"
    leave()
    assert (text_of(page, "applicant.established"), new_view.session.plain("applicant.established")) == ("平成10年4月1日", "1998-04-01")


def test_nothing_is_said_of_missing_answers_until_going_on_and_then_in_the_same_words_twice(new_view: CaseView) -> None:
    page = step_page(new_view, "search")
    assert [complaints(page, name) for name in page.rows] == [[]] * len(page.rows)
    click(new_view.bottombar.next)
    QCoreApplication.processEvents()
    errors = new_view.session.errors_in("search")
    assert new_view.page is page
    assert listed(page) == [finding.message for finding in errors]
    assert [complaints(page, finding.subject) for finding in errors] == [[finding.message] for finding in errors]
    assert QApplication.focusWidget() is page.rows[errors[0].subject].editor.target


def test_a_line_of_the_list_leads_to_its_field_and_goes_once_it_is_put_right(new_view: CaseView) -> None:
    page = step_page(new_view, "search")
    click(new_view.bottombar.next)
    QCoreApplication.processEvents()
    message = new_view.session.errors_in("search")[2].message
    click(next(link for link in page.errors.findChildren(LinkButton) if link.label() == message))
    assert QApplication.focusWidget() is page.rows["search.by"].editor.target
    rewrite("汐路国際特許事務所")
    leave()
    assert message not in listed(page)
    assert page.errors.accessibleName() == f"次へ進む前に、{len(listed(page))}か所を直してください"


def test_who_puts_it_off_goes_on_and_the_list_is_no_wall(new_view: CaseView) -> None:
    page = step_page(new_view, "search")
    click(new_view.bottombar.next)
    QCoreApplication.processEvents()
    click(next(link for link in page.errors.findChildren(LinkButton) if link.label() == "あとで直して、次へ進む"))
    assert new_view.page.step.id == "plan"


def test_a_step_in_order_is_left_at_once_and_keeps_what_has_the_cursor(view: CaseView) -> None:
    page = step_page(view, "funding")
    click(page.rows["funding.note"].editor.target)
    rewrite("全額を預金から支払う。")
    QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert view.page.step.id == "attorney"
    assert view.session.plain("funding.note") == "全額を預金から支払う。"


def test_a_question_that_is_hidden_for_now_comes_back_with_its_answer(view: CaseView) -> None:
    page = step_page(view, "attorney")
    none = page.rows["attorney.none"].editor
    assert isinstance(none, RadiosEditor)
    office = page.rows["attorney.office"]
    assert not office.isHidden()
    click(none.buttons["true"])
    assert office.isHidden()
    assert view.session.plain("attorney.office") == "汐路国際特許事務所"
    click(none.buttons["false"])
    assert not office.isHidden()
    assert text_of(page, "attorney.office") == "汐路国際特許事務所"


def test_a_postal_code_offers_addresses_and_puts_none_in_by_itself(new_view: CaseView) -> None:
    page = step_page(new_view, "applicant")
    type_into(page, POSTAL, "６５０００４６")
    (offer,) = offers(page)
    assert "兵庫県神戸市中央区港島中町" in words_in(offer)
    assert new_view.session.plain(ADDRESS) == ""
    click(offer.findChildren(LinkButton)[0])
    assert str(new_view.session.plain(ADDRESS)).startswith("兵庫県神戸市中央区港島中町")
    assert text_of(page, ADDRESS) == new_view.session.plain(ADDRESS)
    QCoreApplication.processEvents()
    assert offers(page) == []


def test_an_address_that_was_typed_is_never_offered_over(new_view: CaseView) -> None:
    page = step_page(new_view, "applicant")
    type_into(page, ADDRESS, "兵庫県神戸市中央区港島中町6丁目1番地")
    type_into(page, POSTAL, "650-0046")
    assert offers(page) == []
    assert new_view.session.plain(ADDRESS) == "兵庫県神戸市中央区港島中町6丁目1番地"


def test_undo_takes_back_the_last_field_and_what_is_being_typed_counts_as_one(view: CaseView) -> None:
    page = step_page(view, "applicant")
    before = view.session.plain("applicant.trade_name")
    type_into(page, "applicant.trade_name", "株式会社甲")
    click(page.rows["contact.name"].editor.target)
    rewrite("乙")
    click(view.topbar.undo)
    assert (text_of(page, "contact.name"), text_of(page, "applicant.trade_name")) == ("佐伯　みのり", "株式会社甲")
    click(view.topbar.undo)
    assert text_of(page, "applicant.trade_name") == before
    click(view.topbar.redo)
    assert view.session.plain("applicant.trade_name") == "株式会社甲"


def test_a_row_that_is_removed_comes_back_with_undo(view: CaseView) -> None:
    page = step_page(view, "officers")
    officers = view.session.plain("officers")
    page.reveal("officers[1].name")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Delete)
    assert len(view.session.plain("officers")) == len(officers) - 1  # type: ignore[arg-type]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.session.plain("officers") == officers


def test_the_head_counts_what_is_asked_and_given(new_view: CaseView) -> None:
    page = step_page(new_view, "funding")
    assert page.count.text() == "4項目のうち 2項目を記入"
    type_into(page, "funding.own", "１，０００")
    assert page.count.text() == "4項目のうち 3項目を記入"


def test_where_a_case_is_only_read_nothing_can_be_typed_or_chosen(qtbot: QtBot, desk: Desk) -> None:
    with open_case_file(desk.session.case.path, read_only=True) as case:
        reading = desk_for(case, desk.studio, desk.session.case.path.parent)
        view = shown_view(qtbot, type(reading)(Session(case, TODAY, holder="佐伯さんが14:20から開いています"), reading.studio, reading.settings))
        page = step_page(view, "attorney")
        click(page.rows["attorney.office"].editor.target)
        rewrite("甲特許事務所")
        leave()
        assert text_of(page, "attorney.office") == "汐路国際特許事務所"
        none = page.rows["attorney.none"].editor
        assert isinstance(none, RadiosEditor)
        assert not any(button.isEnabled() for button in none.buttons.values())
        assert "佐伯さんが14:20から開いています" in words_in(view.topbar)
        view.close()
