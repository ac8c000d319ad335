"""No column of a row is too narrow for the longest thing that can stand in it, and none lies over another."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from desktop.kit.chips import chip_width
from desktop.kit.figures import amount_width
from desktop.kit.look import font
from desktop.start.startpagerecents import RecentList
from desktop.start.startpagerow import Columns, RecentRow
from forms.catalog.model import Call


def columns_at(qtbot: QtBot, width: int) -> Columns:
    view = RecentList()
    qtbot.addWidget(view)
    return RecentRow(view).columns(QRectF(0, 0, width, 56))


@pytest.mark.parametrize("width", [560, 597, 719, 720, 900, 940, 1002, 1300])
def test_columns_stand_side_by_side_and_leave_room_for_a_name(qtbot: QtBot, width: int) -> None:
    at = columns_at(qtbot, width)
    shown = [place for place in (at.name, at.answers, at.papers, at.state, at.days, at.arrow) if place.width()]
    assert all(left.right() < right.left() for left, right in zip(shown, shown[1:], strict=False))
    assert at.name.width() >= 140
    assert at.arrow.right() <= width


@pytest.mark.parametrize("width", [597, 800, 1002])
def test_the_longest_words_fit_into_their_columns(qtbot: QtBot, call: Call, width: int) -> None:
    at = columns_at(qtbot, width)
    words, small = QFontMetrics(font(None, 13)), QFontMetrics(font(None, 12))
    stages = [*call.fields[call.terms.stages.state].choices.values(), call.terms.stages.ready]
    assert max(chip_width(None, stage, "now") for stage in stages) <= at.state.width() + 2
    assert words.horizontalAdvance("2022年12月28日") <= at.days.width()
    assert small.horizontalAdvance("記入") + amount_width("188 / 188", size=13) <= at.answers.width()
    assert not at.papers.width() or small.horizontalAdvance("書類") + amount_width("10 / 12", size=13) <= at.papers.width()
