"""Spellings that mean the same are the same, and those that do not are not."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from forms.comparing.address import read_address
from forms.comparing.amounts import amounts
from forms.comparing.days import days
from forms.comparing.folding import fold, light
from forms.comparing.names import stands_in
from forms.comparing.portions import shares_in
from forms.comparing.rates import rates, word_prices
from forms.values.names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社みなと精機", "㈱みなと精機"),
        ("株式会社みなと精機", "（株）みなと精機"),
        ("株式会社みなと精機", "(株) みなと 精機"),
        ("株式会社みなと精機", "㍿みなと精機"),
        ("株式会社みなと精機", "株式会社　みなと精機"),
        ("有限会社中嶋旅館", "㈲中島旅館"),
        ("合同会社凪の道具", "（同）凪の道具"),
        ("特定非営利活動法人帆ノ島しおさい会", "NPO法人帆ノ島しおさい会"),
        ("特許業務法人しおじ", "弁理士法人しおじ"),
        ("ＡＢＣ株式会社", "ABC株式会社"),
        ("ｱｶｼ精工株式会社", "アカシ精工株式会社"),
        ("髙瀬　俊之", "高瀬俊之"),
        ("﨑山　奈緒", "崎山 奈緒"),
        ("渡邊　一", "渡辺　一"),
        ("渡邉　一", "渡辺　一"),
        ("齋藤　守", "斉藤　守"),
        ("濵田　隆三", "浜田　隆三"),
        ("𠮷田　茂", "吉田　茂"),
        ("霧ヶ原商工会", "霧ケ原商工会"),
        ("⽇本⻑⼭株式会社", "日本長山株式会社"),  # radicals, as fonts of PDFs give them
        ("神戸⻘⼭堂", "神戶青山堂"),
        ("Halverton & Quill LLP", "HALVERTON ＆ QUILL L.L.P."),
        ("Halverton & Quill LLP", "Halverton and Quill LLP"),
        ("Beijing Chengze IP Agency", "Beijing  Chengze\u3000IP Agency"),
        ("葛󠄀城工業株式会社", "葛城工業株式会社"),  # with a variation selector
        ("センター精機", "センタ－精機"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("株式会社みなと精機", "みなと精機株式会社"),
        ("株式会社みなと精機", "みなと精機"),
        ("株式会社みなと精機", "有限会社みなと精機"),
        ("真柴　凛子", "真柴　鈴子"),
        ("湊　春香", "湊　春佳"),
    ],
)
def test_other_names_stay_other_names(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_for_answers_among_themselves_old_characters_stay_others() -> None:
    assert not same_name("髙瀬　俊之", "高瀬　俊之")


def test_what_is_shown_keeps_its_long_vowels_and_numbers_get_their_hyphens() -> None:
    assert light("株式会社ミナトセンター　２０２２ー９９０３１７　７ー１２") == "株式会社ミナトセンター 2022-990317 7-12"


@pytest.mark.parametrize(
    ("name", "lines", "stands"),
    [
        ("株式会社みなと精機", ("株式会社みなと精機　御中",), True),
        ("株式会社みなと精機", ("株式会社みなと精機御中",), True),
        ("株式会社みなと精機", ("㈱みなと", "精機（以下「甲」という。）"), True),
        ("株式会社みなと精機", ("（株）みなと精機 代表取締役 湊 春香",), True),
        ("株式会社みなと精機", ("株式会社みなと精機工業",), False),
        ("みなと精機", ("株式会社みなと精機",), False),
        ("湊　春香", ("湊 春 香\t令和4年6月24日重任",), True),
        ("湊　春香", ("代表取締役 湊　春香　㊞",), True),
    ],
)
def test_a_name_stands_in_lines_whole_or_not(name: str, lines: tuple[str, ...], stands: bool) -> None:  # noqa: FBT001 - a table's column
    assert stands_in(fold(name), tuple(map(light, lines))) is stands


@pytest.mark.parametrize(
    "spelt",
    [
        "兵庫県神戸市西区汐見台七丁目12番3号",
        "神戸市西区汐見台七丁目１２番３号",
        "兵庫県神戸市西区汐見台7-12-3",
        "兵庫県神戸市西区汐見台７丁目１２－３",
        "兵庫県神戸市西区汐見台７－１２－３",
        "〒651-2299 兵庫県神戸市西区汐見台7丁目12番3号",
        "兵庫県 神戸市 西区 汐見台 七丁目 12番3号",
        "兵庫県神戸市西区汐見台7丁目12番地の3",
        "兵庫県神戸市西区汐見台7丁目12の3",
        "日本国兵庫県神戸市西区汐見台七丁目12番3号",
        "兵庫県神戸市西区汐見台七丁目12番3号 みなとビル5階",
    ],
)
def test_spellings_of_one_address_agree(spelt: str) -> None:
    assert read_address(spelt).agrees(read_address("兵庫県神戸市西区汐見台七丁目12番3号"))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("兵庫県たつの市御津町大字凪浦1305番地", "たつの市御津町凪浦1305", True),
        ("兵庫県西脇市機音町218番地の4", "兵庫県西脇市機音町218-4", True),
        ("兵庫県西脇市機音町218番地の4", "兵庫県西脇市機音町218番地の5", False),
        ("兵庫県神戸市中央区三宮町一丁目1番1号", "神戸市中央区三宮町1-1-1", True),
        ("兵庫県神戸市西区汐見台七丁目12番3号", "兵庫県神戸市西区汐見台七丁目12番13号", False),
        ("兵庫県神戸市西区汐見台七丁目12番3号", "兵庫県神戸市東区汐見台七丁目12番3号", False),
        ("兵庫県府中市元町十一丁目2番", "広島県府中市元町11-2", False),
        ("兵庫県たつの市御津町凪浦1305番地", "兵庫県たつの市", True),
        ("兵庫県養父市霧ヶ原町27番地1", "養父市霧ケ原町27-1", True),
    ],
)
def test_addresses_agree_as_far_as_both_are_said(one: str, other: str, agree: bool) -> None:  # noqa: FBT001 - a table's column
    assert read_address(one).agrees(read_address(other)) is agree


@pytest.mark.parametrize(
    ("line", "yen"),
    [
        ("¥1,234,567-", [1_234_567]),
        ("￥１，２３４，５６７－（税込）", [1_234_567]),
        ("金1,234,567円也", [1_234_567]),
        ("1234567円", [1_234_567]),
        ("¥1 234 567", [1_234_567]),
        ("1 234 567円", [1_234_567]),
        ("金４８００万円", [48_000_000]),
        ("金4,800万円", [48_000_000]),
        ("1億2,000万円", [120_000_000]),
        ("3千万円", [30_000_000]),
        ("JPY 1,234,567", [1_234_567]),
        ("105,560\t181,250\t220,000", [105_560, 181_250, 220_000]),
        ("USD 1,978", []),
        ("EUR1,460\t158円", [158]),
        ("2,933 USD", []),
        ("令和5年7月28日", []),
        ("5,400WORD", []),
        ("消費税10%", []),
        ("3社", []),
        ("合計 0 円", [0]),
    ],
)
def test_amounts_of_yen_are_found_in_a_line(line: str, yen: list[int]) -> None:
    from_wide = line.translate({0xFF10 + n: 0x30 + n for n in range(10)} | {0xFFE5: 0xA5, 0xFF0C: 0x2C, 0xFF0D: 0x2D})
    assert [amount.yen for amount in amounts(from_wide)] == yen


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("令和5年8月1日", [date(2023, 8, 1)]),
        ("令和 5年 8月 1日", [date(2023, 8, 1)]),
        ("R5.8.1", [date(2023, 8, 1)]),
        ("R05/08/01", [date(2023, 8, 1)]),
        ("2023/8/1", [date(2023, 8, 1)]),
        ("2023年8月1日", [date(2023, 8, 1)]),
        ("2023-08-01 11:20", [date(2023, 8, 1)]),
        ("2023.08.01", [date(2023, 8, 1)]),
        ("令和五年八月一日", [date(2023, 8, 1)]),
        ("令和元年五月三十一日", [date(2019, 5, 31)]),
        ("昭和61年6月10日設立、平成11年4月5日移転", [date(1986, 6, 10), date(1999, 4, 5)]),
        ("Date: July 20, 2023", [date(2023, 7, 20)]),
        ("valid until 31 January 2024", [date(2024, 1, 31)]),
        ("見積番号 SJ-23-0807", []),
        ("電話 078-000-2201", []),
        ("令和5年13月1日", []),
        ("特願2022-990317", []),
    ],
)
def test_days_of_either_calendar_are_found(text: str, found: list[date]) -> None:
    assert list(days(text)) == found


@pytest.mark.parametrize(
    ("text", "price", "count"),
    [
        ("1WORD＝24円×5,400WORD", "24", 5400),
        ("１ＷＯＲＤ＝２４円×５，４００ＷＯＲＤ", "24", 5400),
        ("1 word = 24 yen", "24", None),
        ("1ワード24円×5400ワード", "24", 5400),
        ("1語あたり24円", "24", None),
        ("24円/word × 5,400 words", "24", 5400),
        ("@24円×5,400語", "24", 5400),
        ("5,400語×24円", "24", 5400),
        ("5,400 words × ¥24/word", "24", 5400),
        ("翻訳単価 24.5円", "24.5", None),
        ("24円／ワード", "24", None),
        ("1 word = JPY 24", "24", None),
    ],
)
def test_prices_a_word_are_read_in_every_notation(text: str, price: str, count: int | None) -> None:
    found = word_prices(text)
    assert [(one.price, one.count) for one in found] == [(Decimal(price), count)]


@pytest.mark.parametrize("text", ["現地代理人費用 181,250円", "5か国語に訳します", "請求項1＝24円", "電話078-000-2201"])
def test_what_is_no_price_a_word_is_none(text: str) -> None:
    assert word_prices(text) == ()


CURRENCIES = (("USD", ("米ドル", "ドル", "US$")), ("TWD", ("台湾ドル",)), ("CHF", ("スイスフラン",)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1米ドル＝145円", [("USD", "145")]),
        ("USD 128 USD1＝145円", [("USD", "145")]),
        ("１ＵＳＤ＝１４５．５円", [("USD", "145.5")]),
        ("US$1=145円", [("USD", "145")]),
        ("1 CHF = JPY 165", [("CHF", "165")]),
        ("145円/USD", [("USD", "145")]),
        ("1台湾ドル＝4.6円", [("TWD", "4.6")]),
        ("USD 1,978", []),
    ],
)
def test_rates_of_exchange_are_read_in_every_notation(text: str, found: list[tuple[str, str]]) -> None:
    assert list(rates(text, CURRENCIES)) == [(code, Decimal(rate)) for code, rate in found]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("甲を5分の3、乙を5分の2とする", ("3/5", "2/5")),
        ("甲が三分の二、乙が三分の一を負担する", ("2/3", "1/3")),
        ("甲60%乙40%", ("3/5", "2/5")),
        ("甲6割、乙4割", ("3/5", "2/5")),
        ("甲:3/5、乙:2/5", ("3/5", "2/5")),
        ("3対2の割合", ("3/5", "2/5")),
        ("均等に負担する", ("1/2", "1/2")),
        ("令和4年12月5日", ()),
        ("第5条の2", ()),
    ],
)
def testshares_in_are_read_as_contracts_word_them(text: str, shares: tuple[str, ...]) -> None:
    assert shares_in(text) == tuple(map(Fraction, shares))
