"""How far a case is, counted: answers, papers, pages, and the word for the whole."""

from collections.abc import Iterable

import pytest

from forms.casefile import Attached
from forms.plan import plan_packet
from forms.review import Review
from forms.tally import DOCUMENTS, Tally, case_stage, findings_on, state_of_page, tally_of_answers, tally_of_papers, tally_of_step
from tests.forms.whole import Changes, all_papers, facts_of, look, paper, whole

NOTHING: tuple[str, ...] = ()
EMPTY: Changes = {}


def review_of(answers: Changes, papers: Iterable[Attached] = ()) -> Review:
    facts, attached = facts_of(answers), tuple(papers)
    return Review(facts, plan_packet(facts, attached), look(facts, attached))


def complete(*changes: Changes) -> Review:
    answers = whole(*changes)
    return review_of(answers, all_papers(facts_of(answers)))


def test_an_empty_step_asks_for_what_is_required_and_has_no_default() -> None:
    # application.date, applicant.type and base.right; case.state is optional
    assert tally_of_step(facts_of(EMPTY), "call") == Tally(0, 3)
    # funding.own; loan and other begin at 0
    assert tally_of_step(facts_of(EMPTY), "funding") == Tally(0, 1)


def test_a_question_that_is_not_asked_does_not_count() -> None:
    chamber = tally_of_step(facts_of({"applicant.type": "chamber"}), "eligibility")
    company = tally_of_step(facts_of({"applicant.type": "corporation"}), "eligibility")
    # industry, capital and deemed_large are for companies
    assert company.asked == chamber.asked + 3


def test_rows_count_every_required_cell_and_one_where_there_is_none() -> None:
    assert tally_of_step(facts_of(EMPTY), "officers") == Tally(0, 1)
    one = facts_of({"officers": [{"name": "湊　春香", "kana": "ﾐﾅﾄ ﾊﾙｶ"}]})
    assert tally_of_step(one, "officers") == Tally(2, 6)


def test_what_its_kind_refuses_is_not_given_but_begun() -> None:
    review = review_of({"application.date": "令和5年2月30日"})
    state = state_of_page(review, "call", NOTHING)
    assert (state.tally, state.state, state.errors, state.glyph) == (Tally(0, 3), "going", 1, "error")


def test_a_whole_case_is_full() -> None:
    review = complete()
    assert tally_of_answers(review).is_full
    assert tally_of_papers(review).is_full
    # 資料1, 2 and 4 to 8; 3 is made by the program
    assert tally_of_papers(review).asked == 7


def test_a_paper_with_an_error_is_not_ready() -> None:
    review = complete()
    faulty = Review(review.facts, review.packet, (*review.findings, look(facts_of(whole()), ())[0]))
    assert tally_of_papers(faulty) == Tally(6, 7)


@pytest.mark.parametrize(
    ("checked", "errors", "glyph"), [(NOTHING, 0, "going"), (("applicant",), 1, "error"), (("call",), 0, "going")]
)
def test_what_is_missing_is_an_error_only_where_the_step_was_checked(checked: tuple[str, ...], errors: int, glyph: str) -> None:
    state = state_of_page(review_of(whole({"contact.email": ""})), "applicant", checked)
    assert (state.errors, state.glyph) == (errors, glyph)


def test_a_wrong_answer_is_an_error_at_once_and_a_doubtful_one_a_warning() -> None:
    early = state_of_page(complete({"application.date": "2023-07-31"}), "call", NOTHING)
    assert (early.state, early.errors, early.glyph) == ("done", 1, "error")
    elsewhere = state_of_page(complete({"applicant.postal_code": "100-0001"}), "applicant", NOTHING)
    assert (elsewhere.errors, elsewhere.warnings, elsewhere.glyph) == (0, 1, "warning")


def test_the_papers_page_begins_with_the_first_paper() -> None:
    assert state_of_page(review_of(whole()), DOCUMENTS, NOTHING).state == "not_begun"
    begun = state_of_page(review_of(whole(), [paper("register")]), DOCUMENTS, NOTHING)
    assert (begun.state, begun.tally, begun.errors) == ("going", Tally(1, 7), 0)
    assert state_of_page(review_of(whole(), [paper("register")]), DOCUMENTS, (DOCUMENTS,)).errors == 6
    assert state_of_page(complete(), DOCUMENTS, NOTHING).glyph == "done"


def test_a_step_that_asks_for_nothing_is_done_when_it_was_looked_through() -> None:
    review = complete({"bonus.first_time": ""})
    assert state_of_page(review, "bonus", NOTHING).glyph == "empty"
    assert state_of_page(review, "bonus", ("bonus",)).glyph == "done"
    assert state_of_page(complete(), "bonus", NOTHING).glyph == "done"


def test_looking_through_everything_is_done_when_nothing_stops_the_case() -> None:
    assert state_of_page(complete(), "check", NOTHING).state == "not_begun"
    assert state_of_page(complete(), "check", ("check",)).state == "done"
    assert state_of_page(review_of(whole()), "check", ("check",)).state == "going"


def test_a_state_says_itself_in_words() -> None:
    assert state_of_page(complete({"application.date": "2023-07-31"}), "call", NOTHING).words == "済んでいます、3のうち3、誤り1"
    assert state_of_page(review_of(EMPTY), "search", NOTHING).words == "まだ始めていません、4のうち0"


def test_every_finding_stands_on_just_one_page_of_the_road() -> None:
    review = review_of(EMPTY)
    call = review.facts.call
    found = [finding for page in (*call.steps, *call.pages) for finding in findings_on(review, page)]
    assert sorted(map(repr, found)) == sorted(map(repr, review.findings))


@pytest.mark.parametrize(
    ("state", "stage"),
    [("", "提出準備完了"), ("entered", "提出準備完了"), ("word_sent", "Wordデータ送付済"), ("posted", "郵送済"), ("rejected", "不採択")],
)
def test_a_case_with_nothing_left_is_ready_until_something_was_sent(state: str, stage: str) -> None:
    assert case_stage(complete({"case.state": state})) == stage


def test_a_case_with_something_left_is_called_by_its_state() -> None:
    assert case_stage(review_of(whole())) == "入力中"
    assert case_stage(review_of(whole({"case.state": "entered"}))) == "エントリー済"
