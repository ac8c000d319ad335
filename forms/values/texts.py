"""Words: free text, names as registered, names on the officers' list, lists of names.

Decision: no character of a name is ever exchanged. 髙, 﨑, ①, ㈱ and variation selectors come out as they went in; only
ends are trimmed, line breaks put right, and control characters dropped, which no Word form can hold.
"""

import re
import unicodedata

from forms.errors import InvalidAnswer
from forms.values.narrow import narrow, quoted

_BREAK = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")
_BREAKS = re.compile(r"[ \t\u3000]*[\r\n\v\f\x85\u2028\u2029]+[ \t\r\n\v\f\x85\u2028\u2029\u3000]*")
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ENDS = re.compile(r"^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$")
_GAP = re.compile(r"\s+")
_HALF_KANA = re.compile(r"[\uff66-\uff9f]+")
_SEPARATOR = re.compile(r"[、;；]")


def parse_text(text: str) -> str:
    """One line: ends trimmed, line breaks to one space, tabs to a space, nothing else changed."""
    return _trimmed(_BREAKS.sub(" ", _holdable(_trimmed(text))).replace("\t", " "))


def parse_long_text(text: str) -> str:
    """Several lines, parted by line feeds: ends of the whole and of each line trimmed, indents and blank lines kept."""
    lines = _BREAK.split(_holdable(text))
    return "\n".join(line.rstrip() for line in lines).strip("\n").rstrip()


def parse_person(text: str) -> str:
    """A name on the officers' list: full width with one space between its parts, or all in half-width letters."""
    name = parse_text(text)
    letters = _GAP.sub(" ", narrow(name))
    if letters and all(map(_is_latin, letters)):
        return letters
    parts = _HALF_KANA.sub(lambda found: unicodedata.normalize("NFKC", found.group()), name).split()
    if not parts:
        raise InvalidAnswer("氏名が空欄です。姓と名のあいだに空白を1つ入れて入力してください。")
    if len(parts) == 1:
        raise InvalidAnswer(f"{quoted(name)}は姓と名の境が分かりません。姓と名のあいだに空白を1つ入れてください。")
    if len(parts) != 2:
        raise InvalidAnswer("氏名の空白は、姓と名のあいだの1つだけにしてください。外国の方はアルファベットで書きます。")
    return "\u3000".join(parts)


def parse_texts(text: str) -> tuple[str, ...]:
    """A list of names, one a line, or in one line parted by 、 or ; (a name with 、 in it needs a line of its own)."""
    broken = _BREAK.search(text)
    pieces = _BREAK.split(text) if broken else _SEPARATOR.split(text)
    return tuple(name for name in map(parse_text, pieces) if name)


def show_texts(names: tuple[str, ...]) -> str:
    """Names joined by 、."""
    return "、".join(names)


def _trimmed(text: str) -> str:
    return _ENDS.sub("", text)


def _holdable(text: str) -> str:
    return _UNHOLDABLE.sub("", text)


def _is_latin(character: str) -> bool:
    if character in " '.,-’":
        return True
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN ")
