"""What a person set for the program on this machine: text size, colours, folders, renderer; and the cases opened lately.

Decision: one small JSON file in the user's own folder, written whole and put in its place in one move; a broken one is set aside.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

FILE = "desktop.json"
MOST = 30


@dataclass(frozen=True)
class Recent:
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


@dataclass(frozen=True)
class Settings:
    """Everything with its default; `text_size` in percent, `scheme` system, light or dark."""

    text_size: int = 100
    scheme: str = "system"
    renderer: str = "auto"
    folder: str = ""
    shows_pane: bool = True
    finish: dict[str, str | bool] = field(default_factory=dict)  # what differs from the call's way to finish a packet
    recents: tuple[Recent, ...] = field(default=())

    def with_recent(self, recent: Recent) -> "Settings":
        """The same with a case on top of the recent ones."""
        others = tuple(known for known in self.recents if known.path != recent.path)
        return replace(self, recents=(recent, *others)[:MOST])

    def without_recent(self, path: str) -> "Settings":
        """The same without a case that is gone."""
        return replace(self, recents=tuple(known for known in self.recents if known.path != path))


class SettingsFile:
    """The settings, read once and written at every change."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read them; `folder`: where they lie (the user's configuration folder if not told)."""
        self.folder = folder or Path(platformdirs.user_config_dir("shinsei-packet", appauthor=False))
        self.now = _read(self.folder / FILE)

    def change(self, **changes: object) -> None:
        """Take over and keep some changes, by the settings' names."""
        self.keep(replace(self.now, **changes))  # type: ignore[arg-type]

    def keep(self, settings: Settings) -> None:
        """Take over and keep the settings; where they cannot be kept they hold for this run."""
        self.now = settings
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            new = self.folder / f"{FILE}.new"
            new.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
            new.replace(self.folder / FILE)
        except OSError:
            return


def _read(file: Path) -> Settings:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(kept) if isinstance(kept, dict) else Settings()


def _settings(kept: Mapping[str, Any]) -> Settings:
    """What of a file makes sense to this version; the rest is left out."""
    plain = Settings()
    values = {f.name: kept[f.name] for f in fields(Settings) if f.name != "recents" and isinstance(kept.get(f.name), type(getattr(plain, f.name)))}
    rows = kept.get("recents", [])
    recents = tuple(Recent(**row) for row in (rows if isinstance(rows, list) else []) if _is_recent(row))
    return replace(plain, **values, recents=recents)


def _is_recent(row: object) -> bool:
    types = {f.name: f.type for f in fields(Recent)}
    return isinstance(row, dict) and row.keys() == types.keys() and all(isinstance(row[n], int if t is int else str) for n, t in types.items())
