"""What all tests share: the call, a way from plain answers to facts, and the command line in this process."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from forms.__main__ import main
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


@dataclass(frozen=True)
class Ran:
    """How a command line ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - a JSON document of any shape
        """Standard output as the one JSON document that it must be."""
        return json.loads(self.out)


Shinsei = Callable[..., Ran]


@pytest.fixture
def shinsei(capsys: pytest.CaptureFixture[str]) -> Shinsei:
    """Runs a command line in this process."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else -1
        return Ran(status, *capsys.readouterr())

    return run


@pytest.fixture
def case(shinsei: Shinsei, tmp_path: Path) -> Path:
    """A new, empty case file."""
    path = tmp_path / "a.shinsei"
    assert shinsei("new", path, "--call", "hyogo-r5-2").status == 0
    return path
