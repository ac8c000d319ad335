"""What the window says and asks by itself, over whatever stands in it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.around.sheets import lay_over
from desktop.kit.notice import Notice


def tell(over: QWidget, title: str, text: str) -> None:
    """Say something that needs no answer."""
    lay_over(over, Notice(title, text, "閉じる"))


def ask_to_lose(over: QWidget, then: Callable[[], object]) -> None:
    """Ask whether a case is to be closed with what could not be kept; `then` is called where it is."""
    said = "最後に入力した内容を、まだ保存できていません。ディスクの空きを作ってから Ctrl+S を押すと、保存できます。"
    question = Notice("保存できていない入力があります", said, "保存せずに閉じる", "入力に戻る")
    question.accepted.connect(then)
    lay_over(over, question)
