"""shinsei check: findings, documents and derived values as the contract gives them, from all three forms of a case."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from forms.casetoml import case_toml, read_case_toml
from forms.catalog.model import Call
from forms.paths import SAMPLES
from forms.values.plain import Plain
from tests.conftest import Shinsei
from tests.forms.pdfkit import box_pdf
from tests.forms.whole import whole

NAMES = sorted(sample.name for sample in SAMPLES.iterdir())
IN_ROW = re.compile(r"(?P<group>[a-z_.]+)\[(?P<row>\d+)\]\.(?P<column>[a-z_]+)")
DERIVED = {"expenses_total", "eligible_total", "requested_amount", "priority_deadline", "sme", "wage_form", "under_one_year"}
WANTED: Mapping[str, Plain] = {"bonus.japan_brand": True, "bonus.wage": True, "wage.measure": "average", "wage.has_regular_employees": True}
ODD_CASES: Mapping[str, Mapping[str, Plain]] = {
    "nothing": {},
    "an individual": {"applicant.type": "sole_proprietor", "base.right": "trademark"},
    "refused": whole({"applicant.capital": "約百万", "officers[1].birth": "？", "base.joint": 7, "expenses[0].other": True}),
    "no rows": whole({"destinations": "後で", "expenses": [], "officers": [{}]}),
    "too late": whole({"application.date": "2023-09-02", "destinations[1].planned": "2024-03-01", "base.filing_date": "2021-01-01"}),
    "joint": whole({"base.joint": True, "base.share": "1/2", "co_applicants": [{"name": "他社", "share": "2/3", "cost_share": "1/1"}]}),
    "defensive": whole({"base.right": "defensive_trademark", "base.application_number": "商願2023-012345"}),
    "wages": whole(WANTED, {"wage.base": 100, "wage.planned": 101, "applicant.regular_employees": 0}),
    "no attorney": whole({"attorney.none": True, "bonus.first_time": True, "history.adopted_since_2014": True}),
    "large": whole({"applicant.capital": 10**12, "applicant.regular_employees": 10**6, "applicant.deemed_large": ["officers_half"]}),
    "young": whole({"applicant.established": "2023-01-01"}),
    "body": whole({"applicant.type": "chamber", "base.kind": "hague", "destinations[0].route": "madrid", "destinations[1].country": "US"}),
}


def write(folder: Path, answers: Mapping[str, Plain]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "case.toml").write_text(case_toml("hyogo-r5-2", answers, {}), encoding="utf-8")
    return folder


def light(sample: str, folder: Path) -> Path:
    """A sample with a blank sheet for each of its papers."""
    text = read_case_toml(SAMPLES / sample)
    papers = {document: [file.name for file in files] for document, files in text.attachments.items()}
    for name in (name for names in papers.values() for name in names):
        (folder / name).write_bytes(box_pdf())
    (folder / "case.toml").write_text(case_toml(text.call_id, text.answers, papers), encoding="utf-8")
    return folder


def documents(told: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {document["id"]: document for document in told["documents"]}


@pytest.mark.parametrize("sample", NAMES)
def test_every_sample_is_ready_on_its_day(shinsei: Shinsei, tmp_path: Path, sample: str) -> None:
    ran = shinsei("check", light(sample, tmp_path), "--today", "2023-08-21", "--json")
    assert [f["message"] for f in ran.json["findings"] if f["severity"] == "error"] == []
    assert (ran.status, ran.json["call"], ran.json["today"]) == (0, "hyogo-r5-2", "2023-08-21")
    assert {document["state"] for document in ran.json["documents"]} <= {"filled", "attached", "optional"}


@pytest.mark.parametrize("name", ODD_CASES)
def test_findings_name_answers_and_documents_that_can_be_changed(shinsei: Shinsei, tmp_path: Path, call: Call, name: str) -> None:
    ran = shinsei("check", write(tmp_path, ODD_CASES[name]), "--today", "2023-08-21", "--json")
    assert ran.status == 1
    ids = {"missing-answer", "missing-paper"} | {rule.id for rule in call.rules}
    for finding in ran.json["findings"]:
        assert {"id", "severity", "subject", "message", "source"} <= finding.keys()
        assert finding["severity"] in ("error", "warning", "note")
        assert finding["id"] in ids
        assert finding["message"].endswith("。")
        assert "{" not in finding["message"]
        assert is_changeable(call, ODD_CASES[name], finding["subject"]), finding


def is_changeable(call: Call, answers: Mapping[str, Plain], subject: str) -> bool:
    cell = IN_ROW.fullmatch(subject)
    if cell is None:
        return subject in call.fields or subject in call.documents
    rows, column = answers[cell["group"]], call.fields[cell["group"]].columns[cell["column"]]
    return isinstance(rows, list) and int(cell["row"]) < len(rows) and not column.calculation


@pytest.mark.parametrize("name", ODD_CASES)
def test_documents_and_derived_values_have_their_shapes(shinsei: Shinsei, tmp_path: Path, call: Call, name: str) -> None:
    told = shinsei("check", write(tmp_path, ODD_CASES[name]), "--today", "2023-08-21", "--json").json
    assert told.keys() == {"call", "today", "findings", "documents", "derived"}
    order = [document["id"] for document in told["documents"]]
    assert order == [document for document in call.documents if document in order]
    for document in told["documents"]:
        assert {"id", "number", "title", "required", "state"} <= document.keys()
        assert document["number"] is None or 1 <= document["number"] <= 11
        assert document["state"] in ("filled", "attached", "missing", "optional")
        assert (document["state"] == "missing") <= document["required"]
    check_derived(told["derived"])


def check_derived(derived: Mapping[str, Any]) -> None:
    assert derived.keys() == DERIVED
    assert all(derived[name] in (True, False, None) for name in ("sme", "under_one_year"))
    assert all(derived[name] is None or type(derived[name]) is int for name in ("expenses_total", "eligible_total", "requested_amount"))
    assert derived["wage_form"] in (None, "n1", "n2", "n3", "n4")
    assert derived["priority_deadline"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", derived["priority_deadline"])


def test_derived_values_are_those_of_the_public_form(shinsei: Shinsei, tmp_path: Path) -> None:
    told = shinsei("check", write(tmp_path, whole(WANTED)), "--today", "2023-08-21", "--json").json["derived"]
    assert told | {"eligible_total": 0, "requested_amount": 0} == {
        "expenses_total": 1_394_000, "eligible_total": 0, "requested_amount": 0, "priority_deadline": "2024-02-01",
        "sme": True, "wage_form": "n2", "under_one_year": False,
    }  # fmt: skip


def test_what_is_not_known_yet_is_null(shinsei: Shinsei, tmp_path: Path) -> None:
    told = shinsei("check", write(tmp_path, {}), "--today", "2023-08-21", "--json").json["derived"]
    assert {told[name] for name in ("sme", "under_one_year", "wage_form", "priority_deadline", "requested_amount")} == {None}


def test_papers_that_a_wanted_bonus_asks_for_are_required(shinsei: Shinsei, tmp_path: Path) -> None:
    plain = documents(shinsei("check", write(tmp_path, whole()), "--json").json)
    wanted = documents(shinsei("check", write(tmp_path, whole(WANTED)), "--json").json)
    assert {"award_notice", "wage_n2"} == wanted.keys() - plain.keys()
    assert (wanted["award_notice"]["required"], wanted["award_notice"]["state"], wanted["award_notice"]["number"]) == (True, "missing", 10)
    assert (wanted["wage_n2"]["required"], wanted["wage_n2"]["state"], wanted["wage_n2"]["number"]) == (True, "filled", 11)
    assert (plain["form_1_1"]["number"], plain["form_1_1"]["state"], plain["register"]["state"]) == (None, "filled", "missing")


def test_a_missing_answer_and_a_missing_paper_have_their_own_ids(shinsei: Shinsei, tmp_path: Path) -> None:
    told = shinsei("check", write(tmp_path, whole({"contact.phone": "", "destinations[1].planned": ""})), "--json").json
    found = {(finding["id"], finding["subject"], finding["severity"]) for finding in told["findings"]}
    assert ("missing-answer", "contact.phone", "error") in found
    assert ("missing-answer", "destinations[1].planned", "error") in found
    assert ("missing-paper", "register", "error") in found


@pytest.mark.parametrize(("name", "value"), [("applicant.capital", "約百万"), ("officers[1].birth", "昭和45年2月30日"), ("base.joint", [True])])
def test_a_refused_value_is_an_error_on_its_field(shinsei: Shinsei, tmp_path: Path, name: str, value: Plain) -> None:
    ran = shinsei("check", write(tmp_path, whole({name: value})), "--today", "2023-08-21", "--json")
    of_field = [finding for finding in ran.json["findings"] if finding["subject"] == name]
    assert (ran.status, [finding["severity"] for finding in of_field]) == (1, ["error"])


def test_a_file_a_folder_and_a_text_are_checked_alike(shinsei: Shinsei, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", whole())
    assert shinsei("import", folder, tmp_path / "a.shinsei").status == 0
    said = [shinsei("check", case, "--today", "2023-08-21", "--json").out for case in (folder, folder / "case.toml", tmp_path / "a.shinsei")]
    assert said[0] == said[1] == said[2]


def test_people_read_the_findings_with_their_codes(shinsei: Shinsei, tmp_path: Path) -> None:
    ran = shinsei("check", write(tmp_path, whole({"contact.phone": ""})), "--today", "2023-08-21")
    assert (ran.status, ran.err) == (1, "")
    assert "× [C16] 「担当者の電話番号」がまだ入力されていません。" in ran.out
    assert "[P04] まだ　資料1　登記簿謄本の写し" in ran.out


@pytest.mark.parametrize("day", ["2023-08-21", "令和5年8月21日", "R5.8.21"])
def test_today_is_read_as_any_day_is(shinsei: Shinsei, tmp_path: Path, day: str) -> None:
    assert shinsei("check", write(tmp_path, {}), "--today", day, "--json").json["today"] == "2023-08-21"


def test_reception_is_judged_by_the_day_of_application_and_not_by_today(shinsei: Shinsei, tmp_path: Path) -> None:
    told = shinsei("check", write(tmp_path, whole()), "--today", "2026-01-01", "--json").json
    assert "filed_after_reception" not in {finding["id"] for finding in told["findings"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('call = "nowhere-r1"', "nowhere-r1"),
        ('call = "hyogo-r5-2"\n[answers]\n"applicant.nickname" = "x"', "applicant.nickname"),
        ('call = "hyogo-r5-2"\n[attachments]\npassport = []', "passport"),
        ('call = "hyogo-r5-2"\n[attachments]\nregister = ["none.pdf"]', "none.pdf"),
        ("call = ", "TOML"),
    ],
)
def test_a_case_that_cannot_be_read_stops_the_check(shinsei: Shinsei, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "case.toml").write_text(text, encoding="utf-8")
    ran = shinsei("check", tmp_path, "--json")
    assert (ran.status, ran.out, said in ran.err) == (3, "", True)


@pytest.mark.parametrize("form", ["folder", "text", "file"])
def test_the_companys_other_cases_share_its_cap(shinsei: Shinsei, tmp_path: Path, form: str) -> None:
    costly = whole({"expenses[0].official_fee": 4_000_000, "expenses[0].domestic_attorney": 0, "applicant.trade_name": "（株）みなと精機"})
    own, others = write(tmp_path / "own", costly), [write(tmp_path / name, costly) for name in ("b", "c")]
    for other in others:
        assert shinsei("import", other, other.with_suffix(".shinsei")).status == 0
    named = {"folder": others, "text": [o / "case.toml" for o in others], "file": [o.with_suffix(".shinsei") for o in others]}[form]
    asked = [shinsei("check", own, "--json", "--with", own, *named[:n], *named[:n]).json["derived"]["requested_amount"] for n in range(3)]
    assert asked == [1_500_000, 1_500_000, 0]


@pytest.mark.parametrize(("changes", "asked"), [({"case.state": "withdrawn"}, 1_500_000), ({"case.state": "adopted"}, 0)])
def test_a_case_that_asks_for_nothing_any_more_does_not_count(
    shinsei: Shinsei, tmp_path: Path, changes: Mapping[str, Plain], asked: int
) -> None:
    costly = whole({"expenses[0].official_fee": 4_000_000})
    others = [write(tmp_path / name, {**costly, **changes}) for name in ("b", "c")]
    told = shinsei("check", write(tmp_path / "a", costly), "--json", "--with", *others).json
    assert told["derived"]["requested_amount"] == asked


@pytest.mark.parametrize("other", [{"applicant.corporate_number": "4011001098993"}, {"applicant.nickname": "x"}])
def test_another_applicants_case_or_an_unreadable_one_stops_the_check(shinsei: Shinsei, tmp_path: Path, other: Mapping[str, Plain]) -> None:
    ran = shinsei("check", write(tmp_path / "a", whole()), "--with", write(tmp_path / "b", whole(other)), "--json")
    assert (ran.status, ran.out) == (3, "")
