"""A private fontconfig for LibreOffice: the bundled fonts answer to every font name that a Word file uses.

Decision: the names are read off the files themselves, beside the usual ones, and each gets the family that the built-in
renderer takes for it: a suite that knows neither ＭＳ 明朝 nor 游明朝 falls to whatever the machine has, and lines break elsewhere.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

from forms.fonts import family_for
from forms.paths import FONTS

USUAL = (
    "ＭＳ 明朝", "MS Mincho", "ＭＳ Ｐ明朝", "MS PMincho", "ＭＳ ゴシック", "MS Gothic", "ＭＳ Ｐゴシック", "MS PGothic", "游明朝",
    "Yu Mincho", "游明朝 Light", "游ゴシック", "Yu Gothic", "游ゴシック Light", "メイリオ", "Meiryo", "Century", "Times New Roman",
    "Arial", "Calibri", "BIZ UD明朝 Medium", "BIZ UDP明朝 Medium", "BIZ UDゴシック", "BIZ UDPゴシック",
)  # fmt: skip
NAMED = re.compile(r'(?:w:(?:ascii|hAnsi|eastAsia|cs|name)|typeface)="([^"]+)"')
READ = re.compile(r"word/(?:document|styles|numbering|header\d*|footer\d*|fontTable|theme/theme\d*)\.xml")


def fontconfig(documents: Sequence[Path], cache: Path) -> str:
    """A fontconfig file for printing these .docx: the machine's fonts and ours, with ours behind the names that Word uses.

    fontconfig keeps what it works out of our fonts in the folder `cache`.
    """
    names = sorted({*USUAL, *(name for document in documents for name in _named(document))})
    aliases = "".join(
        f'<alias binding="same"><family>{escape(name)}</family><prefer><family>BIZ {family_for(name)}</family></prefer></alias>'
        for name in names
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(FONTS))}</dir><cachedir>{escape(str(cache))}</cachedir>{aliases}"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>'
    )


def _named(document: Path) -> Iterator[str]:
    """The font names in a .docx, as text: a name that is no font's does no harm."""
    if not zipfile.is_zipfile(document):
        return
    with zipfile.ZipFile(document) as archive:
        for name in archive.namelist():
            if READ.fullmatch(name):
                yield from map(unescape, NAMED.findall(archive.read(name).decode("utf-8", "replace")))
