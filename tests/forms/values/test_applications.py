"""Application numbers in every spelling, and their one canonical form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import InvalidAnswer
from forms.values.applications import parse_application_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("特願2022-123456", "特願2022-123456"),
        ("特願２０２２－１２３４５６号", "特願2022-123456"),
        ("特願２０２２ー１２３４５６", "特願2022-123456"),
        ("特願 2022 - 123456", "特願2022-123456"),
        ("特願2022123456", "特願2022-123456"),
        ("特願2022-1234", "特願2022-001234"),
        ("2022年特許願第001234号", "特願2022-001234"),
        ("実願2022-1", "実願2022-000001"),
        ("意願2022-012345", "意願2022-012345"),
        ("商標登録願2022-123456", "商願2022-123456"),
        ("特願平11-123456", "特願平11-123456"),
        ("特願平成１１年ー１２３４", "特願平11-001234"),
        ("特願H11-123456", "特願平11-123456"),
        ("平成11年特許願第123456号", "特願平11-123456"),
        ("特願平元-123", "特願平1-000123"),
        ("商願昭60-12345", "商願昭60-012345"),
        ("PCT/JP2022/012345", "PCT/JP2022/012345"),
        ("ｐｃｔ／ｊｐ２０２２／１２３４５", "PCT/JP2022/012345"),
        ("PCTJP2022012345", "PCT/JP2022/012345"),
        ("PCT/IB2022/50001", "PCT/IB2022/050001"),
        ("DM/123456", "DM/123456"),
        ("ｄｍ ８１２３４", "DM/081234"),
        ("特許第6123456号", "特許第6123456号"),
        ("特許６，１２３，４５６", "特許第6123456号"),
        ("登録実用新案第3212345号", "実用新案登録第3212345号"),
        ("意匠登録1234567", "意匠登録第1234567号"),
        ("商標登録第6123456号", "商標登録第6123456号"),
    ],
)
def test_every_spelling_has_one_canonical_form(text: str, number: str) -> None:
    assert parse_application_number(text) == number
    assert parse_application_number(number) == number


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2022-123456", "特願・実願・意願・商願のどれかを前に"),
        ("6123456", "「特許第」「商標登録第」などを前に"),
        ("特願平12-1", "「特願2000-000001」でしょうか。"),
        ("特願令4-123456", "「特願2022-123456」でしょうか。"),
        ("特願1999-12", "「特願平11-000012」でしょうか。"),
        ("商願1985-12", "元号で数えます。「商願昭60-123456」のように"),
        ("特願2202-123456", "2202年の出願番号はありません"),
        ("PCT/JP22/12345", "国際出願番号の年は西暦4桁です"),
        ("特願2022-1234567", "は出願番号として読み取れません。「特願2022-123456」"),
        ("特開2022-123456", "は出願番号として読み取れません"),
        ("", "空欄は出願番号として読み取れません"),
    ],
)
def test_what_is_no_application_number_is_sent_back_with_what_to_type(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_application_number(text)


@given(st.sampled_from(["特願", "実願", "意願", "商願"]), st.integers(2000, 2099), st.integers(0, 999_999))
def test_the_hyphen_may_be_missing(letter: str, year: int, serial: int) -> None:
    closed, parted = f"{letter}{year}{serial:06}", f"{letter}{year}-{serial}"
    assert parse_application_number(closed) == parse_application_number(parted)
