"""Dropped files, folders and zips as the files that they stand for: zips are unpacked by the worker, into a room that goes with the page."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.studio import PAPERS, Job, Studio
from forms.attachments.archives import Found, files_in, is_archive
from forms.attachments.matching import natural_order
from forms.errors import FormsError
from forms.taking import unpacking


class Unpacking:
    """Opens what was dropped."""

    def __init__(self, studio: Studio) -> None:
        """There is no room yet."""
        self._studio = studio
        self._room: Path | None = None
        self._count = 0

    def open_up(self, paths: Sequence[Path], then: Callable[[list[Path]], None], fail: Callable[[str], None]) -> None:
        """`then` gets the files in the order in which people count; `fail` a sentence on each zip that cannot be opened."""
        found = files_in(path for path in paths if not is_archive(path))
        waiting = [path for path in paths if is_archive(path)]

        def go_on(more: Sequence[Found] = ()) -> None:
            found.extend(more)
            if waiting:
                self._unpack(waiting.pop(0), go_on, miss)
            elif found:
                then(sorted((each.file for each in found), key=lambda file: natural_order(file.name)))

        def miss(error: FormsError) -> None:
            fail(str(error))
            go_on()

        go_on()

    def _unpack(self, archive: Path, then: Callable[[Sequence[Found]], None], fail: Callable[[FormsError], None]) -> None:
        if self._room is None:
            self._room = Path(tempfile.mkdtemp(prefix="shinsei-"))
        self._count += 1
        work = unpacking(archive, self._room / str(self._count))
        self._studio.ask(PAPERS, Job("", work.function, work.arguments, then, fail, lambda _: None, work.about))

    def close(self) -> None:
        """What was unpacked is not needed any more."""
        if self._room is not None:
            shutil.rmtree(self._room, ignore_errors=True)
            self._room = None
