"""案件一覧: an office's many cases in one folder: who is late, who is ready; packets of several at once.

Decision: what is known of the folder is kept here as plain rows; every change of rows, filter or order arranges them anew, and the
widgets only show the outcome.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent

from desktop.around.askfile import AskFile, FileQuestion, ask_file
from desktop.around.helpsheet import HelpSheet
from desktop.around.places import standing_folder
from desktop.around.sheets import lay_over
from desktop.kit.notice import Notice
from desktop.register.arranging import ALL, Wish, arranged, counts_of, hindrance, stages_of
from desktop.register.batch import Result
from desktop.register.building import Building
from desktop.register.folder import cases_in, register_folder
from desktop.register.frame import RegisterFrame
from desktop.register.helptext import HELP
from desktop.register.looker import Looker
from desktop.register.looking import CaseRow
from desktop.register.model import RegisterModel
from desktop.register.writing import write_csv
from desktop.settings import SettingsFile
from desktop.studio import Studio
from forms.errors import FormsError

PAUSE = 40  # milliseconds in which rows that come are gathered
CSV = "CSV (*.csv)"


class RegisterPage(RegisterFrame):
    """`open_wanted` carries the path of a case; `home_wanted` leads back to the start page. Call `shut` before it goes."""

    open_wanted, home_wanted = Signal(Path), Signal()

    def __init__(
        self, settings: SettingsFile, studio: Studio, today: date, calls: Path | None = None, ask: AskFile = ask_file
    ) -> None:
        """`calls`: a folder with more calls; `ask`: how files and folders are asked for."""
        super().__init__(RegisterModel(today))
        self._settings, self.today, self._ask = settings, today, ask
        self.folder = register_folder(settings.now)
        self.rows: dict[Path, CaseRow] = {}
        self.wish = Wish()
        self._made: tuple[Path, ...] = ()
        self.looker, self.building = Looker(studio, today, calls), Building(settings, today, calls)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._connect()
        self._bind()

    def _connect(self) -> None:
        top, foot = self.top, self.foot
        top.home_wanted.connect(self.home_wanted)
        top.export_wanted.connect(self.export)
        top.folder_wanted.connect(self.choose_folder)
        top.help_wanted.connect(self._help)
        top.typed.connect(lambda typed: self._want(replace(self.wish, typed=typed)))
        self.rail.chosen.connect(lambda group: self._want(replace(self.wish, group=group)))
        self.table.opened.connect(self.open_wanted)
        self.table.moved.connect(self._show_cap)
        self.table.sorted_by.connect(self._sort)
        self.model.ticked.connect(self._show_chosen)
        self.empty.acted.connect(self._end_emptiness)
        foot.look_wanted.connect(self.look)
        foot.build_wanted.connect(self.build)
        foot.stop_wanted.connect(self.stop)
        self._pause.timeout.connect(self.refresh)
        self.looker.looked.connect(self._take)
        self.looker.done.connect(self._rest)
        self.building.worked.connect(lambda words, share: self.foot.show_work(words, share, builds=True))
        self.building.ended.connect(self._tell_result)
        self.outcome.acted.connect(self._open_made)

    def _bind(self) -> None:
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+F", self._find),
            ("Ctrl+B", self.build),
            ("F5", self.look),
            ("F1", self._help),
            ("Esc", self.stop),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # what is shown

    def look(self) -> None:
        """Look at the ticked cases anew, at all of the folder where none is ticked; files that came or went are noticed too."""
        if self.building.is_busy:
            return
        paths = cases_in(self.folder)
        self.rows = {path: self.rows.get(path, CaseRow(path)) for path in paths}
        wanted = [path for path in paths if path in self.model.ticks or not self.rows[path].looked]
        self.refresh()
        self.looker.look(wanted if self.model.ticks else paths)
        if self.looker.is_busy:
            self._tell_looking()

    def _take(self, row: CaseRow) -> None:
        if row.path in self.rows:
            self.rows[row.path] = row
        self._tell_looking()
        if not self._pause.isActive():
            self._pause.start()

    def _tell_looking(self) -> None:
        if not self.building.is_busy:
            done = self.looker.total - self.looker.left
            self.foot.show_work(f"{self.looker.total}件のうち {done}件を確かめました", done / max(self.looker.total, 1), builds=False)

    def _rest(self) -> None:
        self._pause.stop()
        self.refresh()
        if not self.building.is_busy:
            self.foot.show_rest(self.model.chosen())

    def refresh(self) -> None:
        """Arrange what is known anew and show it."""
        rows = list(self.rows.values())
        counts = counts_of(rows, self.today)
        if self.wish.group not in counts:
            self.wish = replace(self.wish, group=ALL)
        shown = arranged(rows, self.wish, self.today)
        self.rail.show_counts(stages_of(rows), counts, self.wish.group)
        self.rail.show_folder(self.folder, len(rows))
        self.model.show_rows(shown)
        self.headline.show_rows(shown, self.wish)
        self.top.show_deadline(rows, self.today)
        self.top.export.setEnabled(bool(shown))
        self.empty.show_reason(self.folder, has_rows=bool(rows))
        self.show_table(shows=bool(shown))
        self._show_cap()
        self._show_chosen()

    def _want(self, wish: Wish) -> None:
        self.wish = wish
        self.table.heads.show_order(wish.column, descending=wish.descending)
        self.refresh()

    def _sort(self, column: str) -> None:
        again = column == self.wish.column and not self.wish.descending
        self._want(replace(self.wish, column=column, descending=again))

    def _show_cap(self) -> None:
        self.cap.show_row(self.table.current(), list(self.rows.values()))

    def _show_chosen(self) -> None:
        self.foot.show_chosen(self.model.chosen())

    def _find(self) -> None:
        self.top.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.field.selectAll()

    def _help(self) -> None:
        lay_over(self, HelpSheet("案件一覧", HELP))

    # what is done

    def choose_folder(self) -> None:
        """Ask for another folder and show its cases."""
        question = FileQuestion("案件のフォルダーを選ぶ", standing_folder(self.folder), wants="folder", pattern="")
        self._ask(self, question, self.show_folder)

    def show_folder(self, folder: Path) -> None:
        """Show the cases of a folder, now and next time."""
        self._settings.change(register=str(folder))
        self.folder, self.rows, self.model.ticks = folder, {}, set()
        self.outcome.hide()
        self.fault.hide()
        self.look()

    def _end_emptiness(self) -> None:
        if self.rows:
            self.top.field.clear()
            self._want(replace(self.wish, typed="", group=ALL))
        else:
            self.choose_folder()

    def export(self) -> None:
        """Ask for a file and write what is shown into it."""
        start = standing_folder(self.folder) / f"案件一覧 {self.today.isoformat()}.csv"
        self._ask(self, FileQuestion("CSVに書き出す", start, wants="save", pattern=CSV), self._write)

    def _write(self, chosen: Path) -> None:
        file = chosen if chosen.suffix.lower() == ".csv" else chosen.with_name(f"{chosen.name.removesuffix('.shinsei')}.csv")
        try:
            write_csv(self.model.rows, file)
        except FormsError as error:
            lay_over(self, Notice("書き出せませんでした", str(error), "閉じる"))

    def build(self) -> None:
        """Ask for a folder and build the packets of the ticked cases into it, where nothing stands in their way."""
        rows = self.model.chosen()
        if rows and not hindrance(rows) and not self.building.is_busy and not self.looker.is_busy:
            question = FileQuestion("書類一式を入れるフォルダーを選ぶ", standing_folder(self.folder), wants="folder", pattern="")
            self._ask(self, question, lambda folder: self._build(rows, folder))

    def _build(self, rows: list[CaseRow], folder: Path) -> None:
        self.outcome.hide()
        self.fault.hide()
        try:
            self.building.start(rows, folder)
        except FormsError as error:
            self.fault.show_words("作成できませんでした", str(error))
            self.fault.show()

    def _tell_result(self, result: Result) -> None:
        self.foot.show_rest(self.model.chosen())
        made, failed = len(result.made), len(result.failed)
        stopped = "途中で中止しました。" if result.stopped else ""
        folder = f"{result.made[0].parent} に入れました。" if made else ""
        self.outcome.show_words(f"{made}件を作成しました", f"{stopped}{folder}{self.building.notes()}", "フォルダーを開く")
        self.outcome.setVisible(bool(made))
        if result.stopped and not made:
            self.fault.show_words("中止しました", "作成したものはありません。")
        elif failed:
            self.fault.show_words(f"{failed}件を作成できませんでした", "\n".join(result.failed))
        self.fault.setVisible(bool(failed) or (result.stopped and not made))
        self._made = result.made
        self.look()

    def _open_made(self) -> None:
        if self._made:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made[0].parent)))

    def stop(self) -> None:
        """Stop what runs: building after the step in hand, looking at once. Else empty the filter."""
        if self.building.is_busy:
            self.foot.show_stopping()
            self.building.stop()
        elif self.looker.is_busy:
            self.looker.stop()
            self._rest()
        else:
            self.top.field.clear()

    def shut(self) -> None:
        """Stop everything that runs, and wait until nothing half made is left."""
        self._pause.stop()
        self.looker.stop()
        self.building.shut()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes, or comes back from a case, sees the folder as it is now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.fit()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self.look)
