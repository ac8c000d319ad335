from datetime import date

import pytest

from forms.post.texts import filled_post, letter_day
from tests.forms.post.postkit import post_of
from tests.forms.whole import TODAY, facts_of, whole


def test_the_calls_texts_come_with_the_cases_answers() -> None:
    post = post_of()
    assert post.to.names[-1] == "「令和5年度兵庫県中小企業等外国出願支援事業」担当"
    assert post.sender.names == ("株式会社みなと精機", "代表取締役　湊　春香", "担当　佐伯　みのり")
    assert post.letter.about["出願番号"] == "特願2023-012345"
    assert "令和5年度 兵庫県中小企業等外国出願支援事業（二次公募）" in post.letter.body[0]


def test_a_line_without_any_answer_is_left_out() -> None:
    post = post_of({"contact.name": "", "contact.department": "", "base.right": "", "destinations": [], "expenses": []})
    assert post.sender.names[-1] != "担当"
    assert all("担当" not in name or "〔" in name for name in post.sender.names)


def test_what_must_still_be_answered_stands_as_its_label() -> None:
    assert "〔名称（商号）〕" in post_of({"applicant.trade_name": ""}).sender.names[0]


def test_what_no_font_prints_is_marked() -> None:
    assert post_of({"applicant.trade_name": "株式会社\U0001f600"}).sender.names[0] == "株式会社〓"


@pytest.mark.parametrize(("given", "day"), [("2023-08-25", date(2023, 8, 25)), ("", TODAY)])
def test_the_letter_has_the_applications_day_or_todays(given: str, day: date) -> None:
    assert letter_day(facts_of(whole({"application.date": given}))) == day


def test_a_person_without_a_post_signs_with_the_name_alone() -> None:
    facts = facts_of(whole({"applicant.type": "sole_proprietor"}))
    assert filled_post(facts).sender.names[1] == "湊　春香"
