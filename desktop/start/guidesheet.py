"""Which support there is for what one wants to do abroad, and whom to ask: the leaflets' data, by purpose and by prefecture.

Decision: the year of the leaflets stands on top; what a leaflet does not say leaves no line, and links are copied, never followed.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from desktop.kit.buttons import LinkButton
from desktop.kit.card import Card
from desktop.kit.prose import Line, Prose
from desktop.kit.sheet import Sheet
from forms.catalog.guide import Guide, load_guide, place_of, prefectures, programmes_for
from forms.catalog.programmes import Contact, Programme

OWN = "ip"  # 知的財産の支援: what somebody with this program is nearest to


class GuideSheet(Sheet):
    """Two choices, each with its list below."""

    def __init__(self, prefecture: str = "") -> None:
        """`prefecture`: whose windows are shown first. Raises CatalogError where the data cannot be used."""
        super().__init__("どの支援が使えるか調べる", width=760)
        self._guide: Guide = load_guide()
        self.setObjectName("guide")
        self.purpose, self.prefecture = QComboBox(), QComboBox()
        self._programmes, self._windows, self._desks = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.body.setContentsMargins(20, 4, 20, 20)
        self.body.setSpacing(8)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self._fill(prefecture)
        self.purpose.currentIndexChanged.connect(self._show_programmes)
        self.prefecture.currentIndexChanged.connect(self._show_windows)
        self._show_programmes()
        self._show_windows()

    def _fill(self, prefecture: str) -> None:
        vintage = self._guide.programmes.vintage
        for purpose in self._guide.programmes.purpose:
            self.purpose.addItem(purpose.label, purpose.id)
        self.purpose.setCurrentIndex(max(self.purpose.findData(OWN), 0))
        self.prefecture.addItems(prefectures(self._guide))
        self.prefecture.setCurrentIndex(max(self.prefecture.findText(prefecture), 0))
        self._add("したいこと", self.purpose, self._programmes, f"{vintage.fiscal_year}の一覧です。{vintage.caution}")
        self._add("お近くの相談窓口", self.prefecture, self._windows, "電話番号や場所は変わっていることがあります。")
        self.body.addSpacing(8)
        self.body.addWidget(Line("外国出願の補助について尋ねる", size=16, bold=True))
        _show(self._desks, (_card(desk.name, _lines(desk), desk.url) for desk in self._desks_told()))
        self.body.addLayout(self._desks)

    def _desks_told(self) -> tuple[Contact, ...]:
        return (self._guide.jetro.filing_desk, *self._guide.jetro.desk)

    def _add(self, title: str, choice: QComboBox, below: QVBoxLayout, caution: str) -> None:
        label = Line(title, size=16, bold=True)
        label.setBuddy(choice)
        choice.setAccessibleName(title)
        below.setSpacing(8)
        self.body.addSpacing(4)
        for widget in (label, choice, Prose(caution, size=13)):
            self.body.addWidget(widget)
        self.body.addLayout(below)

    def _show_programmes(self) -> None:
        offered = programmes_for(self._guide, str(self.purpose.currentData()))
        _show(self._programmes, (_programme(each) for each in offered))

    def _show_windows(self) -> None:
        place, dial = place_of(self._guide, self.prefecture.currentText()), self._guide.windows.dial
        ring = f"{dial.label}　{dial.phone}（{dial.hours}）"
        windows = [_card(f"知財総合支援窓口　{each.place}", (each.address, *(each.phones or (ring,))), "") for each in place.windows]
        named = [_card(each.name, (each.hours, "、".join(each.help)), each.url) for each in place.named]
        bureau = [_card(f"{place.bureau.name}　{each.name}", _lines(each), each.url) for each in place.bureau_contacts]
        _show(self._windows, (*windows, *named, *bureau))


def _programme(programme: Programme) -> Card:
    lines = [programme.overview, programme.note, f"募集期間：{programme.period}" if programme.period else ""]
    contacts = ("　".join((contact.name, *_lines(contact))) for contact in programme.contacts)
    return _card(programme.name, (*lines, *contacts), programme.url)


def _lines(contact: Contact) -> Iterator[str]:
    """The ways to reach somebody."""
    extension = f"（内線 {contact.extension}）" if contact.extension else ""
    if contact.phone:
        yield f"電話 {contact.phone}{extension}"
    if contact.direct:
        yield f"直通 {contact.direct}"
    if contact.email:
        yield f"メール {contact.email}"


def _card(title: str, lines: Iterable[str], url: str) -> Card:
    card = Card()
    card.body.setSpacing(3)
    card.body.addWidget(Prose(title, size=14, bold=True))
    for line in filter(None, lines):
        card.body.addWidget(Prose(line, size=13, token="text"))
    if url:
        link = LinkButton(url, icon="copy", wraps=True)
        link.set_size(13)
        link.setAccessibleName(f"{title}のアドレスを写す")
        link.setToolTip("アドレスを写します")
        link.clicked.connect(lambda: QGuiApplication.clipboard().setText(url))
        card.body.addWidget(link)
    return card


def _show(column: QVBoxLayout, cards: Iterable[Card]) -> None:
    """Put these in the place of what stood there."""
    while taken := column.takeAt(0):
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for card in cards:
        column.addWidget(card)
