"""The signs of a state differ in shape, not only in colour."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kit.chips import TONES, Chip
from desktop.kit.glyphs import GLYPHS, WORDS, Glyph, draw_glyph
from desktop.kit.tokens import LIGHT, Tokens

BLACK = Tokens(**{name: "#FFFFFF" if "tint" in name or name == "surface" else "#000000" for name in LIGHT._fields})


def drawn(name: str, share: float = 0.0) -> QImage:
    image = QImage(36, 36, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_glyph(painter, QRectF(0, 0, 36, 36), name, BLACK, share)
    painter.end()
    return image


def test_every_sign_has_a_word(qapp: QApplication) -> None:
    assert set(GLYPHS) == set(WORDS)


@pytest.mark.parametrize(("one", "other"), [pair for pair in combinations(GLYPHS, 2) if set(pair) != {"done", "ready"}])
def test_two_signs_differ_without_colour(qapp: QApplication, one: str, other: str) -> None:
    assert drawn(one, 0.4) != drawn(other, 0.4)


def test_the_pie_grows(qapp: QApplication) -> None:
    dark = [sum(byte < 128 for byte in bytes(drawn("going", share).constBits())) for share in (0.1, 0.4, 0.7, 1.0)]
    assert dark == sorted(set(dark))


def test_a_sign_says_its_word(qtbot: QtBot) -> None:
    glyph = Glyph()
    qtbot.addWidget(glyph)
    glyph.show_state("error")
    assert glyph.accessibleName() == "誤り"


@pytest.mark.parametrize("tone", TONES)
def test_a_chip_says_its_text_and_shows_it_whole(qtbot: QtBot, tone: str) -> None:
    chip = Chip("Wordデータ送付済", tone)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == chip.text() == "Wordデータ送付済"
    assert chip.sizeHint().width() > chip.fontMetrics().horizontalAdvance(chip.text()) * 12 // 14


def test_painted_words_are_text_to_a_screen_reader(qtbot: QtBot) -> None:
    for painted in (Glyph("warning"), Chip("任意", "optional")):
        qtbot.addWidget(painted)
        spoken = QAccessible.queryAccessibleInterface(painted)
        assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.StaticText, painted.accessibleName())
