"""What all tests share: the call, and a way from plain answers to facts."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import settings

from forms.answers import read_answers
from forms.calculations.registry import CALCULATORS
from forms.catalog.load import load_call
from forms.catalog.model import Call
from forms.facts import Facts
from forms.values.plain import Plain

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

TODAY = date(2023, 8, 21)
FactsOf = Callable[[Mapping[str, Plain]], Facts]


@pytest.fixture(scope="session")
def call() -> Call:
    return load_call("hyogo-r5-2")


@pytest.fixture(scope="session")
def facts_of(call: Call) -> FactsOf:
    def facts(answers: Mapping[str, Plain]) -> Facts:
        return Facts(call, read_answers(call, answers), TODAY, CALCULATORS)

    return facts
