"""The keys of an open case, in one table: what the help lists is what works.

Decision: each key stands with its words, and the help shows this table; keys that do two sides of one thing share theirs. Esc belongs first to
whatever has the cursor (a cell, a list that is open); the view gets it when nothing there wanted it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Key:
    """A key, the name of what it does, and the words for it."""

    keys: str
    does: str
    words: str
    waits: bool = False  # until nothing that has the cursor wants it


KEYS = (
    Key("Alt+N", "go_on", "次の画面へ（この画面を確かめてから）"),
    Key("Alt+B", "go_back", "前の画面へ"),
    Key("Ctrl+PgDown", "step_down", "次・前の画面へ（確かめずに）"),
    Key("Ctrl+PgUp", "step_up", "次・前の画面へ（確かめずに）"),
    Key("Alt+K", "look_back", "確認の画面へ、もう一度押すと元の所へ"),
    Key("Ctrl+F", "search", "項目名やコードで探す"),
    Key("F6", "walk_focus", "左の一覧、画面、様式、下の列を順に移る"),
    Key("Ctrl+Z", "undo", "元に戻す、やり直す"),
    Key("Ctrl+Y", "redo", "元に戻す、やり直す"),
    Key("Ctrl+Shift+Z", "redo", "元に戻す、やり直す"),
    Key("Ctrl+S", "say_saved", "保存の状態を知らせる（保存はいつも済んでいます）"),
    Key("Esc", "stop", "閉じる、やめる", waits=True),
    Key("F1", "help", "この画面の説明"),
)


def bind(widget: QWidget, actions: Mapping[str, Callable[[], None]]) -> None:
    """Bind every key to the action of its name, for as long as the cursor is in the widget. KeyError for one without an action."""
    for key in (key for key in KEYS if not key.waits):
        shortcut = QShortcut(QKeySequence(key.keys), widget, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(actions[key.does])


def left_over(event: QKeyEvent) -> str:
    """What a key does that nothing with the cursor wanted; "" for nothing."""
    return next((key.does for key in KEYS if key.waits and QKeySequence(key.keys) == QKeySequence(event.keyCombination())), "")
