"""The shapes of what call.toml says about applying: who may, what reviewers look at, the way to go, what the hands must do.

Decision: conditions are closed as everywhere (AND over ids, OR within one); texts may hold {id} of an answer, of a derived value
or of the call's terms ({call.office.email}), which forms/road.py puts in.
"""

from dataclasses import dataclass, field

from forms.catalog.when import When


@dataclass(frozen=True)
class Requirement:
    """One condition of being helped at all: for whom (`when`), how one knows that it is met (`holds`, or all of `asks`
    answered), and the rules that speak of it. `later`: answered in a later step, holds up no verdict."""

    title: str
    source: str
    when: When = field(default_factory=dict)
    holds: When = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    later: bool = False


@dataclass(frozen=True)
class Thin:
    """Texts that together are thin when they have fewer characters than `under`."""

    fields: tuple[str, ...]
    under: int


@dataclass(frozen=True)
class Criterion:
    """What the reviewers look at, as a question to oneself; `steps`: where one reads one's answer."""

    question: str
    hint: str
    steps: tuple[str, ...]
    source: str
    thin: Thin | None = None


@dataclass(frozen=True)
class Mail:
    """A letter ready to be sent."""

    to: str
    subject: str
    body: str


@dataclass(frozen=True)
class RoadStep:
    """One step of applying: `state` is the choice of the case's state that says it is done (none: the program's own part),
    `after` the state before which it is too early, `copy` the answers that somebody will be asked for elsewhere."""

    id: str
    title: str
    short: str
    text: str
    source: str
    hint: str = ""
    state: str = ""
    after: str = ""
    pages: tuple[str, ...] = ()
    copy: tuple[str, ...] = ()
    mail: Mail | None = None


@dataclass(frozen=True)
class Errand:
    """Something left for the hands once the packet is built: done when the step of the `road` is, or a paper of `document`
    is there; else nobody but the applicant knows. `offers`: what the window puts beside it (OFFERS)."""

    title: str
    text: str
    source: str
    when: When = field(default_factory=dict)
    road: str = ""
    document: str = ""
    after: str = ""
    offers: tuple[str, ...] = ()


# links, texts to copy, a letter, the Word files, a place for the paper, printing, the checklist, what goes around the packet
OFFERS = ("pages", "copy", "mail", "word", "attach", "print", "receipt", "post")
