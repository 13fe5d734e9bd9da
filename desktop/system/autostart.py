"""Whether the program starts when its person logs in. Each system has a place for that.

On Linux it is the freedesktop "Desktop Application Autostart Specification": a file in the
person's own folder, which a file of the same name in the system's folders stands behind.
"""

import importlib
import os
import plistlib
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from xml.parsers.expat import ExpatError

from desktop.keep.files import write_atomically
from desktop.language import translate
from desktop.system.works import Works

_FILE = "unbrace.desktop"


class Autostart(Protocol):
    """A switch that the system keeps. Turning it gives the reason if it could not be turned."""

    def is_on(self) -> bool:
        """As it is now: a person may have changed it elsewhere."""
        ...

    def turn_on(self) -> str: ...

    def turn_off(self) -> str: ...

    def works(self) -> Works: ...


def find_autostart(*arguments: str) -> Autostart:
    """The one of this system; it starts the program with ``arguments``."""
    command = own_command(*arguments)
    if sys.platform == "win32":
        return WindowsAutostart(command)
    if sys.platform == "darwin":
        return MacAutostart(command)
    if os.name == "posix":
        return XdgAutostart(command)
    return NoAutostart()


def own_command(*arguments: str) -> tuple[str, ...]:
    """How this very installation is started, from any folder and with any PATH."""
    if getattr(sys, "frozen", False):
        return (sys.executable, *arguments)
    script = shutil.which("unbrace", path=str(Path(sys.executable).parent))
    if script is None:
        return (sys.executable, "-m", "desktop", *arguments)
    return (str(Path(script).absolute()), *arguments)


# Linux and the BSDs

_RESERVED = re.compile(r"""[\s"'\\><~|&;$*?#()`]""")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_KEY = re.compile(r"([A-Za-z0-9-]+)\s*=\s*(.*)")


_DESKTOPS = """
    Budgie Cinnamon COSMIC DDE Deepin EDE Endless Enlightenment GNOME KDE LXDE LXQt MATE Pantheon
    Razor ROX TDE Trinity UKUI Unity X-Cinnamon XFCE
"""
_READING = frozenset(_DESKTOPS.upper().split())
"""Desktops that start what is in the autostart folders, by their registered names."""


def _names_of_desktop() -> set[str]:
    return set(os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":"))


class XdgAutostart:
    """A file that every desktop reads at login."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def is_on(self) -> bool:
        # The person's own file stands for itself, also if all it says is "hidden".
        found = next((each for each in map(_entry, self._files()) if each is not None), None)
        return (
            found is not None
            and bool(found.get("Exec"))
            and found.get("Hidden") != "true"
            and found.get("X-GNOME-Autostart-enabled") != "false"
        )

    def turn_on(self) -> str:
        return self._write()

    def turn_off(self) -> str:
        if any(_entry(path) is not None for path in list(self._files())[1:]):
            return self._write("Hidden=true")
        return _remove(self._file)

    def works(self) -> Works:
        if _names_of_desktop() & _READING:
            text = translate("autostart", "The desktop starts Unbrace when you log in.")
            return Works(here=True, how=text)
        text = translate(
            "autostart",
            "It depends on your session: desktops start what is in {folder}, a window manager "
            "alone may not. Then let your session start this: {command}",
        )
        command = shlex.join(self._command)
        return Works(True, text.format(folder=self._file.parent, command=command), sure=False)

    @property
    def _file(self) -> Path:
        return next(self._files())

    def _files(self) -> Iterator[Path]:
        """The person's own file, then those of the system that it stands before."""
        home = os.environ.get("XDG_CONFIG_HOME", "")
        # A relative folder is to be ignored, says the specification.
        own = Path(home) if home.startswith("/") else Path.home() / ".config"
        yield own / "autostart" / _FILE
        folders = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        yield from (
            Path(each) / "autostart" / _FILE for each in folders.split(":") if each.startswith("/")
        )

    def _write(self, *more: str) -> str:
        comment = translate("autostart", "Guided routines and gentle reminders")
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Unbrace",
            f"Comment={comment}",
            f"Exec={exec_value(self._command)}",
            "Icon=unbrace",
            "Terminal=false",
            "StartupNotify=false",
            *more,
        ]
        reason = write_atomically(self._file, "\n".join([*lines, ""]))
        return _unable(reason) if reason else ""


def exec_value(command: Sequence[str]) -> str:
    """A command as the value of ``Exec``.

    Quoted first as the Desktop Entry Specification says of arguments, then escaped as it says of
    all texts: a backslash in a quoted argument is four in the file.
    """
    line = " ".join(map(_quoted, command))
    return "".join(_ESCAPES.get(sign, sign) for sign in line)


def _quoted(argument: str) -> str:
    argument = argument.replace("%", "%%")
    if argument and not _RESERVED.search(argument):
        return argument
    escaped = re.sub(r'(["`$\\])', r"\\\1", argument)
    return f'"{escaped}"'


def _entry(path: Path) -> dict[str, str] | None:
    """The keys of the file's main group; None if there is no such file or it cannot be read."""
    try:
        text = path.read_text("utf-8", errors="replace")
    except (OSError, ValueError):
        return None
    found: dict[str, str] = {}
    group = ""
    for line in map(str.strip, text.split("\n")):
        if line.startswith("["):
            group = line
        elif group == "[Desktop Entry]" and (key := _KEY.fullmatch(line)):
            found[key[1]] = key[2]
    return found


# Windows


class WindowsAutostart:
    """A value under the registry's ``Run`` key. Untested: written from Microsoft's documents."""

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
    _APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
    _NAME = "Unbrace"

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def is_on(self) -> bool:
        # The task manager keeps its own switch: an odd first byte means off.
        approved = self._value(self._APPROVED)
        switched_off = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
        return self._value(self._RUN) is not None and not switched_off

    def turn_on(self) -> str:
        registry = _registry()
        line = subprocess.list2cmdline(self._command)
        try:
            with registry.CreateKey(registry.HKEY_CURRENT_USER, self._RUN) as key:
                registry.SetValueEx(key, self._NAME, 0, registry.REG_SZ, line)
            self._forget(self._APPROVED)
        except OSError as error:
            return _unable(error.strerror or str(error))
        return ""

    def turn_off(self) -> str:
        try:
            self._forget(self._RUN)
        except OSError as error:
            return _unable(error.strerror or str(error))
        return ""

    def works(self) -> Works:
        text = translate("autostart", "Windows starts Unbrace when you log in.")
        return Works(here=True, how=text)

    def _value(self, folder: str) -> object:
        registry = _registry()
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, folder) as key:
                value: object = registry.QueryValueEx(key, self._NAME)[0]
        except OSError:
            return None
        return value

    def _forget(self, folder: str) -> None:
        registry = _registry()
        user, may_set = registry.HKEY_CURRENT_USER, registry.KEY_SET_VALUE
        with suppress(FileNotFoundError), registry.OpenKey(user, folder, 0, may_set) as key:
            registry.DeleteValue(key, self._NAME)


def _registry() -> Any:
    return importlib.import_module("winreg")


# macOS


class MacAutostart:
    """A launch agent. Untested on macOS: written from Apple's documents; its file is tested."""

    _LABEL = "unbrace"

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    def is_on(self) -> bool:
        try:
            agent = plistlib.loads(self._file.read_bytes())
        except (OSError, ValueError, ExpatError):
            return False
        return isinstance(agent, dict) and agent.get("Disabled") is not True

    def turn_on(self) -> str:
        agent = {
            "Label": self._LABEL,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        reason = write_atomically(self._file, plistlib.dumps(agent).decode("utf-8"))
        return _unable(reason) if reason else ""

    def turn_off(self) -> str:
        return _remove(self._file)

    def works(self) -> Works:
        text = translate("autostart", "macOS starts Unbrace when you log in.")
        return Works(here=True, how=text)

    @property
    def _file(self) -> Path:
        return Path.home() / "Library" / "LaunchAgents" / f"{self._LABEL}.plist"


# Anywhere else


class NoAutostart:
    """Says that it is not here."""

    def is_on(self) -> bool:
        return False

    def turn_on(self) -> str:
        return self.works().how

    def turn_off(self) -> str:
        return ""

    def works(self) -> Works:
        text = translate("autostart", "Unbrace does not know how this system starts programs.")
        return Works(here=False, how=text)


def _remove(file: Path) -> str:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        return _unable(error.strerror or str(error))
    return ""


def _unable(reason: str) -> str:
    text = translate("autostart", "Starting at login could not be changed: {reason}.")
    return text.format(reason=reason)
