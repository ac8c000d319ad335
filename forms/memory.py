"""What the last look at a case found, question by question and rule by rule, so that the next look asks again only what may have changed.

Decision: nobody writes down what a rule depends on. The facts note which names were asked for while it was worked out, and it stands
until one of them has another value; another day, call or amount of other cases makes all of it void.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from forms.answers import AnswerRead
from forms.facts import Facts

T = TypeVar("T")


@dataclass(frozen=True)
class Known(Generic[T]):
    """What was found, and the names that it came of."""

    found: tuple[T, ...]
    names: frozenset[str]


class Memory(Generic[T]):
    """Lives as long as a case is open; a look without one before starts from an empty one."""

    def __init__(self) -> None:
        """Nothing is known."""
        self.read: dict[str, AnswerRead] = {}  # the answers, as they were read last
        self._facts: Facts | None = None
        self._known: dict[str, Known[T]] = {}
        self._changed: frozenset[str] = frozenset()

    def turn_to(self, facts: Facts) -> None:
        """From now on questions are about these facts."""
        if self._facts is not None and facts.is_comparable(self._facts):
            self._changed = facts.differing(self._facts)
        else:
            self._known.clear()
        self._facts = facts

    def recall(self, key: str, find: Callable[[Facts], Iterable[T]]) -> tuple[T, ...]:
        """What `find` finds in the facts, which must look at nothing else; as it is known where nothing that it asked for has changed."""
        assert self._facts is not None
        known = self._known.get(key)
        if known is None or not known.names.isdisjoint(self._changed):
            self._facts.noted.clear()
            known = self._known[key] = Known(tuple(find(self._facts)), frozenset(self._facts.noted))
        return known.found
