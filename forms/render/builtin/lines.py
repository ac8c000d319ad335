"""Setting a paragraph's atoms in lines: where they break, and how wide tabs are.

Constants marked LibreOffice were measured with version 7.4; Word's own values stand beside them.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from forms.fonts import face
from forms.render.builtin.boxes import Atom, Line, Placed
from forms.render.builtin.controls import Control
from forms.render.builtin.kinsoku import HANGING, NO_START, may_part, wants_air
from forms.render.builtin.placing import BLANKS, SLACK, Taken, aligned, line_height
from forms.render.builtin.properties import ParagraphFormat, RunFormat, Tab
from forms.render.builtin.text import drawn_width

EMPHASIS_HEIGHT = 0.35  # em that 圏点 add above (LibreOffice)
BREAKS = ("break", "page", "column")
AIR = 0.2  # em between ideographs and letters (LibreOffice; Word about 0.25)


@dataclass(frozen=True)
class Measure:
    """What the lines are set against: the column's width, the grid's pitch or 0, default tabs, the format of an empty line.

    `opens` are the empty content controls before the first atom.
    """

    width: float
    pitch: float
    default_tab: float
    stretches_breaks: bool
    empty: RunFormat
    opens: tuple[Control, ...] = ()


# a line's top and height, its left and right end → how far it must go down, the free stretches there
Way = Callable[[float, float, float, float], tuple[float, list[tuple[float, float]]]]


def set_lines(atoms: Sequence[Atom], form: ParagraphFormat, measure: Measure, way: Way | None = None) -> tuple[Line, ...]:
    """The lines of a paragraph; an empty one has one line. `way` leads them around what stands beside the text."""
    setter = _Setter(list(atoms), form, measure, way)
    lines = [setter.next_line()]
    while not setter.done:
        lines.append(setter.next_line())
    return tuple(lines)


class _Setter:
    """Sets one paragraph, line by line."""

    def __init__(self, atoms: list[Atom], form: ParagraphFormat, measure: Measure, way: Way | None) -> None:
        self._atoms, self._form, self._measure, self._way = atoms, form, measure, way
        self._at = 0
        self._y = 0.0
        self._first = True
        self._opens = measure.opens
        self.done = False

    def next_line(self) -> Line:
        """Set the next line and move on."""
        x0 = self._form.left + (self._form.first if self._first else 0.0)
        x1 = self._measure.width - self._form.right
        lead, stretches = self._stretches(x0, x1)
        taken: list[Taken] = []
        items: list[Placed] = []
        for start, end in stretches:
            part, ender = self._take(start, end - start)
            self._first = False
            forced = ender is not None and ender.kind == "break"
            self.done = self._at >= len(self._atoms) and not forced
            last = self.done or (ender is not None and not (forced and self._measure.stretches_breaks))
            items += aligned(part, start, end - start, self._form, last=last)
            taken += part
            if self.done or ender is not None:
                break
        height, baseline, overhang = line_height(self._metrics(taken), self._form, self._measure.pitch)
        self._y += lead + height
        ends = ender.kind if ender is not None and ender.kind != "break" else ""
        opens, self._opens = self._opens, ender.behind if ender is not None else ()
        return Line(tuple(items), lead + height, lead + baseline, overhang, ends, opens)

    def _stretches(self, x0: float, x1: float) -> tuple[float, list[tuple[float, float]]]:
        """How far the line goes down, and where between its ends text may stand."""
        if self._way is None:
            return 0.0, [(x0, x1)]
        height, _, overhang = line_height(self._measure.empty.metrics(), self._form, self._measure.pitch)
        return self._way(self._y, height - overhang, x0, x1)

    def _take(self, x0: float, available: float) -> tuple[list[Taken], Atom | None]:
        """(air before, atom) of the next line, and the break that ended it."""
        taken: list[Taken] = []
        x, before, limit, autospace = 0.0, None, available + SLACK, self._form.autospace
        while self._at < len(self._atoms):
            atom = self._atoms[self._at]
            kind = atom.kind
            if kind in BREAKS:
                self._at += 1
                return taken, atom
            if kind == "tab":
                atom = self._stopped(atom, x0 + x)
            air = _air(before, atom) if before is not None and before.kind != kind and autospace else 0.0
            if x + air + atom.width > limit and atom.raw not in BLANKS:  # blanks hang (LibreOffice: 全角 too)
                if taken and self._may_hang(atom, x, available):
                    self._at += 1
                    return [*taken, (air, atom)], None
                if taken:
                    return self._retreat(taken), None
                if atom.kind == "word" and len(atom.drawn) > 1:
                    atom = self._split(atom, available)
            taken.append((air, atom))
            x += air + atom.width
            before = atom
            self._at += 1
        return taken, None

    def _may_hang(self, atom: Atom, x: float, available: float) -> bool:
        """Whether a 、 or 。 that is one too many may stand in the margin."""
        return self._form.hanging and atom.raw in HANGING and x <= available + SLACK

    def _retreat(self, taken: list[Taken]) -> list[Taken]:
        """Go back to the last place where the line may end; nowhere: end it right here."""
        for count in range(len(taken), 0, -1):
            at = self._at - (len(taken) - count)
            if may_break(self._atoms[at - 1], self._atoms[at], kinsoku=self._form.kinsoku):
                self._at = at
                return taken[:count]
        return taken

    def _split(self, word: Atom, available: float) -> Atom:
        """The part of a too long word that fits; the rest takes its place among the atoms."""
        count = _fitting(word, available)
        head = replace(word, drawn=word.drawn[:count], behind=())
        tail = replace(word, drawn=word.drawn[count:], raw=word.raw[count:])
        self._atoms[self._at : self._at + 1] = [head, replace(tail, width=drawn_width(tail))]
        return replace(head, width=drawn_width(head))

    def _stopped(self, tab: Atom, position: float) -> Atom:
        """The tab with the width that takes it from `position` to its stop."""
        stop = self._margin_stop(tab.raw) if tab.raw else self._next_stop(position)
        if stop.kind in ("left", "num", "bar"):
            return replace(tab, width=max(stop.position - position, 0.0), leader=stop.leader)
        rest = self._width_to_next_tab(decimal=stop.kind == "decimal")
        behind = rest / 2 if stop.kind == "center" else rest
        return replace(tab, width=max(stop.position - position - behind, 0.0), leader=stop.leader)

    def _margin_stop(self, align: str) -> Tab:
        """The stop of a w:ptab: a place on the line that no tab stop moves."""
        share = {"center": 0.5, "right": 1.0}.get(align, 0.0)
        return Tab(self._measure.width * share, align, "none")

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
        """The width of the text behind the tab, up to its decimal point where one is asked for."""
        width, before = 0.0, self._atoms[self._at]
        for atom in self._atoms[self._at + 1 :]:
            if atom.kind in ("tab", "break", "page"):
                break
            width += _air(before, atom) if self._form.autospace else 0.0
            if decimal and "." in atom.drawn and atom.owner is not None:
                return width + drawn_width(replace(atom, drawn=atom.drawn.partition(".")[0]))
            width, before = width + atom.width, atom
        return width

    def _metrics(self, taken: list[Taken]) -> tuple[float, float]:
        """Ascent and descent of the line."""
        heights = [self._measure.empty.metrics()] if not taken else []
        kind = form = None
        for _, atom in taken:
            if atom.format is not form or atom.kind != kind or kind == "figure":
                kind, form = atom.kind, atom.format
                heights.append(_atom_metrics(atom))
        return max(above for above, _ in heights), max(below for _, below in heights)


def _fitting(word: Atom, available: float) -> int:
    """How many letters of a word fit, but one at least and not all."""
    width, count = 0.0, 0
    while count < len(word.drawn) - 1 and width <= available:
        width += drawn_width(replace(word, drawn=word.drawn[count]))
        count += 1
    return max(count - (width > available), 1)


def may_break(before: Atom, after: Atom, *, kinsoku: bool) -> bool:
    """Whether a line may end between two atoms."""
    if after.kind == "space":
        return False
    if before.kind in ("space", "tab") or after.kind == "tab":
        return before.kind == "space" or after.kind == "tab" or not kinsoku or after.raw[:1] not in NO_START
    if before.kind == after.kind == "word":
        return before.raw.endswith("-")
    return not kinsoku or may_part(before.raw[-1:], after.raw[:1])


def _air(before: Atom, after: Atom) -> float:
    if before.kind == "eastern" and after.kind == "word":
        return before.format.size * AIR if wants_air(before.raw[0], after.raw[0]) else 0.0
    if before.kind == "word" and after.kind == "eastern":
        return after.format.size * AIR if wants_air(after.raw[0], before.raw[-1]) else 0.0
    return 0.0


def _atom_metrics(atom: Atom) -> tuple[float, float]:
    if atom.kind == "figure":
        return atom.height - atom.depth, atom.depth
    if atom.kind == "anchor":
        return 0.0, 0.0
    if atom.owner is None:
        return atom.format.metrics()
    size, rise = atom.format.drawn_size, atom.format.rise
    family = atom.format.eastern if atom.kind == "eastern" else atom.format.latin
    owner = face(family, atom.format.bold)  # not the fallback that may draw it: that one adds no height (LibreOffice)
    owner_above, owner_below = owner.ascent * size + rise, owner.descent * size - rise
    dots = EMPHASIS_HEIGHT * size if atom.format.emphasis not in ("", "underDot") and atom.kind == "eastern" else 0.0
    return max(owner_above + dots, 0.0), max(owner_below, 0.0)
