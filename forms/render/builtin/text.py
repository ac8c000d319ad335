"""The inline content of a paragraph as atoms: characters and words in their faces, tabs, breaks, pictures, page numbers.

A field shows the result that Word stored, except page numbers, which are counted here and only known in headers and footers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from forms.errors import RenderError
from forms.fonts import is_selector, segments
from forms.render.builtin.boxes import Atom
from forms.render.builtin.kinsoku import QUOTES, is_eastern
from forms.render.builtin.numbering import WINGDINGS, formatted
from forms.render.builtin.ooxml import EMU, NAMESPACES, Element, attribute, child, local, name, unwrapped
from forms.render.builtin.package import Source
from forms.render.builtin.properties import Formats, RunFormat, TableContext

PAGE_FIELDS = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "pages"}


class PageNumbers(NamedTuple):
    """What PAGE and NUMPAGES read on a page."""

    page: int
    pages: int
    style: str = "decimal"


@dataclass(frozen=True)
class Area:
    """Where text is set: width and line pitch (0: no grid) in points, the part it comes from, the page's numbers if known."""

    width: float
    pitch: float
    source: Source
    numbers: PageNumbers | None = None
    table: TableContext = TableContext()
    in_cell: bool = False
    extra: float = 0.0  # what the character grid adds to East Asian characters


@dataclass
class _Field:
    """A field that is being read: its instruction, and whether its result has been shown already."""

    code: str = ""
    in_result: bool = False
    shown: bool = False


class Inline:
    """Reads one paragraph; `atoms` grows while it walks."""

    def __init__(self, formats: Formats, style: str | None, area: Area) -> None:
        self._formats, self._style, self._area = formats, style, area
        self._fields: list[_Field] = []
        self.atoms: list[Atom] = []

    def read(self, paragraph: Element) -> list[Atom]:
        """The atoms of a paragraph (or of the inside of a w:fldSimple)."""
        for item in unwrapped(paragraph):
            kind = local(item)
            if kind == "r":
                self._run(item)
            elif kind == "fldSimple":
                self._simple_field(item)
        return self.atoms

    def _simple_field(self, item: Element) -> None:
        field = _Field(attribute(item, "instr") or "", in_result=True)
        run = next((r for r in item.iter(name("r"))), None)
        form = self._formats.run(child(run, "rPr"), self._style, self._area.table)
        if not self._show_number(field, form):
            self.read(item)

    def _run(self, run: Element) -> None:
        form = self._formats.run(child(run, "rPr"), self._style, self._area.table)
        if form.hidden:
            return
        for item in run:
            if local(item) in ("fldChar", "instrText"):
                self._field_part(item, form)
            elif not self._fields or self._fields[-1].in_result:
                self._content(item, form)

    def _field_part(self, item: Element, form: RunFormat) -> None:
        kind = attribute(item, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif not self._fields:
            return
        elif kind == "separate":
            self._fields[-1].in_result = True
        elif kind == "end":
            self._show_number(self._fields.pop(), form)
        else:
            self._fields[-1].code += item.text or ""

    def _show_number(self, field: _Field, form: RunFormat) -> bool:
        """Put a page number where the field is one; whether it was."""
        words = field.code.split()
        which = PAGE_FIELDS.get(words[0].upper()) if words else None
        if which is None:
            return False
        if not field.shown:
            if self._area.numbers is None:
                raise RenderError("本文の中の「ページ番号」はこの版では印刷できません。ヘッダーかフッターに移してください。")
            style = self._area.numbers.style if which == "page" else "decimal"
            self.atoms += text_atoms(formatted(getattr(self._area.numbers, which), style), form)
            field.shown = True
        return True

    def _content(self, item: Element, form: RunFormat) -> None:
        kind = local(item)
        if kind == "t":
            if not (self._fields and self._show_number(self._fields[-1], form)):
                self.atoms += text_atoms(item.text or "", form, self._area.extra)
        elif kind in ("tab", "ptab"):
            self.atoms.append(Atom("tab", form))
        elif kind in ("br", "cr"):
            paged = attribute(item, "type") in ("page", "column")
            self.atoms.append(Atom("page" if paged else "break", form))
        elif kind == "noBreakHyphen":
            self.atoms += text_atoms("\u2011", form)
        elif kind == "sym":
            self.atoms += text_atoms(_symbol(item), form)
        elif kind == "drawing":
            self.atoms.append(self._picture(item, form))

    def _picture(self, drawing: Element, form: RunFormat) -> Atom:
        extent = drawing.find("wp:inline/wp:extent", NAMESPACES)
        blip = drawing.find(".//a:blip", NAMESPACES)
        image = self._area.source.images.get(attribute(blip, "r:embed") or "")
        if extent is None or image is None:
            raise RenderError("「図」の中身がファイルにありません。Wordで図を貼り直してください。")
        width, height = (int(extent.get(side, "0")) / EMU for side in ("cx", "cy"))
        return Atom("picture", form, raw="\ufffc", width=width, height=height, image=image)


def _symbol(item: Element) -> str:
    code = int(attribute(item, "char") or "0", 16)
    if code < 0xF000:
        return chr(code)
    if code not in WINGDINGS:
        raise RenderError(
            f"記号（{attribute(item, 'font')}の{code:04X}）はこの版では印刷できません。別の字に置き換えてください。"
        )
    return WINGDINGS[code]


def text_atoms(text: str, form: RunFormat, extra: float = 0.0) -> list[Atom]:
    """Cut text into atoms and measure them; `extra` points are added to each East Asian character."""
    shown = (text.upper() if form.capitals else text).translate(WINGDINGS)
    wide = replace(form, spacing=form.spacing + extra) if extra else form
    return [atom for kind, raw in _units(shown, form) for atom in _measured(kind, raw, wide if kind == "eastern" else form)]


def _units(text: str, form: RunFormat) -> Iterator[tuple[str, str]]:
    """(kind, text) of the unbreakable units."""
    word, eastern = "", False
    for character in text:
        if is_selector(character):
            word += character
            continue
        kind = _kind(character, form, after_eastern=eastern)
        if word and (kind != "word" or eastern or word == " " or word[-1] == "-"):
            yield _kind(word[0], form, after_eastern=eastern), word
            word = ""
        word, eastern = word + character, kind == "eastern"
    if word:
        yield _kind(word[0], form, after_eastern=eastern), word


def _kind(character: str, form: RunFormat, *, after_eastern: bool) -> str:
    if character in " \t\n":
        return "space"
    if character in QUOTES:
        return "eastern" if form.eastern_hint or after_eastern else "word"
    return "eastern" if is_eastern(character) else "word"


def _measured(kind: str, raw: str, form: RunFormat) -> Iterator[Atom]:
    family = form.eastern if kind == "eastern" else form.latin
    for owner, drawn in segments(raw.replace("\n", " ").replace("\t", " "), family, form.bold):
        plain = Atom(kind, form, raw=raw, drawn=drawn, owner=owner)
        yield replace(plain, width=drawn_width(plain))


def drawn_width(atom: Atom) -> float:
    """The advance of a text atom in points, with its character spacing."""
    if atom.owner is None:
        return atom.width
    form = atom.format
    return atom.owner.width(atom.drawn) * form.drawn_size * form.scale + form.spacing * len(atom.drawn)
