"""Every kind of comparison that the data may name is implemented and used, and a row that leads nowhere is refused with its place."""

import shutil
from pathlib import Path

import pytest

from forms.catalog.comparisons import KINDS as NAMED
from forms.catalog.load import load_call, load_call_folder
from forms.comparing.registry import KINDS
from forms.errors import CatalogError
from forms.paths import CALLS


def test_the_kinds_that_the_catalog_accepts_are_those_there_are() -> None:
    assert NAMED.keys() == KINDS.keys()


def test_every_kind_is_used_by_some_comparison() -> None:
    assert {row.kind for row in load_call("hyogo-r5-2").comparisons} == KINDS.keys()


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('kind = "address"', 'kind = "adress"', "kind「adress」はありません"),
        ('fields = ["applicant.capital"]', 'fields = ["applicant.kapital"]', "「applicant.kapital」という項目はありません"),
        ('documents = ["funding_plan"]', 'documents = ["fund"]', "「fund」という書類はありません"),
        ('severity = "note"', 'severity = "error"', "severity は warning、note のどちらか"),
        ("{place}では商号", "{page}では商号", "message に書ける波括弧は"),
        ('limit = "3"', 'limit = "three"', "limit は整数で書いてください"),
    ],
)
def test_a_row_that_leads_nowhere_is_refused(old: str, new: str, complaint: str, tmp_path: Path) -> None:
    folder = tmp_path / "call"
    shutil.copytree(CALLS / "hyogo-r5-2", folder)
    file = folder / "comparisons.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogError, match=complaint):
        load_call_folder(folder)
