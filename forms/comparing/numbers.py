"""Numbers on paper: those of applications and registrations, in all spellings, and the digits of a firm's number.

Decision: only a number of the same system can contradict (a 特願 not a 商願, unless it stands at a label), and none that is cited:
earlier applications, priority documents and literature have words before them that say so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from forms.comparing.context import Look, Mismatch, text_of
from forms.comparing.leaves import Leaf
from forms.errors import InvalidAnswer
from forms.values.applications import parse_application_number

_LETTERS = "特許願|特願|実用新案登録願|実願|意匠登録願|意願|商標登録願|商願"
_FULL = re.compile(
    rf"(?:{_LETTERS})[ \t]*(?:(?:平成?|昭和?)[ \t]*\d{{1,2}}|(?:19|20)\d\d)[ \t]*年?[ \t]*-?[ \t]*第?[ \t]*\d{{1,6}}(?!\d)"
    r"|PCT[ \t]*/[ \t]*[A-Z]{2}[ \t]*\d{4}[ \t]*/[ \t]*\d{5,6}"
    r"|DM[ \t]*/[ \t]*\d{5,6}"
    r"|(?:特許|実用新案登録|意匠登録|商標登録)[ \t]*第[ \t]*\d{4,7}[ \t]*号"
)
_BARE = re.compile(r"(?:JP|[Aa]pplication(?: No\.?)?|出願番号|基礎出願)[ \t:)]*(?:No\.?[ \t]*)?(?P<number>(?:19|20)\d\d-\d{6})(?!\d)")
BEFORE = 70  # characters before a number in which words may say what it is


@dataclass(frozen=True)
class Numbered:
    """A number met on a page: its canonical form (only year and serial where it says no system), and the words before it."""

    leaf: Leaf
    number: str
    before: str

    @property
    def system(self) -> str:
        """特願, PCT/JP, 商標登録第 …; "" where it is not said."""
        return re.split(r"[\d昭平]", self.number)[0]


@lru_cache(maxsize=1024)
def _numbers_on(leaf: Leaf) -> tuple[Numbered, ...]:
    text = text_of(leaf)
    full = [Numbered(leaf, number, _before(text, match)) for match in _FULL.finditer(text) if (number := _canonical(match[0]))]
    bare = [Numbered(leaf, match["number"], _before(text, match)) for match in _BARE.finditer(text)]
    return (*full, *bare)


def _before(text: str, match: re.Match[str]) -> str:
    return "".join(text[max(match.start() - BEFORE, 0) : match.start()].split())


def _canonical(text: str) -> str:
    try:
        return parse_application_number(text)
    except InvalidAnswer:
        return ""


def application_number(look: Look) -> Iterator[Mismatch]:
    """Another number than the case's, on papers that do not name the case's own; where the row has labels, only at those."""
    for cell in look.given:
        wanted = str(cell.value)
        found = [number for leaf in look.leaves for number in _numbers_on(leaf)]
        if not any(wanted.endswith(number.number) for number in found):
            others = [number for number in found if _contradicts(look, number, wanted)]
            if others:
                yield look.mismatch(cell, others[0].leaf.place, others[0].number)


def _contradicts(look: Look, number: Numbered, wanted: str) -> bool:
    told, cited = (max((number.before.rfind(word) for word in words), default=-1) for words in (look.row.labels, look.row.unless))
    if cited >= 0 and cited >= told or look.row.labels and told < 0:
        return False
    return number.system in ("", Numbered(number.leaf, wanted, "").system)


def number_ending(look: Look) -> Iterator[Mismatch]:
    """A number at a label with which the case's own does not end: 会社法人等番号 is the 法人番号 without its first digit."""
    for cell in look.given:
        wanted = str(cell.value)
        for value in look.values:
            digits = re.sub(r"[ \t-]", "", value.head)
            found = re.match(r"\d{12,13}(?!\d)", digits)
            if found and not wanted.endswith(found[0]):
                yield look.mismatch(cell, value.place, found[0])
                return
