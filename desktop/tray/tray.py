"""The icon in the tray: there whenever a tray is, and saying what its person chooses.

Qt decides for the old kind of tray or the new (StatusNotifier) when an icon is made, so an icon
made before the new kind has come would never be seen. So the icon is made anew whenever the new
kind comes or goes, which the message bus tells; nothing is ever asked for again and again.
"""

from typing import Any

from jeepney import DBusAddress, MatchRule, Properties
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.reminders.showing import Answer
from desktop.system.bus import Bus, Reply
from desktop.tray.icon import IconLook, look_of, tray_icon
from desktop.tray.menu import TrayMenu
from desktop.tray.old_tray import OldTray
from desktop.tray.state import (
    Again,
    Choice,
    Command,
    Offer,
    PauseFor,
    TrayState,
    entries_of,
    tool_tip,
)

WATCHER = "org.kde.StatusNotifierWatcher"
ADDRESS = DBusAddress("/StatusNotifierWatcher", bus_name=WATCHER, interface=WATCHER)

_WITHOUT_TRAYS = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay")
"""Qt's platforms that have none, and complain when they are asked."""


class Tray(QObject):
    """Shows a ``TrayState``; what is chosen comes as signals. The window can be closed while
    ``is_available``: there is a way back to it.
    """

    open_wanted = Signal()
    quit_wanted = Signal()
    start_wanted = Signal(str)
    """A routine's id."""
    answer_wanted = Signal(Answer, int)
    """For the reminder that is shown; minutes, 0 unless ``LATER``."""
    pause_wanted = Signal(PauseFor)
    resume_wanted = Signal()
    again_wanted = Signal(str)
    """The id of a reminder that may come again today."""
    toggle_playing_wanted = Signal()
    end_playing_wanted = Signal()
    rate_wanted = Signal()
    available_changed = Signal(bool)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._state = TrayState()
        self._look = IconLook()
        self._has_watcher = False
        self._has_host = False
        self._available = False
        self._icon: QSystemTrayIcon | None = None
        self._menu: TrayMenu | None = None
        self._old = OldTray(self)
        self._old.changed.connect(self._judge)
        bus.watch_owner(WATCHER, self._watcher_changed)
        for member in ("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"):
            rule = MatchRule(type="signal", interface=WATCHER, member=member)
            bus.listen(rule, self._host_changed)
        if not bus.is_open:
            self._make_icon()

    @property
    def is_available(self) -> bool:
        """Whether there is a tray that shows the icon."""
        return self._available

    @property
    def draws_menu(self) -> bool:
        """Whether the menu is a window of ours, and not the panel's."""
        return self._available and not self._has_watcher

    def show_state(self, state: TrayState) -> None:
        if state == self._state:
            return
        before, self._state = self._state, state
        if self._menu is not None:
            self._menu.show_entries(entries_of(state))
        if self._icon is None:
            return
        if (look := look_of(state)) != self._look:
            self._look = look
            self._icon.setIcon(tray_icon(look))
        if tool_tip(state) != tool_tip(before):
            self._icon.setToolTip(tool_tip(state))

    def close(self) -> None:
        """Take the icon away for good."""
        self._old.close()
        self._drop_icon()

    # The tray that there is

    def _watcher_changed(self, owned: bool) -> None:
        self._has_watcher = owned
        self._has_host = False
        self._make_icon()
        if owned:
            self._ask_for_host()

    def _host_changed(self, _body: tuple[Any, ...]) -> None:
        self._ask_for_host()

    def _ask_for_host(self) -> None:
        def replied(reply: Reply) -> None:
            self._has_host = not reply.error and bool(reply.body) and bool(reply.body[0][1])
            self._judge()

        self._bus.call(Properties(ADDRESS).get("IsStatusNotifierHostRegistered"), replied)

    def _judge(self) -> None:
        available = self._has_host if self._has_watcher else self._old.is_here
        if available is not self._available:
            self._available = available
            self.available_changed.emit(available)

    # The icon

    def _make_icon(self) -> None:
        self._drop_icon()
        self._menu = TrayMenu(self, exported=self._has_watcher)
        self._menu.chosen.connect(self._tell)
        self._menu.show_entries(entries_of(self._state))
        self._look = look_of(self._state)
        if QGuiApplication.platformName() in _WITHOUT_TRAYS:
            return
        icon = QSystemTrayIcon(tray_icon(self._look), self)
        icon.setToolTip(tool_tip(self._state))
        icon.setContextMenu(self._menu.menu)
        icon.activated.connect(self._activated)
        icon.show()
        self._icon = icon
        if self._has_watcher:
            self._old.close()
        else:
            self._old.look()
        self._judge()

    def _drop_icon(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self._menu is not None:
            self._menu.close()
            self._menu.deleteLater()
            self._menu = None

    # What is chosen

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_wanted.emit()

    def _tell(self, choice: Choice) -> None:
        """One entry, one signal."""
        if isinstance(choice, Offer):
            self.start_wanted.emit(choice.id)
        elif isinstance(choice, Again):
            self.again_wanted.emit(choice.id)
        elif isinstance(choice, PauseFor):
            self.pause_wanted.emit(choice)
        elif isinstance(choice, Command):
            {
                Command.RESUME: self.resume_wanted,
                Command.TOGGLE_PLAYING: self.toggle_playing_wanted,
                Command.END_PLAYING: self.end_playing_wanted,
                Command.RATE: self.rate_wanted,
                Command.OPEN: self.open_wanted,
                Command.QUIT: self.quit_wanted,
            }[choice].emit()
        else:
            self.answer_wanted.emit(*choice)
