"""Answers, papers and findings on paper: one document made from the very data that 確認 shows.

Decision: the document is made apart from the printer, so that what is printed can be looked at without one.
"""

from html import escape

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.checking.findinglines import WORDS
from desktop.checking.overview import Entry, Group
from forms.check import Finding

SHEET = """
h1 { font-size: 15pt; } h2 { font-size: 11.5pt; margin-top: 14px; margin-bottom: 3px; }
p, td { font-size: 9.5pt; line-height: 140%; white-space: pre-wrap; } p { margin-top: 2px; margin-bottom: 2px; }
td { padding: 3px 6px; border-bottom: 1px solid #B8C0C7; vertical-align: top; } .pale { color: #5D6974; }
"""
MARGIN = 16  # mm
UPRIGHT = QPageLayout.Orientation.Portrait


def lists_document(title: str, findings: tuple[Finding, ...], groups: tuple[Group, ...]) -> QTextDocument:
    """The findings, then every step with its answers."""
    document = QTextDocument()
    document.setDefaultFont(QFont(QApplication.font().families()))
    document.setDefaultStyleSheet(SHEET)
    said = "".join(f"<p><b>{WORDS[f.severity]}</b>　{escape(f.message)} <span class=pale>{escape(f.source)}</span></p>" for f in findings)
    tables = "".join(_table(group) for group in groups)
    document.setHtml(f"<h1>{escape(title)}</h1>{f'<h2>確かめること</h2>{said}' if said else ''}{tables}")
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    return document


def _table(group: Group) -> str:
    rows = "".join(_row(entry) for entry in group.entries)
    return f'<h2>{escape(group.title)}</h2><table width="100%" cellspacing="0">{rows}</table>'


def _row(entry: Entry) -> str:
    return (
        f'<tr><td width="8%" class=pale>{escape(entry.code)}</td><td width="27%">{escape(entry.label)}</td>'
        f'<td width="65%"{" class=pale" if entry.is_blank else ""}>{escape(entry.text)}</td></tr>'
    )


def open_print_dialog(
    parent: QWidget, document: QTextDocument, words: str = "回答と書類を印刷", orientation: QPageLayout.Orientation = UPRIGHT
) -> QPrintDialog:
    """Ask for the printer; the document is printed when the person accepts. The dialog is open when this returns."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            orientation,
            QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    printer.setDocName(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(words)
    dialog.accepted.connect(lambda: document.print_(printer))
    QDialog.open(dialog)
    return dialog
