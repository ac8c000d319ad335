"""The parts of a .docx that the renderer reads, opened once.

python-docx opens the package and follows its relationships; the XML is read again as plain lxml, which is faster to walk and
keeps the rest of the renderer free of python-docx.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from lxml import etree

from forms.errors import RenderError
from forms.render.builtin.controls import Control, controls_in
from forms.render.builtin.ooxml import Element, attribute, child, children, flag, twips, whole
from forms.render.builtin.preparing import prepared
from forms.render.builtin.theme import Theme, read_theme
from forms.render.notes import Notes

UNREADABLE = (  # what zipfile, zlib, python-docx and lxml raise for a file that is none
    OpcError, BadZipFile, zlib.error, EOFError, RuntimeError, KeyError, ValueError, OSError, etree.XMLSyntaxError,
)  # fmt: skip
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


@dataclass(frozen=True)
class Source:
    """One part with text (the document, a header, a footer) and what its relationship ids lead to."""

    root: Element
    images: Mapping[str, bytes] = field(repr=False)
    controls: Mapping[Element, Control] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Package:
    """A .docx as the renderer sees it; roots are None where the part is missing."""

    path: Path
    document: Source
    linked: Mapping[str, Source]  # headers and footers by relationship id
    styles: Element | None
    numbering: Element | None
    settings: Element | None
    theme: Theme
    footnotes: Source | None = None
    endnotes: Source | None = None
    notes: Notes = field(default_factory=Notes, compare=False)  # what could not be printed as the file asks

    @property
    def body(self) -> Element:
        """w:body, which every Word document has."""
        body = child(self.document.root, "body")
        if body is None:
            raise RenderError(f"{self.path.name}に本文がありません。Wordで開けるかお確かめください。")
        return body

    @property
    def compatibility(self) -> int:
        """The compatibility mode: 15 is Word 2013 and later, 12 where the file does not say."""
        for setting in children(child(self.settings, "compat"), "compatSetting"):
            if attribute(setting, "name") == "compatibilityMode":
                return whole(attribute(setting, "val"), 12)
        return 12

    @property
    def stretches_breaks(self) -> bool:
        """Whether a justified line that a line break ends is stretched as well."""
        return not flag(child(self.settings, "compat"), "doNotExpandShiftReturn")

    @property
    def default_tab(self) -> float:
        """The distance of default tab stops in points (Word: 36 where the file does not say)."""
        return twips(attribute(child(self.settings, "defaultTabStop"), "val"), 36.0) or 36.0


def open_package(path: Path) -> Package:
    """Open a .docx. Raises RenderError where it cannot be opened as one."""
    try:
        part = docx.Document(str(path)).part
        return _package(path, part)
    except UNREADABLE as error:
        raise RenderError(f"{path.name}をWordの文書として開けません。Wordで開いて.docx形式で保存し直してください。") from error


def _package(path: Path, part: Part) -> Package:
    kinds = {_kind(rel.reltype): rel.target_part for rel in part.rels.values() if not rel.is_external}
    linked = {
        rid: _source(rel.target_part)
        for rid, rel in part.rels.items()
        if not rel.is_external and _kind(rel.reltype) in ("header", "footer")
    }
    roots = {kind: _parsed(kinds[kind].blob) for kind in ("styles", "numbering", "settings") if kind in kinds}
    return Package(
        path=path,
        document=_source(part),
        linked=linked,
        styles=roots.get("styles"),
        numbering=roots.get("numbering"),
        settings=roots.get("settings"),
        theme=_theme(kinds["theme"].blob if "theme" in kinds else None),
        footnotes=_source(kinds["footnotes"]) if "footnotes" in kinds else None,
        endnotes=_source(kinds["endnotes"]) if "endnotes" in kinds else None,
    )


def _kind(reltype: str) -> str:
    return reltype.rpartition("/")[2]


@lru_cache(maxsize=32)
def _parsed(content: bytes) -> Element:
    """A part that nobody changes; the forms of a case have most of them in common."""
    return etree.fromstring(content, PARSER)


@lru_cache(maxsize=16)
def _theme(content: bytes | None) -> Theme:
    return read_theme(None if content is None else _parsed(content))


def _source(part: Part) -> Source:
    images = {
        rid: rel.target_part.blob for rid, rel in part.rels.items() if not rel.is_external and _kind(rel.reltype) == "image"
    }
    root = prepared(etree.fromstring(part.blob, PARSER))
    return Source(root, images, controls_in(root))
