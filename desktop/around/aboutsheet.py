"""What this program is, its licence, and those of the fonts and libraries in it; where it writes its log."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.around.libraries import libraries_of
from desktop.crash import log_file
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet
from forms.build import program_version

WHAT = (
    "外国出願支援事業の申請書類一式を、質問に答えながら作るプログラムです。通信はしません。",
    "様式は、公開された資料をもとに作り直したものです。できあがった書類は、提出の前にご自身でお確かめください。",
)
FONTS = (
    ("BIZ UDゴシック、BIZ UD明朝", "SIL Open Font License 1.1"),
    ("Noto Serif JP", "SIL Open Font License 1.1"),
)


class AboutSheet(Sheet):
    """Everything can be scrolled by keys."""

    def __init__(self) -> None:
        """As installed on this machine."""
        super().__init__("このプログラムについて", width=640)
        self.setObjectName("about")
        self.body.setContentsMargins(20, 4, 20, 20)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.body.addWidget(Line(f"申請パケット {program_version()}", size=16, bold=True))
        for text in WHAT:
            self.body.addWidget(Prose(text, size=14, token="text"))
        self._add("ライセンス", [("申請パケット", "MIT License")])
        self._add("文字の形（フォント）", FONTS)
        self._add("使っているライブラリ", ((f"{each.name} {each.version}", each.licence) for each in libraries_of()))
        self._add("記録の場所", [(str(log_file()), "止まったときに、どこで止まったかだけを書きます。")])

    def _add(self, title: str, rows: Iterable[tuple[str, str]]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (left, right) in enumerate(rows):
            grid.addWidget(Prose(left, size=13, token="text"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Prose(right, size=13), row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addSpacing(6)
        self.body.addWidget(Line(title, bold=True))
        self.body.addLayout(grid)

    def stops(self) -> list[QWidget]:
        """What scrolls takes the cursor too, so that the arrow keys scroll it."""
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return [self._scroll, self.close_button]
