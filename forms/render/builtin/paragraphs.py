"""One paragraph from XML to set lines, with its number, frame and shading.

The frame's paddings are part of the first and last line's height, so that whoever stacks lines need not know of frames.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from forms.render.builtin.boxes import Anchored, Atom, Fill, Footnote, Line, Mark, Piece, Place, Rule, Text
from forms.render.builtin.controls import Control, around
from forms.render.builtin.fitting import fitted_text
from forms.render.builtin.frames import frame_of
from forms.render.builtin.inline import Inline, Tools, followed
from forms.render.builtin.lines import Measure, set_lines
from forms.render.builtin.numbering import Level, Numbering
from forms.render.builtin.ooxml import Element, child, written
from forms.render.builtin.package import Package
from forms.render.builtin.places import places
from forms.render.builtin.properties import Formats, ParagraphFormat, RunFormat, TableContext
from forms.render.builtin.sides import Side
from forms.render.builtin.text import Area, text_atoms


@dataclass(frozen=True)
class ParagraphBox:
    """A set paragraph; before and after in points, already reconciled with its neighbours."""

    form: ParagraphFormat
    lines: tuple[Line, ...]
    width: float
    before: float
    after: float
    joined_above: bool = False
    joined_below: bool = False
    upper: float = 0.0  # the whole space above it: what is anchored in it measures from there (LibreOffice)
    atoms: tuple[Atom, ...] = field(default=(), repr=False)  # to set it anew around what stands beside it
    measure: Measure | None = None
    controlled: bool = False  # whether there are content controls about
    controls: tuple[Control, ...] = ()  # those that hold it whole

    def pieces(self) -> list[Piece]:
        """The lines with what frame and shading add to them."""
        return [self._piece(index) for index in range(len(self.lines))]

    def _binds(self, index: int) -> bool:
        """Whether a line must not end a page: the first (LibreOffice; Word only with widow control), the last but one, or any."""
        last = len(self.lines) - 1
        return index < last and (self.form.keep_lines or index == 0 or (self.form.widow_control and index == last - 1))

    def _piece(self, index: int) -> Piece:
        line = self.lines[index]
        marks: list[Mark] = [Text(0.0, 0.0, line)]
        above, height = 0.0, line.height
        if self.form.frame or self.form.fill:
            marks, above, height = self._framed(index)
        marks += self._anchors(index, above)
        marks += self._places(line, above)
        return Piece(height, tuple(marks), line.overhang, line.ends, self._binds(index), self._footnotes(line))

    def _framed(self, index: int) -> tuple[list[Mark], float, float]:
        """A line in its frame and shading, how far down its text begins, and the height of it all."""
        line, top, bottom = self.lines[index], index == 0, index == len(self.lines) - 1
        sides = dict(self.form.frame)
        upper = sides.get("between" if self.joined_above else "top") if top else None
        lower = sides.get("bottom") if bottom and not self.joined_below else None
        above, below = _padding(upper), _padding(lower)
        height = above + line.height + below
        marks: list[Mark] = [*self._shading(height), Text(0.0, above, line), *self._uprights(sides, height)]
        left, right = self._extent(sides)
        marks += [_rule(upper, left, upper.width / 2, right)] if upper else []
        marks += [_rule(lower, left, height - lower.width / 2, right)] if lower else []
        return marks, above, height

    def _places(self, line: Line, top: float) -> Iterator[Mark]:
        if not self.controlled:
            return
        left, right = self.form.left, self.width - self.form.right
        for control in self.controls:
            yield Place(left, top, right - left, line.height, control)
        yield from places(line, top, left, right)

    def _footnotes(self, line: Line) -> tuple[Footnote, ...]:
        return tuple(item.atom.footnote for item in line.items if item.atom.footnote is not None)

    def _anchors(self, index: int, y: float) -> list[Mark]:
        """What is anchored in a line whose top is at y of its piece."""
        if not any(item.atom.floating for item in self.lines[index].items):
            return []
        start = sum(line.height for line in self.lines[:index]) + self.upper
        return [
            Anchored(0.0, y - start, item.atom.floating, self.width, start, item.x)
            for item in self.lines[index].items
            if item.atom.floating is not None
        ]

    def _extent(self, sides: dict[str, Side]) -> tuple[float, float]:
        """The frame's left and right end: outside the indents by the distance from the text."""
        left = self.form.left + min(self.form.first, 0.0)
        right = self.width - self.form.right
        return left - _padding(sides.get("left")), right + _padding(sides.get("right"))

    def _shading(self, height: float) -> list[Mark]:
        if not self.form.fill:
            return []
        left, right = self._extent(dict(self.form.frame))
        return [Fill(left, 0.0, right - left, height, self.form.fill)]

    def _uprights(self, sides: dict[str, Side], height: float) -> list[Mark]:
        left, right = self._extent(sides)
        ends = (("left", left), ("right", right))
        return [
            Rule(x, 0.0, x, height, side.style, side.width, side.color)
            for which, x in ends
            if (side := sides.get(which)) is not None
        ]


@dataclass(frozen=True)
class _Dress:
    """A paragraph without its text: its format, its mark's format, its level in a list."""

    form: ParagraphFormat
    mark: RunFormat
    level: Level | None


def _padding(side: Side | None) -> float:
    return side.width + side.space if side else 0.0


def _rule(side: Side, left: float, y: float, right: float) -> Rule:
    return Rule(left, y, right, y, side.style, side.width, side.color)


class Typesetter:
    """Sets the paragraphs of one document in order (numbers count)."""

    def __init__(self, formats: Formats, numbering: Numbering, package: Package, tools: Tools) -> None:
        self._formats, self._numbering, self._tools = formats, numbering, tools
        self._dresses: dict[tuple[bytes, TableContext, float, bool], _Dress] = {}
        self._default_tab, self._stretches_breaks = package.default_tab, package.stretches_breaks

    def frame(self, element: Element) -> Element | None:
        """The w:framePr of a w:p that stands beside the text."""
        return frame_of(element, self._formats.styles, self._formats.paragraph_style(child(element, "pPr")))

    def mark(self, element: Element, area: Area) -> RunFormat:
        """The format of a paragraph's mark."""
        properties = child(element, "pPr")
        return self._formats.run(child(properties, "rPr"), self._formats.paragraph_style(properties), area.table)

    def paragraph(self, element: Element, area: Area, anchors: Sequence[Atom] = ()) -> ParagraphBox:
        """Set one w:p in an area, with what is anchored before its first character."""
        properties = child(element, "pPr")
        dress = self._dress(properties, area)
        form, mark = dress.form, dress.mark
        atoms = list(anchors)
        atoms += self._label(dress.level, mark, child(properties, "rPr"), form.style, area) if dress.level else []
        inline = Inline(self._formats, form.style, area, self._tools)
        content = fitted_text(inline.read(element))
        opens = () if atoms else inline.opens
        atoms = [*atoms[:-1], *(followed(atom, inline.opens) for atom in atoms[-1:]), *content]
        measure = Measure(area.width, area.pitch, self._default_tab, self._stretches_breaks, mark, opens)
        lines = set_lines(atoms, form, measure)
        known = area.source.controls
        return ParagraphBox(
            form, lines, area.width, form.before, form.after, upper=form.before, atoms=tuple(atoms), measure=measure,
            controlled=bool(known), controls=around(element, known),
        )  # fmt: skip

    def _dress(self, properties: Element | None, area: Area) -> "_Dress":
        """What w:pPr says in an area; most paragraphs of a form say the same in the same words."""
        key = written(properties), area.table, area.pitch, area.in_cell
        if key not in self._dresses:
            style = self._formats.paragraph_style(properties)
            level = self._numbering.level(properties, style)
            numbered = (found,) if level and (found := child(level.element, "pPr")) is not None else ()
            form = self._formats.paragraph(properties, numbered, area.table, area.pitch)
            mark = self._formats.run(child(properties, "rPr"), style, area.table)
            # in a cell nothing hangs in the margin (LibreOffice; Word lets it)
            self._dresses[key] = _Dress(replace(form, hanging=False) if area.in_cell else form, mark, level)
        return self._dresses[key]

    def _label(self, level: Level, mark: RunFormat, direct: Element | None, style: str | None, area: Area) -> list[Atom]:
        """The number in front; its own w:rPr decides over the paragraph mark's."""
        own = child(level.element, "rPr")
        form = self._formats.run(own, style, area.table) if own is not None and direct is None else mark
        atoms = list(text_atoms(self._numbering.label(level), form))
        if level.suffix == "tab":
            atoms.append(Atom("tab", form))
        elif level.suffix == "space":
            atoms += text_atoms(" ", form)
        return atoms


def reconciled(above: ParagraphBox, below: ParagraphBox) -> tuple[ParagraphBox, ParagraphBox]:
    """Two neighbours with the space and the frame between them settled: the larger space wins, equal frames join."""
    before, after = below.before - min(above.after, below.before), above.after
    if above.form.style == below.form.style and above.form.contextual and below.form.contextual:
        before = after = 0.0
    joined = bool(above.form.frame) and _same_frame(above.form, below.form)
    upper = after + before
    return replace(above, after=after, joined_below=joined), replace(below, before=before, joined_above=joined, upper=upper)


def _same_frame(one: ParagraphFormat, other: ParagraphFormat) -> bool:
    return (one.frame, one.left, one.right) == (other.frame, other.left, other.right)
