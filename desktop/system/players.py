"""Music and films give way: players are paused while a routine plays, and go on after it.

Every player that speaks MPRIS is asked on the session bus. What the person does to one in between
counts: that player is theirs again, and is left alone.
"""

import sys
from dataclasses import dataclass
from typing import Any, Protocol

from jeepney import DBusAddress, MatchRule, message_bus
from PySide6.QtCore import QObject

from desktop.language import translate
from desktop.system.asking import PROPERTIES, ask_bus, ask_property
from desktop.system.bus import Bus, Heard, Reply
from desktop.system.works import Works

PREFIX = "org.mpris.MediaPlayer2."
PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
STATUS = "PlaybackStatus"

_MIRRORS = ("playerctld",)
"""They are no players, but show another one's state under a name of their own."""


class Players(Protocol):
    """All players of music and films that there are."""

    def pause(self) -> None:
        """Pause those that play now. Harmless when that was done already."""
        ...

    def go_on(self) -> None:
        """Let those go on that were paused by us, and that nobody has touched since."""
        ...

    def works(self) -> Works: ...


@dataclass(slots=True)
class _Held:
    """A player that we have paused, by the unique name of its connection."""

    address: DBusAddress
    heard: Heard
    is_paused: bool = False  # it has said so
    is_ours: bool = False  # it was playing, and we asked it to pause


class DesktopPlayers(QObject):
    """Over MPRIS. Nothing is listened to but while a routine plays."""

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._held: dict[str, _Held] | None = None  # None while no routine plays
        bus.lost.connect(self._forget_all)

    def pause(self) -> None:
        if self._held is not None:
            return
        held = self._held = {}

        def listed(reply: Reply) -> None:
            names = reply.body[0] if not reply.error and reply.body else []
            for name in names:
                if name.startswith(PREFIX) and name.removeprefix(PREFIX) not in _MIRRORS:
                    self._look_up(name, held)

        self._bus.call(message_bus.ListNames(), listed)

    def go_on(self) -> None:
        held, self._held = self._held, None
        for each in (held or {}).values():
            self._bus.stop_listening(each.heard)
            if each.is_ours and each.is_paused:
                # At once, as the program may be about to end.
                self._bus.method(each.address, "Play")
            elif each.is_ours:
                self._go_on_if_paused(each)

    def works(self) -> Works:
        if self._bus.is_open:
            how = translate("players", "Players that listen to the media keys can be paused.")
            return Works(here=True, how=how)
        how = translate("players", "There is no session bus to ask players on.")
        return Works(here=False, how=how)

    # Inside

    def _look_up(self, name: str, held: dict[str, _Held]) -> None:
        """By the connection behind the name: signals carry that one only."""

        def found(reply: Reply) -> None:
            if reply.error or not reply.body or held is not self._held:
                return
            unique = str(reply.body[0])
            if unique not in held:  # a player may have several names
                held[unique] = self._listen_to(unique)
                self._pause_if_playing(held[unique])

        self._bus.call(message_bus.GetNameOwner(name), found)

    def _listen_to(self, unique: str) -> _Held:
        rule = MatchRule(
            type="signal",
            sender=unique,
            interface=PROPERTIES,
            member="PropertiesChanged",
            path=PATH,
        )
        rule.add_arg_condition(0, PLAYER)
        player = _Held(DBusAddress(PATH, unique, PLAYER), lambda body: self._changed(player, body))
        self._bus.listen(rule, player.heard)
        return player

    def _pause_if_playing(self, player: _Held) -> None:
        def told(status: Any | None) -> None:
            # The routine may be over by now.
            if status == "Playing" and self._is_held(player):
                player.is_ours = True
                self._bus.method(player.address, "Pause", replied=lambda _: None)

        ask_property(self._bus, player.address, STATUS, told)

    def _changed(self, player: _Held, body: tuple[Any, ...]) -> None:
        changed = body[1] if len(body) > 1 and isinstance(body[1], dict) else {}
        if STATUS not in changed or not player.is_ours:
            return
        status = changed[STATUS][1]
        if status == "Paused":
            player.is_paused = True
        elif player.is_paused or status != "Playing":
            # Somebody plays it again, or has stopped it: it is theirs.
            player.is_ours = False

    def _go_on_if_paused(self, player: _Held) -> None:
        def told(status: Any | None) -> None:
            if status == "Paused":
                ask_bus(self._bus, player.address, "Play", lambda _: None)

        ask_property(self._bus, player.address, STATUS, told)

    def _is_held(self, player: _Held) -> bool:
        return self._held is not None and self._held.get(player.address.bus_name) is player

    def _forget_all(self) -> None:
        """On another bus nobody has the name that they had on this one."""
        for each in (self._held or {}).values():
            self._bus.stop_listening(each.heard)
        if self._held is not None:
            self._held = {}


class NoPlayers:
    """Leaves all players alone."""

    def pause(self) -> None:
        pass

    def go_on(self) -> None:
        pass

    def works(self) -> Works:
        how = translate("players", "This system offers no way to pause other players.")
        return Works(here=False, how=how)


def find_players(bus: Bus) -> Players:
    """The way that works here. ``bus`` is the session's."""
    return DesktopPlayers(bus) if sys.platform == "linux" else NoPlayers()
