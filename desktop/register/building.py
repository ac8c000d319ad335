"""The build of several packets as the page sees it: one at a time, in words and a share, with what the printing has to say."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.packetworker import Build
from desktop.register.batch import Batch, Result, Wanted
from desktop.register.columns import name_of
from desktop.register.looking import CaseRow
from desktop.settings import SettingsFile
from forms.build import PHASES, build_packet
from forms.progress import Progress
from forms.render.renderers import renderer


class Building(QObject):
    """`worked`: a sentence and a share from 0 to 1; `ended` carries the Result."""

    worked, ended = Signal(str, float), Signal(object)

    def __init__(self, settings: SettingsFile, today: date, calls: Path | None) -> None:
        """Nothing runs."""
        super().__init__()
        self._settings, self._today, self._calls = settings, today, calls
        self.build: Build = build_packet
        self._batch: Batch | None = None
        self._at, self._of, self._name = 0, 1, ""
        self._notes: list[str] = []

    @property
    def is_busy(self) -> bool:
        """Whether packets are being made."""
        return self._batch is not None

    def start(self, rows: Sequence[CaseRow], folder: Path) -> None:
        """Make the packets of these cases. Raises RenderError where what the settings name cannot print."""
        self._notes, self._of = [], len(rows)
        wanted = Wanted(rows, folder, renderer(self._settings.now.renderer, self._notes.append), self._settings.now.finish)
        batch = self._batch = Batch(wanted, self._today, self._calls, self.build)
        batch.began.connect(self._begin)
        batch.progressed.connect(self._tell)
        batch.ended.connect(self._end)
        batch.start()

    def _begin(self, at: int, row: CaseRow) -> None:
        self._at, self._name = at, name_of(row)
        self.worked.emit(f"{self._of}件のうち {at + 1}件め　{self._name}", at / self._of)

    def _tell(self, progress: Progress) -> None:
        phase = PHASES.index(progress.phase) if progress.phase in PHASES else 0
        within = (phase + progress.done / max(progress.total, 1)) / len(PHASES)
        words = f"{self._of}件のうち {self._at + 1}件め　{self._name}　{progress.task.removesuffix('。')}"
        self.worked.emit(words, (self._at + min(within, 1.0)) / self._of)

    def _end(self, result: Result) -> None:
        self._batch = None
        self.ended.emit(result)

    def notes(self) -> str:
        """What the printing had to say, each once."""
        return "".join(dict.fromkeys(self._notes))

    def stop(self) -> None:
        """Stop after the step in hand."""
        if self._batch is not None:
            self._batch.stop()

    def shut(self) -> None:
        """Stop, and wait until nothing half made is left."""
        if self._batch is not None:
            self._batch.shut()
            self._batch = None
