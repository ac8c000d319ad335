"""`auto`: who prints which form, and what the user is told about it.

Decision: the built-in renderer prints every form that it can draw whole, so that the same answers give the same pages on every
machine; an office suite is asked only for the others, once for all of them, and the user is told which and why.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from forms.errors import RenderError
from forms.render.files import require_own_names

Landing = Iterator[Path | None]  # PDFs as they land, and None while one is waited for
Render = Callable[[Sequence[Path], Path], Landing]
BUILTIN = "builtin"


@dataclass(frozen=True)
class Choice:
    """Who prints a document, by name, and the sentence for the user; empty where there is nothing to say."""

    name: str
    remark: str = ""


def choose(document: str, undrawn: Sequence[str], suite: str | None) -> Choice:
    """Who prints a document of which the built-in renderer cannot draw `undrawn`, where `suite` is the office suite at hand."""
    if not undrawn:
        return Choice(BUILTIN)
    what = "".join(f"「{each}」" for each in undrawn)
    if suite is not None:
        return Choice(suite, f"{document}には内蔵の印刷では描けない{what}があるため、{suite}で印刷します。")
    return Choice(
        BUILTIN,
        f"{document}の{what}は内蔵の印刷では描けないため、Wordの仕上がりと異なります。"
        "PDFのその箇所を確かめるか、WordかLibreOfficeをインストールしてください。",
    )


@dataclass(frozen=True)
class Printers:
    """What `auto` chooses from: the built-in renderer, what it cannot draw of a document, and suites, the first choice first.

    A suite is found when it is first needed; finding one that is not installed raises RenderError.
    """

    builtin: Render
    undrawn: Callable[[Path], Sequence[str]]
    suites: Mapping[str, Callable[[], Render]]


def automatic(printers: Printers, tell: Callable[[str], None]) -> Render:
    """The renderer that chooses for each document; remarks go to `tell`."""

    def render(documents: Sequence[Path], folder: Path) -> Landing:
        """Print each .docx to `folder/<stem>.pdf`, in order, whoever prints it."""
        require_own_names(documents)
        undrawn = [printers.undrawn(document) for document in documents]
        suites = _installed(printers) if any(undrawn) else {}
        suite = next(iter(suites), None)
        choices = [choose(document.name, missing, suite) for document, missing in zip(documents, undrawn, strict=True)]
        for choice in choices:
            if choice.remark:
                tell(choice.remark)
        with ExitStack() as stack:
            works = {}
            for name, print_with in {BUILTIN: printers.builtin, **suites}.items():
                chosen = [document for document, choice in zip(documents, choices, strict=True) if choice.name == name]
                works[name] = print_with(chosen, folder)
                _close_with(stack, works[name])
            for choice in choices:
                yield from _up_to_its_next(works[choice.name])

    return render


def _up_to_its_next(work: Landing) -> Landing:
    for pdf in work:
        yield pdf
        if pdf is not None:
            return


def _installed(printers: Printers) -> dict[str, Render]:
    """The first suite that is installed, by its name; empty where there is none."""
    for name, find in printers.suites.items():
        with suppress(RenderError):
            return {name: find()}
    return {}


def _close_with(stack: ExitStack, work: Landing) -> None:
    """A build that is stopped stops the suite as well."""
    if isinstance(work, Generator):
        stack.callback(work.close)
