"""A home of its own for the pictures: empty, and gone afterwards.

To be entered before Qt is loaded, which reads its environment once.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}
_FIXED = {
    # As on a desk with a plain monitor and one of twice the density beside it.
    "QT_SCREEN_SCALE_FACTORS": "plain=1;dense=2",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    # Large letters come out a shade different when they have been kept since another picture.
    "QT_NO_FT_CACHE": "1",
}
_SIDE = 4096
"""Pixels of a window's, which no picture is larger than."""

_WHERE_QT_IS = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_OF_THE_DESK = ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION")


@contextmanager
def empty_home() -> Iterator[Path]:
    """Stand in an empty home, apart from the person's desktop; leaving takes it away."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="unbrace-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        try:
            _move_into(home)
            yield home
        finally:
            os.environ.clear()
            os.environ.update(before)


def _move_into(home: Path) -> None:
    for name in list(os.environ):
        if (name.startswith("QT_") and name not in _WHERE_QT_IS) or name in _OF_THE_DESK:
            del os.environ[name]
    for name, folder in _FOLDERS.items():
        (home / folder).mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(home / folder)
    os.environ.update(_FIXED)
    file = home / "screens.json"
    file.write_text(json.dumps({"windowFrameMargins": False, "screens": _screens()}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def _screens() -> list[dict[str, object]]:
    plain = {"name": "plain", "x": 0, "y": 0, "width": _SIDE, "height": _SIDE}
    dense = {"name": "dense", "x": _SIDE, "y": 0, "width": 2 * _SIDE, "height": 2 * _SIDE}
    fixed = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return [plain | fixed, dense | fixed]
