"""Automatic numbers (numbering.xml): which level a paragraph is on and what its label reads.

`Numbering` counts, so paragraphs must be asked in document order; a level's counter belongs to the abstract definition, as in
Word, and a w:startOverride starts it anew once.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from forms.render.builtin.ooxml import Element, attribute, child, children, flag, val, whole
from forms.render.builtin.styles import Styles, first
from forms.render.builtin.symbols import PRIVATE_USE

IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
MOST = 32767
KANJI = "〇一二三四五六七八九"
BULLETS = {"": "・", "•": "・", "o": "○", "▪": "■", "➢": "▶"}


@dataclass(frozen=True)
class Level:
    """One level of a list as a paragraph uses it."""

    number: str
    depth: int
    element: Element

    @property
    def suffix(self) -> str:
        """What follows the label: tab, space or nothing."""
        return val(self.element, "suff") or "tab"


class Numbering:
    """The lists of one document and how far they have counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {attribute(item, "abstractNumId"): item for item in children(root, "abstractNum")}
        self._lists = {attribute(item, "numId") or "": item for item in children(root, "num")}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def level(self, properties: Element | None, style: str | None) -> Level | None:
        """The list level of a paragraph, by its own properties or its style's."""
        levels = self._styles.levels(style, "pPr")
        sources = levels if properties is None else (properties, *levels)
        found = first(sources, "numPr")
        if found is None:
            return None
        number = val(found, "numId") or self._inherited(sources)
        if number not in self._lists:
            return None
        depth = whole(val(found, "ilvl"), self._styled_depth(number, style))
        element = self._elements(number).get(depth)
        return None if element is None else Level(number, depth, element)

    def _inherited(self, sources: tuple[Element, ...]) -> str:
        numbers = (val(child(source, "numPr"), "numId") for source in sources)
        return next((number for number in numbers if number), "")

    def _styled_depth(self, number: str, style: str | None) -> int:
        depths = (depth for depth, item in self._elements(number).items() if val(item, "pStyle") == style)
        return next(depths, 0)

    def _elements(self, number: str) -> Mapping[int, Element]:
        item = self._lists[number]
        elements = _levels(self._abstract.get(val(item, "abstractNumId")))
        return elements | {
            depth: own for depth, override in _overrides(item).items() if (own := child(override, "lvl")) is not None
        }

    def label(self, level: Level) -> str:
        """Count one up on this level and give the label's text."""
        elements = self._elements(level.number)
        counts = self._counted(level)
        if (val(level.element, "numFmt") or "decimal") == "bullet":
            return _bullet(val(level.element, "lvlText") or "")
        legal = flag(level.element, "isLgl")

        def shown(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            element = elements.get(depth, level.element)
            style = "decimal" if legal else val(element, "numFmt") or "decimal"
            return formatted(counts.get(depth, _start(element)), style)

        return re.sub(r"%(\d)", shown, val(level.element, "lvlText") or "")

    def _counted(self, level: Level) -> dict[int, int]:
        item = self._lists[level.number]
        counts = self._counts.setdefault(val(item, "abstractNumId") or "", {})
        restart = val(_overrides(item).get(level.depth), "startOverride")
        if restart and (level.number, level.depth) not in self._restarted:
            self._restarted.add((level.number, level.depth))
            counts[level.depth] = whole(restart, 1) - 1
        counts[level.depth] = counts.get(level.depth, _start(level.element) - 1) + 1
        for deeper in [depth for depth in counts if depth > level.depth]:
            del counts[deeper]
        return counts


def _levels(abstract: Element | None) -> dict[int, Element]:
    return {whole(attribute(item, "ilvl")): item for item in children(abstract, "lvl")}


def _overrides(item: Element) -> dict[int, Element]:
    return {whole(attribute(override, "ilvl")): override for override in children(item, "lvlOverride")}


def _start(element: Element) -> int:
    return whole(val(element, "start"), 1)


def _bullet(text: str) -> str:
    if text and 0xF000 <= ord(text[0]) <= 0xF0FF:
        return PRIVATE_USE.get(ord(text[0]), "・")
    return BULLETS.get(text, text)


def formatted(number: int, style: str) -> str:
    """A number in one of Word's number formats; unknown formats count as decimal. Word counts to 32,767."""
    number = min(max(number, 0), MOST)
    if style in ("none",):
        return ""
    if style in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord("０") + int(digit)) for digit in str(number))
    if style == "numberInDash":
        return f"- {number} -"
    if style == "decimalZero":
        return f"{number:02d}"
    if style == "decimalEnclosedCircle":
        return _enclosed(number)
    if style in ("japaneseCounting", "chineseCounting", "ideographDigital", "japaneseDigitalTenThousand"):
        return _kanji(number)
    if style in ("aiueo", "aiueoFullWidth"):
        return AIUEO[(number - 1) % len(AIUEO)]
    if style in ("iroha", "irohaFullWidth"):
        return IROHA[(number - 1) % len(IROHA)]
    if style in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman"):
        return _roman(number) if style == "upperRoman" else _roman(number).lower()
    return str(number)


def _enclosed(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def _kanji(number: int) -> str:
    """一 to 九十九; above that digit by digit."""
    if not 0 < number < 100:
        return "".join(KANJI[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else KANJI[tens] + "十") + (KANJI[ones] if ones else "")


def _roman(number: int) -> str:
    values = zip((100, 90, 50, 40, 10, 9, 5, 4, 1), ("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"), strict=True)
    text = ""
    for value, letters in values:
        count, number = divmod(number, value)
        text += letters * count
    return text
