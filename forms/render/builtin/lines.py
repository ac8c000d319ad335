"""Setting a paragraph's atoms in lines: breaking, tab stops, alignment and the height of each line.

Constants marked LibreOffice were measured with version 7.4; Word's own values stand beside them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from forms.render.builtin.boxes import Atom, Line, Placed
from forms.render.builtin.kinsoku import HANGING, NO_END, NO_START, wants_air
from forms.render.builtin.properties import ParagraphFormat, RunFormat, Tab
from forms.render.builtin.text import drawn_width

AIR = 0.2  # em between ideographs and letters (LibreOffice; Word about 0.25)
SLACK = 0.02  # points by which a line may be too long
EXACT_ASCENT = 0.8  # share of an exact line height above the baseline (LibreOffice)
TEXT = ("eastern", "word", "space")


@dataclass(frozen=True)
class Measure:
    """What the lines are set against: the column's width, the grid's pitch or 0, default tabs, the format of an empty line."""

    width: float
    pitch: float
    default_tab: float
    empty: RunFormat


def set_lines(atoms: Sequence[Atom], form: ParagraphFormat, measure: Measure) -> tuple[Line, ...]:
    """The lines of a paragraph; an empty one has one line."""
    setter = _Setter(list(atoms), form, measure)
    lines = [setter.next_line()]
    while not setter.done:
        lines.append(setter.next_line())
    return tuple(lines)


class _Setter:
    """Sets one paragraph, line by line."""

    def __init__(self, atoms: list[Atom], form: ParagraphFormat, measure: Measure) -> None:
        self._atoms, self._form, self._measure = atoms, form, measure
        self._at = 0
        self._first = True
        self.done = False

    def next_line(self) -> Line:
        """Set the next line and move on."""
        x0 = self._form.left + (self._form.first if self._first else 0.0)
        available = self._measure.width - self._form.right - x0
        taken, ender = self._take(x0, available)
        self._first = False
        forced = ender is not None and ender.kind == "break"
        self.done = self._at >= len(self._atoms) and not forced
        last = self.done or ender is not None
        items = _aligned(taken, x0, available, self._form.justify, last=last)
        height, baseline, overhang = line_height(self._metrics(taken), self._form, self._measure.pitch)
        return Line(items, height, baseline, overhang, ends_page=ender is not None and ender.kind == "page")

    def _take(self, x0: float, available: float) -> tuple[list[tuple[float, Atom]], Atom | None]:
        """(air before, atom) of the next line, and the break that ended it."""
        taken: list[tuple[float, Atom]] = []
        x = 0.0
        while self._at < len(self._atoms):
            atom = self._atoms[self._at]
            if atom.kind in ("break", "page"):
                self._at += 1
                return taken, atom
            if atom.kind == "tab":
                atom = self._stopped(atom, x0 + x)
            air = _air(taken[-1][1], atom) if taken and self._form.autospace else 0.0
            if atom.kind != "space" and x + air + atom.width > available + SLACK:
                if taken and self._may_hang(atom, x, available):
                    self._at += 1
                    return [*taken, (air, atom)], None
                if taken:
                    return self._retreat(taken), None
                if atom.kind == "word" and len(atom.drawn) > 1:
                    atom = self._split(atom, available)
            taken.append((air, atom))
            x += air + atom.width
            self._at += 1
        return taken, None

    def _may_hang(self, atom: Atom, x: float, available: float) -> bool:
        """Whether a 、 or 。 that is one too many may stand in the margin."""
        return self._form.hanging and atom.raw in HANGING and x <= available + SLACK

    def _retreat(self, taken: list[tuple[float, Atom]]) -> list[tuple[float, Atom]]:
        """Go back to the last place where the line may end; nowhere: end it right here."""
        for count in range(len(taken), 0, -1):
            at = self._at - (len(taken) - count)
            if may_break(self._atoms[at - 1], self._atoms[at], kinsoku=self._form.kinsoku):
                self._at = at
                return taken[:count]
        return taken

    def _split(self, word: Atom, available: float) -> Atom:
        """The part of a too long word that fits; the rest takes its place among the atoms."""
        parts = [replace(word, drawn=word.drawn[:count]) for count in range(len(word.drawn) - 1, 0, -1)]
        head = next((part for part in parts if drawn_width(part) <= available), parts[-1])
        tail = replace(word, drawn=word.drawn[len(head.drawn) :], raw=word.raw[len(head.drawn) :])
        self._atoms[self._at : self._at + 1] = [head, replace(tail, width=drawn_width(tail))]
        return replace(head, width=drawn_width(head))

    def _stopped(self, tab: Atom, position: float) -> Atom:
        """The tab with the width that takes it from `position` to its stop."""
        stop = self._next_stop(position)
        if stop.kind in ("left", "num", "bar"):
            return replace(tab, width=stop.position - position, leader=stop.leader)
        rest = self._width_to_next_tab(decimal=stop.kind == "decimal")
        behind = rest / 2 if stop.kind == "center" else rest
        return replace(tab, width=max(stop.position - position - behind, 0.0), leader=stop.leader)

    def _next_stop(self, position: float) -> Tab:
        form = self._form
        stops = [stop for stop in form.tabs if stop.position > position + 0.01]
        if form.first < 0 and position < form.left - 0.01:
            stops.append(Tab(form.left, "left", "none"))
        if stops:
            return min(stops, key=lambda stop: stop.position)
        step = self._measure.default_tab
        return Tab((math.floor(position / step + 0.001) + 1) * step, "left", "none")

    def _width_to_next_tab(self, *, decimal: bool) -> float:
        width = 0.0
        for atom in self._atoms[self._at + 1 :]:
            if atom.kind in ("tab", "break", "page"):
                break
            if decimal and "." in atom.drawn and atom.owner is not None:
                return width + drawn_width(replace(atom, drawn=atom.drawn.partition(".")[0]))
            width += atom.width
        return width

    def _metrics(self, taken: list[tuple[float, Atom]]) -> tuple[float, float]:
        """Ascent and descent of the line."""
        heights = [_atom_metrics(atom) for _, atom in taken] or [self._measure.empty.metrics()]
        return max(above for above, _ in heights), max(below for _, below in heights)


def may_break(before: Atom, after: Atom, *, kinsoku: bool) -> bool:
    """Whether a line may end between two atoms."""
    if after.kind == "space":
        return False
    if before.kind in ("space", "tab") or after.kind == "tab":
        return before.kind == "space" or after.kind == "tab" or not kinsoku or after.raw[:1] not in NO_START
    if before.kind == after.kind == "word":
        return before.raw.endswith("-")
    return not kinsoku or (after.raw[:1] not in NO_START and before.raw[-1:] not in NO_END)


def _air(before: Atom, after: Atom) -> float:
    if {before.kind, after.kind} != {"eastern", "word"}:
        return 0.0
    if before.kind == "eastern":
        wanted, size = wants_air(before.raw[0], after.raw[0]), before.format.size
    else:
        wanted, size = wants_air(after.raw[0], before.raw[-1]), after.format.size
    return size * AIR if wanted else 0.0


def _atom_metrics(atom: Atom) -> tuple[float, float]:
    if atom.kind == "picture":
        return atom.height, 0.0
    if atom.owner is None:
        return atom.format.metrics()
    size, rise = atom.format.drawn_size, atom.format.rise
    owner_above, owner_below = atom.owner.ascent * size + rise, atom.owner.descent * size - rise
    return max(owner_above, 0.0), max(owner_below, 0.0)


def _aligned(taken: list[tuple[float, Atom]], x0: float, available: float, justify: str, *, last: bool) -> tuple[Placed, ...]:
    """Place a line's atoms; blanks at its end do not count and hang over."""
    seen = len(taken)
    while seen and taken[seen - 1][1].kind == "space":
        seen -= 1
    inside = seen - 1 if seen and _hangs(taken[:seen], available) else seen
    free = available - _width(taken[:inside])
    stretched = _gaps([atom for _, atom in taken[:inside]]) if _fills(justify, last=last) and free > 0 else set()
    extra = free / len(stretched) if stretched else 0.0
    x = x0 + _offset(justify, free, stretched=bool(stretched))
    items = []
    for index, (air, atom) in enumerate(taken):
        x += air
        width = atom.width + (extra if index in stretched else 0.0)
        items.append(Placed(x, atom, width))
        x += width
    return tuple(items)


def _hangs(taken: list[tuple[float, Atom]], available: float) -> bool:
    return taken[-1][1].raw in HANGING and _width(taken) > available + SLACK


def _width(taken: list[tuple[float, Atom]]) -> float:
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
    """The indexes after which a justified line may be stretched: behind the last tab only."""
    start = max((index + 1 for index, atom in enumerate(atoms) if atom.kind == "tab"), default=0)
    return {
        index
        for index in range(start, len(atoms) - 1)
        if atoms[index + 1].kind != "space" and (atoms[index].kind in ("space", "eastern") or atoms[index + 1].kind == "eastern")
    }


def line_height(metrics: tuple[float, float], form: ParagraphFormat, pitch: float) -> tuple[float, float, float]:
    """Height, baseline and overhang of a line with this ascent and descent; `pitch` 0 where no grid holds."""
    ascent, descent = metrics
    natural = ascent + descent
    grid = pitch if form.snap else 0.0
    if form.line_rule == "exact" and form.line:
        return form.line, form.line - descent if form.line == natural else form.line * EXACT_ASCENT, 0.0
    if form.line_rule == "atLeast" and form.line:
        height = max(form.line, _gridded(natural, grid))
        return height, height - descent - (max(0.0, height - natural) / 2 if grid else 0.0), 0.0
    factor = form.line or 1.0
    single = _gridded(natural, grid)
    height = single * factor
    return height, (single - natural) / 2 + ascent + min(0.0, height - single), max(0.0, height - single)


def _gridded(natural: float, pitch: float) -> float:
    """The height on the grid: as many whole lines as it takes."""
    return pitch * max(1, math.ceil(round(natural - 0.01, 2) / pitch)) if pitch else natural
