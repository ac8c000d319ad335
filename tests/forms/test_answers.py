"""Answers as they are stored, read into values: what a kind refuses is a complaint about its field, and stays as it was."""

from datetime import date
from fractions import Fraction

import pytest

from forms.answers import Answers, canonical, code_of, find_field, label_of, read_answers, walk_texts
from forms.catalog.model import Call
from forms.errors import CaseError
from forms.values.plain import Plain, Value
from tests.forms.whole import whole

OFFICER: dict[str, Plain] = {"kana": "ﾐﾅﾄ ﾊﾙｶ", "name": "湊　春香", "birth": "昭和45年3月9日", "sex": "F"}


def complaints(call: Call, name: str, stored: Plain) -> set[str]:
    return set(read_answers(call, {name: stored}).complaints)


@pytest.mark.parametrize(
    ("name", "stored", "value"),
    [
        ("applicant.capital", "４，８００万円", 48_000_000),
        ("applicant.capital", 48_000_000, 48_000_000),
        ("applicant.regular_employees", "４２人", 42),
        ("applicant.type", "法人", "corporation"),
        ("applicant.corporate_number", 7000012050002, "7000012050002"),
        ("applicant.established", "H10.4.1", date(1998, 4, 1)),
        ("applicant.deemed_large", [], ()),
        ("applicant.deemed_large", ["officers_half"], ("officers_half",)),
        ("applicant.deemed_large", "なし", ()),
        ("base.applicants", ["株式会社みなと精機", "㈱青嶺"], ("株式会社みなと精機", "㈱青嶺")),
        ("base.applicants", "株式会社みなと精機、㈱青嶺", ("株式会社みなと精機", "㈱青嶺")),
        ("base.joint", True, True),
        ("base.joint", "はい", True),
        ("base.share", "0.5", Fraction(1, 2)),
        ("applicant.trade_name", "髙﨑①㈱𠮷野家", "髙﨑①㈱𠮷野家"),
    ],
)
def test_an_answer_is_read_by_its_kind(call: Call, name: str, stored: Plain, value: Value) -> None:
    assert read_answers(call, {name: stored}) == Answers({name: value}, {}, {})


@pytest.mark.parametrize("stored", ["やく百万", True, -5, 10**15, [1, 2], [100], {"a": 1}, [{"a": 1}], ["", []]])
def test_what_a_kind_refuses_is_a_complaint_and_stays_as_it_was(call: Call, stored: Plain) -> None:
    assert complaints(call, "applicant.capital", stored) == {"applicant.capital"}
    assert canonical(find_field(call, "applicant.capital"), stored) == stored


@pytest.mark.parametrize("stored", [["corporation"], [["x"]], {"x": [1]}, 7, False])
@pytest.mark.parametrize("name", ["applicant.type", "applicant.deemed_large", "officers"])
def test_values_of_any_shape_are_complained_of_and_never_fail(call: Call, name: str, stored: Plain) -> None:
    assert complaints(call, name, stored) == {name}


@pytest.mark.parametrize(
    ("name", "stored"),
    [("applicant.capital", ""), ("applicant.capital", []), ("officers", ""), ("officers", []), ("base.applicants", [])],
)
def test_an_empty_answer_is_no_answer(call: Call, name: str, stored: Plain) -> None:
    assert read_answers(call, {name: stored}) == Answers({}, {}, {})
    assert canonical(find_field(call, name), stored) == stored


def test_complaints_in_rows_name_the_row_and_the_column(call: Call) -> None:
    rows: Plain = [OFFICER, {**OFFICER, "birth": "昭和45年2月30日", "sex": "女"}]
    assert complaints(call, "officers", rows) == {"officers[1].birth", "officers[1].sex"}


def test_cells_that_are_read_stay_beside_one_that_is_refused(call: Call) -> None:
    read = read_answers(call, {"officers": [{**OFFICER, "birth": "？"}]})
    assert read.rows["officers"][0]["name"] == "湊　春香"
    assert "birth" not in read.rows["officers"][0]


def test_a_row_gets_the_defaults_of_its_columns(call: Call) -> None:
    row = read_answers(call, {"expenses": [{"country": "US"}]}).rows["expenses"][0]
    assert row == {"country": "US", "other": 0, "tax_included": True}


@pytest.mark.parametrize("stored", ["no rows", 7, [1], [OFFICER, "x"]])
def test_what_is_no_list_of_rows_is_one_complaint(call: Call, stored: Plain) -> None:
    assert complaints(call, "officers", stored) == {"officers"}


@pytest.mark.parametrize(
    "answers",
    [{"applicant.nickname": "x"}, {"derived.sme": True}, {"officers": [{"age": 3}]}, {"expenses": [{"total": 3}]}],
    ids=["field", "derived", "column", "calculated column"],
)
def test_an_id_that_the_call_does_not_have_stops_the_reading(call: Call, answers: dict[str, Plain]) -> None:
    with pytest.raises(CaseError, match="綴りをお確かめください"):
        read_answers(call, answers)


def test_answers_are_kept_in_their_kinds_own_form(call: Call) -> None:
    kept = canonical(find_field(call, "officers"), [OFFICER, {"birth": "？", "sex": ""}])
    assert kept == [{**OFFICER, "birth": "1970-03-09"}, {"birth": "？", "sex": ""}]
    assert canonical(find_field(call, "base.share"), "50%") == "1/2"
    assert canonical(find_field(call, "applicant.capital"), "4800万") == 48_000_000


def test_the_form_in_which_answers_are_kept_reads_as_itself(call: Call) -> None:
    once = {name: canonical(find_field(call, name), value) for name, value in whole().items()}
    assert {name: canonical(find_field(call, name), value) for name, value in once.items()} == once
    assert read_answers(call, once) == read_answers(call, whole())


def test_people_read_labels_and_codes(call: Call) -> None:
    assert label_of(call, "officers[1].birth") == "「役員等」2行目の「生年月日」"
    assert label_of(call, "register") == "「登記簿謄本の写し」"
    assert (code_of(call, "officers[1].birth"), code_of(call, "register")) == ("D01", "P04")


def test_every_answer_is_walked_as_it_is_printed(call: Call) -> None:
    texts = dict(walk_texts(call, read_answers(call, {"applicant.capital": 1000, "officers": [OFFICER]})))
    assert (texts["applicant.capital"], texts["officers[0].birth"]) == ("1,000", "昭和45年3月9日")
