"""Amounts, counts and shares as people write them."""

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import InvalidAnswer
from forms.values.numbers import parse_count, parse_fraction, parse_integer, parse_yen, show_fraction, show_number


@pytest.mark.parametrize(
    ("text", "yen"),
    [
        ("1165000", 1_165_000),
        ("1,165,000", 1_165_000),
        ("１，１６５，０００円", 1_165_000),
        ("￥1,165,000", 1_165_000),
        ("¥ 1 165 000", 1_165_000),
        ("\\1,165,000", 1_165_000),
        ("金1,165,000円也", 1_165_000),
        ("1、165、000", 1_165_000),
        ("1,165千円", 1_165_000),
        ("116万5千", 1_165_000),
        ("百十六万五千円", 1_165_000),
        ("150万", 1_500_000),
        ("150 万円", 1_500_000),
        ("1.5億", 150_000_000),
        ("1億2,000万", 120_000_000),
        ("１億２０００万円", 120_000_000),
        ("3千万", 30_000_000),
        ("三千万", 30_000_000),
        ("三〇〇〇万", 30_000_000),
        ("5百万", 5_000_000),
        ("百万円", 1_000_000),
        ("1億500", 100_000_500),
        ("1兆", 10**12),
        ("0", 0),
        ("〇円", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, yen: int) -> None:
    assert parse_yen(text) == yen


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "金額は「1,165,000」や「150万」のように"),
        ("未定", "「未定」は数字として読み取れません"),
        ("100ドル", "「100ドル」は数字として読み取れません"),
        ("-5", "マイナスの金額です。金額は0以上で"),
        ("▲1,000", "マイナスの金額です"),
        ("1.5", "1円未満の端数"),
        ("0.33333万", "1円未満の端数"),
        ("1,50", "桁の区切りが合いません"),
        ("1,0000,000", "桁の区切りが合いません"),
        ("1万20000", "桁の区切りが合いません"),
        ("2万1億", "桁の区切りが合いません"),
        ("3百2千", "桁の区切りが合いません"),
        ("1万万", "桁の区切りが合いません"),
        ("万", "桁の区切りが合いません"),
        ("1五", "桁の区切りが合いません"),
        ("1000兆", "桁が多すぎます"),
        ("9" * 5000, "は数字として読み取れません"),
        ("1,000+500", "は数字として読み取れません"),
    ],
)
def test_what_is_no_amount_is_sent_back(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_yen(text)


@given(st.integers(0, 10**15 - 1))
def test_a_shown_amount_reads_back(yen: int) -> None:
    assert parse_yen(show_number(yen)) == yen
    assert parse_yen(f"{yen // 10**4}万{yen % 10**4}") == yen


@given(st.text("0123456789,.〇一二十百千万億兆円-", max_size=12))
def test_any_mixture_is_an_amount_or_refused(text: str) -> None:
    with suppress(InvalidAnswer):
        assert 0 <= parse_yen(text) < 10**15


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("１２人", 12), ("12名", 12), ("十二人", 12), ("1,200語", 1200), ("0", 0), ("3か国", 3)],
)
def test_counts_may_carry_their_counter(text: str, number: int) -> None:
    assert parse_count(text) == number


@pytest.mark.parametrize(
    ("text", "part"),
    [("-3", "0以上の数字で"), ("1.5人", "1未満の端数"), ("多数", "「多数」は"), ("人", "「12」のように")],
)
def test_what_is_no_count_is_sent_back(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_count(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("▲1,000円", -1000), ("－５", -5), ("+5", 5), ("△3千万", -30_000_000), ("-0", 0)],
)
def test_a_loss_keeps_its_sign(text: str, number: int) -> None:
    assert parse_integer(text) == number


@given(st.integers(1 - 10**15, 10**15 - 1))
def test_a_shown_integer_reads_back(number: int) -> None:
    assert parse_integer(show_number(number)) == number


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("1/2", Fraction(1, 2)),
        ("１／２", Fraction(1, 2)),
        ("２分の１", Fraction(1, 2)),
        ("二分の一", Fraction(1, 2)),
        ("50%", Fraction(1, 2)),
        ("５０％", Fraction(1, 2)),
        ("50パーセント", Fraction(1, 2)),
        ("5割", Fraction(1, 2)),
        ("二割五分", Fraction(1, 4)),
        ("0.5", Fraction(1, 2)),
        ("33.3%", Fraction(333, 1000)),
        ("2/6", Fraction(1, 3)),
        ("1", Fraction(1)),
        ("100%", Fraction(1)),
        ("0", Fraction(0)),
    ],
)
def test_shares_are_read_exactly(text: str, share: Fraction) -> None:
    assert parse_fraction(text) == share


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1/0", "「1/0」は割合として読み取れません"),
        ("半分", "「半分」は割合として読み取れません。「1/2」や「50%」"),
        ("-1/2", "は割合として読み取れません"),
        ("3/2", "全体より大きい割合です"),
        ("120%", "全体より大きい割合です"),
    ],
)
def test_what_is_no_share_is_sent_back(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_fraction(text)


@given(st.fractions(0, 1, max_denominator=10**9 - 1))
def test_a_shown_share_reads_back(share: Fraction) -> None:
    assert parse_fraction(show_fraction(share)) == share


def test_the_whole_is_shown_as_a_share() -> None:
    assert show_fraction(Fraction(1)) == "1/1"
