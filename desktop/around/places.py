"""Where the user's cases lie if nothing else was said."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.settings import Settings

NAME = "申請パケット"


def case_folder(settings: Settings) -> Path:
    """The folder that was set, else one of our own among the user's documents; it need not exist."""
    if settings.folder:
        return Path(settings.folder)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / NAME


def standing_folder(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists: where a dialog can begin."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path.home())
