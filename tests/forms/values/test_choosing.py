"""Yes or no, one of several, any of several."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import InvalidAnswer
from forms.values.choosing import parse_boolean, parse_choice, parse_choices, show_boolean, show_choices

TYPES = {"corporation": "法人", "chamber": "商工会、商工会議所", "shokokai": "商工会", "npo": "NPO法人"}


@pytest.mark.parametrize("text", ["true", "TRUE", "はい", "有", "有り", "あり", "○", "〇", "◯", "yes", " はい "])
def test_a_yes_is_read_in_every_spelling(text: str) -> None:
    assert parse_boolean(text) is True


@pytest.mark.parametrize("text", ["false", "False", "いいえ", "無", "なし", "×", "✕", "ｎｏ"])
def test_a_no_is_read_in_every_spelling(text: str) -> None:
    assert parse_boolean(text) is False


@pytest.mark.parametrize(("text", "part"), [("たぶん", "「たぶん」では、はいかいいえか分かりません"), ("", "空欄では")])
def test_a_maybe_is_sent_back(text: str, part: str) -> None:
    with pytest.raises(InvalidAnswer, match=part):
        parse_boolean(text)


def test_a_boolean_is_shown_in_japanese() -> None:
    assert (show_boolean(True), show_boolean(False)) == ("はい", "いいえ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("corporation", "corporation"),
        ("法人", "corporation"),
        ("ＮＰＯ法人", "npo"),
        ("商工会、商工会議所", "chamber"),
        ("商工会", "shokokai"),
        (" NPO ", "npo"),
    ],
)
def test_a_choice_is_typed_as_id_or_label(text: str, name: str) -> None:
    assert parse_choice(text, TYPES) == name


def test_what_cannot_be_chosen_is_sent_back_with_what_can() -> None:
    message = "「会社」は選べません。「法人」「NPO法人」の中から入力してください。"
    with pytest.raises(InvalidAnswer, match=re.escape(message)):
        parse_choice("会社", {"corporation": "法人", "npo": "NPO法人"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("npo,corporation", ("corporation", "npo")),
        ("ＮＰＯ法人、法人", ("corporation", "npo")),
        ("npo\ncorporation\n", ("corporation", "npo")),
        ("商工会、商工会議所", ("chamber",)),
        ("商工会、商工会議所、商工会、法人", ("corporation", "chamber", "shokokai")),
        ("法人, 法人", ("corporation",)),
        ("", ()),
        ("なし", ()),
        ("該当なし", ()),
    ],
)
def test_choices_are_typed_as_ids_or_labels(text: str, names: tuple[str, ...]) -> None:
    assert parse_choices(text, TYPES) == names


def test_one_that_cannot_be_chosen_among_several_is_named() -> None:
    with pytest.raises(InvalidAnswer, match="「会社」は選べません。"):
        parse_choices("法人、会社、npo", TYPES)


@given(st.sets(st.sampled_from(sorted(TYPES))))
def test_shown_choices_read_back(chosen: set[str]) -> None:
    names = tuple(name for name in TYPES if name in chosen)
    assert parse_choices("、".join(sorted(chosen)), TYPES) == names
    assert parse_choices("\n".join(TYPES[name] for name in names), TYPES) == names
    assert show_choices(names, TYPES).count("、") == max(len(names) - 1, 0) + ("chamber" in chosen)
