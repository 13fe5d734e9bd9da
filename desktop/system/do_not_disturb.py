"""Whether the person has asked the desktop for quiet: its do-not-disturb switch.

Every desktop keeps it somewhere else. All that may know are asked at once, when a reminder is
due; one that says yes is enough.
"""

import os
import shutil
import sys
from collections.abc import Callable
from typing import NamedTuple, Protocol

from jeepney import DBusAddress
from PySide6.QtCore import QObject

from desktop.language import translate
from desktop.system.asking import (
    Answered,
    Finding,
    Source,
    ask_all,
    ask_bus,
    ask_program,
    ask_property,
    once,
    truth,
    unknown,
    variant,
    works_by,
)
from desktop.system.bus import Bus
from desktop.system.works import Works

_NOTIFICATIONS = "org.freedesktop.Notifications"
_PLACE = "/org/freedesktop/Notifications"
KDE = DBusAddress(_PLACE, _NOTIFICATIONS, _NOTIFICATIONS)
DUNST = DBusAddress(_PLACE, _NOTIFICATIONS, "org.dunstproject.cmd0")
XFCE = DBusAddress("/org/xfce/Xfconf", "org.xfce.Xfconf", "org.xfce.Xfconf")


class Switch(NamedTuple):
    """A desktop's switch in GSettings, and what it says when the person wants quiet."""

    schema: str
    key: str
    quiet: str


SWITCHES = {
    "GNOME": Switch("org.gnome.desktop.notifications", "show-banners", "false"),
    "Unity": Switch("org.gnome.desktop.notifications", "show-banners", "false"),
    "Pantheon": Switch("io.elementary.notifications", "do-not-disturb", "true"),
    "X-Cinnamon": Switch("org.cinnamon.desktop.notifications", "display-notifications", "false"),
    "MATE": Switch("org.mate.NotificationDaemon", "do-not-disturb", "true"),
}
"""By the name in XDG_CURRENT_DESKTOP. Elsewhere the same keys may lie about and mean nothing."""


class DoNotDisturb(Protocol):
    """Asks for the switch."""

    def ask(self, answered: Answered) -> None:
        """Call ``answered`` once, within two seconds; None where nobody knows."""
        ...

    def works(self) -> Works:
        """Who knew of it when it was last asked, so ask first."""
        ...


class DesktopDoNotDisturb(QObject):
    """KDE, dunst and Xfce by the session bus; GNOME and its relatives by their settings."""

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._last: Finding | None = None

    def ask(self, answered: Answered) -> None:
        def found(finding: Finding) -> None:
            self._last = finding
            answered(finding.value)

        ask_all(self, [*self._services(), *self._settings()], found)

    def works(self) -> Works:
        told = translate("do_not_disturb", "{who} tells it.")
        untold = translate("do_not_disturb", "No do-not-disturb switch is known on this desktop.")
        return works_by(self._last, told, untold)

    # Inside

    def _services(self) -> list[Source]:
        bus = self._bus

        def kde(answered: Answered) -> None:
            ask_property(bus, KDE, "Inhibited", lambda value: answered(truth(value)))

        def dunst(answered: Answered) -> None:
            ask_property(bus, DUNST, "paused", lambda value: answered(truth(value)))

        def xfce(answered: Answered) -> None:
            ask_bus(
                bus, XFCE, "GetProperty",
                lambda reply: answered(truth(variant(reply))),
                "ss", ("xfce4-notifyd", "/do-not-disturb"),
            )  # fmt: skip

        return [Source("KDE", kde), Source("dunst", dunst), Source("Xfce", xfce)]

    def _settings(self) -> list[Source]:
        desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
        return [
            Source(desktop, self._asker(SWITCHES[desktop]))
            for desktop in desktops
            if desktop in SWITCHES
        ]

    def _asker(self, switch: Switch) -> Callable[[Answered], None]:
        return lambda answered: self._ask_gsettings(switch, answered)

    def _ask_gsettings(self, switch: Switch, answered: Answered) -> None:
        """By the small program: these settings are not on any bus, and its library is GLib's."""
        program = shutil.which("gsettings")
        if program is None:
            answered(None)
            return

        def over(said: bytes) -> None:
            word = said.strip().decode("ascii", "replace")
            answered(word == switch.quiet if word in ("true", "false") else None)

        ask_program(self, program, ["get", switch.schema, switch.key], over)


class NoDoNotDisturb(QObject):
    """Knows of no switch."""

    def ask(self, answered: Answered) -> None:
        once(self, answered, unknown, within=0.0)

    def works(self) -> Works:
        how = translate("do_not_disturb", "No do-not-disturb switch is known on this system yet.")
        return Works(here=False, how=how)


def find_do_not_disturb(bus: Bus) -> DoNotDisturb:
    """The one that works here. ``bus`` is the session's."""
    return DesktopDoNotDisturb(bus) if sys.platform == "linux" else NoDoNotDisturb()
