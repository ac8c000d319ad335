"""Which folder the list shows: the chosen one, kept beside the settings; else where the cases lie.

Decision: a file of one line of its own, so that the settings' own file stays as every version knows it.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.around.places import case_folder
from desktop.settings import SettingsFile

FILE = "register.txt"
PATTERN = "*.shinsei"


def register_folder(settings: SettingsFile) -> Path:
    """The folder that was chosen last, if it still is there."""
    with suppress(OSError, UnicodeDecodeError):
        kept = (settings.folder / FILE).read_text(encoding="utf-8").strip()
        if kept and Path(kept).is_dir():
            return Path(kept)
    return case_folder(settings.now)


def keep_folder(settings: SettingsFile, folder: Path) -> None:
    """Show that folder from now on; where it cannot be kept it holds for this time only."""
    with suppress(OSError):
        settings.folder.mkdir(parents=True, exist_ok=True)
        (settings.folder / FILE).write_text(f"{folder}\n", encoding="utf-8")


def cases_in(folder: Path) -> tuple[Path, ...]:
    """The case files of a folder, without those of folders in it; none where it cannot be read."""
    return tuple(_files(folder))


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(path for path in folder.glob(PATTERN) if path.is_file())
