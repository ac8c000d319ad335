"""Before a build: what will be made, where to, and what stands in its way.

Decision: errors do not lock the page; they lead to the check, and a draft can be made all the same.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.around.askfile import AskFile, FileQuestion, ask_file
from desktop.around.places import case_folder, standing_folder
from desktop.desk import Desk
from desktop.kit.banners import Banner
from desktop.kit.buttons import LinkButton, SecondaryButton
from desktop.kit.headedcard import HeadedCard
from desktop.kit.iconlabel import IconLabel
from desktop.kit.prose import Line, Prose

MADE = (
    ("packet.pdf", "正本1部と副本を、順に並べたPDF"),
    ("packet-2in1.pdf", "同じものを、2ページずつ両面に割り付けたPDF（印刷用）"),
    ("original.pdf", "1部だけのPDF（控え用）"),
    ("word", "事務局へメールで送るWordデータ"),
    ("receipt.pdf", "封入チェックシート"),
    ("post", "宛名ラベル、送付状、資料番号のインデックス、日程のカレンダー"),
)
TO_CHECK = "確認の画面で直す"
NAUGHTY = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


class PacketBefore(QWidget):
    """The page until something has been built."""

    draft_wanted, check_wanted = Signal(), Signal()

    def __init__(self, desk: Desk, ask: AskFile = ask_file) -> None:
        """For an open case; `ask` chooses the folder."""
        super().__init__()
        self._desk, self._ask, self._chosen = desk, ask, ""
        self._ready, self._errors = Banner("ok"), Banner("error")
        self._errors.acted.connect(self.check_wanted)
        self.draft = SecondaryButton("下書きとして作成する")
        self.draft.clicked.connect(self.draft_wanted)
        self._place = Line("", size=13)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._ready)
        column.addWidget(self._errors)
        column.addWidget(_made())
        column.addLayout(self._where())
        column.addWidget(self.draft)
        column.addStretch(1)

    def _where(self) -> QHBoxLayout:
        change = LinkButton("変更")
        change.setAccessibleName("保存する場所を変更")
        change.clicked.connect(self._ask_folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("folder", 18))
        row.addWidget(self._place, 1)
        row.addWidget(change)
        return row

    @property
    def target(self) -> Path:
        """The folder that the packet will be put into."""
        return Path(self._chosen) if self._chosen else proposed_folder(self._desk)

    def choose(self, folder: str) -> None:
        """Build into that folder; "" for the proposed one."""
        self._chosen = folder
        self.refresh()

    def _ask_folder(self) -> None:
        question = FileQuestion("保存する場所", standing_folder(self.target.parent), "folder")
        self._ask(self, question, lambda folder: self.choose(str(folder / self.target.name)))

    def refresh(self) -> None:
        """Say whether a packet can be made now, and where it will lie."""
        errors = sum(finding.severity == "error" for finding in self._desk.session.review.findings)
        self._ready.setVisible(not errors)
        self._ready.show_words("作成できます", "誤りはなく、書類もそろっています。")
        self._errors.setVisible(bool(errors))
        self._errors.show_words(f"直すところが{errors}つあります", "直すまで作成できません。下書きは、いまのままでも作れます。", TO_CHECK)
        self.draft.setVisible(bool(errors) and not self._desk.session.is_read_only)
        self._place.set_text(f"{' > '.join(self.target.parts[-3:])} に保存します")
        self._place.setToolTip(str(self.target))


def proposed_folder(desk: Desk) -> Path:
    """A folder named after applicant and application, in the person's folder for packets."""
    home = case_folder(desk.settings.now)
    packet = desk.session.call.terms.packet
    words = [desk.session.facts.text(name) for name in (packet.applicant, packet.subject[0])]
    name = " ".join(word for word in words if word) or desk.session.case.path.stem
    return home / name.translate(NAUGHTY)


def _made() -> HeadedCard:
    card = HeadedCard("作られるもの")
    for name, what in MADE:
        row = QHBoxLayout()
        row.setSpacing(16)
        label = Line(name, size=13, bold=True)
        label.setFixedWidth(130)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Prose(what, size=13, token="text2"), 1)
        card.body.addLayout(row)
    return card
