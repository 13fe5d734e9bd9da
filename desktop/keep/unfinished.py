"""The place in a routine that was left before its end, so that the next start can go on there.

Nothing about what was written or chosen in it is kept.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.keep.files import read_json, write_atomically


@dataclass(frozen=True, slots=True)
class Unfinished:
    """``elapsed`` seconds into the routine, in its part number ``part``: at an open step, time
    alone would not tell. ``length`` and ``minutes`` tell whether it is still the same one, and
    fitted to how many minutes (0 as written).
    """

    routine: str
    elapsed: float
    length: float
    part: int = 0
    minutes: float = 0.0


class UnfinishedFile:
    """Keeps at most one unfinished routine."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Unfinished | None:
        value = read_json(self._path)
        if not isinstance(value, dict):
            return None
        routine, part = value.get("routine"), value.get("part")
        times = [value.get(name) for name in ("elapsed", "length", "minutes")]
        if not isinstance(routine, str) or not all(_is_time(each) for each in times):
            return None
        if not isinstance(part, int) or isinstance(part, bool):
            return None
        elapsed, length, minutes = (float(each) for each in times if each is not None)
        return Unfinished(routine, elapsed, length, part, minutes)

    def save(self, unfinished: Unfinished) -> str | None:
        """Keep it; the reason if that could not be done."""
        return write_atomically(self._path, json.dumps(asdict(unfinished)) + "\n")

    def clear(self) -> None:
        """Forget it: it was finished, or let go."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return  # it will be offered once more, which is harmless


def _is_time(value: object) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and 0 <= value <= 24 * 3600  # type: ignore[operator]  # it is a number
