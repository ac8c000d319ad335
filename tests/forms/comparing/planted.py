"""Samples with something changed, looked at anew: in the answers, or on a page of a paper, read from real PDFs.

Decision: a sample's papers are taken in once; a changed page is the page's own text with one place exchanged, drawn again as a PDF.
"""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import cache

from forms.answers import read_answers
from forms.attachments.intake import take_in
from forms.calculations.registry import CALCULATORS
from forms.casefile import Attached
from forms.casetoml import CaseText, read_case_toml
from forms.catalog.load import load_call
from forms.check import Finding, check_case
from forms.facts import Facts
from forms.paths import SAMPLES
from forms.plan import plan_packet
from forms.values.plain import Plain
from tests.forms.whole import put

TODAY = date(2023, 8, 25)


@cache
def sample(name: str) -> CaseText:
    """The sample's answers and files."""
    return read_case_toml(SAMPLES / name)


@cache
def papers(name: str) -> tuple[Attached, ...]:
    """The sample's papers as a case file would list them, read from its files."""
    found: list[Attached] = []
    for document, files in sample(name).attachments.items():
        for place, file in enumerate(files):
            paper = take_in(file)
            found.append(Attached(len(found) + 1, document, paper.name, paper.sha256, paper.pages, paper.notes, place, words=paper.words))
    return tuple(found)


def answers(name: str, changes: Mapping[str, Plain]) -> dict[str, Plain]:
    """The sample's answers with changes to answers or to single cells of rows."""
    changed = deepcopy(dict(sample(name).answers))
    for key, value in changes.items():
        put(changed, key, deepcopy(value))
    return changed


def look(given: Mapping[str, Plain], attached: tuple[Attached, ...]) -> tuple[Finding, ...]:
    """What the papers say otherwise than these answers: the findings of comparisons.toml."""
    call = load_call("hyogo-r5-2")
    facts = Facts(call, read_answers(call, given), TODAY, CALCULATORS)
    rows = {row.id for row in call.comparisons}
    return tuple(found for found in check_case(facts, plan_packet(facts, attached), attached, range(0x110000)) if found.id in rows)
