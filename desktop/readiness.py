"""Whether this machine can show a window at all, asked before Qt makes its application: it would abort the process instead of telling.

Decision: one sentence says what is missing. Loading Qt and its plugin is the first question; the system is probed, library by library,
only where that fails or a screen must answer. The tables name the fewest packages that bring a bare Debian 12 all that PySide6's wheel
does not carry; on other systems the loading of Qt's own plugin is the proof, and the library that it lacks is named. A glibc older than
PySide6 asks for is told by pip, which then finds no wheel to install; the sentence here is for an environment moved to such a machine.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

DEBIAN = {  # shared library → the Debian package that brings it; libgl1 also brings X11, libfontconfig1 also brings freetype
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
DEBIAN_OF_PLATFORM = {
    "xcb": {
        "libxkbcommon.so.0": "libxkbcommon-x11-0",  # which brings libxkbcommon0
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
    },
    "wayland": {"libwayland-cursor.so.0": "libwayland-cursor0"},
}
ADDRESS = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
PROBING = "desktop.probing"  # loaded where there is something to probe
LIBRARY = r"(lib[\w.+-]+): cannot open shared object"


def fault_here() -> str:
    """One sentence on what keeps a window from opening on this machine, or nothing."""
    fault = qt_fault()
    if fault or any(platform in ADDRESS for platform in platforms_of(os.environ)):
        probing = import_module(PROBING)
        return what_is_missing(os.environ, probing.can_load, probing.can_reach) or fault
    return ""


def what_is_missing(environment: Mapping[str, str], has: Callable[[str], bool], reaches: Callable[[str], bool]) -> str:
    """One sentence on what keeps a window from opening here, or nothing.

    `has`: whether a shared library can be loaded; `reaches`: whether one of Qt's platforms has a screen to show on.
    """
    if not sys.platform.startswith("linux"):
        return ""
    platforms = platforms_of(environment)
    first = _fault(platforms[0], environment, has, reaches)
    others = (_fault(platform, environment, has, reaches) for platform in platforms[1:])
    return first and ("" if "" in others else first)


def platforms_of(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the platforms that Qt 6 will try, in its order (QGuiApplicationPrivate::createPlatformIntegration)."""
    named = [name.split(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    if named:
        return tuple("wayland" if name.startswith("wayland") else name for name in named)
    on_wayland = "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland"
    on_x = "DISPLAY" in environment or not on_wayland
    return ("wayland",) * on_wayland + ("xcb",) * on_x


def qt_fault(load: Callable[[], None] | None = None) -> str:
    """One sentence where Qt itself cannot be loaded, or nothing; `load` brings Qt in and raises ImportError or OSError."""
    try:
        (load or _load_qt)()
    except (ImportError, OSError) as error:
        return _explain(str(error))
    return ""


def _fault(platform: str, environment: Mapping[str, str], has: Callable[[str], bool], reaches: Callable[[str], bool]) -> str:
    wanted = DEBIAN | DEBIAN_OF_PLATFORM.get(platform, {})
    packages = dict.fromkeys(package for library, package in wanted.items() if not has(library))
    if packages:
        return f"画面を表示する部品が足りません。管理者の権限で「apt install {' '.join(packages)}」を実行してから、もう一度起動してください。"
    return "" if reaches(platform) else _no_screen(ADDRESS.get(platform, platform), environment)


def _no_screen(name: str, environment: Mapping[str, str]) -> str:
    found = f"画面（{name}={environment[name]}）につながりません" if name in environment else f"画面（{name}）が見つかりません"
    return f"{found}。デスクトップの画面から、そこにログインしている人が起動してください。画面のないところでは shinsei を使えます。"


def _explain(error: str) -> str:
    if "GLIBC" in error:
        return f"このLinuxは古く、画面の部品（PySide6）が動きません（{error}）。Debian 12かUbuntu 22.04以降で起動してください。"
    lacking = re.search(LIBRARY, error)
    if lacking:
        return f"画面を表示する部品 {lacking[1]} が足りません。それを含むパッケージを入れてから、もう一度起動してください。"
    again = "pip install --force-reinstall 'PySide6-Essentials>=6.11,<6.12'"
    return f"画面の部品（PySide6）を読み込めません（{error}）。「{again}」で入れ直してから、もう一度起動してください。"


def _load_qt() -> None:
    import_module("PySide6.QtWidgets")
    if sys.platform.startswith("linux"):
        _load_a_plugin(platforms_of(os.environ))


def _load_a_plugin(platforms: tuple[str, ...]) -> None:
    folder = Path(str(import_module("PySide6").__file__)).parent / "Qt" / "plugins" / "platforms"
    library = import_module("PySide6.QtCore").QLibrary
    plugins = [library(str(folder / f"libq{platform}.so")) for platform in platforms]
    if not any(plugin.load() for plugin in plugins):
        raise OSError(plugins[0].errorString())
