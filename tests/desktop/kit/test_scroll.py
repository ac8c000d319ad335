"""The column that scrolls: the ring follows the editor, and what is asked for comes into view."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.kit.ring import FocusRing
from desktop.kit.scroll import PageScroll


@pytest.fixture
def page(show: Callable[[QWidget], None]) -> PageScroll:
    column = QWidget()
    layout = QVBoxLayout(column)
    for _ in range(30):
        layout.addWidget(QLineEdit())
    scroll = PageScroll(column)
    scroll.resize(400, 200)
    show(scroll)
    return scroll


def editors(page: PageScroll) -> list[QLineEdit]:
    return page.findChildren(QLineEdit)


def ring(page: PageScroll) -> FocusRing:
    found = page.findChild(FocusRing)
    assert isinstance(found, FocusRing)
    return found


def test_the_ring_is_four_pixels_larger_than_the_editor_and_moves_nothing(page: PageScroll) -> None:
    editor = editors(page)[2]
    before = editor.geometry()
    editor.setFocus()
    assert editor.geometry() == before
    assert ring(page).isVisible()
    assert ring(page).geometry() == QRect(before).adjusted(-4, -4, 4, 4)


def test_the_ring_follows_an_editor_that_moves(page: PageScroll, qapp: QApplication) -> None:
    editor = editors(page)[2]
    editor.setFocus()
    column = page.widget()
    layout = column.layout() if column else None
    assert isinstance(layout, QVBoxLayout)
    layout.insertSpacing(0, 50)
    qapp.processEvents()
    assert ring(page).geometry().center() == editor.geometry().center()


def test_the_ring_goes_on_with_the_focus_when_its_editor_is_removed(page: PageScroll, qapp: QApplication) -> None:
    first, second = editors(page)[:2]
    first.setFocus()
    first.deleteLater()
    qapp.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    second.setFocus()
    qapp.processEvents()
    assert ring(page).isVisible()
    assert ring(page).geometry().center() == second.geometry().center()


def test_a_cell_that_marks_itself_has_no_ring_outside(page: PageScroll) -> None:
    cell = editors(page)[3]
    cell.setProperty("ring", "inside")
    cell.setFocus()
    assert not ring(page).isVisible()


@pytest.mark.parametrize("place", [29, 0, 15])
def test_what_is_asked_for_comes_into_view(page: PageScroll, place: int) -> None:
    page.verticalScrollBar().setValue(500)
    page.reveal(editors(page)[place])
    top = editors(page)[place].mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= page.viewport().height() - editors(page)[place].height()


def test_a_column_never_raises_the_window_s_minimum(page: PageScroll) -> None:
    assert page.minimumSizeHint().height() < 50
