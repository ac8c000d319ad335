"""Asks for a file or a folder with the system's own dialog.

Decision: whoever asks takes the asking as a parameter of the type AskFile, so that a test answers in its place; the dialog is opened,
never executed, and calls back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

CASES = "案件 (*.shinsei)"


@dataclass(frozen=True)
class FileQuestion:
    """`wants`: "open" for a file that is there, "save" for one to be made, "folder" for a folder; `start`: where the dialog begins;
    `pattern`: words and ending, which a name for saving gets where it has none."""

    title: str
    start: Path
    wants: str = "open"
    pattern: str = CASES


AskFile = Callable[[QWidget, FileQuestion, Callable[[Path], None]], None]


def ask_file(over: QWidget, question: FileQuestion, then: Callable[[Path], None]) -> None:
    """Open the dialog over a widget's window; `then` gets what was chosen, and is not called where nothing was."""
    make_dialog(over, question, then).open()


def make_dialog(over: QWidget, question: FileQuestion, then: Callable[[Path], None]) -> QFileDialog:
    """The dialog, not opened yet."""
    dialog = QFileDialog(over.window(), question.title, str(question.start), question.pattern)
    if question.wants == "folder":
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    elif question.wants == "save":
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(question.pattern.rpartition("*.")[2].rstrip(")"))
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
