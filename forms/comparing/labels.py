"""What stands beside or below a label on paper: 「商　号│株式会社…」, 【発明の名称】…, 合計金額 ¥1,234,567.

Decision: a label counts only where it stands by itself: at the start of a line or cell or in brackets, and not as a part of another
word. What follows is kept with the lines below, for names and addresses are broken over lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from forms.comparing.folding import light
from forms.comparing.leaves import Leaf, Leaves

REACH = 6  # lines below a label that may still belong to it
STANDS_FOR = "〜"  # in a label: what is compared


@dataclass(frozen=True)
class Asked:
    """Labels to look for, and words with which something else begins."""

    labels: tuple[str, ...]
    until: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Value:
    """What stands at a label: the rest of its line (or the next line, where nothing is left of it), and the lines below.

    `lead`: what stands before the label, in its line and the one above.
    """

    leaf: Leaf
    head: str
    tail: tuple[str, ...]
    lead: str = ""

    @property
    def place(self) -> str:
        """The page on which it stands."""
        return self.leaf.place

    @property
    def near(self) -> tuple[str, ...]:
        """The head and the line below, where a table may put what its heading names."""
        return self.head, *self.tail[:1]

    @property
    def block(self) -> tuple[str, ...]:
        """All lines."""
        return self.head, *self.tail


def _spaced(word: str) -> str:
    """A pattern for a word whose letters may stand apart."""
    return "[ \t]*".join(map(re.escape, "".join(light(word).split())))


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(_spaced, sorted(words, key=len, reverse=True)))


@cache
def _label(words: tuple[str, ...]) -> re.Pattern[str]:
    before = r"(?:^|(?<=[ \t\[(【〔「・●○■◆□◇※]))(?:[(]?\d{1,2}[.)、]?[ \t]*)?"
    after = r"(?:[(][^()]{0,14}[)])?[ \t]*(?:[】〕\])」]|(?=[ \t:;]|$|[0-9¥\\金令平昭])|は(?=[ \t、,]))[ \t:;、,.]*"
    return re.compile(f"{before}(?:{_any(words)}){after}")


@cache
def _start(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:[(]?\d{{1,2}}[.)、]?[ \t]*)?[【\[(〔]?(?:{_any(words)})")


@lru_cache(maxsize=4096)
def labelled(leaves: Leaves, asked: Asked) -> tuple[Value, ...]:
    """All values at these labels, page by page; labels with a 〜 find what stands in its place."""
    plain = tuple(label for label in asked.labels if STANDS_FOR not in label)
    phrases = tuple(label for label in asked.labels if STANDS_FOR in label)
    found = [value for leaf in leaves for lines in leaf.readings for value in _at_labels(leaf, lines, plain, asked.until)]
    return (*found, *(value for leaf in leaves for value in _in_phrases(leaf, phrases)))


def _at_labels(leaf: Leaf, lines: tuple[str, ...], labels: tuple[str, ...], until: tuple[str, ...]) -> Iterator[Value]:
    if not labels:
        return
    stops = (*labels, *until)
    for at, line in enumerate(lines):
        for match in _label(labels).finditer(line):
            below = tuple(_below(lines[at + 1 : at + 1 + REACH], stops))
            rest = line[match.end() :].strip()
            if rest or below:
                lead = (lines[at - 1] if at else "") + line[: match.start()]
                yield Value(leaf, rest, below, lead) if rest else Value(leaf, below[0], below[1:], lead)


def _below(lines: tuple[str, ...], stops: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        if line.startswith("【") or _start(stops).match(line):
            return
        yield line


def _in_phrases(leaf: Leaf, phrases: tuple[str, ...]) -> Iterator[Value]:
    """What stands for 〜 in 「この組合は、〜と称する」, blanks and line breaks aside."""
    for lines in leaf.readings if phrases else ():
        text = "".join("".join(lines).split())
        for phrase in phrases:
            before, _, after = ("".join(part.split()) for part in light(phrase).partition(STANDS_FOR))
            for match in re.finditer(f"{re.escape(before)}(.{{2,60}}?){re.escape(after)}", text):
                yield Value(leaf, match[1], ())
