"""The shapes of the leaflets' programmes (resources/guide/programmes.toml): what there is for whom, when, and whom to ask.

Amounts in yen, rates as fractions of the eligible cost; every table names its leaflet (`source`). Decision: what a leaflet does not
print is "" or 0, but for a day, which is None.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody to ask, and how."""

    name: str
    phone: str = ""
    extension: str = ""
    direct: str = ""
    email: str = ""
    url: str = ""

    @property
    def ways(self) -> tuple[str, ...]:
        """How to reach them: telephone, extension, direct line, mail, page, as far as known."""
        named = (("電話 ", self.phone), ("内線", self.extension), ("直通 ", self.direct), ("", self.email), ("", self.url))
        return tuple(label + way for label, way in named if way)


@dataclass(frozen=True)
class Vintage:
    """Which year's periods the leaflets print, and the sentence that goes beside them."""

    fiscal_year: str
    caution: str
    source: str


@dataclass(frozen=True)
class Purpose:
    """What somebody wants to do abroad."""

    id: str
    number: int
    label: str
    source: str


@dataclass(frozen=True)
class Programme:
    """A support programme; `period` is the leaflet's text, `opens` and `closes` its days where it names any."""

    id: str
    purposes: tuple[str, ...]
    name: str
    overview: str
    period: str
    contacts: tuple[Contact, ...]
    source: str
    under: str = ""
    note: str = ""
    url: str = ""
    opens: date | None = None
    closes: date | None = None


@dataclass(frozen=True)
class Ecommerce:
    """A column of JETRO's comparison; `rows` are the cells by the table's own labels."""

    id: str
    name: str
    url: str
    rows: Mapping[str, str]
    source: str


@dataclass(frozen=True)
class Frame:
    """A way to apply (申請類型) with its upper limits and rates."""

    caps: tuple[int, ...]
    rates: tuple[Fraction, ...]
    name: str = ""
    cost: str = ""
    least: int = 0
    note: str = ""


@dataclass(frozen=True)
class Productivity:
    """One of the four subsidies of 生産性革命推進事業."""

    id: str
    name: str
    pays_for: str
    start: str
    frames: tuple[Frame, ...]
    contacts: tuple[Contact, ...]
    source: str
    caps_by: str = ""


@dataclass(frozen=True)
class BrandSubsidy:
    """A subsidy for selling abroad that counts the cost of obtaining industrial property."""

    id: str
    name: str
    cap: int
    joint_cap: int
    rates: tuple[Fraction, ...]
    must: tuple[str, ...]
    eligible: tuple[str, ...]
    source: str
    note: str = ""


@dataclass(frozen=True)
class PctShare:
    """What is left to pay of the PCT fees, as a fraction of them."""

    who: str
    pays: Fraction


@dataclass(frozen=True)
class Pct:
    """The reduction of PCT fees and its grant, together."""

    who: str
    excluded: str
    shares: tuple[PctShare, ...]
    contacts: tuple[Contact, ...]
    source: str


@dataclass(frozen=True)
class PctFees:
    """Fees that fall due together."""

    when: str
    fees: tuple[str, ...]


@dataclass(frozen=True)
class PctRelief:
    """One of the two ways to pay less; `months_after_payment` is 0 where there is no such limit."""

    label: str
    fees: tuple[PctFees, ...]
    how: str
    details: str
    source: str
    months_after_payment: int = 0


@dataclass(frozen=True)
class Programmes:
    """All of programmes.toml."""

    vintage: Vintage
    purpose: tuple[Purpose, ...]
    programme: tuple[Programme, ...]
    ecommerce: tuple[Ecommerce, ...]
    productivity: tuple[Productivity, ...]
    brand_subsidy: tuple[BrandSubsidy, ...]
    pct: Pct
    pct_reduction: PctRelief
    pct_grant: PctRelief
