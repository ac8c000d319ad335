"""Text on the page is never cut, and asks for no more room than it needs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.flow import Part
from desktop.kit.prose import Line, Prose, ShrinkingLine
from desktop.kit.scroll import PageScroll

LONG = "登記簿謄本（資料1）のとおりに書きます。様式第1-1、別紙第1、役員等名簿の3か所に入ります。" * 3


def last_ink(widget: QWidget) -> int:
    """The lowest row of pixels that is not the ground."""
    image = widget.grab().toImage()
    ground = image.pixel(0, image.height() - 1)
    return max(y for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != ground)


@pytest.mark.parametrize("width", [90, 200, 431, 800])
@pytest.mark.parametrize("size", [12, 13, 14, 22])
def test_prose_needs_exactly_the_height_it_says(qtbot: QtBot, width: int, size: int) -> None:
    prose = Prose(LONG, size=size)
    qtbot.addWidget(prose)
    height = prose.heightForWidth(width)
    prose.resize(width, height)
    assert height - 1.6 * size < last_ink(prose) < height - 1


def test_prose_in_nested_layouts_gets_its_height_and_no_scroll_bar(show: Callable[[QWidget], None]) -> None:
    column = QWidget()
    outer, row, inner = QVBoxLayout(column), QHBoxLayout(), QVBoxLayout()
    prose = Prose(LONG)
    inner.addWidget(prose)
    row.addWidget(QWidget(), 1)
    row.addLayout(inner, 2)
    outer.addLayout(row)
    outer.addStretch(1)
    scroll = PageScroll(column)
    scroll.resize(600, 300)
    show(scroll)
    assert prose.height() == prose.heightForWidth(prose.width())
    assert scroll.verticalScrollBar().maximum() == 0


def test_a_short_prose_is_one_line(qtbot: QtBot) -> None:
    prose = Prose("登記簿のとおりに書きます。")
    qtbot.addWidget(prose)
    assert prose.sizeHint().height() == prose.minimumSizeHint().height() < 22


def test_bold_stretches_are_part_of_the_text(qtbot: QtBot) -> None:
    prose = Prose("")
    qtbot.addWidget(prose)
    prose.show_parts([Part("千円未満を切り捨てて、"), Part("1,165,000円", is_bold=True), Part("を申請します。")])
    assert prose.text() == "千円未満を切り捨てて、1,165,000円を申請します。"
    bold = prose.grab().toImage()
    prose.set_text(prose.text())
    assert prose.grab().toImage() != bold


def test_a_line_is_as_wide_as_its_text_and_can_be_a_buddy(qtbot: QtBot) -> None:
    line, editor = Line("法人番号", bold=True), QLineEdit()
    qtbot.addWidget(line)
    qtbot.addWidget(editor)
    line.setBuddy(editor)
    assert line.buddy() is editor
    assert line.minimumSizeHint() == line.sizeHint()
    assert line.sizeHint().width() >= 4 * 14


def test_a_name_that_is_too_long_loses_its_middle_and_keeps_its_whole_in_the_tooltip(qtbot: QtBot) -> None:
    line = ShrinkingLine("見積書（中国）_最終版_令和5年8月1日_改訂2.pdf")
    qtbot.addWidget(line)
    line.resize(120, 22)
    line.show()
    assert line.toolTip() == line.text()
    assert line.minimumSizeHint().width() < 120
    line.resize(600, 22)
    assert line.toolTip() == ""


def test_nothing_can_be_selected_unless_asked(qtbot: QtBot) -> None:
    prose = Prose("登記簿のとおりに書きます。")
    qtbot.addWidget(prose)
    assert prose.textInteractionFlags() == Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert prose.focusPolicy() == Qt.FocusPolicy.NoFocus
