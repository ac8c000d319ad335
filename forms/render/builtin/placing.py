"""Where a line's atoms stand once it is known which they are, and how high the line is.

Constants marked LibreOffice were measured with version 7.4.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from forms.render.builtin.boxes import Atom, Placed
from forms.render.builtin.kinsoku import HANGING
from forms.render.builtin.properties import ParagraphFormat

SLACK = 0.005  # points by which a line may be too long
EXACT_ASCENT = 0.8  # share of an exact line height above the baseline (LibreOffice)
BLANKS = (" ", "\t", "\n", "\u3000")
HUNG = (" ", "\u3000")  # what hangs in the margin unseen
MOVED = ("right", "end", "center")  # how text stands that does not begin at the left
Taken = tuple[float, Atom]  # the air before an atom, and the atom


def aligned(taken: Sequence[Taken], x0: float, available: float, form: ParagraphFormat, *, last: bool) -> tuple[Placed, ...]:
    """Place a line's atoms from `x0` in `available` points; `last` is a line that is not stretched."""
    justify = form.justify
    fills = _fills(justify, last=last)
    free, stretched = _free(taken, available, form, fills=fills) if fills or justify in MOVED else (0.0, set())
    extra = free / len(stretched) if stretched else 0.0
    x = x0 + _offset(justify, free, stretched=bool(stretched))
    items = []
    for index, (air, atom) in enumerate(taken):
        x += air
        width = atom.width + extra if index in stretched else atom.width
        items.append(Placed(x, atom, width))
        x += width
    return tuple(items if x <= x0 + available + SLACK else _kept_in(items, x0 + available))


def _free(taken: Sequence[Taken], available: float, form: ParagraphFormat, *, fills: bool) -> tuple[float, set[int]]:
    """The width that a line leaves, and the indexes after which it may be stretched where it `fills` the column."""
    seen = len(taken)
    while seen and not form.blanks_count and taken[seen - 1][1].raw in BLANKS:
        seen -= 1
    inside = seen - 1 if seen and _hangs(taken[:seen], available) else seen
    free = available - _width(taken[:inside])
    return free, _gaps([atom for _, atom in taken[:inside]]) if fills and free > 0 else set()


def _kept_in(items: list[Placed], end: float) -> Iterator[Placed]:
    """The line with the blanks at its end drawn together, so that no underline runs on into the margin (Word)."""
    seen = max((index + 1 for index, item in enumerate(items) if item.atom.raw not in HUNG), default=0)
    yield from items[:seen]
    for item in items[seen:]:
        x = min(item.x, max(end, items[seen].x))
        yield Placed(x, item.atom, min(item.width, max(end - x, 0.0)))


def _hangs(taken: Sequence[Taken], available: float) -> bool:
    return taken[-1][1].raw in HANGING and _width(taken) > available + SLACK


def _width(taken: Sequence[Taken]) -> float:
    return sum(air + atom.width for air, atom in taken)


def _fills(justify: str, *, last: bool) -> bool:
    return justify == "distribute" or (justify == "both" and not last)


def _offset(justify: str, free: float, *, stretched: bool) -> float:
    if justify in ("right", "end"):
        return free
    if justify == "center" or (justify == "distribute" and not stretched):
        return free / 2
    return 0.0


def _gaps(atoms: list[Atom]) -> set[int]:
    """The indexes after which a justified line may be stretched: behind the last tab only, and not beside an anchor."""
    start = max((index + 1 for index, atom in enumerate(atoms) if atom.kind == "tab"), default=0)
    seen = [index for index in range(start, len(atoms)) if atoms[index].kind != "anchor"]
    return {
        index
        for index, after in pairwise(seen)
        if atoms[after].kind != "space" and (atoms[index].kind in ("space", "eastern") or atoms[after].kind == "eastern")
    }


def line_height(metrics: tuple[float, float], form: ParagraphFormat, pitch: float) -> tuple[float, float, float]:
    """Height, baseline and overhang of a line with this ascent and descent; `pitch` 0 where no grid holds."""
    ascent, descent = metrics
    natural = ascent + descent
    if pitch and form.snap:  # LibreOffice: on the grid exact and least heights do not count (Word keeps exact ones)
        single = _gridded(natural, pitch)
        more = max((form.line or 1.0) - 1.0, 0.0) * natural if form.line_rule == "auto" else 0.0
        return single + more, (single - natural) / 2 + ascent, more
    if form.line_rule == "exact" and form.line:
        return form.line, form.line - descent if form.line == natural else form.line * EXACT_ASCENT, 0.0
    if form.line_rule == "atLeast" and form.line:
        height = max(form.line, natural)
        return height, height - descent, 0.0
    height = natural * (form.line or 1.0)
    return height, ascent + min(0.0, height - natural), max(0.0, height - natural)


def _gridded(natural: float, pitch: float) -> float:
    """The height on the grid: as many whole lines as it takes."""
    return pitch * max(1, math.ceil(round(natural - 0.01, 2) / pitch))
