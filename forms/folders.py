"""Writing into a folder so that nothing half-written is ever seen in it.

Decision: files are made in a hidden room inside the folder and moved to their place one by one, when each is whole.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from forms.errors import TargetError


@contextmanager
def written_into(folder: Path) -> Iterator[Path]:
    """A room in which to make files for `folder`; if the block fails, a folder that was not there before is gone again."""
    try:
        with ExitStack() as undo:
            if not folder.exists():
                undo.callback(_remove, folder)
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".writing-", dir=folder, ignore_cleanup_errors=True) as room:
                yield Path(room)
            undo.pop_all()
    except OSError as error:
        raise TargetError(f"{folder} に書き込めません（{error.strerror}）。場所、アクセス権、空きをお確かめください。") from error


def _remove(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
