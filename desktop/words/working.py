"""What the parts of the system are for, as the settings page names them."""

from desktop.language import QT_TRANSLATE_NOOP, translate

_LABELS = {
    "idle": QT_TRANSLATE_NOOP("working", "Seeing that you are away"),
    "session": QT_TRANSLATE_NOOP("working", "Seeing sleep and a locked screen"),
    "calls": QT_TRANSLATE_NOOP("working", "Seeing calls"),
    "do_not_disturb": QT_TRANSLATE_NOOP("working", "Respecting do-not-disturb"),
    "full_screen": QT_TRANSLATE_NOOP("working", "Respecting full screen"),
    "presenting": QT_TRANSLATE_NOOP("working", "Respecting presentations"),
    "program": QT_TRANSLATE_NOOP("working", "Respecting chosen programs"),
    "calendars": QT_TRANSLATE_NOOP("working", "Reading calendars"),
    "keep_awake": QT_TRANSLATE_NOOP("working", "Keeping the screen awake while you practise"),
    "players": QT_TRANSLATE_NOOP("working", "Pausing music and films while you practise"),
    "note": QT_TRANSLATE_NOOP("working", "The paper note"),
    "tray": QT_TRANSLATE_NOOP("working", "The icon in the tray"),
    "autostart": QT_TRANSLATE_NOOP("working", "Starting when you log in"),
    "notification": QT_TRANSLATE_NOOP("working", "The desktop's notifications"),
}


def working_label(name: str) -> str:
    return translate("working", _LABELS.get(name, name))
