"""Numbers of the application a foreign filing is based on: 特願2022-123456, PCT/JP2022/012345, DM/123456 and the like.

Decision: one table of number systems, each a pattern over the narrowed text and a function writing the canonical form.
"""

import re
from collections.abc import Callable

from forms.errors import InvalidAnswer
from forms.values.narrow import key, quoted

_LETTERS = {
    "特願": "特願",
    "特許願": "特願",
    "実願": "実願",
    "実用新案登録願": "実願",
    "意願": "意願",
    "意匠登録願": "意願",
    "商願": "商願",
    "商標登録願": "商願",
}
_LETTER = f"(?P<letter>{'|'.join(_LETTERS)})"
_ERA = "(?P<era>昭和?|平成?|令和?|s|h|r)"
_OLD_ERAS = {"昭": ("昭", 1925), "平": ("平", 1988), "令": ("令", 2018)} | {
    "s": ("昭", 1925),
    "h": ("平", 1988),
    "r": ("令", 2018),
}
_SERIAL = "(?P<serial>[0-9]{1,6})"
_REGISTERED = "(?P<right>特許|実用新案登録|登録実用新案|意匠登録|登録意匠|商標登録|登録商標)"
_RIGHTS = {"登録実用新案": "実用新案登録", "登録意匠": "意匠登録", "登録商標": "商標登録"}
_HOW = "「特願2022-123456」「商願2022-123456」「PCT/JP2022/012345」のように入力してください。"


def parse_application_number(text: str) -> str:
    """The canonical form of a base application's or registration's number; serials padded to six digits."""
    line = key(text).translate(str.maketrans("", "", "(),"))
    for pattern, canonical in _SYSTEMS:
        if found := pattern.fullmatch(line):
            return canonical(found)
    raise InvalidAnswer(_unread(text, line))


def _by_year(found: re.Match[str]) -> str:
    """特願2022-123456: numbers of the Western calendar began in 2000."""
    letter, year = _LETTERS[found["letter"]], int(found["year"])
    if year < 1989:
        raise InvalidAnswer(f"{year}年の出願番号は元号で数えます。「{letter}昭60-123456」のように入力してください。")
    if year < 2000:
        meant = f"{letter}平{year - 1988}-{found['serial']:0>6}"
        raise InvalidAnswer(f"2000年より前の出願番号は元号で数えます。「{meant}」でしょうか。")
    if year > 2099:
        raise InvalidAnswer(f"{year}年の出願番号はありません。年をもう一度お確かめください。")
    return f"{letter}{year}-{found['serial']:0>6}"


def _by_era(found: re.Match[str]) -> str:
    """特願平11-123456: numbers of the Japanese calendar ended with 1999 (平成11年)."""
    letter, (era, before) = _LETTERS[found["letter"]], _OLD_ERAS[found["era"][0]]
    number = 1 if found["year"] == "元" else int(found["year"])
    if before + number >= 2000:
        meant = f"{letter}{before + number}-{found['serial']:0>6}"
        raise InvalidAnswer(f"2000年からの出願番号は西暦で数えます。「{meant}」でしょうか。")
    return f"{letter}{era}{number}-{found['serial']:0>6}"


def _pct(found: re.Match[str]) -> str:
    if len(found["year"]) != 4:
        raise InvalidAnswer("国際出願番号の年は西暦4桁です。「PCT/JP2022/012345」のように入力してください。")
    return f"PCT/{found['office'].upper()}{found['year']}/{found['serial']:0>6}"


def _hague(found: re.Match[str]) -> str:
    return f"DM/{found['serial']:0>6}"


def _registration(found: re.Match[str]) -> str:
    right = _RIGHTS.get(found["right"], found["right"])
    return f"{right}第{found['number']}号"


_SYSTEMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"{_LETTER}(?P<year>[0-9]{{4}})年?-{_SERIAL}号?"), _by_year),
    (re.compile(rf"{_LETTER}(?P<year>[0-9]{{4}})(?P<serial>[0-9]{{6}})号?"), _by_year),
    (re.compile(rf"(?P<year>[0-9]{{4}})年{_LETTER}第?{_SERIAL}号?"), _by_year),
    (re.compile(rf"{_LETTER}{_ERA}(?P<year>[0-9]{{1,2}}|元)年?-{_SERIAL}号?"), _by_era),
    (re.compile(rf"{_ERA}(?P<year>[0-9]{{1,2}}|元)年{_LETTER}第?{_SERIAL}号?"), _by_era),
    (re.compile(rf"pct[/-]?(?P<office>[a-z]{{2}})(?P<year>[0-9]{{4}}|[0-9]{{2}})[/-]{_SERIAL}"), _pct),
    (re.compile(r"pct[/-]?(?P<office>[a-z]{2})(?P<year>[0-9]{4})(?P<serial>[0-9]{6})"), _pct),
    (re.compile(rf"dm[/-]?{_SERIAL}"), _hague),
    (re.compile(rf"{_REGISTERED}第?-?(?P<number>[0-9]{{4,7}})号?"), _registration),
)


def _unread(text: str, line: str) -> str:
    if re.fullmatch(r"[0-9]{4}(?:-[0-9]{1,6}|[0-9]{6})号?", line):
        return f"{quoted(text)}だけでは権利の種類が分かりません。特願・実願・意願・商願のどれかを前に付けてください。"
    if re.fullmatch(r"第?[0-9]{6,7}号?", line):
        return f"{quoted(text)}だけでは権利の種類が分かりません。「特許第」「商標登録第」などを前に付けてください。"
    return f"{quoted(text)}は出願番号として読み取れません。{_HOW}"
