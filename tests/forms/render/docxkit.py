"""Small Word files from plain XML, and what their pages show: the tests' own way in and out of a renderer."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import docx
import pdfplumber
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from forms.render.builtin.renderer import render_builtin

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FONTS = '<w:rFonts w:ascii="ＭＳ 明朝" w:hAnsi="ＭＳ 明朝" w:eastAsia="ＭＳ 明朝"/>'
DEFAULTS = (
    f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{FONTS}<w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>{}</w:styles>'
)
# 400 pt wide, text 300 pt wide from x = 50; 500 pt high, text from y = 50 to 450
SECTION = '<w:pgSz w:w="8000" w:h="10000"/><w:pgMar w:top="1000" w:bottom="1000" w:left="1000" w:right="1000" w:header="400" w:footer="400"/>'
KANJI = "国際出願補助金申請書類一式提出期限確認事項記載要領参照先"


class Word(NamedTuple):
    """A line's text where it stands: left, right end and baseline in points from the page's top left corner."""

    text: str
    x0: float
    x1: float
    y: float


def p(text: str = "", ppr: str = "", rpr: str = "") -> str:
    """A paragraph with one run."""
    run = f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{ppr}</w:pPr>{run}</w:p>"


def cell(content: str = "", tcpr: str = "") -> str:
    """A table cell with one paragraph, or with blocks given as XML."""
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def row(*cells: str, trpr: str = "") -> str:
    """A table row of cells given as XML."""
    return f"<w:tr><w:trPr>{trpr}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, widths: Sequence[float] = (100, 100), tblpr: str = "") -> str:
    """A table with thin lines everywhere; widths in points."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width * 20:.0f}"/>' for width in widths)
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{tblpr}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def word_file(
    path: Path, body: str, *, styles: str = "", section: str = SECTION, footer: str = "", settings: str = "", notes: str = ""
) -> Path:
    """Write a .docx with this body; a footer is the XML of its paragraphs, `notes` the w:footnote (w:endnote) elements."""
    document = docx.Document()
    document.part._styles_part._element = parse_xml(DEFAULTS.format(styles))
    document.settings.element.extend(list(element(f"<w:x>{settings}</w:x>")))
    root = document.element
    root.remove(root.body)
    references = ""
    if footer:
        part, rid = document.part.add_footer_part()  # type: ignore[no-untyped-call]
        part._element = parse_xml(f"<w:ftr {NAMESPACES}>{footer}</w:ftr>")
        references = f'<w:footerReference xmlns:r="{R}" w:type="default" r:id="{rid}"/>'
    if notes:
        kind = "endnotes" if "<w:endnote " in notes else "footnotes"
        blob = f"<w:{kind} {NAMESPACES}>{notes}</w:{kind}>".encode()
        content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        package = document.part.package
        document.part.relate_to(Part(PackURI(f"/word/{kind}.xml"), content, blob, package), f"{R}/{kind}")
    root.append(parse_xml(f"<w:body {NAMESPACES}>{body}<w:sectPr>{references}{section}</w:sectPr></w:body>"))
    document.save(str(path))
    return path


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def printed(folder: Path, body: str, *, styles: str = "", section: str = SECTION, footer: str = "", notes: str = "") -> Path:
    """The PDF that the built-in renderer makes of this body."""
    form = word_file(folder / "form.docx", body, styles=styles, section=section, footer=footer, notes=notes)
    [pdf] = render_builtin([form], folder)
    return pdf


def said(folder: Path, body: str, **more: str) -> list[str]:
    """What the renderer says about a document with this body; the PDF is form.pdf."""
    notes: list[str] = []
    list(render_builtin([word_file(folder / "form.docx", body, **more)], folder, lambda _, note: notes.append(note)))
    return notes


def found(pdf: Path, text: str, page: int = 0) -> Word:
    """Where a text stands on a page, alone or with others on its line."""
    with pdfplumber.open(pdf) as opened:
        chars = opened.pages[page].chars
        start = "".join(char["text"] for char in chars).index(text)
        height = float(opened.pages[page].height)
        first, last = chars[start], chars[start + len(text) - 1]
        return Word(text, first["x0"], last["x1"], round(height - first["matrix"][5], 1))


def pages(pdf: Path) -> list[list[Word]]:
    """The lines of each page, top to bottom; neighbouring cells make one line."""
    with pdfplumber.open(pdf) as opened:
        return [_lines(page) for page in opened.pages]


def _lines(page: pdfplumber.page.Page) -> list[Word]:
    rows: dict[float, list[tuple[float, float, str]]] = {}
    for char in page.chars:
        if not char["text"].isspace():
            rows.setdefault(round(float(page.height) - char["matrix"][5], 1), []).append((char["x0"], char["x1"], char["text"]))
    return [
        Word("".join(text for *_, text in chars), min(chars)[0], max(x1 for _, x1, _ in chars), y)
        for y, chars in sorted((y, sorted(chars)) for y, chars in rows.items())
    ]


def texts(pdf: Path) -> list[list[str]]:
    """The text of each line of each page."""
    return [[line.text for line in page] for page in pages(pdf)]


def rules(pdf: Path, page: int = 0) -> list[tuple[float, ...]]:
    """The strokes of a page: x0, top, x1, bottom, width, in points from the top left corner."""
    with pdfplumber.open(pdf) as opened:
        found = opened.pages[page].lines
        return sorted(tuple(round(float(line[k]), 1) for k in ("x0", "top", "x1", "bottom", "linewidth")) for line in found)


def element(xml: str) -> etree._Element:
    """One element of Word's XML, such as `<w:b/>`."""
    return etree.fromstring(f"<root {NAMESPACES}>{xml}</root>")[0]
