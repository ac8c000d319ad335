"""Which folder the list shows: the one that was chosen last, else where the cases lie."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.around.places import case_folder
from desktop.settings import Settings

PATTERN = "*.shinsei"


def register_folder(settings: Settings) -> Path:
    """The folder that was chosen last, if it still is there."""
    kept = Path(settings.register)
    return kept if settings.register and kept.is_dir() else case_folder(settings)


def cases_in(folder: Path) -> tuple[Path, ...]:
    """The case files of a folder, without those of folders in it; none where it cannot be read."""
    return tuple(_files(folder))


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(path for path in folder.glob(PATTERN) if path.is_file())
