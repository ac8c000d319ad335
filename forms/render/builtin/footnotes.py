"""Footnotes and endnotes: their numbers in the order of their calls, and their text set.

Decision: a note is set when its call is read; a footnote travels with the line that calls it, endnotes are kept for the end.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from forms.render.builtin.boxes import Fill, Footnote, Slab
from forms.render.builtin.numbering import formatted
from forms.render.builtin.ooxml import Element, attribute, child, local, val
from forms.render.builtin.package import Package, Source
from forms.render.builtin.properties import NO_TABLE
from forms.render.builtin.text import Area

SetColumn = Callable[[Element, Area], tuple[tuple[Slab, ...], float]]
RULE_WIDTH, RULE, GAP = 144.0, 0.5, 5.0  # the line above the notes in points: length, width, room


class Footnotes:
    """The notes of one document and how far they have been counted."""

    def __init__(self, package: Package, set_column: SetColumn) -> None:
        self._package, self._set_column = package, set_column
        self._numbers: dict[tuple[str, str], int] = {}
        self._endnotes: dict[str, Footnote] = {}

    def call(self, reference: Element, area: Area) -> tuple[str, Footnote | None]:
        """What a call reads, and the footnote that goes with it (none for an endnote: see `endnotes`)."""
        kind = local(reference).removesuffix("Reference")
        number = attribute(reference, "id") or ""
        key = kind, number
        if key not in self._numbers:
            self._numbers[key] = 1 + sum(other == kind for other, _ in self._numbers)
        mark = "" if attribute(reference, "customMarkFollows") in ("1", "true") else self._mark(kind, self._numbers[key])
        source = self._package.footnotes if kind == "footnote" else self._package.endnotes
        note = self._set(source, kind, number, mark, area)
        if note is not None and kind == "endnote":
            self._endnotes[number] = note
            return mark, None
        return mark, note

    def _mark(self, kind: str, number: int) -> str:
        default = "decimal" if kind == "footnote" else "lowerRoman"
        return formatted(number, val(child(self._package.settings, f"{kind}Pr"), "numFmt") or default)

    def _set(self, source: Source | None, kind: str, number: str, mark: str, area: Area) -> Footnote | None:
        element = next((note for note in (source.root if source else ()) if attribute(note, "id") == number), None)
        if source is None or element is None:
            self._package.notes.missing("中身がファイルにない脚注")
            return None
        inner = replace(area, source=source, pitch=0.0, table=NO_TABLE, in_cell=False, note_mark=mark)
        return Footnote(*self._set_column(element, inner))

    def endnotes(self) -> Iterator[Footnote]:
        """The endnotes called so far, in order."""
        yield from self._endnotes.values()


def separator(y: float, x: float) -> Fill:
    """The line above the notes of a page that begin at y."""
    return Fill(x, y + GAP / 2, RULE_WIDTH, RULE, "000000")
