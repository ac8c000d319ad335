"""How an answer stands in an editor: its kind's own form, its unit, its width; no widget here.

Decision: what a kind refuses stands there just as it was typed; everything else in the form the papers print.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from forms.answers import kind_of
from forms.catalog.model import Column, Field
from forms.errors import InvalidAnswer
from forms.values.kinds import make_kind, typed
from forms.values.plain import Plain, Value

WIDE = 0  # as wide as the page lets it
AMOUNTS = frozenset({"yen", "count", "integer"})  # right-aligned figures
_UNITS: Mapping[str, str] = MappingProxyType({"yen": "円", "integer": "円"})
_WIDTHS: Mapping[str, int] = MappingProxyType(
    {
        "date": 212,
        "yen": 180,
        "integer": 180,
        "count": 112,
        "fraction": 112,
        "corporate_number": 200,
        "postal_code": 112,
        "phone": 200,
        "email": 380,
        "country": 280,
        "application_number": 240,
        "person": 280,
        "half_kana": 280,
    }
)


def displayed(asked: Field | Column, value: Plain) -> str:
    """One line: the answer, or the default while there is none, as its kind shows it; what the kind refuses as it was typed."""
    text = asked.default if value == "" else typed(value)
    read = understood(asked, text)
    return text if read is None else kind_of(asked).show(read)


def understood(asked: Field | Column, text: str) -> Value | None:
    """What the kind reads; None where there is nothing or it refuses."""
    return _understood(asked.kind, tuple(asked.choices.items()), text) if text.strip() else None


@lru_cache(maxsize=4096)  # a table asks for the same cells whenever one of them changes
def _understood(kind: str, choices: tuple[tuple[str, str], ...], text: str) -> Value | None:
    try:
        return make_kind(kind, dict(choices)).parse(text)
    except InvalidAnswer:
        return None


def unit_of(asked: Field | Column) -> str:
    """What stands after the figures: 円, 人 where people are counted, else nothing."""
    if asked.kind == "count":
        return "人" if "従業員" in asked.label or "人数" in asked.label else ""
    return _UNITS.get(asked.kind, "")


def width_of(asked: Field | Column) -> int:
    """How wide the editor of an answer is (pixels at 100 %), WIDE where the page decides."""
    return _WIDTHS.get(asked.kind, WIDE)
