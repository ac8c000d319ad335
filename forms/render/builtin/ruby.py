"""Ruby (ルビ): base text with a reading above it, as one thing on the line."""

from collections.abc import Sequence
from dataclasses import replace

from forms.render.builtin.boxes import Atom, Line, Mark, Placed, Text
from forms.render.builtin.properties import RunFormat


def ruby_atom(base: Sequence[Atom], above: Sequence[Atom], form: RunFormat, align: str) -> Atom:
    """The two lines of a w:ruby as a figure; the narrower one is spread or centred over the wider."""
    width = max(_width(base), _width(above))
    low_up, low_down = _metrics(base, form)
    high_up, high_down = _metrics(above, form) if above else (0.0, 0.0)
    height = high_up + high_down + low_up + low_down
    marks: tuple[Mark, ...] = (
        _line(above, width, high_up, high_up + high_down, 0.0, spread=align.startswith("distribute")),
        _line(base, width, low_up, low_up + low_down, high_up + high_down, spread=align.startswith("distribute")),
    )
    text = "".join(atom.raw for atom in base)
    return Atom("figure", form, raw=text, width=width, height=height, figure=marks, depth=low_down)


def _width(atoms: Sequence[Atom]) -> float:
    return sum(atom.width for atom in atoms)


def _metrics(atoms: Sequence[Atom], form: RunFormat) -> tuple[float, float]:
    found = [atom.format.metrics() for atom in atoms] or [form.metrics()]
    return max(above for above, _ in found), max(below for _, below in found)


def _line(atoms: Sequence[Atom], width: float, baseline: float, height: float, y: float, *, spread: bool) -> Text:
    free = width - _width(atoms)
    gap = free / len(atoms) if spread and atoms else 0.0
    x = gap / 2 if gap else free / 2
    placed = []
    for atom in atoms:
        placed.append(Placed(x, replace(atom), atom.width))
        x += atom.width + gap
    return Text(0.0, y, Line(tuple(placed), height, baseline))
