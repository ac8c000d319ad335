"""What a comparison looks at and what it yields.

Decision: a comparison knows no field and no document; both come from its row. What the case does not say, and what stands on no
page, is no contradiction.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from forms.catalog.comparisons import Comparison
from forms.comparing.labels import Asked, Value, labelled
from forms.comparing.leaves import Leaf, Leaves, by_paper
from forms.plan import Planned
from forms.rules.context import Cell, Context, cells

SHOWN = 64  # characters of what a paper says that a message shows


@dataclass(frozen=True)
class Mismatch:
    """One contradiction: the answer or document to look at, where and what a paper says, and what the case says."""

    subject: str
    place: str
    seen: str
    given: str = ""


@dataclass(frozen=True)
class Look:
    """One row looked at against one document of a case, and its pages."""

    row: Comparison
    context: Context
    planned: Planned
    leaves: Leaves

    @property
    def papers(self) -> tuple[Leaves, ...]:
        """The pages of each of its papers."""
        return by_paper(self.leaves)

    @property
    def all_read(self) -> bool:
        """Whether every page holds text, so that what is not there is not on paper."""
        return bool(self.leaves) and all(leaf.is_read for leaf in self.leaves)

    @property
    def whole(self) -> str:
        """The document as a place."""
        number, pages = self.planned.document.number, len(self.leaves)
        return f"資料{number}（全{pages}ページ）" if number else f"「{self.planned.title}」（全{pages}ページ）"

    @property
    def values(self) -> tuple[Value, ...]:
        """What stands at the row's labels."""
        return labelled(self.leaves, Asked(self.row.labels, self.row.until))

    def values_on(self, leaves: Leaves) -> tuple[Value, ...]:
        """What stands at the row's labels on the pages of one paper."""
        return labelled(leaves, Asked(self.row.labels, self.row.until))

    def cells(self, name: str) -> Iterator[Cell]:
        """The known values that an id stands for."""
        return cells(self.context, name)

    @property
    def given(self) -> tuple[Cell, ...]:
        """The known values of all the row's fields."""
        return tuple(cell for name in self.row.fields for cell in self.cells(name))

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts among them, lists taken apart."""
        values = [value for cell in self.given for value in (cell.value if isinstance(cell.value, tuple) else (cell.value,))]
        return tuple(value for value in values if isinstance(value, str))

    def mismatch(self, cell: Cell, place: str, seen: str) -> Mismatch:
        """An answer that is another one on paper; for a value that is worked out, the document is what to look at."""
        fields = self.context.facts.call.fields
        subject = cell.subject if cell.subject.partition("[")[0] in fields else self.planned.document.id
        return Mismatch(subject, place, shortened(seen), cell.shown)

    def at_fault(self, place: str, seen: str, given: str = "") -> Mismatch:
        """A paper that is itself not as it has to be."""
        return Mismatch(self.planned.document.id, place, shortened(seen), given)


Kind = Callable[[Look], Iterator[Mismatch]]


def shortened(text: str) -> str:
    """What a message shows of a longer text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def text_of(leaf: Leaf) -> str:
    """A page's lines as an eye reads them."""
    return "\n".join(leaf.lines)
