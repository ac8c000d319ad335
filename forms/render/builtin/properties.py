"""What holds for a run and for a paragraph, as frozen dataclasses in points.

`Formats` resolves the cascades (direct, character style, paragraph style, table style, document defaults) and remembers the
results: a form repeats a few dozen combinations hundreds of times.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from forms.fonts import Face, face, family_for
from forms.render.builtin.colors import color_of, highlight, shade
from forms.render.builtin.indents import first_line, indent, space
from forms.render.builtin.ooxml import Element, attribute, child, children, number, twips, val, written
from forms.render.builtin.sides import Side, box_color, frame_sides, unless_none
from forms.render.builtin.styles import Cascade, Styles, first, first_attribute, first_val, is_on
from forms.render.builtin.theme import Theme

SMALL = 0.58  # super- and subscript: share of the size (LibreOffice; Word about 0.65)
RAISED, LOWERED = 0.37, -0.05  # shift of the baseline in em
MOST = 1638.0  # points, Word's largest size
MOST_REMEMBERED = 5000  # formats of each kind
DEFAULT_SIZE = 20.0  # half points, where the document says nothing


@dataclass(frozen=True)
class RunFormat:
    """How characters look: family names of forms.fonts, sizes in points, colours as RRGGBB."""

    latin: str
    eastern: str
    eastern_hint: bool
    size: float
    bold: bool
    italic: bool
    underline: str
    strikes: int
    color: str
    fill: str
    script: str
    spacing: float
    scale: float
    position: float
    fit_width: float  # of w:fitText, 0 without one
    fit_id: str
    hidden: bool
    capitals: bool
    small_capitals: bool
    emphasis: str  # 圏点: dot, comma, circle, underDot
    boxed: str  # colour of the line around it, empty without one
    upright: bool = False  # East Asian characters take their forms for vertical text

    def __hash__(self) -> int:
        """Of a few fields: all of them would take longer than what is looked up by them."""
        return hash((self.eastern, self.latin, self.size, self.bold))

    @property
    def drawn_size(self) -> float:
        """The size of the glyphs: smaller in super- and subscript."""
        return self.size * SMALL if self.script else self.size

    @property
    def rise(self) -> float:
        """How far the baseline is lifted."""
        return self.position + self.size * {"superscript": RAISED, "subscript": LOWERED}.get(self.script, 0.0)

    def metrics(self) -> tuple[float, float]:
        """Ascent and descent of the East Asian font: the height of an empty line."""
        owner: Face = face(self.eastern, self.bold)
        return owner.ascent * self.size, owner.descent * self.size


@dataclass(frozen=True)
class Tab:
    """A tab stop: distance from the text margin, kind (left, center, right, decimal) and leader."""

    position: float
    kind: str
    leader: str


@dataclass(frozen=True)
class ParagraphFormat:
    """How a paragraph is set; lengths in points, `first` is negative for a hanging indent."""

    style: str | None
    justify: str
    left: float
    right: float
    first: float
    before: float
    after: float
    line: float  # factor for `auto`, points otherwise; 0 where not said
    line_rule: str
    keep_next: bool
    keep_lines: bool
    widow_control: bool
    page_break_before: bool
    contextual: bool
    snap: bool
    kinsoku: bool
    hanging: bool  # 、 and 。 may stand in the margin
    autospace: bool
    blanks_count: bool  # blanks at the end of a line move right-aligned and centred text
    tabs: tuple[Tab, ...]
    frame: tuple[tuple[str, Side], ...]
    fill: str


@dataclass(frozen=True, eq=False)
class TableContext:
    """What a table adds to the text in one of its cells: its style's property elements, most specific first.

    Two are the same only if they are one object, which makes them quick keys.
    """

    paragraph: Cascade = ()
    run: Cascade = ()


NO_TABLE = TableContext()


class Formats:
    """Resolves formats for documents with one w:styles and one theme."""

    def __init__(self, styles: Element | None, theme: Theme) -> None:
        self.styles = Styles(styles)
        self._theme = theme.fonts
        self._runs: dict[tuple[bytes, str | None, TableContext], RunFormat] = {}
        self._paragraphs: dict[tuple[bytes, Cascade, TableContext, float], ParagraphFormat] = {}
        self._contexts: dict[tuple[str | None, tuple[str, ...]], TableContext] = {}

    def context(self, style: str | None, conditions: tuple[str, ...]) -> TableContext:
        """What a table style adds to the text where these conditional formats hold."""
        key = style, conditions
        if key not in self._contexts:
            levels = [
                tuple(level for condition in conditions for level in self.styles.conditional(style, condition, tag))
                + self.styles.levels(style, tag)
                for tag in ("pPr", "rPr")
            ]
            self._contexts[key] = TableContext(*levels) if any(levels) else NO_TABLE
        return self._contexts[key]

    def paragraph_style(self, properties: Element | None) -> str | None:
        """The id of a paragraph's style."""
        return val(properties, "pStyle") or self.styles.default("paragraph")

    def run(self, properties: Element | None, style: str | None, table: TableContext) -> RunFormat:
        """The format of a run with these direct w:rPr in a paragraph of that style."""
        key = written(properties), style, table
        if key not in self._runs:
            _forget_many(self._runs)
            self._runs[key] = self._resolve(properties, style, table)
        return self._runs[key]

    def _resolve(self, properties: Element | None, style: str | None, table: TableContext) -> RunFormat:
        direct = () if properties is None else (properties,)
        character = self.styles.levels(val(properties, "rStyle"), "rPr")
        upper = direct + character + self.styles.levels(style, "rPr")
        return _only(self._run_format(upper + table.run + self.styles.document_default("rPr")))

    def _run_format(self, cascade: Cascade) -> RunFormat:
        return RunFormat(
            latin=family_for(self._font(cascade, "ascii", "hAnsi") or "Times New Roman"),
            eastern=family_for(self._font(cascade, "eastAsia") or "ＭＳ 明朝"),
            eastern_hint=first_attribute(cascade, "rFonts", "hint") == "eastAsia",
            size=min(max(number(first_val(cascade, "sz"), DEFAULT_SIZE) / 2, 0.5), MOST),
            bold=is_on(cascade, "b"),
            italic=is_on(cascade, "i"),
            underline=unless_none(first_val(cascade, "u")),
            strikes=2 if is_on(cascade, "dstrike") else int(is_on(cascade, "strike")),
            color=color_of(first_val(cascade, "color")) or "000000",
            fill=highlight(first_val(cascade, "highlight")) or shade(first(cascade, "shd")),
            script={"superscript": "superscript", "subscript": "subscript"}.get(first_val(cascade, "vertAlign") or "", ""),
            spacing=twips(first_val(cascade, "spacing")),
            scale=max(number((first_val(cascade, "w") or "").rstrip("%"), 100.0) / 100, 0.01),
            position=number(first_val(cascade, "position")) / 2,
            fit_width=twips(first_val(cascade, "fitText")),
            fit_id=first_attribute(cascade, "fitText", "id") or "",
            hidden=is_on(cascade, "vanish"),
            capitals=is_on(cascade, "caps"),
            small_capitals=is_on(cascade, "smallCaps"),
            emphasis=unless_none(first_val(cascade, "em")),
            boxed=box_color(first(cascade, "bdr")),
        )

    def _font(self, cascade: Cascade, *slots: str) -> str:
        for level in cascade:
            fonts = child(level, "rFonts")
            for slot in slots if fonts is not None else ():
                theme = attribute(fonts, f"{slot}Theme")
                found = self._theme.get(theme or "") or attribute(fonts, slot)
                if found:
                    return found
        return ""

    def keeps_next(self, properties: Element | None, table: Cascade) -> bool:
        """Whether a paragraph stays on the page of the next one."""
        direct = () if properties is None else (properties,)
        return is_on(direct + self.styles.levels(self.paragraph_style(properties), "pPr") + table, "keepNext")

    def paragraph(self, properties: Element | None, numbered: Cascade, table: TableContext, pitch: float) -> ParagraphFormat:
        """The format of a paragraph; `numbered` is its numbering level's w:pPr, `pitch` the grid's line pitch or 0."""
        key = written(properties), numbered, table, pitch
        if key not in self._paragraphs:
            _forget_many(self._paragraphs)
            style = self.paragraph_style(properties)
            direct = () if properties is None else (properties,)
            cascade = direct + numbered + self.styles.levels(style, "pPr") + table.paragraph
            cascade += self.styles.document_default("pPr")
            em = self.run(None, style, table).size
            self._paragraphs[key] = _paragraph_format(style, cascade, em, pitch or 12.0)
        return self._paragraphs[key]


@lru_cache(maxsize=8)
def formats_of(styles: Element | None, theme: Theme) -> Formats:
    """The formats of a document: one object for all that have the same styles."""
    return Formats(styles, theme)


def _forget_many(found: dict[Any, Any]) -> None:
    """Make room: a long day's forms must not fill the memory."""
    if len(found) >= MOST_REMEMBERED:
        found.clear()


@lru_cache(maxsize=1000)
def _only(form: RunFormat) -> RunFormat:
    """One object for all formats that are equal: comparing them ends at once."""
    return form


def _paragraph_format(style: str | None, cascade: Cascade, em: float, pitch: float) -> ParagraphFormat:
    rule = first_attribute(cascade, "spacing", "lineRule") or "auto"
    line = first_attribute(cascade, "spacing", "line")
    return ParagraphFormat(
        style=style,
        justify=first_val(cascade, "jc") or "left",
        left=indent(cascade, em, "left", "start"),
        right=indent(cascade, em, "right", "end"),
        first=first_line(cascade, em),
        before=space(cascade, "before", pitch),
        after=space(cascade, "after", pitch),
        line=0.0 if line is None else number(line, 240) / 240 if rule == "auto" else twips(line),
        line_rule=rule,
        keep_next=is_on(cascade, "keepNext"),
        keep_lines=is_on(cascade, "keepLines"),
        widow_control=is_on(cascade, "widowControl", default=True),
        page_break_before=is_on(cascade, "pageBreakBefore"),
        contextual=is_on(cascade, "contextualSpacing"),
        snap=is_on(cascade, "snapToGrid", default=True),
        kinsoku=is_on(cascade, "kinsoku", default=True),
        hanging=is_on(cascade, "overflowPunct", default=True),
        blanks_count=not is_on(cascade, "wordWrap", default=True),
        autospace=is_on(cascade, "autoSpaceDE", default=True),
        tabs=_tabs(cascade),
        frame=frame_sides(cascade),
        fill=shade(first(cascade, "shd")),
    )


def _tabs(cascade: Cascade) -> tuple[Tab, ...]:
    stops: dict[float, Tab | None] = {}
    for level in cascade:
        for stop in children(child(level, "tabs"), "tab"):
            at = twips(attribute(stop, "pos"))
            kind = attribute(stop, "val") or "left"
            stops.setdefault(at, None if kind == "clear" else Tab(at, kind, attribute(stop, "leader") or "none"))
    return tuple(sorted((stop for stop in stops.values() if stop), key=lambda stop: stop.position))
