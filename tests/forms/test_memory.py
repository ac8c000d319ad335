"""A look with a memory finds what a look without one finds, whatever was changed before it."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from forms.casefile import Attached
from forms.cases import read_case
from forms.catalog.load import load_call
from forms.check import Finding, check_case
from forms.facts import Facts
from forms.fonts import drawable
from forms.memory import Memory
from forms.paths import SAMPLES
from forms.plan import plan_packet
from forms.values.plain import Plain
from tests.forms.whole import TODAY, facts_of, whole

STEPS = 80
ODD: tuple[Plain, ...] = ("", "？", "1", "2023-11-20", "令和5年8月21日", True, False, [], "株式会社みなと精機\U000e0fff")
ANSWERS = {name: read_case(SAMPLES / name)[1] for name in sorted(path.name for path in SAMPLES.iterdir())}
PAPER = Attached(1, "register", "登記.pdf", "aa", 2, ())


def looked(facts: Facts, papers: tuple[Attached, ...], memory: Memory[Finding] | None = None) -> tuple[Finding, ...]:
    return check_case(facts, plan_packet(facts, papers), papers, drawable(), memory=memory)


def wandering(sample: str) -> Iterator[tuple[Facts, tuple[Attached, ...]]]:
    """A case to which one thing after another is done: answers of other samples, nothing, nonsense, another row, a paper."""
    call, chance = load_call(read_case(SAMPLES / sample)[0]), random.Random(sample)
    plain, papers = dict(ANSWERS[sample]), tuple[Attached, ...]()
    for _ in range(STEPS):
        name = chance.choice([*call.fields])
        plain[name] = chance.choice([*ODD, *(answers[name] for answers in ANSWERS.values() if name in answers)])
        papers = chance.choice([papers, papers, (PAPER,), (PAPER, replace(PAPER, id=2, document="estimates"))])
        yield facts_of(plain), papers


@pytest.mark.parametrize("sample", ANSWERS)
def test_a_look_with_a_memory_finds_what_a_look_without_one_finds(sample: str) -> None:
    memory = Memory[Finding]()
    for facts, papers in wandering(sample):
        assert looked(facts, papers, memory) == looked(facts, papers)


def test_another_day_and_other_cases_make_what_is_known_void() -> None:
    facts, memory = facts_of(whole()), Memory[Finding]()
    looked(facts, (), memory)
    for other in (replace(facts, today=TODAY.replace(year=2030)), replace(facts, others_requested=2_900_000)):
        assert looked(other, (), memory) == looked(other, ()) != looked(facts, ())


def test_what_an_answer_has_nothing_to_do_with_is_not_asked_again() -> None:
    memory, asked = Memory[str](), list[str]()

    def name_of(facts: Facts) -> Iterator[str]:
        asked.append(facts.text("applicant.trade_name") or "")
        yield asked[-1]

    for plain in (whole(), whole({"base.title": "別の発明"}), whole({"applicant.trade_name": "別の会社"})):
        memory.turn_to(facts_of(plain))
        memory.recall("name", name_of)
    assert asked == ["株式会社みなと精機", "別の会社"]


def test_complaints_rows_and_questions_that_go_are_differences() -> None:
    before = facts_of(whole())
    changes: Mapping[str, Mapping[str, Plain]] = {
        "applicant.capital": {"applicant.capital": "たくさん"},
        "officers": {"officers[0].birth": "昨日"},
        "destinations": {"destinations[1].planned": "2023-11-21"},
        "base.share": {"base.joint": True},
    }
    for name, change in changes.items():
        assert name in facts_of(whole(change)).differing(before)
    assert before.differing(facts_of(whole())) == frozenset()
