"""Countries and offices by code, name and short name."""

import pytest

from forms.errors import InvalidAnswer
from forms.values.countries import parse_country, show_country


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US", "US"),
        ("ｕｓ", "US"),
        ("米国", "US"),
        ("アメリカ", "US"),
        ("アメリカ合衆国", "US"),
        ("U.S.A.", "US"),
        ("中国", "CN"),
        ("中華人民共和国", "CN"),
        ("韓国", "KR"),
        ("大韓民国", "KR"),
        ("台湾", "TW"),
        ("英国", "GB"),
        ("イギリス", "GB"),
        ("UK", "GB"),
        ("独", "DE"),
        ("ドイツ", "DE"),
        ("Germany", "DE"),
        ("シンガポール", "SG"),
        ("シンガポ－ル", "SG"),
        ("香港", "HK"),
        ("ミャンマー", "MM"),
        ("欧州", "EP"),
        ("EPO", "EP"),
        ("欧州特許庁", "EP"),
        ("欧州連合知的財産庁", "EM"),
        ("EUIPO", "EM"),
        ("ユーラシア特許庁", "EA"),
        ("EA", "EA"),
        ("アフリカ知的財産機関（OAPI）", "OA"),
        ("アフリカ広域知的財産機関(ARIPO)", "AP"),
        ("湾岸協力会議特許庁", "GC"),
        ("ベネルクス", "BX"),
    ],
)
def test_a_country_is_read_by_code_or_name(text: str, code: str) -> None:
    assert parse_country(text) == code


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("WO", "国ではなく国際出願です。移行・指定する国を"),
        ("ib", "国ではなく国際出願です"),
        ("ＰＣＴ", "国ではなく国際出願です"),
        ("EU", "特許はEP（欧州特許庁）、商標・意匠はEM"),
        ("アフリカ", "「OAPI」か「ARIPO」"),
        ("ZZ", "「ZZ」という国・地域は見つかりません"),
        ("ムー大陸", "「ムー大陸」という国・地域は見つかりません。「米国」や「US」のように"),
        ("", "空欄という国・地域は見つかりません"),
    ],
)
def test_what_is_no_country_is_sent_back(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_country(text)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("US", "米国"),
        ("CN", "中国"),
        ("KR", "韓国"),
        ("TW", "台湾"),
        ("GB", "英国"),
        ("HK", "香港"),
        ("EP", "欧州特許庁"),
        ("EA", "ユーラシア特許庁"),
        ("VN", "ベトナム"),
    ],
)
def test_a_country_is_shown_as_patent_people_call_it(code: str, name: str) -> None:
    assert show_country(code) == name


def test_every_two_letter_code_read_shows_a_name_that_reads_back() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    known = [code for first in letters for second in letters if _is_known(code := first + second)]
    assert len(known) > 240
    # UK is read for GB: the one code that is only an alias
    assert [code for code in known if parse_country(show_country(parse_country(code))) != parse_country(code)] == []
    assert [code for code in known if parse_country(code) != code] == ["UK"]


def _is_known(code: str) -> bool:
    try:
        return bool(parse_country(code))
    except InvalidAnswer:
        return False
