"""The leaflets as data (resources/guide/): support by purpose, windows and bureaus by prefecture, where else to turn.

Decision: the files are the fields of one dataclass, so that `structure` reads them all strictly, in the way it reads a call.
"""

from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from forms.catalog.desks import Bureau, Bureaus, Jetro, NamedWindow, Window, Windows
from forms.catalog.load import read_table
from forms.catalog.programmes import Contact, Programme, Programmes
from forms.catalog.structure import structure
from forms.paths import RESOURCES
from forms.values.narrow import key

_NEAR = 5  # possibilities named at most


@dataclass(frozen=True)
class Guide:
    """Everything the leaflets say, a field a file."""

    programmes: Programmes
    windows: Windows
    bureaus: Bureaus
    jetro: Jetro


@dataclass(frozen=True)
class Place:
    """Whom to turn to in one prefecture; `bureau_contacts` are named after the subsidy that each answers for."""

    prefecture: str
    windows: tuple[Window, ...]
    named: tuple[NamedWindow, ...]
    bureau: Bureau
    bureau_contacts: tuple[Contact, ...]


@cache
def load_guide(folder: Path = RESOURCES / "guide") -> Guide:
    """The guide in a folder, read once a run. Raises CatalogError where a file is missing or not of its shape."""
    return structure({file.name: read_table(folder / f"{file.name}.toml") for file in fields(Guide)}, Guide, str(folder))


def programmes_for(guide: Guide, purpose: str) -> tuple[Programme, ...]:
    """The programmes that serve a purpose (its id), in the leaflet's order."""
    return tuple(programme for programme in guide.programmes.programme if purpose in programme.purposes)


def prefectures(guide: Guide) -> tuple[str, ...]:
    """All prefectures, in the order of the list of windows."""
    return tuple(dict.fromkeys(window.prefecture for window in guide.windows.leaflet.windows))


def find_prefecture(guide: Guide, typed: str) -> str | None:
    """The prefecture meant, written with its 都, 道, 府 or 県 or without; None where there is none of that name."""
    wanted = key(typed)
    return next((name for name in prefectures(guide) if wanted in (name, name[:-1])), None)


def near_prefectures(guide: Guide, typed: str) -> tuple[str, ...]:
    """What may have been meant: prefectures with a window in a place so named, then such as are written nearly so."""
    wanted = key(typed)
    windows = guide.windows.leaflet.windows if wanted else ()
    there = [window.prefecture for window in windows if wanted in window.prefecture + window.address]
    alike = get_close_matches(wanted, prefectures(guide), _NEAR)
    return tuple(dict.fromkeys(there + alike))[:_NEAR]


def place_of(guide: Guide, prefecture: str) -> Place:
    """Windows and bureau of a prefecture as `prefectures` names it."""
    bureau = next(bureau for bureau in guide.bureaus.bureau if prefecture in bureau.prefectures)
    return Place(
        prefecture,
        tuple(window for window in guide.windows.leaflet.windows if window.prefecture == prefecture),
        tuple(window for window in guide.windows.named if window.prefecture == prefecture),
        bureau,
        _contacts(guide, bureau),
    )


def _contacts(guide: Guide, bureau: Bureau) -> tuple[Contact, ...]:
    return tuple(
        Contact(name=contacts.purpose, phone=contact.phone, email=contact.email)
        for contacts in guide.bureaus.contact_list
        for contact in contacts.contacts
        if contact.bureau == bureau.id
    )
