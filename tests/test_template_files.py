"""The Word forms against the call's data: every slot is known, every answer has its place, and the page is what Word expects.

The forms are read here with nothing but a zip reader and an XML parser, so that a fault of fill.py cannot hide theirs.
"""

import re
import tomllib
import zipfile
from functools import cache
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest

from forms.paths import CALLS, RESOURCES, TEMPLATES

CALL = "hyogo-r5-2"
APPLICATIONS = ["form_1_1", "form_1_2"]
WAGE = ["wage_n1", "wage_n2", "wage_n3", "wage_n4"]
FORMS = [*APPLICATIONS, "consent", "officers_list", *WAGE]
MARK = "公募要領などから再現した非公式の様式です"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
SLOT = re.compile(r"(?P<id>[a-z_0-9.]+)(?:\[\]\.(?P<column>[a-z_]+))?(?:#(?P<box>\d+)|=(?P<choice>[a-z_0-9]+))?")
DOCUMENT_COLUMNS = {"number", "title"}
STAMP_ENDS = 964  # 17 mm below the top edge, in twentieths of a point

# What no form prints, and why.
UNPRINTED = {
    "case.state",  # the user's own note
    "foreign.joint",  # printed as derived.foreign_joint, which knows the default
    "wage.has_regular_employees",  # decides which of N-1 to N-4 it is
    "wage.measure",  # likewise
    "expenses[].tax_included",  # how an amount was typed
    "expenses[].eligible",  # printed as totals only
}
# Choices that a form leaves out, since it is not for them.
LEFT_OUT = {
    ("form_1_1", "base.right"): {"defensive_trademark"},
    ("form_1_2", "search.substitute"): {"pct_report", "grant_decision"},
}


class Control(NamedTuple):
    tag: str
    label: str
    number: str
    text: str


@cache
def fields() -> dict[str, Any]:
    own = tomllib.loads((CALLS / CALL / "fields.toml").read_text(encoding="utf-8"))
    for name in own.pop("include"):
        own |= tomllib.loads((RESOURCES / "fields" / name).read_text(encoding="utf-8"))
    return {key: table for key, table in own.items() if key not in ("groups", "steps", "pages")}


@cache
def call_texts() -> dict[str, str]:
    texts: dict[str, str] = tomllib.loads((CALLS / CALL / "call.toml").read_text(encoding="utf-8"))["texts"]["printed"]
    return texts


@cache
def part(form: str, name: str = "word/document.xml") -> ElementTree.Element:
    with zipfile.ZipFile(TEMPLATES / CALL / f"{form}.docx") as package:
        return ElementTree.fromstring(package.read(name))


def text_of(element: ElementTree.Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def value(element: ElementTree.Element, path: str) -> str:
    found = element.find(path.replace("/", f"/{W}").replace("^", W))
    return "" if found is None else found.get(f"{W}val", "")


def control(sdt: ElementTree.Element) -> Control:
    tag, label, number = (value(sdt, f"^sdtPr/{name}") for name in ("tag", "alias", "id"))
    return Control(tag, label, number, text_of(sdt))


@cache
def controls(form: str) -> list[Control]:
    return [control(sdt) for sdt in part(form).iter(f"{W}sdt")]


def slot(tag: str) -> dict[str, str | None]:
    found = SLOT.fullmatch(tag)
    assert found, tag
    return found.groupdict()


def options(field: dict[str, Any]) -> set[str]:
    return {"true", "false"} if field["kind"] == "boolean" else set(field.get("choices", {}))


def columns(row: str) -> set[str]:
    return DOCUMENT_COLUMNS if row == "documents" else set(fields()[row]["columns"])


def headings(form: str) -> list[str]:
    found = (p for p in part(form).iter(f"{W}p") if value(p, "^pPr/pStyle") == "Heading1")
    return [text_of(p) for p in found]


def marked_choices(form: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, _column, _box, choice in (slot(c.tag).values() for c in controls(form)):
        if name and choice:
            found.setdefault(name, set()).add(choice)
    return found


def printed() -> set[str]:
    tags = (slot(c.tag) for form in FORMS for c in controls(form))
    return {f"{tag['id']}[].{tag['column']}" if tag["column"] else str(tag["id"]) for tag in tags}


def answers() -> set[str]:
    stored = {key: field for key, field in fields().items() if not key.startswith("derived.")}
    rows = {f"{key}[].{name}" for key, field in stored.items() for name in field.get("columns", {})}
    return rows | {key for key, field in stored.items() if "columns" not in field}


@pytest.mark.parametrize("form", FORMS)
def test_every_slot_names_something_the_call_knows(form: str) -> None:
    for tag in (slot(c.tag) for c in controls(form)):
        name = str(tag["id"])
        if name.startswith("call."):
            assert name.removeprefix("call.") in call_texts()
        elif tag["column"]:
            assert tag["column"] in columns(name)
        else:
            assert name in fields()


@pytest.mark.parametrize("form", FORMS)
def test_every_mark_is_a_choice_of_its_field_and_none_is_forgotten(form: str) -> None:
    for name, marks in marked_choices(form).items():
        wanted = options(fields()[name]) - LEFT_OUT.get((form, name), set())
        assert marks == wanted or (name.startswith("bonus.") and marks == {"true"}), name


@pytest.mark.parametrize("form", FORMS)
def test_a_mark_says_by_its_own_text_how_it_is_made(form: str) -> None:
    assert {c.text for c in controls(form) if "=" in c.tag} <= {"☐", "○", "　"}


@pytest.mark.parametrize("form", FORMS)
def test_every_control_has_a_label_a_number_of_its_own_and_something_to_see(form: str) -> None:
    numbers = [int(c.number) for c in controls(form)]
    assert len(set(numbers)) == len(numbers)
    assert all(0 < number < 2**31 for number in numbers)
    assert all(c.label and c.text for c in controls(form))


@pytest.mark.parametrize("form", FORMS)
def test_controls_stand_within_a_line_of_text_and_are_plain(form: str) -> None:
    inline = sum(1 for p in part(form).iter(f"{W}p") for _ in p.findall(f"{W}sdt"))
    assert inline == len(controls(form))
    assert all(sdt.find(f"{W}sdtPr/{W}text") is not None for sdt in part(form).iter(f"{W}sdt"))


def test_every_answer_is_printed_on_some_form() -> None:
    assert answers() - printed() == UNPRINTED


@pytest.mark.parametrize(
    ("form", "rows"),
    [
        *((form, {"expenses": 4, "destinations": 5, "co_applicants": 2, "documents": 1}) for form in APPLICATIONS),
        ("officers_list", {"officers": 10}),
    ],
)
def test_lists_have_the_blank_rows_of_a_paper_form(form: str, rows: dict[str, int]) -> None:
    found: dict[str, int] = {}
    for row in part(form).iter(f"{W}tr"):
        for name in {str(slot(control(s).tag)["id"]) for s in row.iter(f"{W}sdt") if "[]" in control(s).tag}:
            found[name] = found.get(name, 0) + 1
    assert found == rows


@pytest.mark.parametrize("form", [*APPLICATIONS, *WAGE])
def test_the_corporate_number_has_a_cell_for_each_digit(form: str) -> None:
    wanted = [f"applicant.corporate_number#{n}" for n in range(1, 14)]
    cells = [[control(s).tag for s in cell.iter(f"{W}sdt")] for cell in part(form).iter(f"{W}tc")]
    assert [tags[0] for tags in cells if tags and tags[0] in wanted][:13] == wanted


@pytest.mark.parametrize("form", APPLICATIONS)
def test_an_application_has_its_fourteen_sections_in_order(form: str) -> None:
    numbered = [text.split("　")[0] for text in headings(form)[:14]]
    assert numbered == [str(n) for n in range(1, 15)]


@pytest.mark.parametrize("form", FORMS)
def test_no_heading_is_left_without_text_below_it(form: str) -> None:
    body = list(part(form)[0])
    for above, below in zip(body, body[1:], strict=False):
        if value(above, "^pPr/pStyle").startswith("Heading"):
            assert text_of(below), text_of(above)


@pytest.mark.parametrize(("form", "countersigned"), [(form, form in WAGE[:2]) for form in WAGE])
def test_only_who_has_employees_has_the_declaration_received(form: str, countersigned: bool) -> None:
    tags = {c.tag for c in controls(form)}
    assert ("wage.employees_representative" in tags) is countersigned
    assert ("従業員の確認欄" in headings(form)) is countersigned


@pytest.mark.parametrize("form", WAGE)
def test_a_wage_form_names_its_own_measure_and_not_the_other(form: str) -> None:
    total = form in {"wage_n1", "wage_n3"}
    assert ("給与総額" in text_of(part(form))) is total
    assert ("平均受給額" in text_of(part(form))) is not total


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_that_it_is_a_reconstruction(form: str) -> None:
    assert part(form, "docProps/core.xml").findtext(f"{DC}description") == MARK
    assert MARK in "".join(part(form, "docProps/custom.xml").itertext())


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_upright_a4_with_numbered_pages(form: str) -> None:
    size = part(form).find(f".//{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient", "portrait")) == ("11906", "16838", "portrait")
    assert "PAGE" in "".join(part(form, "word/footer1.xml").itertext())


@pytest.mark.parametrize("form", ["officers_list", *WAGE])
def test_a_form_that_is_an_attachment_leaves_the_corner_for_its_stamp(form: str) -> None:
    margins = part(form).find(f".//{W}sectPr/{W}pgMar")
    assert margins is not None
    assert int(margins.get(f"{W}top", "0")) >= STAMP_ENDS
    assert part(form).find(f".//{W}headerReference") is None


@pytest.mark.parametrize("form", FORMS)
def test_a_form_keeps_to_what_every_renderer_draws(form: str) -> None:
    names = {element.tag.removeprefix(W) for element in part(form).iter()}
    assert not names & {"drawing", "pict", "object", "footnoteReference", "tblpPr", "framePr", "textDirection"}
    assert all(element.tag.startswith(W) for element in part(form).iter())


@pytest.mark.parametrize("form", FORMS)
def test_no_two_tables_touch(form: str) -> None:
    names = [element.tag for element in part(form)[0]]
    assert (f"{W}tbl", f"{W}tbl") not in list(zip(names, names[1:], strict=False))
    assert names[-2] == f"{W}p"
