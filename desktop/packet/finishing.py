"""How this office wants its packets finished: the call's switches, and what was chosen otherwise on this machine.

Decision: only what differs from the call is kept, in the settings, for all cases; a call that changes its mind is followed wherever
nobody wished otherwise. What an older or newer version kept and this one does not know counts as not said.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from desktop.settings import SettingsFile
from forms.catalog.terms import Packet
from forms.packet.finish import BINDING_NAMES, Finish, finish_of

CORNERS = MappingProxyType({"top_right": "右上", "top_left": "左上", "bottom_right": "右下", "bottom_left": "左下"})
SIZES = MappingProxyType({"small": "小", "normal": "中", "large": "大"})
FRESH = MappingProxyType({"page": "前の書類に続ける", "side": "新しい面から", "sheet": "新しい用紙から"})
ADDED = MappingProxyType(
    {"page_numbers": "ページ番号", "set_marks": "正本・副本の印", "contents": "目次", "separators": "仕切り紙", "slip": "ホチキス留めしない旨の紙"}
)


def wanted_finish(packet: Packet, wishes: Mapping[str, object]) -> Finish:
    """The call's switches with the wishes that make sense to this version."""
    kinds = get_type_hints(Finish)
    known: dict[str, Any] = {name: wish for name, wish in wishes.items() if name in kinds and _fits(wish, kinds[name])}
    return replace(finish_of(packet), **known)


def _fits(wish: object, kind: Any) -> bool:  # noqa: ANN401 - a type hint has no narrower type
    return wish in get_args(kind) if get_args(kind) else type(wish) is kind


def keep_finish(settings: SettingsFile, packet: Packet, finish: Finish) -> None:
    """Keep what differs from the call."""
    plain = asdict(finish_of(packet))
    settings.change(finish={name: value for name, value in asdict(finish).items() if value != plain[name]})


def in_words(finish: Finish) -> str:
    """The switches in a line."""
    stamp = f"資料番号（{CORNERS[finish.stamp_corner]}）" if finish.stamp else "資料番号なし"
    added = [words for name, words in ADDED.items() if getattr(finish, name)]
    fresh = [] if finish.fresh == "page" else [f"資料は{FRESH[finish.fresh]}"]
    return "・".join([stamp, *added, *fresh, BINDING_NAMES[finish.binding]])
