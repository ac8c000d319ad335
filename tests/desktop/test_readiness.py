import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desktop.__main__ import WRONG_LINE, run
from desktop.probing import can_load, can_reach
from desktop.readiness import DEBIAN, DEBIAN_OF_PLATFORM, fault_here, platforms_of, qt_fault, what_is_missing

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks what Qt needs")

X, WAYLAND, BOTH = {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
BASE = "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
BASE_X = BASE.replace("xkbcommon0", "xkbcommon-x11-0") + " libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"


def everything(name: str) -> bool:
    """Every library is there, or every screen answers."""
    return True


def nothing(name: str) -> bool:
    """No library is there, or no screen answers."""
    return False


def all_but(*lacking: str) -> Callable[[str], bool]:
    """Every name but these."""
    return lambda name: name not in lacking


@pytest.mark.parametrize(
    ("environment", "has", "packages"),
    [
        (OFFSCREEN, nothing, BASE),
        (X, nothing, BASE_X),
        ({}, nothing, BASE_X),
        (WAYLAND, nothing, f"{BASE} libwayland-cursor0"),
        (BOTH, nothing, f"{BASE} libwayland-cursor0"),
        (OFFSCREEN, all_but("libEGL.so.1"), "libegl1"),
        (X, all_but("libxcb-cursor.so.0"), "libxcb-cursor0"),
        (X, all_but("libxkbcommon-x11.so.0"), "libxkbcommon-x11-0"),
        ({"QT_QPA_PLATFORM": "xcb"}, all_but("libxcb-icccm.so.4"), "libxcb-icccm4"),
    ],
)
def test_one_sentence_names_just_the_packages_that_are_missing(
    environment: Mapping[str, str], has: Callable[[str], bool], packages: str
) -> None:
    sentence = what_is_missing(environment, has, everything)
    assert f"「apt install {packages}」" in sentence
    assert "\n" not in sentence
    assert sentence.endswith("。")


@pytest.mark.parametrize(
    ("environment", "reaches", "wording"),
    [
        ({}, nothing, "画面（DISPLAY）が見つかりません"),
        (X, nothing, "画面（DISPLAY=:0）につながりません"),
        (WAYLAND, nothing, "画面（WAYLAND_DISPLAY=wayland-0）につながりません"),
        ({"XDG_SESSION_TYPE": "wayland"}, nothing, "画面（WAYLAND_DISPLAY）が見つかりません"),
        (BOTH, nothing, "画面（WAYLAND_DISPLAY=wayland-0）につながりません"),
    ],
)
def test_a_screen_that_is_not_there_is_named(environment: Mapping[str, str], reaches: Callable[[str], bool], wording: str) -> None:
    assert what_is_missing(environment, everything, reaches).startswith(wording)


@pytest.mark.parametrize(
    ("environment", "has", "reaches"),
    [
        (X, everything, everything),
        (WAYLAND, everything, everything),
        (OFFSCREEN, everything, can_reach),
        (OFFSCREEN, all_but(*DEBIAN_OF_PLATFORM["wayland"], "libxcb-cursor.so.0"), everything),
        (WAYLAND, all_but("libxcb-cursor.so.0"), everything),
        (BOTH, all_but("libwayland-cursor.so.0"), everything),
        (BOTH, all_but("libxcb-cursor.so.0"), everything),
        (BOTH, everything, all_but("wayland")),
        (BOTH, everything, all_but("xcb")),
    ],
)
def test_nothing_is_said_where_one_platform_can_show_the_window(
    environment: Mapping[str, str], has: Callable[[str], bool], reaches: Callable[[str], bool]
) -> None:
    assert what_is_missing(environment, has, reaches) == ""


@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({}, ("xcb",)),
        (BOTH, ("wayland", "xcb")),
        ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": ""}, ("xcb",)),
        (BOTH | {"QT_QPA_PLATFORM": "xcb"}, ("xcb",)),
        ({"QT_QPA_PLATFORM": "wayland-egl;xcb:x=1"}, ("wayland", "xcb")),
    ],
)
def test_platforms_are_tried_in_the_order_of_qt(environment: Mapping[str, str], platforms: tuple[str, ...]) -> None:
    assert platforms_of(environment) == platforms


@pytest.mark.parametrize(
    ("error", "wording"),
    [
        (ImportError("/lib/libc.so.6: version `GLIBC_2.34' not found (required by libQt6Core.so.6)"), "このLinuxは古く"),
        (OSError("libxcb-util.so.1: cannot open shared object file: No such file or directory"), "libxcb-util.so.1 が足りません"),
        (ModuleNotFoundError("No module named 'PySide6'"), "pip install --force-reinstall"),
    ],
)
def test_a_qt_that_cannot_be_loaded_is_explained(error: Exception, wording: str) -> None:
    def load() -> None:
        raise error

    assert wording in qt_fault(load)
    assert "\n" not in qt_fault(load)


def test_a_library_that_exists_is_found_and_another_is_not() -> None:
    assert can_load("libc.so.6")
    assert not can_load("libshinsei-none.so.1")


def test_a_screen_that_nobody_shows_is_not_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4095")
    monkeypatch.setenv("WAYLAND_DISPLAY", "nobody")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    reachable = [platform for platform, libraries in DEBIAN_OF_PLATFORM.items() if all(map(can_load, libraries)) and can_reach(platform)]
    assert reachable == []


def test_a_day_that_cannot_be_read_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--today", "来週"]) == WRONG_LINE
    assert capsys.readouterr().err == "--today の「来週」を日付として読めません。2023-08-21 のように書いてください。\n"


def test_this_machine_which_runs_the_window_is_ready() -> None:
    assert what_is_missing(OFFSCREEN, can_load, can_reach) == ""
    assert fault_here() == ""
    assert set(DEBIAN.values()) == set(BASE.split())


def test_the_readme_names_the_same_packages() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    line = next(line for line in readme.splitlines() if "pytest -n 2" in line)
    assert f"python3-venv {BASE})" in line
    assert all(f'"{library.removeprefix("lib")}"' in line for library in DEBIAN)
    assert f"\napt install {BASE_X}\n" in readme


def test_this_pyside_leaves_the_count_of_references_to_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(5000):
        thing.setObjectName("name")
    assert before - sys.getrefcount(None) < 1000
