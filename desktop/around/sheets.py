"""How a sheet that is shown once is laid over a window, and goes when it is closed."""

from PySide6.QtWidgets import QWidget

from desktop.kit.sheet import Sheet


def lay_over(over: QWidget, sheet: Sheet) -> Sheet:
    """Show a sheet over the window of a widget; it is deleted when it is closed."""
    sheet.closed.connect(sheet.deleteLater)
    sheet.open_over(over.window())
    return sheet
