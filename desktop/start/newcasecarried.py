"""What an earlier case brings into a new one, shown before it is taken: each answer with a tick that can be taken away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit.buttons import LinkButton
from desktop.kit.prose import Line, Prose
from desktop.start.casefiles import Carried
from forms.values.plain import Plain


class CarriedList(QWidget):
    """Every answer is ticked at first."""

    def __init__(self, carried: Sequence[Carried]) -> None:
        """The answers in the order of their questions."""
        super().__init__()
        self.setObjectName("newcase.carried")
        self._carried = carried
        self.ticks = {each.field: QCheckBox(each.label) for each in carried}
        self._wide = max((tick.sizeHint().width() for tick in self.ticks.values()), default=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(2)
        column.addLayout(self._head())
        for each in carried:
            column.addLayout(self._row(each))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        found = f"引き継ぐ内容（{len(self._carried)}項目）" if self._carried else "引き継げる内容は、この案件にありません。"
        row.addWidget(Line(found, bold=True), 1)
        if self._carried:
            for words, ticked in (("すべて選ぶ", True), ("すべて外す", False)):
                link = LinkButton(words)
                link.set_size(13)
                link.clicked.connect(lambda _, ticked=ticked: self._tick_all(ticked=ticked))
                row.addWidget(link)
        return row

    def _row(self, each: Carried) -> QHBoxLayout:
        row, tick = QHBoxLayout(), self.ticks[each.field]
        tick.setObjectName(f"carried.{each.field}")
        tick.setChecked(True)
        tick.setAccessibleName(each.label)
        tick.setAccessibleDescription(each.shown)
        tick.setFixedWidth(self._wide)
        row.setSpacing(12)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(Prose(each.shown, size=14, token="text"))
        row.addLayout(column, 1)
        return row

    def _tick_all(self, *, ticked: bool) -> None:
        for tick in self.ticks.values():
            tick.setChecked(ticked)

    def ticked(self) -> Mapping[str, Plain]:
        """The answers that are to be taken over."""
        return {each.field: each.plain for each in self._carried if self.ticks[each.field].isChecked()}
