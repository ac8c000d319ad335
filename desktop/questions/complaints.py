"""What is to be said of one field: its errors, warnings and notes, in the words of the list of findings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.clearing import empty
from desktop.kit.glyphs import Glyph
from desktop.kit.prose import Prose
from forms.check import Finding

LOOKS = {"error": ("error", "err"), "warning": ("warning", "warn"), "note": ("note", "text2")}


class Complaint(QWidget):
    """A column of sentences, each with the glyph of its severity; takes no room while there are none."""

    def __init__(self) -> None:
        """Nothing to say."""
        super().__init__()
        self._shown: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    @property
    def is_error(self) -> bool:
        """Whether something at error level is said."""
        return any(finding.severity == "error" for finding in self._shown)

    def show_findings(self, found: tuple[Finding, ...]) -> bool:
        """Say these and nothing else; whether they are others than before."""
        if found == self._shown:
            return False
        self._shown = found
        empty(self._column)
        for finding in found:
            self._column.addWidget(_said(finding))
        self.setVisible(bool(found))
        return True


def _said(finding: Finding) -> QWidget:
    glyph, token = LOOKS[finding.severity]
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(8)
    sign = Glyph(size=16)
    sign.show_state(glyph)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose(finding.message, size=13, token=token, bold=finding.severity == "error"), 1)
    return line
