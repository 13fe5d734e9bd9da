"""The note's place as the settings keep it: "HDMI-1 bottom-right 12 40". Pure."""

from desktop.reminders.place import MARGIN, Corner, Place


def place_text(place: Place) -> str:
    return f"{place.monitor or '-'} {place.corner.value} {place.dx} {place.dy}"


def place_from_text(text: str) -> Place | None:
    """The place in ``text``; None for anything else, such as nothing."""
    words = text.rsplit(" ", 3)
    corners = {corner.value: corner for corner in Corner}
    if len(words) != 4 or words[1] not in corners:
        return None
    if not all(word.isascii() and word.isdecimal() and len(word) < 6 for word in words[2:]):
        return None
    monitor = "" if words[0] == "-" else words[0]
    return Place(monitor, corners[words[1]], int(words[2]), int(words[3]))


def is_in_corner(place: Place) -> bool:
    """Whether it lies where choosing a corner puts it, not where a hand has dragged it."""
    return (place.dx, place.dy) == (MARGIN, MARGIN)
