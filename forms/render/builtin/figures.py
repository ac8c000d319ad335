"""Drawn things set: a shapes.Drawing becomes marks, its text set in it, standing on a line or floating beside it.

Decision: a text box is a column of blocks like a cell's, set in the room that its insets leave.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from forms.render.builtin.bitmaps import readable
from forms.render.builtin.boxes import Atom, Floating, Group, Mark, Outline, Picture, Segment, Slab, Stroke, Text, moved
from forms.render.builtin.drawingml import DrawingReader
from forms.render.builtin.ooxml import Element, local, name
from forms.render.builtin.package import Package
from forms.render.builtin.presets import flipped, outline, polygon
from forms.render.builtin.properties import NO_TABLE, RunFormat, TableContext
from forms.render.builtin.shapes import Body, Drawing, Shape
from forms.render.builtin.text import Area
from forms.render.builtin.upright import TURNED, UPWARDS, upright
from forms.render.builtin.vml import VmlReader

SetColumn = Callable[[Element, Area], tuple[tuple[Slab, ...], float]]
SLACK = 0.5


@dataclass(frozen=True)
class Figures:
    """Sets the drawn things of one document; `set_column` sets the blocks inside a text box."""

    package: Package
    set_column: SetColumn

    def atoms(self, element: Element, form: RunFormat, area: Area) -> Iterator[Atom]:
        """The atoms of a w:drawing, w:pict or w:object in a run of that format."""
        if local(element) == "drawing":
            found = DrawingReader(area.source, self.package.theme, self.package.notes).drawing(element)
            drawings = [found] if found else []
        else:
            drawings = list(VmlReader(area.source, self.package.notes).drawings(element))
        for drawing in drawings:
            yield self._atom(drawing, form, area)

    def _atom(self, drawing: Drawing, form: RunFormat, area: Area) -> Atom:
        place = drawing.placement
        ruled = place is None and drawing.shape.width <= 0  # a horizontal line of the old kind: as wide as the text
        shape, marks = self._set(replace(drawing.shape, width=area.width) if ruled else drawing.shape, area)
        if place is None:
            return Atom("figure", form, raw="\ufffc", width=shape.width, height=shape.height, figure=tuple(marks))
        floating = Floating(
            shape.width, shape.height, place.across, place.down, tuple(marks), place.wrap, place.side, place.gaps, place.layer,
            in_cell=area.in_cell and place.in_cell,
        )  # fmt: skip
        return Atom("anchor", form, floating=floating)

    def _set(self, shape: Shape, area: Area) -> tuple[Shape, list[Mark]]:
        """The shape as large as its text makes it, and its marks relative to its top left corner."""
        text: list[Mark] = []
        if shape.body is not None:
            shape, text = self._text(shape, shape.body, area)
        marks: list[Mark] = [*self._look(shape), *text]
        for part in shape.parts:
            grown, inner = self._set(part, area)
            marks.append(Group(grown.x, grown.y, tuple(inner)))
        if shape.turn:
            marks = [Group(0.0, 0.0, tuple(marks), shape.turn, (shape.width / 2, shape.height / 2))]
        return shape, marks

    def _look(self, shape: Shape) -> Iterator[Mark]:
        """Fill, picture and line."""
        if shape.image and readable(shape.image):
            yield Picture(0.0, 0.0, shape.width, shape.height, shape.image, shape.crop)
        elif shape.image:
            self.package.notes.missing("この形式の図（PNGかJPEGなら印刷できます）")
            yield _box(shape, "", Stroke(0.5, "808080", "dash"))
        if shape.preset or shape.outline:
            yield self._outline(shape)

    def _outline(self, shape: Shape) -> Outline:
        path = shape.outline or outline(shape.preset, shape.width, shape.height, shape.adjust)
        if path is None:
            self.package.notes.plain(f"図形（{shape.preset}）")
            return _box(shape, shape.fill, shape.stroke)
        path = flipped(path, shape.width, shape.height, across=shape.flip_across, down=shape.flip_down)
        return Outline(0.0, 0.0, path, shape.fill if _closed(path) else "", shape.stroke)

    def _text(self, shape: Shape, body: Body, area: Area) -> tuple[Shape, list[Mark]]:
        top, left, bottom, right = _turned(body)
        width, height = shape.width - left - right, shape.height - top - bottom
        turned = body.direction != "horz"
        inner = replace(area, width=max(height if turned else width, 1.0), pitch=0.0, in_cell=False, table=_context(body))
        inner = replace(inner, upright=turned and body.direction not in (*TURNED, *UPWARDS))
        slabs, need = self.set_column(body.content, inner)
        if body.grows and not turned:
            shape = replace(shape, height=max(need + top + bottom, 0.0))
            height = need
        room = width if turned else height
        drop = max(room - need, 0.0) * {"center": 0.5, "bottom": 1.0}.get(body.align, 0.0)
        shown = self._shown(slabs, room - drop)
        marks = [moved(mark, 0.0, drop + slab.top) for slab in shown for mark in slab.piece.marks]
        if turned:
            marks = upright(marks, width, height, body.direction)
        return shape, [moved(mark, left, top) for mark in marks]

    def _shown(self, slabs: tuple[Slab, ...], room: float) -> tuple[Slab, ...]:
        """The lines that stand inside the box; the rest does not show in Word and LibreOffice either."""
        shown = tuple(slab for slab in slabs if slab.top < room - SLACK) or slabs[:1]
        if any(_shows(mark) for slab in slabs[len(shown) :] for mark in slab.piece.marks):
            self.package.notes.add("テキストボックスに入りきらない行があり、WordやLibreOfficeと同じく印刷していません。")
        return shown


def _turned(body: Body) -> tuple[float, float, float, float]:
    """The insets of a text box, which turn with its text (LibreOffice)."""
    top, left, bottom, right = body.insets
    if body.direction == "horz":
        return body.insets
    return (right, top, left, bottom) if body.direction in UPWARDS else (left, bottom, right, top)


def _shows(mark: Mark) -> bool:
    return isinstance(mark, Text) and any(item.atom.raw.strip() for item in mark.line.items)


def _context(body: Body) -> TableContext:
    """The colour of text that says none of its own."""
    if not body.color or body.color == "000000":
        return NO_TABLE
    properties = body.content.makeelement(name("rPr"))
    properties.append(properties.makeelement(name("color"), {name("val"): body.color}))
    return TableContext(run=(properties,))


def _box(shape: Shape, fill: str, stroke: Stroke | None) -> Outline:
    width, height = shape.width, shape.height
    return Outline(0.0, 0.0, polygon([(0, 0), (width, 0), (width, height), (0, height)]), fill, stroke)


def _closed(path: tuple[Segment, ...]) -> bool:
    return any(sign == "Z" for sign, _ in path)


