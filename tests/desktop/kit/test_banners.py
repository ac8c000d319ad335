"""Banners, cards and offers say all they have to say at any width."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.banners import KINDS, Banner, Offer
from desktop.kit.buttons import LinkButton
from desktop.kit.card import Card
from desktop.kit.headedcard import HeadedCard
from desktop.kit.prose import Prose

LONG = "登記簿謄本の発行日（令和5年4月10日）から4か月たっています。新しいものが要るか、事務局にお確かめください。"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 500, 900])
def test_a_banner_has_room_for_every_line(show: Callable[[QWidget], None], kind: str, width: int) -> None:
    banner = Banner(kind, "6部がそろいました", LONG, "変更")
    banner.resize(width, banner.heightForWidth(width))
    show(banner)
    assert_all_text_has_room(banner)
    assert banner.accessibleName() == f"6部がそろいました。{LONG.rstrip('。')}"


def assert_all_text_has_room(widget: QWidget) -> None:
    for prose in widget.findChildren(Prose):
        assert prose.isHidden() or prose.height() >= prose.heightForWidth(prose.width())
    for link in widget.findChildren(LinkButton):
        assert link.isHidden() or link.height() >= link.heightForWidth(link.width())


def test_a_banner_without_a_title_is_one_low_line(qtbot: QtBot) -> None:
    banner = Banner("note", text="欧州は写真のため、金額を照合していません。")
    qtbot.addWidget(banner)
    assert banner.heightForWidth(900) <= 34


def test_the_action_of_a_banner_tells(qtbot: QtBot) -> None:
    banner = Banner("error", "次へ進む前に、1か所を直してください", action="あとで直して、次へ進む")
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.acted):
        banner.findChildren(LinkButton)[0].click()


@pytest.mark.parametrize("width", [380, 700])
def test_an_offer_is_a_link_in_a_sentence(qtbot: QtBot, show: Callable[[QWidget], None], width: int) -> None:
    offer = Offer("住所の候補", "兵庫県神戸市中央区港島南町", "を住所欄に入れる")
    offer.resize(width, offer.heightForWidth(width))
    show(offer)
    assert_all_text_has_room(offer)
    link = offer.findChildren(LinkButton)[0]
    assert link.accessibleName() == "住所の候補 兵庫県神戸市中央区港島南町 を住所欄に入れる"
    with qtbot.waitSignal(offer.acted):
        link.click()


def test_a_card_has_a_head_only_with_a_title(qtbot: QtBot) -> None:
    plain, titled = Card(), HeadedCard("申請者", "変更")
    qtbot.addWidget(plain)
    qtbot.addWidget(titled)
    assert titled.sizeHint().height() > plain.sizeHint().height() + 30
    with qtbot.waitSignal(titled.acted):
        titled.action.click()
