"""Whether a window can be shown here: asked before Qt is loaded, which would abort the process.

Without a display, or without one of its system libraries, Qt ends the program in a way that
Python cannot catch. So this looks for both first, with nothing but the standard library.
"""

import ctypes
import os
import re
import socket
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from desktop.language import translate

_BARE_PLATFORMS = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")
"""Qt's platforms that need no display server."""

_ALWAYS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
}
_FOR_X = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_FOR_PARTS = {
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""The libraries that PySide6's wheels expect on the system, with their Debian packages.

Those for parts of Qt are missed only when the part is loaded, and then without an abort.
"""


def has_display() -> bool:
    """Whether a window could be seen: a server answers, or Qt was told to do without one."""
    return bool(_platforms())


def missing() -> str | None:
    """One line that says what a window needs and is not there; None when nothing is missing."""
    return _missing_qt() or _missing_display() or _missing_libraries()


def import_failed(error: ImportError) -> str | None:
    """The same for an import of Qt's that failed; None if that was something else."""
    if (error.name or "").split(".")[0] not in ("PySide6", "shiboken6"):
        return None
    library = re.search(r"lib[\w.+-]+\.so[.\d]*", str(error))
    package = (_ALWAYS | _FOR_X | _FOR_WAYLAND | _FOR_PARTS).get(library[0]) if library else None
    if package:
        return _libraries_line([package])
    reason = translate("display", "The window does not open ({reason}).")
    return without_window(reason.format(reason=" ".join(str(error).split())))


def without_window(reason: str) -> str:
    """``reason`` as a line that also tells the way around."""
    way = translate("display", "In the terminal it works with: unbrace play ID --text")
    return f"{reason} {way}"


def _missing_qt() -> str | None:
    found = find_spec("PySide6")
    if found is None:
        reason = translate("display", "The window needs PySide6: pip install PySide6-Essentials.")
        return without_window(reason)
    if (
        sys.version_info < (3, 12)
        and _version_in(found.submodule_search_locations or []) == "6.12.0"
    ):
        reason = translate(
            "display",
            "PySide6 6.12.0 crashes on this Python {version}: "
            "pip install 'PySide6-Essentials!=6.12.0'.",
        )
        return without_window(reason.format(version=sys.version.split()[0]))
    return None


def _version_in(folders: Iterable[str]) -> str:
    """PySide's version by its own file: to ask the package's metadata takes 20 ms of each start."""
    for folder in folders:
        with suppress(OSError):
            text = (Path(folder) / "_config.py").read_text("utf-8", errors="replace")
            if version := re.search(r'^version = "([^"]+)"', text, re.MULTILINE):
                return version[1]
    return ""


def _missing_display() -> str | None:
    if has_display():
        return None
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        named = " ".join(
            f"{name}={os.environ[name]}"
            for name in ("DISPLAY", "WAYLAND_DISPLAY")
            if os.environ.get(name)
        )
        reason = translate("display", "The display does not answer ({named}).")
        return without_window(reason.format(named=named))
    return without_window(translate("display", "There is no display to open a window on."))


def _platforms() -> tuple[str, ...]:
    """Those of Qt's ways to show a window that work here, from what it may use."""
    if sys.platform in ("win32", "darwin"):
        return ("native",)
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    names = [each.split(":")[0] for each in wanted.split(";") if each] or ["wayland", "xcb"]
    return tuple(name for name in names if _answers(name))


def _answers(platform: str) -> bool:
    if platform in _BARE_PLATFORMS:
        return True
    return _wayland_answers() if platform.startswith("wayland") else _x_answers()


def _x_answers() -> bool:
    """Whether the server that DISPLAY names lets us in.

    Without libxcb nobody can ask; then the server is believed in and the library is missed.
    """
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers() -> bool:
    """Whether something listens on the socket that WAYLAND_DISPLAY names."""
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


def _missing_libraries() -> str | None:
    if sys.platform in ("win32", "darwin"):
        return None
    needed = dict(_ALWAYS)
    platform = _platforms()[0]
    if platform.startswith("wayland"):
        needed |= _FOR_WAYLAND
    elif platform == "xcb":
        needed |= {"libxcb.so.1": "libxcb1"} | _FOR_X
    packages = [package for library, package in needed.items() if not _loads(library)]
    return _libraries_line(packages) if packages else None


def _libraries_line(packages: list[str]) -> str:
    reason = translate("display", "The window needs system libraries: apt install {packages}.")
    return without_window(reason.format(packages=" ".join(packages)))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
