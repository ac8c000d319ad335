"""The shapes of what call.toml says about posting: whom one writes to, who writes, the letter on top, the days to remember.

Decision: every text may hold {id} and {call.…} as those of applying.py; a line whose ids are all without an answer is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Addressed:
    """Somebody as one writes the name on an envelope; `honorific` stands at the right of the last of `names`."""

    postal_code: str
    address: tuple[str, ...]
    names: tuple[str, ...]
    phone: str
    honorific: str = ""


@dataclass(frozen=True)
class Letter:
    """The letter on top (送付状); `about`: what is sent in, by label."""

    title: str
    opening: str
    body: tuple[str, ...]
    closing: str
    about: Mapping[str, str]


@dataclass(frozen=True)
class Event:
    """One day, or days until `last`: ids of answers, of worked-out days or `call.…`; `alarms`: so many days before, at nine."""

    id: str
    title: str
    day: str
    text: str = ""
    last: str = ""
    alarms: tuple[int, ...] = ()


@dataclass(frozen=True)
class Post:
    """What goes around the packet. `day`: the answer that dates the letter; `contents` and `handling` are written in red."""

    day: str
    contents: str
    handling: str
    to: Addressed
    sender: Addressed
    letter: Letter
    events: tuple[Event, ...]
    source: str
