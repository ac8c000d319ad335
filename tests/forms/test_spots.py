"""Where on paper a subject stands: read back from the page, what lies in the box is the answer."""

import re
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from forms.catalog.model import Call
from forms.fill import fill_keeping_controls
from forms.paths import TEMPLATES
from forms.plan import plan_packet
from forms.render.builtin.controls import SlotBox
from forms.render.builtin.renderer import lay_out, render_builtin
from forms.slots import slots_of
from forms.spots import Spot, find_spot, forms_with
from tests.forms.whole import facts_of, whole
from tests.forms.wordforms import control, make_form


@dataclass(frozen=True)
class Drawn:
    """A filled form as a PDF, and where its slots stand."""

    pdf: Path
    boxes: tuple[SlotBox, ...]

    def text(self, spot: Spot) -> str:
        with pypdfium2.PdfDocument(self.pdf) as opened:
            return re.sub(r"\s", "", opened[spot.page].get_textpage().get_text_bounded(*spot.box))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Drawn]:
    """The two forms of the whole case that hold most of the answers."""
    folder = tmp_path_factory.mktemp("drawn")
    facts = facts_of(whole({"applicant.postal_code": "650-0046"}))
    slots = slots_of(facts, plan_packet(facts, ()))
    found = {}
    for name in ("form_1_1", "officers_list"):
        filled = folder / f"{name}.docx"
        fill_keeping_controls(TEMPLATES / "hyogo-r5-2" / f"{name}.docx", slots, filled)
        found[name] = Drawn(next(render_builtin([filled], folder)), lay_out(filled).boxes)
    return found


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("applicant.trade_name", "株式会社みなと精機"),
        ("applicant.corporate_number", "7000012050002"),
        ("applicant.representative_title", "代表取締役"),
        ("base.title", "自動芯出し装置"),
        ("contact.email", "chizai@example.co.jp"),
        ("destinations[0].local_attorney", "Halverton&QuillLLP"),
        ("destinations[1].local_attorney", "BeijingChengzeIPAgency"),
        ("expenses[1].translation", "270,000"),
        ("derived.requested_amount", "657,000"),
        ("plan.market", "競合は2社です。"),
        ("attorney.name", "遠見航一"),
    ],
)
def test_what_lies_in_the_box_of_an_answer_is_the_answer(drawn: dict[str, Drawn], subject: str, answer: str) -> None:
    spot = find_spot(drawn["form_1_1"].boxes, subject)
    assert spot is not None
    assert drawn["form_1_1"].text(spot) == answer


@pytest.mark.parametrize(("subject", "answer"), [("officers[0].name", "湊春香"), ("officers[1].name", "髙瀬俊之"), ("officers[1].birth", "S411124")])
def test_each_row_of_a_list_has_a_box_of_its_own(drawn: dict[str, Drawn], subject: str, answer: str) -> None:
    spot = find_spot(drawn["officers_list"].boxes, subject)
    assert spot is not None
    assert drawn["officers_list"].text(spot) == answer


def test_the_box_of_a_row_holds_its_cells_and_that_of_a_list_its_rows(drawn: dict[str, Drawn]) -> None:
    form = drawn["officers_list"]
    row, every = find_spot(form.boxes, "officers[1]"), find_spot(form.boxes, "officers")
    assert row is not None
    assert every is not None
    assert ("髙瀬" in form.text(row), "湊春香" in form.text(row)) == (True, False)
    assert all(name in form.text(every) for name in ("髙瀬", "湊春香"))


def test_the_box_of_a_choice_is_round_all_that_may_be_chosen(drawn: dict[str, Drawn]) -> None:
    boxes = drawn["form_1_1"].boxes
    spot = find_spot(boxes, "applicant.type")
    marks = [box for box in boxes if box.tag.startswith("applicant.type=")]
    assert spot is not None
    assert len(marks) == 5
    assert all(spot.page == box.page and spot.box[0] <= box.x and box.x + box.width <= spot.box[2] for box in marks)


@pytest.mark.parametrize("subject", ["", "wage.base", "officers[99].name", "officers[0].age", "applicant", "applicant.trade_name[0]", "[]", "…"])
def test_what_does_not_stand_on_a_form_has_no_box(drawn: dict[str, Drawn], subject: str) -> None:
    assert find_spot((*drawn["form_1_1"].boxes, *drawn["officers_list"].boxes), subject) is None


def test_what_stands_in_several_places_has_the_box_of_the_first_or_of_the_first_on_a_page() -> None:
    boxes = (
        SlotBox("base.title", 1, 10, 700, 50, 10, 0), SlotBox("base.title", 1, 10, 688, 30, 10, 0),
        SlotBox("base.title", 1, 10, 100, 50, 10, 1), SlotBox("base.title", 4, 90, 100, 50, 10, 2),
    )  # fmt: skip
    assert find_spot(boxes, "base.title") == Spot(1, (10, 688, 60, 710))
    assert find_spot(boxes, "base.title", 4) == Spot(4, (90, 100, 140, 110))
    assert find_spot(boxes, "base.title", 2) is None


@pytest.mark.parametrize(
    ("subject", "documents"),
    [
        ("applicant.trade_name_kana", ("form_1_1", "form_1_2")),
        ("officers", ("officers_list",)),
        ("officers[3].birth", ("officers_list",)),
        ("wage.declared_on", ("wage_n1", "wage_n2", "wage_n3", "wage_n4")),
        ("attorney.name", ("form_1_1", "form_1_2", "consent")),
        ("plan.threat", ("form_1_2",)),
        ("case.state", ()),
        ("", ()),
    ],
)
def test_the_forms_on_which_a_subject_stands_are_known(call: Call, subject: str, documents: tuple[str, ...]) -> None:
    assert forms_with(call, subject) == documents


def test_the_users_own_form_says_itself_what_stands_on_it(call: Call, tmp_path: Path) -> None:
    make_form(tmp_path / "consent.docx", control("applicant.trade_name") + control("plan.threat"))
    assert forms_with(call, "plan.threat", tmp_path) == ("form_1_2", "consent")
    assert "consent" not in forms_with(call, "attorney.name", tmp_path)
