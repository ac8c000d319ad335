"""Fills a Word form: the text of each content control whose tag names a slot; rows repeat; marks are set; no control is left.

Decision: content controls (w:sdt), because Word never splits them over runs and nothing in a form can run as code. A control
keeps the look of its first run. A control without an answer is emptied, unless its own text is a blank to write on by hand.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from forms.errors import TemplateError
from forms.slots import EMPTY, Slot, Slots, Tag, parse_tag

SDT, CONTENT, PROPERTIES, TAG_NAME = qn("w:sdt"), qn("w:sdtContent"), qn("w:sdtPr"), qn("w:tag")
PARAGRAPH, RUN, TEXT, BREAK, ROW = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:br"), qn("w:tr")
RUN_PROPERTIES, STYLE, VALUE = qn("w:rPr"), qn("w:rStyle"), qn("w:val")
BOXES, TICKED, CIRCLE, NO_CIRCLE = "☐□", "☑", "○", "\u3000"
PROMPT = re.compile("〔[^〕]*〕")
BLANK_TO_WRITE_ON = "\u3000\u3000"
_EPOCH = (1980, 1, 1, 0, 0, 0)

Element = etree._Element


def open_form(path: Path) -> Document:
    """A Word form. Raises TemplateError where it cannot be opened as one."""
    try:
        return docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, OSError) as error:
        raise TemplateError(f"{path} をWordの様式として開けません。.docx のファイルかどうかお確かめください。") from error


def fill_form(template: Path, slots: Slots, target: Path) -> None:
    """Write the filled form to `target`; the same slots give the same bytes. Raises TemplateError for a tag nobody knows."""
    document = _filled(template, slots)
    for root in _roots(document):
        for control in list(root.iter(SDT)):
            _unwrap(control)
    target.write_bytes(_packed(document))


def fill_keeping_controls(template: Path, slots: Slots, target: Path) -> None:
    """The same form for looking at: its controls stay round what was filled in, so that a renderer can say where they stand."""
    _filled(template, slots).save(str(target))


def _filled(template: Path, slots: Slots) -> Document:
    document = open_form(template)
    for root in _roots(document):
        _repeat_rows(root, slots)
        for control, tag in list(_controls(root, template)):
            if tag.name not in slots.single:
                raise TemplateError(f"{template} の記入欄「{tag.name}」は知らない名前です。shinsei slots で様式をお確かめください。")
            _fill(control, tag, slots.single[tag.name])
    return document


def tags_of(path: Path) -> tuple[str, ...]:
    """The tags of a form's content controls, as written, in order."""
    return tuple(text for root in _roots(open_form(path)) for control in root.iter(SDT) if (text := _tag_text(control)))


def _roots(document: Document) -> Iterator[Element]:
    """The body, then headers and footers."""
    yield document.element
    for part in document.part.package.iter_parts():
        if part.partname.startswith(("/word/header", "/word/footer")):
            yield part.element


def _tag_text(control: Element) -> str:
    tag = control.find(f"{PROPERTIES}/{TAG_NAME}")
    return "" if tag is None else tag.get(VALUE, "")


def _controls(root: Element, template: Path) -> Iterator[tuple[Element, Tag]]:
    for control in root.iter(SDT):
        text = _tag_text(control)
        tag = parse_tag(text)
        if text and tag is None:
            raise TemplateError(f"{template} の記入欄「{text}」を読めません。shinsei slots で様式をお確かめください。")
        if tag is not None and not tag.group:
            yield control, tag


def _slot(values: Mapping[str, Slot], tag: Tag) -> Slot:
    return values.get(tag.name, EMPTY)


def _repeat_rows(root: Element, slots: Slots) -> None:
    for (group, _), rows in _rows_by_list(root).items():
        values = slots.rows.get(group, ())
        while len(rows) < len(values):
            copy = deepcopy(rows[-1])
            rows[-1].addnext(copy)
            rows.append(copy)
        for index, row in enumerate(rows):
            _fill_row(row, group, values[index] if index < len(values) else {})


def _rows_by_list(root: Element) -> dict[tuple[str, Element | None], list[Element]]:
    """The rows that hold a list's controls, by list and table: a form may print one list in two tables."""
    found: dict[tuple[str, Element | None], list[Element]] = {}
    for control in root.iter(SDT):
        tag, row = parse_tag(_tag_text(control)), _row_of(control)
        if tag is not None and tag.group and row is not None:
            rows = found.setdefault((tag.group, row.getparent()), [])
            if row not in rows:
                rows.append(row)
    return found


def _row_of(control: Element) -> Element | None:
    return next(control.iterancestors(ROW), None)


def _fill_row(row: Element, group: str, values: Mapping[str, Slot]) -> None:
    for control in list(row.iter(SDT)):
        tag = parse_tag(_tag_text(control))
        if tag is not None and tag.group == group:
            _fill(control, tag, _slot(values, tag))


def _fill(control: Element, tag: Tag, slot: Slot) -> None:
    blank = _text_of(control)
    if tag.choice:
        _write(control, _mark(blank, chosen=tag.choice in slot.chosen))
    elif tag.box:
        _write(control, slot.boxes[tag.box - 1] if tag.box <= len(slot.boxes) else "")
    elif slot.text or BLANK_TO_WRITE_ON not in blank:
        _write(control, _around(blank, slot.text))


def _around(blank: str, text: str) -> str:
    """The text with what the form has around its 〔prompt〕: 〒〔郵便番号〕 prints the sign with a code and without one nothing."""
    prompt = PROMPT.search(blank)
    return blank[: prompt.start()] + text + blank[prompt.end() :] if prompt and text else text


def _mark(blank: str, *, chosen: bool) -> str:
    if any(box in blank for box in BOXES):
        return TICKED if chosen else blank.strip()
    return CIRCLE if chosen else NO_CIRCLE


def _text_of(control: Element) -> str:
    return "".join(text.text or "" for text in control.iter(TEXT))


def _write(control: Element, text: str) -> None:
    """Put the text into the control's first run; what else the control held goes."""
    content = control.find(CONTENT)
    if content is None:
        return
    paragraphs = list(content.iter(PARAGRAPH))
    holder = paragraphs[0] if paragraphs else content
    for paragraph in paragraphs[1:]:
        _drop(paragraph)
    runs = list(holder.iter(RUN))
    run = runs[0] if runs else etree.SubElement(holder, RUN)
    for other in runs[1:]:
        _drop(other)
    _set_text(run, text)


def _set_text(run: Element, text: str) -> None:
    for child in list(run):
        if child.tag != RUN_PROPERTIES:
            run.remove(child)
    for style in list(run.iter(STYLE)):  # the grey of Word's placeholders
        _drop(style)
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, BREAK)
        item = etree.SubElement(run, TEXT)
        item.text = line
        item.set(qn("xml:space"), "preserve")


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(control: Element) -> None:
    """Leave the control's content in its place."""
    content = control.find(CONTENT)
    for child in list(content) if content is not None else []:
        control.addprevious(child)
    _drop(control)


def _packed(document: Document) -> bytes:
    """The document's bytes with no clock in them."""
    saved = io.BytesIO()
    document.save(saved)
    packed = io.BytesIO()
    with ZipFile(saved) as source, ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = ZipInfo(item.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(item))
    return packed.getvalue()
