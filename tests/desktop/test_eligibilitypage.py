"""申請資格 answers at once: fits, does not fit, or not yet known; why, what is to be answered, and where else to turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.kit.buttons import LinkButton
from desktop.kit.card import Card
from desktop.questions.eligibilitypage import EligibilityPage
from desktop.questions.eligibilitypagelinks import Links
from forms.eligibility import judge_eligibility
from tests.desktop.pageskit import opened, shown, step_of, words_in

OSAKA = {"applicant.head_office_address": "大阪府大阪市北区曽根崎1-1", "applicant.postal_code": "530-0001"}


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path, "company-patent") as desk:
        yield desk


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path) as desk:
        yield desk


def make_page(qtbot: QtBot, desk: Desk, width: int = 702) -> EligibilityPage:
    page = EligibilityPage(desk, step_of(desk, "eligibility"))
    qtbot.addWidget(page)
    shown(page, width)
    return page


def links_of(page: QWidget) -> list[LinkButton]:
    """The links of the questions that are still open; old ones wait for Qt to delete them."""
    seen = [links for links in page.findChildren(Links) if links.isVisibleTo(page)]
    return [link for links in seen for link in links.links]


def has_helpers(page: QWidget) -> bool:
    return any(card.objectName() == "helpers" and card.isVisibleTo(page) for card in page.findChildren(Card))


def test_a_case_that_fits_is_told_so(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    assert page.verdict.banner is not None
    assert page.verdict.banner.objectName() == "verdict.fits"
    assert not links_of(page)
    assert not has_helpers(page)


def test_an_empty_case_is_not_yet_known_and_names_each_open_question(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    assert page.verdict.banner is not None
    assert page.verdict.banner.objectName() == "verdict.not_yet_known"
    assert len(links_of(page)) == len(judge_eligibility(empty.session.review).asks)
    assert "A02 申請者種別" in words_in(page.verdict)


def test_an_open_question_of_another_step_leads_there(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    with qtbot.waitSignal(page.jumped) as jumped:
        links_of(page)[0].click()
    assert jumped.args == ["applicant.type"]


def test_an_open_question_of_this_step_takes_the_cursor(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    link = next(link for link in links_of(page) if link.text().startswith("B11"))
    with qtbot.assertNotEmitted(page.jumped):
        link.click()
    editor = page.rows["history.jetro_same_case"].editor
    qtbot.waitUntil(lambda: editor.isAncestorOf(page.focusWidget() or page))


def test_answering_takes_a_question_off_the_list(qtbot: QtBot, empty: Desk) -> None:
    page = make_page(qtbot, empty)
    before = len(links_of(page))
    empty.session.enter({"history.jetro_same_case": False})
    assert len(links_of(page)) == before - 1


def test_what_does_not_fit_says_why_with_its_source_and_leads_to_the_answer(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    sample.session.enter({"history.jetro_same_case": True})
    assert page.verdict.banner is not None
    assert page.verdict.banner.objectName() == "verdict.does_not_fit"
    (reason,) = judge_eligibility(sample.session.review).reasons
    assert reason.message in words_in(page.verdict)
    assert reason.source in words_in(page.verdict)
    link = next(link for link in page.verdict.findChildren(LinkButton) if link.text() == reason.message)
    link.click()
    editor = page.rows["history.jetro_same_case"].editor
    qtbot.waitUntil(lambda: editor.isAncestorOf(page.focusWidget() or page))


def test_who_does_not_fit_is_told_whom_to_ring_in_the_own_prefecture(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    sample.session.enter(OSAKA)
    words = words_in(page.verdict)
    assert has_helpers(page)
    assert "03-3582-5642" in words  # JETRO's desk
    assert "知財総合支援窓口（大阪府）" in words
    assert "06-6110-5746" in words
    sample.session.undo()
    assert not has_helpers(page)


def test_every_condition_stands_at_the_end_with_its_source(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    words = words_in(page.conditions)
    judged = judge_eligibility(sample.session.review).judged
    assert all(one.requirement.title in words and one.requirement.source in words for one in judged)


def test_a_verdict_that_stands_is_not_made_anew(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    before = page.verdict.banner
    sample.session.enter({"history.other_subsidies": "ありません。"})
    assert page.verdict.banner is before


def test_the_verdict_stands_above_the_first_question(qtbot: QtBot, sample: Desk) -> None:
    page = make_page(qtbot, sample)
    assert page.verdict.geometry().bottom() < min(row.geometry().top() for row in page.rows.values() if not row.isHidden())


@pytest.mark.parametrize("width", [438, 702, 1138])
def test_links_stay_inside_the_page_at_any_width(qtbot: QtBot, empty: Desk, width: int) -> None:
    page = make_page(qtbot, empty, width)
    for links in page.verdict.findChildren(Links):
        assert all(links.rect().contains(link.geometry()) for link in links.links)
