"""Dates as people write them, and the sentences that answer impossible ones."""

import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import InvalidAnswer
from forms.values.wareki import ERAS, era_boxes, era_of, months_after, parse_date, show_date, years_after

FIRST_OF_AUGUST = [
    "令和5年8月1日",
    "令和５年８月１日",
    "令和 5 年 8 月 1 日",
    "令和05年08月01日",
    "令和五年八月一日",
    "令5.8.1",
    "R5.8.1",
    "Ｒ５．８．１",
    "r5.8.1",
    "R.5.8.1",
    "R05/08/01",
    "R5-8-1",
    "R050801",
    "㋿5年8月1日",
    "20230801",
    "２０２３０８０１",
    "2023-08-01",
    "2023ー08ー01",
    "2023/8/1",
    "2023.8.1",
    "２０２３年８月１日",
    "西暦2023年8月1日",
    "二〇二三年八月一日",
    "2023年8月1日（火）",
    "令和5年8月1日火曜日",
    "\u20682023-08-01\u2069",
]


@pytest.mark.parametrize("text", FIRST_OF_AUGUST)
def test_every_usual_spelling_is_read(text: str) -> None:
    assert parse_date(text) == date(2023, 8, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("令和1年5月1日", date(2019, 5, 1)),
        ("R元.5.1", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("平成三十一年四月三十日", date(2019, 4, 30)),
        ("㍻元年1月8日", date(1989, 1, 8)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("㍼45.3.9", date(1970, 3, 9)),
        ("S450309", date(1970, 3, 9)),
        ("昭和十年十月二十日", date(1935, 10, 20)),
        ("㍽15年12月25日", date(1926, 12, 25)),
        ("明治45年7月30日", date(1912, 7, 30)),
        ("㍾6年1月1日", date(1873, 1, 1)),
        ("令和6年2月29日", date(2024, 2, 29)),
    ],
)
def test_every_era_is_read(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("令和5年2月30日", "令和5年2月30日という日付はありません。2月28日でしょうか。"),
        ("令和6年2月30日", "令和6年2月30日という日付はありません。2月29日でしょうか。"),
        ("2023-04-31", "2023年4月31日という日付はありません。4月30日でしょうか。"),
        ("20230800", "2023年8月0日という日付はありません。8月1日でしょうか。"),
        ("2023/13/1", "13月という月はありません。月は1から12までで入力してください。"),
        ("平成35年8月1日", "平成35年8月1日という日付はありません。令和5年8月1日でしょうか。"),
        ("平成31年5月1日", "平成31年5月1日という日付はありません。令和元年5月1日でしょうか。"),
        ("令和1年4月30日", "令和元年4月30日という日付はありません。平成31年4月30日でしょうか。"),
        ("昭和64年1月8日", "昭和64年1月8日という日付はありません。平成元年1月8日でしょうか。"),
        ("令和2023年8月1日", "元号と西暦が重なっています。令和5年でしょうか。"),
        ("平成0年1月1日", "平成0年という年はありません。年をお確かめください。"),
        ("明治5年12月3日", "1873年（明治6年）より前の日付は読み取れません。年をお確かめください。"),
        ("2203-08-01", "2100年より後の日付は読み取れません。年をお確かめください。"),
        ("1600-10-21", "1873年（明治6年）より前の日付は読み取れません。年をお確かめください。"),
    ],
)
def test_an_impossible_date_is_refused_with_what_was_probably_meant(text: str, message: str) -> None:
    with pytest.raises(InvalidAnswer, match=f"^{re.escape(message)}$"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("23/8/1", "「23年」だけではどの年か分かりません"),
        ("2023年8月", "年・月・日をすべて"),
        ("令和5年", "年・月・日をすべて"),
        ("", "日付が入力されていません"),
        ("来週", "「来週」は日付として読み取れません"),
        ("8/1/2023", "は日付として読み取れません"),
        ("令和5年8月1日ごろ", "は日付として読み取れません"),
    ],
)
def test_what_is_no_whole_date_is_sent_back_with_what_to_type(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_date(text)


@given(st.dates(date(1873, 1, 1), date(2100, 12, 31)))
def test_a_shown_date_reads_back(day: date) -> None:
    assert parse_date(show_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_date("".join(era_boxes(day))) == day


def test_every_day_from_1873_to_2100_shows_and_reads_back() -> None:
    days = map(date.fromordinal, range(date(1873, 1, 1).toordinal(), date(2101, 1, 1).toordinal()))
    assert [day for day in days if parse_date(show_date(day)) != day] == []


NEARLY = st.from_regex(r"[令和平昭RSH㋿]{0,2}[0-9元]{1,4}[年./-][0-9]{1,2}[月./-][0-9]{1,2}日?", fullmatch=True)


@given(st.text(max_size=12) | NEARLY)
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with suppress(InvalidAnswer):
        assert parse_date(text) >= date(1873, 1, 1)


@pytest.mark.parametrize(
    ("day", "shown", "boxes"),
    [
        (date(1970, 3, 9), "昭和45年3月9日", ("S", "45", "03", "09")),
        (date(1912, 7, 30), "大正元年7月30日", ("T", "01", "07", "30")),
        (date(1926, 12, 25), "昭和元年12月25日", ("S", "01", "12", "25")),
        (date(1989, 1, 7), "昭和64年1月7日", ("S", "64", "01", "07")),
        (date(1989, 1, 8), "平成元年1月8日", ("H", "01", "01", "08")),
        (date(2019, 4, 30), "平成31年4月30日", ("H", "31", "04", "30")),
        (date(2023, 8, 1), "令和5年8月1日", ("R", "05", "08", "01")),
        (date(1873, 1, 1), "明治6年1月1日", ("M", "06", "01", "01")),
    ],
)
def test_a_day_is_shown_in_its_era(day: date, shown: str, boxes: tuple[str, ...]) -> None:
    assert show_date(day) == shown
    assert era_boxes(day) == boxes


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2022, 8, 31), 6, date(2023, 2, 28)),
        (date(2022, 9, 20), 12, date(2023, 9, 20)),
        (date(2021, 10, 31), 30, date(2024, 4, 30)),
        (date(2022, 12, 15), 1, date(2023, 1, 15)),
        (date(2022, 6, 30), 6, date(2022, 12, 30)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 3, 31), 0, date(2024, 3, 31)),
    ],
)
def test_months_count_by_calendar_and_stop_at_the_months_end(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_a_leap_day_has_its_anniversary_on_the_28th() -> None:
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_after(date(2020, 2, 29), 4) == date(2024, 2, 29)


def test_eras_follow_each_other_without_a_gap() -> None:
    assert all((later.first - earlier.last).days in (0, 1) for earlier, later in zip(ERAS, ERAS[1:], strict=False))


def test_a_day_before_the_first_era_has_none() -> None:
    with pytest.raises(ValueError, match="1872-12-31"):
        era_of(date(1872, 12, 31))
