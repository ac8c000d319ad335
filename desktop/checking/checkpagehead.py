"""The counters in the head of 確認: how many errors, warnings and notes, each with its sign and word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.checking.findinglines import WORDS
from desktop.kit.glyphs import Glyph
from desktop.kit.prose import Line
from forms.catalog.model import SEVERITIES
from forms.check import Finding


class Counter(QWidget):
    """One severity."""

    def __init__(self, severity: str) -> None:
        """None yet."""
        super().__init__()
        self._severity = severity
        self._figure = Line("0", size=16, bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Glyph(severity, size=18))
        row.addWidget(Line(WORDS[severity], size=14))
        row.addWidget(self._figure)

    def show_count(self, count: int) -> None:
        """Show how many there are; none needs no sign."""
        self._figure.set_text(str(count))
        self.setVisible(bool(count))
        self.setAccessibleName(f"{WORDS[self._severity]} {count}件")


class Counters(QWidget):
    """All three side by side."""

    def __init__(self) -> None:
        """None yet."""
        super().__init__()
        self._counters = {severity: Counter(severity) for severity in SEVERITIES}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        for counter in self._counters.values():
            row.addWidget(counter, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Count them."""
        for severity, counter in self._counters.items():
            counter.show_count(sum(finding.severity == severity for finding in findings))
