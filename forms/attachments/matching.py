"""Which document a dropped file may be, told by its name alone: by the 資料 number in it and by words that the call's data list.

Decision: a proposal, for a person to confirm. A word says more than a number, for people number their files as they please; where
words leave a choice the number decides, and what is still open stays undecided. Names are compared loosely (width, case, ①,
letters as other systems take them apart); nothing of that is kept.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from forms.catalog.model import Document

ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
DIGITS = re.compile(r"(\d+)")
JOINTS = re.compile(r"[\s_\-‐‑–—・.,、。()\[\]【】「」]+")
NUMBERED = re.compile(
    r"(?:資料|添付書類|添付|shiryou?|(?<![a-z])no\.?|#)(?:第|その|no\.?)?[ ._\-:(\[【〔「]*(\d{1,2})(?!\d| ?[~〜・&] ?\d)"  # 資料5～7 is no one's
)
IN_FRONT = re.compile(r"[(\[【〔「]?(?:0(\d)|(\d{1,2})(?=$|番|[ ._\-)\]】〕」、,:]))(?!\d|[.\-]\d)")
UNDECIDED = "名前からは決められません"


@dataclass(frozen=True)
class Proposal:
    """A file and the document that its name speaks for; None where it speaks for none. `why`: in a few words, for the user."""

    file: str
    document: str | None
    why: str


@dataclass(frozen=True)
class _Hit:
    """A document whose word stands in a name: in which piece of it, and where the word ends."""

    document: Document
    word: str
    piece: int
    end: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """The lowest says what the file is: Japanese names a thing at the end (調査の見積書), and more closely below (見積書_調査)."""
        return self.piece, -self.end, -len(self.word)


def propose(files: Iterable[str], documents: Sequence[Document]) -> tuple[Proposal, ...]:
    """A proposal for each file name, in the order in which people count (2 before 10); `documents`: those of this packet."""
    return tuple(_propose(file, documents) for file in sorted(files, key=natural_order))


def natural_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts names the way people count."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in DIGITS.split(_loose(name)) if part)


def _propose(file: str, documents: Sequence[Document]) -> Proposal:
    name = _loose(ENDING.sub("", file))
    number = _number(name)
    numbered = [document for document in documents if number is not None and document.number == number]
    hits = [hit for document in documents if (hit := _best_hit(name, document))]
    agreeing = [hit for hit in hits if hit.document in numbered]
    first = [hit for hit in hits if hit.rank == min(hit.rank for hit in hits)]
    if len(agreeing) == 1:
        return _decided(file, agreeing[0].document, f"名前の番号（資料{number}）と「{agreeing[0].word}」から")
    if len(first) == 1:
        differing = f"（番号は資料{number}）" if numbered else ""
        return _decided(file, first[0].document, f"名前の「{first[0].word}」から{differing}")
    if first:
        return Proposal(file, None, f"「{first[0].word}」に当たる書類が{len(first)}つあります")
    if len(numbered) == 1:
        return _decided(file, numbered[0], f"名前の番号（資料{number}）から")
    return Proposal(file, None, _open(number, len(numbered)))


def _open(number: int | None, documents: int) -> str:
    """Why a name without a known word is left undecided."""
    if number is None:
        return UNDECIDED
    return f"資料{number}には書類が{documents}つあります" if documents else f"資料{number}は、この申請にはありません"


def _decided(file: str, document: Document, why: str) -> Proposal:
    if document.template and not document.by_hand:
        return Proposal(file, None, f"{document.title}は、プログラムが作成します")
    return Proposal(file, document.id, why)


def _number(name: str) -> int | None:
    """The number in a name that may be a document's: after 資料 or No, or in front."""
    found = NUMBERED.search(name) or IN_FRONT.match(name)
    return int(next(group for group in found.groups() if group)) if found else None


def _best_hit(name: str, document: Document) -> _Hit | None:
    """Where a document's words, or one of its titles, say most in the name."""
    words = (*document.words, document.title, *(other.title for other in document.titles))
    return min((hit for word in words for hit in _hits(name, document, word)), key=lambda hit: hit.rank, default=None)


def _hits(name: str, document: Document, word: str) -> Iterator[_Hit]:
    """Every place of a word, whatever joins its parts; one in Latin letters stands there only as a word of its own."""
    text, wanted = JOINTS.sub(" ", name).strip(), JOINTS.sub("", _loose(word))
    pattern = " ?".join(map(re.escape, wanted))
    if wanted.isascii():
        pattern = rf"(?<![a-z]){pattern}s?(?![a-z])"
    for found in re.finditer(pattern, text) if wanted else ():
        yield _Hit(document, word, text.count(" ", 0, found.start()), found.end())


def _loose(name: str) -> str:
    """A name with all that is written in several ways written in one; ⑤ stands apart from what follows it."""
    spelt = "".join(f"{unicodedata.digit(c)} " if _is_circled(c) else c for c in name)
    return unicodedata.normalize("NFKC", spelt).casefold().strip()


def _is_circled(character: str) -> bool:
    return unicodedata.category(character) == "No" and unicodedata.digit(character, 0) > 0
