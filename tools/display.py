"""Ends with 0 when a window could be shown here and with 1 when not, for `make run`.

A variable alone proves nothing: DISPLAY outlives its server in many a terminal. So this asks the
server for a connection, the way Qt will.
"""

import ctypes
import os
import socket
import sys
from pathlib import Path


def x_answers() -> bool:
    """True when the server that DISPLAY names lets us in (libxcb also does the authorisation)."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def wayland_answers() -> bool:
    """True when something listens on the socket that WAYLAND_DISPLAY names."""
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    # An absolute name stands for itself: `/` drops what is before it.
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        try:
            line.connect(str(path))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    sys.exit(not (x_answers() or wayland_answers()))
