"""The way to apply: what is next by the state of the case, texts with answers in them, and the reviewers' questions."""

import pytest

from forms.plan import plan_packet
from forms.review import Review
from forms.road import chores_of, copied, criteria_of, fill_text, mail_of, road_of
from tests.forms.whole import Changes, all_papers, facts_of, look, paper, whole


def review_of(*changes: Changes, signed: str = "") -> Review:
    facts = facts_of(whole(*changes))
    papers = (*all_papers(facts), *([paper(signed)] if signed else []))
    return Review(facts, plan_packet(facts, papers), look(facts, papers))


@pytest.mark.parametrize(
    ("state", "states"),
    [
        ("", "next done ahead ahead ahead"),
        ("entered", "done done next ahead ahead"),
        ("word_sent", "done done done next ahead"),
        ("office_ok", "done done done done next"),
        ("posted", "done done done done done"),
        ("adopted", "done done done done done"),
    ],
)
def test_the_state_of_the_case_says_what_is_next(state: str, states: str) -> None:
    assert [point.state for point in road_of(review_of({"case.state": state}))] == states.split()


def test_the_way_goes_through_the_states_in_their_order() -> None:
    facts = facts_of({})
    states = [step.state for step in facts.call.terms.road if step.state]
    assert states == ["entered", "word_sent", "office_ok", "posted"]


def test_while_something_is_missing_the_programs_own_part_is_not_done() -> None:
    assert road_of(review_of({"case.state": "entered", "base.title": ""}))[1].state == "next"


def test_nothing_is_posted_before_the_office_has_answered() -> None:
    early = {point.step.id: point.is_early for point in road_of(review_of({"case.state": "word_sent"}))}
    assert (early["office"], early["post"]) == (False, True)
    assert not any(point.is_early for point in road_of(review_of({"case.state": "office_ok"})))
    printing = next(chore for chore in chores_of(review_of()) if "print" in chore.errand.offers)
    assert printing.is_early


def test_seven_things_are_left_for_the_hands_and_two_more_where_wages_are_pledged() -> None:
    assert len(chores_of(review_of())) == 7
    assert len(chores_of(review_of({"attorney.none": True}))) == 6
    pledge: Changes = {"bonus.wage": True, "wage.measure": "total", "wage.period": "fiscal_year"}
    assert len(chores_of(review_of(pledge))) == 8


def test_a_signed_consent_that_is_there_is_done() -> None:
    states = {chore.errand.document: chore.state for chore in chores_of(review_of({"case.state": "office_ok"}, signed="consent"))}
    assert states["consent"] == "done"
    unsigned = {chore.errand.document: chore.state for chore in chores_of(review_of({"case.state": "office_ok"}))}
    assert unsigned["consent"] == "next"


def test_what_was_posted_was_printed() -> None:
    assert {chore.state for chore in chores_of(review_of({"case.state": "posted"}))} == {"done"}


def test_the_letter_is_ready_to_be_sent() -> None:
    facts = facts_of(whole())
    mail = next(step.mail for step in facts.call.terms.road if step.mail)
    letter = mail_of(facts, mail)
    assert letter.to == "kaigai-syutsugan@niro.or.jp"
    assert letter.subject == "外国出願支援事業 申請書Wordデータの提出（株式会社みなと精機、特願2023-012345）"
    assert letter.body.startswith("公益財団法人 新産業創造研究機構\n技術移転部門 知的財産センター\n")
    assert "申請額　　　657,000円\n" in letter.body
    assert "\n\n株式会社みなと精機\n佐伯　みのり\n電話　078-306-6808\n" in letter.body


def test_what_is_still_to_be_answered_stands_as_its_label_and_what_need_not_be_as_nothing() -> None:
    facts = facts_of({})
    assert fill_text(facts, "{applicant.trade_name} {contact.department}様") == "〔名称（商号）〕 様"
    assert fill_text(facts, "{call.reception.closes}まで") == "9月1日（金）まで"


def test_what_an_entry_page_may_ask_is_ready_to_be_copied() -> None:
    facts = facts_of(whole({"applicant.type": "sole_proprietor"}))
    told = {each.label: each.text for each in copied(facts, facts.call.terms.road[0])}
    assert told["出願先"] == "米国、中国"
    assert told["申請者種別"] == "個人事業者"
    assert "法人番号" not in told


def test_the_four_criteria_are_questions_and_thin_texts_are_told() -> None:
    questions = criteria_of(facts_of(whole()))
    assert [asked.criterion.source for asked in questions] == ["募集要領 7①", "募集要領 7②", "募集要領 7③", "募集要領 7④"]
    assert [asked.is_thin for asked in questions] == [True, True, False, False]
    long = criteria_of(facts_of(whole({"search.result": "違い。" * 40, "plan.market": "市場。" * 80})))
    assert not any(asked.is_thin for asked in long)
    assert "5年間" in questions[3].hint
