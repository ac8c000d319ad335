"""The left column of the start page: whose program this is, what can be begun, and that nothing leaves this machine."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.kit.buttons import LinkButton, PrimaryButton
from desktop.kit.iconlabel import IconLabel
from desktop.kit.look import px, tokens_of
from desktop.kit.plates import fill
from desktop.kit.prose import Line, Prose
from desktop.kit.scroll import PageScroll
from desktop.start.startpageaction import ActionRow

WIDE, NARROW = 308, 272
NEW_KEYS = "Ctrl+N"


class SideColumn(QWidget):
    """Every line of it is a signal."""

    new_wanted, open_wanted, earlier_wanted, samples_wanted = Signal(), Signal(), Signal(), Signal()
    register_wanted, guide_wanted, settings_wanted, about_wanted = Signal(), Signal(), Signal(), Signal()

    def __init__(self, samples: int) -> None:
        """`samples`: how many filled examples there are."""
        super().__init__()
        self.setObjectName("start.side")
        self.new = PrimaryButton("新しい申請をはじめる", NEW_KEYS, "plus")
        self.new.height_at_100 = 44
        self.new.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.open = ActionRow("ファイルを開く...", ".shinsei を落としても開きます", "folder", "Ctrl+O")
        self.earlier = ActionRow("以前の申請をもとに作る...", "申請者の内容だけを引き継ぎます", "copy")
        self.samples = ActionRow("見本を見る", f"記入済みの例が{samples}つあります", "eye")
        self.register = ActionRow("案件一覧", "フォルダーの案件をまとめて確認・作成", "table")
        self.guide = ActionRow("どの支援が使えるか調べる", "ほかの支援事業と相談窓口", "question")
        self.settings, self.about = LinkButton("設定", icon="gear"), LinkButton("このプログラムについて")
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        for button, wanted in (
            (self.new, self.new_wanted),
            (self.open, self.open_wanted),
            (self.earlier, self.earlier_wanted),
            (self.samples, self.samples_wanted),
            (self.register, self.register_wanted),
            (self.guide, self.guide_wanted),
            (self.settings, self.settings_wanted),
            (self.about, self.about_wanted),
        ):
            button.clicked.connect(wanted)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setSpacing(4)
        column.addLayout(_name())
        column.addSpacing(14)
        column.addWidget(self.new)
        column.addSpacing(6)
        for row in (self.open, self.earlier, self.samples, self.register):
            column.addWidget(row)
        column.addWidget(_Rule())
        column.addWidget(self.guide)
        column.addStretch(1)
        column.addLayout(_offline())
        column.addLayout(self._links())
        self.be_narrow(narrow=False)  # before it is measured for the first time
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        self.area = PageScroll(inside)
        whole.addWidget(self.area)

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 4, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.settings)
        row.addWidget(self.about)
        row.addStretch(1)
        return row

    def be_narrow(self, *, narrow: bool) -> None:
        """Leave more room to the cases in a small window."""
        self.setFixedWidth(px(self, NARROW if narrow else WIDE))
        self.new.set_hint("" if narrow else NEW_KEYS)
        side, top = px(self, 12 if narrow else 20), px(self, 14 if narrow else 22)
        self._column.setContentsMargins(side, top, side, px(self, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rail's ground and a line at its right edge."""
        painter, tokens = QPainter(self), tokens_of(self)
        fill(painter, self.rect(), tokens.rail)
        fill(painter, QRect(self.width() - 1, 0, 1, self.height()), tokens.line)


class _Rule(QWidget):
    """A line between two groups."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(17)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), QRect(0, 8, self.width(), 1), tokens_of(self).line)


def _name() -> QHBoxLayout:
    row, words = QHBoxLayout(), QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Line("申請パケット", size=18, bold=True))
    words.addWidget(Line("外国出願支援事業の申請書類づくり", size=12, token="text2"))
    row.setSpacing(10)
    row.addWidget(IconLabel("app", 30))
    row.addLayout(words, 1)
    return row


def _offline() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(14, 8, 8, 0)
    row.setSpacing(10)
    row.addWidget(IconLabel("lock", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose("このプログラムは通信をしません。入力した内容と書類は、このパソコンの中だけに保存されます。", size=12), 1)
    return row
