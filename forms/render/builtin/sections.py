"""Sections (w:sectPr): page geometry, and which header and footer a page takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from forms.render.builtin.colors import color_of
from forms.render.builtin.ooxml import (
    Element,
    attribute,
    child,
    children,
    flag,
    local,
    name,
    number,
    twips,
    unwrapped,
    val,
    whole,
)
from forms.render.builtin.package import Package

MOST_COLUMNS = 45  # Word's own limit
KINDS = ("default", "first", "even")


@dataclass(frozen=True)
class PageBorder:
    """A line along one side of the page; `space` in points from the page's edge or from the text."""

    side: str
    style: str
    width: float
    space: float
    color: str
    from_page: bool


@dataclass(frozen=True)
class Geometry:
    """A page in points; `pitch` is the line pitch of the grid, 0 without one, `extra` what it adds to a character."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    pitch: float
    extra: float
    borders: tuple[PageBorder, ...] = ()

    @property
    def column(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right


@dataclass(frozen=True)
class Section:
    """A stretch of the document with one page layout; headers and footers are relationship ids by kind."""

    geometry: Geometry
    elements: tuple[Element, ...]
    start: str
    first_differs: bool
    headers: Mapping[str, str]
    footers: Mapping[str, str]
    first_number: int | None
    number_style: str
    columns: tuple[tuple[float, float], ...]  # (left edge from the margin, width) of each


def sections(package: Package) -> list[Section]:
    """The sections in order; a header or footer that a section does not name is that of the section before."""
    found: list[Section] = []
    for properties, elements in _stretches(package.body):
        section = _section(properties, elements)
        if found:
            headers, footers = {**found[-1].headers, **section.headers}, {**found[-1].footers, **section.footers}
            section = replace(section, headers=headers, footers=footers)
        found.append(section)
    return found


def _stretches(body: Element) -> Iterator[tuple[Element, list[Element]]]:
    """(w:sectPr, blocks) of each section; the last one's properties close the body, and hold for what stands behind them."""
    elements: list[Element] = []
    last = None
    for item in unwrapped(body):
        if local(item) == "sectPr":
            last = item
            yield last, elements
            elements = []
            continue
        elements.append(item)
        inner = child(child(item, "pPr"), "sectPr")
        if inner is not None:
            yield inner, _without_mark(elements)
            elements = []
    if elements or last is None:
        yield body.makeelement(name("sectPr")) if last is None else last, elements


def _without_mark(elements: list[Element]) -> list[Element]:
    """The section without an empty last paragraph that only carries its properties (LibreOffice prints no line for it).

    One in a frame takes the empty paragraph before it along.
    """
    if len(elements) < 2 or not _is_empty(elements[-1]):
        return elements
    if child(child(elements[-1], "pPr"), "framePr") is not None and _is_empty(elements[-2]):
        return elements[:-2]
    return elements[:-1] if local(elements[-2]) == "p" else elements


def _is_empty(element: Element) -> bool:
    return local(element) == "p" and not any(local(item) in ("r", "fldSimple") for item in unwrapped(element))


def _section(properties: Element, elements: list[Element]) -> Section:
    numbering = child(properties, "pgNumType")
    start = attribute(numbering, "start")
    geometry = _geometry(properties)
    return Section(
        geometry=geometry,
        elements=tuple(elements),
        start=val(properties, "type") or "nextPage",
        first_differs=flag(properties, "titlePg"),
        headers=_references(properties, "headerReference"),
        footers=_references(properties, "footerReference"),
        first_number=None if start is None else whole(start, 1),
        number_style=attribute(numbering, "fmt") or "decimal",
        columns=_columns(child(properties, "cols"), geometry.column),
    )


def _columns(said: Element | None, width: float) -> tuple[tuple[float, float], ...]:
    """Equal columns, or those that w:col lists; a list that leaves no width counts as one column."""
    own = children(said, "col")
    if attribute(said, "equalWidth") in ("0", "false", "off") and own:
        widths = [twips(attribute(column, "w")) for column in own]
        gaps = [twips(attribute(column, "space")) for column in own]
    else:
        count = min(max(whole(attribute(said, "num"), 1), 1), MOST_COLUMNS)
        gap = twips(attribute(said, "space"), 36.0) if count > 1 else 0.0
        widths, gaps = [(width - gap * (count - 1)) / count] * count, [gap] * count
    if min(widths) <= 0:
        return ((0.0, width),)
    starts = [sum(widths[:index]) + sum(gaps[:index]) for index in range(len(widths))]
    return tuple(zip(starts, widths, strict=True))


def _geometry(properties: Element) -> Geometry:
    """Missing figures are Word's: letter paper and inch margins."""
    size, margins, grid = (child(properties, short) for short in ("pgSz", "pgMar", "docGrid"))
    inch = {side: twips(attribute(margins, side), 72.0) for side in ("top", "right", "bottom", "left")}
    gutter = twips(attribute(margins, "gutter"))
    gridded = attribute(grid, "type") in ("lines", "linesAndChars", "snapToChars")
    return Geometry(
        width=twips(attribute(size, "w"), 612.0),
        height=twips(attribute(size, "h"), 792.0),
        top=abs(inch["top"]),
        right=inch["right"],
        bottom=abs(inch["bottom"]),
        left=inch["left"] + gutter,
        header=twips(attribute(margins, "header"), 36.0),
        footer=twips(attribute(margins, "footer"), 36.0),
        pitch=twips(attribute(grid, "linePitch")) if gridded else 0.0,
        extra=whole(attribute(grid, "charSpace")) / 4096
        if attribute(grid, "type") in ("linesAndChars", "snapToChars")
        else 0.0,
        borders=tuple(_borders(child(properties, "pgBorders"))),
    )


def _borders(said: Element | None) -> Iterator[PageBorder]:
    for side in ("top", "left", "bottom", "right"):
        line = child(said, side)
        if line is not None and (attribute(line, "val") or "none") not in ("none", "nil"):
            width, space = number(attribute(line, "sz"), 4) / 8, number(attribute(line, "space"))
            from_page = attribute(said, "offsetFrom") == "page"
            color = color_of(attribute(line, "color")) or "000000"
            yield PageBorder(side, attribute(line, "val") or "single", width, space, color, from_page)


def _references(properties: Element, tag: str) -> dict[str, str]:
    found = children(properties, tag)
    return {attribute(item, "type") or "default": attribute(item, "r:id") or "" for item in found}
