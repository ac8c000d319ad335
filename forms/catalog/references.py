"""How data points at data: `call.money.unit`, `destinations[].planned`, and plain figures.

Decision: three forms, no expressions; whoever needs more writes a named calculation.
"""

import re
from datetime import date
from fractions import Fraction

from forms.catalog.terms import Terms

_LIST_ID = re.compile(r"(?P<group>[a-z_.]+)\[\]\.(?P<column>[a-z_]+)")


def split_list_id(name: str) -> tuple[str, str]:
    """("destinations", "planned") of `destinations[].planned`; (name, "") of any other id."""
    match = _LIST_ID.fullmatch(name)
    return (match["group"], match["column"]) if match else (name, "")


def reference(terms: Terms, name: str) -> object | None:
    """What `call.<table>.<key>` stands for in call.toml; None where it leads nowhere."""
    value: object = terms
    for part in name.removeprefix("call.").split("."):
        value = getattr(value, part, None)
    return value


def literal(text: str) -> date | Fraction | None:
    """A day (ISO) or a number written in the data; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None
