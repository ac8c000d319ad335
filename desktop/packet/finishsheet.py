"""仕上げ: the switches of the packet in plain words, and a line that says how they stand.

Decision: every choice holds at once and is kept at once, as in the settings; the call's own way is one press away.
"""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.around.sheets import lay_over
from desktop.desk import Desk
from desktop.editors.wholerow import RadioRow, TickRow
from desktop.kit.buttons import LinkButton, SecondaryButton
from desktop.kit.iconlabel import IconLabel
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet
from desktop.kit.switch import Switch
from desktop.packet.finishing import CORNERS, FRESH, SIZES, in_words, keep_finish, wanted_finish
from desktop.settings import SettingsFile
from forms.catalog.terms import Packet
from forms.packet.finish import BINDING_NAMES, Finish, finish_of

INTRO = "公募の決まりのままでよければ、変えなくてかまいません。変えたことは、このパソコンのすべての案件に使います。"
TICKS = {
    "page_numbers": "下の中央に、1部を通したページ番号を入れる",
    "set_marks": "どのページの下にも「正本」「副本1」と入れる（副本は正本の写しなので、ふつうは入れません）",
    "contents": "はじめに目次を入れる",
    "separators": "資料ごとに、番号と題名を大きく書いた仕切り紙を入れる",
    "slip": "いちばん上に「ホチキス留めしないでください」と書いた紙を入れる",
}
BINDING_WORDS = {
    "short_edge": "短辺とじ（横向きの用紙を、短い辺を軸にめくる）",
    "long_edge": "長辺とじ（短辺とじを選べないプリンターのために、うらの上下を逆にする）",
}


class FinishSheet(Sheet):
    """Emits `changed` after each choice, which then is kept already."""

    changed = Signal()

    def __init__(self, settings: SettingsFile, packet: Packet) -> None:
        """The switches of that call as they stand."""
        super().__init__("仕上げ", width=640)
        self._settings, self._packet = settings, packet
        self.stamp = TickRow("添付書類の1枚目に、資料番号を入れる")
        self.corner, self.letters = Switch(tuple(CORNERS.values()), "資料番号の場所"), Switch(tuple(SIZES.values()), "資料番号の大きさ")
        self.ticks = {name: TickRow(words) for name, words in TICKS.items()}
        self.fresh = {name: RadioRow(words) for name, words in FRESH.items()}
        self.binding = {name: RadioRow(BINDING_WORDS[name]) for name in BINDING_NAMES}
        self.usual = SecondaryButton("公募の決まりに戻す", icon="undo")
        self._lay_in()
        self._show()
        self._connect()

    @property
    def now(self) -> Finish:
        """The switches as they stand."""
        return wanted_finish(self._packet, self._settings.now.finish)

    def _lay_in(self) -> None:
        self.body.setSpacing(4)
        self.body.addWidget(Prose(INTRO, size=13, token="text2"))
        self._add("資料番号", self.stamp)
        place = QHBoxLayout()
        place.setContentsMargins(28, 0, 0, 0)
        place.setSpacing(10)
        for label, switch in (("場所", self.corner), ("大きさ", self.letters)):
            place.addWidget(Line(label, size=13, token="text2"))
            place.addWidget(switch)
        place.addStretch(1)
        self.body.addLayout(place)
        self._add("書き入れるもの", *(self.ticks[name] for name in ("page_numbers", "set_marks")))
        self._add("間に入れる紙", *(self.ticks[name] for name in ("contents", "separators", "slip")))
        self._add("2面付けでの、資料のはじまり", *_grouped(self, self.fresh.values()))
        self._add("両面印刷", *_grouped(self, self.binding.values()))
        self.foot.addWidget(self.usual)
        self.foot.addStretch(1)

    def _add(self, title: str, *widgets: QWidget) -> None:
        self.body.addSpacing(8)
        self.body.addWidget(Line(title, size=14, bold=True))
        for widget in widgets:
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.stamp.clicked.connect(lambda on: self._take(stamp=self._text() if on else ""))
        self.corner.chosen.connect(lambda place: self._take(stamp_corner=list(CORNERS)[place]))
        self.letters.chosen.connect(lambda place: self._take(stamp_size=list(SIZES)[place]))
        for name, tick in self.ticks.items():
            tick.clicked.connect(lambda on, name=name: self._take(**{name: on}))
        for switch, radios in (("fresh", self.fresh), ("binding", self.binding)):
            for value, radio in radios.items():
                radio.clicked.connect(lambda _, switch=switch, value=value: self._take(**{switch: value}))
        self.usual.clicked.connect(lambda: self._keep(finish_of(self._packet)))

    def _text(self) -> str:
        """The stamp's text as the call has it."""
        return finish_of(self._packet).stamp or Finish().stamp

    def _take(self, **changes: str | bool) -> None:
        self._keep(replace(self.now, **changes))  # type: ignore[arg-type]

    def _keep(self, finish: Finish) -> None:
        keep_finish(self._settings, self._packet, finish)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        now = self.now
        self.stamp.setChecked(bool(now.stamp))
        self.corner.choose(list(CORNERS).index(now.stamp_corner))
        self.letters.choose(list(SIZES).index(now.stamp_size))
        for switch in (self.corner, self.letters):
            switch.setEnabled(bool(now.stamp))
        for name, tick in self.ticks.items():
            tick.setChecked(getattr(now, name))
        self.fresh[now.fresh].setChecked(True)
        self.binding[now.binding].setChecked(True)
        self.usual.setEnabled(now != finish_of(self._packet))


def _grouped(sheet: QWidget, radios: Iterable[RadioRow]) -> tuple[RadioRow, ...]:
    group, grouped = QButtonGroup(sheet), tuple(radios)
    for radio in grouped:
        group.addButton(radio)
    return grouped


class FinishLine(QWidget):
    """How packets are finished, in one line, and the way to change it; `changed` when it was."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """For an open case."""
        super().__init__()
        self._desk = desk
        self._words, change = Prose("", size=13, token="text2"), LinkButton("変更")
        change.setAccessibleName("仕上げを変更")
        change.clicked.connect(self._open)
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words.addStretch(1)
        words.addWidget(self._words)
        words.addStretch(1)
        row.addWidget(IconLabel("file", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(change)
        self.refresh()

    @property
    def now(self) -> Finish:
        """The switches with which the next packet is made."""
        return wanted_finish(self._desk.session.call.terms.packet, self._desk.settings.now.finish)

    def refresh(self) -> None:
        """Say how they stand."""
        self._words.set_text(f"仕上げ：{in_words(self.now)}")

    def _open(self) -> None:
        sheet = FinishSheet(self._desk.settings, self._desk.session.call.terms.packet)
        sheet.changed.connect(self.refresh)
        sheet.changed.connect(self.changed)
        lay_over(self, sheet)
