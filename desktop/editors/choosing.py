"""What editors of choices have in common: which choices there are, and which of them a kept answer names."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop.editors.display import understood
from forms.answers import kind_of
from forms.catalog.model import Column, Field
from forms.values.choosing import show_boolean
from forms.values.kinds import typed
from forms.values.plain import Plain

FEW = 5  # up to so many choices are all in sight
_TRUTH: Mapping[str, str] = MappingProxyType({"true": show_boolean(True), "false": show_boolean(False)})


def choices_of(asked: Field | Column) -> Mapping[str, str]:
    """What there is to choose, as typed → as read by people; yes and no for a boolean."""
    return _TRUTH if asked.kind == "boolean" else asked.choices


def chosen(asked: Field | Column, value: Plain) -> Plain:
    """The kept answer, or the default while there is none, in the kind's own form; what the kind refuses as it is."""
    text = asked.default if value == "" else typed(value)
    read = understood(asked, text)
    return value if read is None else kind_of(asked).plain(read)
