"""What is narrowed, and that nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.values.narrow import bare, bare_ascii, key, narrow, quoted, seen


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("０１２３４５６７８９", "0123456789"),
        ("ＡＢＣａｂｃ", "ABCabc"),
        ("（＋８１）＠．，／：；％", "(+81)@.,/:;%"),
        ("650‐0046‑1–2—3―4−5－6ー7ｰ8─9", "650-0046-1-2-3-4-5-6-7-8-9"),
        ("a\u3000b\u00a0c\u2009d\te", "a b c d e"),
        ("①㈱髙﨑辻\U000e0100㋿", "①㈱髙﨑辻\U000e0100㋿"),
        ("ｶﾞ￥、。・「」", "ｶﾞ￥、。・「」"),
    ],
)
def test_only_ascii_lookalikes_dashes_and_spaces_are_narrowed(text: str, narrowed: str) -> None:
    assert narrow(text) == narrowed


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0xFAFF, exclude_characters="ー\u3000")))
def test_kana_kanji_and_signs_are_left_alone(text: str) -> None:
    assert narrow(text) == text


@given(st.text())
def test_narrowing_twice_is_narrowing_once(text: str) -> None:
    assert narrow(narrow(text)) == narrow(text)
    assert len(narrow(text)) == len(text)


def test_bare_drops_unseen_marks_and_ends() -> None:
    assert bare("\u202d 078-306-6808\u202c\u3000") == "078-306-6808"


def test_what_nobody_sees_is_dropped_and_variation_selectors_are_not() -> None:
    assert seen("辻\U000e0100\u200b㈱\u2069") == "辻\U000e0100㈱"


def test_a_key_joins_spellings_of_one_word() -> None:
    assert key("Ｐｃｔ ／ ｊｐ") == key("PCT/JP")


def test_a_web_address_keeps_its_long_vowel_marks() -> None:
    assert bare_ascii("\ufeffｗｗｗ．x.jp/データ\u3000") == "www.x.jp/データ"


LONG = "あ" * 20


@pytest.mark.parametrize(("text", "shown"), [("あ\nい", "「あ い」"), ("  ", "空欄"), (LONG + "い", f"「{LONG}...」")])
def test_what_was_typed_is_quoted_in_short(text: str, shown: str) -> None:
    assert quoted(text) == shown
