"""The call's texts about posting with this case's answers in them, ready to be drawn.

Decision: a line none of whose ids has an answer is left out, and what no bundled font can print becomes 〓 here, so that a
draft of an unfinished case is made all the same.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from forms.catalog.applyingproof import PLACE
from forms.catalog.post import Addressed, Letter, Post
from forms.facts import Facts
from forms.fonts import drawable
from forms.road import fill_text, is_open
from forms.slots import marked_text

BLANKS = re.compile("　{2,}")  # around an answer that is not there


def filled_post(facts: Facts) -> Post:
    """The [post] table with answers in place of its ids."""
    post = facts.call.terms.post
    return replace(
        post,
        contents=filled(facts, post.contents),
        handling=filled(facts, post.handling),
        to=_addressed(facts, post.to),
        sender=_addressed(facts, post.sender),
        letter=_letter(facts, post.letter),
    )


def letter_day(facts: Facts) -> date:
    """The day on the letter: the application's, else today."""
    return facts.day(facts.call.terms.post.day) or facts.today


def filled(facts: Facts, text: str) -> str:
    """One text, blanks at its ends left out."""
    return marked_text(fill_text(facts, text).strip(), drawable())


def _addressed(facts: Facts, addressed: Addressed) -> Addressed:
    return replace(
        addressed,
        postal_code=_line(facts, addressed.postal_code),
        address=_lines(facts, addressed.address),
        names=_lines(facts, addressed.names),
        phone=_line(facts, addressed.phone),
    )


def _letter(facts: Facts, letter: Letter) -> Letter:
    about = {label: line for label, text in letter.about.items() if (line := _line(facts, text))}
    return Letter(filled(facts, letter.title), filled(facts, letter.opening), _lines(facts, letter.body), letter.closing, about)


def _lines(facts: Facts, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for text in texts if (line := _line(facts, text)))


def _line(facts: Facts, text: str) -> str:
    names = PLACE.findall(text)
    return "" if names and all(is_open(facts, name) for name in names) else BLANKS.sub("　", filled(facts, text))
