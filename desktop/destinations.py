"""Where one can go in the window: the entries at its side, in their order."""

from enum import IntEnum

from desktop.language import QT_TRANSLATE_NOOP, translate
from desktop.look.icon import Icon


class Destination(IntEnum):
    """A page that is always there. The value is its rank at the side."""

    TODAY = 0
    ROUTINES = 1
    REMINDERS = 2
    JOURNAL = 3
    WEEKS = 4
    SETTINGS = 5
    SAFETY = 6

    @property
    def shown(self) -> str:
        return translate("window", _NAMES[self])

    @property
    def icon(self) -> Icon:
        return Icon[self.name]


_NAMES = {
    Destination.TODAY: QT_TRANSLATE_NOOP("window", "Today"),
    Destination.ROUTINES: QT_TRANSLATE_NOOP("window", "Routines"),
    Destination.REMINDERS: QT_TRANSLATE_NOOP("window", "Reminders"),
    Destination.JOURNAL: QT_TRANSLATE_NOOP("window", "Journal"),
    Destination.WEEKS: QT_TRANSLATE_NOOP("window", "Weeks"),
    Destination.SETTINGS: QT_TRANSLATE_NOOP("window", "Settings"),
    Destination.SAFETY: QT_TRANSLATE_NOOP("window", "When to see someone"),
}
