"""Papers as people have them: boxes drawn with characters, full width throughout, columns drawn one after the other, wrapped lines.

Each agrees with its sample as it stands, and with the answer changed, or the paper, the contradiction is found.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from forms.casefile import Attached
from forms.check import Finding
from forms.values.plain import Plain
from tests.forms.comparing.layouts import by_columns, paper
from tests.forms.comparing.planted import answers, look, papers

PAPERS = Path(__file__).parent / "papers"
NOTHING: Mapping[str, Plain] = {}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
COMPANY, PERSON = "company-patent", "sole-trademark"

# how a paper is made: sample, document, its pages
MADE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "register_boxed": (COMPANY, "register", ("register_boxed",)),
    "register_online": (COMPANY, "register", ("register_online",)),
    "application": (COMPANY, "base_application", ("application", "description", "number_notice")),
    "estimate": (COMPANY, "estimates", ("estimate",)),
    "contract": (COMPANY, "joint_contract", ("contract",)),
    "contract_table": (COMPANY, "joint_contract", ("contract_table",)),
    "funding_thousands": (COMPANY, "funding_plan", ("funding_thousands",)),
    "residence": (PERSON, "residence", ("residence",)),
    "trademark": (PERSON, "base_application", ("trademark",)),
    "pct_request": ("company-pct", "base_application", ("pct_request",)),
    "contract_ratio": (COMPANY, "joint_contract", ("contract_ratio",)),
    "register_changed": (COMPANY, "register", ("register_changed",)),
    "funding_numbered": (COMPANY, "funding_plan", ("funding_numbered",)),
    "outline": (COMPANY, "business_outline", ("outline",)),
    "accounts_compared": (COMPANY, "accounts", ("accounts_compared",)),
}


def text(name: str) -> str:
    """One page of a paper."""
    return (PAPERS / f"{name}.txt").read_text(encoding="utf-8")


def found_with(name: str, attached: Attached, changes: Mapping[str, Plain] = NOTHING) -> list[Finding]:
    """What is found on the sample with that paper in the place of its own."""
    rest = tuple(other for other in papers(name) if other.document != attached.document)
    return [finding for finding in look(answers(name, changes), (*rest, attached)) if finding.id != "paper_not_read"]


def on(made: str, *exchanges: tuple[str, str], changes: Mapping[str, Plain] = NOTHING) -> list[Finding]:
    """What is found with a paper, of which places may be exchanged, against answers, of which some may be changed."""
    sample, document, pages = MADE[made]
    texts = [text(page) for page in pages]
    for old, new in exchanges:
        assert any(old in page for page in texts)
        texts = [page.replace(old, new) for page in texts]
    return found_with(sample, paper(document, *texts), changes)


@pytest.mark.parametrize("made", MADE)
def test_a_paper_that_agrees_is_not_spoken_of(made: str) -> None:
    assert on(made) == []


@pytest.mark.parametrize("made", ["register_online", "estimate", "contract_table", "funding_thousands"])
def test_a_paper_drawn_column_by_column_is_read_the_same(made: str) -> None:
    sample, document, pages = MADE[made]
    assert found_with(sample, paper(document, pdf=by_columns(text(pages[0])))) == []


@pytest.mark.parametrize(
    ("made", "field", "value", "comparison"),
    [
        ("register_boxed", "applicant.trade_name", "株式会社みなと精器", "register_name"),
        ("register_boxed", "applicant.trade_name", "みなと精機", "register_name"),
        ("register_boxed", "applicant.head_office_address", "兵庫県神戸市西区汐見台七丁目12番13号", "register_address"),
        ("register_boxed", "applicant.head_office_address", "兵庫県神戸市長田区汐浜町二丁目3番1号", "register_address"),
        ("register_boxed", "applicant.corporate_number", "7000012050002", "register_number"),
        ("register_boxed", "applicant.capital", 40_000_000, "register_capital"),
        ("register_boxed", "applicant.representative_name", "湊　精一", "register_representative"),
        ("register_boxed", "application.date", "2023-07-31", "register_issued_after"),
        ("register_boxed", "application.date", "2023-11-02", "register_issued_long_ago"),
        ("register_online", "applicant.trade_name", "株式会社みなと精機工業", "register_name"),
        ("register_online", "applicant.head_office_address", "兵庫県神戸市東区汐見台七丁目12番3号", "register_address"),
        ("register_online", "applicant.corporate_number", "7000012050002", "register_number"),
        ("register_online", "applicant.established", "1998-04-10", "register_established"),
        ("register_online", "application.date", "2023-07-31", "register_issued_after"),
        ("application", "base.application_number", "特願2022-990318", "base_number"),
        ("application", "base.title", "自動心出し装置及び自動心出し方法", "base_title"),
        ("application", "base.filing_date", "2022-11-22", "base_filed"),
        ("application", "base.applicants", ["株式会社みなと精機", "株式会社青嶺センサー"], "base_applicants"),
        ("estimate", "expenses[0].official_fee", 105_600, "estimate_total"),
        ("estimate", "cost.note", "英訳1WORD＝26円×5,400WORD", "estimate_word_price"),
        ("estimate", "cost.note", "為替は1米ドル＝150円", "estimate_rate"),
        ("estimate", "destinations[0].local_attorney", "Smith & Jones LLP", "estimate_attorney"),
        ("estimate", "base.application_number", "特願2022-990371", "estimate_number"),
        ("estimate", "application.date", "2023-11-01", "estimate_expired"),
        ("contract", "base.share", "2/5", "contract_ownership"),
        ("contract", "co_applicants[0].cost_share", "2/3", "contract_costs"),
        ("contract_table", "base.share", "2/5", "contract_ownership"),
        ("contract_table", "co_applicants[0].cost_share", "2/3", "contract_costs"),
        ("residence", "applicant.head_office_address", "兵庫県西脇市機音町218番地の5", "residence_address"),
        ("funding_thousands", "funding.loan", 700_000, "funding_loan"),
        ("funding_numbered", "funding.own", 610_984, "funding_own"),
        ("pct_request", "base.application_number", "PCT/JP2022/990418", "base_number"),
        ("contract_ratio", "base.share", "1/2", "contract_ownership"),
        ("outline", "applicant.trade_name", "株式会社みなと精密", "outline_name"),
        ("trademark", "base.applicants", ["真柴　凛太郎"], "base_applicants"),
        ("register_changed", "applicant.trade_name", "有限会社みなと精機", "register_name"),
    ],
)
def test_an_answer_that_contradicts_a_paper_is_found(made: str, field: str, value: Plain, comparison: str) -> None:
    assert comparison in {finding.id for finding in on(made, changes={field: value})}


@pytest.mark.parametrize(
    ("made", "old", "new", "comparison"),
    [
        ("application", "特願２０２２－９９０３１７", "特願２０２２－９９０３７１", "base_number"),
        ("application", "㈱青嶺センシング", "㈱青峰センシング", "base_applicants"),
        ("estimate", "24円/word", "42円/word", "estimate_word_price"),
        ("estimate", "24円/word", "42円/word", "estimate_word_product"),
        ("estimate", "（株）みなと精機", "（株）おおなみ精機", "estimate_addressee"),
        ("contract", "甲が３分の２、乙が３分の１", "甲が３分の１、乙が３分の２", "contract_costs"),
        ("contract", "青嶺センシング", "青嶺センサ", "contract_party"),
        ("contract_table", "６０％\t４０％", "７０％\t３０％", "contract_ownership"),
        ("residence", "真柴　凛子", "真柴　鈴子", "residence_name"),
        ("register_online", "2023/08/01", "2023/03/01", "register_issued_long_ago"),
    ],
)
def test_a_paper_that_contradicts_the_answers_is_found(made: str, old: str, new: str, comparison: str) -> None:
    assert comparison in {finding.id for finding in on(made, (old, new))}


def test_a_total_that_differs_wherever_it_stands_is_found() -> None:
    found = on("estimate", ("１，８０１，４７５", "１，８１０，４７５"), ("1,801,475", "1,810,475"))
    assert [finding.id for finding in found] == ["estimate_total"]


def test_a_translation_without_a_price_a_word_is_found() -> None:
    found = on("estimate", ("24円/word", "一式"), ("22円/word", "一式"))
    assert [finding.id for finding in found] == ["estimate_word_price_missing"]


def accounts(*ends: int) -> Attached:
    """Accounts of the years of 令和 that end so."""
    pages = [text(page) for page in ("accounts_cover", "accounts_balance")]
    return paper("accounts", *(_in_year(page, end) for end in ends for page in pages))


def _in_year(page: str, end: int) -> str:
    first, last = (f"{year}".translate(WIDE) for year in (end - 1, end))
    return page.replace("　４年　４月", f"　{first}年　４月").replace("　５年　３月", f"　{last}年　３月")


@pytest.mark.parametrize(
    ("ends", "found"),
    [((4, 5), []), ((5,), ["one_year_of_accounts_read"]), ((3, 5), ["years_of_accounts_apart"]), ((3, 4), ["latest_accounts_missing"])],
)
def test_business_years_are_counted_by_their_last_days(ends: tuple[int, ...], found: list[str]) -> None:
    assert [finding.id for finding in found_with(COMPANY, accounts(*ends))] == found


def test_a_number_that_is_only_cited_contradicts_nothing() -> None:
    _, document, _ = MADE["application"]
    without_own = paper(document, text("application"), text("description"))
    assert found_with(COMPANY, without_own) == []
