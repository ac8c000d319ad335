"""Pages to PDF with reportlab: the only module of the renderer that knows of PDF and of y growing upwards."""

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas

from forms.fonts import Pen, draw_segment, face, open_canvas
from forms.render.builtin.boxes import (
    Anchored,
    Atom,
    Fill,
    Group,
    Mark,
    Outline,
    Picture,
    Place,
    Placed,
    Rule,
    Stroke,
    Text,
    moved,
)
from forms.render.builtin.controls import SlotBox
from forms.render.builtin.drawshapes import draw_outline, draw_picture, rgb
from forms.render.builtin.pages import Page
from forms.render.builtin.presets import polygon
from forms.render.builtin.properties import RunFormat

DASHES = {
    "dotted": (1, 2), "dashed": (4, 2), "dashSmallGap": (4, 1), "dotDash": (4, 2, 1, 2), "dotDotDash": (4, 2, 1, 2, 1, 2),
}  # fmt: skip
LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_", "middleDot": "·", "heavy": "_"}
WIDEST = 1584.0  # points, Word's widest page
UNDERLINE, STRIKE, STROKE = 0.13, 0.3, 0.05  # position below, above the baseline and thickness in em
ABOVE = 0.88  # the top of the characters, in em
TOUCH = 0.005  # points by which neighbours may miss each other
DOT_LIFT, DOT = 1.05, 0.08  # of 圏点: middle above the baseline and radius, in em


def draw_pages(pages: Sequence[Page], target: BinaryIO) -> None:
    """Write the pages as a PDF; the same pages give the same bytes."""
    canvas = open_canvas(target, (0.0, 0.0))
    for page in pages:
        geometry = page.section.geometry
        canvas.setPageSize((geometry.width, geometry.height))
        _Sheet(canvas, geometry.height).draw(page.marks)
        canvas.showPage()
    canvas.save()


def find_boxes(pages: Sequence[Page]) -> list[SlotBox]:
    """Where the content controls of the pages stand, page by page; draws nothing."""
    canvas = open_canvas(BytesIO(), (0.0, 0.0))
    found: list[SlotBox] = []
    for page in pages:
        _Finder(canvas, page.section.geometry.height, found).draw(page.marks)
        canvas.showPage()
    return found


class _Sheet:
    """One page of the canvas; y is counted from its top."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas, self._height = canvas, height

    def draw(self, marks: Iterable[Mark]) -> None:
        """Draw what stands behind the text, then fills, shapes, text and rules, then what stands before it."""
        kinds: dict[type[Mark], list[Any]] = {}
        for mark in marks:
            kinds.setdefault(type(mark), []).append(mark)
        groups = sorted(kinds.get(Group, ()), key=lambda group: group.layer)
        for group in groups:
            if group.layer < 0:
                self._group(group)
        for kind, paint in self._painters():
            for mark in kinds.get(kind, ()):
                paint(mark)
        for group in groups:
            if group.layer >= 0:
                self._group(group)

    def _painters(self) -> tuple[tuple[type[Mark], Callable[[Any], None]], ...]:
        """What paints which kind of mark, the lowest first."""
        return (
            (Fill, lambda mark: self._fill(mark.x, mark.y, mark.width, mark.height, mark.color)),
            (Picture, lambda mark: draw_picture(self._canvas, mark, self._height)),
            (Outline, lambda mark: draw_outline(self._canvas, mark, self._height)),
            (Text, self._text),
            (Rule, self._rule),
            (Anchored, self._anchored),
        )

    def _anchored(self, mark: Anchored) -> None:
        """A floating thing inside another: it measures from the text that it is anchored in."""
        floating = mark.floating
        x, y = mark.x + floating.across.offset, mark.y + floating.down.offset
        self.draw(moved(inner, x, y) for inner in floating.marks)

    def _group(self, group: Group) -> None:
        canvas = self._canvas
        canvas.saveState()
        if group.turn:
            x, y = group.x + group.pivot[0], self._height - group.y - group.pivot[1]
            canvas.translate(x, y)
            canvas.rotate(-group.turn)
            canvas.translate(-x, -y)
        self.draw(moved(mark, group.x, group.y) for mark in group.marks)
        canvas.restoreState()

    def _fill(self, x: float, y: float, width: float, height: float, color: str) -> None:
        self._canvas.setFillColorRGB(*rgb(color))
        self._canvas.rect(x, self._height - y - height, width, height, stroke=0, fill=1)

    def _text(self, mark: Text) -> None:
        base = mark.y + mark.line.baseline
        for run in _runs(mark.line.items):
            form = run[0].atom.format
            x, width = mark.x + run[0].x, run[-1].x + run[-1].width - run[0].x
            if form.fill:
                self._fill(x, mark.y, width, mark.line.height, form.fill)
            self._canvas.setFillColorRGB(*rgb(form.color))
            self._canvas.setStrokeColorRGB(*rgb(form.color))
            self._run(run, x, base)
            self._decorate(form, x, width, base)
            if form.emphasis:
                self._emphasis(run, x, base)

    def _run(self, run: list[Placed], x: float, base: float) -> None:
        atom = run[0].atom
        if atom.kind == "figure":
            self.draw(moved(mark, x, base + atom.depth - atom.height) for mark in atom.figure)
        elif atom.kind == "tab":
            self._leader(atom, x, run[0].width, base)
        elif atom.owner is not None:
            form = atom.format
            spacing = form.spacing + _stretch(run[0])
            pen = Pen(form.drawn_size, spacing / form.scale, form.scale, form.italic)
            text = "".join(item.atom.drawn for item in run)
            draw_segment(self._canvas, x, self._height - base + form.rise, atom.owner, text, pen)

    def _leader(self, tab: Atom, x: float, width: float, base: float) -> None:
        sign = LEADERS.get(tab.leader)
        if sign is None:
            return
        form = tab.format
        owner = face(form.latin, form.bold)
        step = owner.width(sign) * form.size
        text = sign * int(min(width, WIDEST) / step)
        draw_segment(self._canvas, x + width - step * len(text), self._height - base, owner, text, Pen(form.size))

    def _decorate(self, form: RunFormat, x: float, width: float, base: float) -> None:
        if form.underline:
            style = {"double": "double", "dotted": "dotted", "dash": "dashed"}.get(form.underline, "single")
            stroke = form.size * STROKE * (2 if form.underline == "thick" else 1)
            y = base + form.size * UNDERLINE
            self._rule(Rule(x, y, x + width, y, style, stroke, form.color))
        for number in range(form.strikes):
            y = base - form.size * STRIKE - number * form.size * 0.1
            self._rule(Rule(x, y, x + width, y, "single", form.size * STROKE, form.color))

        if form.boxed:
            path = polygon([(0, 0), (width, 0), (width, form.size), (0, form.size)])
            box = Outline(x, base - form.size * ABOVE, path, "", Stroke(0.5, form.boxed))
            draw_outline(self._canvas, box, self._height)

    def _emphasis(self, run: list[Placed], x: float, base: float) -> None:
        """圏点: a mark over (or, underDot, under) each East Asian character."""
        form = run[0].atom.format
        y = base + form.size * 0.2 if form.emphasis == "underDot" else base - form.size * DOT_LIFT
        for item in run:
            if item.atom.kind == "eastern" and item.atom.raw.strip("\u3000"):
                middle = x + item.x - run[0].x + item.atom.width / 2
                hollow = form.emphasis == "circle"
                radius = form.size * DOT * (1.6 if hollow else 1.0)
                self._canvas.setLineWidth(form.size * STROKE)
                self._canvas.circle(middle, self._height - y, radius, stroke=int(hollow), fill=int(not hollow))

    def _rule(self, rule: Rule) -> None:
        canvas = self._canvas
        canvas.setStrokeColorRGB(*rgb(rule.color))
        canvas.setLineWidth(rule.width)
        if rule.style in DASHES:
            canvas.setDash([step * max(rule.width, 0.5) for step in DASHES[rule.style]])
        for shift in (-rule.width, rule.width) if rule.style == "double" else (0.0,):
            self._stroke(rule, shift)
        if rule.style in DASHES:
            canvas.setDash()

    def _stroke(self, rule: Rule, shift: float) -> None:
        level = rule.y == rule.y1
        dx, dy = (0.0, shift) if level else (shift, 0.0)
        y, y1 = self._height - rule.y - dy, self._height - rule.y1 - dy
        self._canvas.addLiteral(f"{rule.x + dx:.4f} {y:.4f} m {rule.x1 + dx:.4f} {y1:.4f} l S")


class _Finder(_Sheet):
    """Goes through a page as if it drew it, and notes where its content controls stand."""

    def __init__(self, canvas: Canvas, height: float, found: list[SlotBox]) -> None:
        super().__init__(canvas, height)
        self._found = found

    def _painters(self) -> tuple[tuple[type[Mark], Callable[[Any], None]], ...]:
        return ((Text, self._text), (Anchored, self._anchored), (Place, self._place))

    def _text(self, mark: Text) -> None:
        for item in mark.line.items:
            if item.atom.kind == "figure":
                self._run([item], mark.x + item.x, mark.y + mark.line.baseline)

    def _place(self, mark: Place) -> None:
        """Note where a content control stands, whatever the canvas has been turned by."""
        ends = ((mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height))
        (x0, y0), (x1, y1) = (self._canvas.absolutePosition(x, self._height - y) for x, y in ends)
        page, control = self._canvas.getPageNumber() - 1, mark.control
        self._found.append(
            SlotBox(control.tag, page, min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), control.number)
        )


def _runs(items: Sequence[Placed]) -> list[list[Placed]]:
    """Neighbours that can be drawn in one go: same format, face and stretch, touching each other."""
    runs: list[list[Placed]] = []
    owner = form = None
    first = stretch = end = 0.0  # what justification added behind the run's first atom and the last one, where that ends
    single = False
    for item in items:
        x, atom, width = item
        if (
            atom.owner is owner is not None
            and (atom.format is form or atom.format == form)  # equal ones are mostly the same
            and abs(end - x) < TOUCH
            and abs(first - stretch) < TOUCH
            and (single or not stretch)
        ):
            runs[-1].append(item)
        else:
            runs.append([item])
            owner, form, first = atom.owner, atom.format, width - atom.width
        end, stretch, single = x + width, width - atom.width, len(atom.drawn) == 1
    return runs


def _stretch(item: Placed) -> float:
    """What justification added behind an atom."""
    return item.width - item.atom.width
