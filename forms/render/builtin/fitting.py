"""Text fitted to a width (文字の均等割り付け, w:fitText): the first character at its left end, the last at its right.

Runs that follow one another with the same w:id share one width.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from forms.render.builtin.boxes import Atom
from forms.render.builtin.text import drawn_width


def fitted_text(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms with each fitted stretch spread (or pressed) to its width."""
    if not any(atom.format.fit_width for atom in atoms):
        return list(atoms)
    found: list[Atom] = []
    for (_, width), stretch in groupby(atoms, key=lambda atom: (atom.format.fit_id, atom.format.fit_width)):
        found += _spread(list(stretch), width)
    return found


def _spread(atoms: list[Atom], width: float) -> list[Atom]:
    count = sum(len(atom.drawn) for atom in atoms)
    if count < 2 or not width:
        return atoms
    extra = (width - sum(atom.width for atom in atoms)) / (count - 1)
    spread = [replace(atom, format=replace(atom.format, spacing=atom.format.spacing + extra)) for atom in atoms]
    measured = [replace(atom, width=drawn_width(atom)) for atom in spread]
    return [*measured[:-1], replace(measured[-1], width=measured[-1].width - extra)]
