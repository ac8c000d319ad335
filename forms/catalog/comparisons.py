"""What of a paper is compared with the case: a row of comparisons.toml, and the proof that it leads somewhere.

Decision: a row says where on a paper to look (labels, as papers print them) and with which answers to compare; how spellings are
made comparable is the kind's business (forms/comparing). A row is equal only to itself, so that what was read for it is found again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from forms.catalog.when import When


@dataclass(frozen=True, eq=False)
class Comparison:
    """One thing that a paper may say otherwise than the case.

    labels: words on paper before what is compared; a 〜 in one stands for what is compared. until: words at which it ends. under:
    headings below which alone the labels count. unless: words that show that something else is meant. forms: other ways to write
    a word. limit: a figure of the kind's own. message: {place} is where it was seen, {seen} what stands there, {given} what the
    case says.
    """

    id: str
    kind: str
    documents: tuple[str, ...]
    message: str
    source: str
    severity: str = "warning"
    fields: tuple[str, ...] = ()
    when: When = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: str = ""


SEVERITIES = ("warning", "note")  # never an error: a paper may be right where we read it wrongly

# What a row must bring for each kind; a test holds them against their implementations.
KINDS: Mapping[str, tuple[str, ...]] = {
    "address": ("fields", "labels"),
    "addressee": ("fields", "labels"),
    "amount": ("fields", "labels"),
    "application_number": ("fields",),
    "date": ("fields", "labels"),
    "exchange_rate": ("fields", "forms"),
    "expired": ("fields", "labels"),
    "firm": ("fields",),
    "issued_after": ("fields", "labels"),
    "issued_long_ago": ("fields", "labels", "limit"),
    "latest_year_missing": ("fields", "limit"),
    "name": ("fields", "labels"),
    "named": ("fields", "labels"),
    "number_ending": ("fields", "labels"),
    "one_year_only": (),
    "parties": ("fields", "labels", "under"),
    "person": ("fields", "labels"),
    "shares": ("fields", "labels"),
    "title": ("fields", "labels"),
    "total": ("fields", "labels"),
    "unnamed": ("fields", "labels"),
    "unread": (),
    "word_price": ("fields",),
    "word_price_missing": ("fields",),
    "word_product": ("fields",),
    "years_apart": (),
}
