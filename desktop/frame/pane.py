"""The right side: the paper of the current field, or what the page brings of its own.

Decision: the pane always answers "what does the paper look like"; what it shows belongs to the page that is looked at.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.kit.ground import Ground
from desktop.page import Page
from desktop.preview.previewpane import PreviewPane
from desktop.preview.previewpanehead import Side


class Pane(Ground):
    """A stack of sides, one a page that has its own, and the preview for all others."""

    closed = Signal()
    jumped = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """The preview only."""
        super().__init__("canvas", "left")
        self._preview = PreviewPane(desk)
        self._preview.closed.connect(self.closed)
        self._sides: dict[Page, QWidget] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self._preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._stack)

    def show_page(self, page: Page) -> None:
        """Show what belongs beside that page."""
        if page not in self._sides:
            self._sides[page] = side = page.make_side() or self._preview
            if isinstance(side, Side) and side is not self._preview:
                side.closed.connect(self.closed)
            self._stack.addWidget(side)
        self._stack.setCurrentWidget(self._sides[page])
        if self._sides[page] is self._preview:
            self._preview.show_step(page.step.id)

    def follow(self, subject: str) -> None:
        """The cursor stands on that subject now."""
        self._preview.follow(subject)

    def refresh(self) -> None:
        """The case has changed."""
        if self._stack.currentWidget() is self._preview and self.isVisible():
            self._preview.refresh()
