"""What a look at a case finds besides the rules: nothing in a sound case; what is missing, unreadable or hidden; and in what order."""

import re
from dataclasses import replace

import pytest

from forms.check import Finding, has_errors, line_of
from forms.values.plain import Plain
from tests.forms.whole import Changes, all_papers, facts_of, findings, look, paper, the_call, whole

WAGE: Changes = {"bonus.wage": True, "wage.measure": "total", "wage.period": "fiscal_year"}
ROTTEN: Changes = {  # as much wrong at once as one case can hold
    "application.date": "2023-09-02",
    "applicant.capital": "四百円くらい",
    "applicant.trade_name": "",
    "applicant.postal_code": "530-0001",
    "history.jetro_same_case": True,
    "bonus.first_time": False,
    "duties.accepted": [],
    "destinations[0].planned": "2023-10-10",
    "destinations[1].country": "JP",
    "expenses[0].note": "VATと調査費、仲介手数料",
    "expenses[1].translation": "",
    "officers[0].birth": "昭和100年1月1日",
    "officers[1].name": "髙瀬　\U00013000",
    "funding.own": 1,
}


def named(found: tuple[Finding, ...], name: str) -> list[str]:
    return [finding.subject for finding in found if finding.id == name]


def rotten() -> tuple[Finding, ...]:
    return look(facts_of(whole(ROTTEN)), [paper("accounts", pages=1)])


def test_the_whole_case_with_its_papers_has_no_finding() -> None:
    assert findings() == ()


def test_the_whole_case_without_papers_lacks_just_its_papers() -> None:
    found = look(facts_of(whole()), ())
    asked = ["register", "business_outline", "accounts", "base_application", "estimates", "funding_plan", "prior_art"]
    assert [(finding.id, finding.severity, finding.subject) for finding in found] == [("missing-paper", "error", name) for name in asked]


def test_a_missing_paper_is_named_by_number_and_title_and_where_to_get_it() -> None:
    found = look(facts_of(whole()), ())
    assert found[0].message.startswith("資料1「登記簿謄本の写し」がまだありません。")
    assert "法務局" in found[0].message


def test_a_missing_paper_has_the_title_that_this_case_gives_it() -> None:
    found = look(facts_of(whole({"applicant.type": "sole_proprietor"})), ())
    assert any("「事業者の概要」" in finding.message for finding in found)


def test_a_paper_that_nobody_asks_for_is_not_missed_nor_in_the_way() -> None:
    facts = facts_of(whole({"applicant.established": "2023-04-01"}))
    papers = (*all_papers(facts), paper("residence"))
    assert "startup_plan" not in {each.document for each in papers}
    assert [finding.id for finding in look(facts, papers)] == ["paper_not_needed"]


def test_an_empty_case_asks_for_every_required_answer_without_a_condition() -> None:
    call = the_call()
    asked = {field.id for field in call.fields.values() if field.required and not field.when and not field.default}
    assert asked <= set(named(look(facts_of({}), ()), "missing-answer"))


def test_nothing_but_missing_things_and_unconfirmed_duties_is_said_of_an_empty_case() -> None:
    found = look(facts_of({}), ())
    assert {finding.id for finding in found} == {"missing-answer", "missing-paper", "duty_not_confirmed"}


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        ({"plan.use": ""}, "plan.use"),
        ({"plan.use": " \n　"}, "plan.use"),
        ({"applicant.deemed_large": ""}, "applicant.deemed_large"),
        ({"officers": []}, "officers"),
        ({"officers[0].birth": ""}, "officers[0].birth"),
        ({"destinations[1].route": ""}, "destinations[1].route"),
        ({"expenses[1].translation": ""}, "expenses[1].translation"),
        ({"base.joint": True, "base.applicants": ["株式会社みなと精機", "乙"], "foreign.joint": False}, "base.share"),
        ({**WAGE, "wage.period": ""}, "wage.period"),
    ],
)
def test_a_missing_answer_is_an_error_on_its_own_place(change: dict[str, Plain], subject: str) -> None:
    found = findings(change)
    assert named(found, "missing-answer") == [subject]
    assert has_errors(found)


@pytest.mark.parametrize(
    "change",
    [
        {"applicant.deemed_large": []},  # none of them is an answer
        {"expenses[0].translation": 0, "funding.own": 1_178_000},
        {"expenses[0].other": ""},  # has a default
        {"destinations[0].local_attorney": "", "expenses[1].local_attorney": 0, "funding.own": 1_214_000},  # not required
        {"attorney.none": ""},  # default: there is one
    ],
)
def test_what_is_answered_by_nought_none_or_a_default_is_not_missing(change: dict[str, Plain]) -> None:
    assert findings(change) == ()


@pytest.mark.parametrize("name", ["officers", "destinations", "expenses", "co_applicants"])
def test_an_empty_row_lacks_each_of_its_cells_and_no_check_stumbles_over_it(name: str) -> None:
    field = the_call().fields[name]
    asked = [column for column, cell in field.columns.items() if cell.required and not cell.default and not cell.calculation]
    found = named(findings({"base.joint": True, name: [{}]}), "missing-answer")
    assert [subject for subject in found if subject.startswith(f"{name}[")] == [f"{name}[0].{column}" for column in asked]


def test_a_cost_and_a_destination_without_a_country_are_not_taken_for_a_pair() -> None:
    found = findings({"expenses": [{"local_attorney": 100}], "destinations": [{}]})
    assert named(found, "local_attorney_unnamed") == []


def test_a_missing_answer_in_a_row_says_which_row() -> None:
    (finding,) = findings({"officers[1].birth": ""})
    assert finding.message == "「役員等」2行目の「生年月日」がまだ入力されていません。入力してください。"


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        ({"applicant.capital": "四百円くらい"}, "applicant.capital"),
        ({"applicant.corporate_number": "1234567890123"}, "applicant.corporate_number"),
        ({"officers[1].birth": "昭和100年1月1日"}, "officers[1].birth"),
        ({"destinations[0].country": "オセアニア大陸"}, "destinations[0].country"),
        ({"destinations": "米国"}, "destinations"),
        ({"contact.name": {"kana": "ｻｴｷ"}}, "contact.name"),
    ],
)
def test_what_its_kind_refuses_is_one_error_on_its_place_and_not_missing_as_well(change: dict[str, Plain], subject: str) -> None:
    found = [finding for finding in findings(change) if finding.id in ("missing-answer", "unreadable_answer")]
    assert [(finding.id, finding.severity, finding.subject) for finding in found] == [("unreadable_answer", "error", subject)]


def test_what_its_kind_refuses_stays_as_it_was_typed_and_the_rest_is_read() -> None:
    answers = whole({"applicant.capital": "四百円くらい"})
    facts = facts_of(answers)
    assert answers["applicant.capital"] == "四百円くらい"
    assert facts.value("applicant.capital") is None
    assert facts.value("applicant.regular_employees") == 42


def test_an_unreadable_answer_is_called_by_its_label_and_says_what_to_type() -> None:
    (finding,) = [each for each in findings({"applicant.capital": "四百円くらい"}) if each.id == "unreadable_answer"]
    assert finding.message.startswith("「資本金の額又は出資の総額」：")
    assert "1,165,000" in finding.message


@pytest.mark.parametrize(
    "hidden",
    [
        {"attorney.none": True, "attorney.office": "", "attorney.name": "", "attorney.email": "アットなし"},
        {"applicant.group": False, "applicant.group_smes": "たくさん"},
        {"base.right": "defensive_trademark", "plan.entry": "", "plan.market": "", "plan.use": ""},
        {"wage.planned": "1割増"},
        {"foreign.joint": False, "co_applicants": [{"name": "乙", "share": "半分くらい"}]},
        {"wage.how": "会議\U00013000"},
    ],
)
def test_a_hidden_branch_asks_nothing_and_complains_of_nothing(hidden: dict[str, Plain]) -> None:
    found = [finding for finding in findings(hidden) if finding.subject.partition("[")[0] in hidden]
    assert {finding.subject for finding in found} <= {"attorney.none"}


def test_findings_come_errors_first_then_in_the_order_of_the_questions() -> None:
    call = the_call()
    places = [*call.fields, *call.documents]
    order = [(("error", "warning", "note").index(f.severity), places.index(f.subject.partition("[")[0])) for f in rotten()]
    assert order == sorted(order)
    assert {severity for severity, _ in order} == {0, 1, 2}


def test_every_subject_is_an_answer_or_a_document_and_never_a_derived_value() -> None:
    call = the_call()
    for finding in (*rotten(), *look(facts_of({}), ())):
        name, _, cell = finding.subject.partition("[")
        assert name in call.fields or name in call.documents
        assert not cell or cell.partition("].")[2] in call.fields[name].columns


def test_every_message_is_a_whole_sentence_with_nothing_left_to_fill_in() -> None:
    for finding in (*rotten(), *look(facts_of({}), ()), *look(facts_of(whole({"applicant.established": "2023-04-01"})), ())):
        assert finding.message.endswith("。")
        assert finding.source
        assert not re.search(r"[{}]|None|「」|不正|エラー|無効|[!！]", finding.message)


def test_every_rule_names_subjects_that_a_person_can_change() -> None:
    call = the_call()
    for rule in call.rules:
        for subject in rule.subjects or rule.fields:
            assert subject.partition("[")[0] in call.fields, rule.id


@pytest.mark.parametrize(
    ("text", "missing"),
    [("髙﨑①㈱", ""), ("葛\U000e0100城", ""), ("\U00013000と\U00013001と\U00013000", "\U00013000\U00013001"), ("行\n行", "")],
)
def test_characters_that_no_font_of_ours_has_are_named_once_each(text: str, missing: str) -> None:
    found = [finding.message for finding in findings({"plan.product": text}) if finding.id == "unprintable_character"]
    assert found == ([f"「{missing}」という文字は、印刷用の書体にありません。別の字体にするか、片仮名で書いてください。"] if missing else [])


def test_only_errors_stop_a_build() -> None:
    (note,) = findings({"bonus.first_time": False})
    assert not has_errors((note,))
    assert has_errors((note, replace(note, severity="error")))


def test_a_finding_is_said_with_its_code_and_its_source() -> None:
    facts = facts_of(whole({"officers[1].birth": ""}))
    (finding,) = look(facts, all_papers(facts))
    assert line_of(facts, finding).startswith("[D01] ")
    assert line_of(facts, finding).endswith("（募集要領 6(4)②*2、別添）")
