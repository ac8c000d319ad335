"""Every kind keeps its promise: what is stored reads back, whatever was typed."""

import re
from contextlib import suppress
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.errors import InvalidAnswer
from forms.values.kinds import KIND_NAMES, Kind, make_kind, typed
from forms.values.plain import Plain, Value

CHOICES = {"paris": "パリ優先権", "hague": "ハーグ", "either": "商標、意匠"}
TYPED = {
    "text": "一行 目",
    "long_text": "一\n\n二",
    "name": "㈱髙﨑①",
    "person": "湊 春香",
    "kana": "みなと",
    "half_kana": "ミナト ハルカ",
    "texts": "甲、乙",
    "yen": "150万",
    "count": "12人",
    "integer": "▲3",
    "fraction": "50%",
    "date": "R5.8.1",
    "corporate_number": "7000012050002",
    "postal_code": "6500046",
    "phone": "078-306-6808",
    "email": "a@niro.or.jp",
    "url": "www.niro.or.jp",
    "application_number": "特願2022-1234",
    "country": "米国",
    "boolean": "有",
    "choice": "ハーグ",
    "choices": "hague、パリ優先権",
}
STORED: dict[str, Plain] = {
    "person": "湊　春香",
    "kana": "ミナト",
    "half_kana": "ﾐﾅﾄ ﾊﾙｶ",
    "texts": ["甲", "乙"],
    "yen": 1_500_000,
    "count": 12,
    "integer": -3,
    "fraction": "1/2",
    "date": "2023-08-01",
    "postal_code": "650-0046",
    "application_number": "特願2022-001234",
    "country": "US",
    "boolean": True,
    "choice": "hague",
    "choices": ["paris", "hague"],
}
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "yen": st.integers(0, 10**15 - 1),
    "count": st.integers(0, 10**15 - 1),
    "integer": st.integers(1 - 10**15, 10**15 - 1),
    "fraction": st.fractions(0, 1, max_denominator=10**9 - 1),
    "date": st.dates(date(1873, 1, 1), date(2100, 12, 31)),
    "boolean": st.booleans(),
    "choice": st.sampled_from(sorted(CHOICES)),
    "choices": st.sets(st.sampled_from(list(CHOICES))).map(lambda ids: tuple(each for each in CHOICES if each in ids)),
}


def read(kind: Kind, text: str) -> list[Value]:
    """The value a kind makes of a text; none if it refuses it."""
    with suppress(InvalidAnswer):
        return [kind.parse(text)]
    return []


def test_every_kind_has_its_examples() -> None:
    assert set(TYPED) == KIND_NAMES


@pytest.mark.parametrize("name", sorted(KIND_NAMES))
def test_what_is_typed_is_stored_in_its_canonical_form(name: str) -> None:
    kind = make_kind(name, CHOICES)
    assert kind.name == name
    assert kind.plain(kind.parse(TYPED[name])) == STORED.get(name, TYPED[name])


@pytest.mark.parametrize("name", sorted(VALUES))
@given(data=st.data())
def test_every_stored_value_reads_back(name: str, data: st.DataObject) -> None:
    kind, value = make_kind(name, CHOICES), data.draw(VALUES[name])
    assert kind.parse(typed(kind.plain(value))) == value


@pytest.mark.parametrize("name", ["text", "long_text", "name", "texts"])
@given(text=st.text())
def test_every_stored_text_reads_back(name: str, text: str) -> None:
    kind = make_kind(name)
    value = kind.parse(text)
    assert kind.parse(typed(kind.plain(value))) == value


@pytest.mark.parametrize("name", sorted(KIND_NAMES - {"text", "long_text", "name", "texts"}))
@settings(deadline=None)  # the first country loads CLDR
@given(text=st.text(max_size=20) | st.sampled_from(sorted(TYPED.values())))
def test_any_text_is_refused_or_reads_back_from_its_stored_form(name: str, text: str) -> None:
    kind = make_kind(name, CHOICES)
    for value in read(kind, text):
        assert kind.parse(typed(kind.plain(value))) == value


@pytest.mark.parametrize("name", sorted(KIND_NAMES - {"text", "long_text", "name", "texts"}))
def test_a_refusal_is_a_polite_sentence(name: str) -> None:
    with pytest.raises(InvalidAnswer, match=r"。$") as refusal:
        make_kind(name, CHOICES).parse("???")
    assert not re.search("不正|エラー|無効|必ず|[!！]", str(refusal.value))


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("yen", 1_165_000, "1,165,000"),
        ("fraction", Fraction(1, 3), "1/3"),
        ("date", date(2023, 8, 1), "令和5年8月1日"),
        ("country", "EP", "欧州特許庁"),
        ("boolean", True, "はい"),
        ("choice", "paris", "パリ優先権"),
        ("choices", ("paris", "either"), "パリ優先権、商標、意匠"),
        ("texts", ("甲", "乙"), "甲、乙"),
        ("postal_code", "650-0046", "650-0046"),
    ],
)
def test_values_are_shown_as_the_form_prints_them(name: str, value: Value, shown: str) -> None:
    assert make_kind(name, CHOICES).show(value) == shown


@pytest.mark.parametrize(
    ("name", "value", "boxes"),
    [
        ("corporate_number", "7000012050002", tuple("7000012050002")),
        ("postal_code", "650-0046", tuple("6500046")),
        ("date", date(1970, 3, 9), ("S", "45", "03", "09")),
        ("yen", 1_165, ("1", ",", "1", "6", "5")),
    ],
)
def test_values_fill_their_boxes(name: str, value: Value, boxes: tuple[str, ...]) -> None:
    assert make_kind(name).boxes(value) == boxes


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(ValueError, match="unknown kind 'colour'"):
        make_kind("colour")


@pytest.mark.parametrize(
    ("plain", "text"),
    [(True, "true"), (False, "false"), (1_165, "1165"), ("あ", "あ"), (["甲、乙", "丙"], "甲、乙\n丙\n"), ([], "")],
)
def test_a_stored_value_is_typed_as_a_person_would(plain: Plain, text: str) -> None:
    assert typed(plain) == text


def test_a_table_has_no_typed_form() -> None:
    with pytest.raises(TypeError, match="table"):
        typed({"country": "US"})
