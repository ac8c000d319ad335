"""Readings: full-width katakana for names, half-width katakana for the officers' list.

Decision: only kana is converted. A kanji or a letter is sent back: nobody but the applicant knows how it is read.
"""

import re
import unicodedata

from forms.errors import InvalidAnswer
from forms.values.narrow import quoted, seen
from forms.values.texts import parse_text

_HIRAGANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_HALF_RUN = re.compile(r"[\uff65-\uff9f]+")
_MARKED = re.compile(r"[ぁ-ヺ][\u3099\u309a゛゜ﾞﾟ]")
_DASH_AFTER_KANA = re.compile(r"(?<=[ァ-ヺー])[-\u2010-\u2015\u2212\uff0d\u2500]")
_STRANGE = re.compile(r"[^ァ-ヺー・ヽヾ\s]")
_GAP = re.compile(r"\s+")

_FULL = (
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
)
_HALF = dict(zip(_FULL, map(chr, range(0xFF66, 0xFF9E)), strict=True))
_MARKS = {"\u3099": "ﾞ", "\u309a": "ﾟ"}


def parse_kana(text: str) -> str:
    """A reading in full-width katakana, one full-width space between parts; other kana is converted."""
    line = _DASH_AFTER_KANA.sub("ー", _katakana(parse_text(seen(text))))
    strange = _STRANGE.search(line)
    if strange:
        raise InvalidAnswer(f"フリガナに「{strange.group()}」があります。読みをカタカナで入力してください。")
    return _GAP.sub("\u3000", line)


def parse_half_kana(text: str) -> str:
    """A person's reading in half-width katakana, its parts joined by one half-width space; dakuten stand alone.

    ・ counts as a space. InvalidAnswer asks where a character has no half-width form or the parts cannot be told.
    """
    parts = parse_kana(text).replace("・", " ").split()
    if len(parts) == 1:
        raise InvalidAnswer(f"{quoted(text)}は姓と名の境が分かりません。姓と名のあいだに空白を1つ入れてください。")
    return " ".join(map(_half, parts))


def _katakana(line: str) -> str:
    full = _HALF_RUN.sub(lambda found: unicodedata.normalize("NFKC", found.group()), _MARKED.sub(_composed, line))
    return full.translate(_HIRAGANA)


def _composed(found: re.Match[str]) -> str:
    kana, mark = tuple(found.group())
    return unicodedata.normalize("NFC", kana + ("\u3099" if mark in "\u3099゛ﾞ" else "\u309a"))


def _half(word: str) -> str:
    return "".join(map(_half_character, word))


def _half_character(kana: str) -> str:
    base, *marks = tuple(unicodedata.normalize("NFD", kana))
    if base not in _HALF:
        raise InvalidAnswer(f"「{kana}」には半角の文字がありません。ほかのカナに置きかえて入力してください。")
    return _HALF[base] + "".join(_MARKS[mark] for mark in marks)
