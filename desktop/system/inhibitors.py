"""Whether somebody keeps the screen awake, as slides, films and meetings do. Ours do not count.

What only keeps the computer from suspending (music in a browser) is not looked for: nobody is
presenting then.
"""

import sys
from typing import Any, Protocol

from jeepney import DBusAddress
from PySide6.QtCore import QObject

from desktop.language import translate
from desktop.system.asking import (
    Answered,
    Finding,
    Source,
    ask_all,
    ask_bus,
    ask_property,
    once,
    truth,
    unknown,
    variant,
    works_by,
)
from desktop.system.bus import Bus, Reply
from desktop.system.keep_awake import OUR_NAME
from desktop.system.works import Works

_MANAGER = "org.gnome.SessionManager"
SESSION_MANAGER = DBusAddress("/org/gnome/SessionManager", _MANAGER, _MANAGER)
"""GNOME's, and with the same words Cinnamon's and MATE's."""

_AGENT = "org.kde.Solid.PowerManagement.PolicyAgent"
KDE_AGENT = DBusAddress("/org/kde/Solid/PowerManagement/PolicyAgent", _AGENT, _AGENT)

XFCE = DBusAddress("/org/xfce/Xfconf", "org.xfce.Xfconf", "org.xfce.Xfconf")
_PRESENTATION = ("xfce4-power-manager", "/xfce4-power-manager/presentation-mode")

LOGIND = DBusAddress(
    "/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager"
)

_IDLE = 8  # of GNOME's flags: the session must not be taken for idle
_SCREEN = 4  # of KDE's policies: the screen's settings must not change


class Inhibitors(Protocol):
    """Asks who keeps the screen awake."""

    def ask(self, answered: Answered) -> None:
        """Call ``answered`` once, within two seconds; None where nobody knows."""
        ...

    def works(self) -> Works:
        """Who knew when it was last asked, so ask first."""
        ...


class DesktopInhibitors(QObject):
    """GNOME's, KDE's and Xfce's lists on the session bus, and logind's on the system's."""

    def __init__(self, bus: Bus, system: Bus | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus, self._system = bus, system
        self._last: Finding | None = None

    def ask(self, answered: Answered) -> None:
        def found(finding: Finding) -> None:
            self._last = finding
            answered(finding.value)

        sources = [
            Source("GNOME", lambda done: ask_session_manager(self, self._bus, done)),
            Source("KDE", self._ask_kde),
            Source("Xfce", self._ask_xfce),
        ]
        if self._system is not None:
            sources.append(Source("logind", self._ask_logind))
        ask_all(self, sources, found)

    def works(self) -> Works:
        told = translate("inhibitors", "{who} tells who keeps the screen awake.")
        untold = translate("inhibitors", "This desktop does not tell who keeps the screen awake.")
        return works_by(self._last, told, untold)

    # Inside

    def _ask_kde(self, answered: Answered) -> None:
        """Whether the screen is kept at all, and then whether by anybody but us."""

        def listed(reply: Reply) -> None:
            names = _listed(reply)
            answered(None if names is None else any(name[:1] != (OUR_NAME,) for name in names))

        def kept(reply: Reply) -> None:
            if reply.error or reply.body != (True,):
                answered(None if reply.error else False)
            else:
                ask_bus(self._bus, KDE_AGENT, "ListInhibitions", listed)

        ask_bus(self._bus, KDE_AGENT, "HasInhibition", kept, "u", (_SCREEN,))

    def _ask_xfce(self, answered: Answered) -> None:
        def replied(reply: Reply) -> None:
            answered(truth(variant(reply)))

        ask_bus(self._bus, XFCE, "GetProperty", replied, "ss", _PRESENTATION)

    def _ask_logind(self, answered: Answered) -> None:
        def replied(reply: Reply) -> None:
            held = _listed(reply)
            answered(None if held is None else any(_keeps_awake(each) for each in held))

        assert self._system is not None
        ask_bus(self._system, LOGIND, "ListInhibitors", replied)


def ask_session_manager(owner: QObject, bus: Bus, answered: Answered) -> None:
    """Whether anybody but us has told GNOME's session manager that nobody is idle."""

    def listed(reply: Reply) -> None:
        places = _listed(reply)
        if not places:
            answered(None if places is None else False)
            return
        sources = [
            Source(place, lambda done, place=place: _ask_inhibitor(bus, place, done))  # type: ignore[misc]
            for place in places
        ]
        ask_all(owner, sources, lambda finding: answered(finding.value))

    def flagged(flags: Any | None) -> None:
        if not isinstance(flags, int):
            answered(None)
        elif flags & _IDLE:
            ask_bus(bus, SESSION_MANAGER, "GetInhibitors", listed)
        else:
            answered(False)

    ask_property(bus, SESSION_MANAGER, "InhibitedActions", flagged)


def _ask_inhibitor(bus: Bus, place: str, answered: Answered) -> None:
    inhibitor = DBusAddress(place, SESSION_MANAGER.bus_name, f"{_MANAGER}.Inhibitor")

    def named(reply: Reply) -> None:
        answered(None if reply.error else reply.body != (OUR_NAME,))

    def flagged(reply: Reply) -> None:
        if reply.error or not reply.body or not isinstance(reply.body[0], int):
            answered(None)  # it has just gone
        elif reply.body[0] & _IDLE:
            ask_bus(bus, inhibitor, "GetAppId", named)
        else:
            answered(False)

    ask_bus(bus, inhibitor, "GetFlags", flagged)


def _listed(reply: Reply) -> list[Any] | None:
    return reply.body[0] if not reply.error and reply.body and type(reply.body[0]) is list else None


def _keeps_awake(entry: Any) -> bool:
    """Whether an entry of logind's (what, who, why, mode, user, process) is about being idle."""
    what, who, _why, mode = (str(word) for word in [*entry, *[""] * 4][:4])
    return "idle" in what.split(":") and mode == "block" and who != OUR_NAME


class NoInhibitors(QObject):
    """Knows of nobody."""

    def ask(self, answered: Answered) -> None:
        once(self, answered, unknown, within=0.0)

    def works(self) -> Works:
        how = translate("inhibitors", "This system does not tell who keeps the screen awake.")
        return Works(here=False, how=how)


def find_inhibitors(bus: Bus, system: Bus | None = None) -> Inhibitors:
    """The one that works here. ``bus`` is the session's, ``system`` the system's."""
    return DesktopInhibitors(bus, system) if sys.platform == "linux" else NoInhibitors()
