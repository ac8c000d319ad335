"""The dress of the program: it changes while the program runs, and nothing jumps."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame, QWidget

from desktop.kit.faces import FIGURES, UI
from desktop.kit.look import dress, font, mark, palette_of, px, tokens_in, tokens_of
from desktop.kit.prose import Line
from desktop.kit.tokens import DARK, LIGHT, Tokens


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, back in its usual dress afterwards."""
    yield qapp
    dress(qapp, scheme="light", scale=100)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_says_which_tokens_it_was_made_from(tokens: Tokens) -> None:
    assert tokens_in(palette_of(tokens)) is tokens


def test_a_widget_follows_a_change_of_the_scheme(app: QApplication) -> None:
    widget = QWidget()
    assert tokens_of(widget) is LIGHT
    dress(app, scheme="dark", scale=100)
    app.processEvents()
    assert tokens_of(widget) is DARK


def test_text_grows_with_the_chosen_size(app: QApplication) -> None:
    line = Line("法人番号")
    before = line.sizeHint()
    dress(app, scheme="light", scale=150)
    app.processEvents()
    assert (px(line, 34), font(line, 14).pixelSize()) == (51, 21)
    assert line.sizeHint().width() > 1.4 * before.width()


@pytest.mark.parametrize(("asked", "given"), [(50, 13), (100, 14), (400, 21)])
def test_the_size_keeps_within_90_and_150_percent(app: QApplication, asked: int, given: int) -> None:
    dress(app, scheme="light", scale=asked)
    assert app.font().pixelSize() == given


def test_a_contrast_mode_has_no_style_sheet_and_the_system_s_colours(app: QApplication) -> None:
    dress(app, scheme="light", scale=100, high_contrast=True)
    system = app.palette().color(QPalette.ColorRole.WindowText).name().upper()
    assert app.styleSheet() == ""
    assert {tokens_of(None).text, tokens_of(None).text3, tokens_of(None).err} == {system}


def test_a_highlight_that_cannot_be_read_as_text_is_not_used_for_text() -> None:
    palette = QPalette(QColor("#FFFFFF"))
    for role, colour in ((QPalette.ColorRole.WindowText, "#000000"), (QPalette.ColorRole.Highlight, "#FFFF00")):
        palette.setColor(role, QColor(colour))
    palette.setColor(QPalette.ColorRole.Window, QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Accent, QColor("#FFFF00"))
    assert tokens_in(palette).accent == "#000000"


def test_a_bad_field_has_a_thicker_edge_and_its_text_stays(app: QApplication) -> None:
    line = QLineEdit("5835-6782")
    line.resize(200, 34)
    line.ensurePolished()

    def text_at() -> tuple[int, int]:
        option = QStyleOptionFrame()
        line.initStyleOption(option)
        place = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
        return place.left(), place.center().y()

    usual = text_at()
    mark(line, "bad")
    assert text_at() == usual
    assert QColor(line.grab().toImage().pixelColor(1, 17)).name().upper() == LIGHT.err
    assert line.sizeHint().height() == 34


def test_the_bundled_faces_are_used(app: QApplication) -> None:
    assert font(None, 14).families()[0] == UI
    assert font(None, 14, figures=True).families()[0] == FIGURES
