"""Every kind goes through its widget and comes back: shown in its own form, typed in any, handed over once."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.editors.editor import Editor
from desktop.editors.lineeditor import LineEditor
from desktop.editors.making import make_cell_editor, make_editor
from desktop.editors.texteditor import LongTextEditor
from forms.answers import canonical
from forms.catalog.model import Column
from forms.values.kinds import KIND_NAMES
from forms.values.plain import Plain
from tests.desktop.editors.editorskit import Shown, commit, compose, field, heard

TYPED = [
    ("text", "ＡＢ　", "ＡＢ", "ＡＢ"),
    ("name", "株式会社みなと精機", "株式会社みなと精機", "株式会社みなと精機"),
    ("person", "湊 春香", "湊　春香", "湊　春香"),
    ("kana", "みなとせいき", "ミナトセイキ", "ミナトセイキ"),
    ("half_kana", "ミナト ハルカ", "ﾐﾅﾄ ﾊﾙｶ", "ﾐﾅﾄ ﾊﾙｶ"),
    ("date", "令和五年八月一日", "令和5年8月1日", "2023-08-01"),
    ("date", "S45.3.9", "昭和45年3月9日", "1970-03-09"),
    ("date", "２０２３／８／１", "令和5年8月1日", "2023-08-01"),
    ("yen", "1,000万", "10,000,000", 10_000_000),
    ("yen", "１２３４円", "1,234", 1234),
    ("count", "二十四人", "24", 24),
    ("integer", "▲５００", "-500", -500),
    ("fraction", "2分の1", "1/2", "1/2"),
    ("corporate_number", "９１４０-００１９-９９１０-１", "9140001999101", "9140001999101"),
    ("postal_code", "〒６５０００４６", "650-0046", "650-0046"),
    ("phone", "０７８（３０６）６８０８", "078-306-6808", "078-306-6808"),
    ("email", "ｎａｍｅ＠example.jp", "name@example.jp", "name@example.jp"),
    ("url", "ｈｔｔｐｓ://www.example.jp/", "https://www.example.jp/", "https://www.example.jp/"),
    ("country", "アメリカ", "米国", "US"),
    ("application_number", "特願２０２３－１２３４５", "特願2023-012345", "特願2023-012345"),
]


def go_on(editor: Editor) -> None:
    """Put the keyboard elsewhere in the window."""
    after = editor.window().findChild(QPushButton, "after")
    assert isinstance(after, QPushButton)
    after.setFocus(Qt.FocusReason.TabFocusReason)


@pytest.mark.parametrize(("kind", "typed", "display", "kept"), TYPED)
def test_what_is_typed_stands_in_its_kinds_form_when_the_editor_is_left(
    shown: Shown, kind: str, typed: str, display: str, kept: Plain
) -> None:
    asked = field(kind)
    editor = shown(asked)
    answers = heard(editor)
    assert isinstance(editor, LineEditor)
    editor.take_focus()
    commit(editor.target, typed)
    assert answers == []
    go_on(editor)
    assert editor.box.text() == display
    assert [canonical(asked, answer) for answer in answers] == [kept]


@pytest.mark.parametrize(("kind", "typed", "display", "kept"), TYPED)
def test_what_is_kept_is_shown_in_the_same_form_and_says_nothing(
    qtbot: QtBot, kind: str, typed: str, display: str, kept: Plain
) -> None:
    editor = make_editor(field(kind))
    qtbot.addWidget(editor)
    answers = heard(editor)
    editor.show_plain(kept)
    editor.leave()
    assert isinstance(editor, LineEditor)
    assert editor.box.text() == display
    assert answers == []


@pytest.mark.parametrize("kind", sorted(KIND_NAMES | {"rows"}))
def test_every_kind_has_an_editor_that_is_empty_at_first_and_has_a_name(qtbot: QtBot, kind: str) -> None:
    editor = make_editor(field(kind))
    qtbot.addWidget(editor)
    assert editor.plain() == ""
    assert not editor.is_unread
    assert (editor.objectName(), editor.accessibleName()) == ("x.answer", "問い")


class Opened(QObject):
    """Counts what is shown."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Show
        return False


@pytest.mark.parametrize("kind", sorted(KIND_NAMES | {"rows"}))
def test_making_an_editor_opens_no_window(qtbot: QtBot, qapp: QApplication, kind: str) -> None:
    opened = Opened()
    qapp.installEventFilter(opened)
    editors = [make_editor(field(kind)), *([] if kind == "rows" else [make_cell_editor(Column(kind, "欄"))])]
    qapp.removeEventFilter(opened)
    for editor in editors:
        qtbot.addWidget(editor)
    assert opened.count == 0


@pytest.mark.parametrize("kind", sorted(KIND_NAMES - {"long_text", "texts", "text", "name"}))
def test_what_a_kind_refuses_stays_as_it_was_typed(qtbot: QtBot, kind: str) -> None:
    editor = make_editor(field(kind))
    qtbot.addWidget(editor)
    editor.show_plain("＃これは読めない＃")
    editor.leave()
    assert editor.plain() == "＃これは読めない＃"


def test_a_bad_edge_comes_and_goes_and_the_help_is_said_again(qtbot: QtBot) -> None:
    editor = make_editor(field("date"))
    qtbot.addWidget(editor)
    editor.target.setAccessibleDescription("助け")
    editor.set_bad(True, "令和5年2月30日という日付はありません。")
    assert (editor.target.property("st"), editor.target.accessibleDescription()) == ("bad", "令和5年2月30日という日付はありません。")
    editor.set_bad(False)
    assert (editor.target.property("st"), editor.target.accessibleDescription()) == ("", "助け")


def test_leaving_twice_hands_over_once(shown: Shown) -> None:
    editor = shown(field("yen"))
    answers = heard(editor)
    editor.take_focus()
    commit(editor.target, "五百")
    editor.leave()
    editor.leave()
    assert answers == ["500"]


def test_the_same_answer_in_another_width_is_nothing_new(shown: Shown) -> None:
    editor = shown(field("corporate_number"))
    answers = heard(editor)
    editor.show_plain("9140001999101")
    editor.take_focus()
    editor.target.selectAll()  # type: ignore[attr-defined]
    commit(editor.target, "９１４０００１９９９１０１")
    go_on(editor)
    assert (editor.plain(), answers) == ("9140001999101", [])


def test_a_default_is_shown_and_comes_back_when_it_is_cleared(shown: Shown) -> None:
    editor = shown(field("yen", default="0"))
    answers = heard(editor)
    editor.show_plain(500)
    editor.take_focus()
    editor.target.clear()  # type: ignore[attr-defined]
    go_on(editor)
    assert answers == ["0"]


def test_a_composition_is_not_disturbed_by_what_is_shown_meanwhile(shown: Shown) -> None:
    editor = shown(field("name"))
    editor.take_focus()
    commit(editor.target, "株式会社")
    compose(editor.target, "みなと")
    editor.show_plain("別のもの")
    assert editor.plain() == "株式会社"
    assert editor.is_busy()


def test_enter_while_composing_finishes_nothing(shown: Shown) -> None:
    editor = shown(field("date"))
    answers = heard(editor)
    editor.take_focus()
    commit(editor.target, "令和五年")
    compose(editor.target, "八月")
    QTest.keyClick(editor.target, Qt.Key.Key_Return)
    assert (editor.plain(), answers) == ("令和五年", [])


def test_leaving_commits_what_is_being_composed_and_loses_nothing(shown: Shown) -> None:
    editor = shown(field("date"))
    answers = heard(editor)
    editor.take_focus()
    commit(editor.target, "令和五年八月")
    compose(editor.target, "一日")
    go_on(editor)
    assert answers == ["令和5年8月1日"]


@pytest.mark.parametrize("reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason])
def test_another_window_in_front_is_no_leaving(shown: Shown, reason: Qt.FocusReason) -> None:
    editor = shown(field("yen"))
    answers = heard(editor)
    editor.take_focus()
    commit(editor.target, "1万")
    after = editor.window().findChild(QPushButton, "after")
    assert isinstance(after, QPushButton)
    after.setFocus(reason)
    assert (editor.plain(), answers) == ("1万", [])


def test_enter_hands_over(shown: Shown) -> None:
    editor = shown(field("yen"))
    answers = heard(editor)
    editor.take_focus()
    commit(editor.target, "1万")
    QTest.keyClick(editor.target, Qt.Key.Key_Return)
    assert answers == ["10,000"]


def test_undo_goes_to_the_window_once_the_answer_was_handed_over(shown: Shown) -> None:
    editor = shown(field("name"))
    asked: list[str] = []
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), editor.window())
    undo.activated.connect(lambda: asked.append("undo"))
    editor.take_focus()
    commit(editor.target, "一")
    QTest.keyClick(editor.target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (editor.plain(), asked) == ("", [])
    commit(editor.target, "二")
    editor.leave()
    QTest.keyClick(editor.target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (editor.plain(), asked) == ("二", ["undo"])


def test_a_long_text_grows_from_three_lines_to_twelve_and_tab_leaves_it(shown: Shown) -> None:
    editor = shown(field("long_text"))
    answers = heard(editor)
    assert isinstance(editor, LongTextEditor)
    low = editor.box.height()
    editor.take_focus()
    commit(editor.target, "\n".join(f"{n}行目" for n in range(6)))
    middle = editor.box.height()
    editor.show_plain("\n".join(f"{n}行目" for n in range(60)))
    assert low < middle < editor.box.height() <= low * 4
    editor.show_plain("一\n二")
    QTest.keyClick(editor.target, Qt.Key.Key_Tab)
    assert (editor.box.hasFocus(), answers) == (False, [])


def test_a_long_text_keeps_every_character(qtbot: QtBot) -> None:
    editor = make_editor(field("long_text"))
    qtbot.addWidget(editor)
    text = "髙﨑①㈱\u00a0一\n　二"
    editor.show_plain(text)
    assert editor.plain() == text


def test_names_are_a_list_one_a_line(shown: Shown) -> None:
    asked = field("texts")
    editor = shown(asked)
    answers = heard(editor)
    editor.take_focus()
    commit(editor.target, "株式会社みなと精機\n\n青嶺、センシング")
    go_on(editor)
    assert answers == [["株式会社みなと精機", "青嶺、センシング"]]
    assert canonical(asked, answers[0]) == answers[0]


@pytest.mark.parametrize(("kind", "label", "unit"), [("yen", "資本金", "円"), ("count", "従業員の数", "人"), ("count", "件数", "")])
def test_figures_have_their_unit_after_them(shown: Shown, kind: str, label: str, unit: str) -> None:
    editor = shown(field(kind, label=label))
    assert [each.text() for each in editor.findChildren(QLabel) if each.isVisible()] == ([unit] if unit else [])
