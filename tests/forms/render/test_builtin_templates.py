"""Every bundled Word form prints, with all its text, in embedded fonts."""

import re
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from pypdf import PdfReader

from forms.paths import TEMPLATES
from forms.render.builtin.renderer import render_builtin

FORMS = sorted(TEMPLATES.glob("*/*.docx"))


def words(document: WordDocument) -> str:
    """All text of the body, without white space."""
    return re.sub(r"\s", "", "".join(t.text or "" for t in document.element.body.iter("{*}t")))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.parent.name}-{form.stem}")
def test_a_form_prints_all_its_text_in_embedded_fonts(form: Path, tmp_path: Path) -> None:
    [pdf] = render_builtin([form], tmp_path)
    reader = PdfReader(pdf)
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))
    assert sorted(set(words(Document(str(form)))) - set(text)) == []
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
