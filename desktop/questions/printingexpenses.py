"""費用の一覧: the tables of a step on paper with their totals, and how the amount comes about.

Decision: made of the call's own columns, totals and explanation, so that a call with other headings prints those.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication

from forms.answers import Row, kind_of
from forms.catalog.model import Column, Field, TotalRow
from forms.explaining import Explanation
from forms.facts import Facts
from forms.road import show_answer
from forms.values.plain import Value

FIGURES = ("yen", "count")  # kinds that stand at the right
FIGURE = ' class="figure"'
FIRST = 18  # percent of the table's width for its first column
SHEET = """
p { font-size: 9.5pt; line-height: 140%; margin-top: 2px; margin-bottom: 2px; }
.title { font-size: 14pt; font-weight: bold; } .part { font-size: 10.5pt; font-weight: bold; margin-top: 14px; margin-bottom: 4px; }
td, th { font-size: 8.5pt; padding: 4px 6px; border: 1px solid #5D6974; } th { background-color: #ECF0F3; font-size: 8pt; }
.figure { white-space: nowrap; }
"""


def expenses_document(title: str, facts: Facts, tables: Iterable[Field], explained: Explanation) -> QTextDocument:
    """Each table with its totals, then the chain of figures and its sentence."""
    document = QTextDocument()
    document.setDefaultFont(QFont(QApplication.font().families()))
    document.setDefaultStyleSheet(SHEET)
    grids = "".join(f"<p class=part>{escape(field.label)}</p>{_table(facts, field)}" for field in tables)
    document.setHtml(f"<p class=title>{escape(title)}</p>{grids}<p class=part>申請額の決まり方</p>{_chain(explained)}")
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    return document


def _table(facts: Facts, field: Field) -> str:
    columns = {name: column for name, column in field.columns.items() if column.required and column.kind != "boolean"}
    widths = [FIRST, *[(100 - FIRST) / (len(columns) - 1)] * (len(columns) - 1)]
    head = "".join(f'<th width="{width:.1f}%">{escape(column.label)}</th>' for width, column in zip(widths, columns.values(), strict=True))
    rows = "".join(_row(_cells(columns, row), "td") + _notes(field, len(columns), row) for row in facts.rows(field.id))
    totals = "".join(_row(_totals(facts, columns, total), "th") for total in field.totals)
    return f'<table width="100%" cellspacing="0" style="border-collapse: collapse"><tr>{head}</tr>{rows}{totals}</table>'


def _cells(columns: Mapping[str, Column], row: Row) -> Iterator[tuple[str, bool]]:
    """What stands in the row, and whether it stands at the right."""
    for name, column in columns.items():
        yield _shown(column, row.get(name)), column.kind in FIGURES


def _shown(column: Column, value: Value | None) -> str:
    return "" if value is None else kind_of(column).show(value)


def _notes(field: Field, width: int, row: Row) -> str:
    """A line under the row for what need not be given and is."""
    given = {column.label: _shown(column, row.get(name)) for name, column in field.columns.items() if not column.required}
    words = "　".join(f"{label}：{text}" for label, text in given.items() if text)
    return f'<tr><td></td><td colspan="{width - 1}">{escape(words)}</td></tr>' if words else ""


def _totals(facts: Facts, columns: Mapping[str, Column], total: TotalRow) -> Iterator[tuple[str, bool]]:
    for place, name in enumerate(columns):
        value = show_answer(facts, total.cells[name]) if name in total.cells else ""
        yield (total.label, False) if place == 0 else (value, True)


def _row(cells: Iterable[tuple[str, bool]], tag: str) -> str:
    made = (f'<{tag} align="{"right" if right else "left"}"{FIGURE if right else ""}>{escape(text)}</{tag}>' for text, right in cells)
    return f"<tr>{''.join(made)}</tr>"


def _chain(explained: Explanation) -> str:
    links = "　".join(f"{f'（{link.done}）　' if link.done else ''}{link.label} {link.yen:,}円" for link in explained.links)
    return f"<p>{escape(links)}</p><p>{escape(explained.sentence)}</p><p>{escape(explained.source)}</p>"
