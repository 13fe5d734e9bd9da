"""What a window needs, asked without Qt. Nothing in here opens one."""

import ctypes
import socket
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.system import display
from tests.desk import Desk
from tests.terminal.program import PATIENCE, environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="displays are a matter of Linux")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes libraries missing."""
    load = ctypes.CDLL

    def lack(*libraries: str) -> None:
        def cdll(name: str) -> ctypes.CDLL:
            if name in libraries:
                raise OSError(f"{name}: cannot open shared object file")
            return load(name)

        monkeypatch.setattr(ctypes, "CDLL", cdll)

    return lack


def test_without_a_display_it_says_so_and_names_the_way_around() -> None:
    assert not display.has_display()
    assert display.missing() == (
        "There is no display to open a window on. "
        "In the terminal it works with: unbrace play ID --text"
    )


def test_a_display_of_a_dead_server_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    assert not display.has_display()
    assert str(display.missing()).startswith("The display does not answer (DISPLAY=:987). ")


def test_a_display_of_a_living_server_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk() as desk:
        monkeypatch.setenv("DISPLAY", desk.env["DISPLAY"])
        assert display.has_display()
        assert display.missing() is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "xcb;offscreen"])
def test_some_platforms_need_no_server(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert display.has_display()
    assert display.missing() is None


def test_a_platform_that_was_asked_for_needs_its_own_server(
    monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    with wayland(own_home, monkeypatch):
        assert display.has_display()
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert not display.has_display()
        monkeypatch.setenv("QT_QPA_PLATFORM", "wayland-egl")
        assert display.has_display()


def test_a_wayland_socket_that_nobody_listens_on_is_none(
    monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    wayland(own_home, monkeypatch).close()
    assert not display.has_display()
    assert "WAYLAND_DISPLAY=wayland-9" in str(display.missing())


def test_missing_libraries_are_named_by_their_packages(
    monkeypatch: pytest.MonkeyPatch, lacking: Callable[..., None]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    lacking("libEGL.so.1", "libdbus-1.so.3", "libxcb-cursor.so.0")
    assert display.missing() == (
        "The window needs system libraries: apt install libegl1 libdbus-1-3. "
        "In the terminal it works with: unbrace play ID --text"
    )


def test_an_x_display_needs_more_libraries(
    monkeypatch: pytest.MonkeyPatch, lacking: Callable[..., None]
) -> None:
    monkeypatch.setattr(display, "_platforms", lambda: ("xcb",))
    lacking("libxcb-cursor.so.0", "libxcb-icccm.so.4")
    assert "apt install libxcb-cursor0 libxcb-icccm4." in str(display.missing())


def test_without_libxcb_the_library_is_missed_and_not_the_display(
    monkeypatch: pytest.MonkeyPatch, lacking: Callable[..., None]
) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    lacking("libxcb.so.1")
    assert "apt install libxcb1." in str(display.missing())


def test_a_wayland_display_needs_its_own_libraries(
    monkeypatch: pytest.MonkeyPatch, own_home: Path, lacking: Callable[..., None]
) -> None:
    lacking("libwayland-client.so.0", "libxcb-cursor.so.0")
    with wayland(own_home, monkeypatch):
        assert "apt install libwayland-client0." in str(display.missing())


def test_all_libraries_of_this_machine_are_known_by_their_right_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`make test` installs what the window needs, so a name that does not load is misspelt."""
    for platform in ("xcb", "wayland"):
        monkeypatch.setattr(display, "_platforms", lambda platform=platform: (platform,))
        assert display.missing() is None


def test_missing_pyside_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "find_spec", lambda _: None)
    assert str(display.missing()).startswith("The window needs PySide6: pip install ")


@pytest.mark.parametrize(
    ("python", "version", "refused"),
    [((3, 11, 7), "6.12.0", True), ((3, 11, 7), "6.11.3", False), ((3, 12, 1), "6.12.0", False)],
)
def test_the_pair_that_crashes_is_refused(
    python: tuple[int, ...],
    version: str,
    refused: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "_config.py").write_text(f'other = "1"\nversion = "{version}"\n')
    found_there = SimpleNamespace(submodule_search_locations=[str(tmp_path / "PySide6")])
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(sys, "version_info", python)
    monkeypatch.setattr(display, "find_spec", lambda _: found_there)
    found = display.missing()
    assert (found is not None) == refused
    assert not refused or "PySide6 6.12.0 crashes on this Python" in str(found)


def test_the_version_is_read_where_pyside_keeps_it() -> None:
    spec = find_spec("PySide6")
    assert spec is not None
    found = display._version_in(spec.submodule_search_locations or [])
    assert found == metadata.version("PySide6-Essentials")


def test_a_library_that_an_import_misses_is_named() -> None:
    text = "libgssapi_krb5.so.2: cannot open shared object file: No such file or directory"
    line = display.import_failed(ImportError(text, name="PySide6.QtNetwork"))
    assert str(line).startswith("The window needs system libraries: apt install libgssapi-krb5-2.")
    line = display.import_failed(ImportError("libodd.so.9: no\nway", name="PySide6.QtGui"))
    assert str(line).startswith("The window does not open (libodd.so.9: no way).")


def test_a_mistake_of_our_own_is_not_taken_for_a_missing_library() -> None:
    assert display.import_failed(ImportError("no such thing", name="desktop.window")) is None


def test_every_line_is_a_single_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for variables in ({}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "nobody"}):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert "\n" not in str(display.missing())


def test_asking_loads_no_qt() -> None:
    code = (
        "import sys; from desktop.system import display; display.missing();"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    assert done.stdout == "[]\n"


def wayland(home: Path, monkeypatch: pytest.MonkeyPatch) -> socket.socket:
    """Somebody who listens where WAYLAND_DISPLAY says."""
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.bind(str(home / "run" / "wayland-9"))
    line.listen(1)
    return line
