"""Small Word forms with content controls, made for a test."""

from collections.abc import Mapping
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from forms.fill import TEXT, open_form
from forms.slots import Slot


def control(tag: str, text: str = "〔〕", *, looks: str = "") -> str:
    """An inline control with one run; `looks` is what stands in the run's w:rPr."""
    run = f"<w:r><w:rPr>{looks}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"
    return f"<w:sdt><w:sdtPr><w:tag w:val='{tag}'/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"


def make_form(path: Path, *lines: str, rows: tuple[tuple[str, ...], ...] = ()) -> Path:
    """A form of paragraphs (XML inside w:p) and one table of rows of cells."""
    document = docx.Document()
    document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
    for line in lines:
        document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{line}</w:p>"))
    if rows:
        cells = "".join("<w:tr>" + "".join(f"<w:tc><w:p>{cell}</w:p></w:tc>" for cell in row) + "</w:tr>" for row in rows)
        grid = "<w:gridCol w:w='2000'/>" * len(rows[0])
        table = f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"
        document.element.body.insert(-1, parse_xml(table))
    document.save(str(path))
    return path


def text_of(path: Path) -> str:
    """All text of a Word file, one line a paragraph with text."""
    paragraphs = open_form(path).element.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    lines = ("".join(item.text or "" for item in paragraph.iter(TEXT)) for paragraph in paragraphs)
    return "\n".join(line for line in lines if line)


def texts(**slots: str) -> Mapping[str, Slot]:
    """Slots with nothing but text; __ stands for a dot."""
    return {name.replace("__", "."): Slot(text) for name, text in slots.items()}
