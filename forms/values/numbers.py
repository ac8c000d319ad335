"""Amounts, head counts and shares, read as people write them: 1,165,000円, 3千万, 1億2,000万, 十二人, 2分の1.

Decision: everything is read exactly, over fractions; what would have to be rounded or guessed is sent back.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from forms.errors import InvalidAnswer
from forms.values.narrow import bare, quoted

_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_KANJI = str.maketrans("〇零一二三四五六七八九", "00123456789")
_TOKEN = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|[〇零一二三四五六七八九]+|[十百千万億兆]")
_GROUPED = re.compile(r"[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+")
_LIMIT = 10**15
_MINUS = ("-", "▲", "△", "▼")
_COUNTERS = re.compile(r"(?:人|名|件|個|社|か国|ヶ国|カ国|語|回|枚|部|頁|ページ|年|か月)$")
_SHARE = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")
_SHARE_WORDS = re.compile(r"([0-9]{1,9})分の([0-9]{1,9})")
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,9})?)(?:%|パ-セント)")
_TENTHS = re.compile(r"([0-9]{1,2})割(?:([0-9])分)?")
_Reader = Callable[[list[str]], Fraction | None]
_DECIMAL = re.compile(r"[01](?:\.[0-9]{1,9})?")


def parse_yen(text: str) -> int:
    """An amount in whole yen, 0 or more."""
    body = _unspaced(text).lstrip("金¥￥\\").removesuffix("也").removesuffix("円")
    if body.startswith(_MINUS):
        raise InvalidAnswer(f"{quoted(text)}はマイナスの金額です。金額は0以上で入力してください。")
    amount = _number(body, text, "金額は「1,165,000」や「150万」のように、数字で入力してください。")
    if amount.denominator != 1:
        raise InvalidAnswer(f"{quoted(text)}には1円未満の端数があります。円の単位で入力してください。")
    return int(amount)


def parse_count(text: str) -> int:
    """People or things, 0 or more; 人, 名 and the like may follow."""
    number = _number(_COUNTERS.sub("", _unspaced(text)), text, "「12」のように、0以上の数字で入力してください。")
    if number.denominator != 1:
        raise InvalidAnswer(f"{quoted(text)}には1未満の端数があります。整数で入力してください。")
    return int(number)


def parse_integer(text: str) -> int:
    """A whole number with its sign (-, ▲ or △), as the result of a loss-making year; 円 may follow."""
    body = _unspaced(text)
    if body.startswith(_MINUS):
        return -parse_yen(body[1:])
    return parse_yen(body.removeprefix("+"))


def show_number(number: int) -> str:
    """Digits with thousands commas."""
    return f"{number:,}"


def parse_fraction(text: str) -> Fraction:
    """A share between 0 and 1, exactly: 1/2, 2分の1, 50%, 5割, 0.5."""
    share = _share(_arabic(_unspaced(text)))
    if share is None:
        raise InvalidAnswer(f"{quoted(text)}は割合として読み取れません。「1/2」や「50%」のように入力してください。")
    if share > 1:
        raise InvalidAnswer(f"{quoted(text)}は全体より大きい割合です。0から1まで（100%まで）で入力してください。")
    return share


def show_fraction(share: Fraction) -> str:
    """Numerator and denominator: 1/2; the whole is 1/1."""
    return f"{share.numerator}/{share.denominator}"


def _unspaced(text: str) -> str:
    return "".join(bare(text).split())


def _arabic(line: str) -> str:
    return line.translate(_KANJI)


def _number(body: str, text: str, how: str) -> Fraction:
    """A number ≥ 0 below 10^15; `how` is what to type instead when it cannot be read."""
    tokens = _TOKEN.findall(body.replace("、", ","))
    if not tokens or len("".join(tokens)) != len(body) or len(body) > 40:
        raise InvalidAnswer(f"{quoted(text)}は数字として読み取れません。{how}" if body else how)
    total = _total(tokens)
    if total is None:
        raise InvalidAnswer(f"{quoted(text)}は桁の区切りが合いません。{how}")
    if total >= _LIMIT:
        raise InvalidAnswer(f"{quoted(text)}は桁が多すぎます。数字をもう一度お確かめください。")
    return total


def _total(tokens: list[str]) -> Fraction | None:
    """The sum of 1億 | 2,000万 | 500; None where it does not add up."""
    return _added(tokens, _LARGE, _section, None)


def _section(tokens: list[str]) -> Fraction | None:
    """The sum of 3千 | 2百 | 5, where 千 alone is 1千; None where it does not add up."""
    return _added(tokens, _SMALL, _digits, Fraction(1))


def _added(tokens: list[str], units: dict[str, int], read: _Reader, alone: Fraction | None) -> Fraction | None:
    """Every part before a unit read and multiplied by it; each product must be smaller than the unit before."""
    total, above, part = Fraction(0), Fraction(10**20), list[str]()
    for token in [*tokens, ""]:
        if token and token not in units:
            part.append(token)
            continue
        number = read(part) if part else (alone if token else Fraction(0))
        unit = units.get(token, 1)
        if number is None or number * unit >= above:
            return None
        total, above, part = total + number * unit, Fraction(unit), []
    return total


def _digits(tokens: list[str]) -> Fraction | None:
    """One number in digits, its commas every three; or in kanji digits."""
    if len(tokens) != 1:
        return None
    number = _arabic(tokens[0])
    whole = number.partition(".")[0]
    return Fraction(number.replace(",", "")) if _GROUPED.fullmatch(whole) else None


def _share(line: str) -> Fraction | None:
    if found := _SHARE.fullmatch(line):
        return _ratio(found[1], found[2])
    if found := _SHARE_WORDS.fullmatch(line):
        return _ratio(found[2], found[1])
    if found := _PERCENT.fullmatch(line):
        return Fraction(found[1]) / 100
    if found := _TENTHS.fullmatch(line):
        return Fraction(int(found[1]), 10) + Fraction(int(found[2] or 0), 100)
    return Fraction(line) if _DECIMAL.fullmatch(line) else None


def _ratio(numerator: str, denominator: str) -> Fraction | None:
    return Fraction(int(numerator), int(denominator)) if int(denominator) else None
