"""The shape of a renderer, and which one a name stands for.

A renderer is a function: Word files and an existing folder in, PDFs (`<stem>.pdf`) out as they land. Decision: `auto` is the
built-in one, so that the same answers give the same pages on every machine.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from forms.errors import RenderError
from forms.render.builtin.renderer import render_builtin
from forms.render.libreoffice import find_soffice, libreoffice
from forms.render.notes import Tell, unheard

Render = Callable[[Sequence[Path], Path], Iterator[Path]]
NAMES = ("auto", "builtin", "libreoffice", "word")


def renderer(name: str, tell: Tell = unheard) -> Render:
    """The renderer of that name (one of NAMES); `tell` hears what it could not draw, as it prints.

    Raises RenderError for one that this version does not have.
    """
    if name in ("auto", "builtin"):
        return partial(render_builtin, tell=tell)
    if name == "libreoffice":
        return libreoffice(find_soffice())
    if name == "word":
        raise RenderError("この版はWordでの印刷に対応していません。印刷方法を指定しないか、builtinを指定してください。")
    raise RenderError(f"「{name}」という印刷方法はありません。{'、'.join(NAMES)}のどれかを指定してください。")
