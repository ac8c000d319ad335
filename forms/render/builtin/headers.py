"""Headers and footers: which one a page takes, how much room it needs, and its marks once the page count is known."""

from collections.abc import Mapping

from forms.render.builtin.boxes import Mark, marks_of
from forms.render.builtin.columns import Setter
from forms.render.builtin.ooxml import flag
from forms.render.builtin.package import Package
from forms.render.builtin.sections import Section
from forms.render.builtin.text import Area, PageNumbers

UNKNOWN = PageNumbers(1, 1)


class Headers:
    """The headers and footers of one document. They stand off the line grid (LibreOffice; Word keeps them on it)."""

    def __init__(self, package: Package, setter: Setter) -> None:
        self._package, self._setter = package, setter
        self._even_differs = flag(package.settings, "evenAndOddHeaders")

    def body_limits(self, section: Section, page: int, *, first: bool) -> tuple[float, float]:
        """Top and bottom of a page's text in points from its top: tall headers and footers push it."""
        geometry = section.geometry
        head = self._height(section, self._chosen(section, section.headers, page, first=first))
        foot = self._height(section, self._chosen(section, section.footers, page, first=first))
        top = max(geometry.top, geometry.header + head if head else 0.0)
        return top, geometry.height - max(geometry.bottom, geometry.footer + foot if foot else 0.0)

    def _height(self, section: Section, reference: str) -> float:
        source = self._package.linked.get(reference)
        if source is None:
            return 0.0
        return self._setter.column(source.root, Area(section.geometry.column, 0.0, source, UNKNOWN))[1]

    def marks(self, section: Section, numbers: PageNumbers, *, first: bool) -> list[Mark]:
        """What header and footer put on a page."""
        geometry = section.geometry
        found: list[Mark] = []
        for references, lower in ((section.headers, False), (section.footers, True)):
            source = self._package.linked.get(self._chosen(section, references, numbers.page, first=first))
            if source is not None:
                slabs, height = self._setter.column(source.root, Area(geometry.column, 0.0, source, numbers))
                y = geometry.height - geometry.footer - height if lower else geometry.header
                found += marks_of(slabs, geometry.left, y)
        return found

    def _chosen(self, section: Section, references: Mapping[str, str], page: int, *, first: bool) -> str:
        if first and section.first_differs:
            return references.get("first", "")
        if self._even_differs and page % 2 == 0:
            return references.get("even", "")
        return references.get("default", "")
