"""What a list shows, line by line. Plain values, no Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListItem:
    """A line of the list. ``note`` says how it stands with it, ``good`` whether that is well."""

    key: str
    text: str
    note: str = ""
    good: bool = True
