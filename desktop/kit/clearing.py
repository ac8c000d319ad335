"""Taking things out of layouts again, and putting others in their place."""

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, of the layouts in it too; the widgets are deleted once Qt has time."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)


def replace_at(layout: QBoxLayout, place: int, widget: QWidget) -> None:
    """Put a widget in the place (from 0) of another one, which is deleted once Qt has time."""
    item = layout.takeAt(place)
    if item is not None and (before := item.widget()) is not None:
        before.hide()
        before.deleteLater()
    layout.insertWidget(place, widget)
    widget.show()  # at once, so that the page can be laid out before it is painted
