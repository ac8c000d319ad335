"""Documents of office programs: printed by LibreOffice where it is, refused with advice where it cannot."""

import shutil
import zipfile
from http.server import HTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from forms.attachments.officefiles import office_pages
from forms.errors import PaperError
from forms.progress import Progress, untold
from tests.forms.render.docxkit import p, word_file
from tests.forms.render.test_offline import server

__all__ = ["server"]
NO_SOFFICE = pytest.mark.skipif(not shutil.which("soffice"), reason="soffice (LibreOffice) is not installed here: office papers were not tested")
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def spreadsheet(formula: str) -> bytes:
    """An Excel file with a word in A1 and a formula in B1."""
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="{}/{}" Target="{}"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/s.xml" ContentType="{TYPES}.worksheet+xml"/></Types>',
        "_rels/.rels": related.format(RELATIONS, "officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": related.format(RELATIONS, "worksheet", "s.xml"),
        "xl/s.xml": f'<worksheet xmlns="{SHEETS}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>費用の内訳</t></is></c>'
        f'<c r="B1"><f>{formula}</f></c></row></sheetData></worksheet>',
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@NO_SOFFICE
def test_a_word_file_is_printed_whatever_its_name_and_signs_of_life_are_given(tmp_path: Path) -> None:
    heard: list[Progress] = []
    made = office_pages("-env.doc", word_file(tmp_path / "a.docx", p("見積書です")).read_bytes(), heard.append)
    assert (made.pages, "見積書です" in text_of(made.pdf), bool(heard)) == (1, True, True)
    assert made.notes[-1].startswith("LibreOffice で PDF にしました。")


@NO_SOFFICE
def test_a_spreadsheet_is_printed_and_fetches_nothing(server: HTTPServer) -> None:
    made = office_pages("a.xlsx", spreadsheet(f'_xlfn.WEBSERVICE("http://127.0.0.1:{server.server_port}/x")'), untold)
    assert "費用の内訳" in text_of(made.pdf)
    assert server.asked == []  # type: ignore[attr-defined]


def test_a_document_that_unpacks_without_end_is_refused_before_a_suite_sees_it() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w", force_zip64=True) as part:
        for _ in range(520):
            part.write(bytes(2**20))
    with pytest.raises(PaperError, match=r"^「a\.docx」は中身が大きすぎて"):
        office_pages("a.docx", out.getvalue(), untold)
