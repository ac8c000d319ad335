"""What a note about the cost names, and when a text says that it is left out."""

import pytest

from tests.forms.whole import findings


def excluded(note: str) -> list[str]:
    return [finding.id for finding in findings({"cost.note": note}) if finding.id.startswith("excluded_")]


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("VATを含む", "excluded_vat"),
        ("ＶＡＴ込み", "excluded_vat"),
        ("vat 20%", "excluded_vat"),
        ("付加価値税を含む", "excluded_vat"),
        ("消費税込みの見積り", "excluded_consumption_tax"),
        ("商標調査を含む", "excluded_search"),
        ("ｻｰﾁ費ではなくサーチ費", "excluded_search"),
        ("国際段階の手数料", "excluded_international_phase"),
        ("日本への移行の費用", "excluded_jpo"),
        ("特許印紙代", "excluded_jpo"),
        ("交付申請書の作成を含む", "excluded_this_application"),
        ("出願後の自発補正", "excluded_later_steps"),
        ("第三国の代理人の費用", "excluded_intermediary"),
        ("前金を支払った", "excluded_before_decision"),
    ],
)
def test_a_note_that_names_what_is_excluded_is_found_once(note: str, rule: str) -> None:
    assert excluded(note) == [rule]


@pytest.mark.parametrize(
    "note",
    [
        "innovation LLPの見積書による",
        "VATは含まない。",
        "VATは含まれていません",
        "先行技術調査、審査請求及び中間処理の費用は含まない。",
        "調査費を除いた額",
        "VATはかからない",
        "仲介手数料は生じない",
        "印紙代は別途",
        "出願後の費用は計上しておりません",
        "着手金は支払っていない",
        "VATはありません",
        "優先権証明書の費用は対象外のため入れていない",
        "為替は1米ドル＝145円。翻訳は1WORD＝24円×4,500WORD。",
    ],
)
def test_a_note_that_leaves_it_out_is_not_found(note: str) -> None:
    assert excluded(note) == []


def test_what_is_left_out_in_one_sentence_may_be_named_in_another() -> None:
    assert excluded("VATは含まない。\n調査費を含む。") == ["excluded_search"]
