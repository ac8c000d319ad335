"""The shapes of the leaflets' desks: windows.toml, bureaus.toml and jetro.toml of resources/guide/.

An `as_of` is 2021-04 or 2020-03-30, as far as it is known. Decision: a desk is a Contact with more to say, so that all are shown one way.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from forms.catalog.programmes import Contact


@dataclass(frozen=True)
class Dial:
    """The national dial, which finds the nearest window by itself."""

    label: str
    phone: str
    hours: str
    caution: str
    effect: str
    service: tuple[str, ...]
    as_of: str
    source: str


@dataclass(frozen=True)
class ClosedDays:
    """When the windows are closed."""

    days: tuple[str, ...]
    caution: str
    as_of: str
    source: str


@dataclass(frozen=True)
class NamedWindow:
    """What a prefecture's call says of its own window; not which of several it means."""

    prefecture: str
    name: str
    url: str
    hours: str
    free: bool
    help: tuple[str, ...]
    as_of: str
    source: str


@dataclass(frozen=True)
class Publisher:
    """Who publishes the list of windows."""

    name: str
    address: str
    as_of: str
    source: str


@dataclass(frozen=True)
class Window:
    """A window for advice (知財総合支援窓口); without phones one rings the national dial."""

    prefecture: str
    phones: tuple[str, ...]
    address: str
    place: str


@dataclass(frozen=True)
class WindowLeaflet:
    """The list of windows."""

    windows: tuple[Window, ...]
    as_of: str
    source: str


@dataclass(frozen=True)
class Windows:
    """All of windows.toml."""

    dial: Dial
    closed: ClosedDays
    named: tuple[NamedWindow, ...]
    publisher: Publisher
    leaflet: WindowLeaflet


@dataclass(frozen=True)
class Bureau:
    """A regional bureau of the ministry of economy (経済産業局)."""

    id: str
    name: str
    prefectures: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class BureauContact:
    """A bureau's desk for one subsidy."""

    bureau: str
    phone: str
    email: str


@dataclass(frozen=True)
class ContactList:
    """Whom to ask about one subsidy: the desk of every bureau, and the central one where there is any."""

    purpose: str
    programme: str
    ask: str
    contacts: tuple[BureauContact, ...]
    source: str
    central: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class Bureaus:
    """All of bureaus.toml."""

    bureau: tuple[Bureau, ...]
    contact_list: tuple[ContactList, ...]


@dataclass(frozen=True, kw_only=True)
class FilingDesk(Contact):
    """JETRO's desk for the foreign-filing subsidy (外国出願デスク)."""

    accepts: str
    source: str


@dataclass(frozen=True)
class Round:
    """A reception period, both days included."""

    number: int
    opens: date
    closes: date


@dataclass(frozen=True)
class Rounds:
    """JETRO's reception periods of one year."""

    fiscal_year: str
    rounds: tuple[Round, ...]
    source: str


@dataclass(frozen=True)
class NotTogether:
    """That a matter goes to one body only."""

    caution: str
    as_of: str
    source: str


@dataclass(frozen=True)
class CaseCap:
    """The upper limit for one case, in yen."""

    right: str
    label: str
    cap: int


@dataclass(frozen=True)
class Subsidy:
    """The foreign-filing subsidy as its leaflet gives it; caps in yen, the company's over all its cases."""

    fiscal_year: str
    name: str
    rate: Fraction
    company_cap: int
    case_caps: tuple[CaseCap, ...]
    url: str
    source: str


@dataclass(frozen=True)
class RouteCosts:
    """By which routes a right may be filed."""

    rights: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Costs:
    """What the subsidy pays for."""

    fiscal_year: str
    eligible: tuple[str, ...]
    routes: tuple[RouteCosts, ...]
    excluded: str
    timing: str
    source: str


@dataclass(frozen=True)
class Conditions:
    """Who may apply for the subsidy with what."""

    fiscal_year: str
    who: tuple[str, ...]
    must: tuple[str, ...]
    notes: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Regional:
    """The prefectures' own bodies."""

    fiscal_year: str
    name: str
    accepts: str
    caution: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Desk(Contact):
    """Another desk; `help` is our sentence for the applicant."""

    id: str
    help: str
    source: str
    hours: str = ""
    as_of: str = ""
    caution: str = ""


@dataclass(frozen=True)
class Jetro:
    """All of jetro.toml."""

    filing_desk: FilingDesk
    reception: Rounds
    not_together: NotTogether
    subsidy: Subsidy
    costs: Costs
    conditions: Conditions
    regional: Regional
    desk: tuple[Desk, ...]


def show_as_of(as_of: str) -> str:
    """2021-04 as 2021年4月, 2020-03-30 as 2020年3月30日."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(as_of.split("-"), "年月日", strict=False))
