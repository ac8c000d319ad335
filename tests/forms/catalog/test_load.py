"""A call is loaded strictly: each fault is one sentence with its file and table; a copied folder is a call of its own."""

import shutil
from pathlib import Path

import pytest

from forms.answers import kind_of, read_answers
from forms.calculations.registry import CALCULATORS
from forms.catalog.load import load_call, load_call_folder
from forms.catalog.model import Call, Column, Field
from forms.check import check_case
from forms.errors import CatalogError
from forms.facts import Facts
from forms.paths import CALLS
from forms.values.plain import Plain
from tests.conftest import TODAY


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(CALLS / "hyogo-r5-2", tmp_path / "hyogo-r6")
    return tmp_path / "hyogo-r6"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("call.toml", "unit = 1_000", "unti = 1_000", "call.toml の money に知らない項目「unti」"),
        ("call.toml", "unit = 1_000", "", "call.toml の money に unit がありません"),
        ("call.toml", "opens = 2023-08-01", 'opens = "令和5年8月1日"', "reception の opens は日付"),
        ("call.toml", "opens = 2023-08-01", "opens = 2023-08-32", "call.toml はTOMLとして読めません"),
        ("call.toml", "opens = 2023-08-01", "opens = 2023-09-02", "opens が closes より後"),
        ("call.toml", 'rate = "1/2"', "rate = 0.5", "money の rate は分数"),
        ("call.toml", 'source = "募集要領 5"', 'source = ""', "money の source が空"),
        ("call.toml", "patent = 1_500_000", "", "base.right の「patent」の値がありません"),
        ("call.toml", 'fresh = "page"', 'fresh = "book"', "packet の fresh は page・side・sheet のどれか"),
        ("fields.toml", 'code = "A02"', 'code = "A01"', "[application.date] と [applicant.type] の code が同じ「A01」"),
        ("fields.toml", 'kind = "date"', 'kind = "dat"', "[application.date] の kind「dat」はありません"),
        ("fields.toml", 'step = "call"', 'step = "cal"', "[application.date] の step「cal」"),
        ("fields.toml", 'source = "募集要領 6(1)"\n', "", "[application.date] に source がありません"),
        ("fields.toml", 'when = { "applicant.group" = [true] }', 'when = { "applicant.gruop" = [true] }', "「applicant.gruop」という項目"),
        ("fields.toml", 'when = { "applicant.group" = [true] }', 'when = { "applicant.group" = ["yes"] }', "true か false"),
        ("fields.toml", '["application.date"]', '["applicant.url"]', "[applicant.url] は、取り込んだファイルにもあります"),
        ("fields.toml", '["applicant.type"]', '["application.date"]', "fields.toml はTOMLとして読めません"),
        ("fields.toml", 'default = "draft"', 'default = "drat"', "[case.state] の default「drat」は使えません"),
        ("fields.toml", 'calculation = "sme"', 'calculation = "smee"', "の計算「smee」はありません"),
        ("fields.toml", '[pages.packet]', '[pages.built]', "[pages] には documents、check、packet をこの順に"),
        ("fields.toml", 'group = "before"', 'group = "befor"', "[steps.call] の group「befor」は [groups] にありません"),
        ("fields.toml", 'group = "before"', 'group = "form"', "group「form」のステップを続けて並べて"),
        ("fields.toml", '[steps.call]', '[steps.call.more]', "[call] に知らない項目「more」"),
        ("fields.toml", 'section = "事業の規模"', 'section = "県内での事業"', "section「県内での事業」の項目を続けて並べて"),
        ("fields.toml", 'fills = "attorney.address"', 'fills = "attorney.adress"', "「attorney.adress」という項目はありません"),
        ("fields.toml", 'help = "見積書や名刺', 'fills = "attorney.address"\nhelp = "見積書や名刺', "fills は、kind が postal_code のときだけ"),
        ("fields.toml", 'total = "derived.expenses_total"', 'totl = "derived.expenses_total"', "totals にある「totl」という列"),
        ("call.toml", 'state = "office_ok"', 'state = "office_oki"', "「office_oki」という選択肢はありません"),
        ("call.toml", 'state = "case.state"', 'state = "case.stage"', "[stages] の when にある「case.stage」という項目"),
        ("call.toml", 'to = "{call.office.email}"', 'to = "{call.office.mail}"', "「call.office.mail」という項目はありません"),
        ("call.toml", "{contact.department}", "{contact.departement}", "「contact.departement」という項目はありません"),
        ("call.toml", '"destinations[].country",', '"destinations[].land",', "「destinations[].land」という項目はありません"),
        ("call.toml", 'rules = ["jetro_as_well"]', 'rules = ["jetro_too"]', "の rules にある「jetro_too」はありません"),
        ("call.toml", 'asks = ["history.jetro_same_case"]', 'asks = ["history.jetro"]', "の asks にある「history.jetro」はありません"),
        ("call.toml", 'steps = ["plan", "foreign"]', 'steps = ["plans"]', "の steps にある「plans」はありません"),
        ("call.toml", 'document = "consent"', 'document = "consents"', "の document にある「consents」はありません"),
        ("call.toml", 'offers = ["print"]', 'offers = ["printing"]', "の offers にある「printing」はありません"),
        ("call.toml", 'road = "post"', 'road = "posted"', "の road にある「posted」はありません"),
        ("call.toml", 'day = "derived.priority_deadline"', 'day = "derived.sme"', "にある「derived.sme」は日付の項目では"),
        ("call.toml", 'day = "call.reception.opens"', 'day = "call.reception.source"', "「call.reception.source」は日付の項目では"),
        ("call.toml", 'day = "application.date"', 'day = "application.dates"', "[post] の day にある「application.dates」は日付の項目では"),
        ("call.toml", '"{applicant.head_office_address}"', '"{applicant.adress}"', "[post] にある「applicant.adress」という項目はありません"),
        ("call.toml", 'id = "results"', 'id = "opens"', "[[post.events]] に「opens」が2つあります"),
        ("call.toml", 'alarms = [30, 14, 7]', 'alarms = [-1]', "「report」 の alarms は0以上"),
        ("documents.toml", 'template = "form_1_1.docx"', 'tmplate = "form_1_1.docx"', "[form_1_1] に知らない項目「tmplate」"),
        ("documents.toml", '["patent", "utility_model"', '["patient", "utility_model"', "「patient」という選択肢"),
        ("documents.toml", "number = 1\n", "number = 5\n", "資料番号の順"),
        ("rules.toml", 'check = "below"', 'check = "bellow"', "[filed_before_reception] の check「bellow」はありません"),
        ("rules.toml", 'limit = "call.reception.opens"', 'limit = "call.reception.open"', "の限度「call.reception.open」"),
        ("rules.toml", 'severity = "warning"', 'severity = "warn"', "severity は error、warning、note"),
        ("rules.toml", 'fields = ["application.date"]', 'fields = ["application.day"]', "「application.day」という項目"),
        ("rules.toml", 'source = "募集要領 6(1)"\n', "", "[filed_before_reception] に source がありません"),
        ("rules.toml", '"call.schedule.grant_decision_earliest", "call', '"call', "[priority_tight] の limits は、check が within のとき2つ"),
        ("rules.toml", "早くて{limit}", "早くて{limits}", "波括弧は {value} と {limit} だけ"),
        ("call.toml", "unit = 1_000", "unit = 0", "unit は1以上"),
        ("call.toml", "資料{number}", "資料{nummer}", "stamp に書ける波括弧は {number} だけ"),
        ("call.toml", 'applicant = "applicant.trade_name"', 'applicant = "applicant.name"', "「applicant.name」という項目はありません"),
        ("call.toml", '"withdrawn"]', '"gone"]', "「gone」という選択肢はありません"),
        ("rules.toml", 'limit = "call.reception.opens"\n', "", "[filed_before_reception] に limit がありません"),
    ],
)
def test_a_fault_is_one_sentence_with_its_place(copied: Path, file: str, old: str, new: str, said: str) -> None:
    edit(copied / file, old, new)
    with pytest.raises(CatalogError) as fault:
        load_call_folder(copied)
    assert said in str(fault.value)
    assert str(copied) in str(fault.value)


def test_a_missing_file_is_said_by_name(copied: Path) -> None:
    (copied / "rules.toml").unlink()
    with pytest.raises(CatalogError, match=r"rules\.toml を読めません"):
        load_call_folder(copied)


def test_an_unknown_call_is_said_with_those_there_are() -> None:
    with pytest.raises(CatalogError, match="公募「hyogo-r9」はありません。使える公募は hyogo-r5-2"):
        load_call("hyogo-r9")


def test_a_copied_call_with_other_figures_and_one_more_field_works(copied: Path) -> None:
    edit(copied / "call.toml", "opens = 2023-08-01", "opens = 2024-05-01")
    edit(copied / "call.toml", "closes = 2023-09-01", "closes = 2024-05-31")
    edit(copied / "call.toml", "patent = 1_500_000", "patent = 400_000")
    more = '["applicant.eco"]\ncode = "B90"\nkind = "boolean"\nlabel = "環境の宣言"\nstep = "eligibility"\nsource = "要領 9"\n'
    with (copied / "fields.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + more)
    call = load_call("hyogo-r6", copied.parent)
    row: Plain = {"country": "US", "official_fee": 1000000, "local_attorney": 0, "domestic_attorney": 0, "translation": 0}
    plain: dict[str, Plain] = {"application.date": "2024-04-30", "base.right": "patent", "base.joint": False, "expenses": [row]}
    facts = Facts(call, read_answers(call, {**plain, "applicant.eco": "はい"}), TODAY, CALCULATORS)
    assert facts.figure("derived.requested_amount") == 400000
    assert facts.flag("applicant.eco") is True
    assert "filed_before_reception" in {f.id for f in check_case(facts, (), (), range(0x110000))}


def test_fields_come_in_the_order_of_the_steps(call: Call) -> None:
    order = list(call.steps)
    places = [order.index(field.step) for field in call.fields.values()]
    assert places == sorted(places)
    assert next(iter(call.fields)) == "application.date"


def test_every_step_says_what_it_is_for_and_helps(call: Call) -> None:
    road = (*call.steps.values(), *call.pages.values())
    assert [step.title for step in road if not (step.intro and step.help)] == []
    assert [call.groups[step.group] for step in road][::7] == ["申請の前提", "申請書に書くこと", "そろえて出す"]


def test_every_question_has_a_help_and_every_example_is_an_answer_its_kind_takes(call: Call) -> None:
    assert [field.id for field in call.fields.values() if not field.help] == []
    columns = (column for field in call.fields.values() for column in field.columns.values())
    asked: list[Field | Column] = [*call.fields.values(), *columns]
    for each in (each for each in asked if each.example):
        assert kind_of(each).parse(each.example) not in ("", ()), each


def test_no_label_takes_more_than_three_lines_of_its_column(call: Call) -> None:
    assert max(len(field.label) for field in call.fields.values()) <= 30


def test_a_step_with_many_questions_is_parted_by_headings(call: Call) -> None:
    for step in call.steps:
        asked = [field for field in call.fields.values() if field.step == step]
        assert len(asked) <= 7 or all(field.section for field in asked), step


def test_every_row_names_its_source(call: Call) -> None:
    assert all(row.source for row in call.fields.values())
    assert all(row.source for row in call.derived.values())
    assert all(row.source for row in call.documents.values())
    assert all(row.source for row in call.rules)
