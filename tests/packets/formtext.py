"""The text of every page of a sample's filled forms, as a person reads it off the paper.

`python -m tests.packets.formtext` writes the expected texts anew: read the difference before you commit it.
"""

import sys
from datetime import date
from pathlib import Path

import pdfplumber

from forms.answers import read_answers
from forms.calculations.registry import CALCULATORS
from forms.casetoml import read_case_toml
from forms.catalog.load import load_call
from forms.facts import Facts
from forms.fill import fill_form
from forms.paths import SAMPLES
from forms.plan import Planned, plan_packet
from forms.render.renderers import renderer
from forms.slots import slots_of
from forms.templates import template_of

HERE = Path(__file__).parent
NAMES = sorted(folder.name for folder in SAMPLES.iterdir() if (folder / "case.toml").is_file())


def sample_facts(name: str) -> Facts:
    """A sample's facts on its own day."""
    text = read_case_toml(SAMPLES / name)
    call = load_call(text.call_id)
    answers = read_answers(call, text.answers)
    day = answers.values["application.date"]
    assert isinstance(day, date)
    return Facts(call, answers, day, CALCULATORS)


def filled_forms(name: str, folder: Path) -> list[Path]:
    """The sample's Word forms, filled into a folder."""
    facts = sample_facts(name)
    packet: tuple[Planned, ...] = plan_packet(facts, ())
    forms = [planned.document for planned in packet if planned.document.template]
    for document in forms:
        fill_form(template_of(facts.call, document, folder), slots_of(facts, packet), folder / document.template)
    return [folder / document.template for document in forms]


def form_text(name: str, folder: Path) -> str:
    """The text of all pages, each under a line that names it."""
    pages = []
    for pdf in filter(None, renderer("builtin")(filled_forms(name, folder), folder)):
        with pdfplumber.open(pdf) as opened:
            pages += [f"━━ {pdf.stem} {n}\n{page.extract_text()}\n" for n, page in enumerate(opened.pages, 1)]
    return "\n".join(pages)


def expected(name: str, call: str) -> Path:
    """The file that holds a sample's expected text."""
    return HERE / call / f"{name}.txt"


def main() -> None:
    """Write all expected texts into the checkout, working in the folder given."""
    for name in NAMES:
        folder = Path(sys.argv[1]) / name
        folder.mkdir(parents=True)
        target = expected(name, sample_facts(name).call.id)
        target.parent.mkdir(exist_ok=True)
        target.write_text(form_text(name, folder), encoding="utf-8")


if __name__ == "__main__":
    main()
