"""Amounts stand under each other digit by digit."""

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.kit.figures import Amount, Bar, amount_width


@pytest.mark.parametrize("size", [14, 16, 32])
@pytest.mark.parametrize("digit", "0123456789")
def test_every_digit_is_as_wide_as_any_other(qapp: QApplication, digit: str, size: int) -> None:
    assert amount_width(f"{digit},{digit * 3},{digit * 3}", size=size) == amount_width("8,888,888", size=size)


def test_the_comma_is_narrow(qapp: QApplication) -> None:
    comma = amount_width("1,1", size=14) - amount_width("11", size=14)
    assert comma < 0.6 * amount_width("1", size=14)


def right_ink(image: QImage) -> int:
    ground = image.pixel(0, 0)
    return max(x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground)


def test_amounts_end_at_the_same_place(qtbot: QtBot) -> None:
    ends = []
    for yen in (8, 52_388, 1_165_008):
        amount = Amount(unit="")
        qtbot.addWidget(amount)
        amount.show_yen(yen)
        amount.resize(140, 20)
        ends.append(right_ink(amount.grab().toImage()))
    assert len(set(ends)) == 1


@pytest.mark.parametrize(("yen", "name"), [(None, "未入力"), (0, "0円"), (1165000, "1,165,000円")])
def test_an_amount_says_what_it_shows(qtbot: QtBot, yen: int | None, name: str) -> None:
    amount = Amount()
    qtbot.addWidget(amount)
    amount.show_yen(yen)
    assert amount.accessibleName() == name


def test_a_bar_says_its_share_and_keeps_within_bounds(qtbot: QtBot) -> None:
    bar = Bar(name="記入")
    qtbot.addWidget(bar)
    bar.show_share(71 / 88)
    assert (bar.accessibleName(), bar.accessibleDescription()) == ("記入", "81%")
    bar.show_share(7)
    assert bar.share() == 1


def test_a_screen_reader_meets_a_progress_bar(qtbot: QtBot) -> None:
    bar = Bar(name="記入")
    qtbot.addWidget(bar)
    bar.show_share(0.5)
    spoken = QAccessible.queryAccessibleInterface(bar)
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.ProgressBar, "記入")
    assert spoken.text(QAccessible.Text.Value) == "50"
