"""The terms of a call (call.toml): dates, addresses, money, the SME table, routes and time limits.

Decision: money is whole yen, rates are fractions, days are dates; every table names its source in the guidelines (募集要領).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from forms.catalog.applying import Criterion, Errand, Requirement, RoadStep
from forms.catalog.post import Post
from forms.catalog.when import When
from forms.positions import Binding, Corner, Fresh, StampSize


@dataclass(frozen=True)
class Texts:
    """What the forms print of the call; a control tagged `call.<key>` takes the text."""

    printed: Mapping[str, str]
    source: str


@dataclass(frozen=True)
class Office:
    """The authority (事務局) as one writes to it."""

    name: str
    department: str
    addressee: str
    postal_code: str
    address: str
    email: str
    phone: str
    hours: str
    source: str


@dataclass(frozen=True)
class Window:
    """The free advice desk (知財総合支援窓口)."""

    name: str
    url: str
    hours: str
    source: str


@dataclass(frozen=True)
class Reception:
    """The reception period, both days included."""

    opens: date
    closes: date
    first_closes: date
    postmark_counts: bool
    source: str


@dataclass(frozen=True)
class Schedule:
    """The call's later days (planned), and the years its history questions speak of."""

    review_starts: date
    results_from: date
    grant_decision_earliest: date
    grant_decision_latest: date
    report_due: date
    payment: date
    adopted_since: int
    survey_years: tuple[int, ...]
    followup_years: int
    source: str


@dataclass(frozen=True)
class Money:
    """Rate, caps in yen (of a case by right, of a company), the unit to which the grant is cut (yen), the tax contained in
    gross amounts, and in words what is never paid for."""

    rate: Fraction
    unit: int
    consumption_tax: Fraction
    taxed: tuple[str, ...]
    company_cap: int
    company_by: tuple[str, ...]
    excluded: tuple[str, ...]
    not_counted: When
    wage_rise: Fraction
    case_caps: Mapping[str, int]
    source: str


@dataclass(frozen=True)
class Limit:
    """One row of the SME table: capital in yen, regular employees."""

    capital: int
    employees: int


@dataclass(frozen=True)
class SmeTable:
    """中小企業者 by industry."""

    industries: Mapping[str, Limit]
    source: str


@dataclass(frozen=True)
class DeemedLarge:
    """The figures of みなし大企業, in yen."""

    income_limit: int
    parent_capital: int
    source: str


@dataclass(frozen=True)
class Group:
    """A group of SMEs: the share that must be SMEs."""

    sme_share: Fraction
    source: str


@dataclass(frozen=True)
class Routes:
    """Months from the base date within which to file, by right and route; a right has only the routes named."""

    months: Mapping[str, Mapping[str, int]]
    source: str


@dataclass(frozen=True)
class NationalPhase:
    """Offices (WIPO ST.3) whose PCT national phase is due after another number of months than the route's."""

    months: Mapping[str, int]
    source: str


@dataclass(frozen=True)
class NonMembers:
    """Offices (WIPO ST.3) of places that have not joined the treaty of a route, by route; only those one would think of."""

    offices: Mapping[str, tuple[str, ...]]
    source: str


@dataclass(frozen=True)
class Priority:
    """The rights whose filing abroad must claim priority."""

    required: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Stages:
    """How far a case is, in one word: the label of `state`'s choice, or `ready` while nothing is wrong in `ready_in`."""

    state: str
    ready: str
    ready_in: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Packet:
    """How the packet is made up: copies on top of the original, pages a side, the answers by which the receipt names a case
    (`kind`: the one that stands before them in lists), and the switches that forms/packet/finish.py explains."""

    copies: int
    pages_per_side: int
    both_sides: bool
    stamp: str
    applicant: str
    subject: tuple[str, ...]
    kind: str
    source: str
    stamp_corner: Corner = "top_right"
    stamp_size: StampSize = "normal"
    page_numbers: bool = False
    set_marks: bool = False
    separators: bool = False
    contents: bool = False
    slip: bool = False
    fresh: Fresh = "page"
    binding: Binding = "short_edge"


@dataclass(frozen=True)
class Terms:
    """All of call.toml."""

    name: str
    templates: str
    prefecture: str
    postal_prefixes: tuple[str, ...]
    texts: Texts
    office: Office
    window: Window
    reception: Reception
    schedule: Schedule
    money: Money
    sme: SmeTable
    deemed_large: DeemedLarge
    group: Group
    routes: Routes
    national_phase: NationalPhase
    non_members: NonMembers
    priority: Priority
    stages: Stages
    packet: Packet
    post: Post
    requirements: tuple[Requirement, ...]
    criteria: tuple[Criterion, ...]
    road: tuple[RoadStep, ...]
    errands: tuple[Errand, ...]
    source: str
