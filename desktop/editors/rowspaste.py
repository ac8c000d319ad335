"""Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line breaks between rows, quotes round breaks.

Decision: a quote is a quote only where one closes it before the next tab or line end; Excel leaves other quotes bare.
"""

import re
from collections.abc import Sequence

from desktop.editors.rowsmodel import Place, Rows, Sheet, with_cell
from forms.catalog.model import Column
from forms.values.narrow import key

Block = list[list[str]]
_END = r"(?P<end>\t|\r\n?|\n|\Z)"
_CELL = re.compile(rf'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^\t\r\n]*)){_END}')
_BREAK = re.compile(r"\r\n?|\n")


def is_block(text: str) -> bool:
    """Whether a clipboard's text is more than one cell."""
    block = parse_block(text)
    return len(block) > 1 or any(len(row) > 1 for row in block)


def parse_block(text: str) -> Block:
    """The cells, row by row; rows with nothing in them are left out."""
    rows: Block = [[]]
    for found in _CELL.finditer(text):
        rows[-1].append(_cell_text(found))
        if not found["end"]:
            break
        if found["end"] != "\t":
            rows.append([])
    return [row for row in rows if any(cell.strip() for cell in row)]


def _cell_text(found: re.Match[str]) -> str:
    quoted = found["quoted"]
    return found["bare"] if quoted is None else _BREAK.sub("\n", quoted.replace('""', '"'))


def write_block(block: Sequence[Sequence[str]]) -> str:
    """As a spreadsheet reads it."""
    return "\r\n".join("\t".join(map(_quoted, row)) for row in block)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if re.search(r'[\t\r\n"]', cell) else cell


def without_head(block: Block, columns: Sequence[Column]) -> Block:
    """Without a first row that only names the columns: half of its words or more are labels of ours."""
    labels = {key(column.label) for column in columns}
    words = [key(cell) for cell in block[0] if cell.strip()] if block else []
    named = sum(word in labels for word in words)
    return block[1:] if named and named * 2 >= len(words) else block


def pasted(sheet: Sheet, place: Place, block: Block) -> Rows:
    """The rows with a block laid over them from a cell on; rows are added, computed columns and what is too wide passed over."""
    names = list(sheet.columns)
    left = names.index(place[1])
    lines = without_head(block, list(sheet.columns.values()))
    rows = sheet.rows + ({},) * max(place[0] + len(lines) - len(sheet.rows), 0)
    for down, line in enumerate(lines):
        for name, cell in zip(names[left:], line, strict=False):
            if not sheet.columns[name].calculation:
                rows = with_cell(rows, (place[0] + down, name), cell if cell.strip() else "")
    return rows
