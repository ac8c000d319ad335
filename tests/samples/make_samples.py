"""Writes resources/samples/<name>/files/*: run it as python -m tests.samples.make_samples [name …].

Decision: which paper a file holds and how it is finished is data (`files` in data/<name>.toml); running it again writes
byte-identical files, and a file nobody asks for any more is removed.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Any

from forms.paths import SAMPLES
from tests.samples import accounts, agreements, estimates, marks, outline, patent, register, searches, taxreturn
from tests.samples.facts import DATA, Sample, load
from tests.samples.scans import FINISHES

MAKERS: dict[str, Callable[[Sample, str], bytes]] = {
    "accounts": accounts.accounts,
    "articles": register.articles,
    "award": agreements.award,
    "balance": agreements.balance,
    "contract": agreements.contract,
    "delivery": agreements.delivery,
    "design": marks.design,
    "establishment": agreements.establishment,
    "funding": estimates.funding_plan,
    "invoice": agreements.invoice,
    "members": outline.members,
    "opinion": patent.written_opinion,
    "outline": outline.outline,
    "pamphlet": outline.pamphlet,
    "patent": patent.application,
    "pct": patent.pct_application,
    "quotation": estimates.quotation,
    "register": register.certificate,
    "residence": register.residence,
    "result_list": searches.result_list,
    "search_report": searches.report,
    "pct_report": patent.search_report,
    "tax_return": taxreturn.tax_return,
    "trademark": marks.trademark,
    "translator": estimates.translator_estimate,
    "estimate": estimates.office_estimate,
    "web": outline.web_page,
    "wipo": estimates.wipo_fees,
}


def names() -> list[str]:
    """The samples that have facts of their own."""
    return sorted(path.stem for path in DATA.glob("*-*.toml") if not path.stem.startswith("accounts-"))


def paper(sample: Sample, facts: dict[str, Any]) -> bytes:
    """One finished file."""
    source = MAKERS[facts["paper"]](sample, str(facts.get("of", "")))
    finish = facts.get("as")
    return FINISHES[finish](source, int(facts.get("sideways", 0))) if finish else source


def make(name: str) -> None:
    sample, folder = load(name), SAMPLES / name / "files"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sample.extra["files"]
    for file, facts in wanted.items():
        (folder / file).write_bytes(paper(sample, facts))
    for old in folder.iterdir():
        if old.name not in wanted:
            old.unlink()


def main(arguments: Sequence[str]) -> None:
    for name in arguments or names():
        make(name)


if __name__ == "__main__":
    main(sys.argv[1:])
