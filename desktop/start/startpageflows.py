"""What begins on the start page: the sheets for a new case, an earlier one, the samples, and those around them.

Decision: each sheet's module is imported when it is first wanted; they hang on the library, the start page must not.
"""

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.around.askfile import AskFile, FileQuestion, ask_file
from desktop.around.places import case_folder, standing_folder
from desktop.around.sheets import lay_over
from desktop.settings import Recent, SettingsFile
from desktop.start.picksheet import Pick, PickSheet
from forms.errors import FormsError

SAMPLES = "見本"
HELP = """
申請書類一式を、質問に答えながら作るプログラムです。答えは、様式の決まった場所に入ります。

・はじめての方は「新しい申請をはじめる」を押します。公募と、申請者と権利の区分を選ぶと、答える質問が決まります。
・続きから始めるときは、「最近の案件」の行を押します。ファイルを画面に落としても開きます。
・2件目からは「以前の申請をもとに作る」を押すと、申請者についての答えを引き継げます。引き継ぐ内容は、その前に確かめられます。
・できあがりを先に見たいときは「見本を見る」を押します。開くのは写しなので、自由に書き換えられます。

案件は1つのファイル（.shinsei）です。入力した内容も添付した書類も、その中に、そのつど保存されます。"""


class Flows(QObject):
    """`opened` carries the path of a case; `sampled` that of a sample's copy and its day."""

    opened, sampled = Signal(object), Signal(object, object)

    def __init__(self, over: QWidget, settings: SettingsFile, calls: Path | None, ask: AskFile | None) -> None:
        """`over`: the widget over whose window the sheets lie."""
        super().__init__(over)
        self._over, self._settings, self._calls, self._ask = over, settings, calls, ask or ask_file
        self.proposed, self.prefecture = "", ""  # the call that a new case is offered first, and whose it is

    def begin_new(self) -> None:
        """Ask what a new case needs, make it and have it opened."""
        self._show_new(None)

    def _show_new(self, earlier: Path | None) -> None:
        newcase = import_module("desktop.start.newcase")
        begin = newcase.NewCase(case_folder(self._settings.now), self._ask, self._calls, self.proposed, earlier)
        try:
            sheet = newcase.NewCaseSheet(begin)
        except FormsError as error:
            self._tell("公募のデータを読めませんでした", error)
            return
        sheet.made.connect(self.opened)
        lay_over(self._over, sheet)

    def choose_file(self) -> None:
        """Ask for a case file and have it opened."""
        self._ask_for_case("案件のファイルを開く", self.opened.emit)

    def _ask_for_case(self, title: str, then: Any) -> None:  # noqa: ANN401 - a signal's emit has no type of its own
        self._ask(self._over, FileQuestion(title, standing_folder(case_folder(self._settings.now))), then)

    def begin_from_earlier(self) -> None:
        """Ask which case to take the applicant's answers from; without recent ones, ask for its file at once."""
        known = [recent for recent in self._settings.now.recents if Path(recent.path).is_file()]
        if not known:
            self._ask_for_case("もとにする案件を選ぶ", self._show_new)
            return
        sheet = PickSheet("どの案件をもとにしますか", "引き継ぐ内容は、次の画面で確かめて選びます。")
        picks = [self._earlier(sheet, recent) for recent in known]
        picks.append(Pick("ほかのファイルを選ぶ...", "", "folder", lambda: self._elsewhere(sheet)))
        sheet.show_picks(picks)
        lay_over(self._over, sheet)

    def _earlier(self, sheet: PickSheet, recent: Recent) -> Pick:
        def choose() -> None:
            sheet.close_sheet()
            self._show_new(Path(recent.path))

        return Pick(recent.name, recent.details, "file", choose)

    def _elsewhere(self, sheet: PickSheet) -> None:
        sheet.close_sheet()
        self._ask_for_case("もとにする案件を選ぶ", self._show_new)

    def show_samples(self) -> None:
        """List the samples; one that is chosen is copied and opened as on its own day."""
        casefiles = import_module("desktop.start.casefiles")
        intro = "登場する者と番号は、すべて架空です。写しを開くので、自由に書き換えられます。"
        sheet = PickSheet("見本を見る", intro)
        try:
            sheet.show_picks([self._sample(sheet, sample) for sample in casefiles.samples()])
        except FormsError as error:
            sheet.complain(str(error))
        lay_over(self._over, sheet)

    def _sample(self, sheet: PickSheet, sample: Any) -> Pick:  # noqa: ANN401 - a Sample of a module that is loaded late
        def choose() -> None:
            try:
                path = import_module("desktop.start.casefiles").copy_sample(sample, case_folder(self._settings.now) / SAMPLES)
            except FormsError as error:
                sheet.complain(str(error))
                return
            sheet.close_sheet()
            self._open_sample(path, sample.day)

        return Pick(sample.name, sample.says, "eye", choose)

    def _open_sample(self, path: Path, day: date) -> None:
        self.sampled.emit(path, day)

    def show_settings(self) -> None:
        """The program's settings."""
        lay_over(self._over, import_module("desktop.around.settingssheet").SettingsSheet(self._settings, self._ask))

    def show_about(self) -> None:
        """What this program is and made of."""
        lay_over(self._over, import_module("desktop.around.aboutsheet").AboutSheet())

    def show_help(self) -> None:
        """What one does on the start page."""
        lay_over(self._over, import_module("desktop.around.helpsheet").HelpSheet("はじめの画面", HELP))

    def show_guide(self) -> None:
        """Which support there is, and whom to ask."""
        try:
            lay_over(self._over, import_module("desktop.start.guidesheet").GuideSheet(self.prefecture))
        except FormsError as error:
            self._tell("支援の案内を読めませんでした", error)

    def reveal(self, path: Path) -> None:
        """Open the folder in which a case lies with the system's own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _tell(self, title: str, error: FormsError) -> None:
        sheet = PickSheet(title)
        sheet.complain(str(error))
        lay_over(self._over, sheet)
