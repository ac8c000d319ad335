"""仕上げ: the switches of the packet, as the office wants them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.desk import Desk
from desktop.frame.caseview import CaseView
from desktop.packet.finishing import in_words, wanted_finish
from desktop.packet.finishsheet import FinishSheet
from desktop.packet.packetpage import PacketPage
from desktop.settings import SettingsFile
from forms.build import Order
from forms.catalog.model import Call
from forms.packet.finish import Finish, finish_of
from tests.desktop.journeycase import nameless, shown_view
from tests.desktop.journeyhands import click
from tests.desktop.pageskit import words_in
from tests.desktop.startkit import button, sheet_over


@pytest.fixture
def page(view: CaseView) -> PacketPage:
    return packet_page(view)


def packet_page(view: CaseView) -> PacketPage:
    view.show_step("packet")
    QCoreApplication.processEvents()
    assert isinstance(view.page, PacketPage)
    return view.page


def opened(page: QWidget) -> FinishSheet:
    click(button(page, "仕上げを変更"))
    return sheet_over(page, FinishSheet)


def test_it_stands_as_the_call_wants_it(page: PacketPage) -> None:
    assert "仕上げ：資料番号（右上）・短辺とじ" in words_in(page.finish)
    sheet = opened(page)
    assert sheet.stamp.isChecked()
    assert not any(tick.isChecked() for tick in sheet.ticks.values())
    assert sheet.binding["short_edge"].isChecked()
    assert not sheet.usual.isEnabled()
    assert nameless(sheet) == []


def test_what_is_chosen_is_kept_for_the_office_and_the_next_packet_is_made_so(page: PacketPage, desk: Desk) -> None:
    orders: list[Order] = []

    def note(case: object, review: object, order: Order) -> object:
        orders.append(order)
        yield from ()

    sheet = opened(page)
    for widget in (sheet.ticks["contents"], sheet.binding["long_edge"], sheet.corner.parts()[2]):
        click(widget)
    sheet.close_sheet()
    assert "仕上げ：資料番号（右下）・目次・長辺とじ" in words_in(page.finish)
    kept = SettingsFile(desk.settings.folder).now.finish
    assert kept == {"contents": True, "binding": "long_edge", "stamp_corner": "bottom_right"}
    page.build = note  # type: ignore[assignment]
    click(page.make)
    assert page.worker is not None
    page.worker.wait()
    assert orders[0].finish == Finish(contents=True, binding="long_edge", stamp_corner="bottom_right")


def test_the_calls_own_way_is_one_press_away(page: PacketPage, desk: Desk) -> None:
    sheet = opened(page)
    click(sheet.stamp)
    assert not sheet.corner.isEnabled()
    assert "資料番号なし" in words_in(page.finish)
    click(sheet.usual)
    assert desk.settings.now.finish == {}
    assert sheet.stamp.isChecked()


def test_a_packet_that_was_finished_otherwise_is_out_of_date(qtbot: QtBot, built_desk: Desk) -> None:
    page = packet_page(shown_view(qtbot, built_desk))
    assert not page._stale.isVisible()
    sheet = opened(page)
    click(sheet.ticks["separators"])
    assert page._stale.isVisible()
    click(sheet.ticks["separators"])
    assert not page._stale.isVisible()


def test_wishes_that_mean_nothing_here_are_left_out(call: Call) -> None:
    wishes = {"contents": True, "fresh": "moon", "binding": "long_edge", "slip": "yes", "unheard": 1}
    plain = finish_of(call.terms.packet)
    assert wanted_finish(call.terms.packet, wishes) == replace(plain, contents=True, binding="long_edge")


@pytest.mark.parametrize(
    ("finish", "said"),
    [
        (Finish(), "資料番号（右上）・短辺とじ"),
        (Finish(stamp="", page_numbers=True, fresh="sheet"), "資料番号なし・ページ番号・資料は新しい用紙から・短辺とじ"),
    ],
)
def test_the_switches_in_a_line(finish: Finish, said: str) -> None:
    assert in_words(finish) == said


def test_settings_of_another_kind_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "desktop.json").write_text('{"finish": "long_edge", "text_size": 120}', encoding="utf-8")
    settings = SettingsFile(tmp_path).now
    assert (settings.finish, settings.text_size) == ({}, 120)
