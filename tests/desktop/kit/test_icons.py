"""The icons: all there, none empty, in the colour they are asked for."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

import desktop
from desktop.kit.icons import FOLDER
from desktop.kit.look import dress
from desktop.kit.qicons import icon
from desktop.kit.tokens import DARK, LIGHT

NAMES = sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != "app")
NAMED = re.compile(r'(?:\bicon\(|\bicon=|ToolButton\(|IconLabel\(|set_icon\(|show_icon\()"([a-z-]+)"')


def inked(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb() & 0xFFFFFF
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(*at).alpha() > 200 and image.pixel(*at) & 0xFFFFFF == wanted for at in places)


def test_every_icon_that_the_program_names_is_there() -> None:
    sources = [path.read_text("utf-8") for path in Path(desktop.__path__[0]).rglob("*.py")]
    assert {name for source in sources for name in NAMED.findall(source)} <= {*NAMES, "app"}


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_colour_of_its_token(qapp: QApplication, name: str) -> None:
    assert inked(icon(name, "accent").pixmap(QSize(40, 40), 1.0).toImage(), LIGHT.accent) > 10


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_on_the_grid_and_leaves_its_colour_open(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke="currentColor" stroke-width="1.5" stroke-linecap="round"' in text


def test_an_icon_made_in_the_light_is_right_in_the_dark(qapp: QApplication) -> None:
    made = icon("home", "text")
    dress(qapp, scheme="dark", scale=100)
    try:
        assert inked(made.pixmap(QSize(40, 40), 1.0).toImage(), DARK.text) > 10
    finally:
        dress(qapp, scheme="light", scale=100)


def test_a_disabled_icon_is_paler(qapp: QApplication) -> None:
    pale = icon("home", "text").pixmap(QSize(40, 40), 1.0, QIcon.Mode.Disabled).toImage()
    assert inked(pale, LIGHT.text3) > 10


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_device(qapp: QApplication, ratio: float) -> None:
    picture = icon("home").pixmap(QSize(20, 20), ratio)
    assert (picture.width(), picture.devicePixelRatio()) == (round(20 * ratio), ratio)


def test_the_program_s_mark_has_colours_of_its_own(qapp: QApplication) -> None:
    assert inked(QIcon(str(FOLDER / "app.svg")).pixmap(64, 64).toImage(), LIGHT.accent) > 400
