"""A start page in a folder of its own, and hands to press its buttons."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.around.askfile import FileQuestion
from desktop.kit.sheet import Sheet
from desktop.settings import Recent, SettingsFile

TODAY = date(2023, 8, 24)
W = TypeVar("W", bound=QWidget)


@dataclass
class Clerk:
    """Answers every question for a file with the same path; remembers the questions."""

    answer: Path
    asked: list[FileQuestion] = field(default_factory=list)

    def __call__(self, over: QWidget, question: FileQuestion, then: Callable[[Path], None]) -> None:
        """Answer at once."""
        self.asked.append(question)
        then(self.answer)


def settings_in(folder: Path, recents: Iterable[Recent] = ()) -> SettingsFile:
    """Settings of their own, with cases beside them."""
    settings = SettingsFile(folder / "settings")
    settings.change(folder=str(folder / "cases"), recents=tuple(recents))
    return settings


def recent(path: Path, name: str = "株式会社みなと精機") -> Recent:
    """A case as it was taken down."""
    return Recent(
        path=str(path),
        name=name,
        details="特許　特願2023-012345",
        given=71,
        asked=88,
        papers=6,
        papers_asked=9,
        stage="入力中",
        tone="plain",
        errors=2,
        deadline="2023-09-01",
        at="2023-08-24T14:32",
    )


def sheet_over(widget: QWidget, kind: type[W]) -> W:
    """The one sheet of that kind that is open over the widget's window."""
    (sheet,) = (child for child in widget.window().findChildren(kind) if child.isVisible())
    return sheet


def has_sheet(widget: QWidget) -> bool:
    """Whether any sheet is open over the widget's window."""
    return any(sheet.isVisible() for sheet in widget.window().findChildren(Sheet))


def button(widget: QWidget, words: str) -> QAbstractButton:
    """The button whose accessible name begins with these words."""
    found = [each for each in widget.findChildren(QAbstractButton) if each.accessibleName().startswith(words)]
    return found[0]


def texts(widget: QWidget) -> str:
    """Everything that stands on a widget in words."""
    labels = (child.property("text") for child in widget.findChildren(QWidget))
    return "\n".join(text for text in labels if isinstance(text, str))
