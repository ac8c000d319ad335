"""What a person sees when something went wrong that nobody expected: that nothing is lost, and a report to copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.around.sheets import lay_over
from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.look import font, px
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet

AIR = 140  # percent: the faces have no leading of their own
SAID = "入力した内容は保存されています。このまま続けられます。同じことが続くときは、プログラムを起動し直してください。"
HOLDS = "報告には、プログラムのどこで止まったかだけが書かれています。入力した内容、書類、ファイルの場所は含まれません。"


class CrashSheet(Sheet):
    """The report can be read before it is copied."""

    def __init__(self, report: str, log: Path) -> None:
        """`log`: where the report was written as well."""
        super().__init__("思わぬところで止まりました", width=640)
        self.setObjectName("crash")
        self.body.setContentsMargins(20, 4, 20, 8)
        self.report, self._copied = QTextEdit(), Line("", size=13, token="ok")
        self._show_report(report)
        for widget in (Prose(SAID, size=14, token="text"), self.report, Prose(HOLDS, size=13), Prose(f"控え：{log}", size=12)):
            self.body.addWidget(widget)
        self.copy_button, close = SecondaryButton("報告を写す", icon="copy"), PrimaryButton("続ける")
        self.copy_button.clicked.connect(self._copy)
        close.clicked.connect(self.close_sheet)
        self.foot.addWidget(self._copied, 1)
        self.foot.addWidget(self.copy_button)
        self.foot.addWidget(close)

    def _show_report(self, report: str) -> None:
        self.report.setReadOnly(True)
        self.report.setAccessibleName("報告")
        self.report.setTabChangesFocus(True)
        self.report.setFont(font(self, 13))
        self.report.setFixedHeight(px(self, 130))
        self.report.setPlainText(report)
        airy = QTextBlockFormat()
        airy.setLineHeight(AIR, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole = QTextCursor(self.report.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(airy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._copied.set_text("写しました。")


def tell_of(window: QWidget, report: str, log: Path, then: Callable[[], None]) -> CrashSheet:
    """Lay a report over the window; `then` is called when the person has closed it."""
    sheet = CrashSheet(report, log)
    sheet.closed.connect(then)
    lay_over(window, sheet)
    return sheet
