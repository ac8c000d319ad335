import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from forms.errors import TargetError
from forms.packet.coverpages import draw_check_sheet
from forms.packet.receipt import CHECK_SHEET, RECEIPT, grams_of, seal_of, write_receipt
from forms.pdf.pagehash import page_hashes
from tests.forms.pdfkit import FACTS, build, make_parts


def test_the_receipt_says_what_the_contract_wants(tmp_path: Path) -> None:
    built = build(tmp_path / "packet", (3, 1, 2))
    receipt = json.loads((built.folder / RECEIPT).read_text("utf-8"))
    assert receipt["call"] == {"id": "hyogo-r5-2", "name": FACTS.call_name}
    assert receipt["program"] == {"name": "shinsei-packet", "version": "1.2.3"}
    assert (receipt["date"], receipt["draft"], receipt["sets"]) == ("2023-08-25", False, 6)
    assert (receipt["pages_per_set"], receipt["sheets_per_set"], receipt["sheets"]) == (6, 2, 12)
    assert receipt["amounts"] == {"requested": 665_000, "eligible": 1_330_000, "expenses": 1_463_000}
    assert receipt["files"] == {"word/form_1_1.docx": hashlib.sha256(b"filled form").hexdigest()}


@pytest.mark.parametrize(("sheets", "grams"), [(0, 0), (1, 4), (12, 48), (72, 288), (1000, 3992)])
def test_paper_weighs_what_its_area_weighs(sheets: int, grams: int) -> None:
    assert grams_of(sheets) == grams  # 0.06237 m² × 64 g/m² a sheet, to the next gram


def test_each_document_is_written_down_with_what_it_was_made_from(tmp_path: Path) -> None:
    built = build(tmp_path / "packet", (3, 1, 2))
    last = json.loads((built.folder / RECEIPT).read_text("utf-8"))["documents"][2]
    part = built.parts[2]
    assert (last["document"], last["number"], last["title"], last["stamp"]) == ("document_2", 1, "書類2", "資料1")
    assert (last["pages"], last["sheets"], last["unembedded_fonts"]) == (2, 1, [])
    assert last["sources"] == [{"name": "file2.pdf", "sha256": part.sources[0].sha256}]
    assert last["page_hashes"] == list(page_hashes(part.pdfs[0]))


def test_the_seal_covers_everything_but_itself(tmp_path: Path) -> None:
    receipt = json.loads((build(tmp_path / "packet", (1,)).folder / RECEIPT).read_text("utf-8"))
    assert receipt["seal"] == seal_of(receipt)
    for key in receipt.keys() - {"seal"}:
        assert seal_of({**receipt, key: "changed"}) != receipt["seal"]


def test_the_same_packet_has_the_same_receipt(tmp_path: Path) -> None:
    one, other = (build(tmp_path / name / "packet", (2, 2)).folder for name in ("a", "b"))
    for name in (RECEIPT, CHECK_SHEET):
        assert (one / name).read_bytes() == (other / name).read_bytes()


def test_a_draft_without_figures_has_a_receipt_too(tmp_path: Path) -> None:
    parts = make_parts(tmp_path / "parts", (1,))
    facts = replace(FACTS, day=None, amounts=replace(FACTS.amounts, requested=None), draft=True)
    draw_check_sheet(parts, facts, tmp_path / CHECK_SHEET)
    receipt = write_receipt(tmp_path, parts, facts)
    assert (receipt["date"], receipt["amounts"]["requested"], receipt["draft"]) == (None, None, True)


def test_a_receipt_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    parts = make_parts(tmp_path / "parts", (1,))
    draw_check_sheet(parts, FACTS, tmp_path / CHECK_SHEET)
    (tmp_path / RECEIPT).mkdir()
    with pytest.raises(TargetError, match="receipt.json」に書き込めません"):
        write_receipt(tmp_path, parts, FACTS)
