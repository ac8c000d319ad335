"""The faces on screen: their underscore can be seen, and the files stay valid TrueType."""

import struct

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.kit.faces import UI, UI_FILES, thicken_underscore
from desktop.kit.look import font
from forms.paths import FONTS

WHOLE_FILE = 0xB1B0AFBA  # what a font's 32-bit words sum up to (ISO/IEC 14496-22, 5.2.2)


def summed(data: bytes | bytearray) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) % 2**32


@pytest.mark.parametrize("name", UI_FILES)
def test_only_the_underscore_changes_and_the_sums_are_right(name: str) -> None:
    file = (FONTS / f"{name}.ttf").read_bytes()
    mended = thicken_underscore(file)
    assert 0 < sum(one != other for one, other in zip(file, mended, strict=True)) < 48
    assert summed(mended) == WHOLE_FILE


def test_an_underscore_is_dark_at_13_pixels(qapp: QApplication) -> None:
    face = font(None, 13)
    assert QFontInfo(face).family() == UI
    page = QImage(40, 20, QImage.Format.Format_Grayscale8)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.setFont(face)
    painter.drawText(4, 14, "__")
    painter.end()
    assert min(page.pixelColor(x, y).lightness() for x in range(40) for y in range(20)) < 100
