"""How far a long piece of work is: what every generator of this library yields while it works."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True)
class Progress:
    """The work now in hand, as a Japanese sentence, and how many of its `total` steps are done; `phase`: to which part it belongs."""

    task: str
    done: int
    total: int
    phase: str = ""


def repeated(progress: Progress, steps: Generator[object, None, T]) -> Generator[Progress, None, T]:
    """Small steps, all of them told as one and the same progress; what they come to."""
    yield progress
    try:
        while True:
            next(steps)
            yield progress
    except StopIteration as done:
        return cast(T, done.value)
    finally:
        steps.close()


def outcome(steps: Generator[object, None, T]) -> T:
    """What steps come to, when nobody watches."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return cast(T, done.value)
