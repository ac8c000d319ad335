"""Whether this machine can show a window at all, asked before Qt is touched: Qt would end the process without a word to the user.

Decision: what is missing is said in one sentence that names the packages to install.
"""

import ctypes
import sys
from collections.abc import Callable, Mapping
from importlib import import_module

DEBIAN = {  # shared library → Debian package, as a bare Debian 12 lacks them
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libxcb.so.1": "libxcb1",
}
DEBIAN_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def what_is_missing(environment: Mapping[str, str], has: Callable[[str], bool]) -> str:
    """One sentence on what keeps a window from opening here, or nothing; `has`: whether a shared library can be loaded."""
    if not sys.platform.startswith("linux"):
        return ""
    offscreen = environment.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal", "vnc"))
    on_x = not offscreen and "DISPLAY" in environment
    packages = [package for library, package in (DEBIAN | (DEBIAN_X if on_x else {})).items() if not has(library)]
    if packages:
        return f"画面を表示する部品が足りません。「apt install {' '.join(packages)}」で入れてから、もう一度起動してください。"
    if not (offscreen or on_x or "WAYLAND_DISPLAY" in environment):
        return "画面（DISPLAY）が見つかりません。デスクトップの画面から起動してください。画面のないところでは shinsei を使えます。"
    return ""


def can_load(library: str) -> bool:
    """Whether the system finds that shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def qt_fault() -> str:
    """One sentence where Qt itself cannot be loaded, or nothing."""
    try:
        import_module("PySide6.QtWidgets")
    except ImportError as error:
        return f"画面の部品（PySide6）を読み込めません（{error}）。「pip install shinsei-packet」をやり直してください。"
    return ""
