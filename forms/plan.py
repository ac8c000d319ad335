"""Which documents belong in this case's packet, in packet order, and how far each one is.

Decision: the data says what belongs (documents.toml); this file only asks its conditions.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from forms.casefile import Attached
from forms.catalog.model import Document
from forms.facts import Facts

FILLED, ATTACHED, MISSING, OPTIONAL = "filled", "attached", "missing", "optional"


@dataclass(frozen=True)
class Planned:
    """One document of this packet: `title` as this case calls it, `papers` in the order in which they were attached."""

    document: Document
    title: str
    papers: tuple[Attached, ...]

    @property
    def state(self) -> str:
        """filled (by the program), attached (also a signed page in a form's place), missing, or optional and not there."""
        if self.papers:
            return ATTACHED
        if self.document.template:
            return FILLED
        return MISSING if self.document.required else OPTIONAL

    @property
    def in_packet(self) -> bool:
        """Whether it is printed: an optional document that is not there is not."""
        return self.state != OPTIONAL


def plan_packet(facts: Facts, attached: Iterable[Attached]) -> tuple[Planned, ...]:
    """The documents of the case's packet, forms first, then by 資料 number."""
    papers = tuple(attached)
    return tuple(
        Planned(document, _title(facts, document), tuple(p for p in papers if p.document == document.id))
        for document in facts.call.documents.values()
        if facts.holds(document.when)
    )


def _title(facts: Facts, document: Document) -> str:
    return next((other.title for other in document.titles if facts.holds(other.when)), document.title)
