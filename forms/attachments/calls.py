"""Which forms and pictures a drawing calls, so that calls that never end and calls of what is not there are found.

Decision: calls are found by their letters, without taking the drawing apart; a call within a string, which nobody writes, would
count too, and changes nothing but a note.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from pikepdf import Dictionary, Name, Object, Stream

from forms.attachments.limits import MAX_STREAM, OversizedError
from forms.attachments.names import name_of

MAX_LEVELS = 100  # forms in forms; viewers give up at 12 to 30
CALL = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]+)[\x00\t\n\f\r ]+Do(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$)")
HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
Number = tuple[int, int]


@dataclass
class Calls:
    """The drawings of one document by object number: how long each is, and how often it calls what."""

    _sizes: dict[Number, int] = field(default_factory=dict)
    _calls: dict[Number, Counter[bytes]] = field(default_factory=dict)
    _painted: dict[Number, int] = field(default_factory=dict)
    in_vain: set[Number] = field(default_factory=set)

    def note(self, form: Object, data: bytes | bytearray) -> None:
        """Remember what a form's drawing calls."""
        self._sizes[form.objgen] = len(data) + 1
        self._calls[form.objgen] = Counter(HEX.sub(lambda found: bytes.fromhex(found[1].decode()), name) for name in CALL.findall(data))

    def refuse_endless(self, form: Object) -> None:
        """OversizedError where a form, with all it calls, paints more than anybody waits for; `in_vain` grows on the way."""
        if self._weight(form, None, 0) > MAX_STREAM:
            raise OversizedError

    def _weight(self, form: Object, borrowed: Object | None, level: int) -> int:
        """Bytes of drawing that are gone through to paint a form; what draws itself ends there, as it does in viewers."""
        number = form.objgen
        if number in self._painted:
            return self._painted[number]
        if level > MAX_LEVELS:
            raise OversizedError
        self._painted[number] = 0
        own = form.get("/Resources")
        resources = own if isinstance(own, Dictionary) else borrowed
        weight = self._sizes.get(number, 1)
        for name, times in self._calls.get(number, Counter()).items():
            called = _named(resources, name)
            if called is None:
                self.in_vain.add(number)
            elif called.get("/Subtype") == Name.Form:
                weight += times * self._weight(called, resources, level + 1)
        self._painted[number] = weight
        return weight


def _named(resources: Object | None, name: bytes) -> Stream | None:
    shown = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    if not isinstance(shown, Dictionary):
        return None
    found = shown.get(name_of(name))
    return found if isinstance(found, Stream) else None
