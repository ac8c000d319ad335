"""The list on top of a page after 次へ: every error as a link, in the very words that stand beside its field.

Decision: it never says anything new by itself; what has been put right leaves it at once.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.kit.buttons import LinkButton
from desktop.kit.card import Card
from desktop.kit.clearing import empty
from desktop.kit.glyphs import Glyph
from desktop.kit.prose import Line
from forms.answers import code_of
from forms.catalog.model import Call
from forms.check import Finding


class ErrorList(Card):
    """Hidden while there is nothing to list."""

    jumped = Signal(str)  # the subject whose line was clicked
    passed = Signal()  # あとで直して、次へ進む

    def __init__(self) -> None:
        """Nothing is listed."""
        super().__init__()
        self.set_ground("err_tint", "err_edge")
        self._lines: dict[Finding, QHBoxLayout] = {}
        self._title = Line("", size=16, bold=True, token="err")
        later = LinkButton("あとで直して、次へ進む")
        later.clicked.connect(self.passed)
        self.body.setContentsMargins(15, 9, 15, 11)
        self.body.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        sign = Glyph(size=18)
        sign.show_state("error")
        head.addWidget(sign)
        head.addWidget(self._title, 1)
        head.addWidget(later)
        self.body.addLayout(head)
        self.hide()

    def show_findings(self, found: tuple[Finding, ...], call: Call) -> None:
        """List these errors."""
        self.keep_only(())
        for finding in found:
            self._lines[finding] = self._line(finding, code_of(call, finding.subject))
            self.body.addLayout(self._lines[finding])
        self._tell()

    def _line(self, finding: Finding, code: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(30, 0, 0, 0)
        line.setSpacing(12)
        link = LinkButton(finding.message, wraps=True)
        link.clicked.connect(lambda: self.jumped.emit(finding.subject))
        line.addWidget(link, 1)
        place = Line(code, size=12, token="text2")
        place.setMinimumHeight(link.minimumSizeHint().height())  # beside the link's first line
        line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def keep_only(self, found: tuple[Finding, ...]) -> None:
        """Take the lines away that stand no longer."""
        settled = [known for known in self._lines if known not in found]
        for finding in settled:
            line = self._lines.pop(finding)
            empty(line)
            self.body.removeItem(line)
        if settled:
            self._tell()

    def _tell(self) -> None:
        text = f"次へ進む前に、{len(self._lines)}か所を直してください"
        self._title.set_text(text)
        self.setAccessibleName(text)
        self.setVisible(bool(self._lines))
