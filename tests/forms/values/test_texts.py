"""Words and names, whose characters are nobody's but their owner's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import InvalidAnswer
from forms.values.texts import parse_long_text, parse_person, parse_text, parse_texts, show_texts

OWN = "髙﨑①㈱辻\U000e0100神﨟㌔ｶﾞＡ－ー"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  株式会社みなと精機　", "株式会社みなと精機"),
        ("一行目\r\n二行目", "一行目 二行目"),
        ("一行目　\n\n　二行目", "一行目 二行目"),
        ("a\tb\u2028c\vd", "a b c d"),
        ("み\x00な\x08と", "みなと"),
        ("みなと\n", "みなと"),
        ("\ufeffみなと\u200b", "みなと"),
        ("みなと　精機  本社", "みなと　精機  本社"),
        (OWN, OWN),
        ("", ""),
    ],
)
def test_a_text_becomes_one_trimmed_line(text: str, line: str) -> None:
    assert parse_text(text) == line


@given(st.text(st.characters(categories=("L", "N", "S", "P", "Mn"))))
def test_no_letter_digit_or_sign_of_a_name_is_ever_changed(text: str) -> None:
    assert parse_text(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("一\r\n\r\n　二  \r三\n\n", "一\n\n　二\n三"),
        ("\n\n　字下げ", "　字下げ"),
        (" \n\t", ""),
        (OWN, OWN),
    ],
)
def test_a_long_text_keeps_its_lines(text: str, kept: str) -> None:
    assert parse_long_text(text) == kept


@given(st.text())
def test_texts_read_twice_are_texts_read_once(text: str) -> None:
    assert parse_text(parse_text(text)) == parse_text(text)
    assert parse_long_text(parse_long_text(text)) == parse_long_text(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("湊 春香", "湊　春香"),
        (" 湊　　春香 ", "湊　春香"),
        ("髙﨑 辻\U000e0100子", "髙﨑　辻\U000e0100子"),
        ("ﾐﾅﾄ ﾊﾞﾙ", "ミナト　バル"),
        ("Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith"),
        ("Jean-Luc  D'Arc", "Jean-Luc D'Arc"),
        ("José Ñandú Müller", "José Ñandú Müller"),
        ("Sukarno", "Sukarno"),
    ],
)
def test_a_persons_name_has_one_space_of_its_width(text: str, name: str) -> None:
    assert parse_person(text) == name


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("湊春香", "「湊春香」は姓と名の境が分かりません。姓と名のあいだに空白を1つ入れてください。"),
        ("湊　春　香", "姓と名のあいだの1つだけに"),
        ("", "氏名が空欄です"),
    ],
)
def test_a_persons_name_without_clear_parts_is_asked_about(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_person(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("株式会社みなと精機、湊　春香", ("株式会社みなと精機", "湊　春香")),
        ("a;b；c", ("a", "b", "c")),
        ("一、二商店\n三、四商店", ("一、二商店", "三、四商店")),
        ("一、二商店\n", ("一、二商店",)),
        ("Foo, Inc.", ("Foo, Inc.",)),
        ("  \n ", ()),
    ],
)
def test_a_list_of_names_is_parted_by_lines_or_on_one_line(text: str, names: tuple[str, ...]) -> None:
    assert parse_texts(text) == names


def test_names_are_shown_on_one_line() -> None:
    assert show_texts(("甲", "乙")) == "甲、乙"
