"""Contradictions planted in the samples' answers are found, with the page; the samples as they are contradict themselves nowhere."""

import pytest

from forms.values.plain import Plain
from tests.forms.comparing.planted import answers, look, papers

SAMPLES = (
    "chamber-regional", "company-defensive", "company-patent", "company-pct", "cooperative-regional", "npo-regional", "sole-trademark",
    "startup-design",
)  # fmt: skip
NOT_CHECKED = "paper_not_read"

# the sample, the answer and what it is changed to, the comparison that finds it, and the page it names
PLANTED: tuple[tuple[str, str, Plain, str, str], ...] = (
    ("company-pct", "applicant.trade_name", "株式会社樹環マテリアルズ", "register_name", "資料1 1ページ目"),
    ("company-pct", "applicant.trade_name", "樹環マテリアル株式会社", "register_name", "資料1 1ページ目"),
    ("company-pct", "applicant.trade_name", "樹環マテリアル", "register_name", "資料1 1ページ目"),
    ("startup-design", "applicant.trade_name", "株式会社ノキアカリ工房", "startup_name", "資料4 1ページ目"),
    ("startup-design", "applicant.trade_name", "株式会社ノキアカリ工房", "balance_holder", "資料4 1ページ目"),
    ("company-patent", "applicant.trade_name", "株式会社湊精機", "paper_of_another_firm", "資料4 1ページ目"),
    ("cooperative-regional", "applicant.trade_name", "凪浦素麺協同組合", "articles_name", "資料1 1ページ目"),
    ("company-defensive", "applicant.trade_name", "灯蔵酒造株式会社", "outline_name", "資料2 1ページ目"),
    ("company-pct", "applicant.head_office_address", "兵庫県姫路市樹環町1501番地", "register_address", "資料1 1ページ目"),
    ("company-pct", "applicant.head_office_address", "兵庫県姫路市白鳥町2番地8", "register_address", "資料1 1ページ目"),
    ("npo-regional", "applicant.head_office_address", "兵庫県洲本市帆ノ浦町三丁目5番18号", "register_address", "資料1 1ページ目"),
    ("cooperative-regional", "applicant.head_office_address", "兵庫県たつの市御津町凪浦1350番地", "articles_address", "資料1 1ページ目"),
    ("company-pct", "applicant.corporate_number", "7000012050002", "register_number", "資料1 1ページ目"),
    ("startup-design", "applicant.corporate_number", "7000012050002", "startup_number", "資料4 1ページ目"),
    ("company-pct", "applicant.representative_name", "大楠　隼人", "register_representative", "資料1 1ページ目"),
    ("npo-regional", "applicant.representative_name", "浜田　隆", "register_representative", "資料1 1ページ目"),
    ("sole-trademark", "applicant.representative_name", "真柴　凛", "tax_return_name", "資料4 4ページ目"),
    ("company-pct", "applicant.capital", 73_000_000, "register_capital", "資料1 1ページ目"),
    ("company-pct", "applicant.established", "1986-06-01", "register_established", "資料1 1ページ目"),
    ("company-pct", "application.date", "2023-08-09", "register_issued_after", "資料1 2ページ目"),
    ("company-pct", "application.date", "2023-11-20", "register_issued_long_ago", "資料1 2ページ目"),
    ("chamber-regional", "application.date", "2024-10-31", "latest_accounts_missing", "資料4 5ページ目"),
    ("company-defensive", "application.date", "2024-01-31", "estimate_expired", "資料6 1ページ目"),
    ("company-pct", "base.application_number", "PCT/JP2022/990471", "base_number", "資料5 1ページ目"),
    ("company-patent", "base.application_number", "特願2022-990371", "base_number", "資料5 1ページ目"),
    ("startup-design", "base.application_number", "意願2023-990286", "search_number", "資料8 2ページ目"),
    ("sole-trademark", "base.application_number", "商願2023-990528", "estimate_number", "資料6 1ページ目"),
    ("company-patent", "base.title", "自動芯出し装置", "base_title", "資料5 3ページ目"),
    ("company-patent", "base.title", "自動芯出し装置", "contract_title", "資料9 1ページ目"),
    ("sole-trademark", "base.title", "織波／ORINAMI", "base_title", "資料5 2ページ目"),
    ("startup-design", "base.title", "携帯用ランプ", "base_title", "資料5 2ページ目"),
    ("chamber-regional", "base.filing_date", "2023-05-01", "base_filed", "資料5 2ページ目"),
    ("company-patent", "base.applicants", ["株式会社みなと精機"], "base_applicants", "資料5 2ページ目"),
    ("company-pct", "base.applicants", ["株式会社青嶺センシング"], "base_applicant_unnamed", "資料5 1ページ目"),
    ("company-patent", "base.share", "1/2", "contract_ownership", "資料9 1ページ目"),
    ("company-patent", "co_applicants[0].share", "1/2", "contract_ownership", "資料9 1ページ目"),
    ("company-patent", "co_applicants[0].cost_share", "2/3", "contract_costs", "資料9 1ページ目"),
    ("company-patent", "co_applicants[0].name", "株式会社青嶺センサ", "contract_party", "資料9 2ページ目"),
    ("company-pct", "expenses[0].translation", 367_500, "estimate_total", "資料6 1ページ目"),
    ("company-patent", "expenses[2].local_attorney", 231_300, "estimate_total", "資料6 1ページ目"),
    ("npo-regional", "expenses[2].translation", 28_730, "estimate_total", "資料6 1ページ目"),
    ("company-pct", "destinations[3].local_attorney", "Hanbit Partners", "estimate_attorney", "資料6 1ページ目"),
    ("npo-regional", "destinations[0].local_attorney", "Seoul IP Law Firm", "estimate_attorney_unnamed", "資料6（全4ページ）"),
    ("company-defensive", "expenses[0].note", "訳 1WORD＝20円×240WORD", "estimate_word_price", "資料6 1ページ目"),
    ("company-pct", "cost.note", "英訳1WORD＝26円×15,200WORD", "estimate_word_price", "資料6 1ページ目"),
    ("company-pct", "cost.note", "為替は1米ドル＝148円、1ユーロ＝158円", "estimate_rate", "資料6 1ページ目"),
    ("startup-design", "funding.loan", 210_000, "funding_loan", "資料7 1ページ目"),
    ("company-pct", "funding.own", 1_538_016, "funding_total", "資料7 1ページ目"),
)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_as_it_is_contradicts_itself_nowhere(name: str) -> None:
    assert [found for found in look(answers(name, {}), papers(name)) if found.id != NOT_CHECKED] == []


@pytest.mark.parametrize(("name", "field", "value", "comparison", "page"), PLANTED)
def test_a_contradiction_is_found_with_its_page(name: str, field: str, value: Plain, comparison: str, page: str) -> None:
    found = [finding for finding in look(answers(name, {field: value}), papers(name)) if finding.id == comparison]
    assert any(page in finding.message for finding in found)
    assert {finding.severity for finding in found} <= {"warning", "note"}


def test_what_is_wrong_is_said_of_the_answer_to_change() -> None:
    found = look(answers("company-pct", {"destinations[3].local_attorney": "Hanbit Partners"}), papers("company-pct"))
    assert [finding.subject for finding in found] == ["destinations[3].local_attorney"]


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("company-patent", ["資料1（全2ページ）"]),
        ("company-defensive", ["資料8 1ページ目"]),
        ("sole-trademark", ["資料1（全1ページ）", "資料4 1～3ページ目"]),
        ("npo-regional", []),
    ],
)
def test_scans_are_said_not_to_have_been_checked(name: str, pages: list[str]) -> None:
    found = [finding for finding in look(answers(name, {}), papers(name)) if finding.id == NOT_CHECKED]
    assert [finding.message.split("は")[0] for finding in found] == pages
    assert {finding.severity for finding in found} <= {"note"}
