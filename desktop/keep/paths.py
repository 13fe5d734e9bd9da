"""Where things are kept on this system."""

from pathlib import Path

NAME = "unbrace"


def routines_folder() -> Path:
    """The folder of the person's own routines. It may not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 - most commands can do without

    return user_data_path(NAME, appauthor=False) / "routines"


def settings_file() -> Path:
    """The file with the person's settings. It may not exist yet."""
    from platformdirs import user_config_path  # noqa: PLC0415 - as above

    return user_config_path(NAME, appauthor=False) / "settings.json"


def unfinished_file() -> Path:
    """The file that remembers a routine which was left before its end."""
    from platformdirs import user_data_path  # noqa: PLC0415 - as above

    return user_data_path(NAME, appauthor=False) / "unfinished.json"


def reminder_state_file() -> Path:
    """The file that remembers where each reminder is in its rhythm."""
    from platformdirs import user_state_path  # noqa: PLC0415 - as above

    return user_state_path(NAME, appauthor=False) / "reminders.json"


def reminders_folder() -> Path:
    """The folder of the person's own reminders. It may not exist yet."""
    return routines_folder().parent / "reminders"


def history_file() -> Path:
    """The database of what was done, felt and written. It may not exist yet."""
    return routines_folder().parent / "history.sqlite3"
