"""What a person's hands do to a window: press, type as an input method types, choose, drop files. Only what can be seen can be pressed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
KEYED = 40  # an ASCII text up to this long is typed key by key


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the areas around a widget, as one turns a wheel, once everything has its place."""
    QCoreApplication.processEvents()
    inner, area = widget, widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(inner, 0, 60)
            inner = area
        area = area.parentWidget()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press a widget where it can be seen."""
    bring_into_sight(widget)
    assert not widget.visibleRegion().isEmpty(), f"{widget.objectName() or widget.accessibleName()} cannot be seen"
    assert widget.isEnabled(), f"{widget.objectName() or widget.accessibleName()} cannot be pressed"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def focus() -> QWidget:
    """The widget that has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the keyboard."""
    QTest.keyClick(focus(), key, modifiers)


def compose(text: str) -> None:
    """What an input method sends while something is being composed."""
    _send(QInputMethodEvent(text, []))


def commit(text: str) -> None:
    """What an input method sends when something is committed."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    _send(event)


def _send(event: QInputMethodEvent) -> None:
    """Input methods speak only to widgets that want them: not to a line that can only be read."""
    if focus().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        QCoreApplication.sendEvent(focus(), event)


def write(text: str) -> None:
    """Type a text where the keyboard is, over what is selected: by keys, or composed and committed."""
    if text.isascii() and text.isprintable() and len(text) <= KEYED:
        QTest.keyClicks(focus(), text)
        return
    compose(text[:12])
    commit(text)


def rewrite(text: str) -> None:
    """Type a text in the place of the one that stands there."""
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(text) if text else press(Qt.Key.Key_Delete)


def leave() -> None:
    """Go on with the Tab key."""
    press(Qt.Key.Key_Tab)


def pick(box: QComboBox, data: object) -> None:
    """Open a list with the space bar and press the choice that carries that data."""
    place = box.findData(data)
    assert place >= 0, f"{data} cannot be chosen in {box.accessibleName()}"
    QTest.keyClick(box, Qt.Key.Key_Space)
    view = box.view()
    assert view.isVisible()
    index = box.model().index(place, 0)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert not view.isVisible()
    QCoreApplication.processEvents()
    box.activateWindow()  # without a screen a list that closes leaves no window active
    QCoreApplication.processEvents()


def takes(widget: QWidget, files: Sequence[Path]) -> bool:
    """Hold files over a widget, as the system does, over its window: whether they may be dropped there."""
    data = _urls(files)
    entering = QDragEnterEvent(_place(widget), COPY, data, LEFT, NONE)
    QCoreApplication.sendEvent(widget.window().windowHandle(), entering)
    return entering.isAccepted()


def drop(widget: QWidget, files: Sequence[Path]) -> None:
    """Drop files on a widget."""
    bring_into_sight(widget)
    assert takes(widget, files), f"{widget.accessibleName()} takes no files"
    data = _urls(files)
    dropping = QDropEvent(QPointF(_place(widget)), COPY, data, LEFT, NONE)
    QCoreApplication.sendEvent(widget.window().windowHandle(), dropping)


def _place(widget: QWidget) -> QPoint:
    """The middle of a widget, in its window."""
    return widget.mapTo(widget.window(), widget.rect().center())


def _urls(files: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data
