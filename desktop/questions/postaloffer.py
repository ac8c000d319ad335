"""Addresses for a postal code, offered below its field: a pick, never put in by itself, never over what was typed.

Decision: which field the address goes to is data (`fills`); the list is offline and read when it is first needed.
"""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.kit.banners import Offer
from desktop.kit.clearing import empty
from desktop.session import Session
from forms.catalog.model import Field
from forms.postal import Address, addresses_of

MOST = 6


class PostalOffer(QWidget):
    """Hidden while there is no postal code, no address for it, or an address already."""

    def __init__(self, session: Session, field: Field) -> None:
        """The offer below a postal code's field."""
        super().__init__()
        self._session, self._field, self._code = session, field, ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer what belongs to the code that is kept now."""
        code = str(self._session.facts.text(self._field.id) or "")
        is_wanted = code and not self._session.is_read_only and not self._session.plain(self._field.fills)
        wanted = code if is_wanted else ""
        if wanted != self._code:
            self._code = wanted
            self._show(addresses_of(wanted) if wanted else ())
        self.setVisible(bool(self._column.count()))

    def _show(self, found: tuple[Address, ...]) -> None:
        empty(self._column)
        for address in found[:MOST]:
            offer = Offer("住所の候補", address.text, "を住所欄に入れる")
            offer.acted.connect(partial(self._take, address.text))
            self._column.addWidget(offer)

    def _take(self, text: str) -> None:
        self._session.enter({self._field.fills: text})
