"""The program's settings: text size, colours, the folder for cases and packets, who prints the forms.

Decision: every choice holds at once and is kept at once; there is nothing to confirm.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop.around.askfile import AskFile, FileQuestion, ask_file
from desktop.around.places import case_folder, standing_folder
from desktop.around.settingsslider import Slider
from desktop.editors.wholerow import RadioRow
from desktop.kit.buttons import LinkButton, SecondaryButton
from desktop.kit.look import LARGEST, SMALLEST, dress, px
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet
from desktop.settings import SettingsFile
from forms.errors import RenderError
from forms.render.renderers import renderer

STEP = 5
SCHEMES = MappingProxyType({"system": "パソコンの設定に合わせる", "light": "明るい", "dark": "暗い"})
RENDERERS = MappingProxyType(
    {
        "auto": ("おまかせ", "内蔵の印刷で描けない様式だけを、このパソコンのWordかLibreOfficeで印刷します。"),
        "builtin": ("内蔵の印刷", "ほかのソフトを使いません。どのパソコンでも同じ仕上がりです。"),
        "libreoffice": ("LibreOffice", "すべての様式をLibreOfficeで印刷します。"),
        "word": ("Word", "すべての様式をMicrosoft Wordで印刷します。"),
    }
)
ABSENT = "このパソコンには見つかりません。"


def is_here(name: str) -> bool:
    """Whether this machine has what that renderer needs."""
    try:
        renderer(name)
    except RenderError:
        return False
    return True


class SettingsSheet(Sheet):
    """Emits `changed` after each choice, which then is kept already."""

    changed = Signal()

    def __init__(self, settings: SettingsFile, ask: AskFile = ask_file, has: Callable[[str], bool] = is_here) -> None:
        """`has`: whether a renderer can be used here."""
        super().__init__("設定", width=620)
        self.setObjectName("settings")
        self._settings, self._ask = settings, ask
        self._radios: dict[tuple[str, str], QRadioButton] = {}
        self.body.setContentsMargins(20, 4, 20, 20)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        self.slider, self._shown_size = Slider(), Line("", size=14)
        self._where = Prose("", size=14, token="text")
        self._add("文字の大きさ", self._size_row())
        self._add("画面の色", self._choices("scheme", {name: (label, "") for name, label in SCHEMES.items()}))
        self._add("案件と申請書類一式を置くフォルダー", self._folder_row())
        self._tell_folder()
        offered = {name: (label, note if has(name) else ABSENT) for name, (label, note) in RENDERERS.items()}
        self._add("様式の印刷", self._choices("renderer", offered))
        for name in RENDERERS:
            self.radio("renderer", name).setEnabled(has(name) or settings.now.renderer == name)

    def _add(self, title: str, content: QHBoxLayout | QVBoxLayout) -> None:
        self.body.addSpacing(6)
        self.body.addWidget(Line(title, bold=True))
        self.body.addLayout(content)

    def radio(self, setting: str, value: str) -> QRadioButton:
        """The button of a value of a setting."""
        return self._radios[setting, value]

    def _size_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.slider.setObjectName("settings.text_size")
        self.slider.setAccessibleName("文字の大きさ")
        self.slider.setRange(SMALLEST // STEP, LARGEST // STEP)
        self.slider.setPageStep(2)
        self.slider.setValue(self._settings.now.text_size // STEP)
        self.slider.setFixedWidth(px(self, 240))
        self._tell_size(self.slider.value())
        self.slider.valueChanged.connect(self._take_size)
        for widget in (Line("小", size=12), self.slider, Line("大", size=18), self._shown_size):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _tell_size(self, steps: int) -> None:
        self._shown_size.set_text(f"{steps * STEP}%")
        self.slider.setAccessibleDescription(f"{steps * STEP}%")

    def _take_size(self, steps: int) -> None:
        self._tell_size(steps)
        self._change(text_size=steps * STEP)

    def _choices(self, setting: str, offered: Mapping[str, tuple[str, str]]) -> QVBoxLayout:
        column, group = QVBoxLayout(), QButtonGroup(self)
        column.setSpacing(0)
        for value, (label, note) in offered.items():
            radio = RadioRow(label)
            radio.setObjectName(f"settings.{setting}={value}")
            radio.setAccessibleName(label)
            radio.setAccessibleDescription(note)
            radio.setChecked(getattr(self._settings.now, setting) == value)
            radio.clicked.connect(lambda _, value=value: self._change(**{setting: value}))
            group.addButton(radio)
            self._radios[setting, value] = radio
            column.addWidget(radio)
            if note:
                column.addLayout(_indented(Prose(note, size=13)))
        return column

    def _folder_row(self) -> QHBoxLayout:
        row, choose = QHBoxLayout(), SecondaryButton("選ぶ...").make_small()
        self.usual = LinkButton("はじめの場所に戻す")
        choose.setAccessibleName("フォルダーを選ぶ")
        choose.clicked.connect(self._ask_folder)
        self.usual.clicked.connect(lambda: self._take_folder(""))
        row.setSpacing(14)
        row.addWidget(self._where, 1)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _tell_folder(self) -> None:
        self._where.set_text(str(case_folder(self._settings.now)))
        self.usual.setVisible(bool(self._settings.now.folder))

    def _ask_folder(self) -> None:
        start = standing_folder(case_folder(self._settings.now))
        self._ask(self, FileQuestion("フォルダーを選ぶ", start, "folder"), lambda folder: self._take_folder(str(folder)))

    def _take_folder(self, folder: Path | str) -> None:
        self._change(folder=str(folder))
        self._tell_folder()

    def _change(self, **changes: int | str) -> None:
        self._settings.change(**changes)
        now, app = self._settings.now, QApplication.instance()
        if isinstance(app, QApplication) and changes.keys() & {"text_size", "scheme"}:
            dress(app, scheme=now.scheme, scale=now.text_size)
        self.changed.emit()


def _indented(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(28, 0, 0, 6)
    row.addWidget(widget)
    return row
