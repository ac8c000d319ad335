"""Japanese dates: read in every way people write them, shown in the one way the forms want (令和5年8月1日).

Decision: a date that does not exist or does not belong to its era is refused with the date that was probably meant.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from forms.errors import InvalidAnswer
from forms.values.narrow import bare, quoted


@dataclass(frozen=True)
class Era:
    """One era (元号) with its code letter, its one-character sign and its days, both ends counted."""

    name: str
    letter: str
    sign: str
    year_one: int
    first: date
    last: date


# 1912-07-30 and 1926-12-25 belong to two eras each: the old one ended and the new one began that day. Both are
# read; the new one is shown. The Gregorian calendar came into force on 1873-01-01 (明治6年); earlier days are not read.
ERAS = (
    Era("明治", "M", "㍾", 1868, date(1873, 1, 1), date(1912, 7, 30)),
    Era("大正", "T", "㍽", 1912, date(1912, 7, 30), date(1926, 12, 25)),
    Era("昭和", "S", "㍼", 1926, date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", "㍻", 1989, date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", "㋿", 2019, date(2019, 5, 1), date.max),
)

_LAST_YEAR = 2100
_KANJI = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI_NUMBER = re.compile(r"[〇零一二三四五六七八九十]+")
_WEEKDAY = re.compile(r"\([月火水木金土日](?:曜日?)?\)$|[月火水木金土日]曜日?$")
_ERA = "(?P<era>" + "|".join(f"{era.name}|{era.name[0]}|{era.sign}|{era.letter}" for era in ERAS) + ")"
_PARTED = re.compile(
    rf"(?:西暦|{_ERA}\.?)?(?P<year>\d{{1,4}}|元)(?:年|[-/.,])(?P<month>\d{{1,2}})(?:月|[-/.,])(?P<day>\d{{1,2}})日?"
)
_COMPACT = re.compile(rf"(?:{_ERA}(?P<year>\d\d)|(?P<long>\d{{4}}))(?P<month>\d\d)(?P<day>\d\d)")
_HOW = "「令和5年8月1日」「R5.8.1」「2023-08-01」のように入力してください。"


def parse_date(text: str) -> date:
    """Read a date of either calendar, in any width, with kanji digits, era letters or signs; else InvalidAnswer.

    Days from 1873-01-01 to 2100-12-31 are known.
    """
    line = _WEEKDAY.sub("", _arabic("".join(bare(text).split())).upper())
    found = _PARTED.fullmatch(line) or _COMPACT.fullmatch(line)
    if found is None:
        raise InvalidAnswer(_unread(text, line))
    parts = found.groupdict()
    year = parts["year"] or parts["long"]
    era = _era_called(parts["era"]) if parts["era"] else None
    number = 1 if year == "元" else int(year)
    if era is None:
        return _western(number, int(parts["month"]), int(parts["day"]))
    return _in_era(era, number, int(parts["month"]), int(parts["day"]))


def show_date(day: date) -> str:
    """令和5年8月1日; the first year of an era is 元年. Days before 1873 raise ValueError."""
    era = era_of(day)
    return f"{_era_year(era, day.year - era.year_one + 1)}{day.month}月{day.day}日"


def era_boxes(day: date) -> tuple[str, str, str, str]:
    """Era letter, year, month and day, two digits each: ("S", "45", "03", "09")."""
    era = era_of(day)
    return era.letter, f"{day.year - era.year_one + 1:02}", f"{day.month:02}", f"{day.day:02}"


def months_after(day: date, months: int) -> date:
    """The same day of a later month, clamped to that month's end: 08-31 and 6 months give 02-28 or 02-29."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """The same day of a later year; 02-29 becomes 02-28 where the year has none."""
    return months_after(day, 12 * years)


def era_of(day: date) -> Era:
    """The era a day belongs to, the later one on a day that belongs to two. Days before 1873 raise ValueError."""
    for era in reversed(ERAS):
        if era.first <= day:
            return era
    raise ValueError(f"no era for {day.isoformat()}")


def _era_called(sign: str) -> Era:
    return next(era for era in ERAS if sign in (era.name, era.name[0], era.sign, era.letter))


def _era_year(era: Era, number: int) -> str:
    return f"{era.name}元年" if number == 1 else f"{era.name}{number}年"


def _arabic(line: str) -> str:
    """Kanji numbers to digits: 三十一 to 31, 二〇二三 to 2023."""
    return _KANJI_NUMBER.sub(lambda found: _number(found.group()), line)


def _number(kanji: str) -> str:
    if "十" not in kanji:
        return "".join(str(_KANJI[sign]) for sign in kanji)
    tens, _, ones = kanji.partition("十")
    return f"{_number(tens) if tens else 1}{_number(ones) if ones else 0}"


def _western(year: int, month: int, day: int) -> date:
    if year < 100:
        raise InvalidAnswer(f"「{year}年」だけではどの年か分かりません。元号を付けるか、西暦を4桁で入力してください。")
    return _known(_day_of(year, month, day, f"{year}年"))


def _known(day: date) -> date:
    """The day, if this calendar reaches it: room is left above for every time limit that is counted from it."""
    if day < ERAS[0].first:
        raise InvalidAnswer("1873年（明治6年）より前の日付は読み取れません。年をお確かめください。")
    if day.year > _LAST_YEAR:
        raise InvalidAnswer(f"{_LAST_YEAR}年より後の日付は読み取れません。年をお確かめください。")
    return day


def _in_era(era: Era, number: int, month: int, day: int) -> date:
    if number == 0 or number > 99:
        raise InvalidAnswer(_odd_year(era, number))
    found = _known(_day_of(era.year_one + number - 1, month, day, _era_year(era, number)))
    if era.first <= found <= era.last:
        return found
    wrong = f"{_era_year(era, number)}{month}月{day}日"
    raise InvalidAnswer(f"{wrong}という日付はありません。{show_date(found)}でしょうか。")


def _odd_year(era: Era, number: int) -> str:
    if era.year_one <= number <= min(era.last.year, _LAST_YEAR):
        return f"元号と西暦が重なっています。{_era_year(era, number - era.year_one + 1)}でしょうか。"
    return f"{era.name}{number}年という年はありません。年をお確かめください。"


def _day_of(year: int, month: int, day: int, shown_year: str) -> date:
    """The day, or InvalidAnswer with the nearest day of that month."""
    if not 1 <= month <= 12:
        raise InvalidAnswer(f"{month}月という月はありません。月は1から12までで入力してください。")
    last = calendar.monthrange(year, month)[1]
    if 1 <= day <= last:
        return date(year, month, day)
    meant = f"{month}月{1 if day < 1 else last}日"
    raise InvalidAnswer(f"{shown_year}{month}月{day}日という日付はありません。{meant}でしょうか。")


def _unread(text: str, line: str) -> str:
    if not line:
        return f"日付が入力されていません。{_HOW}"
    if re.fullmatch(rf"(?:西暦|{_ERA})?(?:\d+|元)年(?:\d+月)?|\d{{4}}[-/.]\d{{1,2}}", line):
        return f"{quoted(text)}では日付が決まりません。年・月・日をすべて入力してください。"
    return f"{quoted(text)}は日付として読み取れません。{_HOW}"
