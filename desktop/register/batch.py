"""Builds the packets of several cases, one after the other, and may be stopped between two steps.

Decision: each case is read anew just before its packet is made, and one that cannot be built never stops the rest; what was built
is remembered in the case, as after a build from its own page.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.packet.finishing import wanted_finish
from desktop.packet.lastbuild import KEY, LastBuild, fingerprint
from desktop.packet.packetbefore import NAUGHTY
from desktop.packetworker import Build, PacketWorker
from desktop.register.columns import name_of
from desktop.register.looking import CaseRow
from desktop.session import Session
from forms.build import Order, build_packet
from forms.casefile import open_case_file
from forms.errors import FormsError
from forms.progress import Progress
from forms.render.renderers import Render
from forms.review import Review


@dataclass(frozen=True)
class Wanted:
    """What to build: the cases, the folder into which each packet gets a folder of its own, who prints, and how it is finished."""

    rows: Sequence[CaseRow]
    folder: Path
    render: Render
    wishes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """How it ended: the folders that were made, what failed in one sentence each, and whether somebody stopped it."""

    made: tuple[Path, ...] = ()
    failed: tuple[str, ...] = ()
    stopped: bool = False


class Batch(QObject):
    """Tells which of the cases is in hand (from 0), how far its build is, and the result at the end."""

    began, progressed, ended = Signal(int, object), Signal(object), Signal(object)
    built = Signal(object)  # the path of a case of which a packet was made

    def __init__(self, wanted: Wanted, today: date, calls: Path | None = None, build: Build = build_packet) -> None:
        """Ready to `start`."""
        super().__init__()
        self._wanted, self._today, self._calls, self._build = wanted, today, calls, build
        self._targets = targets_of(wanted.rows, wanted.folder)
        self._at, self.result = -1, Result()
        self._last: LastBuild | None = None
        self._worker: PacketWorker | None = None

    def start(self) -> None:
        """Build the first; the others follow."""
        self._go_on()

    def _go_on(self) -> None:
        self._at += 1
        if self._at == len(self._wanted.rows) or self.result.stopped:
            self.ended.emit(self.result)
            return
        row = self._wanted.rows[self._at]
        self.began.emit(self._at, row)
        target = self._targets[self._at]
        try:
            review = self._read(row.path, target)
        except FormsError as error:
            self._fail(str(error))
            return
        finish = wanted_finish(review.facts.call.terms.packet, self._wanted.wishes)
        self._worker = PacketWorker(row.path, review, Order(target, self._wanted.render, finish=finish), self._build)
        self._worker.progressed.connect(self._tell)
        self._worker.built.connect(self._finish)
        self._worker.failed.connect(self._fail)
        self._worker.stopped.connect(self._halt)
        self._worker.start()

    def _read(self, path: Path, target: Path) -> Review:
        with open_case_file(path, read_only=True) as case:
            session = Session(case, self._today, calls=self._calls)
            self._last = LastBuild(str(target), fingerprint(session), datetime.now().isoformat(timespec="minutes"))
            return session.review

    def _tell(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _finish(self) -> None:
        row = self._wanted.rows[self._at]
        with suppress(FormsError), open_case_file(row.path) as case:  # the packet is there also where the case cannot be written
            case.remember(KEY, json.dumps(asdict(self._last), ensure_ascii=False) if self._last else "")
        self.result = replace(self.result, made=(*self.result.made, self._targets[self._at]))
        self.built.emit(row.path)
        self._rest()
        self._go_on()

    def _fail(self, sentence: str) -> None:
        name = name_of(self._wanted.rows[self._at])
        self.result = replace(self.result, failed=(*self.result.failed, f"{name}：{sentence}"))
        self._rest()
        self._go_on()

    def _halt(self) -> None:
        self.result = replace(self.result, stopped=True)
        self._rest()
        self._go_on()

    def _rest(self) -> None:
        if self._worker is not None:
            self._worker.wait()
            self._worker = None

    def stop(self) -> None:
        """Stop as soon as the step in hand is done; the packets that are made stay."""
        self.result = replace(self.result, stopped=True)
        if self._worker is not None:
            self._worker.requestInterruption()

    def shut(self) -> None:
        """Stop and wait until nothing half made is left; nothing is told any more."""
        self.blockSignals(True)
        self.stop()
        self._rest()


def targets_of(rows: Sequence[CaseRow], folder: Path) -> list[Path]:
    """A folder for each packet, named after applicant and application; no two the same."""
    targets: list[Path] = []
    for row in rows:
        name = " ".join(filter(None, (row.name, row.number))).translate(NAUGHTY).strip(" .") or row.path.stem
        names = (f"{name} {number}" if number else name for number in (0, *range(2, len(rows) + 2)))
        targets.append(next(target for each in names if (target := folder / each) not in targets))
    return targets
