"""Numbers and addresses in any width, with any dash."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import InvalidAnswer
from forms.values.codes import (
    parse_corporate_number,
    parse_email,
    parse_phone,
    parse_postal_code,
    parse_url,
    postal_boxes,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7000012050002", "7000012050002"),
        ("４０１１００１０９８９９３", "4011001098993"),
        ("1180-3010-18771", "1180301018771"),
        ("１－１８０３－０１０１－８７７１", "1180301018771"),
        ("T1180301018771", "1180301018771"),
        (" 7 0000 1205 0002 ", "7000012050002"),
        ("５８３５-６７８２-５６２４-６", "5835678256246"),
    ],
)
def test_a_corporate_number_is_read_in_any_form(text: str, number: str) -> None:
    assert parse_corporate_number(text) == number


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1234567890123", "法人番号の検査用の数字が合いません。13桁をもう一度お確かめください。"),
        ("000012050002", "12桁の番号は登記の会社法人等番号です。法人番号の13桁を入力してください。"),
        ("12345", "法人番号は13桁の数字です。"),
        ("", "法人番号は13桁の数字です。"),
        ("七〇〇〇〇一二〇五〇〇〇二", "法人番号は13桁の数字です。"),
    ],
)
def test_a_corporate_number_that_cannot_be_is_sent_back(text: str, message: str) -> None:
    with pytest.raises(InvalidAnswer, match=re.escape(message)):
        parse_corporate_number(text)


@given(st.sampled_from(["7000012050002", "4011001098993"]), st.integers(0, 12), st.sampled_from("123456789"))
def test_one_digit_mistyped_is_noticed_unless_it_is_0_for_9(number: str, place: int, digit: str) -> None:
    wrong = number[:place] + digit + number[place + 1 :]
    if wrong == number or {number[place], digit} == {"0", "9"}:
        return
    with pytest.raises(InvalidAnswer, match="検査用の数字"):
        parse_corporate_number(wrong)


@pytest.mark.parametrize("text", ["650-0046", "6500046", "〒650-0046", "６５０－００４６", "650ー0046", "〒 650 0046"])
def test_a_postal_code_is_read_in_any_form(text: str) -> None:
    assert parse_postal_code(text) == "650-0046"


@pytest.mark.parametrize("text", ["650", "650-00466", "神戸", ""])
def test_a_postal_code_has_seven_digits(text: str) -> None:
    with pytest.raises(InvalidAnswer, match="郵便番号は7桁の数字です。「650-0046」のように"):
        parse_postal_code(text)


def test_a_postal_code_fills_seven_boxes() -> None:
    assert postal_boxes("650-0046") == tuple("6500046")


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("078-306-6808", "078-306-6808"),
        ("０７８－３０６－６８０８", "078-306-6808"),
        ("078ー306—6808", "078-306-6808"),
        ("(078)306-6808", "078-306-6808"),
        ("078（306）6808", "078-306-6808"),
        ("078 306 6808", "078-306-6808"),
        ("078.306.6808", "078-306-6808"),
        ("TEL: 078-306-6808", "078-306-6808"),
        ("\u202d078-306-6808\u202c", "078-306-6808"),
        ("0783066808", "0783066808"),
        ("09012345678", "090-1234-5678"),
        ("0312345678", "03-1234-5678"),
        ("0120123456", "0120-123-456"),
        ("+81-78-306-6808", "+81-78-306-6808"),
        ("＋８１ (0)78 306 6808", "+81-78-306-6808"),
        ("+1 650-253-0000", "+1-650-253-0000"),
    ],
)
def test_a_phone_number_is_read_in_any_form(text: str, phone: str) -> None:
    assert parse_phone(text) == phone
    assert parse_phone(phone) == phone


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("306-6808", "0から始まる市外局番を付けて"),
        ("078-306-680", "10桁か11桁ですが、9桁あります"),
        ("078-306-68080-1", "10桁か11桁ですが、12桁あります"),
        ("+81-78", "国番号から始まる電話番号の桁数が合いません"),
        ("なし", "「なし」は電話番号として読み取れません"),
        ("", "空欄は電話番号として読み取れません"),
    ],
)
def test_what_is_no_phone_number_is_sent_back(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_phone(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("kaigai-syutsugan@niro.or.jp", "kaigai-syutsugan@niro.or.jp"),
        ("ｋａｉｇａｉ＠ｎｉｒｏ．ｏｒ．ｊｐ", "kaigai@niro.or.jp"),
        (" mailto:a.b+c@x-y.co.jp ", "a.b+c@x-y.co.jp"),
    ],
)
def test_a_mail_address_is_narrowed(text: str, address: str) -> None:
    assert parse_email(text) == address


@pytest.mark.parametrize(
    "text", ["a@b", "a@@niro.or.jp", "a b@x.jp", "@x.jp", "a@.jp", "a..b@x.jp", ".a@x.jp", "a", ""]
)
def test_what_is_no_mail_address_is_sent_back(text: str) -> None:
    with pytest.raises(InvalidAnswer, match="はメールアドレスと読めません"):
        parse_email(text)


@pytest.mark.parametrize("text", ["山田@niro.or.jp", "a@niro。or。jp"])
def test_a_mail_address_in_japanese_is_sent_back(text: str) -> None:
    with pytest.raises(InvalidAnswer, match="半角の英数字で"):
        parse_email(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.niro.or.jp/", "https://www.niro.or.jp/"),
        ("ｈｔｔｐ：／／ｗｗｗ．niro.or.jp", "http://www.niro.or.jp"),
        ("www.niro.or.jp/a?b=c#d", "www.niro.or.jp/a?b=c#d"),
        ("https://ja.wikipedia.org/wiki/データ", "https://ja.wikipedia.org/wiki/データ"),
    ],
)
def test_a_web_address_is_kept_but_for_its_width(text: str, address: str) -> None:
    assert parse_url(text) == address


@pytest.mark.parametrize("text", ["なし", "niro", "ftp://niro.or.jp", "https://niro or jp", ""])
def test_what_is_no_web_address_is_sent_back(text: str) -> None:
    with pytest.raises(InvalidAnswer, match="はURLとして読み取れません"):
        parse_url(text)
