"""Everything that the reminders need of the system, made once: the second composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.calendars.calendars import Calendars
from desktop.reminders.holds import AskedHolds, YesOrNo
from desktop.reminders.note import NoteShower
from desktop.reminders.notification import NotificationShower
from desktop.reminders.place import Place
from desktop.reminders.schedule import Hold
from desktop.system.bus import Bus, BusName
from desktop.system.calls import Calls, find_calls
from desktop.system.do_not_disturb import find_do_not_disturb
from desktop.system.full_screen import find_full_screen
from desktop.system.idle import Idle, find_idle
from desktop.system.inhibitors import find_inhibitors
from desktop.system.keep_awake import KeepAwake, find_keep_awake
from desktop.system.players import Players, find_players
from desktop.system.programs import Programs
from desktop.system.session import Session, find_session
from desktop.system.wall_clock import WallClock, find_wall_clock
from desktop.system.works import Works
from desktop.tray.tray import Tray
from routines.clock import Clock

if TYPE_CHECKING:
    from desktop.look.theme import Theme
    from routines.figures.model import Figure


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The system's parts, each with an honest "not here"."""

    bus: Bus
    system_bus: Bus
    alarm: WallClock
    idle: Idle
    session: Session
    calls: Calls
    sources: dict[Hold, YesOrNo]
    programs: Programs
    keep_awake: KeepAwake
    players: Players
    note: NoteShower
    notification: NotificationShower
    tray: Tray
    calendars: Calendars
    calendar_alarm: WallClock

    def holds(self) -> AskedHolds:
        return AskedHolds(self.sources, self.calls)

    def works(self) -> dict[str, Works]:
        """What works here, by the name of what it is for; for the settings page."""
        return {
            "idle": self.idle.works(),
            "session": self.session.works(),
            "calls": self.calls.works(),
            **{hold.name.lower(): source.works() for hold, source in self.sources.items()},
            "calendars": self.calendars.works(),
            "keep_awake": self.keep_awake.works(),
            "players": self.players.works(),
            "note": self.note.works(),
            "notification": self.notification.works(),
        }

    def close(self) -> None:
        """Let go of everything."""
        self.keep_awake.let_go()
        self.players.go_on()
        self.tray.close()
        self.note.withdraw()
        self.notification.withdraw()
        self.idle.close()
        self.calls.close()
        self.calendars.close()
        self.calendar_alarm.close()
        self.alarm.close()
        self.bus.close()
        self.system_bus.close()


@dataclass(frozen=True, slots=True)
class Given:
    """What is there before everything else. ``theme`` gives it when it is needed."""

    application: QApplication
    clock: Clock
    bus: Bus
    tray: Tray
    theme: "Callable[[], Theme]"


def find_surroundings(
    given: Given,
    place: Place | None,
    owner: QObject,
    find_figure: "Callable[[str], Figure | None]",
) -> Surroundings:
    """What there is on this system. ``find_figure`` gives the figure of a name for the note."""
    bus, clock = given.bus, given.clock
    system_bus = Bus(BusName.SYSTEM, owner)
    system_bus.open()
    programs = Programs()
    calendar_alarm = find_wall_clock(clock)
    return Surroundings(
        bus=bus,
        system_bus=system_bus,
        alarm=find_wall_clock(clock),
        idle=find_idle(bus, clock),
        session=find_session(system_bus, bus),
        calls=find_calls(),
        sources={
            Hold.DO_NOT_DISTURB: find_do_not_disturb(bus),
            Hold.FULL_SCREEN: find_full_screen(bus),
            Hold.PRESENTING: find_inhibitors(bus, system_bus),
            Hold.PROGRAM: programs,
        },
        programs=programs,
        keep_awake=find_keep_awake(bus),
        players=find_players(bus),
        note=NoteShower(
            given.application,
            given.theme,
            place,
            find_figure=find_figure,
            may_move=lambda: given.theme().motion.moves,
        ),
        notification=NotificationShower(bus, owner),
        tray=given.tray,
        calendars=Calendars(clock, calendar_alarm, owner),
        calendar_alarm=calendar_alarm,
    )
