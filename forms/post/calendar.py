"""The call's days and this case's deadline as an iCalendar file (RFC 5545), for any calendar program.

Decision: own code, because all we write is whole days; a library would bring three more and load with every command. The tests read it
back with one. No clock and no chance: DTSTAMP is the day of the letter; the UID of a day of the call is the call's, so that
it stands once in a calendar that takes in several cases, that of a case's own day is the case's.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from forms.catalog.post import Event
from forms.catalog.references import reference
from forms.facts import Facts
from forms.post.texts import filled, letter_day

PRODUCT = "-//shinsei-packet//ja"
DOMAIN = "shinsei-packet"
LINE = 75  # octets of a line, without its end
HOUR = 9  # of the day, when an alarm goes off
DAY = 24


def calendar_of(facts: Facts) -> bytes:
    """The events of the call that have a day."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        *(line for event in facts.call.terms.post.events for line in _event(facts, event)),
        "END:VCALENDAR",
    ]  # fmt: skip
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """A content line as bytes, folded at 75 octets between characters, with its end."""
    pieces, piece = [], b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


def escaped(text: str) -> str:
    """A text value [RFC 5545, 3.3.11]."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _event(facts: Facts, event: Event) -> Iterator[str]:
    first = _day(facts, event.day)
    if first is None:
        return
    last = (_day(facts, event.last) if event.last else None) or first
    title = escaped(filled(facts, event.title))
    yield from (
        "BEGIN:VEVENT", f"UID:{_uid(facts, event)}", f"DTSTAMP:{letter_day(facts):%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{title}", f"DESCRIPTION:{escaped(filled(facts, event.text))}", "TRANSP:TRANSPARENT",
    )  # fmt: skip
    yield from _alarms(title, event.alarms)
    yield "END:VEVENT"


def _alarms(title: str, days: Iterable[int]) -> Iterator[str]:
    """At nine, so many days before the day begins."""
    for before in days:
        hours = before * DAY - HOUR
        trigger = f"-PT{hours}H" if hours > 0 else f"PT{-hours}H"
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}", f"TRIGGER:{trigger}", "END:VALARM")


def _day(facts: Facts, name: str) -> date | None:
    value = reference(facts.call.terms, name) if name.startswith("call.") else facts.value(name)
    return value if isinstance(value, date) else None


def _uid(facts: Facts, event: Event) -> str:
    packet = facts.call.terms.packet
    case = [] if event.day.startswith("call.") else [facts.text(name) or "" for name in (packet.applicant, *packet.subject)]
    digest = f"-{hashlib.sha256(chr(31).join(case).encode()).hexdigest()[:16]}" if case else ""
    return f"{facts.call.id}-{event.id}{digest}@{DOMAIN}"
