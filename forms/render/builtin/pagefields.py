"""Page numbers in the body, written when the pages are known: the marked atoms get their figures."""

from collections.abc import Iterable
from dataclasses import replace

from forms.render.builtin.boxes import Anchored, Group, Mark, Placed, Text
from forms.render.builtin.numbering import formatted
from forms.render.builtin.text import PageNumbers, text_atoms


def numbered(marks: Iterable[Mark], numbers: PageNumbers) -> list[Mark]:
    """The marks with the page numbers that they ask for."""
    return [_numbered(mark, numbers) for mark in marks]


def _numbered(mark: Mark, numbers: PageNumbers) -> Mark:
    if isinstance(mark, Group):
        return replace(mark, marks=tuple(numbered(mark.marks, numbers)))
    if isinstance(mark, Anchored):
        return replace(mark, floating=replace(mark.floating, marks=tuple(numbered(mark.floating.marks, numbers))))
    if isinstance(mark, Text) and any(item.atom.field or item.atom.figure for item in mark.line.items):
        items = tuple(_item(item, numbers) for item in mark.line.items)
        return replace(mark, line=replace(mark.line, items=items))
    return mark


def _item(item: Placed, numbers: PageNumbers) -> Placed:
    """The atom with its number, at the old place: another number of figures does not set the line anew."""
    if item.atom.figure:
        return item._replace(atom=replace(item.atom, figure=tuple(numbered(item.atom.figure, numbers))))
    if not item.atom.field:
        return item
    style = numbers.style if item.atom.field == "page" else "decimal"
    [atom] = text_atoms(formatted(getattr(numbers, item.atom.field), style), item.atom.format)[:1]
    return item._replace(atom=atom, width=atom.width)
