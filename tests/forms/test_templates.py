"""Whose form is filled: ours, or the user's own once it is sound."""

from pathlib import Path

import pytest

from forms.catalog.model import Call
from forms.errors import TemplateError
from forms.paths import TEMPLATES
from forms.templates import census, template_of
from tests.forms.wordforms import control, make_form


def test_every_form_of_the_call_is_sound_and_whole(call: Call) -> None:
    for document in call.documents.values():
        if document.template:
            found = census(call, TEMPLATES / call.terms.templates / document.template)
            assert found.is_sound
            assert found.missing == ()


def test_a_sound_form_of_the_users_takes_the_place_of_ours(call: Call, tmp_path: Path) -> None:
    own = make_form(tmp_path / "consent.docx", control("applicant.trade_name"))
    assert template_of(call, call.documents["consent"], tmp_path) == own
    assert template_of(call, call.documents["form_1_1"], tmp_path).is_relative_to(TEMPLATES)


def test_a_folder_of_the_calls_name_goes_first(call: Call, tmp_path: Path) -> None:
    (tmp_path / call.terms.templates).mkdir()
    make_form(tmp_path / "consent.docx", control("applicant.trade_name"))
    own = make_form(tmp_path / call.terms.templates / "consent.docx", control("applicant.trade_name"))
    assert template_of(call, call.documents["consent"], tmp_path) == own


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("applicant.tradename", "知らない記入欄「applicant.tradename」"),
        ("applicant.type=firm", "知らない記入欄「applicant.type=firm」"),
        ("officers[].age", "知らない記入欄「officers\\[\\].age」"),
        ("officers", "知らない記入欄「officers」"),
        ("call.nothing", "知らない記入欄「call.nothing」"),
    ],
)
def test_a_form_with_a_control_nobody_fills_stops_the_work(call: Call, tmp_path: Path, tag: str, said: str) -> None:
    make_form(tmp_path / "consent.docx", control(tag))
    with pytest.raises(TemplateError, match=said):
        template_of(call, call.documents["consent"], tmp_path)


@pytest.mark.parametrize(("document", "lacks"), [("consent", "applicant.trade_name"), ("form_1_1", "applicant.trade_name")])
def test_a_form_without_what_it_needs_stops_the_work(call: Call, tmp_path: Path, document: str, lacks: str) -> None:
    make_form(tmp_path / call.documents[document].template, "<w:r><w:t>様式</w:t></w:r>")
    with pytest.raises(TemplateError, match=f"記入欄「{lacks}」がありません"):
        template_of(call, call.documents[document], tmp_path)


def test_a_folder_of_templates_that_is_not_there_is_said(call: Call, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="様式のフォルダー"):
        template_of(call, call.documents["consent"], tmp_path / "nowhere")


def test_a_folder_in_the_place_of_a_form_is_said(call: Call, tmp_path: Path) -> None:
    (tmp_path / "consent.docx").mkdir()
    with pytest.raises(TemplateError, match="様式として開けません"):
        template_of(call, call.documents["consent"], tmp_path)


@pytest.mark.parametrize(
    "tag",
    ["applicant.corporate_number#13", "applicant.type=npo", "base.joint=true", "officers[].birth#4", "documents[].title", "call.fiscal_year"],
)
def test_each_form_of_tag_is_known(call: Call, tmp_path: Path, tag: str) -> None:
    assert census(call, make_form(tmp_path / "form.docx", control(tag))).known == (tag,)
