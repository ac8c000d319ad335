"""shinsei answer: whatever people type, read as the window reads it; all of a line is kept, or nothing."""

from pathlib import Path

import pytest

from forms.cases import read_case
from forms.values.plain import Plain
from tests.conftest import Shinsei

BEFORE = {"applicant.capital": 1, "plan.use": "自社"}


@pytest.fixture
def answered(case: Path, shinsei: Shinsei) -> Path:
    assert shinsei("answer", case, "applicant.capital=1", "plan.use=自社").status == 0
    return case


def kept(case: Path) -> dict[str, Plain]:
    return dict(read_case(case)[1])


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("applicant.capital=４，８００万円", 48_000_000),
        ("applicant.capital=¥48,000,000", 48_000_000),
        ("applicant.established=平成10年4月1日", "1998-04-01"),
        ("applicant.established=H10.4.1", "1998-04-01"),
        ("applicant.established=１９９８－０４－０１", "1998-04-01"),
        ("applicant.corporate_number=７０００-０１２０-５０００-２", "7000012050002"),
        ("applicant.postal_code=〒６５０−００４６", "650-0046"),
        ("applicant.type=商工会、商工会議所", "chamber"),
        ("applicant.type=corporation", "corporation"),
        ("applicant.deemed_large=officers_half, single_half", ["single_half", "officers_half"]),
        ('applicant.deemed_large=["officers_half"]', ["officers_half"]),
        ("applicant.deemed_large=[]", []),
        ("applicant.deemed_large=なし", []),
        ("base.joint=はい", True),
        ("base.joint=false", False),
        ("base.share=５０％", "1/2"),
        ("base.share=3/5", "3/5"),
        ("base.applicants=甲社、乙社", ["甲社", "乙社"]),
        ('base.applicants=["甲、社", "乙社"]', ["甲、社", "乙社"]),
        ("base.title=a=b", "a=b"),
        ("base.title=[角括弧", "[角括弧"),
        ("applicant.trade_name=　髙﨑①㈱😀　", "髙﨑①㈱😀"),
        ("plan.use=一行目\r\n二行目", "一行目\n二行目"),
        ("officers=[]", []),
        ('destinations=[{country="米国", route="パリルート", planned=2023-11-20}]', [{"country": "US", "route": "paris", "planned": "2023-11-20"}]),
        (' [{country="EP"}]'.join(("destinations=", "")), [{"country": "EP"}]),
        ('destinations=[\n{country="EP"},\n{country="ＪＰ"},\n]', [{"country": "EP"}, {"country": "JP"}]),
        ('expenses=[{country="US", official_fee="１０万円", other=0, tax_included=false}]',
         [{"country": "US", "official_fee": 100_000, "other": 0, "tax_included": False}]),
    ],
)  # fmt: skip
def test_what_people_type_is_read_as_its_kind(case: Path, shinsei: Shinsei, typed: str, value: Plain) -> None:
    ran = shinsei("answer", case, typed)
    assert (ran.status, ran.err) == (0, "")
    found = kept(case)[typed.partition("=")[0]]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("applicant.capital=約百万", "applicant.capital"),
        ("applicant.capital=-5", "マイナス"),
        ("applicant.type=会社", "選べません"),
        ("applicant.established=平成10年2月30日", "2月28日でしょうか"),
        ("applicant.corporate_number=1234567890123", "検査用"),
        ("applicant.deemed_large=半分", "選べません"),
        ("base.joint=たぶん", "はい"),
        ("base.applicants=[[1]]", "base.applicants"),
        ("officers=湊　春香", "officers"),
        ('officers=[{birth="昭和45年2月30日"}]', "officers[0].birth"),
        ('officers=[{sex="M"}, {sex="女"}]', "officers[1].sex"),
        ("officers=[{age=3}]", "age"),
        ("expenses=[{total=3}]", "total"),
        ("officers=[{", "officers"),
        ("officers=[10:00:00]", "行の並び"),
        ("applicant.nickname=x", "applicant.nickname"),
        ("derived.sme=true", "derived.sme"),
        ("register=a.pdf", "register"),
        ("plan.use", "plan.use"),
        ("=x", "=x"),
    ],
)
def test_what_cannot_be_read_is_said_and_all_of_the_line_refused(answered: Path, shinsei: Shinsei, typed: str, said: str) -> None:
    ran = shinsei("answer", answered, "plan.use=他社", typed, "cost.note=なし")
    assert (ran.status, ran.out, said in ran.err) == (2, "", True)
    assert kept(answered) == BEFORE


def test_every_refusal_of_a_line_is_said_at_once(answered: Path, shinsei: Shinsei) -> None:
    ran = shinsei("answer", answered, "applicant.capital=？", "base.joint=？")
    assert [line.partition("：")[0] for line in ran.err.splitlines()] == ["applicant.capital", "base.joint"]


@pytest.mark.parametrize("name", ["applicant.capital", "plan.use", "officers", "applicant.deemed_large", "base.applicants"])
def test_nothing_behind_the_sign_takes_an_answer_away(answered: Path, shinsei: Shinsei, name: str) -> None:
    assert shinsei("answer", answered, f"{name}=").status == 0
    assert kept(answered) == {other: value for other, value in BEFORE.items() if other != name}


def test_a_later_answer_replaces_an_earlier_one(answered: Path, shinsei: Shinsei) -> None:
    assert shinsei("answer", answered, "applicant.capital=2", "applicant.capital=３").status == 0
    assert kept(answered)["applicant.capital"] == 3


def test_answers_of_a_hidden_branch_are_kept(answered: Path, shinsei: Shinsei) -> None:
    assert shinsei("answer", answered, "applicant.type=npo", "applicant.industry=rubber").status == 0
    assert shinsei("answer", answered, "applicant.type=corporation").status == 0
    assert kept(answered)["applicant.industry"] == "rubber"


@pytest.mark.parametrize("name", ["none.shinsei", ".", "text.txt"])
def test_answers_need_a_case_file(shinsei: Shinsei, tmp_path: Path, name: str) -> None:
    (tmp_path / "text.txt").write_text("これは案件のファイルではありません。" * 9, encoding="utf-8")
    ran = shinsei("answer", tmp_path / name, "plan.use=自社")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.count("\n") == 1
