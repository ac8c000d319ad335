"""確認 shows everything that is wrong, leads there and back, and lists every answer and paper."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.checking.answerslist import AnswersCard
from desktop.checking.checkpage import CheckPage
from desktop.checking.entrylines import EntryLines
from desktop.checking.findinglines import Head, Line, lines_of
from desktop.checking.overview import narrowed, overview
from desktop.checking.printinglists import lists_document
from desktop.desk import Desk
from forms.answers import kind_of
from forms.check import MISSING_ANSWER
from forms.values.plain import Plain
from tests.desktop.pageskit import opened, shown, step_of, words_in


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path, "company-patent") as desk:
        yield desk


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path) as desk:
        yield desk


def make_page(qtbot: QtBot, desk: Desk, width: int = 1138, height: int = 577) -> CheckPage:
    page = CheckPage(desk, step_of(desk, "check"))
    qtbot.addWidget(page)
    shown(page, width, height)
    return page


def click(page: CheckPage, row: int) -> None:
    place = page.findings.visualRect(page.findings.model().index(row, 0)).center()
    QTest.mouseClick(page.findings.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_case_without_errors_is_told_so_and_what_comes_next(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    assert "誤りはありません" in words_in(page)
    assert "次は「作成」です" in words_in(page)
    assert page.count.text() == "作成できます"


def test_everything_missing_is_listed_though_no_step_was_checked(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    missing = [finding for finding in empty.session.review.findings if finding.id == MISSING_ANSWER]
    listed = [row.finding for row in lines_of(empty.session) if isinstance(row, Line)]
    assert missing
    assert listed == list(empty.session.review.findings)
    assert page.findings.model().rowCount() == len(lines_of(empty.session))
    assert "誤りはありません" not in words_in(page)


def test_each_severity_has_one_head_that_counts_its_findings(empty: Desk) -> None:
    heads = [row for row in lines_of(empty.session) if isinstance(row, Head)]
    counted = [sum(f.severity == head.severity for f in empty.session.review.findings) for head in heads]
    assert [head.count for head in heads] == counted
    assert [head.severity for head in heads] == ["error", "warning"]


def test_a_click_anywhere_on_a_row_leads_to_its_subject(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    with qtbot.waitSignal(page.jumped) as jumped:
        click(page, 2)
    assert jumped.args == [empty.session.review.findings[1].subject]


def test_a_head_leads_nowhere(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    with qtbot.assertNotEmitted(page.jumped):
        click(page, 0)


def test_arrows_pass_over_heads_and_enter_follows_the_row(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    rows = lines_of(empty.session)
    last_error = next(place for place, row in enumerate(rows) if place and isinstance(row, Head)) - 1
    page.findings.setFocus()
    page.findings.setCurrentIndex(page.findings.model().index(last_error, 0))
    QTest.keyClick(page.findings, Qt.Key.Key_Down)
    after = rows[last_error + 2]
    assert page.findings.current() == after
    assert isinstance(after, Line)
    with qtbot.waitSignal(page.jumped) as jumped:
        QTest.keyClick(page.findings, Qt.Key.Key_Return)
    assert jumped.args == [after.finding.subject]


def test_the_row_that_was_followed_is_marked_when_one_comes_back(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    click(page, 3)
    followed = page.findings.current()
    page.hide()
    empty.session.enter({"application.date": "2023-08-24"})  # one row fewer above it
    page.show()
    page.take_focus()
    assert page.findings.current() == followed
    qtbot.waitUntil(page.findings.hasFocus)


def test_where_the_followed_row_is_put_right_the_nearest_one_is_marked(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    click(page, 1)
    following = page.findings.model().index(2, 0).data()
    empty.session.enter({empty.session.review.findings[0].subject: "2023-08-24"})
    assert page.findings.currentIndex().data() == following


@pytest.mark.parametrize("width", [620, 721, 1138])
def test_no_message_is_cut_at_any_width(qtbot: QtBot, empty: Desk, width: int) -> None:
    page = make_page(qtbot, empty, width)
    findings = page.findings
    room = max(1, findings.viewport().width() - 60)
    for row in range(findings.model().rowCount()):
        index = findings.model().index(row, 0)
        lines = findings.fontMetrics().horizontalAdvance(index.data()) // (2 * room)
        assert findings.sizeHintForIndex(index).height() >= lines * findings.fontMetrics().height()
    assert findings.height() == sum(findings.sizeHintForRow(row) for row in range(findings.model().rowCount()))


def test_a_screen_reader_hears_severity_message_step_and_code(empty: Desk) -> None:
    line = next(row for row in lines_of(empty.session) if isinstance(row, Line))
    assert line.words.startswith(f"誤り、{line.finding.message}、公募と区分、")
    assert line.words.endswith(line.code)


def test_every_answer_that_is_asked_stands_in_the_overview(sample: Desk) -> None:
    session = sample.session
    listed = [entry.subject for group in overview(session) for entry in group.entries]
    asked = [field.id for field in session.call.fields.values() if session.facts.asks(field)]
    papers = [planned.document.id for planned in session.review.packet]
    by_step = sorted(asked, key=lambda name: list(session.call.steps).index(session.call.fields[name].step))
    assert listed == [*by_step, *papers]


def test_a_hidden_branch_is_not_shown_and_comes_back(sample: Desk) -> None:
    def subjects() -> set[str]:
        return {entry.subject for group in overview(sample.session) for entry in group.entries}

    assert "wage.base" in subjects()
    sample.session.enter({"bonus.wage": False})
    assert "wage.base" not in subjects()
    sample.session.undo()
    assert "wage.base" in subjects()


def test_values_stand_as_the_papers_print_them_with_their_units(sample: Desk) -> None:
    texts = {entry.subject: entry.text for group in overview(sample.session) for entry in group.entries}
    assert texts["applicant.capital"] == "48,000,000円"
    assert texts["applicant.deemed_large"] == "なし"
    assert texts["destinations"].splitlines()[0].startswith("1．米国　パリルート　令和5年11月6日")
    assert "国別計 655,870円" in texts["expenses"]


def test_what_a_kind_refuses_stands_as_it_was_typed(sample: Desk) -> None:
    rows: list[Plain] = [{"country": "US", "official_fee": "十二万くらい"}]
    sample.session.enter({"applicant.corporate_number": "123", "expenses": rows})
    entries = {entry.subject: entry for group in overview(sample.session) for entry in group.entries}
    assert (entries["applicant.corporate_number"].text, entries["applicant.corporate_number"].glyph) == ("123", "error")
    assert "十二万くらい" in entries["expenses"].text


def test_the_filter_finds_words_in_any_width(sample: Desk) -> None:
    groups = overview(sample.session)
    found = narrowed(groups, "ＭＣ－３")
    assert {entry.subject for group in found for entry in group.entries} == {"plan.product"}
    assert narrowed(groups, "") == groups


def test_the_filter_hides_cards_and_says_when_nothing_is_found(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    page.filter.setText("弁理士")
    cards = [card.objectName() for card in page.answers.findChildren(AnswersCard) if card.isVisibleTo(page)]
    assert "answers.search" in cards
    assert "answers.officers" not in cards
    page.filter.setText("どこにもない言葉")
    assert "見つかりませんでした" in words_in(page)
    page.stop()
    assert page.filter.text() == ""
    assert "見つかりませんでした" not in words_in(page)


def test_a_cards_link_leads_to_its_step_and_a_line_to_its_answer(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    card = next(card for card in page.answers.findChildren(AnswersCard) if card.objectName() == "answers.applicant")
    with qtbot.waitSignal(page.jumped) as jumped:
        card.action.click()
    assert jumped.args == ["applicant"]
    with qtbot.waitSignal(page.jumped) as jumped:
        QTest.mouseClick(card.findChildren(EntryLines)[0], Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert jumped.args == ["applicant.trade_name"]


@pytest.mark.parametrize(("width", "columns"), [(1138, 2), (721, 1)])
def test_cards_stand_in_two_columns_where_there_is_room_and_never_overlap(
    qtbot: QtBot, sample: Desk, width: int, columns: int
) -> None:
    page = make_page(qtbot, sample, width)
    places = [card.geometry() for card in page.answers.findChildren(AnswersCard)]
    assert len({place.left() for place in places}) == columns
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[:n])
    assert page.answers.height() >= max(place.bottom() for place in places)


def test_only_the_card_whose_answer_changed_is_told(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    before = {group.step: group for group in overview(sample.session)}
    sample.session.enter({"search.by": "別の者"})
    after = {group.step: group for group in overview(sample.session)}
    assert {step for step in after if after[step] != before[step]} == {"search"}
    assert "別の者" in words_in(page.answers)


def test_the_page_ends_with_the_reviewers_questions_and_the_road(qtbot: QtBot, sample: Desk) -> None:
    words = words_in(make_page(qtbot, sample))
    terms = sample.session.call.terms
    assert all(each.question in words for each in terms.criteria)
    assert all(step.title in words for step in terms.road)
    assert "次にすること" in words


def test_the_window_that_helps_is_named_only_where_little_is_written(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    window = sample.session.call.terms.window.name
    assert window not in words_in(page)
    sample.session.enter({"search.range": "日本", "search.result": "なし"})
    assert window in words_in(page)
    assert "078-306-6808" in words_in(page)


def test_looked_through_the_page_lets_go_on_even_with_errors(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    assert page.is_passed()
    assert "check" in empty.session.checked


def test_the_printed_lists_hold_every_answer_and_finding(sample: Desk) -> None:
    sample.session.enter({"applicant.corporate_number": "<b>123</b>"})
    findings, groups = sample.session.review.findings, overview(sample.session)
    text = lists_document("題", findings, groups).toPlainText()
    assert all(finding.message in text for finding in findings)
    assert all(line in text for group in groups for entry in group.entries for line in entry.text.splitlines())
    assert "<b>123</b>" in text


def test_the_printed_lists_can_be_drawn(sample: Desk) -> None:
    document = lists_document("題", (), overview(sample.session))
    paper = QImage(600, 800, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    blank = paper.copy()
    painter = QPainter(paper)
    document.drawContents(painter)
    painter.end()
    assert paper != blank


def test_print_asks_for_the_printer_without_stopping_the_window(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    page.print.click()
    (dialog,) = page.findChildren(QPrintDialog)
    assert dialog.windowTitle() == "回答と書類を印刷"
    dialog.reject()


def test_looking_again_at_an_unchanged_case_costs_little(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    times = []
    for _ in range(9):
        start = time.perf_counter()
        page.refresh()
        times.append(time.perf_counter() - start)
    assert sorted(times)[4] < 0.05  # a few milliseconds; room for a busy machine


def test_every_shown_text_is_what_its_kind_prints(sample: Desk) -> None:
    session = sample.session
    for group in overview(session):
        for entry in group.entries:
            field = session.call.fields.get(entry.subject)
            value = session.facts.value(entry.subject) if field and field.kind != "rows" else None
            if field is not None and value is not None and value != ():
                assert entry.text.startswith(kind_of(field).show(value).strip())
