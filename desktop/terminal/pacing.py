"""When the screen has something new to show, so that nobody has to look more often."""

import math

from desktop.player.scene import Scene
from routines.cues import signals_of
from routines.model import Open
from routines.playback import OVER, Playback, State

FASTEST = 0.1
"""Seconds between two looks at the least: ten a second are enough for a terminal."""

SLOWEST = 5.0
"""Seconds between two looks at the most, while time passes: a longer gap looks like a suspend."""

_HAIR = 0.002


def next_change(playback: Playback, scene: Scene, speed: float) -> float | None:
    """Seconds until the scene will look different; None while nothing moves by itself."""
    if playback.state in (State.PAUSED, State.READY, *OVER):
        return None
    if playback.state is State.RETURNING:
        return _held(_to_whole(playback.return_left), speed)
    if playback.waiting:
        step = playback.segment.step
        suggested = step.suggested if isinstance(step, Open) else None
        if suggested is None or playback.waited >= suggested:
            return None
        return _held(_to_whole(suggested - playback.waited), speed)
    if scene.extent is not None:
        return FASTEST
    return _held(_next_in_segment(playback), speed)


def _next_in_segment(playback: Playback) -> float:
    offset, segment = playback.place.offset, playback.segment
    changes = [
        _to_whole(segment.seconds - offset),
        _to_whole(playback.timeline.seconds - playback.elapsed),
        *(each.offset - offset for each in signals_of(segment) if each.offset > offset),
    ]
    return min(changes)


def _to_whole(left: float) -> float:
    """Seconds until a countdown at ``left`` shows the next whole second."""
    return left - math.ceil(left - 1) if left > 0 else 0.0


def _held(seconds: float, speed: float) -> float:
    return min(SLOWEST, max(FASTEST, seconds / speed + _HAIR))
