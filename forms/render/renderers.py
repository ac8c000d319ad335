"""The shape of a renderer, and which one a name stands for.

A renderer is a function: Word files and an existing folder in, PDFs (`<stem>.pdf`) out as they land, in the order of the files, and
None now and then while one is waited for, so that its caller may stop it.
It raises RenderError, naming the file, for what it cannot print, and leaves no process and no temporary file behind, stopped in
the middle included. Decision: `auto` is what everybody gets who does not ask; see choosing.py for whom it chooses.
"""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from forms.errors import RenderError
from forms.render.builtin.census import note_unprinted
from forms.render.builtin.package import open_package
from forms.render.builtin.renderer import render_builtin
from forms.render.choosing import Printers, Render, automatic
from forms.render.libreoffice import find_soffice, libreoffice
from forms.render.word import find_word, word

__all__ = ["NAMES", "Render", "renderer"]
QUOTED = re.compile("「([^」]+)」")
NAMES = ("auto", "builtin", "libreoffice", "word")


def renderer(name: str, tell: Callable[[str], None] = lambda _: None) -> Render:
    """The renderer of that name (one of NAMES); what a user should know of its choice and of its pages goes to `tell`.

    Raises RenderError for a suite that is not installed and for a name that there is not.
    """
    builtin: Render = partial(render_builtin, tell=lambda document, note: tell(f"{document.name}：{note}"))
    if name == "auto":
        return automatic(Printers(builtin, _undrawn, {"Word": _word, "LibreOffice": _libreoffice}), tell)
    found: Callable[[], Render] | None = {"builtin": lambda: builtin, "libreoffice": _libreoffice, "word": _word}.get(name)
    if found is None:
        raise RenderError(f"「{name}」という印刷方法はありません。{'、'.join(NAMES)}のどれかを指定してください。")
    return found()


def _word() -> Render:
    return word(find_word())


def _libreoffice() -> Render:
    return libreoffice(find_soffice())


def _undrawn(document: Path) -> tuple[str, ...]:
    """What the built-in renderer cannot draw of a document; empty for one that it prints whole."""
    package = open_package(document)
    note_unprinted(package)
    return tuple(found for note in package.notes.all() for found in QUOTED.findall(note))
