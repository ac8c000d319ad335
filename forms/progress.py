"""How far a long piece of work is: what every generator of this library yields, and every worker tells, while it works."""

from collections.abc import Callable, Generator, Iterator
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


Tell = Callable[[Progress], None]


def untold(progress: Progress) -> None:
    """Nobody wants to know."""


def telling(tell: Tell, task: str, total: int, step: int = 1) -> Iterator[int]:
    """0, `step`, … below `total`, each told before it is begun."""
    for done in range(0, total, step):
        tell(Progress(task, done, total))
        yield done


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
