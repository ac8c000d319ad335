"""What a call consists of: fields, derived values, documents and rules, each a row of TOML.

Decision: rows name a kind, a calculation or a check; Python implements those and nothing in Python names a row that only travels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from forms.catalog.comparisons import Comparison
from forms.catalog.terms import Terms
from forms.catalog.when import When


@dataclass(frozen=True)
class Step:
    """One page of the road (入力ステップ): `group` under which it stands, `intro` on top of it, `help` for whoever asks (F1).

    `help` is plain text, its paragraphs parted by an empty line; a line that begins with ・ is one thing to have at hand.
    """

    id: str
    title: str
    group: str
    intro: str = ""
    help: str = ""


@dataclass(frozen=True)
class Column:
    """One cell of a row of a rows field; with a calculation it is worked out and never asked."""

    kind: str
    label: str
    required: bool = True
    default: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    help: str = ""
    calculation: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class TotalRow:
    """A line of totals under a table: its label, and by column the derived value that stands there."""

    label: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Field:
    """One question (記入項目); its id is the key everywhere. `section`: the heading inside its step under which it stands;
    `fills`: the field that takes the address of this postal code."""

    id: str
    code: str
    kind: str
    label: str
    step: str
    source: str
    section: str = ""
    required: bool = True
    default: str = ""
    when: When = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Column] = field(default_factory=dict)
    totals: tuple[TotalRow, ...] = ()
    help: str = ""
    example: str = ""
    carried: bool = False  # taken over into the applicant's next case
    fills: str = ""


@dataclass(frozen=True)
class Derived:
    """A value that a named calculation works out of others; never stored."""

    id: str
    kind: str
    label: str
    calculation: str
    source: str
    fields: tuple[str, ...] = ()
    table: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Title:
    """Another title of a document, for the cases that `when` names."""

    title: str
    when: When


@dataclass(frozen=True)
class Document:
    """One document of the packet (提出書類): a Word form that is filled (`template`) or an attachment."""

    id: str
    code: str
    title: str
    source: str
    number: int | None = None
    template: str = ""
    needs: tuple[str, ...] = ()  # slots without which a form of that name is not taken for this document
    required: bool = True
    when: When = field(default_factory=dict)
    titles: tuple[Title, ...] = ()
    why: str = ""
    where: str = ""
    instead: str = ""
    by_hand: str = ""
    words: tuple[str, ...] = ()  # in a file's name, they speak for this document


@dataclass(frozen=True)
class Rule:
    """One thing that may be wrong (制約); `check` says which keys it reads."""

    id: str
    check: str
    message: str
    source: str
    severity: str = "error"
    fields: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    when: When = field(default_factory=dict)
    limit: str = ""
    limits: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    choice: str = ""
    prefixes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    document: str = ""


@dataclass(frozen=True)
class Call:
    """One grant call (公募), proven whole: every reference in it leads somewhere.

    `groups`: titles of the road's parts; `steps`: those with fields; `pages`: the three that follow, PAGES.
    """

    id: str
    terms: Terms
    groups: Mapping[str, str]
    steps: Mapping[str, Step]
    pages: Mapping[str, Step]
    fields: Mapping[str, Field]
    derived: Mapping[str, Derived]
    documents: Mapping[str, Document]
    rules: tuple[Rule, ...]
    comparisons: tuple[Comparison, ...]

    @cached_property
    def by_step(self) -> Mapping[str, tuple[Field, ...]]:
        """The fields of each step, in order."""
        return {step: tuple(field for field in self.fields.values() if field.step == step) for step in self.steps}


SEVERITIES = ("error", "warning", "note")
PAGES = ("documents", "check", "packet")  # the pages that follow the steps: papers, a look at everything, building

# What a rule must bring for each check, and the calculations there are; tests hold them against their implementations.
CHECKS: Mapping[str, tuple[str, ...]] = {
    "above": ("fields", "limit"),
    "below": ("fields", "limit"),
    "choices_missing": ("fields",),
    "differs": ("fields", "limit"),
    "duplicates": ("fields",),
    "same_paper": (),
    "fewer_pages": ("document", "limit"),
    "fewer_papers": ("document", "limit"),
    "fewer_than": ("fields", "limit"),
    "has_prefix": ("fields", "words"),
    "holds": ("when", "subjects"),
    "is_one_of": ("fields", "words"),
    "lacks_prefix": ("fields", "words"),
    "mentions": ("fields", "words"),
    "more_than": ("fields", "limit"),
    "none_among": ("fields", "among", "subjects"),
    "not_a_year": ("fields",),
    "not_among": ("fields", "among"),
    "not_joined": ("fields",),
    "not_needed": (),
    "paid_but_unnamed": ("fields",),
    "prefix_differs": ("fields", "choice", "prefixes"),
    "rest_day": ("fields",),
    "route_unknown": ("fields",),
    "shares_differ": ("fields", "subjects"),
    "shares_exceed": ("fields", "subjects"),
    "unprintable": (),
    "unreadable": (),
    "within": ("fields", "limits"),
    "year_differs": ("fields",),
}
TWO_OF = {"not_a_year": "fields", "paid_but_unnamed": "fields", "within": "limits", "year_differs": "fields"}  # just two each
COUNTING = ("fewer_pages", "fewer_papers", "fewer_than", "more_than")  # checks whose limit is a whole number

CALCULATIONS = frozenset(
    {
        "any_true", "applied_share", "case_cap_reached", "column_sum", "company_cap_reached", "cost_share",
        "deemed_large_enterprise", "eligible_enterprise", "eligible_sum", "foreign_joint", "given", "group_ok",
        "head_office_here", "joint", "lookup", "priority_deadline", "priority_required", "requested_amount", "sme", "sum", "today",
        "transfer_needed", "under_one_year", "wage_employees_mismatch", "wage_form", "wage_rise_short",
    }
)  # fmt: skip
ROW_CALCULATIONS = frozenset({"destination_deadline", "row_eligible_sum", "row_sum"})
