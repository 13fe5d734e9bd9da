"""Whether windows can be partly transparent here, as a soft shadow needs.

On X11 a separate program, the compositor, sees to that; without one, what should be clear is
black. It says that it is there by owning a selection (Extended Window Manager Hints, "Compositing
Managers").
"""

import ctypes

from PySide6.QtGui import QGuiApplication


def is_see_through() -> bool:
    """Asked anew each time, as the compositor may come and go."""
    return QGuiApplication.platformName() != "xcb" or _compositor_owns_selection()


def _compositor_owns_selection() -> bool:
    try:
        x11 = ctypes.CDLL("libX11.so.6")
    except OSError:
        return False
    x11.XOpenDisplay.restype = ctypes.c_void_p
    for name in ("XDefaultScreen", "XCloseDisplay"):
        getattr(x11, name).argtypes = [ctypes.c_void_p]
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    screen: int = x11.XDefaultScreen(display)
    selection = x11.XInternAtom(display, b"_NET_WM_CM_S%d" % screen, 0)
    owner = x11.XGetSelectionOwner(display, selection)
    x11.XCloseDisplay(display)
    return bool(owner)
