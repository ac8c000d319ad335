"""All odd files; as a program: writes them into a folder, with a table of what is odd in each.

    python -m tests.forms.attachments.oddfiles.corpus FOLDER
"""

import sys
from pathlib import Path

from tests.forms.attachments.oddfiles import bombs, drawings, fonts, locked, marks, pagetrees, structure
from tests.forms.attachments.oddfiles.model import Odd

CORPUS: tuple[Odd, ...] = (*structure.ODD, *pagetrees.ODD, *drawings.ODD, *marks.ODD, *fonts.ODD, *locked.ODD, *bombs.ODD)


def write_corpus(folder: Path) -> None:
    """Every file, and 一覧.md beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for odd in CORPUS:
        (folder / file_name(odd)).write_bytes(odd.make())
    rows = [f"| {file_name(odd)} | {odd.oddity} | {odd.outcome} |" for odd in CORPUS]
    (folder / "一覧.md").write_text("\n".join(["| file | what is odd | what becomes of it |", "|---|---|---|", *rows, ""]), encoding="utf-8")


def file_name(odd: Odd) -> str:
    """What the file is called."""
    return odd.name if "." in odd.name else f"{odd.name}.pdf"


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]))
