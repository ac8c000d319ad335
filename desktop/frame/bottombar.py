"""The bar at the bottom: one reassuring sentence, and back and next at a fixed place on the right.

Decision: next names its goal, and stands where it stands however wide the pane is.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.kit.buttons import PrimaryButton, SecondaryButton
from desktop.kit.ground import Ground
from desktop.kit.look import px
from desktop.kit.prose import ShrinkingLine

CALM = "入力した内容は、そのつど保存されます。いつ閉じてもかまいません。"
CALM_SHORT = "入力はそのつど保存されます"
BACK_KEYS, NEXT_KEYS = "Alt+B", "Alt+N"


class BottomBar(Ground):
    """Where the road goes on."""

    back_wanted, next_wanted = Signal(), Signal()

    def __init__(self) -> None:
        """Both buttons without a goal yet."""
        super().__init__("surface", "top")
        self._said, self._is_narrow = "", False
        self.back = SecondaryButton("戻る", hint=BACK_KEYS, icon="chevron-left")
        self.next = PrimaryButton("次へ", hint=NEXT_KEYS)
        self._words = ShrinkingLine(CALM, size=13, token="text2")
        self._extra = QHBoxLayout()
        self._extra.setSpacing(10)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 20, 0)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addStretch(0)
        row.addWidget(self.back)
        row.addLayout(self._extra)
        row.addWidget(self.next)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.setFixedHeight(px(self, 56))

    def show_road(self, before: str, after: str, words: str = "") -> None:
        """Name what lies before and after; an empty name takes the button away."""
        self.back.setVisible(bool(before))
        self.back.set_text(f"戻る：{before}")
        self.next.setVisible(bool(after))
        self.next.set_text(f"次へ：{after}")
        self.say(words)

    def say(self, words: str) -> None:
        """The sentence on the left; "" for the usual one."""
        self._said = words
        self._tell()

    def _tell(self) -> None:
        self._words.set_text(CALM_SHORT if self._is_narrow else self._said or CALM)

    def show_actions(self, actions: tuple[QWidget, ...]) -> None:
        """Buttons of the page's own, right of 戻る."""
        while (item := self._extra.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(self)
        for action in actions:
            self._extra.addWidget(action)
            action.show()  # it was hidden when the page was left

    def be_sized(self, *, narrow: bool, short: bool) -> None:
        """Shorter words in a narrow bar, and no keys."""
        self._is_narrow = narrow
        self._tell()
        self.back.set_hint("" if narrow else BACK_KEYS)
        self.next.set_hint("" if narrow else NEXT_KEYS)
        self.setFixedHeight(px(self, 48 if short else 56))
