"""Half-filled cases: whatever is taken away or unreadable, every check still ends and every finding is a sentence."""

from collections.abc import Iterator

import pytest

from forms.values.plain import Plain
from tests.forms.whole import findings, the_call, whole

JOINT: dict[str, Plain] = {
    "base.joint": True,
    "base.share": "1/2",
    "base.applicants": ["株式会社みなと精機", "乙"],
    "co_applicants": [{"name": "乙", "share": "1/2", "cost_share": "1/2"}],
}
FULL = whole(JOINT, {"cost.note": "為替は145円", "search.substitute": "jplatpat", "base.status": "pending"})
INSTEAD: list[Plain] = ["", "？？", [], [{}], -1]


def cells() -> Iterator[str]:
    for name, value in FULL.items():
        yield name
        if the_call().fields[name].kind == "rows":
            assert isinstance(value, list)
            yield from (f"{name}[{n}].{column}" for n, row in enumerate(value) if isinstance(row, dict) for column in row)


@pytest.mark.parametrize("name", list(cells()))
def test_an_answer_taken_away_or_unreadable_never_stops_the_looking(name: str) -> None:
    for instead in INSTEAD:
        for finding in findings(FULL, {name: instead}):
            assert finding.message.endswith("。")
