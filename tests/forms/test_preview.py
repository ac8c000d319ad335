"""What the window shows beside the questions: the page that a build would print, and where the answer stands on it."""

import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from forms.errors import FormsError
from forms.fill import fill_form
from forms.fonts import drawable
from forms.paths import TEMPLATES
from forms.pdf.pictures import Box, Picture, page_picture
from forms.plan import plan_packet
from forms.positions import A4
from forms.preview import Preview, PreviewRequest, Strip, preview, strip_part
from forms.render.builtin.renderer import render_builtin
from forms.slots import slots_of
from tests.forms.whole import TODAY, facts_of, whole
from tests.forms.wordforms import control, make_form

STRIP = Strip(400, 140, 1.3)
OFFICER = PreviewRequest("hyogo-r5-2", whole(), TODAY, 300, "officers[1].name", strip=STRIP)


def ink(picture: Picture, box: Box) -> float:
    """The share of dark pixels in a box of a picture."""
    left, right = (round(x * picture.width) for x in (box[0], box[2]))
    rows = range(round(box[1] * picture.height), round(box[3] * picture.height))
    levels = [level for y in rows for level in picture.rgb[(y * picture.width + left) * 3 : (y * picture.width + right) * 3 : 3]]
    return sum(level < 128 for level in levels) / len(levels)


@pytest.fixture(scope="module")
def officer() -> Preview:
    return preview(OFFICER)


def test_the_page_is_the_one_that_a_build_prints(officer: Preview, tmp_path: Path) -> None:
    facts = facts_of(whole())
    filled = tmp_path / "officers_list.docx"
    fill_form(TEMPLATES / "hyogo-r5-2" / filled.name, slots_of(facts, plan_packet(facts, ())), filled)
    [pdf] = render_builtin([filled], tmp_path)
    assert officer.picture == page_picture(pdf, 0, 300)
    assert (officer.document, officer.title, officer.page, officer.pages) == ("officers_list", "役員等名簿（別添）", 0, 1)


def test_the_strip_shows_the_answer_in_reading_size(officer: Preview) -> None:
    assert officer.strip is not None
    assert officer.box is not None
    assert officer.strip_box is not None
    assert (officer.strip.width, officer.strip.height) == (400, 140)
    assert 0.05 < ink(officer.strip, officer.strip_box) < 0.6
    wide, small = (box[2] - box[0] for box in (officer.strip_box, officer.box))
    assert wide * 400 == pytest.approx(small * A4[0] * STRIP.scale, rel=0.01)


def test_an_empty_answer_is_shown_by_its_empty_place(officer: Preview) -> None:
    empty = preview(replace(OFFICER, answers=whole({"officers[1].name": ""})))
    assert empty.strip is not None
    assert empty.strip_box is not None
    assert ink(empty.strip, empty.strip_box) < 0.02
    assert empty.strip != officer.strip


@pytest.mark.parametrize(
    ("change", "document", "page", "is_framed"),
    [
        ({"subject": "officers[7].name"}, "officers_list", 0, True),
        ({"subject": "officers[99].name"}, "officers_list", 0, False),
        ({"subject": "attorney.name", "document": "consent"}, "consent", 0, True),
        ({"subject": "officers", "document": "consent"}, "consent", 0, False),
        ({"subject": "officers", "page": 9}, "officers_list", 0, False),
        ({"subject": "wage.declared_on"}, "wage_n1", 2, True),
        ({"subject": "plan.threat", "answers": whole({"base.right": "defensive_trademark"})}, "form_1_2", 4, True),
    ],
)
def test_form_and_page_are_those_of_the_subject_but_where_others_are_asked_for(
    change: dict[str, object], document: str, page: int, is_framed: bool
) -> None:
    shown = preview(replace(OFFICER, **change))  # type: ignore[arg-type]
    assert (shown.document, shown.page, shown.box is not None, shown.strip is not None) == (document, page, is_framed, is_framed)


@pytest.mark.parametrize(("subject", "document"), [("", "consent"), ("applicant.type", "form_1_1"), ("officers", "officers_list")])
def test_a_case_with_no_answer_at_all_has_something_to_show(subject: str, document: str) -> None:
    shown = preview(PreviewRequest("hyogo-r5-2", {}, TODAY, 100, subject))
    assert (shown.document, shown.page, shown.box is not None, shown.strip) == (document, 0, bool(subject), None)


def test_a_character_that_nothing_prints_is_shown_as_in_a_draft(officer: Preview) -> None:
    unknown = chr(next(code for code in range(0x13000, 0x14000) if code not in drawable()))
    marked, hidden = (preview(replace(OFFICER, answers=whole({"officers[1].name": name}))) for name in ("〓", unknown))
    assert marked.picture == hidden.picture != officer.picture


def test_the_users_own_form_is_the_one_shown(tmp_path: Path) -> None:
    make_form(tmp_path / "officers_list.docx", control("officers[].name") + control("case.state"))
    shown = preview(replace(OFFICER, subject="case.state", templates=tmp_path, answers=whole({"case.state": "draft"})))
    assert (shown.document, shown.box is not None) == ("officers_list", True)
    make_form(tmp_path / "officers_list.docx", control("no.such.thing"))
    with pytest.raises(FormsError, match="officers_list.docx に知らない記入欄"):
        preview(replace(OFFICER, templates=tmp_path))


@pytest.mark.parametrize("document", ["register", "nothing"])
def test_what_is_no_form_is_said(document: str) -> None:
    with pytest.raises(FormsError, match=f"「{document}」という様式は"):
        preview(replace(OFFICER, document=document))


@pytest.mark.parametrize("make", [lambda _: OFFICER, lambda shown: shown], ids=["request", "preview"])
def test_request_and_preview_go_to_a_worker_and_back(officer: Preview, make: Callable[[Preview], object]) -> None:
    thing = make(officer)
    assert pickle.loads(pickle.dumps(thing)) == thing


@pytest.mark.parametrize(
    "box",
    [(300, 400, 360, 412), (0, 0, 10, 10), (585, 830, 595, 841), (50, 400, 540, 412), (0, 0, 595, 841), (60, 200, 300, 700)],
    ids=["middle", "left foot", "right head", "wide", "all", "tall"],
)
@pytest.mark.parametrize("strip", [STRIP, Strip(800, 280, 2.6), Strip(100, 2000, 1.0), Strip(2000, 100, 0.5)])
def test_a_strip_keeps_its_shape_on_the_page_and_shows_the_box_from_its_top(box: Box, strip: Strip) -> None:
    left, bottom, right, top = part = strip_part(box, A4, strip)
    assert all((left >= 0, bottom >= -1e-9, right <= A4[0] + 1e-9, top <= A4[1] + 1e-9))
    assert left <= max(box[0], 0)
    assert right >= min(box[2], A4[0])
    assert top >= min(box[3], A4[1])
    assert bottom < box[3]
    assert (top - bottom) / (right - left) == pytest.approx(min(strip.height / strip.width, A4[1] / (right - left))), part
