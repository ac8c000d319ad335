"""Readings, in both widths."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import InvalidAnswer
from forms.values.kana import parse_half_kana, parse_kana


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("みなと はるか", "ミナト　ハルカ"),
        ("ﾐﾅﾄ ﾊﾙｶ", "ミナト　ハルカ"),
        ("ｶﾌﾞｼｷｶﾞｲｼｬ　ﾐﾅﾄ･ﾊﾟｰﾂ", "カブシキガイシャ　ミナト・パーツ"),
        ("ゔぁいおりん", "ヴァイオリン"),
        ("ヴァイオリン", "ヴァイオリン"),
        ("か\u3099き゛は゜", "ガギパ"),
        ("コ-ヒ－", "コーヒー"),
        ("ヰヱヮヵヶヷ", "ヰヱヮヵヶヷ"),
        ("いすゞ", "イスヾ"),
        ("みな\u200bと", "ミナト"),
        ("", ""),
    ],
)
def test_every_kana_becomes_full_width_katakana(text: str, reading: str) -> None:
    assert parse_kana(text) == reading


@pytest.mark.parametrize(("text", "strange"), [("湊", "湊"), ("ABCセイキ", "A"), ("ミナト1", "1"), ("カ゚", "゚")])
def test_what_is_no_kana_is_named(text: str, strange: str) -> None:
    with pytest.raises(InvalidAnswer, match=f"フリガナに「{strange}」があります。読みをカタカナで"):
        parse_kana(text)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("みなと　はるか", "ﾐﾅﾄ ﾊﾙｶ"),
        ("ミナト  ハルカ", "ﾐﾅﾄ ﾊﾙｶ"),
        ("ﾐﾅﾄ ﾊﾙｶ", "ﾐﾅﾄ ﾊﾙｶ"),
        ("ガギ パピー", "ｶﾞｷﾞ ﾊﾟﾋﾟｰ"),
        ("ヴェルヌ ジョン", "ｳﾞｪﾙﾇ ｼﾞｮﾝ"),
        ("ジョン・スミス", "ｼﾞｮﾝ ｽﾐｽ"),
        ("ジョン　エフ　ケネディ", "ｼﾞｮﾝ ｴﾌ ｹﾈﾃﾞｨ"),
        ("ッャュョ ァィゥェォヲン", "ｯｬｭｮ ｧｨｩｪｫｦﾝ"),
    ],
)
def test_the_officers_list_takes_half_width_kana(text: str, reading: str) -> None:
    assert parse_half_kana(text) == reading


@pytest.mark.parametrize("kana", "ヰヱヮヵヶ")
def test_kana_without_a_half_width_form_is_asked_about(kana: str) -> None:
    with pytest.raises(InvalidAnswer, match=f"「{kana}」には半角の文字がありません。"):
        parse_half_kana(f"ミナト {kana}")


def test_a_reading_in_one_piece_is_asked_about() -> None:
    with pytest.raises(InvalidAnswer, match="姓と名のあいだに空白を1つ"):
        parse_half_kana("ミナトハルカ")


@given(st.text("アカガサザタダハバパマヤャラワヲンッーヴ", min_size=1), st.text("あかがはばぱっゃゔ", min_size=1))
def test_half_width_kana_is_the_same_reading(family: str, given_name: str) -> None:
    half = parse_half_kana(f"{family} {given_name}")
    assert unicodedata.normalize("NFKC", half) == parse_kana(f"{family} {given_name}").replace("\u3000", " ")
    assert parse_half_kana(half) == half
