"""What leaving a field costs the window: `python -m tests.benchmarks.window_typing [--sample NAME] [--fields N] [--profile]`.

A sample is opened in the real view with its worker, under a copy of its call with so many more fields (of the kinds and in the
steps of the call, rows among them) that 300 and more are asked. The journey goes through every field and cell of every step, types as an input
method does, chooses, and leaves. Printed in milliseconds: the main thread from the leaving until nothing is left to do (commit,
review, page, rail, layout, painting), the same for a picture that arrives, and the time from leaving to the picture on the screen.
Decision: the event loop is turned by hand and its turns are timed, so that waiting for the painting's timer counts as the rest it
is; the sum of all turns is what leaving costs, the longest one how long a key has to wait. By the clock the commit's waiting for
the disk is in it; on a machine that is busy otherwise, look at the line with the processor time of the thread.
"""

import argparse
import cProfile
import os
import pstats
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from desktop.desk import Desk
from desktop.editors.editor import Editor
from desktop.editors.rows import RowsEditor
from desktop.frame.caseview import CaseView
from desktop.kit.look import dress
from desktop.qtapplication import Application
from desktop.questions.fieldrow import FieldRow
from desktop.questions.steppage import StepPage
from desktop.session import Session
from desktop.settings import SettingsFile
from desktop.studio import Job, Studio
from forms.casefile import open_case_file
from forms.cases import import_case, read_case
from forms.catalog.load import load_call
from forms.catalog.model import Call
from forms.paths import CALLS, SAMPLES
from tests.benchmarks.morefields import add_fields

LIMIT, PICTURE_LIMIT = 16.0, 300.0  # milliseconds at the 95th percentile
QUIET, NAP, PATIENCE = 0.012, 0.001, 3.0  # seconds: Qt paints 5 ms after it was asked to; a picture that never comes
TEXTS = {"date": "令和5年8月10日", "yen": "１２３,４５６", "count": "12", "phone": "078-123-4567", "email": "a_b@example.jp", "fraction": "1/2"}


class Slice(NamedTuple):
    """A stretch of the main thread without a turn of the loop: seconds by the clock, and of the processor's work in it."""

    taken: float
    worked: float


def timed(work: Callable[[], object]) -> Slice:
    """Do something and time it."""
    began, worked = time.perf_counter(), time.thread_time()
    work()
    return Slice(time.perf_counter() - began, time.thread_time() - worked)


@dataclass
class Log:
    """Milliseconds of everything that was left, by what it was, of the processor's work in it, and of its longest stretch between
    two turns of the loop; of pictures that came; and from leaving to the picture."""

    left: list[tuple[float, str]] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    longest: list[float] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)


class WatchedStudio(Studio):
    """Knows how many pictures are still to come."""

    waiting: str | None = None

    def ask(self, lane: str, job: Job) -> None:
        """Note the newest wish of the pane."""
        if job.place:
            self.waiting = job.place
            job = replace(job, then=self._noting(job.then), failed=self._noting(job.failed))
        super().ask(lane, job)

    def _noting(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        def note(result: Any) -> None:  # noqa: ANN401 - a Look, or a FormsError
            self.waiting = None
            then(result)

        return note


@dataclass
class Journey:
    """An open case being typed into."""

    view: CaseView
    studio: WatchedStudio
    log: Log
    profile: cProfile.Profile | None
    count: int = 0

    def settle(self) -> list[Slice]:
        """Turn the loop until it has been quiet for a while; its turns that were not rest."""
        slices: list[Slice] = []
        quiet_since = time.perf_counter()
        while time.perf_counter() - quiet_since < QUIET:
            turn = timed(QApplication.processEvents)
            if turn.taken > NAP / 5:
                slices.append(turn)
                quiet_since = time.perf_counter()
            else:
                time.sleep(NAP)
        return slices

    def await_picture(self) -> float:
        """Turn the loop until no picture is wanted any more; the seconds that were not rest."""
        busy, end = 0.0, time.perf_counter() + PATIENCE
        while self.studio.waiting is not None and time.perf_counter() < end:
            began = time.perf_counter()
            QApplication.processEvents()
            busy += time.perf_counter() - began
            time.sleep(NAP)
        return busy

    def leave(self, what: str, going: Callable[[], object]) -> None:
        """Leave a field by `going`, and note what that costs; then let the picture come."""
        self.count += 1
        if self.profile:
            self.profile.enable()
        began = time.perf_counter()
        slices = [timed(going), *self.settle()]
        if self.profile:
            self.profile.disable()
        self.log.left.append((sum(each.taken for each in slices) * 1000, what))
        self.log.worked.append(sum(each.worked for each in slices) * 1000)
        self.log.longest.append(max(each.taken for each in slices) * 1000)
        if self.studio.waiting is not None:
            self.log.pictures.append(self.await_picture() * 1000)
            self.log.shown.append((time.perf_counter() - began) * 1000)
        self.settle()
        self.await_picture()


def commit(target: QWidget, text: str) -> None:
    """Type a text as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(target, event)


def text_for(editor: Editor, count: int) -> str:
    """Something new for an editor, that its kind can read."""
    kind, example = editor.asked.kind, getattr(editor.asked, "example", "")
    return TEXTS.get(kind) or (f"{count}番目に書いた文。" if kind in ("text", "long_text", "name", "person") else example or f"記入{count}")


def type_into(editor: Editor, count: int) -> None:
    """Replace what stands in a line or a box of text."""
    for name in ("selectAll", "clear"):
        act = getattr(editor.target, name, None)
        if act is not None:
            act()
    commit(editor.target, text_for(editor, count))


def choose(journey: Journey, editor: Editor) -> None:
    """Choose another one and the first one again: each is an answer."""
    target = editor.target
    if isinstance(target, QComboBox):
        first = target.currentIndex()
        for place in ((first + 1) % target.count(), first):
            target.setCurrentIndex(place)
            journey.leave(f"{editor.asked.kind} chosen", partial(target.activated.emit, place))
        return
    buttons = [button for button in editor.findChildren(QAbstractButton) if button.isVisible()]
    before = next((button for button in buttons if button.isChecked()), buttons[0])
    other = next(button for button in buttons if button is not before)
    for button in (other, before):
        journey.leave(f"{editor.asked.kind} chosen", button.click)


def walk_row(journey: Journey, row: FieldRow, onward: Callable[[], object]) -> None:
    """Answer one question and go on."""
    editor = row.editor
    editor.take_focus("")
    journey.settle()
    journey.await_picture()
    if isinstance(editor, RowsEditor):
        walk_cells(journey, editor, onward)
    elif isinstance(editor.target, QAbstractButton | QComboBox):
        choose(journey, editor)
        onward()
    else:
        type_into(editor, journey.count)
        journey.leave(editor.asked.kind, onward)


def walk_cells(journey: Journey, editor: RowsEditor, onward: Callable[[], object]) -> None:
    """Through all cells of a table."""
    if not editor.rows:
        editor.add_row()
    places = [(row, name) for row in range(len(editor.rows)) for name in editor.view.sheet.typed]
    for place, after in zip(places, [*places[1:], None], strict=True):
        editor.focus_cell(*place)
        journey.settle()
        cell = editor.cells.editor
        if cell is None:
            return
        if not isinstance(cell.target, QAbstractButton | QComboBox):
            type_into(cell, journey.count)
        going = onward if after is None else partial(editor.focus_cell, *after)
        journey.leave(f"cell {cell.asked.kind}", going)


def walk(journey: Journey, call: Call) -> None:
    """Through every step that asks something."""
    for step in call.steps:
        journey.view.show_step(step)
        journey.settle()
        journey.await_picture()
        page = journey.view.page
        if isinstance(page, StepPage):
            for name, after in _pairs(page):
                if not page.rows[name].isHidden():
                    walk_row(journey, page.rows[name], partial(page.rows[after].editor.take_focus, ""))


def _pairs(page: StepPage) -> Iterator[tuple[str, str]]:
    names = [name for name, row in page.rows.items() if not row.isHidden()]
    return zip(names, [*names[1:], *names[:1]], strict=True)


def show(title: str, figures: Sequence[float]) -> float:
    """Print one line of the table; the 95th percentile."""
    if not figures:
        print(f"{title:<34} none")
        return 0.0
    ordered = sorted(figures)
    late = ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))]
    print(f"{title:<34}{len(ordered):>6}{statistics.median(ordered):>9.1f}{late:>9.1f}{ordered[-1]:>9.1f}")
    return late


def tell(log: Log, asked: int) -> None:
    """The table."""
    print(f"{f'ms, {asked} questions asked':<34}{'times':>6}{'median':>9}{'p95':>9}{'max':>9}")
    late = show("leaving a field", [taken for taken, _ in log.left])
    for what in sorted({what for _, what in log.left}):
        show(f"  {what}", [taken for taken, said in log.left if said == what])
    show("leaving, processor time", log.worked)
    show("leaving, longest stretch", log.longest)
    show("a picture arrives", log.pictures)
    shown = show("from leaving to the picture", log.shown)
    print(f"goals: {late:.1f} of {LIMIT:.0f} ms for a field, {shown:.0f} of {PICTURE_LIMIT:.0f} ms for its picture")


def travel(sample: str, fields: int, profile: cProfile.Profile | None, folder: Path) -> None:
    """Copy the call, open the case, go the whole way, print the table."""
    call_id, answers = read_case(SAMPLES / sample)
    shutil.copytree(CALLS / call_id, folder / "calls" / call_id)
    add_fields(folder / "calls" / call_id / "fields.toml", load_call(call_id), fields)
    import_case(SAMPLES / sample, folder / "case.shinsei")
    app = Application()
    app.wait_for_fonts()
    dress(app, scheme="light", scale=100)
    with open_case_file(folder / "case.shinsei") as case:
        session, studio = Session(case, date.fromisoformat(str(answers["application.date"])), calls=folder / "calls"), WatchedStudio()
        view = CaseView(Desk(session, studio, SettingsFile(folder)))
        view.resize(1366, 720)
        view.show()
        view.activateWindow()
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        log = Log()
        asked = sum(session.facts.asks(field) for field in session.call.fields.values())
        walk(Journey(view, studio, log, profile), session.call)
        tell(log, asked)
        studio.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", choices=sorted(path.name for path in SAMPLES.iterdir()), default="company-patent")
    parser.add_argument("--fields", type=int, default=225, help="how many are added to the call's own")
    parser.add_argument("--profile", action="store_true", help="where the time of leaving goes; it takes twice as long then")
    arguments = parser.parse_args()
    profile = cProfile.Profile() if arguments.profile else None
    with tempfile.TemporaryDirectory() as folder:
        travel(arguments.sample, arguments.fields, profile, Path(folder))
    if profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        pstats.Stats(profile).sort_stats("cumtime").print_stats(70)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
