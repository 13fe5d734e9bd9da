"""What the desktop wishes of all programs, heard from its settings portal.

Qt tells light from dark and, from 6.10 on, high contrast where it knows the desktop; nobody but
the portal tells of reduced motion, and on other desktops of anything. It is listened to, never
asked again and again.
"""

from collections.abc import Mapping
from typing import Any

from jeepney import DBusAddress, MatchRule
from PySide6.QtCore import QObject, Signal

from desktop.look.appearance import Scheme, SystemWish
from desktop.system.bus import Bus, Reply

PORTAL = "org.freedesktop.portal.Desktop"
SETTINGS = "org.freedesktop.portal.Settings"
ADDRESS = DBusAddress("/org/freedesktop/portal/desktop", bus_name=PORTAL, interface=SETTINGS)

APPEARANCE = "org.freedesktop.appearance"
GNOME = "org.gnome.desktop.interface"
GNOME_ACCESS = "org.gnome.desktop.a11y.interface"
NAMESPACES = (APPEARANCE, GNOME, GNOME_ACCESS)

Told = Mapping[tuple[str, str], object]
"""Values by namespace and key."""

_SCHEMES = {1: Scheme.DARK, 2: Scheme.LIGHT}


def wish_of(told: Told) -> SystemWish:
    """The wish that is in what a portal told; nothing where it told nothing that we know."""
    scheme = told.get((APPEARANCE, "color-scheme"))
    return SystemWish(
        scheme=_SCHEMES.get(scheme, Scheme.FOLLOW) if isinstance(scheme, int) else Scheme.FOLLOW,
        high_contrast=told.get((APPEARANCE, "contrast")) == 1
        or told.get((GNOME_ACCESS, "high-contrast")) is True,
        reduced_motion=told.get((APPEARANCE, "reduced-motion")) == 1
        or told.get((GNOME, "enable-animations")) is False,
    )


class Portal(QObject):
    """``wish`` is what the desktop wishes now; ``changed`` says that it is another one."""

    changed = Signal()

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._told: dict[tuple[str, str], object] = {}
        self._asked = False
        self.wish = SystemWish()
        rule = MatchRule(
            type="signal", interface=SETTINGS, member="SettingChanged", path=ADDRESS.object_path
        )
        bus.listen(rule, self._one_changed)
        bus.watch_owner(PORTAL, self._owner_changed)

    def _owner_changed(self, owned: bool) -> None:
        # The first time it is asked in any case: a portal may be started by being asked.
        if owned or not self._asked:
            self._asked = True
            body = (list(NAMESPACES),)
            self._bus.method(ADDRESS, "ReadAll", "as", body, self._all_told)

    def _all_told(self, reply: Reply) -> None:
        found = reply.body[0] if reply.body and not reply.error else None
        if not isinstance(found, dict):
            return
        self._told = {
            (space, key): _plain(value)
            for space, values in found.items()
            if isinstance(values, dict)
            for key, value in values.items()
        }
        self._judge()

    def _one_changed(self, body: tuple[Any, ...]) -> None:
        if len(body) == 3 and body[0] in NAMESPACES:
            self._told[body[0], body[1]] = _plain(body[2])
            self._judge()

    def _judge(self) -> None:
        wish = wish_of(self._told)
        if wish != self.wish:
            self.wish = wish
            self.changed.emit()


def _plain(value: object) -> object:
    """What is in a variant, or in a variant in one, as older portals send."""
    while isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        value = value[1]
    return value
