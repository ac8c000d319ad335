"""The inline content of a paragraph as atoms: text, tabs, breaks, drawn things, notes, ruby, page numbers.

A field shows the result that Word stored, except page numbers, which are counted here: in a header they are known when it is
set, in the body the atom is marked and written anew when the pages are there (see pagefields).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from forms.render.builtin.boxes import Atom, Footnote
from forms.render.builtin.controls import Control
from forms.render.builtin.numbering import formatted
from forms.render.builtin.ooxml import (
    RUN,
    RUN_LOOK,
    SDT,
    WORDS,
    Element,
    attribute,
    child,
    children,
    controlled,
    hexadecimal,
    local,
    name,
)
from forms.render.builtin.properties import Formats, RunFormat
from forms.render.builtin.ruby import ruby_atom
from forms.render.builtin.symbols import symbol
from forms.render.builtin.text import Area, text_atoms, unprintable
from forms.render.notes import Notes

PAGE_FIELDS = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "pages"}
DRAWN = ("drawing", "pict", "object")
CALLS = ("footnoteReference", "endnoteReference")
OBJECT = "\ufffc"
BREAKS = {"page": "page", "column": "column"}


@dataclass(frozen=True)
class Tools:
    """What reading a paragraph asks of others: drawn things as atoms, notes by their call, and where to say what is lacking."""

    notes: Notes
    draw: Callable[[Element, RunFormat, Area], Iterable[Atom]]
    call: Callable[[Element, Area], tuple[str, Footnote | None]]


@dataclass
class _Field:
    """A field that is being read: its instruction, and whether its result has been shown already."""

    code: str = ""
    in_result: bool = False
    shown: bool = False


def followed(atom: Atom, controls: tuple[Control, ...]) -> Atom:
    """The atom with empty content controls behind it."""
    return replace(atom, behind=(*atom.behind, *controls))


class Inline:
    """Reads one paragraph; `atoms` grows while it walks."""

    def __init__(self, formats: Formats, style: str | None, area: Area, tools: Tools) -> None:
        self._formats, self._style, self._area, self._tools = formats, style, area, tools
        self._fields: list[_Field] = []
        self.atoms: list[Atom] = []
        self.opens: tuple[Control, ...] = ()  # the empty content controls before the first atom

    def read(self, paragraph: Element) -> list[Atom]:
        """The atoms of a paragraph (or of the inside of a w:fldSimple)."""
        for item in controlled(paragraph):
            tag = item.tag
            if tag == RUN:
                self._run(item)
                continue
            kind = local(item)
            if tag == SDT:
                self._controlled(item)
            elif kind == "fldSimple":
                self._simple_field(item)
            elif kind in ("oMath", "oMathPara"):
                text = "".join(part.text or "" for part in item.iter(name("m:t")))
                self._text(text, self._formats.run(None, self._style, self._area.table))
        return self.atoms

    def _controlled(self, element: Element) -> None:
        """The content of a content control, its atoms marked as its own."""
        start = len(self.atoms)
        for content in children(element, "sdtContent"):
            self.read(content)
        control = self._area.source.controls.get(element)
        if control is None:
            return
        for index in range(start, len(self.atoms)):
            atom = self.atoms[index]
            self.atoms[index] = replace(atom, controls=(*atom.controls, control))
        if len(self.atoms) == start:
            self._empty(control)

    def _empty(self, control: Control) -> None:
        if self.atoms:
            self.atoms[-1] = followed(self.atoms[-1], (control,))
        else:
            self.opens += (control,)

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
        if self._area.upright:
            form = replace(form, upright=True)
        for item in run:
            tag = item.tag
            if tag == RUN_LOOK:
                continue
            if tag == WORDS and not self._fields:
                self._text(item.text or "", form)
            elif local(item) in ("fldChar", "instrText"):
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
            self.atoms += self._number(which, form)
            field.shown = True
        return True

    def _number(self, which: str, form: RunFormat) -> list[Atom]:
        numbers = self._area.numbers
        if numbers is None:
            return [replace(atom, field=which) for atom in text_atoms("1", form)]
        style = numbers.style if which == "page" else "decimal"
        return list(text_atoms(formatted(getattr(numbers, which), style), form))

    def _content(self, item: Element, form: RunFormat) -> None:
        kind = local(item)
        if kind == "t":
            if not (self._fields and self._show_number(self._fields[-1], form)):
                self._text(item.text or "", form)
        elif kind == "tab":
            self.atoms.append(Atom("tab", form))
        elif kind == "ptab":
            self.atoms.append(Atom("tab", form, raw=attribute(item, "alignment") or ""))
        elif kind in ("br", "cr"):
            self.atoms.append(Atom(BREAKS.get(attribute(item, "type") or "", "break"), form))
        elif kind == "noBreakHyphen":
            self._text("\u2011", form)
        elif kind == "pgNum":
            self.atoms += self._number("page", form)
        elif kind == "sym":
            self._symbol(item, form)
        elif kind in DRAWN:
            self.atoms += self._tools.draw(item, form, self._area)
        elif kind == "ruby":
            self._ruby(item, form)
        elif kind in CALLS:
            self._call(item, form)
        elif kind in ("footnoteRef", "endnoteRef"):
            self._text(self._area.note_mark, form)

    def _text(self, text: str, form: RunFormat) -> None:
        for sign in unprintable(text):
            self._tools.notes.add(f"「{sign}」（U+{ord(sign):04X}）は、この版の字体にないため〓と印刷しました。別の字に置き換えてください。")
        self.atoms += text_atoms(text, form, self._area.extra)

    def _symbol(self, item: Element, form: RunFormat) -> None:
        font, code = attribute(item, "font") or "", hexadecimal(attribute(item, "char"))
        sign = symbol(font, code)
        if not sign:
            self._tools.notes.add(f"記号（{font}の{code:04X}）は、この版の字体にないため〓と印刷しました。別の字に置き換えてください。")
        self.atoms += text_atoms(sign or "〓", form, self._area.extra)

    def _ruby(self, item: Element, form: RunFormat) -> None:
        above, below = (
            Inline(self._formats, self._style, self._area, self._tools).read(holder) if holder is not None else []
            for holder in (child(item, "rt"), child(item, "rubyBase"))
        )
        align = attribute(child(child(item, "rubyPr"), "rubyAlign"), "val") or "center"
        self.atoms.append(ruby_atom(below, above, form, align))

    def _call(self, item: Element, form: RunFormat) -> None:
        mark, note = self._tools.call(item, self._area)
        atoms = [replace(atom, raw=OBJECT) for atom in text_atoms(mark, form)]  # no air beside it, as beside a word
        self.atoms += atoms[:-1] + [replace(atom, footnote=note) for atom in atoms[-1:]]
