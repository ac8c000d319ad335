"""How far a long piece of work is: what every generator of this library yields while it works."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """The work now in hand, as a Japanese sentence, and how many of its `total` steps are done; `phase`: to which part it belongs."""

    task: str
    done: int
    total: int
    phase: str = ""
