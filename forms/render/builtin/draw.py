"""Pages to PDF with reportlab: the only module of the renderer that knows of PDF and of y growing upwards."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from PIL import UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from forms.errors import RenderError
from forms.fonts import Pen, draw_segment, face, open_canvas
from forms.render.builtin.boxes import Atom, Fill, Mark, Placed, Rule, Text
from forms.render.builtin.flow import Page
from forms.render.builtin.properties import RunFormat

DASHES = {
    "dotted": (1, 2), "dashed": (4, 2), "dashSmallGap": (4, 1), "dotDash": (4, 2, 1, 2), "dotDotDash": (4, 2, 1, 2, 1, 2),
}  # fmt: skip
LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_", "middleDot": "·", "heavy": "_"}
UNDERLINE, STRIKE, STROKE = 0.13, 0.3, 0.05  # position below, above the baseline and thickness in em


def draw_pages(pages: Sequence[Page], target: Path) -> None:
    """Write the pages as a PDF; the same pages give the same bytes."""
    canvas = open_canvas(str(target), (0.0, 0.0))
    for page in pages:
        geometry = page.section.geometry
        canvas.setPageSize((geometry.width, geometry.height))
        _Sheet(canvas, geometry.height).draw(page.marks)
        canvas.showPage()
    canvas.save()


class _Sheet:
    """One page of the canvas; y is counted from its top."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas, self._height = canvas, height

    def draw(self, marks: Iterable[Mark]) -> None:
        """Draw fills below, then text, then rules."""
        marks = list(marks)
        for mark in marks:
            if isinstance(mark, Fill):
                self._fill(mark.x, mark.y, mark.width, mark.height, mark.color)
        for mark in marks:
            if isinstance(mark, Text):
                self._text(mark)
        for mark in marks:
            if isinstance(mark, Rule):
                self._rule(mark)

    def _fill(self, x: float, y: float, width: float, height: float, color: str) -> None:
        self._canvas.setFillColorRGB(*_rgb(color))
        self._canvas.rect(x, self._height - y - height, width, height, stroke=0, fill=1)

    def _text(self, mark: Text) -> None:
        base = mark.y + mark.line.baseline
        for run in _runs(mark.line.items):
            form = run[0].atom.format
            x, width = mark.x + run[0].x, run[-1].x + run[-1].width - run[0].x
            if form.fill:
                self._fill(x, mark.y, width, mark.line.height, form.fill)
            self._canvas.setFillColorRGB(*_rgb(form.color))
            self._canvas.setStrokeColorRGB(*_rgb(form.color))
            self._run(run, x, base)
            self._decorate(form, x, width, base)

    def _run(self, run: list[Placed], x: float, base: float) -> None:
        atom = run[0].atom
        if atom.kind == "picture":
            self._picture(atom, x, base)
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
        text = sign * int(width / step)
        draw_segment(self._canvas, x + width - step * len(text), self._height - base, owner, text, Pen(form.size))

    def _picture(self, atom: Atom, x: float, base: float) -> None:
        try:
            image = ImageReader(BytesIO(atom.image))
        except (OSError, UnidentifiedImageError) as error:
            raise RenderError("この形式の「図」はこの版では印刷できません。PNGかJPEGで貼り直してください。") from error
        self._canvas.drawImage(image, x, self._height - base, atom.width, atom.height, mask="auto")

    def _decorate(self, form: RunFormat, x: float, width: float, base: float) -> None:
        if form.underline:
            style = {"double": "double", "dotted": "dotted", "dash": "dashed"}.get(form.underline, "single")
            stroke = form.size * STROKE * (2 if form.underline == "thick" else 1)
            y = base + form.size * UNDERLINE
            self._rule(Rule(x, y, x + width, y, style, stroke, form.color))
        for number in range(form.strikes):
            y = base - form.size * STRIKE - number * form.size * 0.1
            self._rule(Rule(x, y, x + width, y, "single", form.size * STROKE, form.color))

    def _rule(self, rule: Rule) -> None:
        canvas = self._canvas
        canvas.setStrokeColorRGB(*_rgb(rule.color))
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
        self._canvas.line(rule.x + dx, self._height - rule.y - dy, rule.x1 + dx, self._height - rule.y1 - dy)


def _runs(items: Sequence[Placed]) -> list[list[Placed]]:
    """Neighbours that can be drawn in one go: same format, face and stretch, touching each other."""
    runs: list[list[Placed]] = [[item] for item in items[:1]]
    for before, item in pairwise(items):
        if _joins(runs[-1][0], before, item):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _joins(first: Placed, before: Placed, item: Placed) -> bool:
    return (
        first.atom.owner is not None
        and item.atom.owner is first.atom.owner
        and item.atom.format == first.atom.format
        and abs(before.x + before.width - item.x) < 0.005
        and abs(_stretch(first) - _stretch(before)) < 0.005
        and (len(before.atom.drawn) == 1 or not _stretch(before))
    )


def _stretch(item: Placed) -> float:
    """What justification added behind an atom."""
    return item.width - item.atom.width


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue
