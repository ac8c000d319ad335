"""A page on the screen keeps its proportion, takes the paper's tone in the dark, and shows what is marked."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kit.look import dress
from desktop.kit.paper import PaperPicture
from desktop.kit.tokens import DARK, LIGHT

WHITE = bytes([255]) * (30 * 40 * 3)


@pytest.fixture
def paper(qtbot: QtBot) -> PaperPicture:
    made = PaperPicture("様式第1-1 1ページ")
    qtbot.addWidget(made)
    made.resize(158, made.heightForWidth(158))
    return made


def colour_in_the_middle(paper: PaperPicture) -> str:
    at: QPoint = paper.page().center().toPoint()
    return QColor(paper.grab().toImage().pixelColor(at)).name().upper()


def test_without_a_picture_there_is_the_grey_shape_of_a_page(paper: PaperPicture) -> None:
    assert colour_in_the_middle(paper) == LIGHT.disabled
    assert paper.heightForWidth(218) == round(210 * 297 / 210) + 8


def test_a_picture_gives_its_proportion(paper: PaperPicture) -> None:
    paper.show_picture(30, 40, WHITE)
    assert paper.heightForWidth(308) == 408
    assert colour_in_the_middle(paper) == "#FFFFFF"


def test_paper_is_toned_in_the_dark(paper: PaperPicture, qapp: QApplication) -> None:
    paper.show_picture(30, 40, WHITE)
    dress(qapp, scheme="dark", scale=100)
    try:
        assert colour_in_the_middle(paper) == DARK.paper
    finally:
        dress(qapp, scheme="light", scale=100)


def test_a_mark_tints_its_place_and_goes_again(paper: PaperPicture) -> None:
    paper.show_picture(30, 40, WHITE)
    paper.mark([(0.25, 0.25, 0.5, 0.5)])
    assert colour_in_the_middle(paper) != "#FFFFFF"
    paper.mark([])
    assert colour_in_the_middle(paper) == "#FFFFFF"
