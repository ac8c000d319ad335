"""How far a long piece of work is: what every generator of this library yields, and every worker tells, while it works."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


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
