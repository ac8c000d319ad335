"""What a person set for the program on this machine: text size, colours, folders, renderer; and the cases opened lately.

Decision: one small JSON file in the user's own folder, written whole and put in its place in one move; a broken one is set aside. Qt
reads and writes it, and the values are named tuples: Python's own JSON and data classes would hold up the start page by 4 ms.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

from PySide6 import QtCore
from PySide6.QtCore import QStandardPaths

FILE = "desktop.json"
MOST = 30


class Recent(NamedTuple):
    """A case as the start page shows it without opening it; `at`: ISO time when it was last closed or changed."""

    path: str
    name: str
    details: str
    given: int
    asked: int
    papers: int
    papers_asked: int
    stage: str
    tone: str
    errors: int
    deadline: str
    at: str


class Settings(NamedTuple):
    """Everything with its default; `text_size` in percent, `scheme` system, light or dark; `register`: the folder that 案件一覧 shows."""

    text_size: int = 100
    scheme: str = "system"
    renderer: str = "auto"
    folder: str = ""
    register: str = ""
    shows_pane: bool = True
    finish: dict[str, str | bool] = {}  # what differs from the call's way to finish a packet; never changed in place
    recents: tuple[Recent, ...] = ()

    def with_recent(self, recent: Recent) -> "Settings":
        """The same with a case on top of the recent ones."""
        others = tuple(known for known in self.recents if known.path != recent.path)
        return self._replace(recents=(recent, *others)[:MOST])

    def without_recent(self, path: str) -> "Settings":
        """The same without a case that is gone."""
        return self._replace(recents=tuple(known for known in self.recents if known.path != path))


class SettingsFile:
    """The settings, read once and written at every change."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read them; `folder`: where they lie (the user's configuration folder if not told)."""
        self.folder = folder or _usual_folder()
        self.now = _read(self.folder / FILE)

    def change(self, **changes: Any) -> None:  # noqa: ANN401 - each as its setting
        """Take over and keep some changes, by the settings' names."""
        self.keep(self.now._replace(**changes))

    def keep(self, settings: Settings) -> None:
        """Take over and keep the settings; where they cannot be kept they hold for this run."""
        self.now = settings
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            new = self.folder / f"{FILE}.new"
            new.write_bytes(QtCore.QJsonDocument.fromVariant(_plain(settings)).toJson().data())
            new.replace(self.folder / FILE)
        except OSError:
            return


def _usual_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)) / "shinsei-packet"


def _plain(settings: Settings) -> dict[str, Any]:
    return settings._asdict() | {"recents": [recent._asdict() for recent in settings.recents]}


def _read(file: Path) -> Settings:
    try:
        kept = QtCore.QJsonDocument.fromJson(file.read_bytes()).toVariant()
    except OSError:
        return Settings()
    return _settings(kept) if isinstance(kept, dict) else Settings()


def _settings(kept: Mapping[str, Any]) -> Settings:
    """What of a file makes sense to this version; the rest is left out."""
    usual = Settings()._asdict()
    values = {name: kept[name] for name, value in usual.items() if name != "recents" and isinstance(kept.get(name), type(value))}
    rows = kept.get("recents", [])
    recents = tuple(Recent(**row) for row in (rows if isinstance(rows, list) else []) if _is_recent(row))
    return Settings(**values, recents=recents)


def _is_recent(row: object) -> bool:
    types = get_type_hints(Recent)
    return isinstance(row, dict) and row.keys() == types.keys() and all(isinstance(row[name], kind) for name, kind in types.items())
