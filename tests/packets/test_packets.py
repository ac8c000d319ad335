"""Whole cases: every page of every filled form reads as expected, no control is left, no answer lost."""

from pathlib import Path

import pytest

from forms.answers import walk_texts
from forms.fill import SDT, open_form, tags_of
from forms.templates import template_of
from tests.forms.wordforms import text_of
from tests.packets.formtext import NAMES, expected, filled_forms, form_text, sample_facts


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_the_forms_reads_as_expected(name: str, tmp_path: Path) -> None:
    wanted = expected(name, sample_facts(name).call.id).read_text(encoding="utf-8")
    assert form_text(name, tmp_path).split("━━ ") == wanted.split("━━ ")


@pytest.mark.parametrize("name", NAMES)
def test_no_control_is_left_and_no_answer_is_lost(name: str, tmp_path: Path) -> None:
    facts = sample_facts(name)
    forms = filled_forms(name, tmp_path)
    assert not [control for form in forms for control in open_form(form).element.iter(SDT)]
    printed = "".join("".join(text_of(form).split()) for form in forms)
    ids = printed_ids(name)
    for subject, text in walk_texts(facts.call, facts.answers):
        if subject in ids and facts.asks(facts.call.fields[subject.partition("[")[0]]):
            assert "".join(text.split()) in printed, subject


def printed_ids(name: str) -> set[str]:
    """The answers that some form of the case prints as text."""
    facts = sample_facts(name)
    templates = [d for d in facts.call.documents.values() if d.template and facts.holds(d.when)]
    tags = {tag for document in templates for tag in tags_of(template_of(facts.call, document))}
    cells = {f"{name}[{index}].{column}" for name, rows in facts.answers.rows.items() for index in range(len(rows)) for column in rows[index]}
    single = {tag for tag in tags if tag in facts.answers.values}
    return single | {cell for cell in cells if f"{cell.partition('[')[0]}[].{cell.rpartition('.')[2]}" in tags}
