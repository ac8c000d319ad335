"""The kinds of answers (入力種別), by name: what a row of fields.toml may put under `kind`.

Decision: a kind is four functions and nothing else: no state, no field, no widget. A new kind is one line here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TypeVar, cast

from forms.values.applications import parse_application_number
from forms.values.choosing import parse_boolean, parse_choice, parse_choices, show_boolean, show_choices
from forms.values.codes import (
    parse_corporate_number,
    parse_email,
    parse_phone,
    parse_postal_code,
    parse_url,
    postal_boxes,
)
from forms.values.countries import parse_country, show_country
from forms.values.kana import parse_half_kana, parse_kana
from forms.values.numbers import parse_count, parse_fraction, parse_integer, parse_yen, show_fraction, show_number
from forms.values.plain import Plain, Value
from forms.values.texts import parse_long_text, parse_person, parse_text, parse_texts, show_texts
from forms.values.wareki import era_boxes, parse_date, show_date

V = TypeVar("V", bound=Value)
_NO_CHOICES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Kind:
    """How one kind of answer is read, shown, stored and boxed.

    parse: what people type → value, or InvalidAnswer with a sentence. `parse(typed(plain(value)))` is the value.
    show: as printed on the form. plain: as stored. boxes: one text a printed box.
    """

    name: str
    parse: Callable[[str], Value]
    show: Callable[[Value], str]
    plain: Callable[[Value], Plain]
    boxes: Callable[[Value], tuple[str, ...]]


def _kind(
    name: str,
    parse: Callable[[str], V],
    show: Callable[[V], str] = str,
    plain: Callable[[V], Plain] | None = None,
    boxes: Callable[[V], tuple[str, ...]] | None = None,
) -> Kind:
    """A Kind of functions that know their own value's type; the caller of a Kind hands back what its parse gave."""
    shown = cast(Callable[[Value], str], show)
    stored = cast(Callable[[Value], Plain], plain or _as_it_is)
    boxed = cast(Callable[[Value], tuple[str, ...]], boxes or (lambda value: tuple(show(value))))
    return Kind(name, parse, shown, stored, boxed)


def _as_it_is(value: Plain) -> Plain:
    return value


def _listed(names: tuple[str, ...]) -> Plain:
    return list(names)


_SIMPLE = {
    kind.name: kind
    for kind in (
        _kind("text", parse_text),
        _kind("long_text", parse_long_text),
        _kind("name", parse_text),
        _kind("person", parse_person),
        _kind("kana", parse_kana),
        _kind("half_kana", parse_half_kana),
        _kind("texts", parse_texts, show_texts, _listed),
        _kind("yen", parse_yen, show_number),
        _kind("count", parse_count, show_number),
        _kind("integer", parse_integer, show_number),
        _kind("fraction", parse_fraction, show_fraction, show_fraction),
        _kind("date", parse_date, show_date, date.isoformat, era_boxes),
        _kind("corporate_number", parse_corporate_number),
        _kind("postal_code", parse_postal_code, boxes=postal_boxes),
        _kind("phone", parse_phone),
        _kind("email", parse_email),
        _kind("url", parse_url),
        _kind("application_number", parse_application_number),
        _kind("country", parse_country, show_country),
        _kind("boolean", parse_boolean, show_boolean),
    )
}

KIND_NAMES = frozenset(_SIMPLE) | {"choice", "choices"}


def make_kind(name: str, choices: Mapping[str, str] = _NO_CHOICES) -> Kind:
    """The kind called so; `choices`: ASCII id → Japanese label, for choice and choices. ValueError if unknown."""
    if name == "choice":
        return _kind(name, partial(parse_choice, choices=choices), lambda chosen: choices[chosen])
    if name == "choices":
        return _kind(name, partial(parse_choices, choices=choices), partial(show_choices, choices=choices), _listed)
    if name not in _SIMPLE:
        raise ValueError(f"unknown kind {name!r}; known are {', '.join(sorted(KIND_NAMES))}")
    return _SIMPLE[name]


def typed(plain: Plain) -> str:
    """A stored value as a person would type it: true/false, digits, text, a list as one ended line an item.

    Raises TypeError for a table (dict): rows are read column by column, elsewhere.
    """
    if isinstance(plain, dict):
        raise TypeError("a table has no typed form")
    if isinstance(plain, list):
        return "".join(f"{typed(item)}\n" for item in plain)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return str(plain)
