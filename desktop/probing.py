"""Whether a shared library can be loaded here, and whether a screen answers: asked of the system itself, before Qt asks.

Decision: a module of its own, because `ctypes` costs the start of the window milliseconds; who shows on no screen never loads it.
"""

import ctypes


def can_load(library: str) -> bool:
    """Whether the system finds that shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_reach(platform: str) -> bool:
    """Whether a screen answers where the environment says that one is; only asked when the platform's libraries are there."""
    reach = {"xcb": _reach_x, "wayland": _reach_wayland}.get(platform)
    return reach is None or reach()


def _reach_x() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _reach_wayland() -> bool:
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = ctypes.c_void_p(wayland.wl_display_connect(None))
    if display:
        wayland.wl_display_disconnect(display)
    return bool(display)
