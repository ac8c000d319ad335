"""Where else to turn when this call does not fit: JETRO's desk, the windows of the applicant's own prefecture, other desks.

Decision: the leaflets' tables told as a few lines that one can read out, telephone first, each with how old it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from forms.catalog.desks import Desk, show_as_of
from forms.catalog.guide import Guide, find_prefecture, load_guide, place_of
from forms.facts import Facts
from forms.postal import addresses_of
from forms.values.places import prefecture_in

HOME = "applicant.head_office_address", "applicant.postal_code"  # what tells the applicant's prefecture


@dataclass(frozen=True)
class Helper:
    """Somebody to ask: how to reach them (telephone first), what they help with, and what to know of it."""

    name: str
    ways: tuple[str, ...]
    help: str
    note: str = ""


def prefecture_of(facts: Facts) -> str | None:
    """The prefecture of the head office: as its address begins, else that of its postal code."""
    address, code = (facts.text(name) or "" for name in HOME)
    addresses = addresses_of(code)
    return prefecture_in(address) or (addresses[0].prefecture if addresses else None)


def helpers_of(facts: Facts, guide: Guide | None = None) -> tuple[Helper, ...]:
    """Whom this applicant can turn to, nearest to the matter first. Raises CatalogError where the guide cannot be read."""
    told, prefecture = guide or load_guide(), prefecture_of(facts)
    windows = _windows(told, prefecture) if prefecture and find_prefecture(told, prefecture) else ()
    regional = _regional(told) if prefecture != facts.call.terms.prefecture else ()
    desks = (desk for desk in told.jetro.desk if desk.phone)
    return (_filing_desk(told), *regional, *windows, *map(_desk, desks))


def _filing_desk(guide: Guide) -> Helper:
    desk = guide.jetro.filing_desk
    return Helper(desk.name, desk.ways, desk.accepts, guide.jetro.not_together.caution)


def _regional(guide: Guide) -> tuple[Helper, ...]:
    """The other prefectures' bodies, of which the leaflet gives no list."""
    body = guide.jetro.regional
    return (Helper(body.name, (), body.accepts, body.caution),)


def _windows(guide: Guide, prefecture: str) -> Iterator[Helper]:
    place = place_of(guide, prefecture)
    for named in place.named:
        note = f"{named.hours}{'、無料' if named.free else ''}（{show_as_of(named.as_of)}現在）"
        yield Helper(named.name, (named.url,), "、".join(named.help), note)
    for window in place.windows:
        ways = tuple(f"電話 {phone}" for phone in window.phones or (guide.windows.dial.phone,))
        note = f"{show_as_of(guide.windows.leaflet.as_of)}現在"
        yield Helper(f"知財総合支援窓口（{prefecture}）", ways, f"{window.address}　{window.place}", note)


def _desk(desk: Desk) -> Helper:
    as_of = f"（{show_as_of(desk.as_of)}現在）" if desk.as_of else ""
    return Helper(desk.name, desk.ways, desk.help + desk.caution, f"{desk.hours}{as_of}")
