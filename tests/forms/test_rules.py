"""Every rule of the call: one change that raises it and one at its limit that does not, from rule_cases.toml.

Decision: the table is data beside the rules' own, so that a new rule without a case fails here and a case is one look.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms.calculations.registry import CALCULATORS
from forms.catalog.model import CALCULATIONS, CHECKS, ROW_CALCULATIONS
from forms.check import Finding
from forms.rules import registry
from tests.forms.whole import all_papers, facts_of, look, paper, the_call, whole

TABLE: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "rule_cases.toml").read_text(encoding="utf-8"))
CASES: Mapping[str, Any] = TABLE["rule"]
RULES = {rule.id: rule for rule in the_call().rules}


def raised(rule: str, side: str) -> list[Finding]:
    """What a rule says of its case's `wrong` or `right` side."""
    case = CASES[rule]
    facts = facts_of(whole(*_changes(case, side)), case.get("others", {}).get(side, 0))
    if day := case.get("today"):
        facts = replace(facts, today=date.fromisoformat(day[side]))
    papers = all_papers(facts)
    if pages := case.get("pages"):
        papers = tuple(paper(pages["document"], count) for count in pages[side])
    if same := case.get("same"):
        papers = tuple(replace(paper(document), sha256="a" * 64) for document in same[side])
    return [finding for finding in look(facts, papers) if finding.id == rule]


def _changes(case: Mapping[str, Any], side: str) -> list[Any]:
    return [*(TABLE["situation"][name] for name in case.get("given", ())), case.get(side, {})]


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert CASES.keys() == RULES.keys()


@pytest.mark.parametrize("rule", CASES)
def test_a_case_has_nothing_but_what_is_looked_at(rule: str) -> None:
    known = {"severity", "subject", "given", "wrong", "right", "pages", "others", "today", "same"}
    assert CASES[rule].keys() <= known
    assert CASES[rule].keys() & {"wrong", "pages", "others", "today", "same"}


@pytest.mark.parametrize("rule", CASES)
def test_the_change_raises_the_rule_once_at_its_subject(rule: str) -> None:
    expected = (CASES[rule]["severity"], CASES[rule]["subject"])
    assert [(finding.severity, finding.subject) for finding in raised(rule, "wrong")] == [expected]


@pytest.mark.parametrize("rule", CASES)
def test_at_its_limit_the_rule_is_silent(rule: str) -> None:
    assert raised(rule, "right") == []


@pytest.mark.parametrize("rule", CASES)
def test_the_message_is_whole_polite_and_filled_in(rule: str) -> None:
    (finding,) = raised(rule, "wrong")
    assert finding.message.endswith("。")
    assert "「」" not in finding.message
    assert "（）" not in finding.message
    assert not re.search(r"[{}]|None|不正|エラー|無効|[!！]", finding.message)


@pytest.mark.parametrize("rule", CASES)
def test_the_message_names_its_place_in_the_guidelines(rule: str) -> None:
    (finding,) = raised(rule, "wrong")
    assert finding.source == RULES[rule].source


def test_every_check_that_rules_may_name_is_there() -> None:
    assert registry.CHECKS.keys() == CHECKS.keys()


def test_every_check_is_used_by_a_rule() -> None:
    assert {rule.check for rule in RULES.values()} == CHECKS.keys()


def test_every_calculation_that_fields_may_name_is_there() -> None:
    assert CALCULATORS.single.keys() == CALCULATIONS
    assert CALCULATORS.row.keys() == ROW_CALCULATIONS
